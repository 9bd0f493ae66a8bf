"""The ledger: what articles leave open, and what the reader found out about it later.

All of it waits for the disk but `decide`, `undo`, `redo` and `save_draft`, whose outcome is
reported on the writer thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tui.corrections.in_words import is_worded
from tui.documents.article import Span
from tui.documents.sanitising import sanitise, sanitise_line
from tui.store import ledger_entry, ledger_log, question_records, question_twins
from tui.store import ledger_questions as rows
from tui.store.anchors import Anchor, Located
from tui.store.answer_undoing import undo_decision
from tui.store.correction_rows import CorrectionKind
from tui.store.documents import revision_text
from tui.store.kept_words import KeptWords, words_after
from tui.store.ledger_log import Decided, with_resolution
from tui.store.ledger_questions import (
    OWN_KIND,
    FoundQuestion,
    LedgerQuestion,
    QuestionState,
    Resolution,
)
from tui.store.placement import Placement
from tui.store.question_records import (
    LESS_SURE,
    STATES,
    SURE_STATES,
    LedgerCounts,
    Order,
    QuestionRecord,
)
from tui.store.question_twins import Once

if TYPE_CHECKING:
    from tui.analysis.results import Question
    from tui.corrections.corrected import Corrected
    from tui.documents.article import Article
    from tui.store.database import Database

__all__ = [
    "LESS_SURE",
    "STATES",
    "SURE_STATES",
    "Decided",
    "FoundQuestion",
    "Ledger",
    "LedgerCounts",
    "LedgerQuestion",
    "Once",
    "Order",
    "QuestionRecord",
    "QuestionState",
    "Resolution",
    "desk_answer",
    "found_question",
    "is_told_by_clause",
    "located",
    "with_resolution",
]

DecisionResult = Decided | None
"""What became of a decision, of undo or redo; `None` when there was nothing to undo."""


def found_question(
    row: Corrected[Question],
    *,
    tells_answer: bool = True,
    seen_answers: frozenset[str] | None = None,
    earlier: Iterable[str] = (),
) -> FoundQuestion:
    """A question as the reader has it in the desk, as the ledger takes it.

    Args:
        row: The question with its corrections.
        tells_answer: Whether the ledger is to follow its answer.
        seen_answers: As `FoundQuestion.seen_answers`.
        earlier: What it was called here before names were put right.
    """
    question, own = row.result, row.own
    is_reworded = row.value(CorrectionKind.WORDING) is not None
    return FoundQuestion(
        places=(question.evidence, *question.other_places),
        kind=OWN_KIND if own else question.kind.value,
        wording=sanitise_line(question.text),
        holder=sanitise_line(question.holder),
        about=tuple(map(sanitise_line, question.about)),
        salience=question.salience,
        certainty=question.certainty,
        is_sure=question.is_sure,
        answer=desk_answer(row.answer) if tells_answer else None,
        seen_answers=seen_answers,
        is_by_reader=own is not None or is_reworded,
        earlier=frozenset(map(sanitise_line, (*earlier, row.found.text))),
        id=own.id if own else "",
    )


def is_told_by_clause(question: LedgerQuestion) -> bool:
    """Whether its wording is the clause that leaves it open, so that it is not said twice."""
    return not is_worded(question.wording) and question.kind != OWN_KIND


def desk_answer(answer: str | None) -> str:
    """An answer given in the desk as the ledger keeps it; empty for none."""
    return sanitise(answer or "").strip()


def located(database: Database, article: Article, document_id: str, anchor: Anchor) -> Span | None:
    """Where a passage of a document stands in its text; `None` for nowhere certain. Blocks."""
    old = database.read(lambda c: revision_text(c, document_id, anchor.revision))
    found = Placement(article, {} if old is None else {anchor.revision: old}).of(anchor)
    return Span(found.start, found.end) if isinstance(found, Located) else None


class Ledger:
    """The questions of a library, or of one document in it; failures are `StoreError`s."""

    def __init__(self, database: Database, document_id: str | None = None) -> None:
        """Look into an open database, which its opener closes.

        Args:
            database: The library.
            document_id: Only the questions of this document, also for undo and redo.
        """
        self._database = database
        self._document_id = document_id

    def enter(
        self, article: Article, document_id: str, found: Sequence[FoundQuestion]
    ) -> list[LedgerQuestion] | None:
        """Record what an analysis of the whole text lists. Blocks.

        Returns:
            The rows of `found`, in its order; `None` when the library does not hold the
            text (`keep = "marked"` and no mark yet).
        """
        places = self._database.read(lambda c: ledger_entry.places_in(c, article, document_id))
        return self._database.submit(
            lambda c: ledger_entry.enter(c, article, document_id, found, places)
        ).result()

    def counts(self) -> LedgerCounts:
        """How many there are of each state."""
        return self._database.read(lambda c: question_records.counts(c, self._document_id))

    def listed(
        self,
        *,
        states: Sequence[str] = (),
        groups: Sequence[Sequence[str]] = (),
        limit: int = -1,
        title: str = "",
        order: Order = Order.ARTICLE,
    ) -> list[QuestionRecord]:
        """Questions in an order; equals article after article, each in text order.

        Args:
            states: Only those in one of these of `STATES`; empty for all.
            groups: For each typed word the vocabulary's words it may mean.
            limit: Most questions wanted; -1 for all.
            title: Folded words that the title must begin with; asked beside groups only.
            order: By what they are sorted.
        """
        return self._database.read(
            lambda c: question_records.listed(
                c,
                self._document_id,
                states=states,
                groups=groups,
                limit=limit,
                title=title,
                order=order,
            )
        )

    def shown_once(self, records: Sequence[QuestionRecord]) -> list[Once]:
        """Questions in their order, the same one of several copies of an article once.

        Args:
            records: The questions.
        """
        return self._database.read(lambda c: question_twins.shown_once(c, records))

    def vocabulary(self, after: int = 0) -> KeptWords:
        """The folded words of all questions, their answers, names and titles.

        Args:
            after: Only those that came after this one of `KeptWords.last`.
        """
        return self._database.read(lambda c: words_after(c, "question_words", after))

    def data_version(self) -> int:
        """A number that is another one after any change by any program."""
        return self._database.data_version()

    def decide(
        self,
        question_id: str,
        resolution: Resolution,
        seen: Resolution | None = None,
        then: Callable[[Future[DecisionResult]], None] | None = None,
    ) -> None:
        """Say what became of a question. Does not wait.

        Args:
            question_id: The question.
            resolution: Its new state, answer and link.
            seen: Those the reader began with; what another program wrote since is kept.
            then: Called on the writer thread with the outcome, or a `StoreError`.
        """
        clean = cleaned(resolution)
        self._database.submit(
            lambda c: _outcome(ledger_log.decide(c, question_id, clean, seen)), then
        )

    def undo(self, then: Callable[[Future[DecisionResult]], None]) -> None:
        """Undo the last decision. Does not wait."""
        self._database.submit(lambda c: undo_decision(c, self._document_id), then)

    def redo(self, then: Callable[[Future[DecisionResult]], None]) -> None:
        """Redo the decision that was undone last. Does not wait."""
        self._database.submit(lambda c: ledger_log.redo(c, self._document_id), then)

    def save_draft(self, question_id: str, text: str, link: str = "") -> None:
        """Keep an answer and a link that are being typed, against a crash. Does not wait.

        Args:
            question_id: The question.
            text: The answer; empty for none that is not saved.
            link: The link; empty for none that is not saved.
        """
        clean, line = sanitise(text), sanitise_line(link)
        self._database.submit(lambda c: rows.write_draft(c, question_id, clean, line))


def _outcome(decided: Decided) -> DecisionResult:
    return decided


def cleaned(resolution: Resolution) -> Resolution:
    """The same decision with its texts cleaned and trimmed."""
    return resolution._replace(
        answer=sanitise(resolution.answer).strip(), link=sanitise_line(resolution.link)
    )
