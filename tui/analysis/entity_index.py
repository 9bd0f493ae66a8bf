"""Finding entities by the place that names or means them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tui.analysis.results import Entity
from tui.documents.article import Span


class EntityIndex:
    """Entities by the place they are named or meant."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Index every mention and reference."""
        self.entities: tuple[Entity, ...] = tuple(entities)
        places = sorted(
            (mention.span, number)
            for number, entity in enumerate(self.entities)
            for mention in (*entity.mentions, *entity.references)
        )
        self._spans: Sequence[Span] = [span for span, _ in places]
        self._owners: Sequence[int] = [number for _, number in places]

    def inside(self, span: Span) -> list[tuple[Span, Entity]]:
        """Every mention or reference that lies inside `span`, in text order."""
        found = []
        position = bisect_right(self._spans, (span.start, span.start))
        while position < len(self._spans) and self._spans[position].start < span.end:
            if self._spans[position].end <= span.end:
                found.append((self._spans[position], self.entities[self._owners[position]]))
            position += 1
        return found

    def named_inside(self, span: Span) -> list[tuple[Span, Entity]]:
        """Every place inside `span` that names an entity, without what only means it."""
        return [(place, entity) for place, entity in self.inside(span) if _names(entity, place)]

    def at(self, offset: int) -> Entity | None:
        """The entity whose mention or reference covers the code point at `offset`."""
        position = bisect_right(self._spans, (offset, 1 << 60)) - 1
        # Mentions do not overlap, but a reference may hold one ("Nato's secretary-general").
        for candidate in range(position, max(position - 4, -1), -1):
            if self._spans[candidate].contains(offset):
                return self.entities[self._owners[candidate]]
        return None


def _names(entity: Entity, place: Span) -> bool:
    """Whether a place is a mention; mentions are in text order, and may be a hundred thousand."""
    position = bisect_left(entity.mentions, place, key=lambda mention: mention.span)
    return position < len(entity.mentions) and entity.mentions[position].span == place
