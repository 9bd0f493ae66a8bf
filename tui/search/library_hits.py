"""The highlights that a search of the library found, each read whole when it is asked for.

A search ranks what it found by the words of the index alone. A list shows a page of it, so
that reading the others, with their sums, notes and tags, is left to the moment they are shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from tui.documents.article import Span
from tui.search.filters import Filters, Marks, RecordFacts
from tui.search.matching import joined, weigh
from tui.search.vocabulary import Expansion

if TYPE_CHECKING:
    from tui.search.searchable import SearchableLibrary
    from tui.store.highlight_records import HighlightRecord

PAGE = 40
"""Highlights that are read at a time: about as many rows as a list shows."""


@dataclass(frozen=True, slots=True)
class LibraryHit:
    """A highlight that was found."""

    record: HighlightRecord
    """The highlight and its article."""
    score: float
    """More is better; 0 without a query."""
    quote_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.anchor.exact`."""
    note_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.note`."""
    speaker_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.highlight.speaker`."""
    title_marks: tuple[Span, ...] = ()
    """The matched letters, as code points of `record.document.title`."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A found passage with the text around it."""

    text: str
    """What stands before the highlight, the highlight, what stands after it."""
    quote: Span
    """The highlight, as code points of `text`."""
    marks: tuple[Span, ...]
    """The matched letters, as code points of `text`; all inside `quote`."""


class FoundHighlights:
    """Reads what one query has found."""

    def __init__(
        self,
        library: SearchableLibrary,
        expansions: Sequence[Expansion] = (),
        filters: Filters | None = None,
    ) -> None:
        """Remember the query; nothing is read yet.

        Args:
            library: All highlights.
            expansions: Its words, with what each may mean.
            filters: What it asks beside them; a highlight that does not meet them is left out.
        """
        self._library = library
        self._expansions, self._filters = expansions, filters

    def best_first(self, bounds: Mapping[int, float]) -> Iterator[LibraryHit]:
        """The highlights, and of equals the latest first; damaged ones are left out.

        Args:
            bounds: By its key the most that the score of each can be. With filters the score is
                known when the highlight has been read, without them it is the bound itself.
        """
        # A row comes out when no other can be better, so that no more are read than need be.
        waiting = [(-bound, -key) for key, bound in bounds.items()]
        heapify(waiting)
        known: dict[int, HighlightRecord] = {}
        while waiting:
            cost, number = waiting[0]
            record = known.pop(-number, None)
            if record is None:
                self._read_page(waiting, known)
            else:
                heappop(waiting)
                yield self._hit(record, -cost)

    def _read_page(
        self, waiting: list[tuple[float, int]], known: dict[int, HighlightRecord]
    ) -> None:
        """Read the first that wait, and let them wait with the scores they have."""
        page = [heappop(waiting) for _ in range(min(PAGE, len(waiting)))]
        records = dict(self._library.highlights_by_key([-n for _, n in page if -n not in known]))
        for cost, number in page:
            record = records.get(-number)
            if -number in known:
                heappush(waiting, (cost, number))
            elif record is not None and (score := self._score(record, -cost)) is not None:
                known[-number] = record
                heappush(waiting, (-score, number))

    def _score(self, record: HighlightRecord, bound: float) -> float | None:
        """The score of a highlight; `None` for one that does not meet the query."""
        if self._filters is None:
            return bound
        facts = facts_of(record)
        if not self._filters.meets(facts):
            return None
        score = self._filters.score(facts)
        if self._expansions:
            weighed = weigh(self._expansions, facts.shown)
            return score + weighed.score if weighed else None
        return score

    def _hit(self, record: HighlightRecord, score: float) -> LibraryHit:
        shown = _fields(record)
        weighed = weigh(self._expansions, shown) if self._expansions else None
        marks: Marks = weighed.match().marks if weighed else ((),) * len(shown)
        if self._filters is not None:
            others = self._filters.marks(facts_of(record))
            marks = tuple(tuple(joined((*a, *b))) for a, b in zip(marks, others, strict=True))
        quote, note, speaker, title = marks
        return LibraryHit(record, score, quote, note, speaker, title)


def preview(hit: LibraryHit) -> Preview:
    """The passage of a hit in its context.

    Args:
        hit: A row of the finder.
    """
    anchor = hit.record.highlight.anchor
    before = len(anchor.prefix)
    return Preview(
        text=anchor.prefix + anchor.exact + anchor.suffix,
        quote=Span(before, before + len(anchor.exact)),
        marks=tuple(Span(before + start, before + end) for start, end in hit.quote_marks),
    )


def _fields(record: HighlightRecord) -> tuple[str, str, str, str]:
    highlight = record.highlight
    return (
        highlight.anchor.exact,
        highlight.note,
        highlight.speaker or "",
        record.document.title,
    )


def facts_of(record: HighlightRecord) -> RecordFacts:
    """What a highlight can be asked about.

    Args:
        record: The highlight.
    """
    highlight, document = record.highlight, record.document
    states = ["noted"] if highlight.note else []
    states += ["tagged"] if highlight.tags else []
    states += [highlight.found.state] if highlight.found else []
    return RecordFacts(
        shown=_fields(record),
        kinds=("mark", "highlight"),
        # Who stands in it is not kept; a name that stands in it does as well.
        about=(highlight.anchor.exact,),
        who=highlight.speaker or "",
        note=highlight.note,
        sources=(document.title, document.source),
        tags=highlight.tags,
        colour=highlight.colour.value,
        day=highlight.created[:10],
        states=tuple(states),
    )
