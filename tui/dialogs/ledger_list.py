"""The ledger: the questions of an article or of the whole library, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from tui.corrections.in_words import less_sure, no_comment
from tui.dialogs.decisions import OnSettled
from tui.dialogs.destination import Destination
from tui.dialogs.ledger_reading import LedgerReading
from tui.dialogs.ledger_rows import count_runs, folded_rows, ledger_rows, question_preview
from tui.dialogs.question_decisions import Deciding
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import FOLDS, MOST_ROWS, NO_COMMENT, Shelved, more_row
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.ledger import LESS_SURE, Ledger, Order, Resolution
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tui.search.ledger_search import LedgerHit
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
        order: Order = Order.ARTICLE,
        keep_order: Callable[[Order], object] = lambda _: None,
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
            order: By what they are sorted at first.
            keep_order: Told every other order.
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
        self._reading = LedgerReading(self._ledger, order, is_one=document_id is not None)
        self._keep_order = keep_order
        self._nothing = nothing
        self._hits: dict[str, LedgerHit] = {}
        self._unfolded = frozenset[str]()
        self.deciding = Deciding(self, database, self._ledger, unsaved, tell, copy)
        self.commands_of = (self, self.deciding)

    def on_mount(self) -> None:
        """Name the list; the rows come from the library."""
        self.query_one(".dialog").border_title = drawn(self._reading.title)

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """Search the ledger."""
        read = self._reading.read(query, self._unfolded)
        rows = self._rows(read.hits)
        if read.has_more:
            more = None if query.strip() else read.counts.total - MOST_ROWS
            rows += (more_row(more, self.key("shelf.filter")),)
        folds = [(NO_COMMENT, no_comment, read.silent_count, read.silent)]
        folds.append((LESS_SURE, less_sure, read.less_sure_count, read.less_sure))
        for key, words, number, hits in folds:
            if number:
                below = self._rows(hits) if key in self._unfolded else ()
                rows += folded_rows(key, words(number), below, is_alone=not rows)
        shown = (*read.hits, *read.silent, *read.less_sure)
        self._hits = {hit.record.question.id: hit for hit in shown}
        head = count_runs(read.counts)
        if not query.strip():
            return Shelved(rows, head, self._nothing)
        count = f"{MOST_ROWS}+" if read.has_more else f"{len(read.hits)}"
        head = ((f" {count} found, of", "muted"), *head)
        return Shelved(rows, head, f"No question matches “{query}”.")

    def _rows(self, hits: Sequence[LedgerHit]) -> tuple[ListRow, ...]:
        return ledger_rows(hits, self._reading.order, of_one=self._document_id is not None)

    def show_preview(self, row: ListRow | None) -> None:
        """The question in full."""
        hit = self._hits.get(row.key) if row else None
        if hit is None:
            self.preview.update("")
            return
        record, key = hit.record, self.key("question.link")
        also = [each.document for each in hit.also]
        self.preview.update(question_preview(record.question, record.document, key, also))

    def go(self, row: ListRow) -> None:
        """To the evidence, in its article; the row of a fold folds or unfolds it."""
        if row.key in FOLDS:
            self._unfolded ^= {row.key}
            self.has_unfolded = row.key in self._unfolded
            self.read_again()
            return
        # The rows may be those of a moment ago, when this question was still among them.
        if hit := self._hits.get(row.key):
            document, anchor = hit.record.document, hit.record.question.anchor
            self.leave(Destination(document.id, document.address, anchor))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click on a fold opens it, as in a panel; the base shows a question."""
        if event.row.key in FOLDS:
            self.go(event.row)

    def command_question_sort(self) -> None:
        """Sort by the next of the orders."""
        self._keep_order(self._reading.sort())
        self.query_one(".dialog").border_title = drawn(self._reading.title)
        self.read(self.prompt.value, from_top=True)

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
        *_, new = self._rows([self._hits[question.id]])
        if self.is_on_screen:
            self.hits.rows = tuple(new if row.key == new.key else row for row in self.hits.rows)
            self.show_preview(self.hits.current)
