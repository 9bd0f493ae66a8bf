"""How a question is put: from the parts a frame left, never by pasting the sentence.

Every form either gives a whole question or gives up; then the topic stands instead, as a
noun phrase or a whether-clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.questions.question_candidates import Form, QuestionCandidate, Wording
from tui.analysis.questions.wording import rulings, schedules, templates, verbatim
from tui.analysis.questions.wording.clause_questions import ClauseQuestions
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError, Phrases
from tui.analysis.questions.wording.topics import UNFINISHED, WH_OPENINGS, Topics, capitalised

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph

_BLANKS = re.compile(r"\s+")
_OTHER_WILL = re.compile(r"\b(the|his|her|their|own|good) will\b|\bthat (\S+ ){1,4}will\b")
"""A second "will" that is no misparse: a noun, or that of a clause."""
_EMPTY_ASIDE = re.compile(r",\s?,")
"""What is left of an age or a title between commas that is not shown."""
_Template = Callable[[Phrases, Wording, "Paragraph"], str]
_TEMPLATES: Mapping[Form, _Template] = {
    Form.SAYS: templates.says,
    Form.INTENDS: templates.intends,
    Form.SCHEDULE: schedules.schedule,
    Form.WHY: templates.why,
    Form.WHERE: templates.where,
    Form.WHO: templates.who,
    Form.EXISTENCE: templates.existence,
    Form.ENOUGH: templates.enough,
    Form.HEEDED: templates.heeded,
    Form.REASON: templates.reason,
    Form.IN_EVENT: templates.in_event,
    Form.KNOWN: templates.known,
    Form.FATE: templates.fate,
    Form.RESULT: templates.result,
    Form.RESUMES: templates.resumes,
    Form.RULES: rulings.rules,
    Form.BLAME: templates.blame,
    Form.HEIR: templates.heir,
    Form.WINNER: templates.winner,
    Form.APPROVAL: rulings.approval,
    Form.COURT: rulings.court,
    Form.VERBATIM: verbatim.verbatim,
}
"""The forms whose questions are a fixed frame around noun phrases."""


class Wordings:
    """Puts the candidates of one text into words."""

    def __init__(self, phrases: Phrases) -> None:
        """Word with the names of one text."""
        self._phrases = phrases
        self._topics = Topics(phrases)
        clauses = ClauseQuestions(phrases)
        self._clauses: Mapping[Form, Callable[[Wording, Paragraph], str]] = {
            Form.INDIRECT: clauses.indirect,
            Form.EVENT: clauses.event,
            Form.FACT: clauses.fact,
            Form.LEFT_OUT: clauses.left_out,
        }

    def text(self, candidate: QuestionCandidate) -> str:
        """The question, or the topic where no rule words it; empty when there is neither."""
        try:
            question = self._question(candidate.found.wording, candidate.paragraph)
        except NotClearError:
            question = ""
        return question or self._topics.text(candidate)

    def _question(self, wording: Wording, paragraph: Paragraph) -> str:
        """A question by the rule of its form; empty where the form has none."""
        clause = self._clauses.get(wording.form)
        if clause is not None:
            return _finished(clause(wording, paragraph))
        template = _TEMPLATES.get(wording.form)
        return _finished(template(self._phrases, wording, paragraph)) if template else ""


def _finished(text: str) -> str:
    """A question with its capital and its mark.

    Raises:
        NotClearError: It is too short or too long to be one.
    """
    text = _EMPTY_ASIDE.sub("", _BLANKS.sub(" ", text)).strip(" ,;:-.!?")
    if text.count('"') == 1:
        text = text.replace('"', "")
    parts = text.lower().split()
    if not 3 <= len(parts) <= LONGEST:
        raise NotClearError(text)
    twice = parts.count("will") > 1 and not _OTHER_WILL.search(text)
    if parts[0] not in WH_OPENINGS and (parts[-1] in UNFINISHED or twice):
        raise NotClearError(text)
    return capitalised(text) + "?"
