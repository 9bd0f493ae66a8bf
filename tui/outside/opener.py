"""Opening the source of an article with the program the system has for it. Blocks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tui.documents.loading import SEED, STDIN
from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError
from tui.settings.paths import resource

WAIT = 5.0
"""Seconds to wait for an opener to fail; one that still runs then shows the source itself."""
ADDRESSES = ("http://", "https://")
"""What the source of a page begins with."""


class OpenError(ClosereadError):
    """The source could not be opened."""

    title = "Cannot open"


def open_source(source: str) -> str:
    """Open a source outside the desk.

    Args:
        source: A path, an address, `seed:NAME` or `stdin:HASH`.

    Returns:
        What was done, as a clause.

    Raises:
        OpenError: It was not opened; the message names the place, so that it can be reached.
    """
    place = _place(source)
    shown = sanitise_line(place)
    where = f"its place is {shown}"
    if not place.startswith(ADDRESSES) and not Path(place).exists():
        raise OpenError(f"the file is gone: {shown}", "put it back to open it")
    if os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"):
        raise OpenError("over ssh nothing can be opened on your screen", where)
    name = "open" if sys.platform == "darwin" else "xdg-open"
    has_screen = sys.platform == "darwin" or any(
        os.environ.get(variable) for variable in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if not has_screen:
        raise OpenError("there is no desktop to open it on", where)
    program = shutil.which(name)
    if program is None:
        raise OpenError(f"{name} is not installed", where)
    try:
        code = _run(program, place)
    except OSError as error:
        raise OpenError(f"{name} cannot be started ({error.strerror})", where) from error
    if code:
        raise OpenError(f"{name} could not open it (exit code {code})", where)
    return f"opened with {name}: {shown}"


def _place(source: str) -> str:
    """The path or address behind a source.

    Raises:
        OpenError: There is none.
    """
    if source.startswith(STDIN):
        raise OpenError("this text came through a pipe; there is no file to open")
    if source.startswith(SEED):
        try:
            return str(resource("seeds", f"{source.removeprefix(SEED)}.txt"))
        except OSError as error:
            label = sanitise_line(source)
            raise OpenError(f"{label} is missing", "install closeread again") from error
    return source


def _run(program: str, place: str) -> int:
    """Start an opener apart from the terminal; its exit code, 0 while it runs.

    Raises:
        OSError: It cannot be started.
    """
    process = subprocess.Popen(
        [program, place],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(WAIT)
    except subprocess.TimeoutExpired:
        return 0
