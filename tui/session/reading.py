"""The open article: every operation on it, drawn at once and saved behind.

All methods but `open` and `close` return without waiting for the disk. A change is seen
at once as pending; the writer thread commits it and notifies the listener.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.documents.article import Article
from tui.session.correcting_session import CorrectingSession
from tui.session.marking_session import Mark, MarkingSession
from tui.session.places_session import PlacesSession
from tui.session.recording_session import Change, Saved, SaveEvent, SaveFailed
from tui.store.correction_rows import Subject
from tui.store.opened_document import OpenedDocument, open_document

if TYPE_CHECKING:
    from tui.store.database import Database

__all__ = ["Change", "Mark", "ReadingSession", "SaveEvent", "SaveFailed", "Saved"]


class ReadingSession(MarkingSession, CorrectingSession, PlacesSession):
    """The marks, notes, drafts, corrections and places of one open article."""

    def __init__(
        self,
        database: Database,
        article: Article,
        opened: OpenedDocument,
        on_event: Callable[[SaveEvent], None],
    ) -> None:
        """Take over what was found on opening; use `open`."""
        super().__init__(database, article, opened, on_event)
        notices = database.notices + opened.notices + _lost("mark", "marks", len(self.orphans))
        # One of an entity goes by its name and needs no place.
        placed = [each for each in self.corrections if each.correction.subject != Subject.ENTITY]
        notices += _lost("correction", "corrections", sum(each.is_lost for each in placed))
        self._placement.release()
        self.notices: tuple[str, ...] = notices

    @classmethod
    def open(
        cls,
        database: Database,
        article: Article,
        on_event: Callable[[SaveEvent], None],
        keep: str = "all",
    ) -> ReadingSession:
        """Find the article in the library and put its marks back. Blocks.

        Args:
            database: The library; `Database.in_memory()` leaves no trace.
            article: The article as it was loaded.
            on_event: Called with every commit and failure, on the writer thread; it must
                hand the event over without waiting (`post_message`).
            keep: `all` keeps every opened text, `marked` only those with marks.

        Raises:
            StoreError: The library cannot be read or written.
        """
        opened = database.submit(lambda c: open_document(c, article, keep)).result()
        return cls(database, article, opened, on_event)


def _lost(one: str, many: str, count: int) -> tuple[str, ...]:
    """The notice about records without a place; empty when there are none."""
    if not count:
        return ()
    were = f"{one} has" if count == 1 else f"{many} have"
    where = "as orphans" if one == "mark" else "with the hidden rows"
    return (f"{count} {were} no certain place in this text and stay listed {where}",)
