"""The same question of two copies of an article is shown once and decided once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.store.articles import TEXT, article
from tests.store.ledger import END, decide, found, settle
from tui.documents.article import Span
from tui.ledger import Decided, Ledger, LedgerQuestion, Order, QuestionState, Resolution
from tui.store.database import Database
from tui.store.ledger_questions import FoundQuestion
from tui.store.opened_document import open_document

REVISED = TEXT.replace("café by the river", "café on the river")
OTHER = (
    "A second report. It says quite other things about the town.\n\n"
    "Nobody knows when the repairs will end. There was no more to be heard on Friday.\n\n"
    "The mayor was not there, and her deputy went home early.\n"
)
ANSWERED = Resolution(QuestionState.ANSWERED, "In May.")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def enter(
    database: Database,
    name: str,
    text: str = TEXT,
    *questions: FoundQuestion,
    published: date = date(2022, 1, 13),
) -> list[LedgerQuestion]:
    """Read a file with some questions, one of them when the repairs will end."""
    read = replace(article(text, f"/texts/{name}"), published=published)
    ident = database.submit(lambda c: open_document(c, read, "all")).result().document_id
    rows = Ledger(database).enter(read, ident, [*questions, found(text, END)])
    assert rows is not None
    return rows


def shown(database: Database) -> list[tuple[str, int]]:
    """The words of every row, and of how many articles it is."""
    ledger = Ledger(database)
    rows = ledger.shown_once(ledger.listed())
    return [(once.record.question.wording, 1 + len(once.also)) for once in rows]


def states(database: Database) -> list[tuple[QuestionState, str]]:
    """What was decided about all of them, the article opened first first."""
    records = Ledger(database).listed()[::-1]
    return [(r.question.state, r.question.resolution.answer) for r in records]


def undo(database: Database, verb: str = "undo", document_id: str | None = None) -> Decided | None:
    outcomes: list[Decided | None] = []
    ledger = Ledger(database, document_id)
    swing = ledger.undo if verb == "undo" else ledger.redo
    swing(lambda future: outcomes.append(future.result()))
    settle(database)
    return outcomes[0]


def test_the_same_question_of_two_copies_is_one_row(database: Database) -> None:
    enter(database, "a.txt")
    enter(database, "b.txt", REVISED)
    assert shown(database) == [(f"{END}?", 2)]
    assert len(Ledger(database).listed()) == 2, "nothing is removed"


@pytest.mark.parametrize(
    "second",
    [
        pytest.param({"text": OTHER}, id="the same sentence in another report"),
        pytest.param({"published": date(2022, 1, 20)}, id="the same form a week later"),
    ],
)
def test_what_is_no_copy_stays_apart(database: Database, second: dict[str, object]) -> None:
    enter(database, "a.txt")
    enter(database, "b.txt", **{"text": REVISED, **second})  # type: ignore[arg-type]
    assert shown(database) == [(f"{END}?", 1)] * 2


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "undecided"},
        {"wording": "When will they end?"},
        {"holder": "the council"},
    ],
)
def test_other_words_kind_or_holder_are_another_question(
    database: Database, change: dict[str, str]
) -> None:
    enter(database, "a.txt")
    read = article(REVISED, "/texts/b.txt")
    ident = database.submit(lambda c: open_document(c, read, "all")).result().document_id
    Ledger(database).enter(read, ident, [found(REVISED, END)._replace(**change)])  # type: ignore[arg-type]
    assert [count for _, count in shown(database)] == [1, 1]


def test_two_questions_of_one_article_in_the_same_words_are_two(database: Database) -> None:
    before = "It was a long day for the town, and nobody in it had slept much. " * 6
    twice = f"{before}\n\n{TEXT}\nA week later nobody knows {END}, either.\n"
    longer = f"What follows was put in order once more by somebody on Sunday night.\n\n{twice}"
    for name, text in (("a.txt", twice), ("b.txt", longer)):
        place = text.rindex(END)
        later = found(text, END)._replace(places=(Span(place, place + len(END)),))
        enter(database, name, text, later)
    assert sorted(shown(database)) == [(f"{END}?", 2)] * 2
    (first, *_) = Ledger(database).listed()
    decide(database, first.question, ANSWERED)
    assert [state for state, _ in states(database)].count(QuestionState.ANSWERED) == 2


def test_without_a_kept_text_nobody_knows_that_it_is_a_copy(database: Database) -> None:
    enter(database, "a.txt")
    enter(database, "b.txt", REVISED)
    with_texts = shown(database)
    database.submit(lambda c: c.execute("DELETE FROM revisions").rowcount).result()
    assert with_texts != shown(database)
    assert [count for _, count in shown(database)] == [1, 1]


def test_a_decision_is_about_all_copies_and_undone_together(database: Database) -> None:
    (first,) = enter(database, "a.txt")
    (second,) = enter(database, "b.txt", REVISED)
    enter(database, "c.txt", OTHER)
    decide(database, first, ANSWERED)
    kept = [(QuestionState.ANSWERED, "In May.")] * 2
    is_open = (QuestionState.OPEN, "")
    assert states(database) == [*kept, is_open]
    assert shown(database) == [(f"{END}?", 1), (f"{END}?", 2)]
    undone = undo(database)
    assert undone is not None
    assert (undone.also, undone.reason) == (1, "")
    assert states(database) == [is_open] * 3
    assert undo(database) is None
    redone = undo(database, "redo")
    assert redone is not None
    assert redone.question is not None
    assert redone.question.id == first.id
    assert states(database) == [*kept, is_open]
    # from the list of the copy it is undone in both, too
    undone = undo(database, "undo", second.document_id)
    assert undone is not None
    assert undone.question is not None
    assert undone.question.id == second.id
    assert states(database) == [is_open] * 3


def test_a_later_copy_follows_and_keeps_what_is_being_typed_there(database: Database) -> None:
    (first,) = enter(database, "a.txt")
    decide(database, first, ANSWERED)
    (second,) = enter(database, "b.txt", REVISED)
    assert shown(database) == [(f"{END}?", 2)], "a later copy stands with the answered one"
    Ledger(database).save_draft(second.id, "Perhaps in")
    decide(database, first, ANSWERED._replace(answer="In June."))
    assert states(database) == [(QuestionState.ANSWERED, "In June.")] * 2
    (draft,) = [r.question.draft for r in Ledger(database).listed() if r.question.id == second.id]
    assert draft == "Perhaps in", "what was being typed there stays"


def test_words_of_ones_own_in_a_copy_are_left_alone(database: Database) -> None:
    (first,) = enter(database, "a.txt")
    decide(database, first, ANSWERED)
    (second,) = enter(database, "b.txt", REVISED)
    decide(database, second, ANSWERED._replace(answer="Never."))
    answers = [(QuestionState.ANSWERED, "In May."), (QuestionState.ANSWERED, "Never.")]
    assert states(database) == answers
    assert shown(database) == [(f"{END}?", 1)] * 2, "two answers are two rows"
    decide(database, first, Resolution(QuestionState.DROPPED))
    assert states(database) == [(QuestionState.DROPPED, ""), answers[1]]


def test_questions_are_listed_in_the_order_asked_for(database: Database) -> None:
    weighty = found(OTHER, "no more to be heard", "undisclosed")
    enter(database, "late.txt", TEXT)
    enter(database, "old.txt", OTHER, weighty._replace(salience=3, about=("Ada",)),
          published=date(2020, 5, 1))  # fmt: skip

    def in_order(order: Order) -> list[str]:
        records = Ledger(database).listed(order=order)
        return [f"{r.question.kind} {r.document.published}" for r in records]

    late, old = "unknown 2022-01-13", "unknown 2020-05-01"
    first = "undisclosed 2020-05-01"
    assert in_order(Order.ARTICLE) == [old, first, late]
    assert in_order(Order.AGE) == [old, first, late]
    assert in_order(Order.IMPORTANCE)[0] == first
    assert in_order(Order.TOPIC)[0] == first, "Ada before repairs"
    assert in_order(Order.KIND)[0] == first
