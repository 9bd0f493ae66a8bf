"""Which cue a stretch in quotation marks belongs to, by what stands right beside it.

After Elson and McKeown (2010): a quotation followed by its cue (`"A," X said`), one that its cue
leads to (`X said: "A"`), one that a cue interrupts (`"A," X said, "B"`), one that stands alone.
The parse of a sentence with quotation marks in it is often wrong; the text between the
marks and the cue seldom deceives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import Takes
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.marks import QuotedRegion, word_count
from tui.analysis.quotes.quoted_speech import (
    LEAST_WORDS,
    LINKS,
    SENTENCE_END,
    fills_sentence,
    is_fragment,
    is_title,
    link_before,
    sentence_start,
    stands_alone,
)
from tui.analysis.rules import QuoteRule as Rule

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph

_INNER_CLOSING = " \t\n'’\"”»"
_RESUMED = frozenset({Rule.QUOTE_BEFORE_ITS_CUE, Rule.SPLIT_QUOTE})
"""Constructions whose sentence may go on with a second half in marks."""
_SO_SAID = re.compile(r"\.?\s*(?:So|Thus)\s+")
"""What joins a quotation to the sentence that says whose it is: "..." So said Ann Lee."""
_LONGEST_LEAD = 20
"""Words at most between a cue and the quotation it leads to."""


@dataclass(slots=True)
class Claim:
    """A quotation with the cue it belongs to; offsets count from the paragraph's start."""

    parts: list[tuple[int, int]]
    """The quoted stretches, in order."""
    cue: Cue | None
    """`None` for one that stands alone."""
    rule: Rule
    """The construction."""
    is_open: bool = False
    """Whether its last part has no closing mark."""


def claim_regions(
    paragraph: Paragraph, regions: tuple[QuotedRegion, ...], cues: list[Cue]
) -> list[Claim]:
    """The quotations of one paragraph that are speech, each with its cue if it has one."""
    return _Claims(paragraph, regions, cues).all() if regions else []


def opens_next_paragraph(paragraph: Paragraph, cues: list[Cue]) -> tuple[Paragraph, Cue] | None:
    """The cue of a paragraph that ends with a colon and so announces the next one."""
    text = paragraph.text.rstrip()
    if not text.endswith(":") or not cues[-1].takes & Takes.QUOTE:
        return None
    doc = paragraph.doc
    last = doc[cues[-1].head]
    return (paragraph, cues[-1]) if last.idx >= sentence_start(text, len(text)) else None


