"""One hash of everything of this program that decides what is found in a text.

The modules themselves are hashed, and not a number that somebody raises: a forgotten number
shows results of older rules as today's. No list names them either. Whole rooms are hashed,
so a new rule, lexicon or data file is covered by standing where it belongs; what is hashed
in vain (the child process, a loader) costs one more analysis now and then.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOMS = ("analysis", "documents")
"""The packages of `tui` that decide: the rules with their lexicons, and the reading of a
source, whose blocks, asides and dates the rules start from."""

_LENGTH = 16
"""Hexadecimal digits kept: no two states of the rules will ever share 64 bits."""


@cache
def rules_hash() -> str:
    """The hash of the rules of this installation.

    All files are read, once a process: 135 of them take 2 ms, while a comparison of times and
    sizes saves 1 ms and is deceived where an installer gives every file the same time.
    """
    return hash_of(_package())


def hash_of(package: Traversable) -> str:
    """The hash of the rules in a package.

    Args:
        package: The folder of `tui`, or what stands for it in an archive.
    """
    digest = hashlib.sha256()
    for room in ROOMS:
        for name, data in _files(package / room, room):
            # Lengths keep apart what one file ends with and the next begins with.
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()[:_LENGTH]


def _package() -> Traversable:
    """The folder of `tui`; in an archive what stands for it."""
    folder = Path(__file__).parents[1]
    if folder.is_dir():
        return folder
    # Takes ten times as long to import as the whole hash.
    from importlib.resources import files

    return files("tui")


def _files(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder with their path in the package, in one order everywhere.

    Sources or, where only that is installed, the byte-code beside them. `__pycache__` only
    repeats what is hashed already, and a hidden file is some editor's.
    """
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{name}/{entry.name}"
        if entry.name == "__pycache__" or entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _files(entry, path)
        else:
            yield path, entry.read_bytes()
