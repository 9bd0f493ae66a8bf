"""How the rows of a panel are narrowed, put in order and folded; pure functions of rows.

A row may belong to a group (its type, its speaker): the rows of a group stand together, and a
folded group is one row with its count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tui.documents.folding import fold
from tui.widgets.row_list import ListRow, RowLine

FOLD_KEY = "fold "
"""What the key of the row of a folded group begins with; the group's name follows."""

FIGURES_GROUP = "dates and numbers"
"""The group of the entities that are no names; folded until the reader opens it."""

SortKey = Callable[[ListRow], Any]
"""What rows are sorted by; equals keep their order."""


class Arrangement(NamedTuple):
    """How the reader wants to see a panel."""

    order: int = 0
    """Which of the panel's orders, from 0."""
    words: str = ""
    """What the rows are narrowed by; empty shows all of them."""
    folded: frozenset[str] = frozenset()
    """The names of the groups that are one row each."""
    headed: frozenset[str] = frozenset()
    """The groups that keep a row of their own when they are unfolded."""


def arranged(
    rows: Sequence[ListRow], arrangement: Arrangement, sort_key: SortKey | None
) -> tuple[ListRow, ...]:
    """The rows as the reader wants to see them.

    Args:
        rows: All rows of the panel in its first order.
        arrangement: How to show them; its order is already in `sort_key`.
        sort_key: What to sort by inside each group; `None` keeps the order.
    """
    kept = list(narrowed(rows, arrangement.words))
    # The groups keep their order; only the rows of each are sorted.
    ranks = _ranks(kept)
    if sort_key is not None:
        kept.sort(key=sort_key)
    kept.sort(key=lambda row: ranks[row.group])
    # What was searched for is not hidden in a fold.
    return tuple(kept if arrangement.words.strip() else _with_folds(kept, arrangement))


def narrowed(rows: Iterable[ListRow], words: str) -> Iterable[ListRow]:
    """The rows in which every word is found, in any case; one stands or falls with its note.

    Args:
        rows: The rows.
        words: What was typed.
    """
    wanted = fold(words).split()
    rows = list(rows)
    texts: dict[str, str] = {}
    for row in rows:
        unit = unit_of(row)
        texts[unit] = f"{texts.get(unit, '')} {row_text(row)}"
    found = {unit for unit, text in texts.items() if _holds(fold(text), wanted)}
    return [row for row in rows if unit_of(row) in found]


def unit_of(row: ListRow) -> str:
    """The key of the row to which a row of a note or of tags belongs; else its own."""
    return row.key.removesuffix(" note").removesuffix(" tags")


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def row_text(row: ListRow) -> str:
    """Everything a row says, its group and other names included."""
    runs = [text for line in row.lines for text, _ in (*line.left, *line.right)]
    return " ".join((*runs, row.group, row.also))


def grouped_by(rows: Iterable[ListRow], group: Callable[[ListRow], str]) -> list[ListRow]:
    """The same rows in other groups."""
    return [row._replace(group=group(row)) for row in rows]


def _ranks(rows: Iterable[ListRow]) -> dict[str, int]:
    """The place of each group: in the order in which they begin."""
    ranks: dict[str, int] = {}
    for row in rows:
        ranks.setdefault(row.group, len(ranks))
    return ranks


def _with_folds(rows: Sequence[ListRow], arrangement: Arrangement) -> Iterable[ListRow]:
    counts = Counter(row.group for row in rows)
    begun: set[str] = set()
    for row in rows:
        group, is_folded = row.group, row.group in arrangement.folded
        if group not in begun and (is_folded or group in arrangement.headed):
            yield _fold_row(group, counts[group], len(row.lines), is_folded=is_folded)
        begun.add(group)
        if not is_folded:
            yield row


def _fold_row(group: str, count: int, lines: int, *, is_folded: bool) -> ListRow:
    sign = "▸" if is_folded else "▾"
    first = RowLine(((f"{sign} ", "muted"), (f"{group} {count}", "muted")))
    return ListRow((first, *[RowLine(())] * (lines - 1)), f"{FOLD_KEY}{group}", group=group)
