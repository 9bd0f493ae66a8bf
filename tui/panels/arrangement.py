"""How the rows of a panel are narrowed, put in order and folded; pure functions of rows.

A row may belong to a group (its type, its speaker): the rows of a group stand together, and a
folded group is one row with its count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tui.documents.folding import fold
from tui.panels.row_keys import PanelRow, RowKey, RowKind
from tui.widgets.row_list import RowLine

SortKey = Callable[[PanelRow], Any]
"""What rows are sorted by; equals keep their order."""
FoldWords = Callable[[str, int], str]
"""What the row of a group says, from its name and the number of its rows."""


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


def count_behind(group: str, count: int) -> str:
    """The name of a group and the number of its rows."""
    return f"{group} {count}"


def arranged(
    rows: Sequence[PanelRow],
    arrangement: Arrangement,
    sort_key: SortKey | None,
    fold_words: FoldWords = count_behind,
) -> tuple[PanelRow, ...]:
    """The rows as the reader wants to see them.

    Args:
        rows: All rows of the panel in its first order.
        arrangement: How to show them; its order is already in `sort_key`.
        sort_key: What to sort by inside each group; `None` keeps the order.
        fold_words: What the rows of the folds say.
    """
    kept = list(narrowed(rows, arrangement.words))
    # The groups keep their order; only the rows of each are sorted.
    ranks = _ranks(kept)
    if sort_key is not None:
        kept.sort(key=sort_key)
    kept.sort(key=lambda row: ranks[row.group])
    # What was searched for is not hidden in a fold.
    if arrangement.words.strip():
        return tuple(kept)
    return tuple(_with_folds(kept, arrangement, fold_words))


def narrowed(rows: Iterable[PanelRow], words: str) -> Iterable[PanelRow]:
    """The rows in which every word is found, in any case; one stands or falls with its note.

    Args:
        rows: The rows.
        words: What was typed.
    """
    wanted = fold(words).split()
    rows = list(rows)
    texts: dict[RowKey, str] = {}
    for row in rows:
        unit = row.key.unit
        texts[unit] = f"{texts.get(unit, '')} {row_text(row)}"
    found = {unit for unit, text in texts.items() if _holds(fold(text), wanted)}
    if wanted:
        found = {unit for unit in found if unit.kind is not RowKind.REMARK}
    return [row for row in rows if row.key.unit in found]


def _holds(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)


def row_text(row: PanelRow) -> str:
    """Everything a row says, its group and other names included."""
    runs = [text for line in row.lines for text, _ in (*line.left, *line.right)]
    return " ".join((*runs, row.group, row.also))


def _ranks(rows: Iterable[PanelRow]) -> dict[str, int]:
    """The place of each group: in the order in which they begin."""
    ranks: dict[str, int] = {}
    for row in rows:
        ranks.setdefault(row.group, len(ranks))
    return ranks


def _with_folds(
    rows: Sequence[PanelRow], arrangement: Arrangement, fold_words: FoldWords
) -> Iterable[PanelRow]:
    counts = Counter(row.group for row in rows)
    begun: set[str] = set()
    for row in rows:
        group, is_folded = row.group, row.group in arrangement.folded
        if group not in begun and (is_folded or group in arrangement.headed):
            words = fold_words(group, counts[group])
            yield _fold_row(group, words, len(row.lines), is_folded=is_folded)
        begun.add(group)
        if not is_folded:
            yield row


def _fold_row(group: str, words: str, lines: int, *, is_folded: bool) -> PanelRow:
    shown = fold_lines(words, lines, is_folded=is_folded)
    return PanelRow(shown, RowKey(RowKind.FOLD, group), group=group)


def fold_lines(words: str, lines: int, *, is_folded: bool) -> tuple[RowLine, ...]:
    """The lines of a row that rows are folded into."""
    sign = "▸" if is_folded else "▾"
    return (RowLine(((f"{sign} ", "muted"), (words, "muted"))), *[RowLine(())] * (lines - 1))
