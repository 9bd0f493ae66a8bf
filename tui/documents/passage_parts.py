"""Passages of one or more parts: a quote that “she said” divides is one passage of two parts.

The parts are spans of the text, in its order, of which no two overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.documents.article import Span

Parts = tuple[Span, ...]
"""A passage: its parts in text order, at least one."""
Where = Span | Parts
"""A passage of one part, or its parts."""
GAP = " … "
"""Stands between the words of two parts where they are shown as one passage."""


def parts_of(where: Where) -> Parts:
    """A passage as its parts, in text order: one span is its only part."""
    return (where,) if isinstance(where, Span) else where


def words_in(text: str, parts: Iterable[Span]) -> str:
    """The words of a passage as one text, with `GAP` between its parts."""
    return GAP.join([text[part.start : part.end] for part in parts])


def reach(parts: Sequence[Span]) -> Span:
    """From where a passage begins to where it ends, with what lies between its parts."""
    return Span(parts[0].start, parts[-1].end)


def size(parts: Iterable[Span]) -> int:
    """How many code points the parts have, what lies between them not counted."""
    return sum(part.end - part.start for part in parts)


def contains(parts: Iterable[Span], offset: int) -> bool:
    """Whether an offset lies in one of the parts."""
    return any(part.contains(offset) for part in parts)


def holds(outer: Sequence[Span], inner: Iterable[Span]) -> bool:
    """Whether each part of a passage lies in one of another."""
    return all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


def overlap(parts: Iterable[Span], other: Span) -> bool:
    """Whether one of the parts shares a code point with a span."""
    return any(part.overlaps(other) for part in parts)
