"""How a question is put: in words of its own where they are sure, else in those of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.questions.question_candidates import Form, QuestionCandidate, Wording
from tui.analysis.questions.wording import (
    found_out,
    outcomes,
    rulings,
    schedules,
    templates,
    verbatim,
)
from tui.analysis.questions.wording.clause_questions import ClauseQuestions
from tui.analysis.questions.wording.evidence_text import evidence_text
from tui.analysis.questions.wording.finishing import finished
from tui.analysis.questions.wording.phrases import NotClearError, Phrases
from tui.analysis.questions.wording.reliability import is_safe
from tui.analysis.rules import QuestionRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Token

    from tui.analysis.parsed import Paragraph

_Template = Callable[[Phrases, Wording, "Paragraph"], str]
_TEMPLATES: Mapping[Form, _Template] = {
    Form.SAYS: templates.says,
    Form.INTENDS: templates.intends,
    Form.SCHEDULE: schedules.schedule,
    Form.WHY: templates.why,
    Form.WHERE: templates.where,
    Form.EXISTENCE: templates.existence,
    Form.RESUMES: templates.resumes,
    Form.RULES: rulings.rules,
    Form.BLAME: templates.blame,
    Form.COURT: rulings.court,
}
"""The forms whose questions are a fixed frame around noun phrases."""
_AFTER: Mapping[tuple[Form, Rule], _Template] = {
    (Form.TOPIC, Rule.BEING_CONSIDERED): rulings.considered,
    (Form.APPROVAL, Rule.BEING_CONSIDERED): rulings.considered,
    (Form.FATE, Rule.BEING_CONSIDERED): rulings.reviewed,
    (Form.FATE, Rule.NOT_SETTLED): rulings.on_trial,
    (Form.TOPIC, Rule.FACED): rulings.faced,
    (Form.KNOWN, Rule.BEING_LOOKED_INTO): found_out.looked_into,
    (Form.KNOWN, Rule.INQUIRY_UNDER_WAY): found_out.under_way,
    (Form.WINNER, Rule.CLOSE_CONTEST): rulings.contested,
    (Form.RESULT, Rule.TALKS_HELD): outcomes.talks,
    (Form.RESULT, Rule.STILL_GOING_ON): outcomes.talks,
    (Form.FATE, Rule.YET_TO_BE_DONE): outcomes.settled,
    (Form.FATE, Rule.TO_BE_RULED_ON): outcomes.settled,
    (Form.FATE, Rule.TALKS_HELD): rulings.reviewed,
    (Form.TOPIC, Rule.CALLED_UNCLEAR): outcomes.measured,
    (Form.TOPIC, Rule.NOBODY_KNOWS): outcomes.measured,
    (Form.TOPIC, Rule.HARD_TO_KNOW): outcomes.measured,
    (Form.TOPIC, Rule.NOT_DECIDED): outcomes.measured,
    (Form.TOPIC, Rule.OPEN_QUESTION): outcomes.measured,
}
"""Forms that have words only where a certain frame found them."""


class Wordings:
    """Puts the candidates of one text into words."""

    def __init__(self, phrases: Phrases) -> None:
        """Word with the names of one text."""
        self._phrases = phrases
        clauses = ClauseQuestions(phrases)
        self._clauses: Mapping[Form, Callable[[Wording, Paragraph], str]] = {
            Form.INDIRECT: clauses.indirect,
            Form.EVENT: clauses.event,
            Form.FACT: clauses.fact,
            Form.LEFT_OUT: clauses.left_out,
        }

    def text(self, candidate: QuestionCandidate) -> str:
        """A question that ends in "?", or the clause of the text; never empty."""
        if candidate.found.wording.form is Form.VERBATIM:
            return verbatim.verbatim(candidate)
        try:
            wording = candidate.found.wording
            question = self._question(wording, candidate.paragraph, candidate.rule)
        except NotClearError:
            question = ""
        if question and is_safe(candidate, question):
            return question
        return _in_words_of_the_text(candidate)

    def _question(self, wording: Wording, paragraph: Paragraph, rule: Rule | None = None) -> str:
        """A question by the rule of its form; empty where the form has none."""
        clause = self._clauses.get(wording.form)
        if clause is not None:
            return finished(clause(wording, paragraph))
        template = _TEMPLATES.get(wording.form)
        if template is None and rule is not None:
            template = _AFTER.get((wording.form, rule))
        return finished(template(self._phrases, wording, paragraph)) if template else ""


def _in_words_of_the_text(candidate: QuestionCandidate) -> str:
    """The clause that shows the question to be open; its sentence where it names nothing."""
    paragraph, cues = candidate.paragraph, candidate.found.cues
    first, stop = candidate.tokens
    kept = paragraph.between(min(cues, key=_number), max(cues, key=_number))
    span = candidate.evidence
    if not any(t.pos_ in {"NOUN", "PROPN"} for t in paragraph.doc[first:stop]):
        span = paragraph.span(cues[0].sent)
    return evidence_text(paragraph, span, kept)


def _number(token: Token) -> int:
    return token.i
