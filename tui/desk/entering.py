"""The questions of the article and the ledger: each follows what the reader says in the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from textual import work

from tui.desk.rereading import Rereading
from tui.documents.article import Article, Span
from tui.errors import ClosereadError
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from tui.analysis.results import Question
    from tui.corrections.corrected import Corrected, CorrectionTarget, PlacedCorrection
    from tui.desk.triage_edits import AnyRow
    from tui.panels.findings import Findings
    from tui.store.ledger_questions import LedgerQuestion
    from tui.widgets.row_list import ListRow

QUESTIONS = 2
"""The number of the panel of questions, from 0."""


class Entering(Rereading):
    """Questions enter the ledger with their answers; their panel shows what it says of them."""

    class QuestionsEntered(FieldMessage):
        """The ledger knows the questions of the article."""

        rows: Mapping[CorrectionTarget, LedgerQuestion] | None
        """Its rows, by question; `None` when the library does not hold the text."""

    waits_for_first_mark: bool = False
    """Whether the questions stay out of the ledger until the text is kept."""
    _entered_corrections: tuple[PlacedCorrection, ...] | None = None

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.ledger_rows: Mapping[CorrectionTarget, LedgerQuestion] = {}
        """The ledger's rows of the article's questions."""
        self._one_at_a_time = Lock()

    def enter_questions(self) -> None:
        """Have the questions of the whole text written down, once all is there for it."""
        if self._findings_to_enter():
            self._enter()

    def _findings_to_enter(self) -> Findings | None:
        """Results that are whole and as the reader has them; `None` while there are none."""
        findings = self.findings
        if self.session is None or findings is None or not findings.is_whole:
            return None
        # Without the corrections every answer would be missing; they are on their way.
        if findings.corrections != self.corrections:
            return None
        is_asked = any(row.own for row in findings.rows.questions)
        is_read = findings.analysis.language == "en"
        return findings if is_read or is_asked or self.ledger_rows else None

    @work(thread=True, exit_on_error=False, group="ledger")
    def _enter(self) -> None:
        from tui.ledger import Ledger, found_question

        # One after the other, each with what holds by then: the last one has the last word.
        with self._one_at_a_time:
            findings = self._findings_to_enter()
            if self.database is None or self.session is None or findings is None:
                return
            # An answer is told once: what another desk or program said since is not unsaid.
            tells = findings.corrections != self._entered_corrections
            listed = _listed(findings)
            found = [found_question(row, tells_answer=tells) for row in listed]
            try:
                ledger = Ledger(self.database)
                rows = ledger.enter(self.article, self.session.document_id, found)
            except ClosereadError as error:
                self.call_later(self.say, f"the questions are not in the ledger: {error}")
                return
            by_target = None
            if rows is not None:
                self._entered_corrections = findings.corrections
                by_target = {
                    question.target: row for question, row in zip(listed, rows, strict=True)
                }
            self.post_message(self.QuestionsEntered(by_target))

    def on_entering_questions_entered(self, event: QuestionsEntered) -> None:
        """Show in the panel which questions are settled."""
        self.waits_for_first_mark = event.rows is None
        self.ledger_rows = event.rows or {}
        self.show_answers()

    # -- what the ledger says, in the panel ---------------------------------------------

    def set_rows(self, number: int, rows: Sequence[ListRow]) -> None:
        """Fill a panel; the questions show which of them are settled."""
        super().set_rows(number, self._with_answers(rows) if number == QUESTIONS else rows)

    def show_answers(self) -> None:
        """Mark the settled questions in their panel, with their answers."""
        if self.panels and self.findings is not None:
            self.set_rows(QUESTIONS, self.findings.question_rows)

    def _with_answers(self, rows: Sequence[ListRow]) -> Sequence[ListRow]:
        from tui.panels.panel_rows import question_key

        decided = {}
        if self.ledger_rows and self.findings is not None:
            for number, row in enumerate(_listed(self.findings)):
                there = self.in_ledger(row)
                # An open one looks like any other, unless the desk has an answer to it.
                if there is not None and (row.answer or not there.is_untouched):
                    decided[question_key(number)] = there
        if not decided:
            return rows
        from tui.dialogs.ledger_rows import with_answers

        return with_answers(rows, decided)

    def settled_questions(self) -> dict[Span, str]:
        """By their evidence the questions that are no longer open, and what became of them."""
        from tui.store.ledger_questions import QuestionState

        return {
            target.span: row.state.value
            for target, row in self.ledger_rows.items()
            if row.state is not QuestionState.OPEN
        }

    def in_ledger(self, row: AnyRow) -> LedgerQuestion | None:
        """What the ledger says of a question; `None` while the desk has newer words."""
        from tui.ledger import desk_answer

        there = self.ledger_rows.get(row.target)
        return there if there is not None and there.desk_answer == desk_answer(row.answer) else None

    def answer_of(self, row: AnyRow) -> str | None:
        """The answer to a question as the ledger has it, else as it was given here."""
        there = self.in_ledger(row)
        return there.resolution.answer if there is not None else row.answer


def _listed(findings: Findings) -> list[Corrected[Question]]:
    """The questions that are not hidden, in the order of their rows."""
    return [row for row in findings.rows.questions if not row.is_hidden]
