"""The reader's own editor on a text of theirs, which nobody else can read meanwhile."""

from __future__ import annotations

import logging
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_LOOK_AGAIN = 0.8
"""Seconds between two looks at what the editor has saved."""
_FILE = "note.md"
_KEYS = (signal.SIGINT, signal.SIGQUIT)
"""The signals that keys send."""
_ENDING = (signal.SIGHUP, signal.SIGTERM)
"""The signals that end this program."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Edited:
    """What came out of an editor."""

    text: str
    """The text as the editor left it, else as it was."""
    problem: str = ""
    """What went wrong, as a clause; empty when the editor ended as it should."""


_USUAL = ("sensible-editor", "nano", "vi")
"""What is there where the reader has set none: Debian's choice, the plainest one, and POSIX's."""


def editor_command() -> list[str]:
    """The reader's editor with its arguments; empty when none is set and none is there."""
    for name in ("VISUAL", "EDITOR"):
        typed = os.environ.get(name, "").strip()
        if typed:
            try:
                return shlex.split(typed)
            except ValueError:
                # An odd quotation mark; the name as it stands says best what is wrong.
                return [typed]
    return next(([usual] for usual in _USUAL if shutil.which(usual)), [])


def edit_text(command: list[str], text: str, keep: Callable[[str], None]) -> Edited:
    """Hand the terminal to an editor and wait until it ends; never raises.

    The text lies in a folder of its own that only its owner can enter, and which is removed,
    unless an editor that failed has left what it could not save there.

    Args:
        command: The editor with its arguments.
        text: The text to edit.
        keep: Called with what the editor has saved, each time within a second: neither
            program may live to its end.
    """
    folder: Path | None = None
    try:
        folder = Path(tempfile.mkdtemp(prefix="closeread-"))
        path = folder / _FILE
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
            # As editors expect a file: its last line ends, too.
            out.write((text and f"{text}\n").encode("utf-8", "backslashreplace"))
        editor: list[subprocess.Popen[bytes]] = []
        with _signals_of_the_editor(editor):
            editor.append(subprocess.Popen([*command, str(path)]))
            code = _wait_for(editor[0], path, text, keep)
        saved = _read(path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        _remove(folder)
        return Edited(text, f"{command[0]} cannot be started ({reason})")
    left = _left_over(folder) if code else ""
    if not left:
        _remove(folder)
    if saved is None:
        return Edited(text, "the editor removed its file; the note is as it was")
    if code:
        how = f"exit code {code}" if code > 0 else f"signal {-code}"
        problem = f"{command[0]} ended with an error ({how}); this is what it saved{left}"
        return Edited(saved, problem)
    return Edited(saved)


def _wait_for(
    editor: subprocess.Popen[bytes], path: Path, text: str, keep: Callable[[str], None]
) -> int:
    """Wait for the editor's end, and look now and then at what it has saved; its exit code."""
    while True:
        try:
            return editor.wait(_LOOK_AGAIN)
        except subprocess.TimeoutExpired:
            saved = _read(path)
            if saved is not None and saved != text:
                text = saved
                keep(text)


def _read(path: Path) -> str | None:
    """What the editor has saved; `None` where its file is gone, as while it replaces it."""
    try:
        return path.read_bytes().decode("utf-8", "replace").rstrip("\n")
    except FileNotFoundError:
        return None


def _left_over(folder: Path) -> str:
    """A clause on the files that the editor keeps unsaved words in; empty when there are none."""
    if not any(each.name != _FILE for each in folder.iterdir()):
        return ""
    _log.warning("an editor that failed has left files in %s", folder)
    return f", and what it did not save may be in {folder}"


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _signals_of_the_editor(editor: list[subprocess.Popen[bytes]]) -> Iterator[None]:
    """While the editor runs, the keys that send signals are its own.

    The terminal sends them to every program in the foreground. A function takes them, because
    signals that are ignored would stay ignored in the editor. What is to end this program ends
    it behind the editor; that the window was closed is passed on, for an editor that has not
    heard of it would be waited for without end.

    Args:
        editor: The editor, once it is started.
    """
    came: list[int] = []

    def take(number: int, _: object) -> None:
        came.append(number)
        if number == signal.SIGHUP and editor:
            editor[0].send_signal(number)

    numbers = [n for n in (*_KEYS, *_ENDING) if signal.getsignal(n) is not signal.SIG_IGN]
    before = [signal.signal(number, take) for number in numbers]
    # An event loop that waits for signals hears of them here, whoever takes them.
    heard_by = signal.set_wakeup_fd(-1)
    try:
        yield
    finally:
        signal.set_wakeup_fd(heard_by)
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
        for number in _ENDING:
            if number in came:
                signal.raise_signal(number)
