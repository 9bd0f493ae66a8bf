"""Where the reader is in an open article, and the places that carry a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.session.recorder import Recorder
from tui.store.anchors import Anchor
from tui.store.documents import place_anchor, write_place
from tui.store.named_places import LibraryPlace, library_places, write_named_place
from tui.store.reading_share import points_in

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.documents.article import Span


class ArticlePlaces:
    """The reading place and the named places of one open article."""

    def __init__(
        self, recorder: Recorder, last: Anchor | None, named: Mapping[str, Anchor]
    ) -> None:
        """Take over what was found on opening.

        Args:
            recorder: Knows the article and where its anchors stand.
            last: Where the reader was; `None` on the first opening.
            named: The places that carry a letter.
        """
        self._recorder = recorder
        self._is_save_pending = False
        self._seen = 0
        self.last = recorder.placement.near(last) if last else 0
        """Where the reader was when it was last saved."""
        spans = {letter: recorder.find(anchor) for letter, anchor in named.items()}
        self._named = {letter: span and span.start for letter, span in spans.items()}

    def save(self, offset: int) -> None:
        """Remember where the reader is; many calls make one write."""
        with self._recorder.lock:
            self.last = max(0, min(offset, len(self._recorder.article.text)))
            if self._is_save_pending:
                return
            self._is_save_pending = True
        self._recorder.write(self._write_last)

    def stay(self, offset: int, shown: Span) -> None:
        """Remember where the reader is, and that a part of the text stands there to be read."""
        seen = points_in(self._recorder.article, shown)
        with self._recorder.lock:
            is_new = bool(seen & ~self._seen)
            self._seen |= seen
        if is_new or offset != self.last:
            self.save(offset)

    @property
    def named(self) -> Mapping[str, int | None]:
        """Where the places with a letter stand in this text, capitals of this article included.

        `None` for one whose words have no certain place any more.
        """
        with self._recorder.lock:
            return dict(sorted(self._named.items()))

    def name(self, letter: str, offset: int) -> None:
        """Give a place a letter: `a` to `z` in this article, `A` to `Z` in the library."""
        recorder = self._recorder
        anchor = place_anchor(recorder.article, offset)
        with recorder.lock:
            before = dict(self._named)
            self._named[letter] = offset

        def take_back() -> None:
            if self._named.get(letter) == offset:
                self._named.pop(letter)
                self._named |= {letter: before[letter]} if letter in before else {}

        recorder.write(
            lambda c: write_named_place(c, recorder.document_id, letter, anchor),
            keeps_article=True,
            on_failure=take_back,
        )

    def of_library(self) -> tuple[LibraryPlace, ...]:
        """The places with a capital letter, of every article. Blocks.

        A letter that was given a moment ago is among them: the writer is asked.

        Raises:
            StoreError: The library cannot be read.
        """
        return self._recorder.database.submit(library_places).result()

    def _write_last(self, connection: Connection) -> None:
        with self._recorder.lock:
            self._is_save_pending = False
            offset, seen = self.last, self._seen
        article = self._recorder.article
        write_place(connection, self._recorder.document_id, article, offset, seen)
