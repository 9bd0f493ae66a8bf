"""Running the real program in a process of its own, with and without a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
"""Seconds after which a process that says nothing has failed the test."""


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a reader with an empty home and an ordinary terminal."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("CLOSEREAD")}
    return {
        **kept,
        "CLOSEREAD_HOME": str(home),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        **more,
    }


def closeread(
    *arguments: str, home: Path, cwd: Path, stdin: bytes | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run a command without a terminal and wait for its end."""
    return python("-m", "tui", *arguments, home=home, cwd=cwd, stdin=stdin, **more)


def python(
    *arguments: str, home: Path, cwd: Path, stdin: bytes | None = None, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run Python without a terminal and wait for its end."""
    done = subprocess.run(
        [sys.executable, *arguments],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        cwd=cwd,
        env=environment(home, PYTHONPATH=str(ROOT), **more),
        timeout=PATIENCE * 3,
        start_new_session=True,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


_WITH_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


class OnTerminal:
    """A Python process whose stdout (and stdin, unless piped) is a terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        home: Path,
        cwd: Path,
        stdin: bytes | None = None,
        stderr: Path | None = None,
        **more: str,
    ) -> None:
        """Start `python ARGUMENTS` with 120 columns and 40 rows."""
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._seen = b""
        with ExitStack() as stack:
            errors = stack.enter_context(stderr.open("wb")) if stderr else slave
            self._process = subprocess.Popen(
                [sys.executable, "-c", _WITH_TERMINAL, *arguments],
                stdin=slave if stdin is None else subprocess.PIPE,
                stdout=slave,
                stderr=errors,
                cwd=cwd,
                env=environment(home, PYTHONPATH=str(ROOT), **more),
                start_new_session=True,
            )
        os.close(slave)
        if self._process.stdin is not None:
            assert stdin is not None
            self._process.stdin.write(stdin)
            self._process.stdin.close()

    def press(self, keys: str) -> None:
        """Type on the terminal's keyboard."""
        os.write(self._master, keys.encode())

    def read_until(self, text: str) -> str:
        """Everything printed so far, as soon as it holds a text."""
        end = time.monotonic() + PATIENCE
        while text.encode() not in self._seen:
            if time.monotonic() > end or not self._read(0.2):
                raise AssertionError(f"{text!r} never came; there was {self._seen!r}")
        return self._seen.decode(errors="replace")

    def finish(self) -> tuple[int, str]:
        """The exit code and everything printed, once it has ended by itself."""
        end = time.monotonic() + PATIENCE
        while self._read(0.2) and time.monotonic() < end:
            pass
        code = self._process.wait(timeout=PATIENCE)
        os.close(self._master)
        return code, self._seen.decode(errors="replace")

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    def send(self, number: int) -> None:
        """Send the process a signal."""
        self._process.send_signal(number)

    def close_window(self) -> None:
        """Take the terminal away, and wait until the process has ended by itself."""
        os.close(self._master)
        self._process.wait(timeout=PATIENCE)

    def stop(self) -> None:
        """End the process if it still runs."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()

    def _read(self, seconds: float) -> bool:
        """Take what is printed within some time; False when the terminal is closed."""
        # Not `select.select`, which takes no descriptor above 1023: a process that has run many
        # desks has as many open.
        poll = select.poll()
        poll.register(self._master, select.POLLIN)
        ready = poll.poll(seconds * 1000)
        if not ready:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            # Linux reports the end of the last process on a terminal as an error.
            return False
        self._seen += data
        return bool(data)
