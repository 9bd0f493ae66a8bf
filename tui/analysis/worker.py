"""The analysing process: reads requests on stdin, replies on stdout, ends at EOF.

It belongs to the desk that started it. Whatever a library prints goes to the log, never
to the terminal and never between the frames.
"""

from __future__ import annotations

import logging
import os
import sys
from threading import Condition, Thread
from types import ModuleType
from typing import TYPE_CHECKING, BinaryIO

from tui.analysis.messages import (
    Request,
    WorkerReply,
    decode_request,
    encode,
    encode_analysis,
)
from tui.analysis.pipeline import analyse, load_pipeline
from tui.analysis.results import Analysis
from tui.errors import AnalysisError
from tui.outside.frames import read_frame

if TYPE_CHECKING:
    from spacy.language import Language

_log = logging.getLogger(__name__)


class _SupersededError(Exception):
    """The desk has asked for another article meanwhile."""


class Inbox:
    """The newest request, filled by a thread that reads stdin."""

    def __init__(self, stream: BinaryIO) -> None:
        """Start reading; the process ends when the stream does."""
        self._stream = stream
        self._changed = Condition()
        self._request: Request | None = None
        Thread(target=self._read, name="requests", daemon=True).start()

    @property
    def is_empty(self) -> bool:
        """Whether no request waits."""
        return self._request is None

    def take(self) -> Request:
        """The newest request, when there is one; older ones are dropped."""
        with self._changed:
            while self._request is None:
                self._changed.wait()
            request, self._request = self._request, None
        return request

    def _read(self) -> None:
        while (body := read_frame(self._stream)) is not None:
            request = decode_request(body)
            with self._changed:
                self._request = request
                self._changed.notify()
        # The desk is gone, perhaps killed. Nothing here is worth finishing or closing.
        os._exit(0)


def main() -> None:
    """Reply to requests until stdin ends."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(2, 1)
    inbox = Inbox(requests)
    nlp: Language | None = None
    while True:
        try:
            nlp = nlp or _load()
        except AnalysisError as error:
            _log.error("%s", error)
            _send(replies, WorkerReply(inbox.take().run, reason=str(error)))
            continue
        _reply(inbox, replies, nlp)


def _reply(inbox: Inbox, replies: BinaryIO, nlp: Language) -> None:
    """Take one request and reply to it, unless a newer one comes before the end."""
    request = inbox.take()

    def report(done: int, total: int) -> None:
        if not inbox.is_empty:
            raise _SupersededError
        _send(replies, WorkerReply(request.run, done, total))

    def report_part(part: Analysis, done: int, total: int) -> None:
        found = encode_analysis(part)
        _send(replies, WorkerReply(request.run, done, total, analysis=found, is_part=True))

    try:
        analysis = analyse(
            request.article,
            nlp,
            report,
            near=request.near,
            on_part=report_part,
            language=request.language,
        )
        _send(replies, WorkerReply(request.run, analysis=encode_analysis(analysis)))
    except _SupersededError:
        return
    except Exception as error:
        _log.exception("run %d of %s", request.run, request.article.source)
        _send(replies, WorkerReply(request.run, reason=f"{type(error).__name__}, see the log"))


def _send(replies: BinaryIO, reply: WorkerReply) -> None:
    replies.write(encode(reply))
    replies.flush()


def _load() -> Language:
    _leave_out_command_line()
    return load_pipeline()


def _leave_out_command_line() -> None:
    """Keep spaCy from importing its command line, a third of its whole import.

    `spacy/__init__.py` imports it for the function `spacy.info`, which nothing here
    calls; with it come an HTTP client, a template engine and a project tool. An empty
    module stands in for it in this process only.
    """
    for name in ("spacy.cli", "spacy.cli.info"):
        module = ModuleType(name)
        module.__path__ = []
        module.__dict__["info"] = None
        sys.modules.setdefault(name, module)


if __name__ == "__main__":
    main()
