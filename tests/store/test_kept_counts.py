"""The kept counts are those of the rows, after whatever was done."""

from __future__ import annotations

import tempfile
import zlib
from pathlib import Path
from sqlite3 import Connection

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.log import assert_counts_are_right
from tests.session.reading import FIRST, OPEN, Reader, forget, read
from tests.store.articles import TEXT
from tui.documents.article import Span
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.library import Library
from tui.settings.colours import Colour
from tui.store.database import Database
from tui.store.migrations import MIGRATIONS
from tui.store.revision_order import order_revisions

ACTS = (
    "mark", "colour", "note", "no note", "tag", "no tag", "delete", "undo", "redo", "reread",
    "find questions", "lose questions", "answer", "drop", "undo answer", "forget",
)  # fmt: skip


class Course:
    """A reader of two articles, who does as they are told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.edits = 0
        self.open("a")

    def open(self, name: str) -> None:
        text = f"{TEXT}\n\nEdited {self.edits} times."
        self.name = name
        self.reader: Reader = read(self.database, text, source=f"/{name}.txt", title=name)
        self.ledger = Ledger(self.database)

    def do(self, act: str) -> None:
        session, marks = self.reader.session, self.reader.session.marks
        ident = marks[0].highlight.id if marks else ""
        changes = {
            "colour": lambda: session.recolour(ident, Colour.PINK),
            "note": lambda: session.set_note(ident, "a note"),
            "no note": lambda: session.set_note(ident, ""),
            "tag": lambda: session.set_tags(ident, ("one", f"two {self.edits}")),
            "no tag": lambda: session.set_tags(ident, ("one",)),
            "delete": lambda: session.delete(ident),
        }
        if act == "mark":
            self.reader.mark(FIRST if marks else OPEN)
        elif act in changes and ident:
            changes[act]()
        elif act in ("undo", "redo"):
            session.undo() if act == "undo" else session.redo()
        elif act == "reread":
            self.edits += 1
            session.close()
            self.open("b" if self.name == "a" else "a")
        elif act == "forget":
            session.close()
            forget(self.database, f"/{self.name}.txt")
            self.open(self.name)
        else:
            self.ask(act)
        session.close()

    def ask(self, act: str) -> None:
        asked = self.ledger.listed()
        if "questions" in act:
            places = (0, 20, 40) if act == "find questions" else (20,)
            found = [
                FoundQuestion(
                    (Span(at, at + 9),), "unknown", f"{at}?", "text", (), 1, is_sure=at > 0
                )
                for at in places
            ]
            session = self.reader.session
            self.ledger.enter(session.article, session.document_id, found)
        elif act == "undo answer":
            self.ledger.undo(lambda _: None)
        elif asked:
            state = QuestionState.ANSWERED if act == "answer" else QuestionState.DROPPED
            self.ledger.decide(asked[0].question.id, Resolution(state, f"word {self.edits}"))


@given(st.lists(st.sampled_from(ACTS), max_size=25))
@settings(max_examples=40)
def test_the_counts_are_those_of_the_rows_after_any_course(acts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "library.db") as database:
        course = Course(database)
        for act in acts:
            course.do(act)
        database.read(assert_counts_are_right)


def test_a_library_of_an_earlier_version_is_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    time = "2022-01-13T10:00:00+00:00"
    with monkeypatch.context() as before:
        number = MIGRATIONS.index(order_revisions)
        before.setattr("tui.store.migrations.MIGRATIONS", MIGRATIONS[:number])
        with Database(path) as database:
            database.submit(lambda c: _write_rows(c, time)).result()
    with Database(path) as database:
        database.read(assert_counts_are_right)
        found = Library(database).statistics()
        words = Library(database).highlight_vocabulary().words
    assert (found.articles, found.words, found.marks, found.notes) == (1, 4, 1, 1)
    assert (dict(found.colours), dict(found.tags)) == ({"blue": 1}, {"figure": 1})
    assert found.months[0].name == "2022-01"
    assert sorted(words) == ["four", "title"]


def _write_rows(connection: Connection, time: str) -> None:
    connection.execute(
        "INSERT INTO documents (id, title, opened_at, created, updated) "
        "VALUES ('d', 'Title', ?1, ?1, ?1)",
        (time,),
    )
    for ident, text, seen in (("r", b"One two.", "1"), ("s", b"One two three four.", "2")):
        connection.execute(
            "INSERT INTO revisions (id, document_id, hash, text, header, first_seen, last_seen, "
            "created, updated) VALUES (?1, 'd', ?1, ?2, '{}', ?3, ?4, ?3, ?3)",
            (ident, zlib.compress(text), time, seen),
        )
    connection.execute(
        "INSERT INTO highlights (id, document_id, colour, exact, prefix, suffix, start, "
        '"end", revision, note, created, updated) '
        "VALUES ('h', 'd', 'blue', 'four', '', '', 14, 18, 's', 'n', ?1, ?1)",
        (time,),
    )
    connection.execute("INSERT INTO tags VALUES ('h', 'figure', ?1, ?1, NULL, NULL)", (time,))
    connection.execute(
        "INSERT INTO highlight_words (rowid, quote, note, title, speaker) "
        "VALUES (1, 'four', '', 'title', '')"
    )
