"""The status row: mode, what was said or the keys that work now, what is saved, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from tui.keys.commands import Mode
from tui.widgets.hints import hinted, hints, prefix_rows
from tui.widgets.rooms import first_that_fits, message_rows, width_of
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.desk.parts import Parts
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.keys.dispatcher import Prefix
    from tui.widgets.chrome import StatusRow

MESSAGE_ROWS = 5
"""Rows that what is said takes at the most, and never more than a third of the window."""
_PILLS: dict[Mode, Run] = {
    Mode.TEXT: (" READ ", "read"),
    Mode.SELECT: (" SELECT ", "select"),
    Mode.PANEL: (" PANEL ", "panel"),
}


class _Shown(NamedTuple):
    """What stands in the row."""

    left: tuple[Run, ...]
    more: tuple[tuple[Run, ...], ...] = ()
    right: tuple[Run, ...] = ()


class StatusLine:
    """Decides what the status row says."""

    def __init__(self, state: DeskState, surface: Surface, parts: Parts) -> None:
        """Begin with nothing to say."""
        self._state = state
        self._surface = surface
        self._parts = parts
        self._message: Run | None = None
        self._notices: tuple[str, ...] = ()
        self._prefix: Prefix | None = None

    # -- what is said -----------------------------------------------------------------

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the reader something, until the next key."""
        self._message = (text, "warning" if warning else "title")
        self._surface.update_status()

    def notify(self, notices: Sequence[str]) -> None:
        """Say what should be known on opening; several at once after one another."""
        if notices:
            self._notices = (*self._notices, *notices)
            self.say("; ".join(self._notices), warning=True)

    def clear(self) -> None:
        """Take back what was said."""
        if self._message:
            self._message = None
            self._surface.update_status()

    def show_prefix(self, prefix: Prefix | None) -> None:
        """Show an unfinished key sequence and what can follow."""
        self._prefix = prefix
        if prefix is not None:
            # Letters of places are read when one is waited for.
            self._parts.lettered_places.begin(prefix)
        self._surface.update_status()

    # -- drawing ----------------------------------------------------------------------

    def draw(self, status: StatusRow, tabs: StatusRow) -> None:
        """Draw the row; where the panels are a row of names, that row has the ending.

        Args:
            status: The status row.
            tabs: The row that names the panels.
        """
        surface = self._surface
        shown = self._shown()
        status.left, status.more = shown.left, shown.more
        ending = (*self._saved(), *self._position())
        where = tabs if surface.is_narrow else status
        room = surface.width - width_of(where.left)
        where.right = first_that_fits((ending, ending[-2:], ending[-1:], ()), room)
        if surface.is_narrow:
            status.right = ()

    def _shown(self) -> _Shown:
        surface = self._surface
        labelling = self._parts.made("labelling")
        if labelling is not None and (runs := labelling.status_runs()):
            return _Shown(runs)
        pill = _PILLS[surface.mode]
        room = surface.width - cell_len(pill[0])
        if self._prefix:
            rows = self._prefix_rows(self._prefix, room)
            return _Shown((pill, *rows[0]), tuple(rows[1:]))
        if self._message:
            text, style = self._message
            most = max(2, min(MESSAGE_ROWS, surface.height // 3))
            first, *others = message_rows(text, surface.width, cell_len(pill[0]), most)
            return _Shown((pill, (first, style)), tuple(((other, style),) for other in others))
        if not surface.is_on_top:
            # The foot of a dialog names its keys; none of the desk's would work.
            return _Shown((pill,))
        return _Shown((pill, *self._hints(room)))

    def _prefix_rows(self, prefix: Prefix, room: int) -> Sequence[tuple[Run, ...]]:
        places = self._parts.made("lettered_places")
        runs = places.prefix_runs(prefix, room) if places else None
        return (tuple(runs),) if runs else prefix_rows(prefix, room)

    def _hints(self, room: int) -> Iterable[Run]:
        mode, keymap = self._surface.mode, self._state.keymap
        if not self._surface.is_narrow:
            room -= width_of((*self._saved(), *self._position()))
        working = {command_id for command_id in hinted(mode) if self._parts.works(command_id)}
        words = {"desk.quit": "back"} if self._surface.quit_goes_back else {}
        column = self._parts.made("column")
        if column is not None and column.restores:
            words |= dict.fromkeys(("mark.delete", "row.hide"), "bring back")
        return hints(mode, working, room, keymap, words)

    def _saved(self) -> Iterable[Run]:
        state, session = self._state, self._state.session
        if session is None:
            return ()
        if session.pending_count:
            is_held = state.database is not None and state.database.is_waiting
            return ((f" {session.pending_count} waiting " if is_held else " saving… ", "muted"),)
        colours = dict.fromkeys(mark.highlight.colour.value for mark in state.marks)
        dots = (
            [("●", colour) for colour in list(colours)[:4]]
            if not self._surface.app.no_color
            else []
        )
        count = len(state.marks)
        word = "private" if state.private else "saved"
        return (*dots, (f" {count} {word} ", "muted")) if count else ()

    def _position(self) -> Iterable[Run]:
        total = len(self._state.article.blocks)
        if not total:
            return ()
        cursor = self._surface.view.cursor
        number = self._surface.lines.block_of(cursor) + 1
        share = round(100 * self._surface.share_read)
        place = ((f" ¶ {number}/{total} ", "muted"), (f" {share}% ", "muted"))
        if not (milestones := self._state.article.milestones):
            return place
        from tui.documents.milestones import counted

        here = counted(milestones, cursor, cursor + 1)
        words = here._replace(chapter="", time="" if here.page else here.time).words
        return ((f" {words} ", "muted"), *place) if words else place
