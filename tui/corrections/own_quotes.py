"""Quotes that the reader added, and speakers where places of names changed hands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.quotes.marks import quoted_regions
from tui.analysis.results import Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.corrections.corrected import Corrected, folded
from tui.corrections.own_names import Reassigned
from tui.documents.article import Span
from tui.store.correction_rows import Correction


def own_quote(made: Correction, span: Span) -> Corrected[Quote]:
    """The quote that a correction is, where its passage stands now."""
    content, kind = _parts(made.anchor.exact, span)
    quote = Quote(content, kind, speaker_name=made.value or None, rule=QuoteRule.ADDED_BY_READER)
    return Corrected(quote, quote, own=made)


def _parts(words: str, span: Span) -> tuple[tuple[Span, ...], QuoteKind]:
    """What of a passage is quoted: its parts in quotation marks where it begins and ends with one.

    What stands between such parts ("he said") is the article's.
    """
    regions = quoted_regions(words)
    if not regions:
        return (span,), QuoteKind.INDIRECT
    outside = words[: regions[0].start] + words[regions[-1].end :]
    if any(map(str.isalnum, outside)):
        return (span,), QuoteKind.MIXED
    if len(words) != span.end - span.start:
        # Its blanks are others now: its parts could be out of place.
        return (span,), QuoteKind.DIRECT
    parts = (Span(span.start + each.start, span.start + each.end) for each in regions)
    return tuple(parts), QuoteKind.DIRECT


def respoken(quotes: Sequence[Quote], reassigned: Sequence[Reassigned]) -> Sequence[Quote]:
    """The quotes whose source is named by places that belong to somebody else now.

    Args:
        quotes: As they were found.
        reassigned: What changed hands, in text order.
    """
    return [_respoken(quote, reassigned) for quote in quotes] if reassigned else quotes


def _respoken(quote: Quote, reassigned: Sequence[Reassigned]) -> Quote:
    for part in quote.speaker:
        at = bisect_left(reassigned, part.start, key=lambda each: each.span.start)
        for span, old, new in reassigned[at:]:
            if span.start >= part.end:
                break
            was_named = quote.speaker_name and old and folded(quote.speaker_name) == folded(old)
            if span.end <= part.end and was_named:
                return replace(quote, speaker_name=new, anonymous=False)
            if (span,) == quote.speaker and new:
                # The whole source is that name: of "a spokesman for" it is not.
                return replace(quote, speaker_name=new, anonymous=False)
    return quote
