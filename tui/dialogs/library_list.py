"""The library: every article the reader opened, with its marks and open questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content

from tui.dialogs.article_forgetting import Forgetting
from tui.dialogs.destination import Destination
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import MOST_ROWS, Shelved, more_row
from tui.dialogs.trash_rows import TrashRows, trashed_facts
from tui.documents.source import Source
from tui.errors import ClosereadError
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.library import Library
from tui.panels.row_text import one_line, spoken_date
from tui.search.ledger_search import narrowed
from tui.search.record_index import RecordIndex
from tui.store.clock import local_day
from tui.store.document_list import STATES, Name, Order, ShelvedDocument
from tui.trash import Trash
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine

if TYPE_CHECKING:
    from pathlib import Path

    from tui.documents.article import Span
    from tui.library import HighlightRecord
    from tui.store.database import Database
    from tui.store.documents import DocumentRecord
    from tui.trash import Trashed

PREVIEWED = 30
"""Highlights that the preview of an article lists."""


class LibraryScreen(ShelfScreen[Destination]):
    """All articles; the answer is the one to open."""

    TITLE_TEXT: ClassVar[str] = "Library"
    MODE: ClassVar[Mode] = Mode.LIBRARY
    FILTER_HINT: ClassVar[str] = "words of title, place, source or tags; is:unread is:started"

    def __init__(
        self,
        database: Database,
        *,
        open_ids: frozenset[str],
        came_back: Callable[[str], None],
        cache: Path | None = None,
        room: str = "",
        keymap: Keymap = DEFAULT_KEYMAP,
    ) -> None:
        """Show a library.

        Args:
            database: The open library.
            open_ids: The documents that are open on the desk, which cannot be forgotten.
            came_back: Told the document that has what was put back.
            cache: The file with results of analyses; `None` where nothing is written.
            room: How much room the backups may take, as the settings say it.
            keymap: The keys in force.
        """
        super().__init__(keymap)
        self._library = Library(database)
        self._order = Order.OPENED
        self._names: list[Name] = []
        self._index: RecordIndex | None = None
        self._version: int | None = None
        self._listed: dict[str, ShelvedDocument] = {}
        trash = Trash(database, cache, room)
        self._trash_rows = TrashRows(trash)

        def current() -> ShelvedDocument | Trashed | None:
            row = self.hits.current
            found = self._trash_rows.entry(row)
            return found or (self._listed.get(row.key) if row else None)

        self.commands_of = (self, Forgetting(self, trash, current, open_ids, came_back))

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """Read the articles in their order, those the filter finds."""
        marks: dict[str, tuple[Span, ...]] = {}
        groups: list[list[str] | None] = [None]
        words, states = narrowed(query, tuple(STATES))
        if words:
            hits = self._searchable().search(words)
            marks = {self._names[hit.number].document_id: hit.marks[0] for hit in hits}
            # What is called so first; those that are as near to it in the order of the list.
            nearness = {self._names[hit.number].document_id: hit.nearness for hit in hits}
            groups = [[i for i in marks if nearness[i] == n] for n in sorted({*nearness.values()})]
        found: list[ShelvedDocument] = []
        for only in groups:
            found += self._library.shelved(self._order, MOST_ROWS - len(found), only, states)
        total = len(found)
        if total == MOST_ROWS or not words:
            total = len(marks) if words else self._library.article_count(states)
        self._listed = {each.document.id: each for each in found}
        rows = tuple(_row(each, marks.get(each.document.id, ())) for each in found)
        if total > len(found):
            rows += (more_row(total - len(found), self.key("shelf.filter")),)
        if not query.strip():
            rows += self._trash_rows.read()
        head = ((f" {_counted(total, 'article')}, by {self._order} ", "muted"),)
        nothing = f"No article matches “{query}”." if query.strip() else "No articles yet."
        return Shelved(rows, head, nothing)

    def _searchable(self) -> RecordIndex:
        """The index of the articles, built when the first filter asks for it."""
        version = self._library.data_version()
        if self._index is None or version != self._version:
            self._version = version
            self._names = self._library.names()
            self._index = RecordIndex([name[1:] for name in self._names])
        return self._index

    def show_preview(self, row: ListRow | None) -> None:
        """The article's facts at once, its highlights when they are read."""
        if entry := self._trash_rows.entry(row):
            keys = (self.key("articles.undo"), self.key("articles.forget"))
            self.preview.update(trashed_facts(entry, *keys))
            return
        shelved = self._listed.get(row.key) if row else None
        if shelved is None:
            self.preview.update("")
            return
        self.preview.update(_facts(shelved))
        self._read_highlights(shelved)

    @work(thread=True, exclusive=True, exit_on_error=False, group="preview")
    def _read_highlights(self, shelved: ShelvedDocument) -> None:
        try:
            records = self._library.all_highlights(shelved.document.id)
        except ClosereadError:
            return
        self.call_later(self._show_highlights, shelved, records)

    def _show_highlights(self, shelved: ShelvedDocument, records: list[HighlightRecord]) -> None:
        row = self.hits.current if self.is_on_screen else None
        if row and row.key == shelved.document.id:
            self.preview.update(
                Content.assemble(_facts(shelved), *map(_highlight, records[:PREVIEWED]))
            )

    # -- commands ---------------------------------------------------------------------

    def go(self, row: ListRow) -> None:
        """Open the article, or the trash; what is in it is put back first."""
        if self._trash_rows.unfold(row):
            self.has_unfolded = True
            self.read(self.prompt.value)
        elif self._trash_rows.entry(row):
            undoes = self.key("articles.undo")
            self.say(f"it is forgotten; {undoes} puts it back")
        # The rows may be those of a moment ago, when this article was not yet forgotten.
        if shelved := self._listed.get(row.key):
            self.leave(Destination(shelved.document.id, shelved.document.address))

    def command_articles_sort(self) -> None:
        """Sort by the next of the orders."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self.read(self.prompt.value, from_top=True)


def _row(shelved: ShelvedDocument, marks: tuple[Span, ...]) -> ListRow:
    document = shelved.document
    facts = [spoken_date(document.published.isoformat())] if document.published else []
    facts += filter(None, (document.site, document.place))
    facts.append(f"{_last(document)} {_day(document.opened_at)}")
    counts = [f"{shelved.marks} {drawn('▌')}"] if shelved.marks else []
    counts += [f"{shelved.questions} ?"] if shelved.questions else []
    progress = f" {document.progress} " if document.progress else ""
    style = "speaker" if document.is_unread else "muted"
    right = ((progress, style), (f" {'  '.join(counts)} ", "key"))
    tags = tuple((f" #{one_line(tag)}", "muted") for tag in shelved.tags)
    title = one_line(document.title)
    words = marked_runs(title, marks if title == document.title else (), "speaker")
    return ListRow(
        (
            RowLine(words, right),
            RowLine((("  ", ""), (drawn(" · ").join(facts), "muted")), ((" ", ""),), tags),
        ),
        document.id,
    )


def _last(document: DocumentRecord) -> str:
    """What was last done with an article."""
    return "added" if document.is_unread else "opened"


def _counted(count: int, name: str) -> str:
    return f"{count:,} {name}{'s' * (count != 1)}"


def _day(moment: str) -> str:
    """The day of a stored time, as dates are written here."""
    return spoken_date(local_day(moment))


def _facts(shelved: ShelvedDocument) -> Content:
    document = shelved.document
    gone = "another article has taken its name"
    lines = [
        drawn(" · ").join(filter(None, (document.byline, document.site))),
        Source.parse(document.source).shown if document.source else gone,
        _opened(document),
        f"{_counted(shelved.marks, 'highlight')}, {_counted(shelved.questions, 'open question')}",
        "  ".join(f"#{one_line(tag)}" for tag in shelved.tags),
    ]
    title = Content(document.title + "\n\n").stylize("$text-bright bold")
    facts = Content("\n".join(line for line in lines if line) + "\n")
    return Content.assemble(title, facts.stylize("$text-dim-raised"))


def _opened(document: DocumentRecord) -> str:
    """When it was opened, and how much of it was read."""
    if document.is_unread:
        return f"added {_day(document.created)}, not opened yet"
    said = f"first opened {_day(document.created)}, last {_day(document.opened_at)}"
    share = document.read_share
    return said if share is None else f"{said}; {share} % read"


def _highlight(record: HighlightRecord) -> Content:
    highlight = record.highlight
    colour = highlight.colour.value
    sign = Content(f"\n{drawn('▌', colour)} ").stylize(f"$mark-{colour}-bar")
    # Its ground would hide the words where the colours are the terminal's own.
    words = one_line(highlight.words)
    note = Content(f"\n  {one_line(highlight.note)}" if highlight.note else "")
    return Content.assemble(sign, words, note.stylize("$text-dim-raised italic"), "\n")
