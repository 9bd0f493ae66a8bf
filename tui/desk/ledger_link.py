"""The questions of the article and the ledger: each follows what the reader says in the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import LedgerChanged
from tui.dialogs.decisions import settled
from tui.errors import ClosereadError
from tui.ledger import Ledger, QuestionState, desk_answer, found_question
from tui.panels.row_keys import PanelRow, result_key
from tui.panels.table import QUESTIONS

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.analysis.results import Question
    from tui.corrections.corrected import Corrected, CorrectionTarget, PlacedCorrection
    from tui.desk.column import Column
    from tui.desk.shown_results import ShownResults
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.dialogs.decisions import DecisionSettled
    from tui.documents.article import Span
    from tui.ledger import DecisionResult
    from tui.panels.findings import Findings
    from tui.panels.panel import AnyCorrected
    from tui.store.ledger_questions import LedgerQuestion


class LedgerLink(Part):
    """Questions enter the ledger with their answers; their panel shows what it says of them."""

    def __init__(
        self, state: DeskState, surface: Surface, column: Column, shown_results: ShownResults
    ) -> None:
        """Keep panel and ledger together."""
        super().__init__(state, surface)
        self._column = column
        self._results = shown_results
        self.rows: Mapping[CorrectionTarget, LedgerQuestion] = {}
        """The ledger's rows of the article's questions."""
        self._told: dict[CorrectionTarget, str] = {}
        self._worded: dict[CorrectionTarget, set[str]] = {}
        """What each question has been called here, under the names of the time."""
        self._entered_corrections: tuple[PlacedCorrection, ...] | None = None
        self._one_at_a_time = Lock()
        column.decorators[QUESTIONS.id] = self._with_answers

    # -- into the ledger --------------------------------------------------------------

    def enter(self) -> None:
        """Have the questions of the whole text written down, once all is there for it."""
        if self._findings_to_enter():
            self.surface.in_thread(self._enter, "ledger")

    def enter_with_first_mark(self) -> None:
        """Have them written down once the library keeps the text."""
        if self.state.waits_for_first_mark:
            self.enter()

    def _findings_to_enter(self) -> Findings | None:
        """Results that are whole and as the reader has them; `None` while there are none."""
        findings = self.state.findings
        if self.state.session is None or findings is None or not findings.is_whole:
            return None
        # Without the corrections every answer would be missing; they are on their way.
        if findings.corrections != self.state.corrections:
            return None
        is_asked = any(row.own for row in findings.results.questions)
        return findings if findings.analysis.is_read or is_asked or self.rows else None

    def _enter(self) -> None:
        state = self.state
        # One after the other, each with what holds by then: the last one has the last word.
        with self._one_at_a_time:
            findings = self._findings_to_enter()
            if state.database is None or state.session is None or findings is None:
                return
            if state.database.damage is not None:
                # The reader was told that nothing can be saved, and what mends it.
                return
            # An answer is told once: what another desk or program said since is not unsaid.
            tells = findings.corrections != self._entered_corrections
            questions = findings.questions
            found = [
                found_question(
                    row,
                    tells_answer=tells,
                    seen_answers=self._seen_answers(row),
                    earlier=self._earlier(row),
                )
                for row in questions
            ]
            try:
                ledger = Ledger(state.database)
                rows = ledger.enter(state.article, state.session.document_id, found)
            except ClosereadError as error:
                said = f"the questions are not in the ledger: {error}"
                self.surface.in_loop(self.surface.say, said)
                return
            by_target = None
            if rows is not None:
                self._entered_corrections = findings.corrections
                pairs = zip(questions, rows, strict=True)
                by_target = {question.target: row for question, row in pairs}
            self.surface.in_loop(self._take_rows, by_target, _listed_before(questions, rows or ()))

    def _seen_answers(self, row: Corrected[Question]) -> frozenset[str] | None:
        """The answers to a question that were shown here, or given here before this one."""
        known, told = self.rows.get(row.target), self._told.get(row.target)
        self._told[row.target] = desk_answer(row.answer)
        if known is None:
            return None
        return frozenset(("", known.resolution.answer, known.desk_answer, told or ""))

    def _earlier(self, row: Corrected[Question]) -> frozenset[str]:
        """What a question was called here before this."""
        called = self._worded.setdefault(row.target, set())
        earlier = frozenset(called)
        called.add(row.result.text)
        return earlier

    def _take_rows(
        self,
        rows: Mapping[CorrectionTarget, LedgerQuestion] | None,
        listed_before: frozenset[CorrectionTarget],
    ) -> None:
        """Show in the panel which questions are settled, and which have been listed before.

        Args:
            rows: The ledger's rows; `None` when the library does not hold the text.
            listed_before: Those among them that would be less sure today.
        """
        self.state.waits_for_first_mark = rows is None
        self.rows = rows or {}
        self.state.listed_before = listed_before
        self._results.correct_again()
        if self._column.widgets and self.state.findings is not None:
            self._column.set_rows(QUESTIONS, self.state.findings.rows[QUESTIONS.id])

    def read_again(self) -> None:
        """Take in what another program has said about the questions of this article."""
        if self.rows:
            self.surface.in_thread(self._read_again, "ledger")

    def _read_again(self) -> None:
        state = self.state
        with self._one_at_a_time:
            if state.database is None or state.session is None:
                return
            try:
                listed = Ledger(state.database, state.session.document_id).listed()
            except ClosereadError:
                return  # The next write says what is wrong with the library.
            held = {record.question.id: record.question for record in listed}
            rows = {target: held.get(row.id, row) for target, row in self.rows.items()}
            if rows != self.rows:
                self.surface.in_loop(self._take_rows, rows, state.listed_before)

    # -- what the ledger says, in the panel ---------------------------------------------

    def _with_answers(self, rows: Sequence[PanelRow]) -> Sequence[PanelRow]:
        findings = self.state.findings
        if not self.rows or findings is None:
            return rows
        decided = {}
        for number, row in enumerate(findings.results.questions):
            if row.is_hidden:
                continue
            known = self._in_ledger(row)
            # An open one looks like any other, unless the desk has an answer to it.
            if known is not None and (row.answer or not known.is_untouched):
                decided[result_key(QUESTIONS.id, number)] = known
        if not decided:
            return rows
        from tui.dialogs.ledger_rows import decided_rows

        return decided_rows(rows, decided)

    def settled_questions(self) -> dict[Span, str]:
        """By their evidence the questions that are no longer open, and what became of them."""
        return {
            target.span: row.state.value
            for target, row in self.rows.items()
            if row.state is not QuestionState.OPEN
        }

    def _in_ledger(self, row: AnyCorrected) -> LedgerQuestion | None:
        """What the ledger says of a question; `None` while the desk has newer words."""
        known = self.rows.get(row.target)
        is_newest = known is not None and known.desk_answer == desk_answer(row.answer)
        return known if is_newest else None

    def answer_of(self, row: AnyCorrected) -> str | None:
        """The answer to a question as the ledger has it, else as it was given here."""
        known = self._in_ledger(row)
        return known.resolution.answer if known is not None else row.answer

    # -- decisions --------------------------------------------------------------------

    def set_answer(self, row: AnyCorrected, answer: str) -> None:
        """Give a question another answer, or none, where only the ledger has one."""
        known = self.rows.get(row.target)
        if known is None or self.state.database is None:
            return
        state = QuestionState.ANSWERED if answer else QuestionState.OPEN
        wanted = known.resolution._replace(state=state, answer=answer)

        def report(future: Future[DecisionResult]) -> None:
            news = settled("decide", known.id, wanted, future)
            self.surface.in_loop(self.take_news, news)

        Ledger(self.state.database).decide(known.id, wanted, known.resolution, report)
        what = "saved" if answer else "taken back"
        where, undoes = self.surface.key("ledger.article"), self.surface.key("decision.undo")
        self.surface.say(f"the answer is {what} in the ledger; {undoes} in {where} undoes it")

    def take_news(self, news: DecisionSettled) -> None:
        """Keep an answer that could not be saved; show the rest in list and panel."""
        from tui.dialogs.ledger_list import LedgerScreen

        unsaved = self.state.unsaved
        if news.verb == "decide" and news.resolution is not None:
            if news.error:
                unsaved.answers[news.question_id] = news.resolution
            else:
                unsaved.answers.pop(news.question_id, None)
        lists = [screen for screen in self.surface.screens() if isinstance(screen, LedgerScreen)]
        for screen in lists:
            screen.deciding.take_news(news)
        if news.error and not lists:
            has_words = bool(news.resolution and news.resolution.answer)
            key = self.surface.key
            where, again = key("ledger.library"), key("question.answer")
            kept = f"; {where} lists its question, {again} there has your answer"
            said = f"not saved: {news.error}{kept if has_words else ''}"
            self.surface.say(said, warning=True)
        self.surface.post(LedgerChanged())


def _listed_before(
    questions: Sequence[Corrected[Question]], rows: Sequence[LedgerQuestion]
) -> frozenset[CorrectionTarget]:
    """The questions that the ledger lists without reserve and the analysis no longer would."""
    pairs = zip(questions, rows, strict=False)
    return frozenset(
        question.target for question, row in pairs if row.is_sure and not question.found.is_sure
    )
