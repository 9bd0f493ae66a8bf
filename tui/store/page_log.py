"""The write-ahead log of a library file, read below SQLite.

After "Database File Format" (https://www.sqlite.org/fileformat2.html), section 4.
"""

from __future__ import annotations

import struct
from typing import IO

_MAGIC = 0x377F0682
"""The least bit says whether the words of the checksums are read big end first."""
_HEAD = 32
_FRAME = 24


def page_size_of_log(log: IO[bytes]) -> int:
    """How long the pages of a log are; 0 when it does not say."""
    head = _bytes(log, 0, _HEAD)
    return int.from_bytes(head[8:12]) if _is_head(head) else 0


def newest_frames(log: IO[bytes], size: int) -> tuple[dict[int, int], int]:
    """Where the newest committed copy of each page is in the log, and how many pages there are.

    A frame is trusted when it bears the salts of the log and its checksum is right, going on from
    the sum that the frame before it states. So what follows a damaged frame is found too, which
    SQLite never reads; the sums of rows say what of it is true.

    Args:
        log: The log.
        size: Bytes of a page of the library.

    Returns:
        Offsets of pages in the log by page number; the number of pages of the library as the
        last commit left it, 0 without one.
    """
    head = _bytes(log, 0, _HEAD)
    if not _is_head(head) or int.from_bytes(head[8:12]) != size:
        return {}, 0
    words = struct.Struct(f"{'><'[head[3] % 2 == 0]}{(size + 8) // 4}I")
    found: dict[int, int] = {}
    pending: dict[int, int] = {}
    count, before, at = 0, head[24:32], _HEAD
    while len(frame := _bytes(log, at, _FRAME + size)) == _FRAME + size:
        if frame[8:16] == head[16:24] and _sum(words, before, frame) == frame[16:24]:
            pending[int.from_bytes(frame[:4])] = at + _FRAME
            if is_commit := int.from_bytes(frame[4:8]):
                found |= pending
                pending, count = {}, is_commit
        before = frame[16:24]
        at += _FRAME + size
    return found, count


def _is_head(head: bytes) -> bool:
    return len(head) == _HEAD and int.from_bytes(head[:4]) & ~1 == _MAGIC


def _sum(words: struct.Struct, before: bytes, frame: bytes) -> bytes:
    """The checksum of a frame: of its first eight bytes and its page."""
    first, second = struct.unpack(">II", before)
    pairs = iter(words.unpack(frame[:8] + frame[_FRAME:]))
    for one, two in zip(pairs, pairs, strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + two + first) & 0xFFFFFFFF
    return struct.pack(">II", first, second)


def _bytes(log: IO[bytes], offset: int, length: int) -> bytes:
    try:
        log.seek(offset)
        return log.read(length)
    except OSError:
        return b""
