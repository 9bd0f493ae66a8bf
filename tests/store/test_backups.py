"""Copies of the library: verified, one at a time, dropped and cleared away."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.processes import ROOT
from tests.stress.libraries import build
from tui.errors import StoreError
from tui.store import backups, verified_copy
from tui.store.backup_rotation import listed
from tui.store.backups import (
    alone_in,
    clear_killed,
    is_due,
    make_backup,
    make_backup_before_forgetting,
    make_daily_backup,
)
from tui.store.database import Database
from tui.store.file_figures import figures_of
from tui.store.verified_copy import AbandonedError, NoRoomError, UntrueRowsError


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("built") / "library.db"
    build(path, 4, 6)
    return path


@pytest.fixture
def library(tmp_path: Path, built: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "library.db"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def damage_a_note(library: Path) -> None:
    """Change a note as a disk does: nobody is asked, no sum is made."""
    data = library.read_bytes()
    assert data.count(b"to be asked again: 3") > 0
    library.write_bytes(data.replace(b"to be asked again: 3", b"to be asked again: 4"))


def age(folder: Path, hours: float) -> None:
    """Make the copies in a folder so much older."""
    for backup in listed(folder):
        made = backup.made - timedelta(hours=hours)
        backup.path.rename(folder / f"library-daily-{made:%Y%m%d%H%M%S}000000.db")


def test_a_copy_is_one_file_that_holds_what_the_library_holds(library: Path, folder: Path) -> None:
    with Database(library) as database:
        database.submit(lambda c: c.execute("UPDATE highlights SET note = 'new'")).result()
        copy = make_backup(library, folder, "asked", "2x")
    assert os.listdir(folder) == [copy.name]
    assert copy.stat().st_mode & 0o777 == 0o600
    assert figures_of(copy) == figures_of(library)
    assert figures_of(copy).notes == 24


def test_a_writer_goes_on_while_a_copy_is_made(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verified_copy, "_PAGES", 8)
    with Database(library) as database:

        def write() -> bool:
            database.submit(lambda c: c.execute("UPDATE highlights SET note = 'x'")).result()
            return True

        copy = make_backup(library, folder, "asked", "2x", write)
    assert figures_of(copy).notes == 8
    assert figures_of(library).notes == 24


def test_a_copy_is_given_up_at_any_moment(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verified_copy, "_PAGES", 16)
    monkeypatch.setattr(verified_copy, "_INSTRUCTIONS", 1000)
    asked: list[None] = []

    def back_up(most: int) -> Path:
        def goes_on() -> bool:
            asked.append(None)
            return len(asked) < most

        asked.clear()
        return make_backup(library, folder, "asked", "2x", goes_on)

    back_up(10**6).unlink()
    for most in range(1, len(asked), 3):
        with pytest.raises(AbandonedError):
            back_up(most)
        assert os.listdir(folder) == []


def test_one_is_due_daily_if_something_was_changed(library: Path, folder: Path) -> None:
    assert make_daily_backup(library, folder, "2x") is not None
    assert make_daily_backup(library, folder, "2x") is None
    with Database(library) as database:
        database.submit(lambda c: c.execute("UPDATE highlights SET note = 'x'")).result()
        assert not is_due(library, folder)
        age(folder, 21)
        assert is_due(library, folder)
    days_ago = (datetime.now(UTC) - timedelta(days=9)).timestamp()
    os.utime(library, (days_ago, days_ago))
    assert not is_due(library, folder)


def test_before_forgetting_there_is_a_copy_of_what_is_there_now(
    library: Path, folder: Path
) -> None:
    an_hour_ago = (datetime.now(UTC) - timedelta(hours=1)).timestamp()
    os.utime(library, (an_hour_ago, an_hour_ago))
    copy = make_backup_before_forgetting(library, folder, "2x")
    assert make_backup_before_forgetting(library, folder, "2x") == copy
    with Database(library) as database:
        database.submit(lambda c: c.execute("UPDATE highlights SET note = 'x'")).result()
    assert figures_of(make_backup_before_forgetting(library, folder, "2x")).notes == 24


def test_a_copy_from_a_clock_that_was_ahead_keeps_none_from_being_made(
    library: Path, folder: Path
) -> None:
    assert make_daily_backup(library, folder, "2x")
    age(folder, -24 * 365)
    assert is_due(library, folder)


def test_of_several_programs_one_makes_the_copy(library: Path, folder: Path) -> None:
    with alone_in(folder):
        assert make_daily_backup(library, folder, "2x") is None
    assert make_daily_backup(library, folder, "2x") is not None


_OPEN_OLD = """
import sys
from pathlib import Path
from tui.store import migrations
from tui.store.database import Database
sys.stdin.read()
def add_mood(connection):
    connection.execute("ALTER TABLE documents ADD COLUMN mood TEXT")
migrations.MIGRATIONS = (*migrations.MIGRATIONS, add_mood)
Database(Path(sys.argv[1])).close()
"""


def test_of_several_programs_that_upgrade_at_once_one_makes_a_copy(
    library: Path, folder: Path
) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-c", _OPEN_OLD, str(library)], stdin=subprocess.PIPE, cwd=ROOT
        )
        for _ in range(5)
    ]
    for process in started:
        assert process.stdin is not None
        process.stdin.close()
    assert [process.wait() for process in started] == [0] * 5
    assert len(listed(folder)) == 1


def test_what_a_killed_program_left_is_cleared_away(library: Path, folder: Path) -> None:
    folder.mkdir()
    left = ("library-0005-20261125120000123456.part", "library-0005-20261125120000.part-journal",
            "library-daily-20261125120000123456.db.part")  # fmt: skip
    for name in left:
        (folder / name).touch()
    (folder / "mine.part").touch()
    with alone_in(folder):
        # Another program may be at it just now.
        clear_killed(folder)
        assert len(os.listdir(folder)) == 4
    Database(library).close()
    assert os.listdir(folder) == ["mine.part"]


def test_no_room_is_told_in_plain_words(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Usage(NamedTuple):
        free: int = 1000

    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage())
    with pytest.raises(NoRoomError, match="has no room for it; make room there"):
        make_backup(library, folder, "asked", "2x")
    assert os.listdir(folder) == []


def test_a_damaged_library_gets_no_backup_and_keeps_those_it_has(
    library: Path, folder: Path
) -> None:
    first = make_backup(library, folder, "asked", "2x")
    damage_a_note(library)
    with pytest.raises(UntrueRowsError, match=r"not as written.*closeread doctor"):
        make_backup(library, folder, "asked", "2x")
    data = bytearray(library.read_bytes())
    data[4096 * 3 : 4096 * 9] = os.urandom(4096 * 6)
    library.write_bytes(data)
    with pytest.raises(StoreError, match=r"damaged.*closeread doctor"):
        make_backup(library, folder, "asked", "2x")
    assert listed(folder)[0].path == first


def test_an_upgrade_copies_a_library_with_an_untrue_row_as_it_is(
    library: Path, folder: Path
) -> None:
    damage_a_note(library)
    folder.mkdir()
    with closing(sqlite3.connect(library)) as connection:
        copy = backups.back_up(connection, folder, "0007")
    assert figures_of(copy).notes == 8


@pytest.mark.parametrize("content", [None, b""])
def test_there_is_no_copy_of_nothing(tmp_path: Path, folder: Path, content: bytes | None) -> None:
    library = tmp_path / "library.db"
    if content is not None:
        library.write_bytes(content)
    with pytest.raises(StoreError, match="closeread restore"):
        make_backup(library, folder, "asked", "2x")
    assert os.listdir(folder) == []
    assert library.exists() == (content is not None)
