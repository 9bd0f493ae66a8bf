"""What the doctor finds, and that it is gone when it was mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, read
from tests.store.test_salvage import by_hand, overwrite, root_of, words
from tui.store.checkup import Finding, Mend, check_library
from tui.store.database import Database
from tui.store.mending import mend, replace_by_salvaged
from tui.store.surroundings import check_surroundings


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two marks of one article."""
    path = tmp_path / "home" / "library.db"
    with Database(path) as database:
        reader = read(database)
        reader.mark(FIRST)
        reader.mark(OPEN)
        reader.wait()
    return path


def found(library: Path) -> list[Finding]:
    backups = library.parent / "backups"
    checks = (*check_library(library), *check_surroundings(library, backups))
    return [finding for _, findings in checks for finding in findings]


def test_a_library_that_is_well_is_told_so_and_not_changed(library: Path) -> None:
    before = library.read_bytes()
    assert found(library) == []
    assert library.read_bytes() == before


BY_HAND = {
    "DELETE FROM highlight_words WHERE rowid = 1": Mend.INDEX,
    "UPDATE highlight_words SET quote = 'other words' WHERE rowid = 1": Mend.INDEX,
    "UPDATE highlight_words_data SET block = x'00010203'": Mend.INDEX,
    "UPDATE operations SET after = 'not json' WHERE number = 1": Mend.LOG,
    "UPDATE highlights SET note = 'changed'": Mend.SALVAGE,
    "UPDATE revisions SET text = x'00'": Mend.SALVAGE,
}


@pytest.mark.parametrize("statement", BY_HAND)
def test_what_is_damaged_in_the_library_is_found_and_mended(library: Path, statement: str) -> None:
    by_hand(library, statement)
    kind = BY_HAND[statement]
    assert [finding.mend for finding in found(library)] == [kind]
    if kind is Mend.SALVAGE:
        replace_by_salvaged(library)
    else:
        mend(kind, library, library.parent / "backups")
        assert words(library) == [FIRST, OPEN]
    assert found(library) == []


@pytest.mark.parametrize("table", ["highlights", "operations", "documents", "highlight_words_data"])
def test_a_lost_page_is_found_and_what_is_there_saved(library: Path, table: str) -> None:
    overwrite(library, root_of(library, table))
    assert {finding.mend for finding in found(library)} <= {Mend.SALVAGE, Mend.INDEX}
    damaged = library.read_bytes()
    result = replace_by_salvaged(library)
    assert result.aside is not None
    assert result.aside.read_bytes() == damaged
    assert words(library) == ([] if table == "highlights" else [FIRST, OPEN])
    if table == "highlights":
        assert result.lost is not None
        assert OPEN in result.lost.read_text()
        assert result.lost.stat().st_mode & 0o077 == 0
    assert found(library) == []


def test_what_lies_about_and_who_may_read_is_found_and_mended(library: Path) -> None:
    backups = library.parent / "backups"
    backups.mkdir(mode=0o700, exist_ok=True)
    (backups / "library-0001-2026.part").touch(0o600)
    library.chmod(0o644)
    assert {finding.mend for finding in found(library)} == {Mend.MODE, Mend.LEFT}
    for kind in (Mend.MODE, Mend.LEFT):
        mend(kind, library, backups)
    assert found(library) == []
    assert words(library) == [FIRST, OPEN]
