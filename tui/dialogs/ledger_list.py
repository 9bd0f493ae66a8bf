"""The ledger: the questions of an article or of the whole library, and what became of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tui.dialogs.decisions import OnSettled
from tui.dialogs.destination import Destination
from tui.dialogs.ledger_rows import count_runs, ledger_rows, less_sure_rows, question_preview
from tui.dialogs.question_decisions import Deciding
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import MOST_ROWS, Shelved, more_row
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.ledger import LESS_SURE, STATES, SURE_STATES, Ledger, Resolution
from tui.search.ledger_search import LedgerHit, LedgerSearch, narrowed
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion


class LedgerScreen(ShelfScreen[Destination]):
    """Questions, article after article, each with its state."""

    MODE: ClassVar[Mode] = Mode.LEDGER
    FILTER_HINT: ClassVar[str] = "words in any order; is:open is:answered is:dropped is:less-sure"

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
        self._hits: dict[str, LedgerHit] = {}
        self._unfolded = False
        self.deciding = Deciding(self, database, self._ledger, unsaved, tell, copy)
        self.commands_of = (self, self.deciding)

    def on_mount(self) -> None:
        """Name the list; the rows come from the library."""
        is_one = self._document_id is not None
        dialog = self.query_one(".dialog")
        dialog.border_title = f"Questions of {'this article' if is_one else 'all articles'}"

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """Search the ledger."""
        words, named = narrowed(query, STATES)
        # What was searched for is not hidden in a fold.
        states = named or (STATES if words else SURE_STATES)
        hits = self._search.search(words, states, MOST_ROWS + 1)
        counts = self._ledger.counts()
        rows = self._rows(hits[:MOST_ROWS])
        if len(hits) > MOST_ROWS:
            more = None if query.strip() else counts.total - MOST_ROWS
            rows += (more_row(more, self.key("shelf.filter")),)
        shown = hits[:MOST_ROWS]
        if counts.less_sure and not query.strip():
            less = self._search.search("", (LESS_SURE,), MOST_ROWS) if self._unfolded else []
            shown = [*shown, *less]
            rows += self._less_sure(less, counts.less_sure, is_alone=not rows)
        self._hits = {hit.record.question.id: hit for hit in shown}
        head = count_runs(counts)
        if not query.strip():
            return Shelved(rows, head, self._nothing)
        count = f"{MOST_ROWS}+" if len(hits) > MOST_ROWS else f"{len(hits)}"
        head = ((f" {count} found, of", "muted"), *head)
        return Shelved(rows, head, f"No question matches “{query}”.")

    def _rows(self, hits: list[LedgerHit]) -> tuple[ListRow, ...]:
        return ledger_rows(hits, with_headings=self._document_id is None)

    def _less_sure(
        self, hits: list[LedgerHit], count: int, *, is_alone: bool
    ) -> tuple[ListRow, ...]:
        with_headings = self._document_id is None
        return less_sure_rows(hits, count, with_headings=with_headings, is_alone=is_alone)

    def show_preview(self, row: ListRow | None) -> None:
        """The question in full."""
        hit = self._hits.get(row.key) if row else None
        if hit is None:
            self.preview.update("")
            return
        record, key = hit.record, self.key("question.link")
        self.preview.update(question_preview(record.question, record.document, key))

    def go(self, row: ListRow) -> None:
        """To the evidence, in its article; the row of a fold folds or unfolds it."""
        if row.key == LESS_SURE:
            self._unfolded = self.has_unfolded = not self._unfolded
            self.read_again()
            return
        # The rows may be those of a moment ago, when this question was still among them.
        if hit := self._hits.get(row.key):
            document, anchor = hit.record.document, hit.record.question.anchor
            self.leave(Destination(document.id, document.address, anchor))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click on a fold opens it, as in a panel; the base shows a question."""
        if event.row.key == LESS_SURE:
            self.go(event.row)

    @property
    def current_hit(self) -> LedgerHit | None:
        """What the current row stands for; `None` for none, also of rows read a moment ago."""
        row = self.hits.current
        return self._hits.get(row.key) if row else None

    def redraw(self, question: LedgerQuestion) -> None:
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
