"""What the commands print: results on stdout, one sentence a failure on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError


class OutputError(ClosereadError):
    """The results could not be written."""

    title = "Cannot write"


def write_line(text: str) -> None:
    """Print text that is already safe for a terminal, and a newline.

    Raises:
        BrokenPipeError: Nobody reads any more.
        OutputError: The output cannot be written, or not in its encoding.
    """
    _write(text + "\n")


def write_json(value: object) -> None:
    """Print a value as JSON on one line.

    Raises:
        BrokenPipeError: Nobody reads any more.
        OutputError: The output cannot be written.
    """
    from tui.exchange.json_text import json_text

    write_exactly(json_text(value))


def write_exactly(text: str) -> None:
    """Print text for another program, in UTF-8 whatever the locale says, and a newline.

    Raises:
        BrokenPipeError: Nobody reads any more.
        OutputError: The output cannot be written.
    """
    write_parts([text])


def write_parts(parts: Iterable[str]) -> None:
    """Print a text that comes in parts like `write_exactly`, none of them kept.

    Raises:
        BrokenPipeError: Nobody reads any more.
        OutputError: The output cannot be written.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        for part in parts:
            sys.stdout.buffer.write(part.encode())
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def write_pieces(pieces: Iterable[str], *, in_utf_8: bool = False) -> None:
    """Print a text as it is made: whole lines in the end, safe for a terminal.

    Args:
        pieces: The text.
        in_utf_8: Whether it is for another program: UTF-8 whatever the locale says.

    Raises:
        BrokenPipeError: Nobody reads any more.
        OutputError: The output cannot be written, or not in its encoding.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
        for piece in pieces:
            encoding = "utf-8" if in_utf_8 else sys.stdout.encoding or "utf-8"
            sys.stdout.buffer.write(piece.encode(encoding, "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def report(sentence: str) -> None:
    """Print one sentence on stderr, cleaned, behind the program's name."""
    if sys.stderr is None:
        return
    line = f"closeread: {sanitise_line(sentence)}\n"
    try:
        sys.stderr.write(_encodable(line, sys.stderr))
        sys.stderr.flush()
    except OSError:
        # Nobody is left to read it; the exit code still tells.
        _discard(sys.stderr)


def close_output(code: int) -> int:
    """Flush stdout and stderr before the interpreter does it with a message of its own.

    Args:
        code: The exit code so far.

    Returns:
        The exit code: 1 instead of 0 when the last bytes could not be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is None:
            continue
        try:
            stream.flush()
        except BrokenPipeError:
            _discard(stream)
        except OSError as error:
            _discard(stream)
            if stream is sys.stdout:
                if code == 0:
                    report(str(_unwritable(error)))
                code = code or 1
    return code


def _write(text: str) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(_encodable(text, sys.stdout))
        # At once, so that a slow command's first results are there while it works.
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(error) from error


def _encodable(text: str, stream: TextIO) -> str:
    """The text with `?` for what the stream's encoding lacks."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def _unwritable(error: OSError) -> OutputError:
    reason = error.strerror or "unknown reason"
    return OutputError(f"the output cannot be written ({reason})", "nothing else is lost")


def _discard(stream: TextIO) -> None:
    """Point a stream that failed at nothing, so that its buffer can be flushed in peace."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except OSError:
        return
