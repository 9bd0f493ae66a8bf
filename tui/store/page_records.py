"""The records on the pages of a table, read below SQLite.

After "Database File Format" (https://www.sqlite.org/fileformat2.html), sections 1.6 and 2.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from tui.store.page_file import PageFile, cell_offsets, start_of

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""
_REAL, _ZERO, _ONE, _BLOB, _TEXT = 7, 8, 9, 12, 13


class Text(bytes):
    """The bytes of a text, which are UTF-8 if the disk has not changed them."""


Value = int | float | Text | bytes | None
"""What a column holds; plain bytes are a blob."""


class Record(NamedTuple):
    """A row as it lies on a page."""

    rowid: int
    """Its number in its table."""
    values: tuple[Value, ...]
    """Its columns, in the order of its table; a column that is the rowid is `None`."""


class _NoRecordError(ValueError):
    """Bytes that are no record."""


def records(file: PageFile, number: int) -> Iterator[tuple[int, Record]]:
    """The records that can be read on the leaf of a table, with their places on it."""
    page = file.page(number)
    if page is None:
        return
    for place, offset in enumerate(cell_offsets(page, start_of(number))):
        try:
            yield place, _record(file, page, offset)
        except _NoRecordError:
            continue


def record_at(file: PageFile, number: int, place: int) -> Record:
    """A record that `records` has given."""
    page = file.page(number) or b""
    return _record(file, page, cell_offsets(page, start_of(number))[place])


def pages_of(file: PageFile, number: int, place: int) -> list[int]:
    """The pages that a record lies on: its leaf and those of its overflow."""
    page = file.page(number) or b""
    offset = cell_offsets(page, start_of(number))[place]
    length, at = _varint(page, offset)
    _, at = _varint(page, at)
    return [number, *(each for each, _ in _overflow(file, page, at, length))]


def _record(file: PageFile, page: bytes, offset: int) -> Record:
    length, at = _varint(page, offset)
    rowid, at = _varint(page, at)
    if not 2 <= length <= file.size * file.count:
        raise _NoRecordError
    local = _local(length, file.usable)
    payload = page[at : at + local]
    if local < length:
        payload += b"".join(part for _, part in _overflow(file, page, at, length))
    if len(payload) != length:
        raise _NoRecordError
    return Record(rowid - (1 << 64 if rowid >> 63 else 0), tuple(_values(payload)))


def _local(length: int, usable: int) -> int:
    """How many bytes of a record lie on its leaf."""
    if length <= usable - 35:
        return length
    least = (usable - 12) * 32 // 255 - 23
    kept = least + (length - least) % (usable - 4)
    return kept if kept <= usable - 35 else least


def _overflow(file: PageFile, page: bytes, at: int, length: int) -> Iterator[tuple[int, bytes]]:
    """The pages a record goes on over, by number, and the bytes on each."""
    local = _local(length, file.usable)
    left, number = length - local, int.from_bytes(page[at + local : at + local + 4])
    seen: set[int] = set()
    while left > 0:
        further = None if number in seen else file.page(number)
        if further is None:
            raise _NoRecordError
        seen.add(number)
        part = further[4 : min(file.usable, 4 + left)]
        yield number, part
        left -= len(part)
        number = int.from_bytes(further[:4])


def _values(payload: bytes) -> Iterator[Value]:
    """The columns of a record from its header and its body."""
    head, at = _varint(payload, 0)
    body = head
    if head > len(payload):
        raise _NoRecordError
    while at < head:
        kind, at = _varint(payload, at)
        value, length = _value(payload, body, kind)
        if body + length > len(payload):
            raise _NoRecordError
        yield value
        body += length
    if at != head or body != len(payload):
        raise _NoRecordError


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    """A column by its serial type, and how many bytes it takes."""
    if kind in _INTEGERS:
        length = _INTEGERS[kind]
        return int.from_bytes(payload[at : at + length], signed=True), length
    if kind in (0, _ZERO, _ONE):
        return (None if kind == 0 else kind - _ZERO), 0
    if kind == _REAL and at + 8 <= len(payload):
        return float(struct.unpack_from(">d", payload, at)[0]), 8
    if kind < _BLOB:
        raise _NoRecordError
    length = (kind - _BLOB) // 2
    return (Text if kind % 2 else bytes)(payload[at : at + length]), length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """An integer of one to nine bytes, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + 9]):
        if place == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + place + 1
    raise _NoRecordError
