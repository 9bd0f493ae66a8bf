"""What is forgotten can be put back, whole, whatever has happened since."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, Reader, marked, read
from tui.errors import StoreError
from tui.library import Library
from tui.store import trash_entries
from tui.store.criteria import Sought
from tui.store.database import Database
from tui.store.forgetting import OWNED
from tui.trash import Trash

BRIDGE = "/texts/bridge.txt"
OTHER = "A wholly different article. Nothing of it stands in the first one. It is new."
_TABLES = [*OWNED, "highlight_words", "question_words"]


def worked_on(database: Database) -> Reader:
    """An article with a bit of everything."""
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.set_note(ident, "ask the council")
    reader.session.set_tags(ident, ("money",))
    reader.session.drafts.save(ident, "half a")
    reader.session.tag_drafts.save(ident, "mon")
    reader.session.delete(reader.mark("said").highlight.id)
    reader.asks("Who pays?", FIRST)
    reader.session.places.save(30)
    reader.session.places.name("a", 0)
    reader.wait()
    return reader


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the library but those that say only what was opened when."""

    def look(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
            for table in _TABLES
        }

    return database.read(look)


def thrown_away(database: Database, source: str = BRIDGE) -> str:
    """Forget what a name holds; the id of its entry in the trash."""
    trash = Trash(database)
    shown = trash.named(source).shown
    assert shown is not None
    return trash.throw_away([shown])[0].id


def test_every_table_that_has_rows_of_an_article_is_known(database: Database) -> None:
    def look(connection: sqlite3.Connection) -> set[str]:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name
            for (name,) in names.fetchall()
            for column in connection.execute(f"PRAGMA table_info({name})")
            if column[1] in ("document_id", "highlight_id")
        }

    # The lines being typed hang on a highlight or question by a column of another name; hashed
    # sentences are made again.
    assert database.read(look) - {"trash", "sketches"} == set(OWNED) - {"documents", "line_drafts"}


def test_what_is_put_back_is_what_was_there(database: Database) -> None:
    worked_on(database)
    read(database, OTHER, source="/texts/other.txt", title="Another")
    before = rows(database)
    entry = thrown_away(database)
    assert [record.title for record in Library(database).documents()] == ["Another"]
    assert Library(database).candidate_highlights([Sought([["repairs"]])], 9) == []
    back = Trash(database).put_back(entry)
    assert back is not None
    assert (back.title, back.is_joined, back.taken) == ("The closed bridge", False, ())
    assert rows(database) == before
    assert Trash(database).entries() == []
    reader = read(database)
    assert marked(reader.session) == [OPEN]
    assert reader.session.can_undo


def test_an_entry_says_what_it_is_and_until_when_it_is_kept(database: Database) -> None:
    worked_on(database)
    thrown_away(database)
    (entry,) = Trash(database).entries()
    assert (entry.title, entry.sources, entry.highlights) == ("The closed bridge", (BRIDGE,), 1)
    kept = datetime.fromisoformat(entry.until) - datetime.fromisoformat(entry.forgotten)
    assert kept == timedelta(days=30)


def test_it_joins_what_was_made_when_its_text_was_opened_anew(database: Database) -> None:
    worked_on(database)
    entry = thrown_away(database)
    anew = read(database)
    assert marked(anew.session) == []
    anew.mark(FIRST)
    anew.wait()
    back = Trash(database).put_back(entry)
    assert back is not None
    assert back.is_joined
    assert back.document_id == anew.session.document_id
    assert len(Library(database).documents()) == 1
    again = read(database)
    assert marked(again.session) == [FIRST, OPEN]
    again.session.undo()
    again.session.undo()
    again.wait()
    assert again.failures == []


