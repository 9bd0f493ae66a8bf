"""Backup and restore over a real library, in processes of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.processes import OnTerminal, closeread
from tests.cli.test_processes import only_sentence
from tests.store.processes import another_process
from tests.stress.libraries import build
from tui.store.backup_rotation import listed
from tui.store.database import Database
from tui.store.file_figures import figures_of
from tui.store.library_files import put_aside_in

HELD = "2 articles, 6 highlights, 2 notes, last changed "


@pytest.fixture
def home(tmp_path: Path) -> Path:
    build(tmp_path / "home" / "library.db", 2, 3)
    return tmp_path / "home"


def forget_all(home: Path) -> None:
    with Database(home / "library.db") as database:
        database.submit(lambda c: c.execute("UPDATE highlights SET deleted = 'x'")).result()


def test_a_backup_says_what_it_holds_and_is_listed(tmp_path: Path, home: Path) -> None:
    done = closeread("backup", home=home, cwd=tmp_path)
    (backup,) = listed(home / "backups")
    assert done.returncode == 0
    assert done.stdout.startswith(f"{backup.path}: {HELD}")
    done = closeread("restore", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert f"  1  {backup.made.astimezone():%Y-%m-%d %H:%M}  {HELD}" in done.stdout
    assert "(asked for)" in done.stdout
    assert f"today's library  {HELD}" in done.stdout


def test_a_backup_elsewhere_replaces_nothing_unless_forced(tmp_path: Path, home: Path) -> None:
    (tmp_path / "copy.db").write_text("something else")
    done = closeread("backup", "copy.db", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "is there already; name another file or add --force" in only_sentence(done.stderr)
    assert (tmp_path / "copy.db").read_text() == "something else"
    assert closeread("backup", "copy.db", "--force", home=home, cwd=tmp_path).returncode == 0
    assert figures_of(tmp_path / "copy.db").highlights == 6
    for target in (str(home / "library.db"), "no/copy.db", os.devnull):
        done = closeread("backup", "--force", target, home=home, cwd=tmp_path)
        assert done.returncode == 1, target
        assert only_sentence(done.stderr)
    (tmp_path / "drive").mkdir()
    assert closeread("backup", "drive", home=home, cwd=tmp_path).returncode == 0
    assert len(os.listdir(tmp_path / "drive")) == 1
    assert not (home / "backups").exists()


def test_restoring_shows_both_and_asks(tmp_path: Path, home: Path) -> None:
    assert closeread("backup", home=home, cwd=tmp_path).returncode == 0
    forget_all(home)
    process = OnTerminal("-m", "tui", "restore", "1", home=home, cwd=tmp_path)
    shown = process.read_until("kept beside it?")
    assert f"the backup       {HELD}" in shown
    assert "today's library  2 articles, 0 highlights, 0 notes" in shown
    process.press("n\n")
    assert "Nothing was changed." in process.finish()[1]
    assert figures_of(home / "library.db").highlights == 0
    process = OnTerminal("-m", "tui", "restore", "1", home=home, cwd=tmp_path)
    process.read_until("kept beside it?")
    process.press("y\n")
    code, shown = process.finish()
    (aside,) = put_aside_in(home / "library.db")
    assert (code, figures_of(home / "library.db").highlights) == (0, 6)
    assert figures_of(aside).highlights == 0
    assert aside.name in shown
    assert str(aside) in closeread("paths", home=home, cwd=tmp_path).stdout


def test_restoring_on_a_new_machine(tmp_path: Path, home: Path) -> None:
    assert closeread("backup", "to-go.db", home=home, cwd=tmp_path).returncode == 0
    new = tmp_path / "new"
    done = closeread("restore", "to-go.db", "--yes", home=new, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "today's library  is not there" in done.stdout
    assert figures_of(new / "library.db") == figures_of(home / "library.db")
    assert closeread("export", home=new, cwd=tmp_path).stdout.count("> ") >= 6


def test_restoring_needs_somebody_to_ask_and_a_backup(tmp_path: Path, home: Path) -> None:
    done = closeread("restore", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "there are no backups" in only_sentence(done.stderr)
    assert closeread("backup", home=home, cwd=tmp_path).returncode == 0
    done = closeread("restore", "1", home=home, cwd=tmp_path)
    assert done.returncode == 2
    assert "add --yes" in done.stderr
    for which in ("2", "0", "nothing.db", str(home / "library.db")):
        done = closeread("restore", which, "--yes", home=home, cwd=tmp_path)
        assert done.returncode == 1, which
        assert only_sentence(done.stderr)
    assert put_aside_in(home / "library.db") == []


def test_restoring_names_who_has_the_library_open(tmp_path: Path, home: Path) -> None:
    assert closeread("backup", home=home, cwd=tmp_path).returncode == 0
    with another_process(home / "library.db") as process:
        done = closeread("restore", "1", "--yes", home=home, cwd=tmp_path)
        assert done.returncode == 1
        said = f"the library is open in closeread search, process {process.pid}, since "
        assert said in only_sentence(done.stderr)
        # A copy can be made all the same.
        assert closeread("backup", home=home, cwd=tmp_path).returncode == 0


def test_restoring_over_a_damaged_library(tmp_path: Path, home: Path) -> None:
    assert closeread("backup", home=home, cwd=tmp_path).returncode == 0
    (home / "library.db").write_bytes(b"noise" * 5000)
    done = closeread("restore", "1", "--yes", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert "today's library  is damaged or is no library" in done.stdout
    assert figures_of(home / "library.db").highlights == 6
    (aside,) = put_aside_in(home / "library.db")
    assert aside.read_bytes() == b"noise" * 5000
