"""The sentences of a text as the search for open questions sees them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.questions.content_words import content_words_of

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan

    from tui.analysis.parsed import Paragraph, ParsedText
    from tui.analysis.questions.question_candidates import QuestionCandidate
    from tui.documents.article import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with what the frames found in it."""

    paragraph: Paragraph
    """Where its tokens stand."""
    number: int
    """Counted over the whole text, from 1."""
    tokens: TokenSpan
    """Its tokens."""
    span: Span
    """Where it stands in the article."""
    words: frozenset[str]
    """Its content words."""
    candidates: tuple[QuestionCandidate, ...]
    """What frames found in it, the surest first."""


def sentences_of(parsed: ParsedText, candidates: Sequence[QuestionCandidate]) -> Iterator[Sentence]:
    """The sentences of a text in order, each with its candidates."""
    by_number: dict[int, list[QuestionCandidate]] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.evidence)):
        by_number.setdefault(candidate.sentence, []).append(candidate)
    number = 0
    for paragraph in parsed.paragraphs:
        for tokens in paragraph.doc.sents:
            number += 1
            yield Sentence(
                paragraph,
                number,
                tokens,
                paragraph.span(tokens),
                content_words_of(tokens),
                tuple(by_number.get(number, ())),
            )
