"""What a text tells as plain fact, to look answers up in."""

from __future__ import annotations

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
_HEADLINE_AND_LEAD = 3
"""Sentences that tell how a contest ended if it has."""


class Facts:
    """What a text tells as plain fact, to look answers up in."""

    def __init__(self, parsed: ParsedText) -> None:
        """Collect the finite clauses that nothing makes unreal."""
        self._facts: dict[str, list[tuple[int, frozenset[str]]]] = {}
        number = 0
        for paragraph in parsed.paragraphs:
            for sentence in paragraph.doc.sents:
                number += 1
                for token in sentence:
                    if _is_fact(token):
                        entry = (number, _arguments(token))
                        self._facts.setdefault(lemma(token), []).append(entry)

    def answers(self, candidate: QuestionCandidate) -> bool:
        """Whether a later clause tells a candidate's event as a fact, of the same subject."""
        form, head = candidate.found.wording.form, candidate.found.wording.head
        if candidate.kind is QuestionKind.DISPUTED and self._withdrawn():
            return True
        if form is Form.RESULT and lemma(head) in _CONTESTS:
            return any(
                number <= _HEADLINE_AND_LEAD
                for name in _WON
                for number, _ in self._facts.get(name, ())
            )
        if form is Form.WHERE or (
            form is Form.INDIRECT and any(c.lower_ == "where" for c in head.lefts)
        ):
            lost = frozenset({lemma(head)}) if form is Form.WHERE else _arguments(head)
            return any(
                number > candidate.sentence and bool(lost & arguments)
                for name in _FOUND
                for number, arguments in self._facts.get(name, ())
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
        own = _arguments(head)
        return any(
            number > candidate.sentence and len(own & arguments) >= min(2, len(own)) and own
            for number, arguments in self._facts.get(name, ())
        )

    def _withdrawn(self) -> bool:
        """Whether the charge a text tells of has been dropped or disproved since."""
        withdrawals = [entry for name in _WITHDRAWN for entry in self._facts.get(name, ())]
        return any(_CHARGES & arguments for _, arguments in withdrawals)


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
