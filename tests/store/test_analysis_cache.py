from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from tui.store.analysis_cache import AnalysisCache


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "analysis.db"


def test_a_result_is_found_again_for_the_same_text_and_pipeline_only(path: Path) -> None:
    with AnalysisCache(path) as cache:
        cache.put("text", "pipeline 1", b"result")
    with AnalysisCache(path) as cache:
        assert cache.get("text", "pipeline 1") == b"result"
        assert cache.get("text", "pipeline 2") is None
        assert cache.get("other", "pipeline 1") is None


def test_the_cache_is_for_its_owner_alone(path: Path) -> None:
    with AnalysisCache(path) as cache:
        cache.put("text", "p", b"result")
        assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}


def test_the_oldest_results_go_when_there_is_too_much(path: Path) -> None:
    with AnalysisCache(path, limit=3500) as cache:
        for name in "abcde":
            cache.put(name, "p", os.urandom(1000))
        assert [name for name in "abcde" if cache.get(name, "p")] == ["c", "d", "e"]


def test_a_result_larger_than_the_limit_drops_nothing(path: Path) -> None:
    with AnalysisCache(path, limit=2000) as cache:
        cache.put("a", "p", os.urandom(1000))
        cache.put("b", "p", os.urandom(5000))
        assert cache.get("a", "p") is not None
        assert cache.get("b", "p") is None


def test_a_damaged_cache_is_moved_aside_and_works_on(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"rubbish" * 1000)
    with AnalysisCache(path) as cache:
        cache.put("text", "p", b"result")
        assert cache.get("text", "p") == b"result"
    assert (path.parent / "analysis.db.damaged").exists()


def test_a_cache_damaged_while_open_is_begun_afresh(path: Path) -> None:
    with AnalysisCache(path) as cache:
        for number in range(200):
            cache.put(f"text {number}", "p", os.urandom(3000))
    content = path.read_bytes()
    path.write_bytes(content[:8192] + os.urandom(len(content) - 8192))
    with AnalysisCache(path) as cache:
        for number in range(200):
            cache.get(f"text {number}", "p")
        cache.put("new", "p", b"result")
        cache.put("new", "p", b"result")
        assert cache.get("new", "p") == b"result"


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with AnalysisCache(tmp_path / "file" / "analysis.db") as cache:
        cache.put("text", "p", b"result")
        assert cache.get("text", "p") is None


def test_a_private_reading_keeps_results_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with AnalysisCache(None) as cache:
        cache.put("text", "p", b"result")
        assert cache.get("text", "p") == b"result"
    assert not list(tmp_path.iterdir())


def test_threads_may_share_the_cache(path: Path) -> None:
    with AnalysisCache(path) as cache:

        def work(name: str) -> None:
            for number in range(10):
                cache.put(f"{name}{number}", "p", name.encode())

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert all(cache.get(f"{name}9", "p") == name.encode() for name in "abcd")
