"""Narrowing, sorting and folding the rows of a panel."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.panels.row_keys import RowKind

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.panels.arrangement import Arrangement
    from tui.panels.panel import Panel


class Arranging(Part):
    """What the reader sees of the rows that there are."""

    def __init__(self, state: DeskState, surface: Surface, column: Column) -> None:
        """Arrange the rows of the panels."""
        super().__init__(state, surface)
        self._column = column

    def _arrangement(self, panel: Panel) -> Arrangement:
        return self._column.arrangements[panel.id]

    def panel_filter(self) -> None:
        """Narrow the rows of the panel to those with the typed words."""
        from tui.dialogs.narrowing import NarrowingScreen

        panel, widget = self._column.panel, self._column.focused
        if panel is None or widget is None:
            return

        def narrow(words: str) -> str:
            self._column.arrange(panel, self._arrangement(panel)._replace(words=words))
            widget.cursor = 0
            return f"{len(widget.rows)} of {len(self._column.rows_of(panel))}"

        def close(words: str | None) -> None:
            narrow(words or "")
            self.surface.update_status()

        words = self._arrangement(panel).words
        self.surface.open_dialog(NarrowingScreen(panel.title.lower(), words, narrow), close)

    def drop_filter(self) -> bool:
        """Show all rows of the panel again; `False` when it shows them."""
        panel = self._column.panel
        if panel is None or not self._arrangement(panel).words:
            return False
        self._column.arrange(panel, self._arrangement(panel)._replace(words=""))
        return True

    def panel_sort(self) -> None:
        """Show the rows of the panel in their next order."""
        panel = self._column.panel
        if panel is None:
            return
        arrangement = self._arrangement(panel)
        following = (arrangement.order + 1) % len(panel.orders)
        self._column.arrange(panel, arrangement._replace(order=following))
        self.surface.say(f"{panel.title.lower()} by {panel.orders[following].name}")

    # -- folding ----------------------------------------------------------------------

    def row_fold(self) -> None:
        """Fold the group of the row into one row."""
        row = self._column.current
        if row is None or not row.group:
            sorts = self.surface.key("panel.sort")
            self.surface.say(f"these rows have no groups; {sorts} sorts quotes by speaker")
        else:
            self._refold(row.group, lambda folded: folded | {row.group})

    def row_unfold(self) -> None:
        """Unfold the group that the row stands for."""
        row = self._column.current
        if row is not None and row.key.kind is RowKind.FOLD:
            self._refold(row.group, lambda folded: folded - {row.group})

    def toggle(self, group: str) -> None:
        """Fold a group of the focused panel, or unfold it."""
        self._refold(group, lambda folded: folded ^ {group})

    def _refold(self, group: str, change: Callable[[frozenset[str]], frozenset[str]]) -> None:
        panel, widget = self._column.panel, self._column.focused
        if panel is None or widget is None:
            return
        arrangement = self._arrangement(panel)
        self._column.arrange(panel, arrangement._replace(folded=change(arrangement.folded)))
        # Rows that come out of a fold may want more room; while rows are narrowed it stays.
        self._column.lay_out()
        widget.cursor = next((n for n, row in enumerate(widget.rows) if row.group == group), 0)
        # The first rows that came out of it are seen at once, the row of the fold with them.
        widget.reveal_below()
