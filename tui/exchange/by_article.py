"""Marks put together with their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.store.documents import DocumentRecord
    from tui.store.highlight_records import HighlightRecord
    from tui.store.highlight_rows import Highlight


class MarkedArticle(NamedTuple):
    """An article with its marks."""

    document: DocumentRecord
    """The article."""
    highlights: tuple[Highlight, ...]
    """Its marks in text order; never empty."""


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
