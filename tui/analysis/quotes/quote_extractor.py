"""Who said what: direct, indirect and mixed quotes with cue and speaker.

A quote is a source, a cue and a content (Pareti 2015). Words in quotation marks are given
to the cue beside them (Krestel et al. 2008, Elson and McKeown 2010; textacy's direct
quotation is the same idea on surface patterns); what stands outside the marks is found from the
cue's complement. A quotation with no cue of its own continues the turn of the last speaker.

Limits: one level only (what somebody says inside a quotation is part of it); quotations of
three words and less without a cue, titles and scare quotes are not listed.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.covered import Covered
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.quotes.certainty import certainty_of
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.cues import find_cues
from tui.analysis.quotes.drafts import QuoteDraft, drafts_of
from tui.analysis.quotes.joining import announced_paragraph, give_cue, join, resolve_speakers
from tui.analysis.quotes.marks import QuotedRegion, quoted_regions, word_count, word_spans
from tui.analysis.quotes.speakers import Speaker, SpeakerResolver
from tui.analysis.quotes.transcripts import transcript_quotes
from tui.analysis.quotes.turns import claim_regions, opens_next_paragraph
from tui.analysis.results import Quote, QuoteKind
from tui.analysis.rules import QuoteRule
from tui.documents.article import Span

DIRECT_SHARE = 0.9
"""Share of words in quotation marks from which on a quote counts as direct."""

_NEAR = 3
"""Quotes before one that may hold the same words."""
_TRIMMED = " \t\n ,;:"


def find_quotes(parsed: ParsedText, entities: EntityIndex) -> tuple[Quote, ...]:
    """The quotes of a text, in text order.

    Pure: the same parse and entities give the same quotes, and no text is refused.
    """
    drafts: list[QuoteDraft] = []
    awaiting: tuple[Paragraph, Cue] | None = None
    for paragraph in parsed.paragraphs:
        is_continued = bool(drafts) and drafts[-1].is_open
        regions = quoted_regions(paragraph.text, is_continued=is_continued)
        cues = find_cues(paragraph, _quoted_tokens(paragraph, regions))
        claims = claim_regions(paragraph, regions, cues)
        found = drafts_of(paragraph, regions, cues, claims)
        block = None
        if awaiting is not None and not (regions and regions[0].start <= 1):
            block = announced_paragraph(paragraph, awaiting)
        if block is not None:
            found = [block]
        elif found and awaiting is not None:
            give_cue(found, awaiting)
        join(drafts, found, paragraph)
        awaiting = opens_next_paragraph(paragraph, cues) if cues else None
    if drafts and drafts[-1].is_open and drafts[-1].cue is None and len(drafts[-1].spans) == 1:
        drafts.pop()
    reported = [span for draft in drafts for span in (*draft.spans, *draft.regions)]
    resolve_speakers(drafts, SpeakerResolver(parsed, entities, reported))
    quotes = [quote for draft in drafts if (quote := _quote(parsed, draft)) is not None]
    turns = transcript_quotes(parsed.article, entities, parsed.span)
    if turns:
        # What a turn reports is part of it.
        said = Covered(span for turn in turns for span in turn.content)
        quotes = [q for q in quotes if not said.overlaps(q.content[0])] + turns
    quotes.sort(key=lambda quote: (quote.content[0].start, -quote.content[-1].end))
    return tuple(_without_repeats(quotes))


def _quoted_tokens(paragraph: Paragraph, regions: Iterable[QuotedRegion]) -> list[bool]:
    """For each token of a paragraph whether it stands in quotation marks."""
    flags = [False] * len(paragraph.doc)
    regions = list(regions)
    position = 0
    for i, offset in enumerate(paragraph.offsets if regions else ()):
        while position < len(regions) and regions[position].end <= offset:
            position += 1
        if position < len(regions):
            flags[i] = regions[position].start <= offset < regions[position].end
    return flags


def _quote(parsed: ParsedText, draft: QuoteDraft) -> Quote | None:
    text = parsed.article.text
    content = _tidy(text, draft.spans)
    if not content:
        return None
    cue: tuple[Span, ...] = ()
    if draft.cue is not None:
        doc = draft.paragraph.doc
        first, stop = draft.cue.tokens
        cue = (draft.paragraph.between(doc[first], doc[stop - 1]),)
    kind = _kind(text, content, draft.regions)
    return Quote(
        content=content,
        kind=kind,
        cue=cue,
        speaker=_places(draft.speaker),
        speaker_name=draft.name,
        anonymous=draft.anonymous,
        rule=draft.rule,
        certainty=certainty_of(
            draft.rule,
            words=sum(word_count(text[start:end]) for start, end in content),
            is_quoted=kind is not QuoteKind.INDIRECT,
            by_pronoun=draft.speaker is not None and draft.speaker.by_pronoun,
            has_speaker=draft.name is not None or bool(_places(draft.speaker)),
        ),
        view=draft.rule is QuoteRule.VIEW,
    )


def _places(speaker: Speaker | None) -> tuple[Span, ...]:
    return (speaker.span,) if speaker is not None and speaker.span is not None else ()


def _tidy(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, apart from each other, without blanks at their ends."""
    tidy: list[Span] = []
    for start, end in sorted(spans):
        if tidy and start < tidy[-1].end:
            start = tidy[-1].end
        while start < end and text[start] in _TRIMMED:
            start += 1
        while start < end and text[end - 1] in _TRIMMED:
            end -= 1
        if start < end:
            tidy.append(Span(start, end))
    return tuple(tidy)


def _kind(text: str, content: tuple[Span, ...], regions: list[Span]) -> QuoteKind:
    """Direct, indirect or mixed, by the share of words in quotation marks."""
    places = [start for span in content for start, _ in word_spans(text, span.start, span.end)]
    marked = Covered(regions)
    quoted = sum(map(marked.contains, places))
    if not places or not quoted:
        return QuoteKind.INDIRECT
    return QuoteKind.DIRECT if quoted >= DIRECT_SHARE * len(places) else QuoteKind.MIXED


def _without_repeats(quotes: list[Quote]) -> list[Quote]:
    """Of quotes with the same words only the first, and none that another one reports.

    "Issued a statement saying that ..." is one quote; so is "she said that he denied it".
    """
    kept: list[Quote] = []
    for quote in quotes:
        near = kept[-_NEAR:]
        if any(quote.content == other.content or _reports(other, quote) for other in near):
            continue
        kept.append(quote)
    return kept


def _reports(outer: Quote, inner: Quote) -> bool:
    """Whether a quote stands with its cue inside the words of another one.

    A participle is excepted: most of these still have the outer speaker (", adding that").
    """
    if inner.rule is QuoteRule.PARTICIPLE or inner.cue == ():
        return False
    first, last = inner.content[0].start, inner.content[-1].end
    return any(
        span.start <= first and last <= span.end and span.contains(inner.cue[0].start)
        for span in outer.content
    )
