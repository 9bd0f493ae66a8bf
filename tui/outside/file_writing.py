"""Writing a file so that it is whole or not there: beside its place, then moved over it."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from itertools import count
from pathlib import Path

from tui.errors import ClosereadError


class WriteError(ClosereadError):
    """A file could not be written."""

    title = "Cannot write"


def write_file(path: Path, text: str) -> None:
    """Write a text as UTF-8; an existing file keeps its permissions and is never half new.

    A link is followed. What is no regular file (a pipe, a device) is written directly.

    Raises:
        WriteError: It cannot be written; what stood there before is unchanged.
    """
    write_pieces(path, [text])


def write_pieces(
    path: Path, pieces: Iterable[str], check: Callable[[Path, Path], None] | None = None
) -> None:
    """Write a text that is made piece by piece, as `write_file` does.

    Args:
        path: The file.
        pieces: The text; each piece is written before the next is asked for.
        check: Given the file that is there and the finished one beside it, says by raising
            whether the former must stay. Not asked where there is no regular file.

    Raises:
        WriteError: It cannot be written; what stood there before is unchanged. So it is after
            anything that the pieces or the check raise.
    """
    # A link is the reader's way of saying where the file is; it must not be replaced.
    target = Path(os.path.realpath(path))
    data = (piece.encode("utf-8", "backslashreplace") for piece in pieces)
    try:
        status = target.stat() if target.exists() else None
        if status is not None and not stat.S_ISREG(status.st_mode):
            with target.open("wb") as stream:
                stream.writelines(data)
            return
        _replace(target, data, None if status is None else stat.S_IMODE(status.st_mode), check)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"{path} cannot be written ({reason})", "name another file") from error


def write_new_file(path: Path, text: str) -> Path:
    """Write a text to a file that is not there yet; a number is added to a name that is taken.

    Returns:
        The file that was written.

    Raises:
        WriteError: It cannot be written; no file is left.
    """
    stem = path.stem
    for number in count(2):
        try:
            # Whoever makes the file has the name; then it is filled as every file is.
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            path = path.with_name(f"{stem}-{number}{path.suffix}")
        except OSError as error:
            reason = error.strerror or str(error)
            raise WriteError(
                f"{path} cannot be written ({reason})", "use another folder"
            ) from error
        else:
            break
    try:
        write_file(path, text)
    except BaseException:
        # Empty, it would only have the name.
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return path


def _replace(
    target: Path,
    data: Iterable[bytes],
    mode: int | None,
    check: Callable[[Path, Path], None] | None,
) -> None:
    """Write beside the target and move the finished file over it.

    Raises:
        OSError: One of the steps failed; the half-written file is gone again.
    """
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(data)
            stream.flush()
            os.fsync(stream.fileno())
            # A new file stays private, as mkstemp made it: notes are nobody else's.
            if mode is not None:
                os.fchmod(stream.fileno(), mode)
        if check is not None and mode is not None:
            check(target, Path(beside))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
