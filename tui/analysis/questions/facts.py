"""What a text tells as plain fact, to look answers up in."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from tui.analysis.lexicons.openness import deciding, foreseeing, subjects
from tui.analysis.questions.clauses import SUBJECTS, is_negated, is_verbal, lemma
from tui.analysis.questions.question_candidates import Form, QuestionCandidate
from tui.analysis.results import QuestionKind

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import ParsedText

_FACT_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_FOUND = frozenset({"find", "locate", "discover", "rescue", "recover"})
_WON = frozenset({"win", "concede", "clinch"})
_CONTESTS = frozenset({"race", "contest", "election", "primary", "vote", "match", "poll"})
_WITHDRAWN = frozenset({"drop", "withdraw", "recant", "retract", "acquit", "clear", "quash"})
"""What is done to a charge that nobody makes any longer, or to who was charged."""
_CHARGES = frozenset(
    {"charge", "case", "claim", "allegation", "accusation", "lawsuit", "suit", "tale", "story"}
)
_MOST_ARGUMENTS = 6
"""Subjects and objects of one verb that are looked at: no sentence that reads has more."""
_HEADLINE_AND_LEAD = 3
"""Sentences that tell how a contest ended if it has."""


class Facts:
    """What a text tells as plain fact, to look answers up in."""

    def __init__(self, parsed: ParsedText) -> None:
        """Collect the finite clauses that nothing makes unreal.

        Of clauses with the same verb and arguments only the last one is kept: an answer stands
        behind its question.
        """
        self._last: dict[tuple[str, ...], int] = {}
        """By a verb and one or two of its arguments the last sentence that tells it."""
        self._is_won = False
        self._is_withdrawn = False
        number = 0
        for paragraph in parsed.paragraphs:
            for sentence in paragraph.doc.sents:
                number += 1
                for token in sentence:
                    if _is_fact(token):
                        self._note(lemma(token), _arguments(token), number)

    def _note(self, name: str, arguments: frozenset[str], number: int) -> None:
        self._is_won |= name in _WON and number <= _HEADLINE_AND_LEAD
        self._is_withdrawn |= name in _WITHDRAWN and not _CHARGES.isdisjoint(arguments)
        named = sorted(arguments)[:_MOST_ARGUMENTS]
        for argument in named:
            self._last[name, argument] = number
        for pair in combinations(named, 2):
            self._last[name, *pair] = number

    def answers(self, candidate: QuestionCandidate) -> bool:
        """Whether a later clause tells a candidate's event as a fact, of the same subject."""
        form, head = candidate.found.wording.form, candidate.found.wording.head
        if candidate.kind is QuestionKind.DISPUTED and self._is_withdrawn:
            return True  # Nobody makes the charge any longer.
        if form is Form.RESULT and lemma(head) in _CONTESTS:
            return self._is_won
        if form is Form.WHERE or (
            form is Form.INDIRECT and any(c.lower_ == "where" for c in head.lefts)
        ):
            lost = frozenset({lemma(head)}) if form is Form.WHERE else _arguments(head)
            return any(
                self._is_told_behind(candidate, name, argument)
                for name in _FOUND
                for argument in lost
            )
        # A wh-question stays open when its clause is told again: the slot is what is missing.
        polar = form is Form.INDIRECT and any(c.lower_ in {"whether", "if"} for c in head.lefts)
        if form is Form.VERBATIM:
            polar = head.sent[0].pos_ == "AUX"
        if not is_verbal(head) or not (polar or form in {Form.EVENT, Form.FACT}):
            return False
        name = lemma(head)
        if name in subjects.CONTENTLESS:
            return False
        own = sorted(_arguments(head))[:_MOST_ARGUMENTS]
        if len(own) == 1:
            return self._is_told_behind(candidate, name, own[0])
        return any(self._is_told_behind(candidate, name, *pair) for pair in combinations(own, 2))

    def _is_told_behind(self, candidate: QuestionCandidate, *clause: str) -> bool:
        """Whether a later sentence tells a clause."""
        return self._last.get(clause, 0) > candidate.sentence


def _is_fact(token: Token) -> bool:
    if token.dep_ == "xcomp" and lemma(token.head) in deciding.DECIDING | deciding.RULING:
        # "voted to build": what was decided counts as told.
        return token.head.tag_ == "VBD" and not is_negated(token.head)
    if not is_verbal(token) or token.tag_ not in _FACT_TAGS or is_negated(token):
        return False
    return not any(
        c.dep_ in {"aux", "mark"}
        and c.lower_ in foreseeing.MODALS | {"would", "will", "if", "whether"}
        for c in token.lefts
    )


def _arguments(verb: Token) -> frozenset[str]:
    """The lemmas of a verb's subject and object."""
    return frozenset(
        lemma(c) for c in verb.children if c.dep_ in SUBJECTS | {"dobj"} and c.pos_ != "PRON"
    )
