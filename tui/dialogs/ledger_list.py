"""The ledger: the questions of an article or of the whole library, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tui.dialogs.answer import AnswerScreen, Written
from tui.dialogs.decisions import DecisionSettled, OnSettled, settled
from tui.dialogs.destination import Destination
from tui.dialogs.ledger_rows import count_runs, ledger_rows, question_preview, question_text
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import MOST_ROWS, Shelved, more_row
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.ledger import STATES, Ledger, QuestionState, Resolution, with_resolution
from tui.search.ledger_search import LedgerHit, LedgerSearch, narrowed
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion

_DONE = {
    QuestionState.OPEN: "open again",
    QuestionState.ANSWERED: "answered",
    QuestionState.DROPPED: "dropped",
}


class LedgerScreen(ShelfScreen[Destination]):
    """Questions, article after article, each with its state."""

    MODE: ClassVar[Mode] = Mode.LEDGER
    FILTER_HINT: ClassVar[str] = "words of question, answer, title; is:open is:answered is:dropped"

    def __init__(
        self,
        database: Database,
        *,
        document_id: str | None = None,
        nothing: str,
        unsaved: dict[str, Resolution],
        tell: OnSettled,
        copy: Callable[[str], str],
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        """Show the ledger.

        Args:
            database: The open library.
            document_id: Only the questions of this document; `None` for all.
            nothing: What to say when there are none.
            unsaved: Answers that could not be saved, by question; taken up by `r`.
            tell: Called with what became of every decision, also after this list is closed.
            copy: Takes a text to the clipboard and says what became of it.
            keymap: The keys in force.
        """
        super().__init__(keymap)
        self._database = database
        self._document_id = document_id
        self._ledger = Ledger(database, document_id)
        self._search = LedgerSearch(self._ledger)
        self._nothing = nothing
        self._unsaved = unsaved
        self._on_settled = tell
        self._copy = copy
        self._discarded: dict[str, tuple[str, str]] = {}
        self._hits: dict[str, LedgerHit] = {}

    def on_mount(self) -> None:
        """Name the list; the rows come from the library."""
        is_one = self._document_id is not None
        dialog = self.query_one(".dialog")
        dialog.border_title = f"Questions of {'this article' if is_one else 'all articles'}"

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """Search the ledger."""
        words, states = narrowed(query, STATES)
        hits = self._search.search(words, states, MOST_ROWS + 1)
        counts = self._ledger.counts()
        rows = self._rows(hits[:MOST_ROWS])
        if len(hits) > MOST_ROWS:
            more = None if query.strip() else counts.total - MOST_ROWS
            rows += (more_row(more, self.key("shelf.filter")),)
        self._hits = {hit.record.question.id: hit for hit in hits[:MOST_ROWS]}
        head = count_runs(counts)
        if not query.strip():
            return Shelved(rows, head, self._nothing)
        shown = f"{MOST_ROWS}+" if len(hits) > MOST_ROWS else f"{len(hits)}"
        head = ((f" {shown} found, of", "muted"), *head)
        return Shelved(rows, head, f"No question answers to “{query}”.")

    def _rows(self, hits: list[LedgerHit]) -> tuple[ListRow, ...]:
        return ledger_rows(hits, with_headings=self._document_id is None)

    def show_preview(self, row: ListRow | None) -> None:
        """The question in full."""
        hit = self._hits.get(row.key) if row else None
        if hit is None:
            self.preview.update("")
            return
        record, key = hit.record, self.key("question.link")
        self.preview.update(question_preview(record.question, record.document, key))

    def go(self, row: ListRow) -> None:
        """To the evidence, in its article."""
        # The rows may be those of a moment ago, when this question was still among them.
        if hit := self._hits.get(row.key):
            document, anchor = hit.record.document, hit.record.question.anchor
            self.leave(Destination(document.id, document.source, anchor))

    @property
    def _current_hit(self) -> LedgerHit | None:
        """What the current row stands for; `None` for none, also of rows read a moment ago."""
        row = self.hits.current
        return self._hits.get(row.key) if row else None

    @property
    def _current(self) -> LedgerQuestion | None:
        return self._current_hit.record.question if self._current_hit else None

    # -- deciding ---------------------------------------------------------------------

    def command_question_answer(self) -> None:
        """Ask for the answer."""
        question = self._current
        if question is None:
            return
        ident, known = question.id, question.resolution
        typed = self._typed_for(question)

        def close(written: Written) -> None:
            if written.discarded is not None:
                self._unsaved.pop(ident, None)
                self._discarded[ident] = written.discarded
                self._ledger.save_draft(ident, "")
                self.say(f"the answer is discarded; {self.key('question.answer')} brings it back")
            elif written.is_answered:
                wanted = Resolution(QuestionState.ANSWERED, written.answer, written.link)
                self._decide(question, wanted)
            else:
                self._ledger.save_draft(ident, "")

        self.app.push_screen(
            AnswerScreen(
                question=question.wording,
                answer=known.answer,
                link=known.link,
                typed=typed,
                database=self._database,
                on_draft=lambda text: self._ledger.save_draft(ident, text),
                on_close=close,
            )
        )

    def _typed_for(self, question: LedgerQuestion) -> tuple[str, str] | None:
        """Answer and link that were typed for a question and are not saved, the newest ones."""
        if discarded := self._discarded.pop(question.id, None):
            return discarded
        saved, refused = question.resolution, self._unsaved.get(question.id)
        # A draft is older than what was to be saved of it.
        if refused and refused[1:] != saved[1:]:
            return refused.answer, refused.link
        return (question.draft, saved.link) if question.draft else None

    def command_question_drop(self) -> None:
        """It needs no answer."""
        self._set_state(QuestionState.DROPPED)

    def command_question_reopen(self) -> None:
        """Open it again; an answer stays with it."""
        self._set_state(QuestionState.OPEN)

    def _set_state(self, state: QuestionState) -> None:
        question = self._current
        if question is None:
            return
        if question.state is state:
            self.say("it is open" if state is QuestionState.OPEN else f"it is {state} already")
            return
        self._decide(question, question.resolution._replace(state=state))

    def _decide(self, question: LedgerQuestion, resolution: Resolution) -> None:
        """Show a decision at once and have it saved."""
        ident = question.id
        self._redraw(with_resolution(question, resolution))
        self._ledger.decide(
            ident,
            resolution,
            lambda future: self._on_settled(settled("decide", ident, resolution, future)),
        )
        self.say(_DONE[resolution.state])

    def _redraw(self, question: LedgerQuestion) -> None:
        """Draw the row of a question anew, if it is listed."""
        hit = self._hits.get(question.id)
        if hit is None:
            return
        record = replace(hit.record, question=question)
        self._hits[question.id] = hit._replace(record=record)
        (new,) = ledger_rows([self._hits[question.id]], with_headings=False)
        if self.is_on_screen:
            self.hits.rows = tuple(new if row.key == new.key else row for row in self.hits.rows)
            self.show_preview(self.hits.current)

    def command_decision_undo(self) -> None:
        """Take the last decision back."""
        self._ledger.undo(lambda future: self._on_settled(settled("undo", "", None, future)))

    def command_decision_redo(self) -> None:
        """Make the last decision taken back again."""
        self._ledger.redo(lambda future: self._on_settled(settled("redo", "", None, future)))

    def take_news(self, news: DecisionSettled) -> None:
        """Show what became of a decision; counts and rows are read again."""
        if not self.is_on_screen:
            return
        if news.error:
            kept = f"; your answer is kept here, {self.key('question.answer')} opens it again"
            has_words = bool(news.resolution and news.resolution.answer)
            self.say(f"not saved: {news.error}{kept if has_words else ''}")
        elif news.verb != "decide":
            self._show_undone(news)
        elif news.outcome and news.outcome.question is None:
            self.say(news.outcome.reason)
        self.read_again()

    def _show_undone(self, news: DecisionSettled) -> None:
        outcome = news.outcome
        if outcome is None:
            self.say(f"nothing to {news.verb}")
        elif outcome.reason or outcome.question is None:
            self.say(outcome.reason)
        else:
            self._redraw(outcome.question)
            keys = [row.key for row in self.hits.rows]
            if outcome.question.id in keys:
                self.hits.cursor = keys.index(outcome.question.id)
            self.show_preview(self.hits.current)
            self.say(f"{news.verb}: {_DONE[outcome.question.state]}")

    def command_question_copy(self) -> None:
        """Copy the question with its evidence, its answer and where they come from."""
        if hit := self._current_hit:
            self.say(self._copy(question_text(hit.record)))

    def command_question_link(self) -> None:
        """Go where the answer stands."""
        hit = self._current_hit
        if hit is None:
            return
        link, document = hit.record.question.resolution.link, hit.record.document
        if not link:
            writes = self.key("question.answer")
            self.say(f"nothing says where its answer stands; {writes} writes it down")
            return
        self.leave(Destination(document.id, document.source, link=link))
