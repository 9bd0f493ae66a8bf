"""The open questions that a passage of the open article may answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.dialogs.answerable_rows import (
    Listed,
    answerable_preview,
    answerable_row,
    near_rows,
    others_row,
)
from tui.dialogs.destination import Destination
from tui.dialogs.passage_answers import AnsweringWays, PassageAnswers
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import MOST_ROWS, OTHERS, Shelved, more_row
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.ledger import LESS_SURE, Ledger, Resolution
from tui.search.ledger_search import LedgerSearch
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tui.store.database import Database

_OPEN = ("open", LESS_SURE)
_NOTHING_OPEN = "No question is open: they enter the ledger when an article is analysed."


class AnswerableScreen(ShelfScreen[Destination]):
    """Open questions, those first that the passage may answer; Enter answers one with it."""

    MODE: ClassVar[Mode] = Mode.ANSWERS
    FILTER_HINT: ClassVar[str] = "words of any open question, typos forgiven"

    def __init__(
        self,
        database: Database,
        *,
        words: str,
        ways: AnsweringWays,
        unsaved: dict[str, Resolution],
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        """Show the list.

        Args:
            database: The open library.
            words: The passage.
            ways: What the desk does for the list.
            unsaved: Answers that could not be saved, by question.
            keymap: The keys in force.
        """
        super().__init__(keymap)
        self._ledger = Ledger(database)
        self._search = LedgerSearch(self._ledger)
        self._words = words
        self._ways = ways
        self._listed: dict[str, Listed] = {}
        self._unfolded = False
        self.answers = PassageAnswers(self, database, ways, unsaved)
        self.commands_of = (self, self.answers)

    def on_mount(self) -> None:
        """Name the list by the passage; the rows come from the library."""
        # Content, not str: a str would be parsed as markup.
        title = Content(f"May be answered by “{self._words}”")
        self.query_one(".dialog").border_title = title

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """What may be answered; of all open questions those that a filter finds."""
        return self._found(query) if query.strip() else self._near()

    def _found(self, query: str) -> Shelved:
        hits = self._search.search(query, _OPEN, MOST_ROWS + 1)
        once = self._ledger.shown_once([hit.record for hit in hits[:MOST_ROWS]])
        found = [self._ways.listed(each.record) for each in once]
        rows = self._rows_of([*self.answers.without(found), *found])
        is_more = len(hits) > MOST_ROWS
        if is_more:
            rows += (more_row(None, self.key("shelf.filter")),)
        head = ((f" {f'{MOST_ROWS}+' if is_more else len(hits)} found ", "muted"),)
        return Shelved(rows, head, f"No question matches “{query}”.")

    def _near(self) -> Shelved:
        near, counts = self._ways.near(), self._ledger.counts()
        listed = [*near.here, *near.elsewhere]
        others = counts.open + counts.less_sure - len(listed)
        done = self.answers.without(listed)
        if others <= 0 and not listed and not done:
            self._listed = {}
            return Shelved((), ((" no open questions ", "muted"),), _NOTHING_OPEN)
        rest: list[Listed] = []
        rows = (*self._rows_of(done), *near_rows(near, date.today(), has_answered=bool(done)))
        if others > 0:
            known = {each.record.question.id for each in listed}
            hits = self._search.search("", _OPEN, MOST_ROWS) if self._unfolded else []
            others_there = [hit.record for hit in hits if hit.record.question.id not in known]
            once = self._ledger.shown_once(others_there)
            rest = [self._ways.listed(each.record) for each in once]
            if self._unfolded and len(hits) < MOST_ROWS:
                others = len(rest)
            rows += (others_row(others, is_folded=not self._unfolded), *self._rows_of(rest))
        self._listed = {each.record.question.id: each for each in (*done, *listed, *rest)}
        said = f"{counts.open + counts.less_sure:,} open, {len(listed)} near"
        return Shelved(rows, ((f" {said} ", "muted"),), _NOTHING_OPEN)

    def _rows_of(self, listed: Sequence[Listed]) -> tuple[ListRow, ...]:
        self._listed = {each.record.question.id: each for each in listed}
        return tuple(answerable_row(each, date.today()) for each in listed)

    @property
    def current_listed(self) -> Listed | None:
        """What the current row stands for; `None` for none."""
        row = self.hits.current
        return self._listed.get(row.key) if row else None

    def show_preview(self, row: ListRow | None) -> None:
        """The words, and the question in full."""
        listed = self._listed.get(row.key) if row else None
        self.preview.update(answerable_preview(listed) if listed else "")

    def go(self, row: ListRow) -> None:
        """Answer the question of a row; the row of the fold folds or unfolds it."""
        if row.key == OTHERS:
            self._unfolded = self.has_unfolded = not self._unfolded
            self.read_again()
        elif listed := self._listed.get(row.key):
            self.answers.write(listed)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click on the fold opens it; the base shows a question."""
        if event.row.key == OTHERS:
            self.go(event.row)
