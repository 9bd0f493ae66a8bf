"""Highlights put together with their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tui.store.marked_article import MarkedArticle

if TYPE_CHECKING:
    from tui.store.highlight_records import HighlightRecord


def by_article(records: Iterable[HighlightRecord]) -> Iterator[MarkedArticle]:
    """The records article by article, in the order in which each article first comes."""
    kept = list(records)
    first: dict[str, int] = {}
    for position, record in enumerate(kept):
        first.setdefault(record.document.id, position)
    kept.sort(key=lambda record: (first[record.document.id], record.highlight.anchor.start))
    for _, group in groupby(kept, key=lambda record: record.document.id):
        members = list(group)
        yield MarkedArticle(members[0].document, tuple(member.highlight for member in members))
