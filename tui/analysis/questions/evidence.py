"""How far the clause reaches that shows a question to be open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import CLIMB, is_verbal
from tui.analysis.questions.embedded import is_joined_question

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORTEST = 10
"""Code points of the shortest evidence: less is a cue, not a clause."""
_CLAUSE_DEPS = frozenset({"advcl", "acl", "relcl", "pcomp", "ccomp", "csubj", "parataxis"})
_TRIM = frozenset(",;:.—–-()[]\"'“”‘’«»…``''?!")
_BREAKS = words("although though because while whereas after before when as since despite")


def clause_head(token: Token) -> Token:
    """The verb of the smallest clause around a token that can stand alone.

    A participle or absolute clause ("prompting fears", "with diplomats struggling") counts.
    """
    for _ in range(CLIMB):
        if is_verbal(token):
            if token.dep_ == "ROOT" or token.dep_ in _CLAUSE_DEPS:
                return token
            if token.dep_ == "conj" and is_verbal(token.head):
                return token
        if token.dep_ == "ROOT":
            return token
        token = token.head
    return token


def evidence_range(doc: Doc, head: Token, kept: list[Token]) -> tuple[int, int]:
    """The half-open token range of a clause, without what is only joined to it."""
    first, last = head.left_edge.i, head.right_edge.i
    low, high = min(t.i for t in kept), max(t.i for t in kept)
    for token in doc[first : last + 1]:
        if token.dep_ == "cc" and token.i > high and is_verbal(token.head):
            last = min(last, token.left_edge.i - 1)
        if token.left_edge.i > high and is_joined_question(token):
            # The next question has an evidence of its own.
            last = min(last, token.left_edge.i - 1)
        if not _is_loose(token, head):
            continue
        left, right = token.left_edge.i, token.right_edge.i
        if left > high:
            last = min(last, left - 1)
        elif right < low and left <= first:
            first = max(first, right + 1)
    sentence = head.sent
    first, last = max(first, sentence.start), min(last, sentence.end - 1)
    while first < last and (_is_edge(doc[first])):
        first += 1
    while last > first and (_is_edge(doc[last])):
        last -= 1
    return first, last + 1


def _is_edge(token: Token) -> bool:
    return token.text in _TRIM or token.is_space or token.dep_ == "cc"


def _is_loose(token: Token, head: Token) -> bool:
    """Whether a token heads a part that the clause can do without."""
    if token.head != head:
        return token.dep_ == "advcl" and token.i > head.i and _after_comma(token)
    if token.dep_ == "conj":
        return is_verbal(token)
    if token.dep_ in {"advcl", "parataxis"}:
        return _after_comma(token) or any(
            c.dep_ == "mark" and c.lower_ in _BREAKS for c in token.lefts
        )
    if token.dep_ == "ccomp":
        return token.i < head.i
    return token.dep_ in {"cc", "punct"} and token.i < head.i and token.i == head.left_edge.i


def _after_comma(token: Token) -> bool:
    first = token.left_edge.i
    return first > 0 and token.doc[first - 1].text in {",", "—", "–", ";"}
