"""A damaged library, read from what could be saved of it.

The copy lies in the folder for temporary files and goes with the process. Making it takes as long
as reading the library; it is made when SQLite first reports damage, and never when it does not.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection
from tempfile import TemporaryDirectory
from threading import Lock
from typing import TypeVar

from tui.store.checked_connection import CheckedConnection
from tui.store.checksums import add_function
from tui.store.refusals import DamagedError, as_store_errors
from tui.store.salvage import Salvaged, salvage
from tui.store.short_names import short_source

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Rescue:
    """What could be saved of a library, to be read in its stead."""

    def __init__(self, path: Path, damage: DamagedError) -> None:
        """Save what can be read. Blocks, about a second for five thousand highlights.

        Args:
            path: The damaged library.
            damage: What was reported.

        Raises:
            StoreError: Nothing can be read.
        """
        self._folder = TemporaryDirectory(prefix="closeread-")
        self._lock = Lock()
        copy = Path(self._folder.name) / path.name
        self.salvaged = salvage(path, copy)
        """What it holds and what it lacks."""
        if not (self.salvaged.highlights or self.salvaged.documents):
            raise DamagedError(
                "the library is damaged or is no library",
                f"closeread restore takes a backup: {short_source(str(path))}",
            ) from damage
        _log.warning("%s: read from a copy with %d highlights", path, self.salvaged.highlights)
        self.address = str(copy)
        """What SQLite opens it by."""
        self._connection = sqlite3.connect(
            copy, factory=CheckedConnection, isolation_level=None, check_same_thread=False
        )
        add_function(self._connection)
        self._connection.execute("PRAGMA query_only = ON")

    def read(self, look: Callable[[Connection], T]) -> T:
        """Read from it; one reader at a time.

        Raises:
            StoreError: The copy cannot be read.
        """
        with self._lock, as_store_errors(None):
            return look(self._connection)

    def close(self) -> None:
        """Remove the copy."""
        self._connection.close()
        self._folder.cleanup()


class Rescues:
    """What is known of the damage of one library, and what is read in its stead."""

    def __init__(self) -> None:
        """Nothing is known to be damaged."""
        self.damage: DamagedError | None = None
        """The damage that SQLite has reported: from then on nothing is changed, and everything
        is read from what could be saved."""
        self._of_index: DamagedError | None = None
        self._rescue: Rescue | None = None
        self._made_at = 0
        self._lock = Lock()

    @property
    def salvaged(self) -> Salvaged | None:
        """What reading lacks; `None` as long as nothing was read in the library's stead."""
        return None if self._rescue is None else self._rescue.salvaged

    @property
    def to_read_by(self) -> DamagedError | None:
        """The damage for which reading asks a rescue at once; `None` to try the library."""
        return self.damage or self._of_index

    def refuse(self, damage: DamagedError) -> None:
        """Have nothing changed any more, unless only the index is damaged."""
        if not damage.is_index:
            self.damage = damage

    def rescue(self, path: Path, damage: DamagedError, commits: int) -> Rescue:
        """What could be saved, made once; of a damaged index once more after a change.

        Args:
            path: The library.
            damage: What was reported.
            commits: How often this program has changed the library.

        Raises:
            StoreError: Nothing could be saved.
        """
        with self._lock:
            if self.damage is None and (self._made_at != commits or not damage.is_index):
                self._rescue = None
            if self._rescue is None:
                self._made_at = commits
                self._rescue = Rescue(path, damage)
            if damage.is_index:
                self._of_index = damage
            self.refuse(damage)
            return self._rescue

    def close(self) -> None:
        """Remove what was made."""
        if self._rescue is not None:
            self._rescue.close()
