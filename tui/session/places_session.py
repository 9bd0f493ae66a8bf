"""Where the reader is in an open article, and the places that carry a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TYPE_CHECKING

from tui.documents.article import Article
from tui.session.recording_session import RecordingSession, SaveEvent, SaveFailed
from tui.store.anchors import Anchor, Located
from tui.store.documents import place_anchor, write_place
from tui.store.named_places import LibraryPlace, library_places, write_named_place
from tui.store.opened_document import OpenedDocument

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.store.database import Database


class PlacesSession(RecordingSession):
    """The reading place and the named places of one open article."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        super().__init__(database, article, opened, on_event)
        self._place_waits = False
        self.place = self._placement.near(opened.place) if opened.place else 0
        self._named: dict[str, int | None] = {
            letter: self._start_of(anchor) for letter, anchor in opened.named_places.items()
        }

    def save_place(self, offset: int) -> None:
        """Remember where the reader is; many calls make one write."""
        with self._lock:
            self.place = max(0, min(offset, len(self.article.text)))
            if self._place_waits:
                return
            self._place_waits = True
        self._write_unlogged(self._write_place, None)

    @property
    def named_places(self) -> Mapping[str, int | None]:
        """Where the places with a letter stand in this text, capitals of this article included.

        `None` for one whose words have no certain place any more.
        """
        with self._lock:
            return dict(sorted(self._named.items()))

    def name_place(self, letter: str, offset: int) -> None:
        """Give a place a letter: `a` to `z` in this article, `A` to `Z` in the library."""
        anchor = place_anchor(self.article, offset)
        with self._lock:
            before = dict(self._named)
            self._named[letter] = offset

        def write(connection: Connection) -> None:
            self._keep_article(connection)
            write_named_place(connection, self.document_id, letter, anchor)

        def settled(future: Future[None]) -> None:
            error = future.exception()
            with self._lock:
                if error is None:
                    self._is_registered = True
                elif self._named.get(letter) == offset:
                    self._named.pop(letter)
                    self._named |= {letter: before[letter]} if letter in before else {}
            if error is not None:
                self._on_event(SaveFailed(None, str(error)))

        self._database.submit(write, settled)

    def library_places(self) -> tuple[LibraryPlace, ...]:
        """The places with a capital letter, of every article. Blocks.

        A letter that was given a moment ago is among them: the writer is asked.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._database.submit(library_places).result()

    def _start_of(self, anchor: Anchor) -> int | None:
        found = self._placement.of(anchor)
        return found.start if isinstance(found, Located) else None

    def _write_place(self, connection: Connection) -> None:
        with self._lock:
            self._place_waits = False
            offset = self.place
        write_place(connection, self.document_id, self.article, offset)
