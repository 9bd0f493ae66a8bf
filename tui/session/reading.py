"""The open article: every operation on it, drawn at once and saved behind.

All methods return without waiting for the disk but those that say they block. A change is
seen at once as pending; the writer thread commits it and notifies the listener.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from tui.documents.article import Article, Span
from tui.documents.passage_parts import Where
from tui.documents.sanitising import sanitise
from tui.session.answers import Answers
from tui.session.article_corrections import ArticleCorrections
from tui.session.article_places import ArticlePlaces
from tui.session.change import Change, ChangedElsewhere, Saved, SaveEvent, SaveFailed
from tui.session.highlight_edits import doubled, joining, of_highlight, speaker_edit
from tui.session.mark import Mark, find_places, findings, lost_notice, marks_over, placed, places_of
from tui.session.orphan_parts import lost_parts, put_by_hand
from tui.session.recorder import Recorder
from tui.session.unfinished_words import UnfinishedCorrections, note_drafts, tag_drafts
from tui.settings.colours import Colour
from tui.store.anchors import Anchor
from tui.store.both_kept import tags_of_both, words_of_both, writing_time
from tui.store.found_again import write_findings
from tui.store.highlight_records import tags
from tui.store.highlight_rows import Highlight, deleted_highlights_of
from tui.store.marked_article import MarkedArticle
from tui.store.marked_articles import marked_articles, unsaved_words
from tui.store.opened_document import OpenedDocument, found_on_opening

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database

__all__ = [
    "Change",
    "ChangedElsewhere",
    "Mark",
    "ReadingSession",
    "SaveEvent",
    "SaveFailed",
    "Saved",
]

T = TypeVar("T")

_NOTHING = Highlight("", "", Anchor("", "", "", 0, 0, ""), Colour.YELLOW)


class ReadingSession:
    """The highlights of one open article, with undo, and beside them its other records."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        """Take over what was found on opening; use `open`."""
        self.article = article
        self.document_id = opened.document_id
        self._recorder = recorder = Recorder(database, article, opened, on_event)
        self.parts_of_deleted = partial(places_of, recorder.placement)
        """Where a deleted highlight stands in this text; empty for nowhere certain."""
        self._drawn: tuple[tuple[Mark, ...], tuple[Highlight, ...]] = (), ()
        self._drawn_version: int | None = None
        self.drafts = note_drafts(recorder, opened.drafts.notes)
        self.tag_drafts = tag_drafts(recorder, opened.drafts.tags)
        self.answer_drafts = opened.drafts.answers
        """How many answers were being written when an earlier session ended."""
        self.unfinished = UnfinishedCorrections(recorder, opened.drafts.corrections)
        self.corrections = ArticleCorrections(recorder, self.unfinished)
        self.answers = Answers(recorder)
        self.places = ArticlePlaces(recorder, opened.place, opened.named_places)
        lost = lost_notice("highlight", "highlights", len(self.orphans))
        notices = (*database.notices, *opened.notices, *lost)
        notices += lost_notice("correction", "corrections", self.corrections.lost_count)
        recorder.placement.release()
        self.notices: tuple[str, ...] = notices
        self.near, self.history = opened.near, opened.history
        """The article that this one looks like an edited copy of, or was taken for."""
        found = findings(self.marks, self.orphans)
        if found:
            # For search and export. A library that cannot be written does without.
            database.submit(lambda c: write_findings(c, found))

    @classmethod
    def open(
        cls,
        database: Database,
        article: Article,
        on_event: Callable[[SaveEvent], None],
        keep: str = "all",
        originals: str = "none",
        *,
        is_read: bool = True,
    ) -> ReadingSession:
        """Find the article in the library and put its marks back. Blocks.

        Args:
            database: The library; `Database.in_memory()` leaves no trace.
            article: The article as it was loaded.
            on_event: Called with every commit and failure, on the writer thread; it must
                hand the event over without waiting (`post_message`).
            keep: `all` keeps every opened text, `marked` only those with marks.
            originals: As in `Recorder.keep_original`.
            is_read: Whether somebody reads it; else it is only put into the library.

        Raises:
            StoreError: The library cannot be read or written.
        """
        opened = found_on_opening(database, article, keep, is_read=is_read)
        session = cls(database, article, opened, on_event)
        session._recorder.keep_original(originals)
        return session

    def close(self, timeout: float = 5.0) -> int:
        """Wait for what is on its way; returns how many changes are not saved. Blocks."""
        return self._recorder.close(timeout)

    # -- undo, of highlights and corrections together ---------------------------------

    @property
    def pending_count(self) -> int:
        """Changes that are drawn and not saved yet."""
        return self._recorder.pending_count

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._recorder.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._recorder.can_redo

    def undo(self) -> Change | None:
        """Undo the last change; `None` when there is nothing to undo."""
        return self._recorder.undo()

    def redo(self) -> Change | None:
        """Redo the last undone change; `None` when there is nothing to redo."""
        return self._recorder.redo()

    # -- highlights -------------------------------------------------------------------

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks that have a place, in text order, the longer first."""
        return self._draw()[0]

    @property
    def orphans(self) -> tuple[Highlight, ...]:
        """The highlights that have none, in the order of their old places."""
        return self._draw()[1]

    @property
    def deleted(self) -> tuple[Highlight, ...]:
        """Deleted highlights as they were, the last one first.

        Those of earlier readings are among them after `read_deleted`.
        """
        return tuple(self._recorder.deleted(Highlight).values())[::-1]

    def marks_at(self, offset: int) -> tuple[Mark, ...]:
        """The marks over an offset, the shortest first."""
        return marks_over(self.marks, offset)

    def mark(self, highlight_id: str) -> Mark | None:
        """The mark of a highlight; `None` when it has no place or is gone."""
        return next((mark for mark in self.marks if mark.highlight.id == highlight_id), None)

    def highlight(self, where: Where, colour: Colour, speaker: str | None = None) -> Mark:
        """Mark a passage; raises as `prepared` does."""
        return self.keep(self.prepared(where, colour, speaker))

    def prepared(self, where: Where, colour: Colour, speaker: str | None = None) -> Highlight:
        """A highlight on a passage that is not made yet: `keep` makes it.

        Raises:
            ValueError: As `Recorder.anchors`.
        """
        first, *others = self._recorder.anchors(where)
        new = Highlight(str(uuid4()), self.document_id, first, colour, further=tuple(others))
        return replace(new, speaker=speaker and sanitise(speaker))

    def keep(self, new: Highlight) -> Mark:
        """Make a prepared highlight, once."""
        if (made := self.mark(new.id)) is None:
            self._recorder.do("highlight", {new.id: lambda current: current or new})
            # The writer may have refused it by now: then it was there for a moment.
            made = self.mark(new.id) or Mark.on_its_own_text(new)
        return made

    def withdraw(self, highlight_id: str) -> None:
        """Have a highlight never been made, the last thing that was done; other things stay."""
        self._recorder.withdraw(highlight_id)

    def recolour(self, highlight_id: str, colour: Colour) -> Change:
        """Give a highlight another colour."""
        return self._edit("recolour", highlight_id, lambda mark: replace(mark, colour=colour))

    def set_note(self, highlight_id: str, text: str, seen: str | None = None) -> Change:
        """Write the note of a highlight; an empty text takes it away. Drops its draft.

        Args:
            highlight_id: The highlight.
            text: The note.
            seen: The note the reader began with, over which alone this one is saved: else
                both are kept. `None` for the one that is drawn now.
        """
        note = sanitise(text)
        note = note if note.strip() else ""
        begun = self._as_drawn(highlight_id).note if seen is None else seen
        when = writing_time()
        change = self._edit(
            "note",
            highlight_id,
            lambda mark: replace(mark, note=words_of_both(begun, note, mark.note, when)),
            also=self.drafts.dropping(highlight_id),
        )
        if not change.ok:
            self.drafts.drop(highlight_id)
        self.drafts.left.pop(highlight_id, None)
        return change

    def set_tags(
        self, highlight_id: str, tags: tuple[str, ...], seen: tuple[str, ...] | None = None
    ) -> Change:
        """Give a highlight these tags and no others that the reader saw. Drops their draft.

        Args:
            highlight_id: The highlight.
            tags: The tags.
            seen: Those the reader began with; `None` for those that are drawn now.
        """
        clean = {" ".join(sanitise(tag).split()) for tag in tags} - {""}
        begun = self._as_drawn(highlight_id).tags if seen is None else seen
        change = self._edit(
            "tags",
            highlight_id,
            lambda mark: replace(mark, tags=tags_of_both(begun, clean, mark.tags)),
            also=self.tag_drafts.dropping(highlight_id),
        )
        if not change.ok:
            self.tag_drafts.drop(highlight_id)
        self.tag_drafts.left.pop(highlight_id, None)
        return change

    def set_span(self, highlight_id: str, where: Where, command: str = "extent") -> Change:
        """Put a highlight on other words.

        Raises:
            ValueError: As `Recorder.anchors`.
        """
        anchors = self._recorder.anchors(where)
        return self._edit(command, highlight_id, lambda mark: mark.standing_on(anchors))

    @property
    def doubled(self) -> tuple[tuple[Mark, ...], ...]:
        """The marks that stand on the very same words, by those words."""
        return doubled(self.marks)

    def join_doubled(self) -> Change:
        """Make one highlight of those on the same words, as one operation."""
        return self._recorder.do("join", joining(self.doubled))

    def accept(self, highlight_id: str) -> Change:
        """Have a highlight whose words have changed take the words that stand there now."""
        if mark := self.mark(highlight_id):
            return self.set_span(highlight_id, mark.parts, "accept")
        return self._edit("accept", highlight_id, lambda row: row)

    def put(self, highlight_id: str, span: Span) -> Change:
        """Give a highlight without a place one by hand; see `put_by_hand`.

        Raises:
            ValueError: The span is empty or outside the text.
        """
        orphan = self._as_drawn(highlight_id)
        return self.set_span(highlight_id, put_by_hand(self._recorder, orphan, span), "put")

    def lost_parts(self, orphan: Highlight) -> tuple[bool, ...]:
        """Which parts of a highlight without a place have none themselves."""
        return lost_parts(self._recorder, orphan)

    def old_text(self, anchor: Anchor) -> str | None:
        """The text that an anchor was made on; `None` when it is not kept."""
        return self._recorder.placement.text_of(anchor)

    def set_speakers(self, speakers: Mapping[str, str | None]) -> None:
        """Note who says the passages of these highlights; not an operation of the reader."""
        with self._recorder.lock:
            current = self._recorder.all_of(Highlight)
            clean = {
                ident: name and sanitise(name)
                for ident, name in speakers.items()
                if ident in current
            }
            edits = {
                ident: speaker_edit(name)
                for ident, name in clean.items()
                if current[ident].speaker != name
            }
            if edits:
                self._recorder.note(edits)

    def delete(self, highlight_id: str) -> Change:
        """Remove a highlight with its note and tags; undo brings all of it back."""
        return self._edit("delete", highlight_id, lambda mark: None)

    def restore(self, highlight_id: str) -> Change:
        """Bring a deleted highlight back with its note and tags."""
        image = self._recorder.deleted(Highlight).get(highlight_id)
        return self._recorder.do("restore", {highlight_id: lambda current: current or image})

    def read_deleted(self) -> None:
        """Learn which highlights were deleted in earlier readings, and their places. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        read = self._recorder.database.read
        earlier = read(lambda c: deleted_highlights_of(c, self.document_id))
        find_places(earlier, self._recorder.placement)
        self._recorder.learn_deleted(reversed(earlier))

    def marked(self) -> list[MarkedArticle]:
        """The article with its saved highlights, for an export; none while there are none. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        only = [self.document_id]
        return self._recorder.database.read(
            lambda c: marked_articles(c, only, unsaved_words(c), with_places=True)
        )

    def library_tags(self) -> list[str]:
        """Every tag of the library, the one used most first. Blocks.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._recorder.database.read(tags)

    def follow(self, *, anew: bool = False) -> None:
        """Take in what other programs have written since the last look. Does not wait.

        What is different is drawn and told as `ChangedElsewhere`.

        Args:
            anew: Whether this program may have written, too, past this session.
        """
        self._recorder.follow(anew=anew)

    @property
    def operations(self) -> int:
        """How many changes the reader has made and taken back since it was opened."""
        return self._recorder.operations

    def write(self, write: Callable[[Connection], T]) -> T:
        """Write what is no operation on its records. Blocks.

        Raises:
            StoreError: Nothing was written.
        """
        return self._recorder.database.submit(write).result()

    def _as_drawn(self, highlight_id: str) -> Highlight:
        """A highlight as the reader sees it; an empty one where there is none."""
        return self._recorder.all_of(Highlight).get(highlight_id, _NOTHING)

    def _draw(self) -> tuple[tuple[Mark, ...], tuple[Highlight, ...]]:
        with self._recorder.lock:
            if self._drawn_version != self._recorder.version:
                self._drawn = placed(self._recorder)
                self._drawn_version = self._recorder.version
            return self._drawn

    def _edit(
        self,
        command: str,
        ident: str,
        edit: Callable[[Highlight], Highlight | None],
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        return self._recorder.do(command, {ident: of_highlight(edit)}, also)
