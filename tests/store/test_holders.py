"""Who has the library open is known, and goes with the process."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.store.processes import another_process
from tui.errors import StoreError
from tui.store.database import Database
from tui.store.holders import Hold, exclusively, lock_file, other_holders
from tui.store.refusals import LockedError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_another_process_is_named_while_it_has_the_library_open(path: Path) -> None:
    with another_process(path) as process:
        (holder,) = other_holders(path)
        assert holder.process == process.pid
        said = rf"closeread search, process {process.pid}, since \d\d:\d\d"
        assert re.fullmatch(said, str(holder))
        with pytest.raises(StoreError, match=said), exclusively(path):
            pass
        process.kill()
        process.wait()
        assert other_holders(path) == []
        with exclusively(path):
            pass


def test_a_process_is_no_other_to_itself_however_often_it_has_the_library_open(path: Path) -> None:
    with Database(path), Database(path):
        assert other_holders(path) == []
        with pytest.raises(StoreError, match="open"), exclusively(path):
            pass
    with exclusively(path):
        pass


def test_nobody_opens_a_library_that_another_process_has_for_itself(path: Path) -> None:
    with another_process(path, alone=True) as process:
        with pytest.raises(LockedError, match="in the place of this one"):
            Hold(path, wait=0)
        process.kill()
        process.wait()
        Hold(path, wait=0).let_go()


def test_a_library_that_cannot_be_opened_is_let_go_of(path: Path) -> None:
    path.write_text("no library" * 100)
    with pytest.raises(StoreError):
        Database(path)
    with exclusively(path):
        pass


def test_a_link_to_a_library_has_the_lock_of_the_library(path: Path) -> None:
    (path.parent / "far").mkdir()
    real = path.parent / "far" / "library.db"
    real.touch()
    path.symlink_to(real)
    assert lock_file(path) == path.parent / "far" / "library.db-lock"
    with Database(path):
        assert lock_file(path).exists()


def test_to_ask_who_has_it_open_makes_no_file(path: Path) -> None:
    assert other_holders(path) == []
    assert os.listdir(path.parent) == []


def test_where_no_lock_can_be_had_the_library_is_used_without(path: Path) -> None:
    lock_file(path).mkdir()
    with Database(path), Database(path):
        assert other_holders(path) == []
    with exclusively(path):
        pass


def test_a_record_that_nobody_can_read_names_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another_process(path):
        monkeypatch.setattr(os, "pread", lambda *_: b"\xff\xff")
        assert other_holders(path) == []
        with pytest.raises(StoreError, match="another program"), exclusively(path):
            pass
