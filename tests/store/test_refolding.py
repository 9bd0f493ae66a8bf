"""What was indexed with strokes and ties is found as people type it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import read
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.store.database import Database
from tui.store.migrations import MIGRATIONS
from tui.store.refolding import refold_indexes

TEXT = "Wałęsa came late. They read an œuvre in Brøndby."


@pytest.mark.parametrize("query", ["walesa", "wałęsa", "'oeuvre", "brondby"])
def test_words_of_an_earlier_library_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    path = tmp_path / "library.db"
    before = MIGRATIONS[: MIGRATIONS.index(refold_indexes)]
    with monkeypatch.context() as patch:
        patch.setattr("tui.store.migrations.MIGRATIONS", before)
        patch.setattr("tui.documents.folding._APART", {})
        with Database(path) as database:
            read(database, TEXT).mark(TEXT)
    with Database(path) as database:
        hits = LibrarySearch(Library(database)).search(query)
        assert [hit.record.highlight.anchor.exact for hit in hits] == [TEXT]
