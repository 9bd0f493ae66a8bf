"""Where the reader begins in an article: where reading stopped, or where another one led."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.state import Arrival
from tui.widgets.chrome import Bar
from tui.widgets.rooms import width_of
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.jumping import Jumping
    from tui.desk.lettered_places import LetteredPlaces
    from tui.desk.library_opening import LibraryOpening
    from tui.desk.shelves import Shelves
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

ROOM_TO_GREET = 16
"""Rows below which the text needs every one of them."""
FIRST_KEYS = {
    "line.next": "down", "quote.next": "quote", "question.next": "question",
    "desk.palette": "commands", "library.open": "articles",
}  # fmt: skip
"""The commands whose keys the first run shows: none of those that the status row below hints at."""


class Arriving(Part):
    """Going to where the article was opened for, and the welcome of the first run."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        jumping: Jumping,
        lettered_places: LetteredPlaces,
        shelves: Shelves,
        library_opening: LibraryOpening,
        changed_marks: ChangedMarks,
    ) -> None:
        """Arrive."""
        super().__init__(state, surface)
        self._library = library_opening
        self._changed_marks = changed_marks
        self._jumping = jumping
        self._places = lettered_places
        self._shelves = shelves

    def arrive(self, arrival: Arrival) -> bool:
        """Go to where another article or list led; `False` when it led nowhere in particular."""
        if arrival.highlight_id:
            self._show_highlight(arrival.highlight_id)
        elif arrival.letter:
            self._places.show(arrival.letter)
        elif arrival.anchor:
            self._shelves.show_anchor(arrival.anchor)
        return arrival != Arrival()

    def arrive_first(self) -> None:
        """Go there, else on where reading stopped."""
        session, first, view = self.state.session, self.state.article.first_place, self.surface.view
        if self.arrive(self.state.arrival) or session is None:
            return
        if session.places.last > first and view.cursor == first:
            view.cursor = session.places.last

    def _show_highlight(self, highlight_id: str) -> None:
        """Go to a highlight, or say that it has no place in this text."""
        target = next((m for m in self.state.marks if m.highlight.id == highlight_id), None)
        if target:
            self._jumping.go_to(target.span)
        elif not self._changed_marks.show_old_text(highlight_id):
            self.surface.say("this highlight is no longer there")

    # -- the first run ----------------------------------------------------------------

    def welcome(self) -> None:
        """On the very first run: five keys, and how to open a text of one's own."""
        if not self._library.is_first or self.surface.height < ROOM_TO_GREET:
            return
        own: list[Run] = [("  closeread FILE", "key")]
        if not self.surface.is_narrow:
            own += [(" opens your own ", "muted")]
        bar = self._bar
        bar.right = ((f" {self.surface.key('layer.close')}", "key"), (" hides this ", "muted"))
        room = self.surface.width - width_of(own) - width_of(bar.right)
        runs: list[Run] = []
        for command_id, words in FIRST_KEYS.items():
            hint = [(f" {self.surface.key(command_id)}", "key"), (f" {words} ", "muted")]
            if width_of((*runs, *hint)) <= room:
                runs += hint
        bar.left = (*runs, *own)
        bar.add_class("-shown")

    def hide_welcome(self) -> bool:
        """Dismiss the welcome; `False` when there was none."""
        was_shown = self._bar.has_class("-shown")
        self._bar.remove_class("-shown")
        return was_shown

    @property
    def _bar(self) -> Bar:
        widget = self.surface.widget("#welcome")
        assert isinstance(widget, Bar)
        return widget
