"""The trash: articles that were forgotten and can be put back. All of it waits for the disk."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from tui.errors import StoreError
from tui.settings.paths import is_there
from tui.store import forgetting, trash_entries
from tui.store.analysis_cache import AnalysisCache
from tui.store.backup_erasing import backups_that_hold, remove_from_backup
from tui.store.backups import make_backup_before_forgetting
from tui.store.forgetting import Forgettable
from tui.store.library_files import put_aside_in
from tui.store.putting_back import PutBack, put_back
from tui.store.seen_entries import forget_list
from tui.store.throwing_away import throw_away
from tui.store.trash_entries import Trashed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from sqlite3 import Connection

    from tui.store.database import Database

__all__ = ["Erased", "Forgettable", "Named", "PutBack", "Trash", "Trashed"]

_log = logging.getLogger(__name__)


class Named(NamedTuple):
    """What a name stands for, or stood for."""

    shown: str | None
    """The document that is shown under it, else the one shown last; `None` for none."""
    earlier: list[str]
    """Documents that it held before, unless they have gone on under another name."""
    trashed: list[Trashed]
    """What was forgotten under it, the last first."""
    same: list[Trashed]
    """What was forgotten of the document that is shown, or with one of its texts."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What removing an article for good has changed beside the library."""

    rewritten: int = 0
    """Backups that were written anew without it."""
    removed: int = 0
    """Backups that were removed, because they could not be written anew."""
    remaining: tuple[str, ...] = ()
    """Backups that could be neither, by name."""


class Trash:
    """Forgetting articles and putting them back; every method raises `StoreError` on failure."""

    def __init__(self, database: Database, cache: Path | None = None, room: str = "") -> None:
        """Forget articles of a library.

        Args:
            database: The library, which its opener closes.
            cache: The file with results of analyses, which hold words of the texts; `None`
                where nothing is written.
            room: How much room the backups may take, as the settings say it; empty for
                as much as usual.
        """
        self._database = database
        self._room = room
        self._cache = cache

    # -- looking ----------------------------------------------------------------------

    def entries(self) -> list[Trashed]:
        """Everything in the trash, what was forgotten last first."""
        return self._database.read(trash_entries.trashed)

    def named(self, source: str) -> Named:
        """What a name stands for."""

        def look(connection: Connection) -> Named:
            documents = forgetting.documents_of_source(connection, source)
            hashes = forgetting.text_hashes(connection, documents[:1])
            return Named(
                documents[0] if documents else None,
                documents[1:],
                trash_entries.trashed_as(connection, source),
                trash_entries.trashed_as(connection, "", hashes),
            )

        return self._database.read(look)

    def preview(self, documents: list[str]) -> Forgettable | None:
        """What forgetting some documents would take away; `None` when there are none."""
        found = self._database.read(lambda c: forgetting.count(c, documents))
        if found is None:
            return None
        hashes = self._database.read(lambda c: forgetting.text_hashes(c, documents))
        return replace(found, backups=len(self._holding(documents, hashes)))

    # -- forgetting, and not ----------------------------------------------------------

    def forget_list(self, source: str) -> bool:
        """Forget what a feed or a folder listed before; whether anything was known of it."""
        return self._database.submit(lambda c: forget_list(c, source)).result()

    def throw_away(self, documents: list[str]) -> list[Trashed]:
        """Put documents into the trash; a backup is made before."""
        self._back_up()
        return self._database.submit(lambda c: throw_away(c, documents)).result()

    def put_back(self, entry: str) -> PutBack | None:
        """Take an entry out of the trash; `None` when it is not there any more."""
        return self._database.submit(lambda c: put_back(c, entry)).result()

    def forget_now(self, documents: list[str], entries: Iterable[Trashed] = ()) -> Erased:
        """Remove documents for good: from library, trash, index, cache, log and backups.

        Args:
            documents: Documents of the library.
            entries: What is in the trash already.
        """
        thrown = list(entries)
        idents = [entry.id for entry in thrown]
        self._back_up()

        def change(connection: Connection) -> list[str]:
            hashes = forgetting.text_hashes(connection, documents)
            hashes += trash_entries.hashes_of(connection, idents)
            forgetting.forget(connection, documents)
            trash_entries.drop(connection, idents)
            return hashes

        hashes = self._database.submit(change).result()
        self._wipe(hashes)
        every = [*documents, *(entry.document_id for entry in thrown)]
        return self._erase_from_backups(every, hashes)

    def empty(self) -> None:
        """Remove what has been in the trash long enough; the backups grow old by themselves."""
        # Most often there is nothing in it, and nothing to wait for.
        if not self._database.read(trash_entries.trashed):
            return
        if hashes := self._database.submit(trash_entries.empty_what_is_due).result():
            self._wipe(hashes)

    def _wipe(self, hashes: list[str]) -> None:
        self._database.wipe_traces()
        if self._cache is not None and is_there(self._cache):
            with AnalysisCache(self._cache) as cache:
                cache.drop(hashes)

    # -- backups ----------------------------------------------------------------------

    def _back_up(self) -> None:
        """Copy the library, unless the newest backup has it; forgetting needs no room for it."""
        library, folder = self._database.path, self._database.backups
        if library is None or folder is None:
            return
        try:
            make_backup_before_forgetting(library, folder, self._room)
        except StoreError as error:
            _log.warning("no backup was made before an article is forgotten: %s", error)

    def _holding(self, documents: list[str], hashes: list[str]) -> list[Path]:
        """The backups, and the libraries that were put aside, that hold some documents."""
        library, folder = self._database.path, self._database.backups
        if library is None or folder is None:
            return []
        return backups_that_hold(folder, documents, hashes, put_aside_in(library))

    def _erase_from_backups(self, documents: list[str], hashes: list[str]) -> Erased:
        rewritten = removed = 0
        remaining: list[str] = []
        for path in self._holding(documents, hashes):
            try:
                remove_from_backup(path, documents, hashes)
                rewritten += 1
            except StoreError as error:
                _log.warning("a backup is removed, because it cannot be written anew: %s", error)
                try:
                    path.unlink()
                    removed += 1
                except OSError:
                    remaining.append(path.name)
        return Erased(rewritten, removed, tuple(remaining))
