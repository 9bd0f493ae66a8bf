from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import make_article
from tui.analysis import service as service_module
from tui.analysis.child import Child
from tui.analysis.messages import Request, WorkerReply, decode_analysis, encode, encode_analysis
from tui.analysis.model import fingerprint
from tui.analysis.pipeline import FIRST_PART, analyse
from tui.analysis.results import Analysis
from tui.analysis.service import (
    AnalysisEvent,
    AnalysisService,
    Begun,
    Failed,
    Finished,
    Part,
    Progress,
    Skipped,
    analyse_article,
)
from tui.documents.article import AUTO, ENGLISH

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "Mr Paul Renard opened the talks in Vienna. He said they would be long.\n\n"
    '"It is unclear what the ministers will do next," Mr Renard said.'
)
WAIT = 30
"""Seconds until a lost event fails the test."""


class MemoryCache:
    """A cache that keeps its bytes in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}
        self.is_closed = False

    def close(self) -> None:
        self.is_closed = True

    def get(self, text_hash: str, fingerprint: str) -> bytes | None:
        return self.kept.get((text_hash, fingerprint))

    def put(self, text_hash: str, fingerprint: str, data: bytes) -> None:
        self.kept[text_hash, fingerprint] = data


class Desk:
    """A service with a queue of its events, as a desk would have."""

    def __init__(self, cache: MemoryCache | None = None, log: Path | None = None) -> None:
        self.events: Queue[AnalysisEvent] = Queue()
        self.begun: list[int] = []
        self.service = AnalysisService(cache, self._take, log)  # type: ignore[arg-type]

    def _take(self, event: AnalysisEvent) -> None:
        if isinstance(event, Begun):
            self.begun.append(event.run)
        else:
            self.events.put(event)

    def outcome(self) -> AnalysisEvent:
        """The next event that ends a run."""
        while isinstance(event := self.events.get(timeout=WAIT), Progress):
            pass
        return event


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose child is killed after the test."""
    desk = Desk(MemoryCache(), tmp_path / "log" / "closeread.log")
    yield desk
    desk.service.close()


@pytest.fixture
def starts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[Child]:
    """The children the desk starts."""
    return _record_starts(desk, monkeypatch, lambda child: None)


def _record_starts(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    on_start: Callable[[Child], None],
) -> list[Child]:
    children: list[Child] = []
    start = desk.service._start

    def start_and_record() -> Child:
        child = start()
        children.append(child)
        on_start(child)
        return child

    monkeypatch.setattr(desk.service, "_start", start_and_record)
    return children


def test_child_finds_what_this_process_finds(desk: Desk, nlp: Language) -> None:
    article = make_article(TEXT)
    run = desk.service.analyse(article)
    progress = desk.events.get(timeout=WAIT)
    assert desk.begun == [run]
    assert progress == Progress(run, 2, 2)
    assert desk.outcome() == Finished(run, analyse(article, nlp), cached=False)


def test_parts_of_a_long_text_come_before_the_result_and_only_that_is_cached(
    desk: Desk, nlp: Language
) -> None:
    gates = [f"Mr Paul Renard said that gate {n} was shut." for n in range(FIRST_PART * 3)]
    article = make_article("\n\n".join(gates))
    run = desk.service.analyse(article, near=article.text.index("gate 3 "))
    parts: list[Part] = []
    while not isinstance(event := desk.events.get(timeout=WAIT), Finished):
        if isinstance(event, Part):
            assert desk.service._cache is not None
            assert desk.service._cache.get(article.text_hash, fingerprint()) is None
            parts.append(event)
    assert [len(part.analysis.quotes) for part in parts] == [FIRST_PART, 2 * FIRST_PART]
    assert all(part.run == run and part.done < part.total for part in parts)
    assert len(event.analysis.quotes) == 3 * FIRST_PART


def test_second_reading_comes_from_the_cache_without_a_child(
    desk: Desk, starts: list[Child]
) -> None:
    known = Analysis("en")
    cache = desk.service._cache
    assert cache is not None
    cache.put(make_article(TEXT).text_hash, fingerprint(), encode_analysis(known))
    run = desk.service.analyse(make_article(TEXT))
    assert desk.outcome() == Finished(run, known, cached=True)
    assert not starts
    assert not desk.begun