class _Claims:
    """The quotations of one paragraph while they are given to their cues."""

    def __init__(
        self, paragraph: Paragraph, regions: tuple[QuotedRegion, ...], cues: list[Cue]
    ) -> None:
        self._doc = paragraph.doc
        self._text = paragraph.text
        self._regions = regions
        # "Asked whether it was over, she said": the passive attributes only its question.
        self._cues = [c for c in cues if c.takes & Takes.QUOTE and c.rule is not Rule.PASSIVE]
        self._owner: dict[int, Claim] = {}

    def all(self) -> list[Claim]:
        """Give away every region that is speech, surest construction first."""
        claims: list[Claim] = []
        for cue in self._cues:
            number = self._before(cue)
            if number is not None:
                claims.append(self._claim(number, cue, Rule.QUOTE_BEFORE_ITS_CUE))
        led = {claim.cue.head for claim in claims if claim.cue is not None}
        # The cue nearest before a quotation leads to it.
        for cue in reversed(self._cues):
            number = self._after(cue)
            if number is None:
                continue
            if cue.head in led:
                owner = next(c for c in claims if c.cue is cue)
                self._extend(owner, number, Rule.SPLIT_QUOTE)
            else:
                claims.append(self._claim(number, cue, Rule.QUOTE_AFTER_ITS_CUE))
        self._resume()
        for number, region in enumerate(self._regions):
            if number in self._owner or not stands_alone(self._text, region):
                continue
            continued = self._continued(number)
            if continued is not None:
                self._extend(continued, number, continued.rule)
            elif not link_before(self._text, region):
                claims.append(self._claim(number, None, Rule.QUOTE_WITHOUT_A_CUE))
        return claims

    def _resume(self) -> None:
        """Give second halves to their first: `"We go," she said on Friday; "we shall see."`."""
        for number in range(1, len(self._regions)):
            owner, region = self._owner.get(number - 1), self._regions[number]
            if number in self._owner or owner is None or owner.rule not in _RESUMED:
                continue
            gap = self._text[self._regions[number - 1].end : region.start].rstrip()
            ends = gap.endswith((";", "--", "—", "–"))
            if ends and not SENTENCE_END.search(gap[:-1] + " A"):
                self._extend(owner, number, Rule.SPLIT_QUOTE)

    def _claim(self, number: int, cue: Cue | None, rule: Rule) -> Claim:
        region = self._regions[number]
        claim = Claim([(region.start, region.end)], cue, rule)
        if cue is not None and rule is Rule.QUOTE_BEFORE_ITS_CUE:
            claim.parts[0] = (self._mixed_start(region), region.end)
        elif cue is not None and rule is Rule.QUOTE_AFTER_ITS_CUE:
            claim.parts[0] = (self._clause_start(cue, region), region.end)
            claim.parts[:0] = self._interrupted(cue, region)
        self._owner[number] = claim
        claim.is_open = self._is_open(region)
        return claim

    def _clause_start(self, cue: Cue, region: QuotedRegion) -> int:
        """Where a clause with "that" begins whose end is quoted: `said that "..."`."""
        for token in self._doc[cue.frame[1] : cue.frame[1] + 1]:
            if token.lower_ != "that" or token.idx >= region.start:
                continue
            # "That" before a comma opens a clause, whatever the tagger takes it for.
            if token.tag_ == "IN" or self._text[token.idx + len(token) :].lstrip()[:1] == ",":
                return token.idx
        return region.start

    def _interrupted(self, cue: Cue, region: QuotedRegion) -> list[tuple[int, int]]:
        """What a cue in parenthesis cuts off from the quoted end: `If so, she said, "we go"`."""
        inner = self._text[region.inner : region.inner_end]
        frame, stop = self._doc[cue.frame[0]].idx, self._token_end(cue.frame[1] - 1)
        lead = self._text[:frame].rstrip()
        if not inner[:1].islower() or self._text[stop : region.start].strip() != ",":
            return []
        start = sentence_start(self._text, frame)
        if lead[-1:] != "," or any(r.start < frame and start < r.end for r in self._regions):
            return []
        if any(start <= self._doc[c.head].idx < len(lead) for c in self._cues):
            return []
        return [(start, len(lead) - 1)] if start < len(lead) - 1 else []

    def _extend(self, claim: Claim, number: int, rule: Rule) -> None:
        region = self._regions[number]
        claim.parts.append((region.start - len(link_before(self._text, region)), region.end))
        claim.parts.sort()
        claim.rule = rule
        self._owner[number] = claim
        claim.is_open = self._is_open(region)

    def _is_open(self, region: QuotedRegion) -> bool:
        return not region.is_closed and region is self._regions[-1]

    def _before(self, cue: Cue) -> int | None:
        """The region that ends right before a cue's frame."""
        if cue.source is None:
            return None
        frame = self._doc[cue.frame[0]].idx
        number = max((n for n, r in enumerate(self._regions) if r.end <= frame), default=None)
        if number is None or number in self._owner:
            return None
        region = self._regions[number]
        gap = self._text[region.end : frame]
        if _SO_SAID.fullmatch(gap) and cue.is_inverted:
            return number
        if not LINKS.fullmatch(gap) or not region.is_closed:
            return None
        # The marks of a quotation inside it may close with it (`..., "we won," ' he said`).
        inner = self._text[region.inner : region.inner_end]
        ending = inner.rstrip(_INNER_CLOSING)[-1:]
        if ending in {".", "…"} and not gap.strip():
            # A full stop inside the marks ends the sentence, unless the cue is inverted or
            # says nothing else ("We are late." Ann Lee said.).
            belongs = (
                self._text[frame].islower() or cue.rule is Rule.SIGNATURE or self._is_bare(cue)
            )
            return number if belongs else None
        if self._is_reported(cue, region):
            return None
        if self._has_own_words(cue) and (
            is_fragment(self._text, region) or self._answers(cue, frame, ending)
        ):
            return None
        is_speech = ending in {",", "?", "!", "-", "—", "–", "."} or gap.strip()[:1] == ","
        # `"We should go" said Ann Lee`: where a name follows its verb the comma may be missing.
        is_speech = is_speech or (cue.is_inverted and word_count(inner) >= LEAST_WORDS)
        return number if is_speech and not is_title(self._text, region) else None

    def _is_reported(self, cue: Cue, region: QuotedRegion) -> bool:
        """Whether a few words belong to what another cue before them says.

        `The mayor said the mill would be "lost", the paper reported`: the whole is reported.
        """
        inner = self._text[region.inner : region.inner_end]
        if cue.rule is not Rule.ASIDE_WITH_AS and word_count(inner) >= LEAST_WORDS:
            return False
        start = sentence_start(self._text, region.start)
        return inner[:1].islower() and any(
            start <= self._doc[c.head].idx < region.start and c.takes & Takes.CLAUSE
            for c in self._cues
        )

    def _answers(self, cue: Cue, frame: int, ending: str) -> bool:
        """Whether a cue answers the question before it (`"Why?" Ann replied that ...`)."""
        behind = self._doc[min(cue.frame[1], len(self._doc) - 1)].lower_
        return ending in {"?", "!"} and self._text[frame].isupper() and behind == "that"

    def _is_bare(self, cue: Cue) -> bool:
        """Whether a sentence holds a cue with its source and nothing else."""
        first, stop = cue.frame
        sentence = self._doc[first].sent
        rest = self._doc[stop : sentence.end]
        return cue.rule is Rule.VERB_OF_SAYING and all(t.is_punct or t.is_space for t in rest)

    def _has_own_words(self, cue: Cue) -> bool:
        """Whether what a cue attributes follows it (`"...", he denied that ...`)."""
        head = self._doc[cue.head]
        if cue.is_inverted or head.pos_ != "VERB":
            return False
        if head.tag_ == "VBG":
            return True  # ", adding that ..." goes on from what is quoted before it.
        end = self._token_end(cue.frame[1] - 1)
        return any(
            c.dep_ in {"ccomp", "dobj", "xcomp"} and c.i >= cue.frame[1] and c.idx >= end
            for c in head.rights
        )

    def _after(self, cue: Cue) -> int | None:
        """The region a cue leads to."""
        if cue.rule is Rule.SIGNATURE and cue.frame[0] == cue.head:
            return None  # A name behind a dash signs what stands before it.
        end = self._token_end(cue.tokens[1] - 1)
        number = min((n for n, r in enumerate(self._regions) if r.start >= end), default=None)
        if number is None or number in self._owner:
            return None
        region = self._regions[number]
        lead = self._text[end : region.start]
        if SENTENCE_END.search(lead + "A") or word_count(lead) > _LONGEST_LEAD:
            return None
        inner = self._text[region.inner : region.inner_end].strip()
        bare = lead.strip()
        if is_title(self._text, region):
            return None
        if bare.endswith(":"):
            return number
        is_sentence = inner[:1].isupper() or inner[-1:] in {".", "?", "!"}
        if bare.endswith((",", "—", "–")):
            frame_end = self._token_end(cue.frame[1] - 1)
            near = not self._text[frame_end : region.start].strip(" ,—–") or not self._has_verb(
                cue.tokens[1], region.start
            )
            return number if near and (is_sentence or word_count(inner) >= LEAST_WORDS) else None
        near = not self._text[self._token_end(cue.frame[1] - 1) : region.start].strip()
        return (
            number if near and inner[:1].isupper() and fills_sentence(self._text, region) else None
        )

    def _has_verb(self, first: int, end: int) -> bool:
        for token in self._doc[first:]:
            if token.idx >= end:
                return False
            if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}:
                return True
        return False

    def _mixed_start(self, region: QuotedRegion) -> int:
        """Where a sentence begins whose end is quoted: `It was "a disaster," she said`."""
        inner = self._text[region.inner : region.inner_end]
        start = sentence_start(self._text, region.start)
        lead = self._text[start : region.start]
        if not inner[:1].islower() or not lead.strip() or lead.rstrip().endswith(":"):
            return region.start
        for number, other in enumerate(self._regions):
            if start <= other.start < region.start and number in self._owner:
                return region.start
        for cue in self._cues:
            if start <= self._doc[cue.head].idx < region.start:
                return region.start
        return start + len(lead) - len(lead.lstrip())

    def _continued(self, number: int) -> Claim | None:
        """The quotation with a cue that this region goes on with (`"A," X said. "B."`)."""
        region = self._regions[number]
        before = number - 1
        while (
            before > 0 and before not in self._owner and is_title(self._text, self._regions[before])
        ):
            before -= 1  # `..., said Ann Lee, author of "The Mill." "...`
        if before < 0:
            return None
        owner = self._owner.get(before)
        if owner is None:
            return None
        gap = self._text[
            self._regions[before].end : region.start - len(link_before(self._text, region))
        ]
        if owner.cue is None or owner.rule is Rule.QUOTE_AFTER_ITS_CUE:
            return None if gap.strip() else owner
        ending = gap.rstrip(_INNER_CLOSING) if before < number - 1 else gap.rstrip()
        return None if SENTENCE_END.search(ending[:-1] + " A") else owner

    def _token_end(self, number: int) -> int:
        token = self._doc[number]
        return token.idx + len(token)
