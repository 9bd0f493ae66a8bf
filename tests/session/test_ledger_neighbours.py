"""Two programs with one ledger: each question once, every decision kept."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

from tests.session.reading import read
from tests.store.articles import TEXT
from tui.documents.article import Span
from tui.ledger import (
    DecisionResult,
    FoundQuestion,
    Ledger,
    LedgerQuestion,
    QuestionState,
    Resolution,
)
from tui.store.database import Database

ROOT = Path(__file__).parents[2]
WORDS = ("when the repairs will end", "declined to name a date", "has lost its guests")

OTHER = """
import sys
from pathlib import Path
from tests.session.test_ledger_neighbours import WORDS, entered
from tui.ledger import Ledger, QuestionState, Resolution
from tui.store.database import Database

with Database(Path(sys.argv[1])) as database:
    for round in range(20):
        rows = entered(database)
        Ledger(database).decide(rows[1].id, Resolution(QuestionState.ANSWERED, f"theirs {round}"))
    database.submit(lambda c: None).result()
print("done")
"""


def entered(database: Database) -> list[LedgerQuestion]:
    """Read the article and enter its questions, as the desk does."""
    session = read(database).session
    found = [
        FoundQuestion((Span(at, at + len(words)),), "unknown", f"{words}?", "text", (), 1)
        for words, at in ((words, TEXT.index(words)) for words in WORDS)
    ]
    rows = Ledger(database).enter(session.article, session.document_id, found)
    assert rows is not None
    return rows


def test_two_processes_enter_and_decide_at_the_same_time(path: Path) -> None:
    with Database(path) as database:
        other = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        for number in range(20):
            rows = Ledger(database).listed() if number else []
            ident = rows[0].question.id if rows else None
            entered(database)
            if ident is not None:
                Ledger(database).decide(ident, Resolution(QuestionState.ANSWERED, f"ours {number}"))
        out, _ = other.communicate(timeout=60)
        assert out.strip() == "done"
        database.submit(lambda c: None).result()
        kept = [record.question for record in Ledger(database).listed()]
    assert [question.wording for question in kept] == [f"{words}?" for words in WORDS]
    assert [question.resolution.answer for question in kept] == ["ours 19", "theirs 19", ""]


def test_answers_given_at_once_are_both_kept(path: Path) -> None:
    told: list[Future[DecisionResult]] = []
    with Database(path) as here, Database(path) as there:
        row = entered(here)[0]
        seen = row.resolution
        first = Resolution(QuestionState.ANSWERED, "in May", "report.txt")
        Ledger(here).decide(row.id, first, seen)
        here.submit(lambda c: None).result()
        second = Resolution(QuestionState.ANSWERED, "never", "letter.txt")
        Ledger(there).decide(row.id, second, seen, told.append)
        there.submit(lambda c: None).result()
        kept = Ledger(here).listed()[0].question.resolution
        Ledger(there).undo(told.append)
        there.submit(lambda c: None).result()
        assert Ledger(here).listed()[0].question.resolution == first
    assert kept.answer.startswith("in May\n")
    assert kept.answer.endswith("\nnever\n\nreport.txt")
    assert kept.link == "letter.txt"
    decided = told[0].result()
    assert decided is not None
    assert "the words of both" in decided.notice


def test_an_answer_on_the_desk_keeps_what_the_ledger_has_got_meanwhile(path: Path) -> None:
    with Database(path) as database:
        session = read(database).session
        ledger = Ledger(database)
        row = entered(database)[0]
        ledger.decide(row.id, Resolution(QuestionState.ANSWERED, "in May"))
        place = Span(row.anchor.start, row.anchor.end)
        given = FoundQuestion(
            (place,), row.kind, row.wording, "text", (), 1, "never", frozenset(("",))
        )
        ledger.enter(session.article, session.document_id, [given])
        answer = ledger.listed()[0].question.resolution.answer
        assert answer.startswith("in May\n")
        assert answer.endswith("\nnever")


def test_an_answer_taken_back_on_the_desk_leaves_one_that_was_given_elsewhere(path: Path) -> None:
    with Database(path) as database:
        session = read(database).session
        ledger = Ledger(database)
        row = entered(database)[0]
        place = Span(row.anchor.start, row.anchor.end)
        given = FoundQuestion((place,), row.kind, row.wording, "text", (), 1, "in May")
        ledger.enter(session.article, session.document_id, [given])
        theirs = given._replace(answer="never", seen_answers=frozenset(("", "in May")))
        ledger.enter(session.article, session.document_id, [theirs])
        back = given._replace(answer="", seen_answers=frozenset(("", "in May")))
        ledger.enter(session.article, session.document_id, [back])
        assert ledger.listed()[0].question.resolution.answer == "never"