def test_damaged_cache_entry_is_computed_again(desk: Desk) -> None:
    cache = desk.service._cache
    assert cache is not None
    cache.put(make_article(TEXT).text_hash, fingerprint(), b"\xc1 nonsense")
    desk.service.analyse(make_article(TEXT))
    event = desk.outcome()
    assert isinstance(event, Finished)
    assert not event.cached


def test_text_that_is_not_english_is_left_alone(desk: Desk) -> None:
    text = "Die Gespräche dauerten länger als erwartet, sagte der Minister gestern in Wien. " * 4
    run = desk.service.analyse(make_article(text))
    assert desk.outcome() == Finished(run, Analysis("other"), cached=False)


def test_text_read_as_english_has_a_result_of_its_own(desk: Desk) -> None:
    article = make_article("Die Gespräche dauerten länger als erwartet, sagte Anna Berg in Oslo.")
    desk.service.analyse(article)
    desk.outcome()
    run = desk.service.analyse(article, language=ENGLISH)
    outcome = desk.outcome()
    assert isinstance(outcome, Finished)
    assert (outcome.run, outcome.cached, outcome.analysis.is_read) == (run, False, True)
    for language, is_read in ((AUTO, False), (ENGLISH, True)):
        desk.service.analyse(article, language=language)
        outcome = desk.outcome()
        assert isinstance(outcome, Finished)
        assert (outcome.cached, outcome.analysis.is_read) == (True, is_read)


def test_only_the_last_article_asked_for_is_reported(desk: Desk) -> None:
    long = make_article("\n\n".join(f"Paragraph {n}. {TEXT}" for n in range(400)))
    desk.service.analyse(long)
    second = desk.service.analyse(make_article(TEXT))
    event = desk.outcome()
    assert isinstance(event, Finished)
    assert event.run == second
    assert desk.events.empty()


def test_article_asked_for_while_another_is_parsed_does_not_wait_for_it(desk: Desk) -> None:
    long = make_article("\n\n".join(f"Paragraph {n}. {TEXT}" for n in range(400)))
    desk.service.analyse(long)
    first = desk.events.get(timeout=WAIT)
    assert isinstance(first, Progress)
    assert first.done < first.total
    second = desk.service.analyse(make_article(TEXT))
    event = desk.outcome()
    assert isinstance(event, Finished)
    assert event.run == second


def test_killed_child_is_started_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def kill_first(child: Child) -> None:
        if not killed:
            killed.append(child)
            child.kill()

    killed: list[Child] = []
    children = _record_starts(desk, monkeypatch, kill_first)
    desk.service.analyse(make_article(TEXT))
    assert isinstance(desk.outcome(), Finished)
    assert len(children) == 2


