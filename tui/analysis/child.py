"""The analysing process as the desk sees it: started, written to, listened to, ended."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from tui.analysis.messages import Request, WorkerReply, decode_reply, encode
from tui.outside.frames import read_frame
from tui.outside.own_process import own_environment
from tui.settings.paths import make_private_folder

_log = logging.getLogger(__name__)

_PATIENCE = 0.3
"""Seconds waited for a killed process: the desk must not hang on its way out."""


class Child:
    """A running analysing process."""

    def __init__(
        self, on_reply: Callable[[Child, WorkerReply | None], None], log: Path | None
    ) -> None:
        """Start the process and a thread that listens to it.

        Args:
            on_reply: Called from that thread with every reply; with `None` at the end.
            log: The file that takes what the process prints; `None` throws it away.

        Raises:
            OSError: It cannot be started.
        """
        self._on_reply = on_reply
        with open(_writable(log), "ab") as stderr:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "tui.analysis.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                start_new_session=True,
                env=own_environment(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1"),
            )
        Thread(target=self._listen, name="analysis-pipe", daemon=True).start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def send(self, request: Request) -> None:
        """Hand over a request; a dead child takes none, and its end is reported anyway."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(encode(request))
            self._process.stdin.flush()
        except (OSError, ValueError):
            # Python calls a pipe that was closed meanwhile a wrong value, not a broken pipe.
            _log.info("the analysing process %d takes no request", self.pid)

    def kill(self) -> None:
        """End the process at once, without waiting for it."""
        self._process.kill()

    def release(self) -> str:
        """Release an ended or killed process; returns what ended it."""
        try:
            cause = _cause(self._process.wait(_PATIENCE))
        except subprocess.TimeoutExpired:
            cause = "nothing yet"
        # What it did not take is still buffered and cannot be written any more.
        with suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()
        _log.info("the analysing process %d was ended by %s", self.pid, cause)
        return cause

    def _listen(self) -> None:
        """Pass on the replies of the process, and its end."""
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            while (body := read_frame(stream)) is not None:
                reply = decode_reply(body)
                if reply is None:
                    _log.error("the analysing process %d sent what is no reply", self.pid)
                    break
                self._on_reply(self, reply)
        self._process.kill()
        self._on_reply(self, None)


def _writable(log: Path | None) -> str:
    """The log's path if it can be written, else the null device."""
    if log is not None:
        try:
            make_private_folder(log.parent)
            with open(log, "ab", opener=_private):
                return str(log)
        except OSError as error:
            _log.warning("the log %s cannot be written: %s", log, error)
    return os.devnull


def _private(path: str, flags: int) -> int:
    """Open for the owner only."""
    return os.open(path, flags, 0o600)


def _cause(status: int) -> str:
    """What ended a process, from its exit status."""
    if status >= 0:
        return f"exit code {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
