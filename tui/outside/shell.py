"""Shell commands of the reader's own, given a text to read.

They run without a terminal, so that none can draw over the desk or take its keys. All of it
waits and belongs into a thread.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
from dataclasses import dataclass
from threading import Event
from time import monotonic

MOST_OUTPUT = 4 * 1024 * 1024
"""Bytes of output that are kept; what comes after is read and dropped."""
_TICK = 0.05
"""Seconds between two looks at the clock and at the wish to stop."""
_GRACE = 0.5
"""Seconds a command has to end after it was asked to."""
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class ShellResult:
    """A command that has ended."""

    command: str
    """What was typed."""
    code: int
    """Its exit code; 128 and the number of the signal where one ended it, as shells say it."""
    output: str
    """What it printed, errors included; as it came, so it must be made safe to be shown."""
    stopped: str
    """Why it was stopped, as a clause; empty when it ended by itself."""
    is_cut: bool
    """Whether it printed more than is kept."""


def run_shell(command: str, text: str, seconds: float, stop: Event) -> ShellResult:
    """Run a command that reads a text, and wait for it.

    A program that it leaves running behind (as clipboard programs do) is not waited for.

    Args:
        command: What `/bin/sh` is to run.
        text: What the command reads.
        seconds: How long it may take.
        stop: Set by another thread to stop it.

    Raises:
        OSError: There is no shell to run it.
    """
    process = subprocess.Popen(
        ["/bin/sh", "-c", command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    data = memoryview(text.encode("utf-8", "backslashreplace"))
    with process:
        output, stopped, size = _converse(process, data, seconds, stop)
        if stopped:
            _end(process)
        code = process.wait()
    shown = bytes(output).decode("utf-8", "replace")
    return ShellResult(
        command, code if code >= 0 else 128 - code, shown, stopped, size > len(output)
    )


def _converse(
    process: subprocess.Popen[bytes], data: memoryview, seconds: float, stop: Event
) -> tuple[bytearray, str, int]:
    """Write the text and read the output until both have ended or the command must stop.

    Returns:
        The output that is kept, why it was stopped (empty when it was not), and how many
        bytes it printed.
    """
    assert process.stdin
    assert process.stdout
    output, size, end = bytearray(), 0, monotonic() + seconds
    for stream in (process.stdin, process.stdout):
        os.set_blocking(stream.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        selector.register(process.stdin, selectors.EVENT_WRITE)
        while True:
            if stop.is_set():
                return output, "was stopped", size
            if monotonic() > end:
                return output, f"took longer than {seconds:g} seconds and was stopped", size
            has_ended = process.poll() is not None
            ready = selector.select(_TICK)
            for key, _ in ready:
                if key.fileobj is process.stdout:
                    chunk = os.read(process.stdout.fileno(), _CHUNK)
                    if not chunk:
                        selector.unregister(process.stdout)
                    size += len(chunk)
                    output += chunk[: MOST_OUTPUT - len(output)]
                elif not (data := _written(process.stdin.fileno(), data)):
                    selector.unregister(process.stdin)
                    with contextlib.suppress(BrokenPipeError):
                        process.stdin.close()
            is_silent = not any(key.fileobj is process.stdout for key, _ in ready)
            if has_ended and (is_silent or process.stdout.fileno() not in selector.get_map()):
                return output, "", size


def _written(handle: int, data: memoryview) -> memoryview:
    """What is left to write; nothing when the command does not want it."""
    try:
        return data[os.write(handle, data[:_CHUNK]) :] if data else data
    except BrokenPipeError:
        return data[:0]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask the command and what it started to end, then make them."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE)
            return
