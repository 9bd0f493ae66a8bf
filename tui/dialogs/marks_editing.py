"""What the reader does to the highlights of a list: deletes, tags, recolours, takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.settings.colours import Colour

if TYPE_CHECKING:
    from tui.dialogs.marks_list import MarksScreen
    from tui.session.change import Change
    from tui.session.reading import ReadingSession


class DeskWays(NamedTuple):
    """What the desk does where a highlight is changed in a list."""

    tag: Callable[[str, Callable[[], None]], None]
    """Opens the tags of a highlight, and calls back when they are closed."""
    draw: Callable[[], None]
    """Draws the highlights anew."""
    swung: Callable[[Change | None, str], str]
    """Takes in what was undone or redone, and says it; else the second."""


class EditingMarks:
    """The commands for the current highlight of a list."""

    def __init__(self, marks_list: MarksScreen, session: ReadingSession, desk: DeskWays) -> None:
        """Change the highlights of an article.

        Args:
            marks_list: The list.
            session: The article.
            desk: What follows on the desk.
        """
        self._list = marks_list
        self._session = session
        self._desk = desk

    def _current(self) -> str | None:
        """The highlight of the current row; `None` for none, also of rows read a moment ago."""
        row, session = self._list.hits.current, self._session
        if row is None:
            return None
        is_there = session.mark(row.key) or any(each.id == row.key for each in session.orphans)
        return row.key if is_there else None

    def command_listed_delete(self) -> None:
        """Delete the highlight."""
        if ident := self._current():
            undoes = self._list.key("listed.undo")
            done = f"highlight deleted; {undoes} brings it back"
            self._told(self._session.delete(ident), done)

    def command_listed_tags(self) -> None:
        """Tag the highlight."""
        if ident := self._current():
            self._desk.tag(ident, self._list.read_again)

    def command_listed_yellow(self) -> None:
        """Colour it yellow."""
        self._recolour(Colour.YELLOW)

    def command_listed_green(self) -> None:
        """Colour it green."""
        self._recolour(Colour.GREEN)

    def command_listed_blue(self) -> None:
        """Colour it blue."""
        self._recolour(Colour.BLUE)

    def command_listed_pink(self) -> None:
        """Colour it pink."""
        self._recolour(Colour.PINK)

    def _recolour(self, colour: Colour) -> None:
        if ident := self._current():
            self._told(self._session.recolour(ident, colour), "")

    def command_listed_undo(self) -> None:
        """Take the last change back."""
        self._say(self._desk.swung(self._session.undo(), "nothing to undo"))

    def command_listed_redo(self) -> None:
        """Make it again."""
        self._say(self._desk.swung(self._session.redo(), "nothing to redo"))

    def _told(self, change: Change, done: str) -> None:
        self._desk.draw()
        self._say(done if change.ok else change.reason)

    def _say(self, said: str) -> None:
        self._list.read_again()
        self._list.say(said)
