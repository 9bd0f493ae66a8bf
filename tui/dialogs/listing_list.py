"""A source that is a list of articles, to pick from: a folder, a feed, a mailbox."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import MOST_ROWS, Shelved, more_row
from tui.documents.source import Source
from tui.keys.commands import Mode
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.panels.row_text import one_line, spoken_date
from tui.search.record_index import RecordHit, RecordIndex
from tui.widgets.field_message import FieldMessage
from tui.widgets.glyphs import drawn
from tui.widgets.matched import marked_runs
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.documents.unread import Listing

Known = Callable[[], frozenset[str]]
"""The sources that the library knows. Blocks."""


class ListingScreen(ShelfScreen[None]):
    """The articles of a source; it stays below the one that is picked."""

    MODE: ClassVar[Mode] = Mode.LISTING
    FILTER_HINT: ClassVar[str] = "words of title, author or summary, typos forgiven"

    class Picked(FieldMessage):
        """The reader wants to read one of them."""

        source: str
        """Its source."""

    def __init__(
        self, listing: Listing, known: Known, new: Known, keymap: Keymap = DEFAULT_KEYMAP
    ) -> None:
        """Offer articles.

        Args:
            listing: The source.
            known: Called in a thread.
            new: Gives those that were not in the list before; called once, in a thread.
            keymap: The keys in force.
        """
        super().__init__(keymap)
        self._listing = listing
        self._known = known
        self._look_for_new = new
        self._new: frozenset[str] = frozenset()
        self._read_before: frozenset[str] = frozenset()
        self._index: RecordIndex | None = None

    def on_mount(self) -> None:
        """Name the source; the base asks for the rows."""
        self.query_one(".dialog").border_title = Content(self._listing.title)

    def on_screen_resume(self) -> None:
        """One may have been read meanwhile."""
        if not self.is_reading:
            self.read_again()

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """The articles that the filter finds, in the order of the source."""
        choices = self._listing.choices
        self._read_before = self._known()
        if self._index is None:
            self._new = self._look_for_new()
            self._index = RecordIndex([(one_line(c.title), c.byline, c.summary) for c in choices])
        hits = self._index.search(query)
        rows = tuple(self._row(hit) for hit in hits[:MOST_ROWS])
        if len(hits) > MOST_ROWS:
            rows += (more_row(len(hits) - MOST_ROWS, self.key("shelf.filter")),)
        sources = [self._listing.source_of(choices[hit.number]) for hit in hits]
        unread = [source for source in sources if source not in self._read_before]
        new = sum(source in self._new for source in unread)
        said = f" {len(hits):,} article{'s' * (len(hits) != 1)}, {len(unread):,} not read yet"
        said += f", {new:,} of them new " if new else " "
        nothing = f"No article matches “{query}”." if query.strip() else "There is nothing here."
        notices = tuple((f" {notice} ", "warning") for notice in self._listing.notices)
        return Shelved(rows, ((said, "muted"), *notices), nothing)

    def _row(self, hit: RecordHit) -> ListRow:
        choice = self._listing.choices[hit.number]
        source = self._listing.source_of(choice)
        is_known = source in self._read_before
        title, byline, summary = one_line(choice.title), choice.byline, choice.summary
        words = marked_runs(title or "without a title", hit.marks[0] if title else (), "speaker")
        if is_known:
            words = tuple((text, "muted" if name == "speaker" else name) for text, name in words)
        facts: list[Run] = [("  ", "")]
        if byline:
            facts += marked_runs(byline, hit.marks[1], "muted")
        if byline and summary:
            facts.append((drawn(" · "), "muted"))
        if summary:
            facts += marked_runs(summary, hit.marks[2], "muted")
        day = f" {spoken_date(choice.published.isoformat())} " if choice.published else " "
        state = "read" if is_known else "new" if source in self._new else ""
        below = ((f" {state} ", "muted" if is_known else "key"),)
        lines = (RowLine(words, ((day, "muted"),)), RowLine(tuple(facts), below))
        return ListRow(lines, f"{hit.number}")

    def show_preview(self, row: ListRow | None) -> None:
        """What the source says of the current article."""
        if row is None or not row.key.isdigit():
            self.preview.update("")
            return
        choice = self._listing.choices[int(row.key)]
        day = spoken_date(choice.published.isoformat()) if choice.published else ""
        facts = drawn(" · ").join(filter(None, (choice.byline, day)))
        where = Source.parse(choice.address).shown if choice.address else ""
        parts = [
            Content(choice.title + "\n\n").stylize("$text-bright bold"),
            Content("\n".join(filter(None, (facts, where))) + "\n\n").stylize("$text-dim-raised"),
            Content(choice.summary),
        ]
        self.preview.update(Content.assemble(*parts))

    # -- commands ---------------------------------------------------------------------

    def go(self, row: ListRow) -> None:
        """Have the article opened over the list."""
        source = self._listing.source_of(self._listing.choices[int(row.key)])
        if source:
            self.post_message(self.Picked(source))
        else:
            self.say("a list from a pipe cannot be read again: save it as a file and open that")
