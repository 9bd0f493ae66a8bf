"""The library as the commands without a desk use it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.damage_told import report_damage
from tui.cli.output import report
from tui.documents.source import Source
from tui.errors import SourceError, StoreError
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.library import HighlightRecord, Library
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
        StoreError: It cannot be read.
    """
    from tui.store import database, replacing

    replacing.finish_replacing(paths().library)
    if not _is_there(paths().library):
        yield None
        return

    with database.Database(paths().library) as opened:
        if opened.loss:
            report(opened.loss)
        yield opened


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


def marks(source: str | None) -> tuple[list[HighlightRecord], int]:
    """All marks of the library, or those of one article, and the exit code: 1 for damage.

    Raises:
        SourceError: The library does not know the article.
        StoreError: The library cannot be read.
    """
    with open_existing_library() as library:
        if library is not None:
            library.require_whole()
        if source is None:
            if library is None:
                return [], 0
            return list(library.all_highlights()), report_damage(library, lists=True)
        known = None if library is None else library.document(Source.parse(source).identity)
        if library is None or known is None:
            raise unknown_article(source)
        return list(library.all_highlights(known.id)), report_damage(library, lists=True)


def unknown_article(source: str) -> SourceError:
    """That the library does not know an article, and what to do about it."""
    return SourceError(f"{source} is not in the library", "open it once, or check the spelling")
