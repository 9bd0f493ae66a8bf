"""`closeread doctor`, and the other commands over a damaged library."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_processes import only_sentence
from tests.session.reading import FIRST, OPEN, read
from tests.store.test_salvage import overwrite, root_of
from tui.store.database import Database


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library has two marks of one article."""
    home = tmp_path / "home"
    with Database(home / "library.db") as database:
        reader = read(database)
        reader.mark(FIRST)
        reader.mark(OPEN)
        reader.wait()
    return home


@pytest.fixture
def damaged(home: Path) -> Path:
    """The same with a page lost that names the articles."""
    overwrite(home / "library.db", root_of(home / "library.db", "documents"))
    return home


def test_a_library_that_is_well(home: Path, tmp_path: Path) -> None:
    done = closeread("doctor", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert "NOT WELL" not in done.stdout


def test_no_library(tmp_path: Path) -> None:
    done = closeread("doctor", home=tmp_path / "none", cwd=tmp_path)
    assert done.returncode == 1
    assert "there is no library at" in only_sentence(done.stderr)


def test_a_damaged_library_is_read_and_mended(damaged: Path, tmp_path: Path) -> None:
    done = closeread("export", home=damaged, cwd=tmp_path)
    assert done.returncode == 1
    assert "closeread doctor --mend" in done.stderr
    assert [line[2:] for line in done.stdout.splitlines() if line.startswith(">")] == [FIRST, OPEN]
    done = closeread("search", "repairs", home=damaged, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(OPEN)

    done = closeread("doctor", home=damaged, cwd=tmp_path)
    assert done.returncode == 1
    assert "NOT WELL" in done.stdout
    done = closeread("doctor", "--mend", home=damaged, cwd=tmp_path)
    assert done.returncode == 2
    assert "there is nobody to ask" in only_sentence(done.stderr)
    done = closeread("doctor", "--mend", "--yes", home=damaged, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert done.stdout.splitlines()[-1] == "All is well now."
    assert list(damaged.glob("library-put-aside-*.db"))
    done = closeread("export", home=damaged, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stderr == ""


def test_what_can_be_read_is_written_elsewhere(damaged: Path, tmp_path: Path) -> None:
    before = (damaged / "library.db").read_bytes()
    done = closeread("doctor", "--salvage", "new.db", home=damaged, cwd=tmp_path)
    assert "2 highlights of 1 article are in new.db" in done.stdout
    assert (damaged / "library.db").read_bytes() == before
    done = closeread("doctor", "--salvage", "new.db", home=damaged, cwd=tmp_path)
    assert done.returncode == 1
    assert "new.db is there already" in only_sentence(done.stderr)
