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
from dataclasses import dataclass, field, replace

from tui.analysis.attribution import reported_content
from tui.analysis.cue import Cue
from tui.analysis.cues import find_cues
from tui.analysis.lexicons.reporting import words
from tui.analysis.parsed import EntityIndex, Paragraph, ParsedText
from tui.analysis.quotation_marks import QuotedRegion, quoted_regions, word_spans
from tui.analysis.quotation_turns import Claim, claim_regions, opens_next_paragraph
from tui.analysis.results import Quote, QuoteKind
from tui.analysis.speakers import Speaker, SpeakerResolver
from tui.documents.article import Span

DIRECT_SHARE = 0.9
"""Share of words in quotation marks from which on a quote counts as direct."""

_NO_CONTENT = words(
    "so it this that these those they them he him she her we us i me you which what who as more"
)
_NEAR = 3
"""Quotes before one that may hold the same words."""
_TRIMMED = " \t\n ,;:"


@dataclass(slots=True)
class _Draft:
    """A quote in the making; offsets already count in the article."""

    paragraph: Paragraph
    spans: list[Span]
    regions: list[Span]
    """All quoted regions of its paragraphs, to tell its kind."""
    cue: Cue | None
    rule: str
    place: int
    """Where its speaker is named, else where it begins: the order of resolving."""
    is_open: bool = False
    """Whether the next paragraph goes on with it."""
    speaker: Speaker | None = field(default=None)
    name: str | None = None
    anonymous: bool = False


def find_quotes(parsed: ParsedText, entities: EntityIndex) -> tuple[Quote, ...]:
    """The quotes of a text, in text order.

    Pure: the same parse and entities give the same quotes, and no text is refused.
    """
    drafts: list[_Draft] = []
    awaiting: tuple[Paragraph, Cue] | None = None
    for paragraph in parsed.paragraphs:
        is_continued = bool(drafts) and drafts[-1].is_open
        regions = quoted_regions(paragraph.text, is_continued=is_continued)
        cues = find_cues(paragraph.doc, _quoted_tokens(paragraph, regions))
        claims = claim_regions(paragraph.doc, regions, cues)
        found = _drafts(paragraph, regions, cues, claims)
        if found and awaiting is not None:
            _give_cue(found, awaiting)
        _join(drafts, found, paragraph)
        awaiting = opens_next_paragraph(paragraph, cues) if cues else None
    if drafts and drafts[-1].is_open and drafts[-1].cue is None and len(drafts[-1].spans) == 1:
        drafts.pop()
    _resolve(drafts, SpeakerResolver(entities))
    quotes = [quote for draft in drafts if (quote := _quote(parsed, draft)) is not None]
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


def _drafts(
    paragraph: Paragraph,
    regions: tuple[QuotedRegion, ...],
    cues: list[Cue],
    claims: list[Claim],
) -> list[_Draft]:
    """The quotes of one paragraph, speakers not yet resolved."""
    doc, start = paragraph.doc, paragraph.start
    marked = [Span(start + r.start, start + r.end) for r in regions]
    drafts = []
    for claim in claims:
        spans = [Span(start + first, start + end) for first, end in claim.parts]
        place = _place(paragraph, claim.cue, spans[0].start)
        draft = _Draft(paragraph, spans, marked, claim.cue, claim.rule, place)
        draft.is_open = claim.is_open
        drafts.append(draft)
    claimed_cues = {claim.cue.head for claim in claims if claim.cue is not None}
    taken = [span for draft in drafts for span in draft.spans]
    for cue in cues:
        if cue.head in claimed_cues or (cue.source is None and not cue.is_passive):
            continue
        spans = [
            _with_regions(
                _off_marks(paragraph, paragraph.between(doc[first], doc[stop - 1]), marked), marked
            )
            for first, stop in reported_content(doc, cue)
        ]
        spans = [span for span in spans if not any(span.overlaps(other) for other in taken)]
        if spans and not _is_empty_content(paragraph, spans):
            place = _place(paragraph, cue, spans[0].start)
            drafts.append(_Draft(paragraph, spans, marked, cue, cue.rule, place))
    return drafts


def _place(paragraph: Paragraph, cue: Cue | None, default: int) -> int:
    if cue is None:
        return default
    return paragraph.start + paragraph.doc[cue.head].idx


def _off_marks(paragraph: Paragraph, span: Span, marked: list[Span]) -> Span:
    """A span without the mark at its end that opens the next quotation.

    The parser often gives that mark to the sentence before it.
    """
    text, start = paragraph.text, paragraph.start
    for region in marked:
        if span.start < region.start < span.end < region.end:
            shared = text[region.start - start : span.end - start]
            if not any(character.isalnum() for character in shared):
                kept = text[span.start - start : region.start - start].rstrip(" \t\n.")
                return Span(span.start, span.start + len(kept))
    return span


