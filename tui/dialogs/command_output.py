"""What a shell command printed, line by line."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells

from tui.dialogs.list import ListScreen
from tui.widgets.row_list import ListRow, RowLine

MOST_ROWS = 2000
"""Rows that are listed at the most: more would hold up the keys while they are formatted."""


class OutputScreen(ListScreen[None]):
    """Lines to scroll through."""

    def __init__(self, title: str, lines: tuple[str, ...]) -> None:
        """Show lines under a title."""
        super().__init__(title)
        self._lines = lines

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The lines, long ones over several rows."""
        if not width:
            return ()
        # The last column stays free, as behind the words of other lists.
        width = max(1, width - 1)
        shown: list[str] = []
        for line in self._lines:
            if len(shown) > MOST_ROWS:
                break
            line = line[: width * MOST_ROWS]
            shown += chop_cells(line, width) if cell_len(line) > width else [line]
        if len(shown) > MOST_ROWS:
            shown[MOST_ROWS:] = ["(the rest is not listed; > FILE behind the command keeps all)"]
        return tuple(
            ListRow((RowLine(((line, ""),)),), f"{number}") for number, line in enumerate(shown)
        )
