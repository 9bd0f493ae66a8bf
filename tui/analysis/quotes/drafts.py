"""The quotes of one paragraph in the making, before their speakers are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import SILENT_PASSIVES
from tui.analysis.parsed import Paragraph
from tui.analysis.quotes.attribution import reported_content
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.marks import QuotedRegion, word_count
from tui.analysis.quotes.quoted_speech import LEAST_WORDS, is_title
from tui.analysis.quotes.source_spans import Source, may_judge, source_of
from tui.analysis.quotes.speakers import Speaker
from tui.analysis.quotes.turns import Claim
from tui.analysis.rules import QuoteRule
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL_WORD = 3
"""Letters up to which a word may stay small in a title."""
_PREDICATES = frozenset({"VERB", "AUX"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_CONTENT = words(
    "so it this that these those they them he him she her we us i me you which what who as more"
)


@dataclass(slots=True)
class QuoteDraft:
    """A quote in the making; offsets already count in the article."""

    paragraph: Paragraph
    """Where its cue stands, else its first words."""
    spans: list[Span]
    """Its words, in text order."""
    regions: list[Span]
    """All quoted regions of its paragraphs, to tell its kind."""
    cue: Cue | None
    """`None` for a quotation that no cue introduces."""
    rule: QuoteRule
    """The construction."""
    place: int
    """Where its speaker is named, else where it begins: the order of resolving."""
    is_open: bool = False
    """Whether the next paragraph goes on with it."""
    source: Source | None = None
    """Of words that no cue introduces: whose sentence they stand in."""
    speaker: Speaker | None = None
    """Its source phrase; `None` without a cue that has one."""
    name: str | None = None
    """Who speaks; `None` when not certain."""
    anonymous: bool = False
    """Whether the text does not name the source."""


def drafts_of(
    paragraph: Paragraph,
    regions: tuple[QuotedRegion, ...],
    cues: list[Cue],
    claims: list[Claim],
) -> list[QuoteDraft]:
    """The quotes of one paragraph, speakers not yet resolved."""
    doc, start = paragraph.doc, paragraph.start
    marked = [Span(start + r.start, start + r.end) for r in regions]
    drafts = []
    for claim in claims:
        spans = [Span(start + first, start + end) for first, end in claim.parts]
        place = place_of(paragraph, claim.cue, spans[0].start)
        draft = QuoteDraft(paragraph, spans, marked, claim.cue, claim.rule, place)
        draft.is_open = claim.is_open
        drafts.append(draft)
    claimed_cues = {claim.cue.head for claim in claims if claim.cue is not None}
    taken = [span for draft in drafts for span in draft.spans]
    for cue in cues:
        if cue.head in claimed_cues or _says_nothing(doc, cue):
            continue
        spans = [
            _with_regions(
                _off_marks(paragraph, paragraph.between(doc[first], doc[stop - 1]), marked), marked
            )
            for first, stop in reported_content(doc, cue)
        ]
        spans = [span for span in spans if not any(span.overlaps(other) for other in taken)]
        if spans and not _is_empty_content(paragraph, spans):
            place = place_of(paragraph, cue, spans[0].start)
            drafts.append(QuoteDraft(paragraph, spans, marked, cue, cue.rule, place))
    drafts += _unclaimed(paragraph, regions, drafts, cues)
    return drafts


def _unclaimed(
    paragraph: Paragraph,
    regions: tuple[QuotedRegion, ...],
    drafts: list[QuoteDraft],
    cues: list[Cue],
) -> Iterator[QuoteDraft]:
    """Quoted clauses that no construction gives to anybody: they are listed all the same.

    Where a cue stands right before the mark ("Holm said “…”") they are what it says, however
    the clause was parsed, and the rest of what it says where that stands in front of it
    ("The mill, Holm said, “is to close”").
    """
    by_cue = {draft.cue.head: draft for draft in drafts if draft.cue is not None}
    taken = [span for draft in drafts for span in draft.spans]
    marked = [Span(paragraph.start + r.start, paragraph.start + r.end) for r in regions]
    for region, span in zip(regions, marked, strict=True):
        if any(span.overlaps(other) for other in taken) or not region.is_closed:
            continue
        if not _is_clause(paragraph, region) or _is_heading(paragraph.text, region):
            continue
        cue = _right_before(paragraph, region, cues)
        place = place_of(paragraph, cue, span.start)
        begun = by_cue.get(cue.head) if cue is not None else None
        if begun is not None and begun.spans[-1].end <= place:
            begun.spans.append(span)
        elif cue is not None and begun is None:
            yield QuoteDraft(paragraph, [span], marked, cue, QuoteRule.QUOTE_AFTER_ITS_CUE, place)
        else:
            source = _whose_sentence(paragraph, region)
            rule = QuoteRule.QUOTED_WORDS
            yield QuoteDraft(paragraph, [span], marked, None, rule, span.start, source=source)


def _right_before(paragraph: Paragraph, region: QuotedRegion, cues: list[Cue]) -> Cue | None:
    """The cue between which and a quotation nothing but marks stands."""
    for cue in cues:
        last = cue.tokens[1] - 1
        end = paragraph.offsets[last] + len(paragraph.words[last])
        between = paragraph.text[end : region.start] if end <= region.start else "x"
        if cue.source is not None and not any(map(str.isalnum, between)):
            return cue
    return None


def _whose_sentence(paragraph: Paragraph, region: QuotedRegion) -> Source | None:
    """Who acts in the sentence that quoted words are woven into: they are mostly his.

    "Holm bemoans a town in which people “hate each other”". Not where the sentence tells what is
    done to somebody ("was asked"), and not where the words are a sentence of their own.
    """
    before = [t for t in paragraph.tokens if t.idx + len(t) <= region.start and t.is_alpha]
    if not before:
        return None
    root = before[-1].sent.root
    subject = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    inside = root.idx >= region.start or before[-1].sent.end_char <= region.start
    if subject is None or inside or root.pos_ not in _PREDICATES or not may_judge(subject):
        return None
    return source_of(subject, before=root.i)


def _is_heading(text: str, region: QuotedRegion) -> bool:
    """Whether quoted words are a title: capitals in all but the small words."""
    found = text[region.inner : region.inner_end].split()
    capitals = sum(w[0].isupper() for w in found if w[0].isalpha() and len(w) > _SMALL_WORD)
    return is_title(text, region) or capitals == sum(
        w[0].isalpha() and len(w) > _SMALL_WORD for w in found
    )


def _is_clause(paragraph: Paragraph, region: QuotedRegion) -> bool:
    """Whether quoted words are a clause or more, not a term or a scare quote."""
    if word_count(paragraph.text[region.inner : region.inner_end]) < LEAST_WORDS:
        return False
    tokens = paragraph.doc.char_span(region.inner, region.inner_end, alignment_mode="expand")
    return tokens is not None and any(
        t.tag_ in _FINITE or (t.tag_ == "VB" and t.dep_ == "ROOT") for t in tokens
    )


def _says_nothing(doc: Doc, cue: Cue) -> bool:
    """Whether a cue without a source is no attribution either.

    "Asked whether it rained, she ...": the question is the interviewer's, who hides nothing.
    """
    if cue.source is not None:
        return False
    return not cue.is_passive or doc[cue.head].lemma_.lower() in SILENT_PASSIVES


def place_of(paragraph: Paragraph, cue: Cue | None, default: int) -> int:
    """Where a cue stands in the article, or a default where there is none."""
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
