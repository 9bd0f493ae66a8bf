"""What was indexed with strokes and ties is found as people type it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import read
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.store.database import Database
from tui.store.refolding import refold_indexes

TEXT = "Wałęsa came late. They read an œuvre in Brøndby."


@pytest.mark.parametrize("query", ["walesa", "wałęsa", "'oeuvre", "brondby"])
def test_words_of_an_earlier_library_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    with Database(tmp_path / "library.db") as database:
        with monkeypatch.context() as earlier:
            earlier.setattr("tui.documents.folding._APART", {})
            reader = read(database, TEXT)
            reader.mark(TEXT)
            reader.wait()
        database.submit(refold_indexes).result()
        hits = LibrarySearch(Library(database)).search(query)
        assert [hit.record.highlight.anchor.exact for hit in hits] == [TEXT]