def test_a_name_that_holds_another_article_now_stays_with_it(database: Database) -> None:
    worked_on(database)
    entry = thrown_away(database)
    read(database, OTHER, title="Another").mark("It is new.")
    back = Trash(database).put_back(entry)
    assert back is not None
    assert (back.is_joined, back.taken) == (False, (BRIDGE,))
    held = {record.title: record.source for record in Library(database).documents()}
    assert held == {"Another": BRIDGE, "The closed bridge": ""}
    quotes = [each.highlight.anchor.exact for each in Library(database).all_highlights()]
    assert sorted(quotes) == ["It is new.", OPEN]


def test_a_desk_that_goes_on_with_a_forgotten_article_loses_nothing(database: Database) -> None:
    reader = worked_on(database)
    first = thrown_away(database)
    reader.mark(FIRST)
    reader.wait()
    second = thrown_away(database)
    trash = Trash(database)
    assert trash.put_back(first)
    assert trash.put_back(second)
    assert marked(read(database).session) == [FIRST, OPEN]


def test_a_damaged_row_is_known_to_be_damaged_when_it_is_back(
    database: Database, path: Path
) -> None:
    worked_on(database)
    with sqlite3.connect(path) as other:
        trigger = "highlights_sum_update"
        (made,) = other.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (trigger,)
        ).fetchone()
        other.execute(f"DROP TRIGGER {trigger}")
        other.execute("UPDATE highlights SET note = 'ask the counsel' WHERE note <> ''")
        other.execute(made)
    assert Library(database).all_highlights() == []
    assert Trash(database).put_back(thrown_away(database))
    assert Library(database).all_highlights() == []


def test_a_damaged_entry_is_not_put_back(database: Database) -> None:
    worked_on(database)
    entry = thrown_away(database)
    database.submit(
        lambda c: c.execute("UPDATE trash SET pack = CAST(pack || x'00' AS BLOB)")
    ).result()
    with pytest.raises(StoreError, match="damaged on the disk and stays in the trash"):
        Trash(database).put_back(entry)
    assert [each.id for each in Trash(database).entries()] == [entry]
    assert Library(database).documents() == []


def at(monkeypatch: pytest.MonkeyPatch, days: float) -> None:
    """Set the clock of the trash."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(days=days)

    monkeypatch.setattr(trash_entries, "datetime", Clock)


def test_the_trash_empties_itself_but_not_on_the_word_of_one_wrong_clock(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_on(database)
    thrown_away(database)
    trash = Trash(database)
    for days, is_kept in ((29, True), (2000, True), (1, True), (31, True), (31.5, True)):
        at(monkeypatch, days)
        trash.empty()
        assert bool(trash.entries()) == is_kept
    at(monkeypatch, 32.1)
    trash.empty()
    assert trash.entries() == []


def test_forgetting_for_good_leaves_nothing_in_the_trash_or_a_backup(
    database: Database, path: Path
) -> None:
    worked_on(database)
    thrown_away(database)
    reader = worked_on(database)
    read(database, OTHER, source="/texts/other.txt", title="Another").mark("It is new.")
    trash = Trash(database)
    named = trash.named(BRIDGE)
    assert named.shown == reader.session.document_id
    assert named.same == named.trashed
    erased = trash.forget_now([named.shown], named.same)
    assert (erased.rewritten, erased.removed, erased.remaining) == (2, 0, ())
    assert trash.entries() == []
    for copy in (path.parent / "backups").glob("*.db"):
        with Database(copy, path.parent / "x") as backup:
            assert not any(each.source == BRIDGE for each in Library(backup).documents())
            assert Trash(backup).entries() == []
    assert [each.title for each in Library(database).documents()] == ["Another"]


def test_a_later_article_of_the_same_name_is_another_one(database: Database) -> None:
    worked_on(database)
    read(database, OTHER, title="Another")
    named = Trash(database).named(BRIDGE)
    assert len(named.earlier) == 1
    thrown_away(database)
    assert [each.title for each in Trash(database).entries()] == ["Another"]
    assert [each.title for each in Library(database).documents()] == ["The closed bridge"]
    named = Trash(database).named(BRIDGE)
    assert named.shown is not None
    assert named.same == []
    assert len(named.trashed) == 1
