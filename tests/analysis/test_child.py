"""The analysing process as the desk sees it: its surroundings, its log and its end."""

from __future__ import annotations

import os
import sysconfig
from pathlib import Path

import pytest

from tui.analysis import child
from tui.outside.own_process import own_environment


@pytest.mark.parametrize(
    ("status", "cause"),
    [(0, "exit code 0"), (3, "exit code 3"), (-9, "SIGKILL"), (-200, "signal 200")],
)
def test_end_of_a_process_is_told_by_its_status(status: int, cause: str) -> None:
    assert child._cause(status) == cause


def test_log_that_can_be_written_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "closeread.log"
    assert child._writable(log) == str(log)
    assert log.stat().st_mode & 0o777 == 0o600


def test_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    assert child._writable(tmp_path / "logs" / "closeread.log") == os.devnull
    assert child._writable(None) == os.devnull


def test_child_runs_on_one_core_and_finds_this_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    root = str(Path(child.__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    found = own_environment(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    assert found["OPENBLAS_NUM_THREADS"] == found["OMP_NUM_THREADS"] == "1"
    assert found["PYTHONPATH"].split(os.pathsep) == [root, "/elsewhere"]
    assert os.environ["PYTHONPATH"] == "/elsewhere"


def test_installed_package_is_not_put_before_the_standard_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = str(Path(child.__file__).parents[2])
    monkeypatch.setattr(sysconfig, "get_path", lambda name: root)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert "PYTHONPATH" not in own_environment()
