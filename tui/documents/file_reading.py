"""Reading the bytes of a file or a pipe, which may be a device, endless, or not there."""

from __future__ import annotations

import os
import select
import stat
from typing import BinaryIO

from tui.documents.sanitising import sanitise_line
from tui.documents.source import LONGEST_LABEL
from tui.errors import SourceError

SIZE_LIMIT = 64 * 1024 * 1024
"""The largest source in bytes: ten million words, above any book."""
WRITER_WAIT = 10.0
"""Seconds until something must have come through a named pipe."""
_CHUNK = 1 << 20


def read_file(path: str, label: str) -> tuple[bytes, bool]:
    """All the bytes of a file, and whether it can be read again.

    Args:
        path: Its path.
        label: What a sentence calls it.

    Raises:
        SourceError: It cannot be read.
    """
    try:
        # Before opening: opening a device can already act on it or wait for ever.
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise folder_refused(label)
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise SourceError(f"{label} is a device, not a text file", "name a text file")
        with open(path, "rb", opener=_open_at_once) as stream:
            status = os.fstat(stream.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size > SIZE_LIMIT:
                raise _too_large(label)
            if stat.S_ISFIFO(status.st_mode):
                _wait_for_writer(stream, label)
            data = read_stream(stream, label)
    except FileNotFoundError as error:
        raise SourceError(f"{label} does not exist", "check the spelling") from error
    except PermissionError as error:
        raise SourceError(f"{label} may not be read", "check its permissions") from error
    except (OSError, ValueError) as error:
        raise unreadable(label, error) from error
    return data, stat.S_ISREG(mode)


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a named pipe too, which else waits until somebody writes to it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _wait_for_writer(stream: BinaryIO, label: str) -> None:
    """Wait until something comes through a named pipe, then let reading it take its time.

    Raises:
        SourceError: Nothing came for `WRITER_WAIT` seconds.
    """
    poll = select.poll()
    poll.register(stream, select.POLLIN)
    if not poll.poll(WRITER_WAIT * 1000):
        raise SourceError(
            f"{label} is a pipe that nobody writes to", "start what writes to it, or name a file"
        )
    os.set_blocking(stream.fileno(), True)


def read_stream(stream: BinaryIO, label: str) -> bytes:
    """Everything in the stream, which may be endless.

    Raises:
        SourceError: It is larger than `SIZE_LIMIT`.
    """
    chunks = []
    size = 0
    while chunk := stream.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > SIZE_LIMIT:
            raise _too_large(label)
    return b"".join(chunks)


def folder_refused(label: str) -> SourceError:
    """The refusal of a folder where one text is wanted."""
    return SourceError(f"{label} is a folder", "name a text file in it")


def unreadable(label: str, error: OSError | ValueError) -> SourceError:
    """The refusal of what the system would not read."""
    return SourceError(f"{label} cannot be read ({_reason(error)})", "check that it is a text")


def source_label(source: str) -> str:
    """The source as an error sentence names it; file names may hold anything."""
    return sanitise_line(source, LONGEST_LABEL) or "the empty name"


def _reason(error: Exception) -> str:
    """Why the system refused, as a clause."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return sanitise_line(reason)[:1].lower() + sanitise_line(reason)[1:]


def _too_large(label: str) -> SourceError:
    """The refusal of a source above the limit."""
    limit = SIZE_LIMIT // (1024 * 1024)
    return SourceError(f"{label} is larger than {limit} MiB", "split it into parts")
