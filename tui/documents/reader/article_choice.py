"""Which runs of a page are its article."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.run_matching import matched, words_of

SECONDS = 12
"""Seconds an extractor may take; the reading process may be silent for 20."""
_MOST_RUNS = 20_000
"""Runs of a page that an extractor is asked about; it takes time by their square."""


class _TooLongError(BaseException):
    """An extractor takes too long; no library takes it for an error of its own."""


class Choice(NamedTuple):
    """What of a page is its article."""

    numbers: frozenset[int]
    """The numbers of its runs."""
    found: Document | None
    """What the extractor found out; `None` when it found nothing or was not asked."""
    is_whole: bool
    """Whether everything was taken, for want of a better choice."""


def choose(page: HtmlElement, runs: list[Run], address: str) -> Choice:
    """Choose the runs of the article.

    Args:
        page: The page.
        runs: Its runs.
        address: Where it was found; empty for nowhere.
    """
    found = _extracted(page, address) if len(runs) <= _MOST_RUNS else None
    words = [[] if run.is_caption else words_of(run.words) for run in runs]
    numbers = matched(words, words_of(found.text or "")) if found else set[int]()
    if not numbers:
        return Choice(frozenset(range(len(runs))), found, True)
    return Choice(frozenset(numbers), found, False)


def _extracted(page: HtmlElement, address: str) -> Document | None:
    try:
        with _at_most(SECONDS):
            document = bare_extraction(
                page, url=address or None, include_comments=False, with_metadata=True
            )
    except (_TooLongError, RecursionError):
        return None
    return document if isinstance(document, Document) else None


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer; only the main thread of a process can."""

    def stop(_: int, __: FrameType | None) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
