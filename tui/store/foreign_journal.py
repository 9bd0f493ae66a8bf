"""A rollback journal beside a library that keeps none: applied, it would destroy the library.

SQLite takes whatever lies there under the name of the journal for its own, writes the pages in it
over those of the library, and removes it. A library with a write-ahead log has no such journal but
for an instant, when it is turned on; what lies there longer was copied or left there by another.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from tui.store.clock import now
from tui.store.library_files import beside, real_place

_MAGIC = b"SQLite format 3\0"
_VERSIONS = slice(18, 20)
_LOG = b"\x02\x02"
"""What the header has there when the library keeps a write-ahead log (fileformat2, section 1.3)."""
_INSTANT = 0.3
"""Seconds within which a program that turns the log on has removed its journal."""


def has_foreign_journal(library: Path) -> bool:
    """Whether a journal lies beside a library that is none of its own.

    Raises:
        OSError: The library cannot be read.
    """
    try:
        if not beside(library, "-journal").stat().st_size:
            return False
        with real_place(library).open("rb") as file:
            header = file.read(_VERSIONS.stop)
    except FileNotFoundError:
        return False
    return header.startswith(_MAGIC) and header[_VERSIONS] == _LOG


def put_foreign_journal_aside(library: Path) -> str:
    """Rename a journal that is none of the library's own; it is never removed.

    Returns:
        The sentence for the reader; empty when there was none.

    Raises:
        OSError: It cannot be renamed, or the library cannot be read.
    """
    if not has_foreign_journal(library):
        return ""
    time.sleep(_INSTANT)
    if not has_foreign_journal(library):
        return ""
    journal = beside(library, "-journal")
    stamp = "".join(filter(str.isdigit, now().partition(".")[0]))
    aside = journal.with_name(f"{journal.name}.aside-{stamp}")
    os.rename(journal, aside)
    return (
        "a journal of something else lay beside the library and would have been written over it: "
        f"it was put aside as {aside.name}"
    )
