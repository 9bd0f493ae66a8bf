"""The names of the library's articles, for a shell that completes them.

A Tab must be quick, must never fail aloud, and may leave nothing behind: the library is read as it
lies there, without being upgraded, noted or mended.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from tui.store.checked_connection import CheckedConnection

_PATIENCE = 0.2
"""Seconds another program's change is waited for."""
_LAST = "\U0010ffff"
"""Comes after every other character, so that a range of names can be asked for by its beginning."""


def names_beginning(library: Path, beginning: str, most: int) -> list[str]:
    """Sources whose name begins with some letters; none when the library cannot be read.

    Args:
        library: The file of the library.
        beginning: The first letters of the names.
        most: How many names at the most.
    """
    # A library that nobody has open would else be given journals, which stay behind.
    is_in_use = library.with_name(f"{library.name}-shm").exists()
    how = "mode=ro" if is_in_use else "mode=ro&immutable=1"
    try:
        address = f"file:{quote(str(library))}?{how}"
        opened = sqlite3.connect(address, factory=CheckedConnection, timeout=_PATIENCE, uri=True)
        with closing(opened) as connection:
            found = connection.execute(
                "SELECT source FROM sources WHERE deleted IS NULL AND source BETWEEN ? AND ? "
                "ORDER BY source LIMIT ?",
                (beginning, beginning + _LAST, most),
            ).fetchall()
    except (sqlite3.Error, OSError, UnicodeError):
        return []
    return [name for (name,) in found if isinstance(name, str)]
