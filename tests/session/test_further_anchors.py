"""The further parts of highlights in the library: kept, searched, checked, forgotten, put back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.reading import Reader, forget, marked, read
from tests.store.earlier_library import take_back
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.settings.colours import Colour
from tui.store.checkup import check_library
from tui.store.connections import connect
from tui.store.damage import damage_of
from tui.store.database import Database
from tui.store.further_anchors import create_further_anchors
from tui.store.highlight_records import quotes_newest_first
from tui.store.highlight_rows import highlights_of
from tui.store.old_library import upgraded_in_memory
from tui.store.salvage import salvage
from tui.trash import Trash

TEXT = (
    "“I am not going,” the mayor said. “We will come back.” Nobody asked why.\n\n"
    "“That is all,” she said, “there is to zebras.” It rained.\n"
)
QUOTE = ("“I am not going,”", "“We will come back.”")
OTHER = ("“That is all,”", "“there is to zebras.”")
SOURCE = "/texts/bridge.txt"


def whole(parts: tuple[str, ...]) -> str:
    return " … ".join(parts)


def made(database: Database, *passages: tuple[str, ...]) -> Reader:
    reader = read(database, TEXT)
    for passage in passages:
        reader.mark_parts(*passage)
    reader.wait()
    assert reader.failures == []
    return reader


def findings(path: Path) -> list[str]:
    return [finding.what for _, found in check_library(path) for finding in found]


def count(database: Database, rest: str = "") -> int:
    query = f"SELECT count(*) FROM further_anchors {rest}"
    return int(database.read(lambda c: c.execute(query).fetchone()[0]))


def damage(database: Database) -> None:
    """What a disk does, and a program never: no trigger keeps the sum."""

    def change(connection: sqlite3.Connection) -> None:
        connection.execute("DROP TRIGGER further_anchors_sum_update")
        connection.execute("UPDATE further_anchors SET exact = '“We will not.”'")

    database.submit(change).result()


def test_a_library_of_the_version_before_is_as_it_was_and_takes_parts_from_now_on(
    path: Path,
) -> None:
    with Database(path) as database:
        made(database, ("Nobody asked why.",))
        before = [each.highlight for each in Library(database).all_highlights()]
    take_back(path, create_further_anchors)
    with Database(path) as database:
        reader = read(database, TEXT)
        assert marked(reader.session) == ["Nobody asked why."]
        assert [each.highlight for each in Library(database).all_highlights()] == before
        reader.mark_parts(*QUOTE)
        reader.wait()
        assert reader.failures == []
        assert reader.session.undo()
        assert reader.session.undo()
        reader.wait()
        assert marked(reader.session) == []
    assert findings(path) == []


def test_a_library_of_the_version_before_that_cannot_be_upgraded_is_read(path: Path) -> None:
    with Database(path) as database:
        made(database, ("Nobody asked why.",))
    take_back(path, create_further_anchors)
    with closing(connect(str(path))) as old:
        _, copy = upgraded_in_memory(old)
        with closing(copy):
            (kept,) = highlights_of(copy, copy.execute("SELECT id FROM documents").fetchone()[0])
    assert kept.words == "Nobody asked why."


def test_parts_are_there_after_reopening_deleting_and_bringing_back(path: Path) -> None:
    with Database(path) as database:
        reader = made(database, QUOTE, OTHER)
        first = reader.session.marks[0].highlight.id
        reader.session.delete(first)
        reader.wait()
        assert marked(read(database, TEXT).session) == [whole(OTHER)]
        assert reader.session.undo()
        reader.wait()
    with Database(path) as database:
        session = read(database, TEXT).session
        assert marked(session) == [whole(QUOTE), whole(OTHER)]
        assert session.marks[0].highlight.words == whole(QUOTE)


def test_fewer_parts_leave_no_trace_in_what_is_shown(path: Path) -> None:
    with Database(path) as database:
        reader = made(database, QUOTE)
        mark = reader.session.marks[0]
        reader.session.set_span(mark.highlight.id, mark.parts[0])
        reader.wait()
        assert marked(read(database, TEXT).session) == [QUOTE[0]]
        assert list(LibrarySearch(Library(database)).search("come back")) == []
        reader.session.undo()
        reader.wait()
        assert marked(read(database, TEXT).session) == [whole(QUOTE)]
    assert findings(path) == []


@pytest.mark.parametrize("query", ["come back", "going back", "'come"])
def test_a_search_finds_the_words_of_every_part(database: Database, query: str) -> None:
    made(database, QUOTE, OTHER)
    hits = LibrarySearch(Library(database)).search(query)
    assert [hit.record.highlight.words for hit in hits] == [whole(QUOTE)]
    assert all(whole(QUOTE)[start:end].strip() for start, end in hits[0].quote_marks)


def test_a_pattern_finds_words_of_every_part(database: Database) -> None:
    made(database, QUOTE, OTHER)
    hits = LibrarySearch(Library(database)).search_regex("zeb.as")
    assert [hit.record.highlight.words for hit in hits] == [whole(OTHER)]
    assert [words for _, words in database.read(lambda c: [*quotes_newest_first(c)])] == [
        whole(OTHER),
        whole(QUOTE),
    ]


def test_a_damaged_part_hides_its_highlight_and_is_told(path: Path) -> None:
    with Database(path) as database:
        made(database, QUOTE, ("Nobody asked why.",))
        damage(database)
        reader = read(database, TEXT)
        # Half of a quote would be shown as if it were all that was highlighted.
        assert marked(reader.session) == ["Nobody asked why."]
        assert any("1 highlight is damaged" in each for each in reader.session.notices)
    assert any("parts of highlights" in each for each in findings(path))


def test_an_export_notices_a_damaged_part(path: Path) -> None:
    with Database(path) as database:
        reader = made(database, QUOTE)
        damage(database)
        (article,) = reader.session.marked()
        told = damage_of(database)
        # What is proved is exported, and what is missing of it is told.
        assert [each.words for each in article.highlights] == [QUOTE[0]]
        assert told is not None
        assert [each.what for each in told.lost] == ["part of a highlight"]


def test_what_can_be_saved_of_a_damaged_library_has_the_parts(path: Path) -> None:
    with Database(path) as database:
        made(database, QUOTE, OTHER)
        database.wipe_traces()
    target = path.with_name("new.db")
    assert salvage(path, target).lost == ()
    with Database(target) as database:
        assert marked(read(database, TEXT).session) == [whole(QUOTE), whole(OTHER)]
        assert len(list(LibrarySearch(Library(database)).search("zebras"))) == 1
    assert findings(target) == []


def test_forgetting_takes_every_part_along_and_putting_back_brings_it(path: Path) -> None:
    with Database(path) as database:
        made(database, QUOTE)
        trash = Trash(database)
        (entry,) = trash.throw_away([*filter(None, [trash.named(SOURCE).shown])])
        assert count(database) == 0
        trash.put_back(entry.id)
        assert marked(read(database, TEXT).session) == [whole(QUOTE)]
        assert len(list(LibrarySearch(Library(database)).search("come"))) == 1
        forget(database, SOURCE)
        assert count(database) == 0
        database.wipe_traces()
    assert b"come back" not in path.read_bytes()


def test_the_colour_of_a_highlight_changes_with_all_its_parts(database: Database) -> None:
    reader = made(database, QUOTE)
    reader.session.recolour(reader.session.marks[0].highlight.id, Colour.PINK)
    reader.wait()
    (record,) = Library(database).all_highlights()
    assert (record.highlight.colour, record.highlight.words) == (Colour.PINK, whole(QUOTE))
