"""A library that SQLite reports as damaged is read all the same, and not changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, marked, read
from tests.store.earlier_library import write_before_checksums
from tests.store.test_salvage import by_hand, overwrite, root_of
from tui.errors import StoreError
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.search.query import parse_query
from tui.store import marked_articles
from tui.store.backups import make_backup
from tui.store.database import Database
from tui.store.verified_copy import verify


@pytest.fixture
def marked_twice(path: Path) -> Path:
    with Database(path) as database:
        reader = read(database)
        reader.mark(FIRST)
        reader.mark(OPEN)
        reader.wait()
    return path


def exported(database: Database) -> list[str]:
    articles = Library(database).marked_articles()
    return [mark.anchor.exact for article in articles for mark in article.highlights]


@pytest.mark.parametrize(
    "table",
    ["header", "documents", "sources", "highlights_document", "sqlite_autoindex_documents_1"],
)
def test_marks_are_shown_and_exported_and_the_mending_is_offered(
    marked_twice: Path, table: str
) -> None:
    overwrite(marked_twice, 1 if table == "header" else root_of(marked_twice, table))
    before = marked_twice.read_bytes()
    with Database(marked_twice) as database:
        assert exported(database) == [FIRST, OPEN]
        damage = Library(database).damage()
        assert damage is not None
        assert damage.reason.startswith("the library is damaged; closeread doctor --mend or")
    with Database(marked_twice) as database:
        reader = read(database)
        assert marked(reader.session) == [FIRST, OPEN] or table == "sources"
        assert any("closeread doctor --mend" in notice for notice in reader.session.notices)
        reader.mark("The café")
        reader.session.close()
        assert "closeread restore" in reader.failures[0]
    assert marked_twice.read_bytes() == before


def test_an_index_that_hides_a_row_without_a_word_is_noticed_by_export(marked_twice: Path) -> None:
    page = root_of(marked_twice, "highlights_document")
    content = bytearray(marked_twice.read_bytes())
    at = content.index(b"-", 4096 * (page - 1))
    content[at] += 1
    marked_twice.write_bytes(content)
    with Database(marked_twice) as database:
        assert exported(database) == [FIRST, OPEN]
        assert Library(database).damage() is not None


def test_an_export_goes_on_without_a_row_that_the_disk_has_changed(
    marked_twice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Database(marked_twice) as database:
        other = read(database, source="/texts/other.txt", text="Another text. It rains.")
        other.mark("It rains.")
        other.wait()
    by_hand(marked_twice, "UPDATE highlights SET note = 'never written' WHERE key = 1")
    monkeypatch.setattr(marked_articles, "_AT_ONCE", 1)
    with Database(marked_twice) as database:
        # The one opened last comes first, and is given before the damage is met.
        assert exported(database) == ["It rains.", OPEN]
        damage = Library(database).damage()
        assert damage is not None
        assert [lost.what for lost in damage.lost] == ["highlight"]


@pytest.mark.parametrize("column", ["id", "document_id", "exact"])
def test_a_text_that_a_bit_has_made_bytes_of_is_exported_as_the_text(
    marked_twice: Path, column: str
) -> None:
    by_hand(marked_twice, f"UPDATE highlights SET {column} = CAST({column} AS BLOB) WHERE key = 1")
    with Database(marked_twice) as database:
        articles = Library(database).marked_articles()
        marks = [mark for article in articles for mark in article.highlights]
        assert [mark.anchor.exact for mark in marks] == [FIRST, OPEN]
        assert all(isinstance(mark.id, str) for mark in marks)
        damage = Library(database).damage()
        assert damage is not None
        assert not damage.lost


@pytest.mark.parametrize("index", ["highlights_document", "sources_document"])
def test_a_row_without_its_entry_in_an_index_is_exported(marked_twice: Path, index: str) -> None:
    # The entry of the index names another row, as after a byte that turned over.
    page = root_of(marked_twice, index)
    content = bytearray(marked_twice.read_bytes())
    content[4096 * page - 1] ^= 4
    marked_twice.write_bytes(content)
    with Database(marked_twice) as database:
        assert exported(database) == [FIRST, OPEN]
        assert Library(database).damage() is not None


def test_a_damaged_search_index_keeps_no_highlight_from_being_found_or_made(
    marked_twice: Path,
) -> None:
    by_hand(marked_twice, "UPDATE highlight_words_data SET block = x'00010203'")
    with Database(marked_twice) as database:
        library = Library(database)
        library.require_index()
        hits = LibrarySearch(library).search(parse_query("repairs"), 5)
        assert [hit.record.highlight.anchor.exact for hit in hits] == [OPEN]
        damage = library.damage()
        assert damage is not None
        assert damage.reason.startswith("the search index is damaged; closeread doctor --mend")
        assert database.damage is None


def test_a_damaged_library_of_an_earlier_version_is_shown(path: Path) -> None:
    write_before_checksums(path)
    overwrite(path, root_of(path, "operations"))
    with Database(path) as database:
        assert exported(database) == ["It rains."]


COMPUTED = ["counts", "highlight_terms", "sqlite_autoindex_highlight_terms_1"]


@pytest.mark.parametrize("table", COMPUTED)
def test_what_is_computed_from_the_rows_is_made_anew_where_it_is_damaged(
    marked_twice: Path, table: str
) -> None:
    overwrite(marked_twice, root_of(marked_twice, table))
    with Database(marked_twice) as database:
        reader = read(database)
        reader.mark("The café")
        reader.wait()
        assert reader.failures == []
    with Database(marked_twice) as database:
        library = Library(database)
        assert library.statistics().marks == 3
        assert len(LibrarySearch(library).search(parse_query("café"), 5)) == 1
        assert len(exported(database)) == 3
        assert library.damage() is None
    # There are backups of it, too, which the part that is left over does not keep back.
    verify(make_backup(marked_twice, marked_twice.parent / "backups", "asked", "2x"))


@pytest.mark.parametrize("table", ["counts", "highlight_terms"])
def test_so_it_is_when_it_is_read_first(marked_twice: Path, table: str) -> None:
    overwrite(marked_twice, root_of(marked_twice, table))
    with Database(marked_twice) as database:
        library = Library(database)
        library.statistics()
        assert len(LibrarySearch(library).search(parse_query("council"), 5)) == 1
        assert library.damage() is None
        reader = read(database)
        reader.mark("The café")
        reader.wait()
        assert reader.failures == []


def test_what_is_no_library_is_refused_in_one_sentence(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("no library at all " * 1000)
    with pytest.raises(StoreError, match="the library is damaged or is no library; closeread"):
        Database(path)


def test_an_article_whose_title_the_disk_has_changed_is_not_shown_under_it(
    marked_twice: Path,
) -> None:
    by_hand(marked_twice, "UPDATE documents SET title = 'The open bridge'")
    with Database(marked_twice) as database:
        titles = {record.document.title for record in Library(database).all_highlights()}
        assert titles == {"an article whose title is damaged"}
        assert exported(database) == [FIRST, OPEN]
        titles = {record.document.title for record in Library(database).all_highlights()}
        assert titles == {"The closed bridge"}


def test_no_message_has_the_words_of_sqlite(marked_twice: Path) -> None:
    with Database(marked_twice) as database:
        with pytest.raises(StoreError) as refused:
            database.read(lambda c: c.execute("SELECT nothing FROM nowhere"))
        assert "nowhere" not in str(refused.value)
    with closing(sqlite3.connect(marked_twice)) as connection:
        connection.execute("DROP TABLE tags")
    with Database(marked_twice) as database, pytest.raises(StoreError) as refused:
        Library(database).all_highlights()
    assert "tags" not in str(refused.value)
