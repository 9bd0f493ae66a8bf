"""A program on a terminal of 120x40, and when a reader could see what on it.

While the program draws, its output is only read and stamped with the time; it is fed to
the terminal emulator in the pauses and afterwards, because emulating takes longer than
drawing and would slow down the program it measures.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pyte

ROOT = Path(__file__).parents[2]
COLUMNS, ROWS = 120, 40
PATIENCE = 60.0
"""Seconds after which a screen that never comes ends the measurement."""
ANSWER = 2.0
"""Seconds within which a key that changes something must have changed anything at all."""
_PAUSE = 0.15
"""Seconds without output after which the emulator may work; a start has no gap as long."""

Lines = Sequence[str]
Look = Sequence[Sequence[pyte.screens.Char]]
"""Lines as cells: the character with its colours and attributes."""
Sight = Callable[[Lines], bool]
"""Whether the lines of a screen show what is waited for."""
Part = Callable[[Look], Look]
"""A part of a screen, taken from its cells."""


class NotMeasuredError(Exception):
    """A program did not get as far as the figure needs."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A version of the project, and what runs it."""

    root: Path
    """The folder that holds `tui`."""
    python: Path
    """The interpreter, with the packages the version needs beside it."""

    @classmethod
    def of(cls, folder: Path) -> Self:
        """The version in a folder: with its own `.venv`, else with the packages of this one.

        Raises:
            NotMeasuredError: There is no version in that folder.
        """
        root = folder.expanduser().absolute()
        if not (root / "tui" / "__main__.py").is_file():
            raise NotMeasuredError(f"{folder} is no checkout of the project: it has no tui/")
        own = root / ".venv" / "bin" / "python"
        return cls(root, own if own.is_file() else Path(sys.executable))

    def compile(self) -> None:
        """Compile its byte-code: a start that compiles takes three to four times as long.

        Raises:
            NotMeasuredError: It cannot be compiled or written.
        """
        command = [str(self.python), "-m", "compileall", "-q", str(self.root / "tui")]
        if subprocess.run(command, check=False).returncode:
            raise NotMeasuredError(f"the byte-code of {self.root} could not be compiled")


HERE = Checkout(ROOT, Path(sys.executable))


def shows(*texts: str) -> Sight:
    """A sight of all of some texts, each within one line."""
    return lambda lines: all(any(text in line for line in lines) for text in texts)


