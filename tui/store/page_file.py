"""The pages of a library file, read below SQLite: what a damaged file still has.

After "Database File Format" (https://www.sqlite.org/fileformat2.html), sections 1.2 to 1.6 and
4. Nothing here writes, and nothing that it reads is trusted: numbers of pages are checked against
the file, chains end at the first page they come to twice.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from tui.store.library_files import beside
from tui.store.page_log import newest_frames, page_size_of_log

MAGIC = b"SQLite format 3\0"
INDEX_INNER, INNER, INDEX_LEAF, LEAF = 2, 5, 10, 13
"""The types of b-tree pages; those of tables are inner pages and leaves."""
_USUAL_SIZE = 4096
"""What SQLite takes when nobody says otherwise, and nobody does for a library."""
_TRIED = 200
"""Pages that are looked at to learn how long they are."""
_MOST = 1 << 26
"""More pages than any library has: a number beyond them is damage."""
_HEADER = 100
"""Bytes of the file's header, which begins page 1."""


class PageFile:
    """A library file with its write-ahead log, page by page."""

    def __init__(self, path: Path) -> None:
        """Open a file to read it.

        Raises:
            OSError: It cannot be opened.
        """
        self._file: IO[bytes] = path.open("rb")
        self._log: IO[bytes] | None = None
        log = beside(path, "-wal")
        with contextlib.suppress(OSError):
            self._log = log.open("rb")
        length = self._file.seek(0, 2)
        self.size = self._likely_size(length)
        """Bytes of a page."""
        frames, count = ({}, 0) if self._log is None else newest_frames(self._log, self.size)
        self._frames = frames
        self.count = count or max([length // self.size, *frames])
        """Pages of the library."""
        header = self.page(1) or b""
        self.has_header = header.startswith(MAGIC)
        """Whether page 1 begins as that of a library does."""
        told = _number(header, 28) if self.has_header else 0
        self.missing = set(range(self.count + 1, min(told, _MOST) + 1))
        """Pages that should be there and are not, as far as it has turned out."""
        self.usable = self.size - (header[20] if self.has_header else 0)
        """Bytes of a page that SQLite fills."""

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        if self._log is not None:
            self._log.close()

    def page(self, number: int) -> bytes | None:
        """A page by its number, from 1; `None` where the file or the disk does not have it."""
        if not 1 <= number <= self.count:
            return None
        frame = self._frames.get(number)
        if frame is not None and self._log is not None:
            return _read(self._log, frame, self.size)
        return _read(self._file, (number - 1) * self.size, self.size)

    def kind(self, number: int) -> int:
        """The type of a b-tree page; 0 for one that is none."""
        page = self.page(number)
        return 0 if page is None else _kind(page, start_of(number))

    def leaves(self, root: int) -> Iterator[int]:
        """The leaves of a table below a page, as far as the inner pages are there."""
        waiting, seen = [root], {root}
        while waiting:
            number = waiting.pop()
            page = self.page(number)
            kind = 0 if page is None else _kind(page, start_of(number))
            if kind == LEAF:
                yield number
            elif kind != INNER:
                self.missing.add(number)
            elif page is not None:
                below = [each for each in _children(page, start_of(number)) if each not in seen]
                seen.update(below)
                waiting += reversed(below)

    def free(self) -> frozenset[int]:
        """The pages that hold nothing; none of them where their list is not whole."""
        first = self.page(1)
        if first is None or not self.has_header:
            return frozenset()
        trunk, total = _number(first, 32), _number(first, 36)
        found: set[int] = set()
        while trunk:
            page = self.page(trunk)
            if page is None or trunk in found:
                return frozenset()
            found.add(trunk)
            length = min(_number(page, 4), self.usable // 4 - 2)
            found.update(_number(page, 8 + 4 * each) for each in range(length))
            trunk = _number(page, 0)
        return frozenset(found) if len(found) == total else frozenset()

    def _likely_size(self, length: int) -> int:
        """How long the pages are: with the right length, most begin as pages of a tree do."""
        told = _read(self._file, 16, 2) or b"\0\0"
        sizes = {_USUAL_SIZE, int.from_bytes(told) if told != b"\0\1" else 65536}
        if self._log is not None:
            sizes.add(page_size_of_log(self._log))
        likely = [size for size in sizes if 512 <= size <= 65536 and not size & (size - 1)]
        return max(likely, key=lambda size: (self._trees(size, length), size == _USUAL_SIZE))

    def _trees(self, size: int, length: int) -> int:
        pages = (_read(self._file, n * size, size) for n in range(1, min(_TRIED, length // size)))
        return sum(size for page in pages if page is not None and _kind(page, 0))


def start_of(number: int) -> int:
    """Where the header of a page begins in it."""
    return _HEADER if number == 1 else 0


def cell_offsets(page: bytes, start: int) -> list[int]:
    """Where the cells of a b-tree page are in it, in their order."""
    head = start + (12 if page[start] in (INNER, INDEX_INNER) else 8)
    count = int.from_bytes(page[start + 3 : start + 5])
    fits = min(count, (len(page) - head) // 2)
    return [int.from_bytes(page[head + 2 * n : head + 2 * n + 2]) for n in range(fits)]


def _children(page: bytes, start: int) -> Iterator[int]:
    for offset in cell_offsets(page, start):
        yield _number(page, offset)
    yield _number(page, start + 8)


def _kind(page: bytes, start: int) -> int:
    """The type of a page that has the header of a b-tree page, else 0."""
    kind = page[start]
    if kind not in (INDEX_INNER, INNER, INDEX_LEAF, LEAF) or page[start + 7] > 60:
        return 0
    cells = int.from_bytes(page[start + 3 : start + 5])
    content = int.from_bytes(page[start + 5 : start + 7]) or 65536
    return kind if start + 8 + 2 * cells <= content <= len(page) else 0


def _number(page: bytes, offset: int) -> int:
    return int.from_bytes(page[offset : offset + 4])


def _read(file: IO[bytes], offset: int, length: int) -> bytes | None:
    """Some bytes of a file; `None` where it ends before or the disk refuses them."""
    try:
        file.seek(offset)
        found = file.read(length)
    except OSError:
        return None
    return found if len(found) == length else None