def test_child_killed_again_is_given_up_with_a_reason(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    children = _record_starts(desk, monkeypatch, lambda child: child.kill())
    run = desk.service.analyse(make_article(TEXT))
    failed = desk.outcome()
    assert isinstance(failed, Failed)
    assert failed == Failed(run, "its process ended twice, the last time by SIGKILL")
    assert len(children) == 2


def test_child_that_died_while_idle_does_not_spoil_the_next_article(
    desk: Desk, starts: list[Child]
) -> None:
    desk.service.analyse(make_article(TEXT))
    assert isinstance(desk.outcome(), Finished)
    starts[0].kill()
    assert starts[0].release() == "SIGKILL"
    run = desk.service.analyse(make_article(f"{TEXT} More."))
    event = desk.outcome()
    assert isinstance(event, Finished)
    assert event.run == run


def test_failure_inside_the_analysis_is_reported_and_logged(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "sitecustomize.py"
    broken.write_text(
        "import sys, types\n"
        "module = types.ModuleType('tui.analysis.quotes.quote_extractor')\n"
        "def find_quotes(*_): raise ZeroDivisionError('of a kind')\n"
        "module.find_quotes = find_quotes\n"
        "sys.modules['tui.analysis.quotes.quote_extractor'] = module\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    run = desk.service.analyse(make_article(TEXT))
    failed = desk.outcome()
    assert isinstance(failed, Failed)
    assert failed == Failed(run, "ZeroDivisionError, see the log")
    log = (tmp_path / "log" / "closeread.log").read_text()
    assert "of a kind" in log
    assert (tmp_path / "log" / "closeread.log").stat().st_mode & 0o777 == 0o600


def test_long_text_waits_for_the_reader_to_ask(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service_module, "MOST_WORDS", 5)
    run = desk.service.analyse(make_article(TEXT))
    event = desk.outcome()
    assert isinstance(event, Skipped)
    assert event.run == run
    assert "more than 5" in event.reason
    desk.service.analyse(make_article(TEXT), force=True)
    assert isinstance(desk.outcome(), Finished)


def test_closing_is_quick_and_silences_the_service(desk: Desk) -> None:
    desk.service.analyse(make_article("\n\n".join(TEXT for _ in range(200))))
    assert isinstance(desk.events.get(timeout=WAIT), Progress)
    child = desk.service._child
    assert child is not None
    start = time.monotonic()
    desk.service.close()
    assert time.monotonic() - start < 0.5
    assert child.release() == "SIGKILL"
    cache = desk.service._cache
    assert isinstance(cache, MemoryCache)
    assert cache.is_closed
    desk.service.close()
    desk.service.analyse(make_article(TEXT))


def test_child_ends_with_a_killed_parent(tmp_path: Path) -> None:
    # The child holds the writing end of this pipe as its log: its end is the end of the file.
    log = tmp_path / "log"
    os.mkfifo(log)
    reader = os.open(log, os.O_RDONLY | os.O_NONBLOCK)
    script = """
        import os, signal, sys, threading
        from pathlib import Path
        from tests.analysis.conftest import make_article
        from tui.analysis.service import AnalysisService, Progress
        def on_event(event):
            if isinstance(event, Progress):
                os.kill(os.getpid(), signal.SIGKILL)
        service = AnalysisService(None, on_event, Path(sys.argv[1]))
        service.analyse(make_article("The talks of the week were long.\\n\\n" * 3000))
        threading.Event().wait(30)
    """
    parent = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(log)], timeout=WAIT, check=False
    )
    assert parent.returncode == -signal.SIGKILL
    ready, _, _ = select.select([reader], [], [], WAIT)
    assert ready
    os.set_blocking(reader, True)
    while os.read(reader, 4096):
        pass
    os.close(reader)


def test_child_ends_when_its_input_ends() -> None:
    child = subprocess.run(
        [sys.executable, "-m", "tui.analysis.worker"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=WAIT,
        check=False,
    )
    assert child.returncode == 0
    assert child.stdout == b""


def test_folder_with_its_own_tui_package_is_not_run(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__init__.py").write_text("raise SystemExit('the wrong package')")
    monkeypatch.chdir(tmp_path)
    desk.service.analyse(make_article(TEXT))
    assert isinstance(desk.outcome(), Finished)


def test_cached_result_needs_neither_spacy_nor_numpy() -> None:
    script = """
        import sys
        from tests.analysis.conftest import make_article
        import tui.analysis.service as service
        heavy = {"spacy", "numpy", "thinc", "msgspec"}
        assert not heavy & set(sys.modules), heavy & set(sys.modules)
        from queue import Queue
        from tui.analysis.messages import encode_analysis
        from tui.analysis.results import Analysis
        class Cache:
            def get(self, text_hash, fingerprint):
                return encode_analysis(Analysis("en"))
        events = Queue()
        service.AnalysisService(Cache(), events.put, None).analyse(make_article("Some text."))
        assert events.get(timeout=20).cached
        heavy = {"spacy", "numpy", "thinc"}
        assert not heavy & set(sys.modules), heavy & set(sys.modules)
    """
    subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        check=True,
        timeout=WAIT,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_headless_analysis_keeps_and_finds_its_result(
    monkeypatch: pytest.MonkeyPatch, nlp: Language
) -> None:
    monkeypatch.setattr(service_module, "_pipeline", lambda: nlp)
    cache = MemoryCache()
    article = make_article(TEXT)
    first = analyse_article(article, cache)  # type: ignore[arg-type]
    assert first == analyse(article, nlp)
    assert [decode_analysis(data) for data in cache.kept.values()] == [first]
    monkeypatch.setattr(service_module, "_pipeline", lambda: pytest.fail("not from the cache"))
    assert analyse_article(article, cache) == first  # type: ignore[arg-type]


def test_messages_leave_out_what_an_article_has_computed() -> None:
    article = make_article(TEXT)
    plain = encode(Request(1, make_article(TEXT)))
    assert article.text_hash
    assert article.word_count
    assert encode(Request(1, article)) == plain
    assert encode(WorkerReply(1)) != plain
