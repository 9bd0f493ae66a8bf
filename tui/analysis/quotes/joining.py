"""Quotes and turns that go on from one paragraph, or one quotation, to the next."""

from __future__ import annotations

from dataclasses import replace

from tui.analysis.parsed import Paragraph
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.drafts import QuoteDraft, place_of
from tui.analysis.quotes.speakers import SpeakerResolver
from tui.analysis.rules import QuoteRule


def give_cue(found: list[QuoteDraft], awaiting: tuple[Paragraph, Cue]) -> None:
    """Give a quotation at the start of a paragraph the cue that announced it with a colon."""
    paragraph, cue = awaiting
    first = min(found, key=lambda draft: draft.spans[0].start)
    if first.cue is None and first.spans[0].start - first.paragraph.start <= 1:
        first.paragraph, first.cue, first.rule = paragraph, cue, QuoteRule.ANNOUNCED_WITH_A_COLON
        first.place = place_of(paragraph, cue, first.place)


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
            draft.speaker = resolver.resolve(draft.paragraph, draft.cue.source)
            draft.name, draft.anonymous = draft.speaker.name, draft.speaker.anonymous
            turn = draft
        elif draft.cue is None:
            if turn is not None and _continues(turn, draft):
                draft.name, draft.anonymous = turn.name, turn.anonymous
                draft.rule = QuoteRule.SAME_TURN
                if draft.name is not None and turn.speaker is not None and turn.speaker.is_person:
                    resolver.remember(draft.paragraph, draft.name)
                turn = replace(draft, speaker=turn.speaker)
            else:
                turn = None


def _continues(turn: QuoteDraft, draft: QuoteDraft) -> bool:
    """Whether a quotation without a cue goes on with the turn of the last speaker."""
    apart = draft.paragraph.number - turn.paragraph.number
    if apart == 0:
        return turn.name is not None
    return apart == 1 and turn.name is not None and not turn.anonymous
