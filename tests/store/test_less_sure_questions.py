"""How sure the questions of the ledger are, and which of them are listed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.articles import TEXT
from tests.store.ledger import DATE, END, decide, enter, found, listed, settle
from tui.analysis.results import SURE
from tui.ledger import LESS_SURE, STATES, SURE_STATES, Ledger, LedgerCounts
from tui.store.database import Database
from tui.store.ledger_questions import FoundQuestion, QuestionState, Resolution
from tui.store.migrations import MIGRATIONS

certainties = st.lists(st.sampled_from([0.1, 0.4, 0.7, 0.9, None]), min_size=1, max_size=6)


@given(certainties, st.integers(0, 6))
def test_what_was_sure_or_decided_once_is_listed_ever_after(
    course: list[float | None], decided_after: int
) -> None:
    """Each step is an analysis that is as sure as that of the question, or does not find it."""
    with Database.in_memory() as database:
        is_listed = False
        for number, certainty in enumerate(course):
            asked = [] if certainty is None else [guess(certainty)]
            enter(database, asked)
            is_listed |= bool(asked) and asked[0].is_sure
            known = listed(database)
            if number == decided_after and known:
                decide(database, known[0], Resolution(QuestionState.DROPPED))
                is_listed = True
            shown = listed(database, states=SURE_STATES)
            assert [row.id for row in shown] == [row.id for row in known if is_listed]
            assert all(row.is_sure and row.certainty >= SURE for row in shown)
            if shown and shown[0].state is QuestionState.OPEN:
                assert shown[0].is_found == (certainty is not None)


def guess(certainty: float) -> FoundQuestion:
    return found(TEXT, END)._replace(certainty=certainty, is_sure=certainty >= SURE)


def test_less_sure_questions_are_counted_and_listed_apart(database: Database) -> None:
    unsure = found(TEXT, DATE)._replace(certainty=0.4, is_sure=False)
    first, second = enter(database, [guess(0.9), unsure])
    assert Ledger(database).counts() == LedgerCounts(open=1, less_sure=1)
    assert Ledger(database).counts().total == 1
    assert [row.id for row in listed(database, states=SURE_STATES)] == [first.id]
    assert [row.id for row in listed(database, states=[LESS_SURE])] == [second.id]
    # a guess that was given up is in no list, and comes back with what is found again
    enter(database, [guess(0.9)])
    assert Ledger(database).counts() == LedgerCounts(open=1)
    assert [row.id for row in listed(database, states=STATES)] == [first.id]
    assert [row.id for row in enter(database, [guess(0.9), unsure])] == [first.id, second.id]


@pytest.mark.parametrize("act", ["decide", "write"])
def test_who_works_on_a_question_makes_it_sure_for_good(database: Database, act: str) -> None:
    (row,) = enter(database, [guess(0.2)])
    if act == "write":
        Ledger(database).save_draft(row.id, "In Ma")
    else:
        decide(database, row)
        undone: list[object] = []
        Ledger(database).undo(undone.append)
        settle(database)
    (row,) = enter(database, [guess(0.2)])
    assert row.state is QuestionState.OPEN
    assert listed(database, states=SURE_STATES) == [row]


def test_a_library_of_an_older_program_keeps_all_its_questions_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as before:
        before.setattr("tui.store.migrations.MIGRATIONS", MIGRATIONS[:6])
        Database(path).close()
    with Database(path.with_name("new.db")) as new:
        enter(new, [found(TEXT, END), found(TEXT, DATE)])
        decide(new, listed(new)[0])
        settle(new)
    copy_rows(path.with_name("new.db"), path)
    with Database(path) as database:
        rows = listed(database, states=SURE_STATES)
        assert [(row.is_sure, row.certainty) for row in rows] == [(True, 1.0)] * 2
        assert Ledger(database).counts() == LedgerCounts(open=1, answered=1)
        # what the analysis is less sure of today stays listed all the same
        enter(database, [guess(0.1)])
        assert Ledger(database).counts().total == 2


def copy_rows(source: Path, target: Path) -> None:
    """Fill the library of an older program with the rows of today's, column by column."""
    with closing(sqlite3.connect(target)) as old:
        old.execute("ATTACH ? AS new", (str(source),))
        for table in ("documents", "sources", "revisions", "questions"):
            names = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
        old.commit()
