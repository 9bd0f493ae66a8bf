"""What an earlier export holds: nothing that was saved is replaced by less without a word."""

from __future__ import annotations

import re
from pathlib import Path

from tui.outside.file_writing import WriteError
from tui.settings.colours import Colour

_COLOURS = "|".join(Colour)
# Once a mark: the line about a highlight below its quotation in Markdown, the place of a mark in
# JSON. The latter stands in no string, where each quotation mark has a backslash before it. In
# exports of before the line stood in brackets.
_A_MARK = re.compile(
    rf"^Highlighted in (?:{_COLOURS}) on \d{{4}}-\d\d-\d\d(?: #.+)?$"
    rf"|^\((?:.+, )?(?:{_COLOURS})(?:, \\?#.+)?, \d{{4}}-\d\d-\d\d\)$"
    r'|"anchor"\s*:\s*\{'
)
_NONE_IN_JSON = re.compile(r'"documents"\s*:\s*\[\s*\]')


def marks_in(path: Path) -> int | None:
    """How many marks an exported file holds, whatever its name and however it was changed since.

    Returns:
        The number; `None` for a file that holds something else than an export of ours.

    Raises:
        OSError: It cannot be read.
    """
    count = 0
    is_blank = True
    is_of_none = False
    # Latin-1 takes any bytes, and what is looked for is ASCII.
    with path.open(encoding="latin-1") as lines:
        for line in lines:
            count += len(_A_MARK.findall(line.rstrip()))
            is_blank = is_blank and not line.strip()
            is_of_none = is_of_none or _NONE_IN_JSON.search(line) is not None
    return count if count or is_blank or is_of_none else None


def refuse_to_lose(there: Path, new: Path) -> None:
    """Refuse to replace a file by an export that holds fewer marks; for `write_pieces`.

    Both files are counted in the same way: what only looks like a mark, in a note or in what
    a reader has added, is the same in both or speaks for keeping the file.

    Raises:
        WriteError: The file holds more, or is no export at all.
    """
    force = "name another file, or --force replaces it"
    try:
        before = marks_in(there)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WriteError(
            f"what {there} holds cannot be read ({reason}), so it is kept", force
        ) from error
    if before is None:
        raise WriteError(f"{there} is no export of closeread", force)
    after = marks_in(new) or 0
    if after < before:
        holds = "1 highlight" if before == 1 else f"{before:,} highlights"
        raise WriteError(f"{there} holds {holds} and this export {after or 'none'}", force)