def environment(home: Path, root: Path = ROOT) -> dict[str, str]:
    """The environment of a reader with byte-code, an ordinary terminal and a home of their own.

    Args:
        home: Where library and cache are.
        root: The checkout whose `tui` is imported.
    """
    dropped = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PYTHONDONTWRITEBYTECODE")
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in dropped and not key.startswith(("CLOSEREAD", "TEXTUAL"))
    }
    more = {
        "PYTHONPATH": str(root),
        "CLOSEREAD_HOME": str(home),
        # A home that is emptied between two runs is a first run, and no library that has gone.
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    return {**kept, **more, "LC_ALL": "C.UTF-8"}


def _screen(lines: Lines) -> str:
    return "\n".join(line.rstrip() for line in lines).strip()


class Terminal:
    """A Python program that draws on an emulated terminal; leaving the block ends it."""

    def __init__(self, *arguments: str, home: Path, version: Checkout = HERE) -> None:
        """Start `python ARGUMENTS`; its clock starts now."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._chunks: list[tuple[float, bytes]] = []
        self._is_closed = False
        self._last_drawn = 0.0
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        home.mkdir(parents=True, exist_ok=True)
        self._start = time.perf_counter()
        self._process = subprocess.Popen(
            [str(version.python), *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=home,
            env=environment(home, version.root),
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    @property
    def lines(self) -> Lines:
        """The lines of the screen as it is emulated so far."""
        return self._screen.display

    @property
    def look(self) -> Look:
        """The cells of the screen as it is emulated so far: a cursor is colours, not letters."""
        buffer = self._screen.buffer
        return [[buffer[row][column] for column in range(COLUMNS)] for row in range(ROWS)]

    @property
    def memory(self) -> int:
        """The resident memory of the program itself, in bytes, without its children."""
        said = subprocess.run(
            ["ps", "-o", "rss=", "-p", str(self._process.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        return int(said) * 1024

    @property
    def peak_memory(self) -> int:
        """The most resident memory the program had so far, in bytes, without its children.

        Where the system keeps no peak of a running process (macOS), what it has now.
        """
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return self.memory
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(peak.split()[1]) * 1024

    @property
    def start(self) -> float:
        """When the program started, on the clock of `time.perf_counter`."""
        return self._start

    @property
    def last_drawn(self) -> float:
        """When the program last drew, in seconds from the start."""
        return self._last_drawn - self._start

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._process.send_signal(number)

    def seconds_until(self, *sights: Sight, pause: float = _PAUSE) -> list[float]:
        """When each sight was first on the screen, in seconds from the start.

        Args:
            sights: What is waited for, in the order in which it comes.
            pause: Seconds without output after which the emulator may work.

        Raises:
            NotMeasuredError: One of them never came.
        """
        left = list(sights)
        found: list[float] = []
        while left:
            self._read(pause)
            for at in self._emulate():
                while left and left[0](self.lines):
                    found.append(at - self._start)
                    left.pop(0)
            is_late = time.perf_counter() - self._start > PATIENCE
            if left and (self._is_closed or is_late):
                raise NotMeasuredError(f"the screen never came; it shows:\n{_screen(self.lines)}")
        return found

    def press(self, keys: str, *parts: Part, settle: float) -> list[float]:
        """Type keys; how many seconds each part of the screen took to look as it then stays.

        Args:
            keys: What the terminal sends for them.
            parts: The parts to watch.
            settle: Seconds without output after which the screen has settled; it must be
                settled before, too. Without parts nothing need answer the keys.

        Raises:
            NotMeasuredError: A part did not change.
        """
        before = self.look
        pressed = time.perf_counter()
        os.write(self._master, keys.encode())
        if parts:
            # On a busy machine the program may not even have begun when `settle` is over.
            select.select([self._master], [], [], ANSWER)
        self._read(settle)
        looks = [(at, self.look) for at in self._emulate()]
        seconds: list[float] = []
        for part in parts:
            final = part(looks[-1][1]) if looks else part(before)
            if final == part(before):
                raise NotMeasuredError(f"nothing changed on {keys!r}:\n{_screen(self.lines)}")
            last_other = max(
                (i for i, (_, look) in enumerate(looks) if part(look) != final), default=-1
            )
            seconds.append(looks[last_other + 1][0] - pressed)
        return seconds

    def rest(self, seconds: float) -> None:
        """Wait until nothing has been drawn for some seconds."""
        self._read(seconds)
        for _ in self._emulate():
            pass

    def wait(self) -> None:
        """Read until the program ends by itself.

        Raises:
            NotMeasuredError: It does not end.
        """
        end = time.perf_counter() + PATIENCE
        while not self._is_closed:
            self._read(0.2)
            if time.perf_counter() > end:
                raise NotMeasuredError("the program does not end")
        self._process.wait()

    def _read(self, pause: float) -> None:
        """Take output with its time until there is none for `pause` seconds, or for too long."""
        end = time.perf_counter() + PATIENCE
        while time.perf_counter() < end:
            ready, _, _ = select.select([self._master], [], [], pause)
            if not ready:
                return
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:
                # Linux reports the end of the last process on a terminal as an error.
                data = b""
            if not data:
                self._is_closed = True
                return
            self._last_drawn = time.perf_counter()
            self._chunks.append((self._last_drawn, data))

    def _emulate(self) -> Iterator[float]:
        """Feed the emulator chunk by chunk; yields the time of each, once it is on the screen."""
        chunks, self._chunks = self._chunks, []
        for at, data in chunks:
            self._stream.feed(data)
            yield at
