"""The logs are kept short, and whoever wants to undo what is gone is told so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from tests.session.log import assert_counts_are_right
from tests.session.reading import FIRST, OPEN, Reader, marked, read
from tui.documents.article import Span
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.library import Library
from tui.settings.colours import Colour
from tui.store import pruning
from tui.store.database import Database

OLD = "2001-01-01T00:00:00.000000+00:00"


def entries(database: Database, log: str = "operations", where: str = "1") -> int:
    query = f"SELECT count(*) FROM {log} WHERE {where}"
    return database.read(lambda c: int(c.execute(query).fetchone()[0]))


def grow_old(database: Database, log: str = "operations") -> None:
    """Whatever was done, was done long ago."""
    database.submit(lambda c: c.execute(f"UPDATE {log} SET time = ?", (OLD,))).result()


def recolour(reader: Reader, times: int) -> None:
    ident = reader.session.marks[0].highlight.id
    for number in range(times):
        reader.session.recolour(ident, list(Colour)[number % 4])
    reader.wait()


@pytest.fixture
def reader(database: Database) -> Reader:
    """One mark, made and recoloured, all of it long ago."""
    made = read(database)
    made.mark(OPEN)
    recolour(made, 9)
    grow_old(database)
    return made


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def test_what_was_done_long_ago_goes_with_the_next_change(
    database: Database, reader: Reader
) -> None:
    reader.mark(FIRST)
    reader.wait()
    assert entries(database) == 1
    assert set(marked(reader.session)) == {FIRST, OPEN}
    again = read(database).session
    assert again.undo() is not None
    assert again.undo() is None


def test_a_desk_is_told_that_a_change_is_not_kept_any_more(
    database: Database, reader: Reader
) -> None:
    reader.mark(FIRST)
    reader.wait()
    session = reader.session
    session.undo()
    assert session.undo() is not None
    reader.wait()
    assert "does not keep that change any more" in reader.failures[0]
    assert marked(session) == [OPEN]


def test_only_so_many_entries_are_kept(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "KEPT", 5)
    reader = read(database)
    reader.mark(OPEN)
    recolour(reader, 20)
    assert entries(database) == 5


def test_of_one_article_no_more_is_kept_than_can_be_undone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.operations.UNDO_LIMIT", 5)
    reader = read(database)
    reader.mark(OPEN)
    recolour(reader, 20)
    # An open desk undoes all it did.
    assert entries(database) == 20
    monkeypatch.setattr(pruning, "_OPEN_FOR", "+1 day")
    recolour(reader, 1)
    assert entries(database) == 5


def test_what_another_course_has_replaced_is_gone(database: Database) -> None:
    reader = read(database)
    reader.mark(OPEN)
    reader.mark(FIRST)
    reader.session.undo()
    reader.mark("said")
    reader.wait()
    assert entries(database) == 2


def test_old_decisions_lose_their_words_and_stay_counted(database: Database) -> None:
    reader = read(database)
    session, ledger = reader.session, Ledger(database)
    found = [FoundQuestion((Span(0, 9),), "unknown", "Why?", "text", (), 1)]
    ledger.enter(session.article, session.document_id, found)
    ident = ledger.listed()[0].question.id
    for word in ("first", "second"):
        ledger.decide(ident, Resolution(QuestionState.ANSWERED, word))
    grow_old(database, "answers")
    ledger.decide(ident, Resolution(QuestionState.ANSWERED, "third"))
    assert reader.wait()
    assert entries(database, "answers", "before || after LIKE '%first%'") == 0
    assert sum(month.answers for month in Library(database).statistics().months) == 3
    for _ in range(3):
        ledger.undo(lambda _: None)
    reader.wait()
    assert ledger.listed()[0].question.resolution.answer == "second"
    database.read(assert_counts_are_right)


def test_a_log_of_an_earlier_version_is_cut_at_once(database: Database, reader: Reader) -> None:
    def cut(connection: Connection) -> None:
        connection.execute("DROP INDEX answers_kept")
        pruning.prune_logs(connection)

    database.submit(cut).result()
    assert entries(database) == 0
    assert marked(read(database).session) == [OPEN]
