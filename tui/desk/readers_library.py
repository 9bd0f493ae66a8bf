"""The library of the desk: the reader's, one in memory, or none because it is gone.

Imported in the library's thread, never before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library import Library
from tui.store.database import Database
from tui.store.known_libraries import begin_anew, open_known, refuse_if_gone

if TYPE_CHECKING:
    from tui.desk.state import DeskState


def opened_library(state: DeskState, *, begins_anew: bool) -> Database:
    """The library of a desk. Blocks.

    Args:
        state: Whether the reading is private, and where the library is.
        begins_anew: Whether the reader wants a new one in the place of one that is gone.

    Raises:
        LibraryGoneError: There was one, and it is not there.
        ClosereadError: It cannot be used.
    """
    if state.private:
        return Database.in_memory()
    library, backups = state.paths.library, state.paths.backups
    if begins_anew:
        begin_anew(library)
    else:
        refuse_if_gone(library, backups)
    return open_known(library, backups, is_patient=True)


def is_new(database: Database) -> bool:
    """Whether a library knows no article yet. Blocks."""
    return Library(database).last_opened() is None
