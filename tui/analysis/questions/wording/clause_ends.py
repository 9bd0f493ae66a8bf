"""How much of the end of a clause its question shows, so that it fits and says enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.questions.clauses import SUBJECTS
from tui.analysis.questions.wording.completeness import (
    can_end,
    is_circumstance,
    is_narrowed,
    is_when,
    lacks_an_end,
)
from tui.analysis.questions.wording.finishing import UNFINISHED
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases, TooLongError
from tui.analysis.questions.wording.trimming import clause_end, phrase_tokens, without_last_phrase

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph


def joined(
    phrases: Phrases, front: list[str], verb: Token, paragraph: Paragraph, subject: str
) -> str:
    """The front of a question with as much of the end of its clause as fits.

    Raises:
        NotClearError: What the verb needs cannot be shown, or does not fit.
    """
    needed, free = clause_end(verb)
    if is_narrowed(verb):
        raise NotClearError("only so, or hardly so")
    if lacks_an_end(verb, needed, free):
        raise NotClearError("cut before its object")
    parts = _needed_parts(phrases, front, needed, verb, paragraph, subject)
    for child in free:
        if child.dep_ == "advcl" and _is_about_one_of_them(child):
            continue
        try:
            tokens = phrase_tokens(child, lean=child.dep_ != "advmod")
            piece = phrases.words(tokens, paragraph, subject=subject)
        except NotClearError:
            raise NotClearError("an end that has no words") from None
        ends = piece.lower().split()[-1:]
        if ends and ends[0] in UNFINISHED:
            continue
        place = child.i if child.i > verb.i else child.i + len(child.doc)
        if _length({**parts, place: piece}) <= LONGEST:
            parts[place] = piece
        elif not is_when(child) and not is_circumstance(child):
            raise TooLongError("too long")
    return " ".join(parts[i] for i in sorted(parts))


def _needed_parts(
    phrases: Phrases,
    front: list[str],
    needed: list[Token],
    verb: Token,
    paragraph: Paragraph,
    subject: str,
) -> dict[int, str]:
    """The front and what a verb needs by place; cut, from its end, where it is too long.

    Raises:
        TooLongError: Nothing would be left of what the verb needs.
    """
    parts: dict[int, str] = {}
    tokens: list[Token] = []
    for alone in (False, True):
        parts = {-1: " ".join(front)}
        for child in needed:
            tokens = [t for t in phrase_tokens(child, lean=False, alone=alone) if t.i > verb.i]
            parts[child.i] = phrases.words(tokens, paragraph, subject=subject)
        if _length(parts) <= LONGEST:
            return parts
    while _length(parts) > LONGEST:
        tokens = without_last_phrase(tokens)
        if not needed or needed[-1] not in tokens or not can_end(verb, tokens):
            raise TooLongError("too long")
        parts[needed[-1].i] = phrases.words(tokens, paragraph, subject=subject)
    return parts


def _is_about_one_of_them(clause: Token) -> bool:
    """Whether a relative clause, which is not shown, tells what a condition is about."""
    return any(t.dep_ == "relcl" and t.head.dep_ in SUBJECTS for t in clause.subtree)


def _length(parts: dict[int, str]) -> int:
    return sum(len(part.split()) for part in parts.values())
