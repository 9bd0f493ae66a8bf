"""The reading process as the program sees it: asked once, waited for with patience, ended."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from typing import IO

from tui.documents.reader.reading_messages import (
    Foreign,
    Preview,
    ReaderReply,
    Reading,
    decode_reply,
    encode,
)
from tui.errors import CancelledError as CancelledError
from tui.errors import SourceError
from tui.outside.frames import take_frame
from tui.outside.own_process import own_environment

WITHOUT_PROGRESS = 20.0
"""Seconds after which a process that tells nothing is ended."""
IN_ALL = 120.0
"""Seconds after which it is ended whatever it tells."""
_LONGEST_REPLY = 512 * 1024 * 1024
"""Bytes of a reading: a hundred million words."""
_CHUNK = 1 << 20


class ReadingChild:
    """A process that reads one source."""

    def __init__(self) -> None:
        """Prepare; nothing is started before `read`."""
        self._process: subprocess.Popen[bytes] | None = None
        self._is_cancelled = False

    def cancel(self) -> None:
        """End the process; `read` raises in its thread. May be called from any thread."""
        self._is_cancelled = True
        if self._process is not None:
            self._process.kill()

    def read(
        self,
        foreign: Foreign,
        told: Callable[[str], None],
        shown: Callable[[Preview], None] = lambda _: None,
    ) -> Reading:
        """Have some bytes read. Waits for the process.

        Args:
            foreign: What to read.
            told: Called with what is being done, whenever that changes.
            shown: Called with the first pages, if there are any before the whole.

        Raises:
            SourceError: They cannot be read, or it takes too long.
            CancelledError: `cancel` was called.
        """
        for reply in self._replies(foreign):
            if reply.refusal is not None:
                raise SourceError(*reply.refusal)
            if reply.reading is not None:
                return reply.reading
            told(reply.progress)
            if reply.preview is not None:
                shown(reply.preview)
        if self._is_cancelled:
            raise CancelledError(f"{foreign.label} was not read, because reading was stopped")
        raise SourceError(
            f"{foreign.label} cannot be read: reading it broke down or needs too much memory",
            "it may be damaged",
        )

    def _replies(self, foreign: Foreign) -> Iterator[ReaderReply]:
        """What the process sends until it ends; ends it in any case."""
        if self._is_cancelled:
            return
        # `-P` keeps the current folder, which the reader does not choose, from being searched.
        command = [sys.executable, "-P", "-m", "tui.documents.reader.reading_process"]
        self._process = process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=own_environment(),
        )
        if self._is_cancelled:
            process.kill()
        assert process.stdin is not None
        assert process.stdout is not None
        with process.stdout as replies:
            try:
                # In a thread: a process that does not listen must not hold up its deadline.
                feed = (process.stdin, encode(foreign))
                Thread(target=_feed, args=feed, name="reading-pipe", daemon=True).start()
                yield from _within_time(replies.fileno(), foreign.label)
            finally:
                process.kill()
                process.wait()
                with suppress(OSError):
                    process.stdin.close()


def _feed(stream: IO[bytes], message: bytes) -> None:
    # The pipe stays open: its end tells the process that nobody waits any more.
    with suppress(OSError, ValueError):
        stream.write(message)
        stream.flush()


def _within_time(replies: int, label: str) -> Iterator[ReaderReply]:
    """The replies that come through a descriptor, as long as they come in time.

    Raises:
        SourceError: One did not, or is too long.
    """
    end = time.monotonic() + IN_ALL
    received = bytearray()
    # Unlike `select`, it takes any descriptor, however many are open.
    poll = select.poll()
    poll.register(replies, select.POLLIN)
    while True:
        while (body := take_frame(received)) is not None:
            reply = decode_reply(body)
            if reply is None:
                return
            yield reply
        patience = min(WITHOUT_PROGRESS, end - time.monotonic())
        if patience <= 0 or not poll.poll(patience * 1000):
            raise SourceError(f"reading {label} takes too long", "it may be damaged")
        chunk = os.read(replies, _CHUNK)
        if not chunk:
            return
        received += chunk
        if len(received) > _LONGEST_REPLY:
            raise SourceError(f"there is too much text in {label}", "split it into parts")
