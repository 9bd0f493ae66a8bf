"""What a server has compressed, unpacked as it comes and counted (RFC 9110, section 8.4.1)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")
"""The forms that can be unpacked; no other is asked for."""
_STEP = 1 << 16
"""Bytes unpacked at a time: a kilobyte may stand for a megabyte."""
_EITHER = zlib.MAX_WBITS | 32
"""A gzip or a zlib head, whichever is there."""
_NO_HEAD = -zlib.MAX_WBITS
"""What some servers send as "deflate"."""
_GZIP = b"\x1f\x8b"


class Unpacking:
    """The unpacked bytes of an answer; raises `zlib.error` for what is not of its form."""

    def __init__(self, coding: str) -> None:
        """Unpack.

        Args:
            coding: One of `CODINGS`.
        """
        self._coding = coding
        self._unpacker = None if coding in ("", "identity") else zlib.decompressobj(_EITHER)
        self._has_begun = False

    def add(self, data: bytes) -> Iterator[bytes]:
        """What some more bytes unpack to, in small pieces."""
        if self._unpacker is None:
            yield data
            return
        while data:
            yield self._piece(data)
            data = self._unpacker.unconsumed_tail
            if self._unpacker.eof:
                data = self._next_member(self._unpacker.unused_data)

    def end(self) -> bytes:
        """What is left when nothing more comes; at most a few hundred bytes."""
        return self._unpacker.flush() if self._unpacker and self._has_begun else b""

    def _piece(self, data: bytes) -> bytes:
        assert self._unpacker is not None
        try:
            piece = self._unpacker.decompress(data, _STEP)
        except zlib.error:
            if self._has_begun or self._coding != "deflate":
                raise
            self._unpacker = zlib.decompressobj(_NO_HEAD)
            piece = self._unpacker.decompress(data, _STEP)
        self._has_begun = True
        return piece

    def _next_member(self, rest: bytes) -> bytes:
        """Begin with what follows; a gzip file may have several members, anything else is filling.

        (RFC 1952, section 2.2)
        """
        if not rest or not _GZIP.startswith(rest[:2]):
            return b""
        self._unpacker = zlib.decompressobj(_EITHER)
        return rest

    @property
    def is_cut(self) -> bool:
        """Whether more should have come; known after `end`."""
        return self._has_begun and self._unpacker is not None and not self._unpacker.eof
