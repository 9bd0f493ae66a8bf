"""The rows of a list over the whole desk, and the headings among them that nobody stops at."""

from __future__ import annotations

from dataclasses import dataclass

from tui.ledger import LESS_SURE
from tui.widgets.row_list import ListRow, RowLine, RowList, Run

MOST_ROWS = 500
"""Rows read at once; of more the list says how many they are and that `f` filters."""
HEADING = "heading "
"""What the keys of rows that name a group of rows begin with."""
OTHERS = "others"
"""The key of the fold of the questions that are not near a passage."""
_MORE_KEY = "more"
NO_COMMENT = "no-comment"
"""The key of the row that stands for questions to which somebody made no comment."""
FOLDS = frozenset({NO_COMMENT, LESS_SURE, OTHERS})
"""The keys of the rows that stand for questions until they are opened."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was read for a list."""

    rows: tuple[ListRow, ...]
    """Its rows."""
    head: tuple[Run, ...]
    """What the line above them says: counts."""
    nothing: str
    """What to say when there are no rows."""


def more_row(count: int | None, filters: str) -> ListRow:
    """The row that ends a list which is longer than what is read at once.

    Args:
        count: How many rows there are besides; `None` when they were not counted.
        filters: The key that filters.
    """
    number = "more" if count is None else f"{count:,} more"
    words = f"{number}: {filters} filters"
    return ListRow((RowLine((("", ""),)), RowLine(((f"  {words}", "muted"),))), _MORE_KEY)


def is_heading(row: ListRow) -> bool:
    """Whether a row stands for nothing that a command could be about."""
    return row.key == _MORE_KEY or row.key.startswith(HEADING)


class ShelfRows(RowList):
    """Rows whose cursor passes over headings."""

    counts_row = staticmethod(lambda row: not is_heading(row) and row.key not in FOLDS)

    def step(self, by: int) -> None:
        """Move by rows, on to the next that is no heading."""
        self.cursor += by
        if self.cursor == 1:
            # The heading of the first group is shown with it.
            self.reveal(0)
        self.pass_headings(1 if by > 0 else -1)

    def pass_headings(self, direction: int) -> None:
        """Move the cursor off a heading, on in a direction and else back."""
        at = self.cursor
        for step in (direction, -direction):
            number = at
            while 0 <= number < len(self.rows):
                if not is_heading(self.rows[number]):
                    self.cursor = number
                    return
                number += step

    @property
    def chosen(self) -> ListRow | None:
        """The row that a command is about; `None` in a list without any."""
        row = self.current
        return None if row is None or is_heading(row) else row
