"""What is remembered of libraries, and how one is begun in the place of another."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tui.errors import LibraryGoneError
from tui.settings.paths import known_libraries
from tui.store.database import Database
from tui.store.known_libraries import begin_anew, refuse_if_gone, remember


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "home" / "library.db"


def is_gone(library: Path) -> bool:
    try:
        refuse_if_gone(library, library.parent / "backups")
    except LibraryGoneError:
        return True
    return False


def test_a_place_is_noted_once_and_odd_names_are_kept(tmp_path: Path) -> None:
    places = [tmp_path / name for name in ("a", "new\nline", "\udcff", "ü")]
    for place in [*places, *places]:
        remember(place)
    assert len(known_libraries().read_text().splitlines()) == len(places)
    assert all(map(is_gone, places))
    assert not is_gone(tmp_path / "b")


def test_a_list_that_cannot_be_read_or_written_stops_nobody(
    library: Path, state_folder: Path
) -> None:
    known_libraries().mkdir(parents=True)
    remember(library)
    assert not is_gone(library)
    known_libraries().rmdir()
    known_libraries().write_bytes(b"\xff\x00garbage\n")
    assert not is_gone(library)
    remember(library)
    assert is_gone(library)


def test_a_library_that_another_program_is_making_is_not_called_empty(library: Path) -> None:
    library.parent.mkdir()
    library.touch()
    made = threading.Timer(0.1, lambda: library.write_bytes(b"first page"))
    made.start()
    assert not is_gone(library)
    made.join()


def test_what_lies_there_is_put_aside_when_a_new_one_is_begun(library: Path) -> None:
    library.parent.mkdir()
    library.symlink_to("/nowhere/library.db")
    wal = library.with_name("library.db-wal")
    wal.write_bytes(b"changes of the old one")
    begin_anew(library)
    with Database(library):
        pass
    aside = {path.name.partition(".aside-")[0]: path for path in library.parent.glob("*.aside-*")}
    assert sorted(aside) == ["library.db", "library.db-wal"]
    assert os.readlink(aside["library.db"]) == "/nowhere/library.db"
    assert aside["library.db-wal"].read_bytes() == b"changes of the old one"
    assert not is_gone(library)
