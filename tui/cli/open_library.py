"""The library as the commands without a desk use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import report
from tui.errors import SourceError, StoreError
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.library import Library
    from tui.store.database import Database


@contextmanager
def open_existing_library() -> Iterator[Library | None]:
    """The reader's library, closed at the end of the block; `None` before the first article.

    Raises:
        StoreError: It cannot be read.
    """
    from tui.library import Library

    with open_existing_database() as database:
        yield None if database is None else Library(database)


@contextmanager
def open_existing_database() -> Iterator[Database | None]:
    """The same as the file it is.

    Asking for marks must not make a library: a `closeread search` writes nothing.

    Raises:
        LibraryGoneError: There was one, and it is not there.
        StoreError: It cannot be read.
    """
    from tui.store import known_libraries, replacing

    library, backups = paths().library, paths().backups
    replacing.finish_replacing(library)
    is_known = _is_there(library)
    known_libraries.refuse_if_gone(library, backups)
    if not is_known:
        yield None
        return
    with known_libraries.open_known(library, backups) as database:
        for said in filter(None, (database.put_aside, database.loss, database.refusal)):
            report(str(said))
        yield database


def _is_there(library: Path) -> bool:
    """Whether there is a library; a folder that cannot be entered is no answer.

    Raises:
        StoreError: The system refuses to say.
    """
    try:
        library.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise StoreError(
            f"the library {library} cannot be read ({reason})", "check its folder and who owns it"
        ) from error
    return True


def unknown_article(source: str) -> SourceError:
    """That the library does not know an article, and what to do about it."""
    return SourceError(f"{source} is not in the library", "open it once, or check the spelling")
