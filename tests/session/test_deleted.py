"""Deleted highlights come back, also in a later reading."""

from __future__ import annotations

from pathlib import Path

from tests.session.reading import FIRST, OPEN, marked, read, refuse_writing
from tui.settings.colours import Colour
from tui.store.database import Database


def test_deleted_highlights_are_known_last_one_first(database: Database) -> None:
    reader = read(database)
    first, second = reader.mark(FIRST).highlight.id, reader.mark(OPEN).highlight.id
    session = reader.session
    assert not session.deleted
    session.delete(first)
    session.delete(second)
    assert [mark.id for mark in session.deleted] == [second, first]
    session.restore(first)
    session.delete(first)
    assert [mark.id for mark in session.deleted] == [first, second]


def test_a_later_reading_brings_back_note_colour_and_tags(path: Path) -> None:
    with Database(path) as database:
        reader = read(database)
        ident = reader.mark(OPEN, Colour.PINK).highlight.id
        reader.session.set_note(ident, "why?")
        reader.session.set_tags(ident, ("b", "a"))
        reader.session.delete(ident)
        reader.wait()
    with Database(path) as database:
        session = read(database).session
        session.read_deleted()
        change = session.restore(ident)
        assert (change.ok, change.description) == (True, "highlight restored")
        assert marked(session) == [OPEN]
        made = session.marks[0].highlight
        assert (made.note, made.colour, made.tags) == ("why?", Colour.PINK, ("a", "b"))
        assert not session.deleted
        undone = session.undo()
        assert undone is not None
        assert undone.description == "highlight removed again"
        assert marked(session) == []
        assert [mark.id for mark in session.deleted] == [ident]
        again = session.redo()
        assert again is not None
        assert marked(session) == [OPEN]
    with Database(path) as database:
        assert marked(read(database).session) == [OPEN]


def test_a_highlight_whose_making_was_undone_can_be_restored_after_other_changes(
    database: Database,
) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.undo()
    reader.mark(FIRST)
    assert not reader.session.can_redo
    reader.session.restore(ident)
    assert marked(reader.wait()) == [FIRST, OPEN]


def test_a_deletion_the_disk_refuses_is_no_deletion(database: Database) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.wait()
    refuse_writing(database)
    reader.session.delete(ident)
    reader.wait()
    assert reader.failures
    assert not reader.session.deleted
    assert marked(reader.session) == [OPEN]


def test_what_is_not_deleted_cannot_be_restored(database: Database) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    assert not reader.session.restore(ident).ok
    assert not reader.session.restore("nobody").ok
    assert marked(reader.session) == [OPEN]


def test_tags_of_the_library_the_most_used_first(database: Database) -> None:
    reader = read(database)
    session = reader.session
    first, second = reader.mark(FIRST).highlight.id, reader.mark(OPEN).highlight.id
    session.set_tags(first, ("rare", "often"))
    session.set_tags(second, ("often", "gone"))
    session.set_tags(second, ("often",))
    reader.wait()
    assert session.library_tags() == ["often", "rare"]
    session.delete(first)
    reader.wait()
    assert session.library_tags() == ["often"]
