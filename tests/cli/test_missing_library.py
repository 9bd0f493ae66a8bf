"""A library that there was is asked about and never begun anew, nor exported as nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_library_commands import home as home
from tests.cli.test_processes import only_sentence

COMMANDS = (
    ["export"],
    ["export", "-o", "marks.md"],
    ["export", "-o", "marks.md", "--force"],
    ["search", "bridge"],
    ["questions"],
    ["forget", "bridge.txt", "--yes"],
)


def unmount(home: Path) -> None:
    """Take the whole home away; an empty folder is left, as a mount point is."""
    home.rename(home.with_name("elsewhere"))
    home.mkdir()


def remove(home: Path) -> None:
    for path in home.glob("library.db*"):
        path.rename(path.with_name(f"kept-{path.name}"))


def empty(home: Path) -> None:
    remove(home)
    (home / "library.db").touch()
    os.utime(home / "library.db", (0, 0))


def dangle(home: Path) -> None:
    remove(home)
    (home / "library.db").symlink_to(home.parent / "drive" / "library.db")


@pytest.mark.parametrize(
    ("lose", "said"),
    [
        (unmount, "that was at"),
        (remove, "that was at"),
        (empty, "is empty (0 bytes)"),
        (dangle, "which is not there"),
    ],
)
def test_commands_say_that_the_library_is_gone_and_touch_nothing(
    tmp_path: Path, home: Path, lose: Callable[[Path], None], said: str
) -> None:
    assert closeread("export", "-o", "marks.md", home=home, cwd=tmp_path).returncode == 0
    exported = (tmp_path / "marks.md").read_bytes()
    assert exported
    lose(home)
    before = sorted(home.rglob("*"))
    for arguments in COMMANDS:
        done = closeread(*arguments, home=home, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (1, ""), arguments
        sentence = only_sentence(done.stderr)
        assert said in sentence
        assert f"{home}/library.db" in sentence
        assert "closeread restore puts" not in sentence
        assert "closeread restore put a backup in its place" in sentence
    assert (tmp_path / "marks.md").read_bytes() == exported
    assert [path for path in sorted(home.rglob("*")) if "log" not in path.parts] == before


def test_a_library_that_is_back_is_used_again(tmp_path: Path, home: Path) -> None:
    shown = closeread("export", home=home, cwd=tmp_path).stdout
    unmount(home)
    assert closeread("export", home=home, cwd=tmp_path).returncode == 1
    for path in home.rglob("*"):
        path.rename(tmp_path / path.name)
    home.rmdir()
    home.with_name("elsewhere").rename(home)
    assert closeread("export", home=home, cwd=tmp_path).stdout == shown


def test_on_a_first_run_nothing_is_missed(tmp_path: Path) -> None:
    for arguments in (["export"], ["search", "bridge"], ["questions"]):
        done = closeread(*arguments, home=tmp_path / "new", cwd=tmp_path)
        # a search that finds nothing says so
        assert done.returncode == (1 if arguments[0] == "search" else 0)
    assert not (tmp_path / "new" / "library.db").exists()


def test_backups_or_a_log_of_changes_tell_of_a_library_that_nobody_noted(
    tmp_path: Path, home: Path
) -> None:
    for path in home.glob("library.db*"):
        path.unlink()
    (home / "backups").mkdir()
    (home / "backups" / "library-0009-20260101000000000000.db").write_bytes(b"a copy")
    done = closeread("export", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "although its backups are" in only_sentence(done.stderr)
    (home / "library.db-wal").write_bytes(b"changes")
    done = closeread("export", home=home, cwd=tmp_path)
    assert "although its last changes are" in only_sentence(done.stderr)
