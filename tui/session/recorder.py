"""What every record of an open article needs: drawn at once, saved behind, undone.

No method but `close` waits for the disk. A change is seen at once as pending; the writer
thread commits it and notifies the listener. The parts of a session are given one recorder,
so that what they do is undone in the order in which it was done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from tui.documents.article import Article, Span
from tui.documents.passage_parts import Where, parts_of
from tui.errors import StoreError
from tui.session.change import (
    Change,
    ChangedElsewhere,
    Saved,
    SaveEvent,
    SaveFailed,
    described,
)
from tui.store.anchors import Anchor, Located, Orphan, describe
from tui.store.canonical import composed
from tui.store.changes import ChangeResult, Changes, Elsewhere, News, Settled
from tui.store.correction_rows import WORD_FOR_WORD, Correction, Subject, corrections_of
from tui.store.documents import is_kept, register
from tui.store.highlight_rows import Highlight, highlights_of
from tui.store.opened_document import OpenedDocument
from tui.store.originals import keep_original
from tui.store.overlay import Edit
from tui.store.placement import Placement
from tui.store.settled_questions import SettledQuestion
from tui.store.stored_record import StoredRecord

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database

Kind = TypeVar("Kind", Highlight, Correction)


class Recorder:
    """The records of one open article, as the reader sees them."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        """Take over what was found on opening."""
        self.database = database
        self.article = article
        self.document_id = opened.document_id
        self.placement = Placement(article, opened.texts)
        self._on_event = on_event
        self._is_registered = opened.is_registered
        self._changes = Changes(
            database,
            opened.document_id,
            (*opened.highlights, *opened.corrections),
            (opened.done, opened.undone),
            self._settled,
            self._keep_article,
        )
        self.lock = self._changes.lock
        """Held while records are read; the writer thread changes them, too."""
        self.operations = 0
        """What the reader has done and undone since it was opened."""
        self._deleted: dict[str, StoredRecord] = {}
        self._original_waits = False
        """Whether the bytes of the article are kept with the next change."""

    # -- what there is ----------------------------------------------------------------

    @property
    def version(self) -> int:
        """Another one after every change: what was drawn under an earlier one is old."""
        return self._changes.version

    @property
    def pending_count(self) -> int:
        """Changes that are drawn and not saved yet."""
        return self._changes.pending_count

    def pending_ids(self) -> frozenset[str]:
        """Records with a change that is not saved yet."""
        return self._changes.pending_ids()

    def all_of(self, kind: type[Kind]) -> dict[str, Kind]:
        """The records of a kind by id, pending changes included."""
        with self.lock:
            rows = self._changes.rows.items()
            return {ident: row for ident, row in rows if isinstance(row, kind)}

    def deleted(self, kind: type[Kind]) -> dict[str, Kind]:
        """The deleted records of a kind as they were, by id, the last one last."""
        with self.lock:
            gone = (each for each in self._deleted.items() if each[0] not in self._changes.rows)
            return {ident: row for ident, row in gone if isinstance(row, kind)}

    def learn_deleted(self, earlier: Iterable[StoredRecord]) -> None:
        """Take in what was deleted in earlier readings, the last one last."""
        with self.lock:
            self._deleted = {record.id: record for record in earlier} | self._deleted

    # -- places -----------------------------------------------------------------------

    def anchor(self, span: Span) -> Anchor:
        """What a record on these words is found again by.

        Raises:
            ValueError: The span is empty or outside the text.
        """
        if not 0 <= span.start < span.end <= len(self.article.text):
            raise ValueError(f"no passage of the text: {span}")
        return describe(self.article.text, span.start, span.end, self.article.text_hash)

    def anchors(self, where: Where) -> tuple[Anchor, ...]:
        """What a record on a passage of one or more parts is found again by.

        Raises:
            ValueError: A part is empty or outside the text, or they do not follow one another.
        """
        parts = parts_of(where)
        if not parts or any(one.end > other.start for one, other in pairwise(parts)):
            raise ValueError(f"no parts of one passage: {parts}")
        return tuple(map(self.anchor, parts))

    def find(self, anchor: Anchor) -> Span | None:
        """Where the words of an anchor stand in this text; `None` when that is not certain."""
        found = self.placement.of(anchor)
        return Span(found.start, found.end) if isinstance(found, Located) else None

    def place(self, record: StoredRecord | None) -> Span | None:
        """Where a record stands in this text; its first part where it has several."""
        if record is None or record.document_id != self.document_id:
            return None
        if isinstance(record, SettledQuestion):
            return None
        if isinstance(record, Correction) and record.subject is Subject.ARTICLE:
            return None
        if isinstance(record, Correction):
            return self._correction_place(record)
        found = self.placement.of_parts(record.anchors)
        return None if isinstance(found, Orphan) else Span(found[0].start, found[0].end)

    def _correction_place(self, made: Correction) -> Span | None:
        """Where a correction stands; what hangs on its very words, only where these do."""
        span = self.find(made.anchor)
        if span is None or made.kind not in WORD_FOR_WORD:
            return span
        words = self.article.text[span.start : span.end]
        return span if _same_words(words, made.anchor.exact) else None

    # -- changes ----------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._changes.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to do again."""
        return self._changes.can_redo

    @property
    def undoes(self) -> str:
        """The command that undo would undo; empty for none."""
        return self._changes.undoes

    @property
    def redoes(self) -> str:
        """The command that redo would do again; empty for none."""
        return self._changes.redoes

    def do(
        self,
        command: str,
        edits: Mapping[str, Edit],
        also: Callable[[Connection], None] | None = None,
    ) -> Change:
        """Change records as one operation that can be undone; see `Changes.do`."""
        with self.lock:
            return self._told(self._changes.do(command, edits, also), command, is_back=False)

    def undo(self) -> Change | None:
        """Undo the last change; `None` when there is nothing to undo."""
        return self._replayed("undo", self._changes.undo)

    def withdraw(self, ident: str) -> None:
        """Undo the last change if it made this record alone; it is not among the deleted."""
        with self.lock:
            if self._changes.last_made == ident:
                self.undo()
                self._deleted.pop(ident, None)

    def redo(self) -> Change | None:
        """Redo the last undone change; `None` when there is nothing to redo."""
        return self._replayed("redo", self._changes.redo)

    def note(self, edits: Mapping[str, Edit]) -> None:
        """Change records without an operation: what the program found out about them."""
        self._changes.note(edits)

    def write(
        self,
        write: Callable[[Connection], None],
        *,
        highlight_id: str | None = None,
        keeps_article: bool = False,
        on_failure: Callable[[], None] | None = None,
    ) -> None:
        """Write what is not logged: only a failure is reported.

        Args:
            write: Writes it, on the writer thread.
            highlight_id: The highlight it belongs to.
            keeps_article: Whether the library must hold the article for it.
            on_failure: Draws it back, under the lock, before the failure is reported.
        """

        def commit(connection: Connection) -> None:
            if keeps_article:
                self._keep_article(connection)
            write(connection)

        def settled(future: Future[None]) -> None:
            error = future.exception()
            with self.lock:
                if error is None:
                    self._is_registered |= keeps_article
                elif on_failure is not None:
                    on_failure()
            if error is not None:
                self._on_event(SaveFailed(highlight_id, str(error)))

        self.database.submit(commit, settled)

    def keep_original(self, wanted: str) -> None:
        """Have the library keep the bytes of the article as well.

        Args:
            wanted: `all` keeps them now, `marked` once there is something of the reader's in
                the article, `none` never.
        """
        with self.lock:
            own = any(row.document_id == self.document_id for row in self._changes.rows.values())
            self._original_waits = wanted != "none" and bool(self.article.original)
            if own or (wanted == "all" and self._is_registered):
                self._keep_waiting_original()

    def _keep_waiting_original(self) -> None:
        """After what the reader made, not with it: compressing a book holds up the writer."""
        if self._original_waits:
            self._original_waits = False
            self.database.submit(lambda c: keep_original(c, self.document_id, self.article))

    def follow(self, *, anew: bool = False) -> None:
        """Take in what other programs have written since the last look. Does not wait."""
        self._changes.follow(self._read_all, self._take_elsewhere, anew=anew)

    def _read_all(self, connection: Connection) -> Elsewhere:
        records: tuple[StoredRecord, ...] = (
            *highlights_of(connection, self.document_id),
            *corrections_of(connection, self.document_id),
        )
        return Elsewhere(records, is_kept(connection, self.document_id))

    def _take_elsewhere(self, news: News) -> None:
        """Tell of what another program has changed; on the writer thread."""
        with self.lock:
            was_kept, self._is_registered = self._is_registered, news.is_kept
        is_forgotten = was_kept and not news.is_kept
        self._on_event(ChangedElsewhere(news.is_drawn_anew, is_forgotten))

    def close(self, timeout: float) -> int:
        """Wait for the changes that are on their way; the library stays open. Blocks.

        Returns:
            How many changes are not saved.
        """
        with suppress(TimeoutError, StoreError):
            self.database.submit(lambda c: None).result(timeout)
        return self.pending_count

    def _keep_article(self, connection: Connection) -> None:
        """Have the library hold the article that what the reader makes belongs to.

        With `keep = "marked"` it waits for that, and another program may have forgotten it.
        """
        if not (self._is_registered and is_kept(connection, self.document_id)):
            register(connection, self.document_id, self.article)

    def _replayed(self, verb: str, replay: Callable[[], ChangeResult | None]) -> Change | None:
        with self.lock:
            outcome = replay()
            if outcome is None:
                return None
            return self._told(outcome, f"{verb} {outcome.command}", is_back=verb == "undo")

    def _told(self, outcome: ChangeResult, command: str, *, is_back: bool) -> Change:
        self.operations += outcome.reason is None
        for ident, before in outcome.before.items() if outcome.reason is None else ():
            if before is not None and outcome.after[ident] is None:
                # Put at the end again: the order is that of the deletions.
                self._deleted.pop(ident, None)
                self._deleted[ident] = before
        return described(outcome, command, self.place, is_back=is_back)

    def _settled(self, settled: Settled) -> None:
        """Report the end of a change; on the writer thread."""
        if settled.is_operation and settled.error is None:
            with self.lock:
                self._is_registered = True
                self._keep_waiting_original()
        idents = [record.id for record in settled.records if isinstance(record, Highlight)]
        if settled.error is not None:
            lost = tuple(record for record in settled.records if isinstance(record, Correction))
            ident = idents[0] if idents else None
            self._on_event(SaveFailed(ident, str(settled.error), lost))
        elif settled.is_operation:
            for ident in idents or (None,):
                self._on_event(Saved(ident, settled.notice))


def _same_words(one: str, other: str) -> bool:
    """Whether words are the same, however their lines are broken and their accents encoded."""
    return one == other or composed(one).split() == composed(other).split()
