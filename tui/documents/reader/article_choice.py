"""Which runs of a page are its article."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document

from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import name_of
from tui.documents.reader.page_regions import content_runs
from tui.documents.reader.run_gaps import filled
from tui.documents.reader.run_matching import matched, words_of
from tui.documents.reader.run_trims import trimmed
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

SECONDS = 15
"""Seconds of computing that an extractor may take; nearly every page takes less than one."""
_LOOKS = 2.0
"""Seconds between looks at how far it is; the reading process may be silent for 20."""
_MOST_RUNS = 20_000
"""Runs of a page that an extractor is asked about; it takes time by their square."""
_MOST_ELEMENTS = 100_000
"""Elements of one; the largest of a thousand pages had half as many."""
_MOST_LETTERS = 4_000_000
"""Code points of one: more words than in the longest novels, and all that memory is there for."""
_SHARE = 0.5
"""Share of an extract that has to be in the runs of a page for them to be what it means; and of
all that stands in no margin that it has to have for it to be what the page is about."""


class _TooLongError(BaseException):
    """An extractor takes too long; no library takes it for an error of its own."""


def extracted(page: HtmlElement, runs: Sequence[Run], address: str, told: Told) -> Document | None:
    """What an extractor finds in a page; `None` when that is nothing, or takes too long.

    Args:
        page: The page.
        runs: Its runs.
        address: Where it was found; empty for nowhere.
        told: Takes what is being done.
    """
    told("looking for the article")
    letters = sum(len(run.words) for run in runs)
    elements = sum(1 for _ in page.iter())
    if len(runs) > _MOST_RUNS or elements > _MOST_ELEMENTS or letters > _MOST_LETTERS:
        return None
    try:
        with _watched(told):
            document = bare_extraction(
                page, url=address or None, include_comments=False, with_metadata=True
            )
    except (_TooLongError, RecursionError):
        return None
    return document if isinstance(document, Document) else None


class Choice(NamedTuple):
    """What of a page is its article."""

    numbers: frozenset[int]
    """The numbers of its runs; none when it is in no run at all."""
    is_sure: bool = True
    """Whether the extractor had a part in it."""


def chosen(runs: Sequence[Run], extract: str, is_article: bool) -> Choice:
    """The runs of the article.

    An extractor looks for prose that goes on. In threads, lists and shops it finds the one answer
    or the small print; there everything is taken that stands in no margin of the page. On a page
    that calls itself an article the rest is other articles.

    Args:
        runs: Those of the page.
        extract: The article as an extractor has it; empty when it found none.
        is_article: Whether the page calls itself an article.
    """
    words = [[] if run.is_caption else words_of(run.words) for run in runs]
    found = matched(words, words_of(extract))
    if extract and found.share < _SHARE:
        return Choice(frozenset())
    numbers = trimmed(runs, filled(runs, frozenset(found.numbers)), is_article)
    content = frozenset[int]() if is_article and numbers else content_runs(runs)
    if _length(words, numbers) < _SHARE * _length(words, content):
        numbers = filled(runs, numbers | content)
    return Choice(numbers or frozenset(range(len(runs))), bool(extract))


def with_headline(
    runs: Sequence[Run], numbers: frozenset[int], title: str | None
) -> frozenset[int]:
    """The numbers of the runs of an article with that of its headline, which stands above it.

    Extractors leave it out, because they give the title apart; in a text it has its place.
    """
    first = min(numbers, default=0)
    for number in range(first - 1, -1, -1):
        run = runs[number]
        if name_of(run.element) == "h1" and sanitise_line(run.words) == title:
            return numbers | {number}
    return numbers


def _length(words: Sequence[Sequence[str]], numbers: frozenset[int]) -> int:
    return sum(len(words[number]) for number in numbers)


@contextmanager
def _watched(told: Told) -> Iterator[None]:
    """Say now and then that something goes on, and interrupt it when it takes too long.

    Only the main thread of a process can be interrupted.
    """
    start = time.process_time()

    def look(_: int, __: FrameType | None) -> None:
        told("looking for the article")
        if time.process_time() - start > SECONDS:
            raise _TooLongError

    before = signal.signal(signal.SIGALRM, look)
    # Again and again: what is raised while Python cleans up behind a library goes nowhere.
    signal.setitimer(signal.ITIMER_REAL, _LOOKS, _LOOKS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
