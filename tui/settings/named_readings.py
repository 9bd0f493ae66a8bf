"""How the reader said that a source is to be read: its encoding, its language.

A source is named by the hash of its name, so that the file tells nobody what was read. The file
exists only once something was named.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.settings.paths import make_private_folder


class NamedReading(NamedTuple):
    """What the reader said; empty for what they left to the source."""

    encoding: str = ""
    """The name of an encoding that Python knows."""
    language: str = ""
    """"en" for a text that is read as English whatever its words say."""


def named_reading(path: Path, source: str) -> NamedReading:
    """What was said about a source.

    Args:
        path: The file; a missing or damaged one says nothing.
        source: The identity of the source.
    """
    return _lines(path).get(_key(source), NamedReading())


def name_reading(path: Path, source: str, reading: NamedReading) -> None:
    """Keep what the reader says about a source; nothing said is no line.

    Args:
        path: The file.
        source: The identity of the source.
        reading: What holds from now on.

    Raises:
        WriteError: It cannot be written.
        OSError: Its folder cannot be made.
    """
    from tui.outside.file_writing import write_file

    lines = _lines(path)
    before = dict(lines)
    lines.pop(_key(source), None)
    if any(reading):
        lines[_key(source)] = reading
    if lines == before:
        return
    make_private_folder(path.parent)
    rows = (f"{key}\t{said.encoding}\t{said.language}\n" for key, said in lines.items())
    write_file(path, "".join(rows))


def _lines(path: Path) -> dict[str, NamedReading]:
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    cells = (row.split("\t") for row in rows)
    return {cell[0]: NamedReading(*cell[1:]) for cell in cells if len(cell) == 3}


def _key(source: str) -> str:
    return sha256(source.encode("utf-8", "surrogateescape")).hexdigest()
