"""Frames: how this program and its own child processes part what they say to each other.

A frame is four bytes of length, the greater first, and a body.
"""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct(">I")


def frame(body: bytes) -> bytes:
    """A body of less than 4 GiB as a frame."""
    return _LENGTH.pack(len(body)) + body


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The body of the next frame; `None` at the end of the stream, also within a frame."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length)
    return body if len(body) == length else None


def take_frame(received: bytearray) -> bytes | None:
    """The body of the first frame of what came so far, and take it off; `None` if it is not whole.

    For who must not wait within a frame.
    """
    if len(received) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(received)
    end = _LENGTH.size + length
    if len(received) < end:
        return None
    body = bytes(received[_LENGTH.size : end])
    del received[:end]
    return body
