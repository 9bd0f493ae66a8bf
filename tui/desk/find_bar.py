"""Finding in the text: `/` takes the place of the status row while a pattern is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.desk.part import Part
from tui.desk.pattern_search import MOST_MATCHES, PatternSearch
from tui.search.find_regex import PatternError
from tui.widgets.find_row import FindRow
from tui.widgets.glyphs import drawn

if TYPE_CHECKING:
    from textual import events

    from tui.desk.column import Column
    from tui.desk.jumping import Jumping
    from tui.desk.moving import Moving
    from tui.desk.pattern_search import AnyFinder
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.documents.article import Span

ROOM_FOR_KEYS = 76
"""Columns from which the row names the keys beside what is typed."""


class FindBar(Part):
    """The commands of the group Find that look into the text."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        moving: Moving,
        jumping: Jumping,
        column: Column,
    ) -> None:
        """Find."""
        super().__init__(state, surface)
        self._moving = moving
        self._jumping = jumping
        self._column = column
        self._search = PatternSearch(state, surface, self._show_found)
        self._from = 0
        """Where the search began; Esc goes back there."""
        self._kept: tuple[AnyFinder | None, tuple[Span, ...]] = (None, ())
        """What was in force before the find bar was opened."""
        self._recalled = 0
        """How many patterns back in the history the reader is; 0 at what is typed now."""
        self._typed = ""
        self._missed = ""

    def works(self, command_id: str) -> bool:
        """There are matches to go to."""
        return command_id == "find.open" or bool(self._search.found)

    # -- the bar ----------------------------------------------------------------------

    @property
    def _row(self) -> FindRow:
        return cast(FindRow, self.surface.widget("#find-row"))

    def _show_count(self, words: str) -> None:
        self._row.count.update(words)

    def _show_bar(self, is_shown: bool) -> None:
        self._row.display = is_shown
        self.surface.widget("#status").display = not is_shown

    @property
    def is_open(self) -> bool:
        """Whether the reader is typing a pattern."""
        return self.surface.focused is self._row.box

    def find_open(self) -> None:
        """Open the find bar in place of the status row."""
        self._column.leave(stay=True)
        self._from = self.surface.view.cursor
        self._kept = (self._search.finder, self._search.found)
        self._recalled = 0
        self._missed = ""
        self._show_bar(True)
        self._show_sign()
        self._row.box.value = ""
        self.surface.set_focus(self._row.box)

    def _show_sign(self) -> None:
        is_regex = self._search.is_regex
        self._row.sign.update("/.*" if is_regex else "/")
        other = "plain words" if is_regex else "regular expression"
        self._row.keys.update(drawn(f"Enter goes · ctrl+s {other} · Esc back"))
        self._row.box.placeholder = drawn(
            f"Enter goes · ↑ earlier patterns · ctrl+s {other} · Esc back"
        )

    def typed(self, pattern: str) -> None:
        """Show the matches while the reader types; the first one below is brought into view."""
        if self.is_open:
            self._look_for(pattern)

    def _look_for(self, pattern: str) -> None:
        self._row.keys.display = bool(pattern) and self.surface.width >= ROOM_FOR_KEYS
        self._show_count("…" if pattern.strip() else "")
        try:
            self._search.look_for(pattern, self._from)
        except PatternError as error:
            self._show_count(str(error))

    def _show_found(self, match: Span | None, trouble: str) -> None:
        if self.is_open:
            self._show_match(match)
            self._show_count(trouble or (self._search.count(match) if self._search.finder else ""))
        else:
            # Enter came before the hits: the keys that lead from one to the next work only now.
            self.surface.update_status()

    def _show_match(self, match: Span | None) -> None:
        self.surface.view.paint("match-current", self._search.parts([match] if match else []))
        place = match.start if match else self._from
        if self.surface.view.cursor != place:
            self._moving.move_cursor(place)

    # -- its keys ---------------------------------------------------------------------

    def takes_first(self, event: events.Key) -> bool:
        """Take a key before the find bar; when that has been left, the desk takes it."""
        if not self.is_open:
            self.surface.hand_on(event)
            return True
        return not event.is_printable and self.take_key(event)

    def take_key(self, event: events.Key) -> bool:
        """Enter stays at the match, Esc goes back to where the search began.

        A letter only gets here when it was typed before the find bar had the focus.
        """
        if event.is_printable and event.character:
            self._row.box.insert_text_at_cursor(event.character)
        elif event.key == "enter":
            self._submit()
        elif event.key in ("up", "ctrl+p"):
            self._recall(1)
        elif event.key in ("down", "ctrl+n"):
            self._recall(-1)
        elif event.key == "ctrl+s":
            self._search.is_regex = not self._search.is_regex
            self._show_sign()
            self._look_for(self._row.box.value)
        elif event.key in ("escape", "ctrl+c"):
            self._leave()
        else:
            return False
        return True

    def _submit(self) -> None:
        """Enter stays at the match; with nothing typed it repeats the last pattern."""
        pattern, history = self._row.box.value, self.state.find_history
        self._close()
        if not pattern.strip():
            self._search.take_up(*self._kept)
            self._go_on(is_forward=True)
            return
        if pattern in history:
            history.remove(pattern)
        history.append(pattern)
        self._go_to_first(pattern)

    def _go_to_first(self, pattern: str) -> None:
        try:
            # The hits may still be looked for; the first one is near as a rule.
            finder = self._search.finder_of(pattern)
            match = finder.next(self.state.article.text, self._from) if finder else None
        except PatternError as error:
            self._search.take_up(*self._kept)
            self._show_match(None)
            self.surface.say(f"“{pattern}”: {error}")
            return
        if self._search.finder is None or self._search.finder.pattern != pattern:
            self._search.finder = finder
            self._look_for(pattern)
        self._show_match(match)
        if match is None:
            self._tell_missed(pattern)
        elif match.start != self._from:
            self.surface.view.cursor = self._from
            self._jumping.record()
            self._moving.move_cursor(match.start)

    def _tell_missed(self, pattern: str) -> None:
        """Say that a pattern stands nowhere; and where a slip is likely, what forgives it."""
        nowhere = f"“{pattern}” is not in this text"
        self.surface.say(nowhere)
        if self._search.is_regex:
            return
        self._missed = pattern

        def offer(meant: str) -> None:
            if meant and self.missed == pattern and not self.is_open and self.surface.is_attached:
                key = self.surface.key("finder.article")
                self.surface.say(f"{nowhere}; {key} forgives slips: “{meant}”?")

        def look() -> None:
            from tui.search.meant_words import meant_word

            self.surface.in_loop(offer, meant_word(pattern, self.state.article.text))

        self.surface.in_thread(look, "find", exclusive=True)

    @property
    def missed(self) -> str:
        """The pattern last looked for in vain, while the reader stands where it was."""
        return self._missed if self.surface.view.cursor == self._from else ""

    def _recall(self, by: int) -> None:
        """Put an earlier or later pattern of the history into the box."""
        box, history = self._row.box, self.state.find_history
        if self._recalled == 0:
            self._typed = box.value
        self._recalled = max(0, min(self._recalled + by, len(history)))
        pattern = history[-self._recalled] if self._recalled else self._typed
        box.value = pattern
        box.cursor_position = len(pattern)

    def _leave(self) -> None:
        """Back to where the search began, with the pattern that was in force before."""
        self._search.give_up()
        self._show_match(None)
        self._search.take_up(*self._kept)
        self._close()

    def _close(self) -> None:
        """Put the status row back."""
        self._show_bar(False)
        self.surface.set_focus(self.surface.view)
        self.surface.update_status()

    # -- from match to match ----------------------------------------------------------

    def drop_matches(self) -> bool:
        """Take the matches off the text; `False` when there were none. `n` finds on."""
        if not self._search.found:
            return False
        self._search.give_up()
        self._search.take_up(self._search.finder, ())
        self.surface.view.paint("match-current", [])
        self.surface.update_status()
        return True

    def _go_on(self, *, is_forward: bool) -> None:
        finder, say, view = self._search.finder, self.surface.say, self.surface.view
        if finder is None:
            opens = self.surface.key("find.open")
            say(f"nothing was searched yet: {opens} finds words in the text")
            return
        text, here = self.state.article.text, view.cursor
        match = finder.next(text, here + 1) if is_forward else finder.previous(text, here)
        if match is None:
            say("no match in this text")
            return
        if not self._search.found:
            self._search.take_up(finder, tuple(finder.all(text, MOST_MATCHES)))
        wrapped = match.start <= here if is_forward else match.start >= here
        self._moving.move_cursor(match.start)
        view.paint("match-current", self._search.parts([match]))
        view.reveal(match.start, end=match.end)
        say(
            self._search.count(match)
            + (", continued from the other end of the text" if wrapped else "")
        )

    def find_next(self) -> None:
        """Go to the next match."""
        self._go_on(is_forward=True)

    def find_previous(self) -> None:
        """Go to the match before."""
        self._go_on(is_forward=False)
