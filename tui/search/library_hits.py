"""The highlights that a search of the library found, each read whole when it is asked for.

A search ranks what it found by the words of the index alone. A list shows a page of it, so
that reading the others, with their sums, notes and tags, is left to the moment they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Span
from tui.documents.divided_words import cuts, whole_words, within
from tui.documents.words_around import words_before, words_behind
from tui.search.filters import Filters, Marks, RecordFacts
from tui.search.matching import Weighed, joined
from tui.store.anchors import CONTEXT
from tui.store.clock import local_day

if TYPE_CHECKING:
    from tui.search.searchable import SearchableLibrary
    from tui.store.highlight_records import HighlightRecord

_Waiting = tuple[float, int, Weighed | None]
"""A highlight in a heap: its bound and its key, both negative, the best first."""
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
    """The matched letters, as code points of `record.highlight.words`."""
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


class Ranked(NamedTuple):
    """A highlight of which only the words are known."""

    key: int
    """Its key; newer ones are higher."""
    bound: float = 0.0
    """The most that its score can be: the score itself where a query has no filters."""
    weighed: Weighed | None = None
    """How its words match those of the query; `None` for a query without words."""


class FoundHighlights:
    """Reads what one query has found."""

    def __init__(self, library: SearchableLibrary, filters: Filters | None = None) -> None:
        """Remember where to read; nothing is read yet.

        Args:
            library: All highlights.
            filters: What is asked beside words; a highlight that does not meet it is left out.
        """
        self._library = library
        self._filters = filters

    def best_first(self, ranked: Iterable[Ranked]) -> Iterator[LibraryHit]:
        """The highlights, and of equals the latest first; damaged ones are left out.

        Args:
            ranked: What may meet the query, in any order.
        """
        # A row comes out when no other can be better, so that no more are read than need be.
        waiting = [(-each.bound, -each.key, each.weighed) for each in ranked]
        heapify(waiting)
        known: dict[int, HighlightRecord] = {}
        while waiting:
            cost, number, weighed = waiting[0]
            record = known.pop(-number, None)
            if record is None:
                self._read_page(waiting, known)
            else:
                heappop(waiting)
                yield self._hit(record, -cost, weighed)

    def _read_page(self, waiting: list[_Waiting], known: dict[int, HighlightRecord]) -> None:
        """Read the first that wait, and let them wait with the scores they have."""
        page = [heappop(waiting) for _ in range(min(PAGE, len(waiting)))]
        records = dict(self._library.highlights_by_key([-n for _, n, _ in page if -n not in known]))
        for cost, number, weighed in page:
            record = records.get(-number)
            if -number in known:
                heappush(waiting, (cost, number, weighed))
            elif record is not None and (score := self._score(record, -cost, weighed)) is not None:
                known[-number] = record
                heappush(waiting, (-score, number, weighed))

    def _score(
        self, record: HighlightRecord, bound: float, weighed: Weighed | None
    ) -> float | None:
        """The score of a highlight; `None` for one that does not meet the filters."""
        if self._filters is None:
            return bound
        facts = facts_of(record)
        if not self._filters.meets(facts):
            return None
        return self._filters.score(facts) + (weighed.score if weighed else 0.0)

    def _hit(self, record: HighlightRecord, score: float, weighed: Weighed | None) -> LibraryHit:
        shown = _fields(record)
        marks: Marks = weighed.match(shown).marks if weighed else ((),) * len(shown)
        if self._filters is not None:
            others = self._filters.marks(facts_of(record))
            marks = tuple(tuple(joined((*a, *b))) for a, b in zip(marks, others, strict=True))
        quote, note, speaker, title = marks
        gone = cuts(record.highlight.words)
        return LibraryHit(record, score, within(quote, gone), note, speaker, title)


def preview(hit: LibraryHit) -> Preview:
    """The passage of a hit in its context.

    Args:
        hit: A row of the finder.
    """
    highlight = hit.record.highlight
    first, words, suffix = highlight.anchor, highlight.words, highlight.anchors[-1].suffix
    # An anchor has so many code points of its text on either side, or all there are.
    prefix = words_before(first.prefix, is_cut=first.start > len(first.prefix))
    suffix = words_behind(suffix, is_cut=len(suffix) == CONTEXT)
    before = len(prefix)
    return Preview(
        text=prefix + words + suffix,
        quote=Span(before, before + len(words)),
        marks=tuple(Span(before + start, before + end) for start, end in hit.quote_marks),
    )


def _fields(record: HighlightRecord) -> tuple[str, str, str, str]:
    highlight = record.highlight
    return (
        whole_words(highlight.words),
        highlight.note,
        highlight.speaker or "",
        record.document.title,
    )


def facts_of(record: HighlightRecord) -> RecordFacts:
    """What a highlight can be asked about.

    Args:
        record: The highlight.
    """
    highlight, document, made = record.highlight, record.document, record.made
    shown = _fields(record)
    states = ["noted"] if highlight.note else []
    states += ["tagged"] if highlight.tags else []
    states += [highlight.found.state] if highlight.found else []
    states += ["anonymous"] if made and made.is_anonymous else []
    return RecordFacts(
        shown=shown,
        kinds=("mark", "highlight", *(made.kinds if made else ())),
        about=(shown[0], *((made.speaker, *made.names) if made else ())),
        who=tuple(filter(None, (highlight.speaker, made.speaker if made else ""))),
        note=highlight.note,
        sources=tuple(filter(None, (document.title, *document.origins))),
        tags=highlight.tags,
        colour=highlight.colour.value,
        day=local_day(highlight.created),
        states=tuple(states),
    )