def _with_regions(span: Span, marked: list[Span]) -> Span:
    """A span that cuts no quotation in two, its marks included."""
    for region in marked:
        if region.start <= span.start < region.end or region.start < span.end < region.end:
            span = Span(min(span.start, region.start), max(span.end, region.end))
        elif span.end == region.end - 1 and region.start >= span.start:
            span = Span(span.start, region.end)
    return span


def _is_empty_content(paragraph: Paragraph, spans: list[Span]) -> bool:
    """Whether the content is a bare pronoun that repeats what stands elsewhere."""
    found = [
        paragraph.text[s.start - paragraph.start : s.end - paragraph.start].lower() for s in spans
    ]
    return all(word in _NO_CONTENT for word in found)


def _give_cue(found: list[_Draft], awaiting: tuple[Paragraph, Cue]) -> None:
    """Give a quotation at the start of a paragraph the cue that announced it with a colon."""
    paragraph, cue = awaiting
    first = min(found, key=lambda draft: draft.spans[0].start)
    if first.cue is None and first.spans[0].start - first.paragraph.start <= 1:
        first.paragraph, first.cue, first.rule = paragraph, cue, "announced with a colon"
        first.place = _place(paragraph, cue, first.place)


def _join(drafts: list[_Draft], found: list[_Draft], paragraph: Paragraph) -> None:
    """Add the quotes of a paragraph, the first one joined to a quote left open before it.

    A quotation without a cue that is opened, never closed and not gone on with is a mark too
    many: what follows it may be anybody's words, so that it is dropped.
    """
    found.sort(key=lambda draft: draft.spans[0].start)
    if drafts and drafts[-1].is_open:
        last = drafts[-1]
        if found and _goes_on(last, found[0], paragraph):
            first = found.pop(0)
            last.spans += first.spans
            last.regions = last.regions + first.regions
            if last.cue is None and first.cue is not None:
                last.paragraph, last.cue, last.place = first.paragraph, first.cue, first.place
            last.rule = "several paragraphs"
            last.is_open = first.is_open and not found
        elif last.cue is None and len(last.spans) == 1:
            drafts.pop()
        else:
            last.is_open = False
    drafts.extend(found)


def _goes_on(last: _Draft, first: _Draft, paragraph: Paragraph) -> bool:
    """Whether the first quote of a paragraph goes on with the one left open before it."""
    if last.cue is not None and first.cue is not None:
        return False
    text = paragraph.text
    begins = paragraph.start + len(text) - len(text.lstrip())
    return bool(first.regions) and first.spans[0].start == begins


def _resolve(drafts: list[_Draft], resolver: SpeakerResolver) -> None:
    """Fill in the speakers, in text order."""
    turn: _Draft | None = None
    for draft in sorted(drafts, key=lambda d: (d.paragraph.start, d.place)):
        if draft.cue is not None and draft.cue.source is not None:
            draft.speaker = resolver.resolve(draft.paragraph, draft.cue.source)
            draft.name, draft.anonymous = draft.speaker.name, draft.speaker.anonymous
            turn = draft
        elif draft.cue is None:
            if turn is not None and _continues(turn, draft):
                draft.name, draft.anonymous = turn.name, turn.anonymous
                draft.rule = "same turn"
                if draft.name is not None and turn.speaker is not None and turn.speaker.is_person:
                    resolver.remember(draft.paragraph, draft.name)
                turn = replace(draft, speaker=turn.speaker)
            else:
                turn = None


def _continues(turn: _Draft, draft: _Draft) -> bool:
    """Whether a quotation without a cue goes on with the turn of the last speaker."""
    apart = draft.paragraph.number - turn.paragraph.number
    if apart == 0:
        return turn.name is not None
    return apart == 1 and turn.name is not None and not turn.anonymous


def _quote(parsed: ParsedText, draft: _Draft) -> Quote | None:
    text = parsed.article.text
    content = _tidy(text, draft.spans)
    if not content:
        return None
    cue: tuple[Span, ...] = ()
    if draft.cue is not None:
        doc = draft.paragraph.doc
        first, stop = draft.cue.tokens
        cue = (draft.paragraph.between(doc[first], doc[stop - 1]),)
    return Quote(
        content=content,
        kind=_kind(text, content, draft.regions),
        cue=cue,
        speaker=(draft.speaker.span,) if draft.speaker is not None else (),
        speaker_name=draft.name,
        anonymous=draft.anonymous,
        rule=draft.rule,
    )


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
    quoted = sum(any(region.contains(word) for region in regions) for word in places)
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
    if inner.rule == "participle" or inner.cue == ():
        return False
    first, last = inner.content[0].start, inner.content[-1].end
    return any(
        span.start <= first and last <= span.end and span.contains(inner.cue[0].start)
        for span in outer.content
    )
