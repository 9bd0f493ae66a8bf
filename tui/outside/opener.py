"""Opening a file or an address with the program the system has for it. Blocks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tui.errors import ClosereadError

WAIT = 5.0
"""Seconds to wait for an opener to fail; one that still runs then shows the source itself."""
ADDRESSES = ("http://", "https://")
"""How the location of a page begins."""


class OpenError(ClosereadError):
    """Nothing was opened."""

    title = "Cannot open"


def open_outside(location: str) -> str:
    """Open a location outside the desk.

    Args:
        location: The path of a file, or an address.

    Returns:
        What was done, as a clause; like the errors it names the location as it is given.

    Raises:
        OpenError: It was not opened; the message names the location, so that it can be reached.
    """
    where = f"its place is {location}"
    if not location.startswith(ADDRESSES) and not Path(location).exists():
        raise OpenError(f"the file is gone: {location}", "put it back to open it")
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
        code = _run(program, location)
    except OSError as error:
        raise OpenError(f"{name} cannot be started ({error.strerror})", where) from error
    if code:
        raise OpenError(f"{name} could not open it (exit code {code})", where)
    return f"opened with {name}: {location}"


def _run(program: str, location: str) -> int:
    """Start an opener apart from the terminal; its exit code, 0 while it runs.

    Raises:
        OSError: It cannot be started.
    """
    process = subprocess.Popen(
        [program, location],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return process.wait(WAIT)
    except subprocess.TimeoutExpired:
        return 0
