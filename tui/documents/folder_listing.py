"""A folder as a list of the articles that may be in it."""

from __future__ import annotations

import mimetypes
import os

from tui.documents.file_reading import unreadable
from tui.documents.reader.reading_messages import Choice
from tui.documents.sanitising import sanitise_line
from tui.documents.source import LONGEST_LABEL
from tui.documents.unread import Listing
from tui.errors import SourceError

MOST = 5000
"""Entries listed: a reader looks through no more."""
_NO_TEXTS = ("audio/", "font/", "image/", "video/")


def folder_listing(path: str, label: str) -> Listing:
    """The files and folders in a folder, in the order of their names.

    Left out are hidden ones, those that may not be read, and those whose names say that they
    are pictures, sound or films.

    Args:
        path: Its path.
        label: What a sentence calls it.

    Raises:
        SourceError: It cannot be read, or there is nothing in it.
    """
    folder = os.path.abspath(path)
    try:
        with os.scandir(folder) as entries:
            found = sorted(filter(_may_be_read, entries), key=_order)
    except OSError as error:
        raise unreadable(label, error) from error
    if not found:
        raise SourceError(f"{label} is a folder without anything to read", "name another one")
    notices: tuple[str, ...] = ()
    if len(found) > MOST:
        notices = (f"only the first {MOST:,} of {len(found):,} files and folders are listed",)
    title = sanitise_line(os.path.basename(folder) or folder, LONGEST_LABEL)
    return Listing(folder, title, tuple(map(_choice, found[:MOST])), notices)


def _may_be_read(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    try:
        if entry.is_dir():
            return os.access(entry.path, os.R_OK | os.X_OK)
        kind = mimetypes.guess_type(entry.name)[0] or ""
        return entry.is_file() and not kind.startswith(_NO_TEXTS) and os.access(entry.path, os.R_OK)
    except OSError:
        return False


def _order(entry: os.DirEntry[str]) -> tuple[str, str]:
    return entry.name.casefold(), entry.name


def _choice(entry: os.DirEntry[str]) -> Choice:
    title = sanitise_line(entry.name, LONGEST_LABEL) + "/" * entry.is_dir()
    # A name like "https:" is a file all the same: a whole path is taken for nothing else.
    return Choice(title, address=entry.path)
