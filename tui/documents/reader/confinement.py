"""What the reading process may do: compute, for a while, in bounded memory. Nothing else.

Parsers of foreign bytes have bugs, and formats have features that open files and addresses. The
operating system bounds time, memory and writing; an audit hook (PEP 578) refuses what Python
code would open. A hook cannot hold back native code that means harm; the libraries used here
open nothing by themselves once they are told not to.
"""

from __future__ import annotations

import os
import resource
import site
import sys
import sysconfig
from contextlib import suppress
from pathlib import Path

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space: nobody's article needs as much."""
SECONDS = 120
"""Seconds of computing, after which the system ends the process."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEVER = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
    "os.startfile", "pty.", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link",
    "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.putenv", "os.kill", "shutil.",
    "urllib.", "http.", "ftplib.", "smtplib.", "poplib.", "imaplib.", "nntplib.", "telnetlib.",
    "webbrowser.", "sqlite3.", "tempfile.", "os.utime", "os.setxattr",
)  # fmt: skip
"""How the audit events begin that no parser needs."""


class ForbiddenError(PermissionError):
    """A parser tried to do what it must not do."""


def bound() -> None:
    """Bound memory, computing and writing for the rest of this process."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        # A system may not know a limit (macOS ignores RLIMIT_AS), or have set a lower one.
        with suppress(OSError, ValueError):
            hard = resource.getrlimit(what)[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(what, (most, most))


def forbid() -> None:
    """Refuse from now on what opens, starts or changes anything outside of this process.

    Whoever tries gets a `ForbiddenError`.
    """
    readable = _readable_folders()

    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(flags, int) and flags & _WRITING:
                raise ForbiddenError(f"it would write {path!r}")
            if isinstance(path, str | bytes) and not _lies_in(path, readable):
                raise ForbiddenError(f"it would read {path!r}")
        elif event.startswith(_NEVER):
            raise ForbiddenError(f"it would use {event}")

    sys.addaudithook(refuse)


def _lies_in(path: str | bytes, folders: tuple[str, ...]) -> bool:
    """Whether a file lies in one of some folders, wherever ".." and links lead."""
    real = os.path.realpath(os.fsdecode(path))
    return any(real == folder or real.startswith(folder + os.sep) for folder in folders)


def _readable_folders() -> tuple[str, ...]:
    """Where Python, its packages and the time zones lie; data of packages is read late."""
    folders = {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}
    folders |= {*site.getsitepackages(), *(path for path in sys.path if path)}
    folders |= {"/usr/share/zoneinfo", "/etc/localtime", "/etc/timezone"}
    package = Path(__file__).parents[2]
    if package.parent.name not in ("site-packages", "dist-packages"):
        # The folder of a checkout is on the path as well, and holds more than this package.
        folders = (folders - {str(package.parent)}) | {str(package)}
    real = {os.path.realpath(folder) for folder in folders}
    # "/" would allow everything.
    return tuple(sorted(folder for folder in real if folder.strip("/")))
