"""How large the panel with the keys is among the others; what is chosen is remembered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.geometry import Size

from tui.desk.part import Part
from tui.errors import ClosereadError
from tui.settings.config import FOCUSED_CHOICES
from tui.settings.picks import remember_pick
from tui.widgets.panel_rooms import has_sizes, sheet_rows

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

_SAID = {
    "even": "all panels have their own size",
    "large": "the panel with the keys is large",
    "whole": "the panel with the keys takes all the room",
}
_SAID_OF_SHEET = {
    "even": "the panels take few rows",
    "large": "the panels take about half of the window",
    "whole": "the panels take most of the window",
}


class PanelSize(Part):
    """The commands that make the panel with the keys larger or smaller."""

    def __init__(self, state: DeskState, surface: Surface, column: Column) -> None:
        """Change the size of panels."""
        super().__init__(state, surface)
        self._column = column

    def works(self, command_id: str) -> bool:
        """There is another size."""
        return has_sizes(self._window) and self._next(command_id) is not None

    def panel_larger(self) -> None:
        """Give the panel with the keys more room."""
        self._change("panel.larger")

    def panel_smaller(self) -> None:
        """Give the others more room."""
        self._change("panel.smaller")

    @property
    def _window(self) -> Size:
        return Size(self.surface.width, self.surface.height)

    def _next(self, command_id: str) -> str | None:
        """The next size that makes a difference in this window."""
        now, window = FOCUSED_CHOICES.index(self._column.size), self._window
        larger, smaller = FOCUSED_CHOICES[now + 1 :], FOCUSED_CHOICES[:now][::-1]
        rows = sheet_rows(window, FOCUSED_CHOICES[now])
        for size in larger if command_id == "panel.larger" else smaller:
            if not self.surface.is_narrow or sheet_rows(window, size) != rows:
                return size
        return None

    def _change(self, command_id: str) -> None:
        size = self._next(command_id)
        if not has_sizes(self._window):
            self.surface.say("this window has room for one open panel; it takes all of it")
        elif size is None:
            most = "large" if command_id == "panel.larger" else "small"
            self.surface.say(f"the panels are as {most} as this window lets them be")
        else:
            self._column.resize(size)
            said = _SAID_OF_SHEET if self.surface.is_narrow else _SAID
            self.surface.say(said[size])
            if not self.state.private:
                self.surface.in_thread(partial(self._remember, size), "panel size", exclusive=True)

    def _remember(self, size: str) -> None:
        """Write the choice down; runs in a thread."""
        try:
            remember_pick(self.state.paths.panels, size, self.state.config.panels.focused)
        except (ClosereadError, OSError) as error:
            reason = f"the size of the panels is not remembered: {error}"
            self.surface.in_loop(partial(self.surface.say, warning=True), reason)
