"""The reader's own editor on a text of theirs, which nobody else can read meanwhile."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Edited:
    """What came out of an editor."""

    text: str
    """The text as the editor left it, else as it was."""
    problem: str = ""
    """What went wrong, as a clause; empty when the editor ended as it should."""


def editor_command() -> list[str]:
    """The reader's editor with its arguments; empty when none is set."""
    for name in ("VISUAL", "EDITOR"):
        typed = os.environ.get(name, "").strip()
        if typed:
            try:
                return shlex.split(typed)
            except ValueError:
                # An odd quotation mark; the name as it stands says best what is wrong.
                return [typed]
    return []


def edit_text(command: list[str], text: str) -> Edited:
    """Hand the terminal to an editor and wait until it ends; never raises.

    The text lies in a folder of its own that only its owner can enter, and which is removed.
    What the editor saved before it failed is kept.

    Args:
        command: The editor with its arguments.
        text: The text to edit.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="closeread-") as folder:
            path = Path(folder, "note.md")
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as out:
                # As editors expect a file: its last line ends, too.
                out.write((text and f"{text}\n").encode("utf-8", "backslashreplace"))
            with _keys_for_the_editor():
                code = subprocess.run([*command, str(path)], check=False).returncode
            try:
                text = path.read_bytes().decode("utf-8", "replace").rstrip("\n")
            except FileNotFoundError:
                return Edited(text, "the editor removed its file; the note is as it was")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Edited(text, f"{command[0]} cannot be started ({reason})")
    if code:
        how = f"exit code {code}" if code > 0 else f"signal {-code}"
        return Edited(text, f"{command[0]} ended with an error ({how}); this is what it saved")
    return Edited(text)


@contextmanager
def _keys_for_the_editor() -> Iterator[None]:
    """While the editor runs, the keys that send signals are its own.

    The terminal sends them to every program in the foreground. A function takes them, because
    signals that are ignored would stay ignored in the editor.
    """
    signals = (signal.SIGINT, signal.SIGQUIT)
    before = [signal.signal(number, lambda *_: None) for number in signals]
    try:
        yield
    finally:
        for number, handler in zip(signals, before, strict=True):
            signal.signal(number, handler)
