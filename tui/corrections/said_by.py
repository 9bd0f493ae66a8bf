"""Who says a passage: somebody only where every word of it is part of what they are quoted with.

The one place where that is decided, for copies, highlights and lists: a sentence that holds more
than the quote is the article's own, and its words must not be put into anybody's mouth.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.documents.passage_parts import overlap
from tui.store.correction_rows import CorrectionKind

if TYPE_CHECKING:
    from tui.analysis.results import Quote
    from tui.corrections.corrected import PlacedCorrection
    from tui.documents.article import Span


_NAMES_SPEAKER = (CorrectionKind.SPEAKER, CorrectionKind.QUOTE)


def speaker_of(quotes: Iterable[Quote], text: str, spans: Sequence[Span]) -> str | None:
    """Who says the words of a passage.

    Args:
        quotes: The quotes as the reader has them; a view is nobody's words.
        text: The text they and the passage stand in.
        spans: The parts of the passage.

    Returns:
        The speaker of the shortest quote with all letters and digits of the passage in its
        content; `None` where there is none, or its speaker is not known.
    """
    if not any(_has_words(text, span.start, span.end) for span in spans):
        return None
    holding = [quote for quote in quotes if not quote.view and _holds(quote, text, spans)]
    inmost = min(holding, key=_size, default=None)
    return inmost.speaker_name if inmost else None


def set_by_hand(corrections: Iterable[PlacedCorrection], *spans: Span) -> frozenset[str]:
    """The speakers that the reader gave to quotes which share words with a passage."""
    return frozenset(
        each.correction.value
        for each in corrections
        if each.correction.kind in _NAMES_SPEAKER and each.span and overlap(spans, each.span)
    )


def _holds(quote: Quote, text: str, spans: Sequence[Span]) -> bool:
    """Whether nothing but blanks and punctuation of the spans is outside of the quote."""
    for span in spans:
        start = span.start
        for part in sorted(quote.content):
            if start < part.start and _has_words(text, start, min(part.start, span.end)):
                return False
            start = max(start, part.end)
        if _has_words(text, start, span.end):
            return False
    return True


def _has_words(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start:end]))


def _size(quote: Quote) -> tuple[int, bool]:
    return sum(part.end - part.start for part in quote.content), quote.speaker_name is None
