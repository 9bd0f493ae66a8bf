"""The articles of a library in their orders, and the library in figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import tzset

import pytest

from tests.session.reading import read
from tui.documents.article import Span
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.library import Library
from tui.settings.colours import Colour
from tui.store.database import Database
from tui.store.document_list import Order

TEXTS = {"alpha": "One two three. Four five.", "beta": "Six seven eight.", "Gamma": "Nine ten."}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """Three articles: alpha with two marks, beta with two questions, Gamma opened last."""
    with Database(tmp_path / "library.db") as opened:
        for title, text in TEXTS.items():
            reader = read(opened, text, source=f"/texts/{title}.txt", title=title)
            if title == "alpha":
                ident = reader.mark("two", Colour.BLUE).highlight.id
                reader.session.set_tags(ident, ("figures",))
                reader.session.set_note(reader.mark("five").highlight.id, "check")
                reader.wait()
            if title == "beta":
                found = [
                    FoundQuestion((Span(at, at + 3),), "unknown", f"{at}?", "text", (), 1)
                    for at in (0, 4)
                ]
                Ledger(opened).enter(reader.session.article, reader.session.document_id, found)
        yield opened


def titles(database: Database, order: Order, limit: int = 10) -> list[str]:
    return [each.document.title for each in Library(database).shelved(order, limit)]


def test_articles_are_listed_in_every_order(database: Database) -> None:
    assert titles(database, Order.OPENED) == ["Gamma", "beta", "alpha"]
    assert titles(database, Order.TITLE) == ["alpha", "beta", "Gamma"]
    assert titles(database, Order.MARKS) == ["alpha", "Gamma", "beta"]
    assert titles(database, Order.QUESTIONS) == ["beta", "Gamma", "alpha"]
    assert titles(database, Order.MARKS, 1) == ["alpha"]


def test_an_article_without_a_date_comes_after_those_with_one(database: Database) -> None:
    database.submit(
        lambda c: c.execute("UPDATE documents SET published = NULL WHERE title = 'Gamma'")
    ).result()
    database.submit(
        lambda c: c.execute("UPDATE documents SET published = '2023-01-01' WHERE title = 'alpha'")
    ).result()
    assert titles(database, Order.DATE) == ["alpha", "beta", "Gamma"]
    assert Library(database).documents()[2].published == date(2023, 1, 1)


def test_marks_and_open_questions_are_counted(database: Database) -> None:
    ledger = Ledger(database)
    first = ledger.listed()[0].question
    ledger.decide(first.id, Resolution(QuestionState.DROPPED))
    database.submit(lambda c: None).result()
    counts = {
        each.document.title: (each.marks, each.questions)
        for each in Library(database).shelved(Order.TITLE, 10)
    }
    assert counts == {"alpha": (2, 0), "beta": (0, 1), "Gamma": (0, 0)}


def test_only_the_articles_asked_for_are_listed(database: Database) -> None:
    library = Library(database)
    names = {name.title: name for name in library.names()}
    assert names["beta"].source == "/texts/beta.txt"
    found = library.shelved(Order.TITLE, 10, [names["Gamma"].document_id])
    assert [each.document.title for each in found] == ["Gamma"]
    assert library.article_count() == 3


def test_the_library_in_figures(database: Database) -> None:
    ledger = Ledger(database)
    ledger.decide(ledger.listed()[0].question.id, Resolution(QuestionState.ANSWERED, "yes"))
    database.submit(lambda c: None).result()
    found = Library(database).statistics()
    assert (found.articles, found.words, found.marks, found.notes) == (3, 10, 2, 1)
    assert dict(found.colours) == {"blue": 1, "yellow": 1}
    assert dict(found.tags) == {"figures": 1}
    assert (found.questions.open, found.questions.answered) == (1, 1)
    (month,) = found.months
    assert (month.articles, month.marks, month.answers) == (3, 2, 1)


@pytest.mark.parametrize(
    ("zone", "moment", "month"),
    [
        # An hour before midnight of UTC it is February in the east, an hour after it January in
        # the west.
        ("Asia/Tokyo", "2022-01-31T23:00:00.000000+00:00", "2022-02"),
        ("America/New_York", "2022-02-01T01:00:00.000000+00:00", "2022-01"),
        ("UTC", "2022-02-01T00:00:00.000000+00:00", "2022-02"),
    ],
)
def test_the_months_are_those_of_the_reader(
    database: Database, monkeypatch: pytest.MonkeyPatch, zone: str, moment: str, month: str
) -> None:
    monkeypatch.setenv("TZ", zone)
    tzset()
    try:
        database.submit(
            lambda c: [
                c.execute(f"UPDATE {table} SET created = ?", (moment,))
                for table in ("documents", "highlights")
            ]
        ).result()
        (found,) = Library(database).statistics().months
        assert (found.name, found.articles, found.marks) == (month, 3, 2)
    finally:
        monkeypatch.undo()
        tzset()
