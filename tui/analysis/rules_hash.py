"""One hash of everything of this program that decides what is found in a text.

The modules themselves are hashed, and not a number that somebody raises: a forgotten number
shows results of older rules as today's. No list names them either. Whole rooms are hashed,
so a new rule, lexicon or data file is covered by standing where it belongs; what is hashed
in vain (the child process, a loader) costs one more analysis now and then.
"""

from __future__ import annotations

import hashlib
import os
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

    All files are read, once a process: 294 of them take 3 ms, while a comparison of times and
    sizes saves 2 ms and is deceived where an installer gives every file the same time.
    """
    return hash_of(_package())


def hash_of(package: Traversable) -> str:
    """The hash of the rules in a package.

    Args:
        package: The folder of `tui`, or what stands for it in an archive.
    """
    digest = hashlib.sha256()
    for room in ROOMS:
        folder = package / room
        for name, data in _files(str(folder) if isinstance(folder, Path) else folder, room):
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


def _files(folder: str | Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    """The files below a folder with their path in the package, in one order everywhere.

    Sources or, where only that is installed, the byte-code beside them. `__pycache__` only
    repeats what is hashed already, and a hidden file is some editor's.
    """
    for entry, is_folder, below in sorted(_entries(folder), key=lambda each: each[0]):
        path = f"{name}/{entry}"
        if entry == "__pycache__" or entry.startswith("."):
            continue
        if is_folder:
            yield from _files(below, path)
        else:
            yield path, _data(below)


def _entries(folder: str | Traversable) -> list[tuple[str, bool, str | Traversable]]:
    """The names in a folder, whether each is a folder, and each itself."""
    if isinstance(folder, str):
        # Known panels wait for this, and going over `Path` objects takes half as long again.
        with os.scandir(folder) as found:
            return [(entry.name, entry.is_dir(), entry.path) for entry in found]
    return [(entry.name, entry.is_dir(), entry) for entry in folder.iterdir()]


def _data(file: str | Traversable) -> bytes:
    if not isinstance(file, str):
        return file.read_bytes()
    with open(file, "rb", buffering=0) as opened:
        return opened.read()
