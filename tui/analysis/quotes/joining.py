"""Quotes and turns that go on from one paragraph, or one quotation, to the next."""

from __future__ import annotations

from dataclasses import replace

from tui.analysis.lexicons.reporting import CONTINUING_VERBS, Takes
from tui.analysis.parsed import Paragraph
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.drafts import QuoteDraft, place_of
from tui.analysis.quotes.marks import word_count
from tui.analysis.quotes.speaker_memory import Known
from tui.analysis.quotes.speakers import SpeakerResolver
from tui.analysis.rules import QuoteRule
from tui.documents.article import Span

_MARKS = frozenset("\"“'‘«")
_ENDINGS = frozenset(".?!…")
_SHORTEST_BLOCK = 8
"""Words at least of a paragraph that is quoted by being set off."""
_SHORTEST_TURN = 3
"""Words at least of a paragraph that goes on with the speaker before without naming him."""


def give_cue(found: list[QuoteDraft], awaiting: tuple[Paragraph, Cue]) -> None:
    """Give a quotation at the start of a paragraph the cue that announced it with a colon."""
    paragraph, cue = awaiting
    first = min(found, key=lambda draft: draft.spans[0].start)
    if first.cue is None and first.spans[0].start - first.paragraph.start <= 1:
        first.paragraph, first.cue, first.rule = paragraph, cue, QuoteRule.ANNOUNCED_WITH_A_COLON
        first.place = place_of(paragraph, cue, first.place)


def announced_paragraph(paragraph: Paragraph, awaiting: tuple[Paragraph, Cue]) -> QuoteDraft | None:
    """A paragraph set off without marks behind a cue with a colon ("Ann Lee writes:").

    Not a list, and not where the announcing sentence goes on between the verb and its colon.
    """
    home, cue = awaiting
    text = paragraph.text.strip()
    last = home.doc[cue.frame[1] - 1]
    between = home.text[last.idx + len(last) :].strip()
    if cue.source is None or not cue.takes & Takes.CLAUSE or between != ":":
        return None
    if not text[:1].isupper() or text[-1:] not in _ENDINGS or word_count(text) < _SHORTEST_BLOCK:
        return None
    start = paragraph.start + paragraph.text.index(text)
    place = place_of(home, cue, start)
    span = Span(start, start + len(text))
    return QuoteDraft(home, [span], [], cue, QuoteRule.ANNOUNCED_WITH_A_COLON, place)


def join(drafts: list[QuoteDraft], found: list[QuoteDraft], paragraph: Paragraph) -> None:
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
            if last.rule is QuoteRule.SEVERAL_PARAGRAPHS:
                last.regions += first.regions
            else:  # Shared with the other quotes of its paragraph.
                last.regions = last.regions + first.regions
            if last.cue is None and first.cue is not None:
                last.paragraph, last.cue, last.place = first.paragraph, first.cue, first.place
            last.rule = QuoteRule.SEVERAL_PARAGRAPHS
            last.is_open = first.is_open and not found
        elif last.cue is None and len(last.spans) == 1:
            drafts.pop()
        else:
            last.is_open = False
    drafts.extend(found)


def _goes_on(last: QuoteDraft, first: QuoteDraft, paragraph: Paragraph) -> bool:
    """Whether the first quote of a paragraph goes on with the one left open before it."""
    if last.cue is not None and first.cue is not None:
        return False
    text = paragraph.text
    begins = paragraph.start + len(text) - len(text.lstrip())
    return bool(first.regions) and first.spans[0].start == begins


def resolve_speakers(drafts: list[QuoteDraft], resolver: SpeakerResolver) -> None:
    """Fill in the speakers, in text order."""
    turn: QuoteDraft | None = None
    for draft in sorted(drafts, key=lambda d: (d.paragraph.start, d.place)):
        if draft.cue is not None and draft.cue.source is not None:
            head = draft.paragraph.doc[draft.cue.head]
            keeps = head.lemma_.lower() in CONTINUING_VERBS
            draft.speaker = resolver.resolve(
                draft.paragraph, draft.cue.source, draft.spans, keeps=keeps
            )
            draft.name, draft.anonymous = draft.speaker.name, draft.speaker.anonymous
            if draft.rule is not QuoteRule.VIEW:
                turn = draft  # Who only thinks something does not begin to speak.
        elif draft.source is not None:
            draft.speaker = resolver.resolve(draft.paragraph, draft.source, draft.spans)
            draft.name, draft.anonymous = draft.speaker.name, draft.speaker.anonymous
        elif draft.cue is None and draft.rule is not QuoteRule.QUOTED_WORDS:
            known = _continued(turn, draft, resolver)
            if known is None:
                turn = None
                continue
            draft.name, draft.anonymous = known.label, known.anonymous
            draft.rule = QuoteRule.SAME_TURN
            resolver.remember(draft.paragraph, draft.place, known)
            turn = replace(draft, speaker=turn.speaker if turn is not None else None)


def _continued(
    turn: QuoteDraft | None, draft: QuoteDraft, resolver: SpeakerResolver
) -> Known | None:
    """Who goes on speaking in a quotation without a cue: the last speaker, if that is certain."""
    if turn is None or turn.speaker is None or turn.speaker.known is None:
        return None
    if _is_signed(turn):
        return None  # Each of a list of letters has its own name behind it.
    apart = draft.paragraph.number - turn.paragraph.number
    known = turn.speaker.known
    if apart == 0:
        # Inside a paragraph the report or the guide goes on as well.
        return known
    if apart != 1 or turn.name is None or turn.anonymous or _answers(turn, draft):
        return None
    before = draft.paragraph.text[: draft.spans[0].start - draft.paragraph.start].strip()
    # An opening mark without a closing one goes on with the turn as well.
    if (
        before
        and before[0] not in _MARKS
        and not resolver.goes_on(draft.paragraph, draft.place, known)
    ):
        return None
    return known


def _is_signed(turn: QuoteDraft) -> bool:
    return turn.cue is not None and turn.cue.rule is QuoteRule.SIGNATURE


def _answers(turn: QuoteDraft, draft: QuoteDraft) -> bool:
    """Whether a new paragraph rather is the other one's turn: behind a question, or so short."""
    asked, said = _quoted(turn, turn.spans[-1]), _quoted(draft, draft.spans[0])
    return asked.endswith("?") or word_count(said) < _SHORTEST_TURN


def _quoted(draft: QuoteDraft, span: Span) -> str:
    """What one part of a quote says, without its closing mark."""
    home = draft.paragraph
    return home.text[max(0, span.start - home.start) : max(0, span.end - home.start)].rstrip(
        " \"”»'’,."
    )
