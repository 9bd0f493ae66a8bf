"""Runs the analysis in a process of its own and reports what comes of it.

One thread owns the child and the cache; it sleeps on a queue. A second one, for each
child, turns the child's replies into entries of that queue. The desk never waits for
either.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.messages import (
    AnalysisEvent,
    Begun,
    Failed,
    Finished,
    Part,
    Progress,
    Request,
    Skipped,
    WorkerReply,
    decode_analysis,
    encode_analysis,
)
from tui.analysis.model import fingerprint
from tui.analysis.results import Analysis
from tui.documents.article import AUTO, Article

if TYPE_CHECKING:
    from datetime import date

    from spacy.language import Language

    from tui.analysis.child import Child
    from tui.store.analysis_cache import AnalysisCache

__all__ = [
    "AnalysisEvent",
    "AnalysisService",
    "Begun",
    "Failed",
    "Finished",
    "Part",
    "Progress",
    "Skipped",
    "analyse_article",
]

MOST_WORDS = 100_000
"""Words analysed without being asked: half a minute and 300 MB on a small machine."""

MOST_STARTS = 2
"""Children tried for one run; one that dies twice dies of the text."""

_log = logging.getLogger(__name__)


class _Job(NamedTuple):
    """A call of `analyse`."""

    run: int
    article: Article
    near: int
    force: bool
    language: str


class _ChildReply(NamedTuple):
    """A reply of a child; `None` when it has ended."""

    child: Child
    reply: WorkerReply | None


class AnalysisService:
    """Analyses one article at a time, the last one asked for.

    Events come from a thread of the service, in the order of their making; those of a
    run that is no longer the last one are dropped.
    """

    def __init__(
        self,
        cache: AnalysisCache | None,
        on_event: Callable[[AnalysisEvent], None],
        log: Path | None,
    ) -> None:
        """Nothing is started before the first article.

        Args:
            cache: Where results are kept, closed with the service; `None` keeps nothing.
            on_event: Called with every event, from a thread of the service.
            log: The file that takes what the child prints; `None` throws it away.
        """
        self._cache = cache
        self._on_event = on_event
        self._log_path = log
        self._runs = count(1)
        self._latest = 0
        self._queue: SimpleQueue[_Job | _ChildReply | None] = SimpleQueue()
        self._lock = Lock()
        """Guards `_child`, `_is_closed` and the start of the thread."""
        self._thread: Thread | None = None
        self._child: Child | None = None
        self._is_closed = False
        self._pending: _Job | None = None
        self._starts = 0

    @property
    def latest_run(self) -> int:
        """The number of the run asked for last; 0 before the first."""
        return self._latest

    def analyse(
        self,
        article: Article,
        *,
        near: int = 0,
        force: bool = False,
        language: str = AUTO,
        on_event: Callable[[AnalysisEvent], None] | None = None,
    ) -> int:
        """Ask for the analysis of an article; returns at once with the number of the run.

        Args:
            article: The article; a run for another one is given up.
            near: The code point the reader looks at; of a long text it comes first.
            force: Also when it has more than `MOST_WORDS` words.
            language: Which language the reader says it is in.
            on_event: Called with every event from now on, in the place of the one before;
                `None` changes nothing.
        """
        with self._lock:
            self._on_event = on_event or self._on_event
            run = self._latest = next(self._runs)
            if self._thread is None and not self._is_closed:
                self._thread = Thread(target=self._serve, name="analysis", daemon=True)
                self._thread.start()
        self._queue.put(_Job(run, article, near, force, language))
        return run

    def known(self, article: Article, language: str = AUTO) -> Analysis | None:
        """What was found in an article before, by these rules; nothing is analysed for it."""
        if self._cache is None:
            return None
        data = self._cache.get(article.text_hash, rules_for(language, article.published))
        return None if data is None else decode_analysis(data)

    def close(self) -> None:
        """Kill the child, close the cache, report nothing any more; safe to call twice."""
        with self._lock:
            self._is_closed = True
            child, self._child = self._child, None
        self._queue.put(None)
        if child is not None:
            child.kill()
            child.release()
        if self._cache is not None:
            self._cache.close()

    def _serve(self) -> None:
        """Work through the queue until the service is closed."""
        while (entry := self._queue.get()) is not None:
            try:
                if isinstance(entry, _Job):
                    self._handle_job(entry)
                else:
                    self._handle_reply(entry)
            except Exception:
                _log.exception("analysis service")
                if self._pending is not None:
                    self._fail(self._pending.run, "an internal error, see the log")

    def _handle_job(self, job: _Job) -> None:
        if job.run != self._latest:
            return
        self._pending = None
        known = self.known(job.article, job.language)
        if known is not None:
            self._emit(Finished(job.run, known, cached=True))
            return
        words = job.article.word_count
        if words > MOST_WORDS and not job.force:
            reason = f"{words:,} words; more than {MOST_WORDS:,} are analysed only on request"
            self._emit(Skipped(job.run, reason))
            return
        self._pending, self._starts = job, 0
        self._emit(Begun(job.run))
        self._send(job)

    def _handle_reply(self, entry: _ChildReply) -> None:
        reply, job = entry.reply, self._pending
        if reply is None:
            self._replace(entry.child)
        elif job is None or reply.run != job.run:
            return
        elif reply.analysis is not None:
            analysis = decode_analysis(reply.analysis)
            if analysis is None:
                self._fail(job.run, "its result could not be read")
                return
            if reply.is_part:
                self._emit(Part(job.run, analysis, reply.done, reply.total))
                return
            self._pending = None
            self._emit(Finished(job.run, analysis, cached=False))
            if self._cache is not None:
                key = rules_for(job.language, job.article.published)
                self._cache.put(job.article.text_hash, key, reply.analysis)
        elif reply.reason is not None:
            self._fail(job.run, reply.reason)
        else:
            self._emit(Progress(job.run, reply.done, reply.total))

    def _replace(self, child: Child) -> None:
        """Start another child for the run of one that has ended, once."""
        with self._lock:
            if child is not self._child:
                return
            self._child = None
        cause = child.release()
        job = self._pending
        if job is None:
            return
        if self._starts < MOST_STARTS:
            self._send(job)
        else:
            self._fail(job.run, f"its process ended twice, the last time by {cause}")

    def _send(self, job: _Job) -> None:
        """Hand the job to the child, starting one if there is none."""
        with self._lock:
            if self._is_closed:
                return
            try:
                child = self._child = self._child or self._start()
            except OSError as error:
                _log.error("cannot start %s: %s", sys.executable, error)
                child = None
        if child is None:
            self._fail(job.run, "its process cannot be started")
        else:
            child.send(Request(job.run, job.article, job.near, job.language))

    def _start(self) -> Child:
        """Start a child that reports to the queue.

        Raises:
            OSError: It cannot be started.
        """
        # Known results are shown without it.
        from tui.analysis.child import Child

        self._starts += 1
        return Child(
            lambda child, reply: self._queue.put(_ChildReply(child, reply)), self._log_path
        )

    def _fail(self, run: int, reason: str) -> None:
        self._pending = None
        self._emit(Failed(run, reason))

    def _emit(self, event: AnalysisEvent) -> None:
        if event.run != self._latest or self._is_closed:
            return
        try:
            self._on_event(event)
        except Exception:
            # A desk that is closing takes no events; that must not end this thread.
            _log.exception("an event was not taken: run %d", event.run)


def rules_for(language: str, published: date | None = None) -> str:
    """The key of a result in the cache.

    Of one text there may be one for each language asked, and for each day the article is of:
    relative dates hang on that, and the day may stand in a header or come from the reader.
    """
    further = ("" if language == AUTO else language, published.isoformat() if published else "")
    return " ".join(filter(None, (fingerprint(), *further)))


def analyse_article(
    article: Article,
    cache: AnalysisCache | None,
    language: str = AUTO,
    on_progress: Callable[[int, int], None] | None = None,
) -> Analysis:
    """Analyse in this process, for commands without a desk; the model is loaded once.

    Args:
        article: The article, of any length.
        cache: Where the result is looked up and kept; `None` does neither.
        language: Which language the reader says it is in.
        on_progress: Told how much of how much is parsed.

    Raises:
        AnalysisError: The language model cannot be loaded.
    """
    key = rules_for(language, article.published)
    data = cache.get(article.text_hash, key) if cache is not None else None
    known = decode_analysis(data) if data is not None else None
    if known is not None:
        return known
    # The desk has this module and never the rules; nor does a known result need them.
    from tui.analysis.pipeline import analyse

    analysis = analyse(article, _pipeline(), on_progress, language=language)
    if cache is not None:
        cache.put(article.text_hash, key, encode_analysis(analysis))
    return analysis


@cache
def _pipeline() -> Language:
    from tui.analysis.pipeline import load_pipeline

    return load_pipeline()
