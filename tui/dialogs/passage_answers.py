"""What the reader does with the questions that a passage may answer: answers, takes back, goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.corrections.in_words import asked
from tui.dialogs.answer import AnswerScreen, Written, typed_before
from tui.dialogs.answerable_rows import Listed, Near
from tui.dialogs.destination import Destination
from tui.ledger import Ledger, QuestionState, Resolution
from tui.panels.row_text import one_line
from tui.store.question_records import QuestionRecord

if TYPE_CHECKING:
    from tui.dialogs.answerable_list import AnswerableScreen
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion


class AnsweringWays(NamedTuple):
    """What the list asks of the desk it lies over."""

    near: Callable[[], Near]
    """Look for what may be answered; called in a thread. Raises `ClosereadError`."""
    listed: Callable[[QuestionRecord], Listed]
    """Any question, as one that the passage is to answer."""
    give: Callable[[Listed, Resolution, Callable[[LedgerQuestion], None]], None]
    """Decide a question, with a highlight on the words where no link is given."""
    undo: Callable[[Callable[[], None]], str]
    """Take the last answer back, and call when that is saved; what to say."""
    redo: Callable[[Callable[[], None]], str]
    """The same of giving it again."""


class PassageAnswers:
    """The commands for the current question of such a list."""

    def __init__(
        self,
        answerable: AnswerableScreen,
        database: Database,
        ways: AnsweringWays,
        unsaved: dict[str, Resolution],
    ) -> None:
        """Answer the questions of a list.

        Args:
            answerable: The list.
            database: The open library.
            ways: What the desk does for it.
            unsaved: Answers that could not be saved, by question.
        """
        self._list = answerable
        self._database = database
        self._ledger = Ledger(database)
        self._ways = ways
        self._unsaved = unsaved
        self._discarded: dict[str, tuple[str, str]] = {}
        self.given: dict[str, Listed] = {}
        """What has been answered here: it is no longer open, and stays in the list."""
        self._taken_back: list[Listed] = []

    def without(self, listed: Sequence[Listed]) -> list[Listed]:
        """What has been answered here and is not among some questions."""
        idents = {each.record.question.id for each in listed}
        return [each for ident, each in self.given.items() if ident not in idents]

    def command_answer_write(self) -> None:
        """Answer the current question, or unfold the others."""
        if row := self._list.hits.chosen:
            self._list.go(row)

    def write(self, listed: Listed) -> None:
        """Ask for the answer to a question."""
        question = listed.record.question
        ident, known = question.id, question.resolution

        def close(written: Written) -> None:
            if written.discarded is not None:
                self._discard(ident, written.discarded)
            elif written.is_answered or (written.answer, written.link) != known[1:]:
                state = QuestionState.ANSWERED if written.is_answered else known.state
                self._give(listed, Resolution(state, written.answer, written.link))
            else:
                self._ledger.save_draft(ident, "")
                self._list.say("nothing written, nothing highlighted")

        self._list.app.push_screen(
            AnswerScreen(
                question=asked(question.wording),
                answer=known.answer,
                link=known.link,
                typed=self._discarded.pop(ident, None) or typed_before(question, self._unsaved),
                database=self._database,
                on_draft=lambda text, link: self._ledger.save_draft(ident, text, link),
                on_close=close,
                passage=one_line(listed.words),
            )
        )

    def _discard(self, ident: str, words: tuple[str, str]) -> None:
        self._unsaved.pop(ident, None)
        self._discarded[ident] = words
        self._ledger.save_draft(ident, "")
        back = self._list.key("answer.write")
        self._list.say(f"nothing is saved, nothing highlighted; {back} brings your words back")

    def _give(self, listed: Listed, wanted: Resolution) -> None:
        self._ways.give(listed, wanted, lambda row: self._take(listed, row))
        what = "answered" if wanted.state is QuestionState.ANSWERED else "saved, and still open"
        self._list.say(f"{what}; {self._list.key('answer.undo')} takes it back")

    def _take(self, listed: Listed, row: LedgerQuestion) -> None:
        record = QuestionRecord(row, listed.record.document)
        self._taken_back.clear()
        # One that stays open is found again where it stood.
        if row.state is not QuestionState.OPEN:
            self.given[row.id] = listed._replace(record=record)
        self._list.read_again()

    def command_answer_undo(self) -> None:
        """Take the last answer back, with its highlight."""
        self._list.say(self._ways.undo(self._take_undone))

    def command_answer_redo(self) -> None:
        """Give it again."""
        self._list.say(self._ways.redo(self._take_redone))

    def _take_undone(self) -> None:
        if self.given:
            self._taken_back.append(self.given.popitem()[1])
        self._list.read_again()

    def _take_redone(self) -> None:
        if self._taken_back:
            listed = self._taken_back.pop()
            self.given[listed.record.question.id] = listed
        self._list.read_again()

    def command_answer_show(self) -> None:
        """Go where the question is asked, in its article."""
        if listed := self._list.current_listed:
            document, anchor = listed.record.document, listed.record.question.anchor
            self._list.leave(Destination(document.id, document.address, anchor))
