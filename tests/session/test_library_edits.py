"""Highlights that a search of the library has found are changed, and changed back."""

from __future__ import annotations

from tests.session.reading import FIRST, OPEN, marked, read
from tui.session.library_edits import LibraryEdits
from tui.settings.colours import Colour
from tui.store.database import Database


def test_what_changed_nothing_is_not_taken_back_with_what_did(database: Database) -> None:
    here = read(database)
    other = read(database, "Another text. It is short.", source="/other.txt")
    blue, yellow = here.mark(OPEN, Colour.BLUE), other.mark("It is short.")
    here.wait()
    other.wait()
    told: list[str] = []
    edits = LibraryEdits(database, lambda: [here.session], told.append)
    edits.recolour([blue.highlight, yellow.highlight], Colour.BLUE)
    edits.undo()
    here.wait()
    assert told == ["", ""]
    assert marked(here.session) == [OPEN]
    assert here.session.marks[0].highlight.colour is Colour.BLUE


def test_changes_of_the_open_article_are_taken_back_together(database: Database) -> None:
    here = read(database)
    marks = [here.mark(FIRST).highlight, here.mark(OPEN).highlight]
    here.wait()
    edits = LibraryEdits(database, lambda: [here.session], lambda _: None)
    edits.delete(marks)
    assert marked(here.session) == []
    edits.undo()
    assert marked(here.wait()) == [FIRST, OPEN]
