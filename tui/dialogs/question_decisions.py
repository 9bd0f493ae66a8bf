"""What the reader decides about the questions of a list: answers, drops, reopens, takes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.corrections.in_words import asked
from tui.dialogs.answer import AnswerScreen, Written, typed_before
from tui.dialogs.decisions import DecisionSettled, OnSettled, settled
from tui.dialogs.destination import Destination
from tui.dialogs.ledger_rows import question_text
from tui.ledger import Ledger, QuestionState, Resolution, with_resolution

if TYPE_CHECKING:
    from tui.dialogs.ledger_list import LedgerScreen
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion

_DONE = {
    QuestionState.OPEN: "open again",
    QuestionState.ANSWERED: "answered",
    QuestionState.DROPPED: "dropped",
}


def _in_copies(count: int) -> str:
    """In how many copies of the article a decision holds, besides the one it was made about."""
    return f" in {1 + count} articles" if count else ""


class Deciding:
    """The commands for the current question of a ledger list."""

    def __init__(
        self,
        ledger_list: LedgerScreen,
        database: Database,
        ledger: Ledger,
        unsaved: dict[str, Resolution],
        on_settled: OnSettled,
        copy: Callable[[str], str],
    ) -> None:
        """Decide about the questions of a list.

        Args:
            ledger_list: The list.
            database: The open library.
            ledger: Its questions.
            unsaved: Answers that could not be saved, by question; taken up by `r`.
            on_settled: Called with what became of every decision, also after the list is closed.
            copy: Takes a text to the clipboard and says what became of it.
        """
        self._list = ledger_list
        self._database = database
        self._ledger = ledger
        self._unsaved = unsaved
        self._on_settled = on_settled
        self._copy = copy
        self._discarded: dict[str, tuple[str, str]] = {}
        self._take_up: str | None = None
        """The question whose answer was discarded last, while nothing else was decided since."""

    @property
    def current(self) -> LedgerQuestion | None:
        """The question of the current row; `None` for none."""
        hit = self._list.current_hit
        return hit.record.question if hit else None

    def command_question_answer(self) -> None:
        """Ask for the answer."""
        question = self.current
        if question is None:
            return
        ident, known = question.id, question.resolution
        typed = self._typed_for(question)

        def close(written: Written) -> None:
            if written.discarded is not None:
                self._unsaved.pop(ident, None)
                self._discarded[ident] = written.discarded
                self._ledger.save_draft(ident, "")
                self._take_up = ident
                back, undoes = self._list.key("question.answer"), self._list.key("decision.undo")
                self._list.say(f"the answer is discarded; {undoes} or {back} brings it back")
            elif written.is_answered:
                wanted = Resolution(QuestionState.ANSWERED, written.answer, written.link)
                self._decide(question, wanted, "saved as answered")
            elif (written.answer, written.link) != known[1:]:
                wanted = known._replace(answer=written.answer, link=written.link)
                self._decide(question, wanted, self._said_saved(known.state))
            else:
                self._ledger.save_draft(ident, "")

        self._list.app.push_screen(
            AnswerScreen(
                question=asked(question.wording),
                answer=known.answer,
                link=known.link,
                typed=typed,
                database=self._database,
                on_draft=lambda text, link: self._ledger.save_draft(ident, text, link),
                on_close=close,
            )
        )

    def _said_saved(self, state: QuestionState) -> str:
        if state is QuestionState.ANSWERED:
            return "saved"
        opens = self._list.key("question.answer")
        return f"saved; the question is still {state.value}: {opens} and ctrl+s set it answered"

    def _typed_for(self, question: LedgerQuestion) -> tuple[str, str] | None:
        """Answer and link that were typed for a question and are not saved, the newest ones."""
        discarded = self._discarded.pop(question.id, None)
        return discarded or typed_before(question, self._unsaved)

    def command_question_drop(self) -> None:
        """It needs no answer."""
        self._set_state(QuestionState.DROPPED)

    def command_question_reopen(self) -> None:
        """Open it again; an answer stays with it."""
        self._set_state(QuestionState.OPEN)

    def _set_state(self, state: QuestionState) -> None:
        question = self.current
        if question is None:
            return
        if question.state is state:
            said = "it is open" if state is QuestionState.OPEN else f"it is {state} already"
            self._list.say(said)
            return
        self._decide(question, question.resolution._replace(state=state))

    def _decide(
        self, question: LedgerQuestion, resolution: Resolution, said: str | None = None
    ) -> None:
        """Show a decision at once, have it saved, and say what it is called."""
        ident = question.id
        self._take_up = None
        self._list.redraw(with_resolution(question, resolution))
        self._ledger.decide(
            ident,
            resolution,
            question.resolution,
            lambda future: self._on_settled(settled("decide", ident, resolution, future)),
        )
        self._list.say(said or _DONE[resolution.state])

    def command_decision_undo(self) -> None:
        """Take the last decision back, or take up the answer that was discarded since."""
        current, self._take_up = self._take_up, None
        if current is not None and self.current is not None and self.current.id == current:
            self.command_question_answer()
            return
        self._ledger.undo(lambda future: self._on_settled(settled("undo", "", None, future)))

    def command_decision_redo(self) -> None:
        """Make the last decision taken back again."""
        self._ledger.redo(lambda future: self._on_settled(settled("redo", "", None, future)))

    def take_news(self, news: DecisionSettled) -> None:
        """Show what became of a decision; counts and rows are read again."""
        if not self._list.is_on_screen:
            return
        if news.error:
            kept = f"; your answer is kept here, {self._list.key('question.answer')} opens it again"
            has_words = bool(news.resolution and news.resolution.answer)
            self._list.say(f"not saved: {news.error}{kept if has_words else ''}")
        elif news.verb != "decide":
            self._show_undone(news)
        elif news.outcome and (news.outcome.question is None or news.outcome.notice):
            self._list.say(news.outcome.reason or news.outcome.notice)
        elif news.outcome and news.outcome.also and news.outcome.question:
            state = news.outcome.question.state
            self._list.say(f"{_DONE[state]}{_in_copies(news.outcome.also)}")
        self._list.read_again()

    def _show_undone(self, news: DecisionSettled) -> None:
        outcome = news.outcome
        if outcome is None:
            self._list.say(f"nothing to {news.verb}")
        elif outcome.reason or outcome.question is None:
            self._list.say(outcome.reason)
        else:
            self._list.redraw(outcome.question)
            keys = [row.key for row in self._list.hits.rows]
            if outcome.question.id in keys:
                self._list.hits.cursor = keys.index(outcome.question.id)
            self._list.show_preview(self._list.hits.current)
            copies = _in_copies(outcome.also)
            self._list.say(f"{news.verb}: {_DONE[outcome.question.state]}{copies}")

    def command_question_copy(self) -> None:
        """Copy the question with its evidence, its answer and where they come from."""
        if hit := self._list.current_hit:
            self._list.say(self._copy(question_text(hit.record)))

    def command_question_link(self) -> None:
        """Go where the answer stands."""
        hit = self._list.current_hit
        if hit is None:
            return
        link, document = hit.record.question.resolution.link, hit.record.document
        if not link:
            writes = self._list.key("question.answer")
            self._list.say(f"nothing says where its answer stands; {writes} writes it down")
            return
        self._list.leave(Destination(document.id, document.address, link=link))
