"""Answers that come from the desk are followed in the ledger."""

from __future__ import annotations

from tests.store.articles import TEXT
from tests.store.ledger import ANSWERED, DATE, END, decide, enter, found, listed, settle
from tui.ledger import Ledger
from tui.store.database import Database
from tui.store.ledger_questions import FoundQuestion, QuestionState, Resolution


def answered(answer: str | None, words: str = END) -> FoundQuestion:
    """A found question with the answer that the desk has for it."""
    return found(TEXT, words)._replace(answer=answer)


def test_the_answer_of_the_desk_is_followed_and_taken_back(database: Database) -> None:
    (row,) = enter(database, [answered("")])
    assert row.state is QuestionState.OPEN
    for answer in ("In May.", "In June."):
        (again,) = enter(database, [answered(answer)])
        assert again.id == row.id
        assert listed(database)[0].resolution == Resolution(QuestionState.ANSWERED, answer)
    enter(database, [answered(None)])
    assert listed(database)[0].resolution.answer == "In June.", "nothing was said about it"
    enter(database, [answered("")])
    assert listed(database)[0].is_untouched
    ledger_undone: list[object] = []
    Ledger(database).undo(lambda future: ledger_undone.append(future.result()))
    settle(database)
    assert ledger_undone == [None], "the desk has an undo of its own"


def test_a_question_that_is_new_enters_with_its_answer(database: Database) -> None:
    enter(database, [answered("In May."), answered("", DATE)])
    assert {row.anchor.exact: row.resolution.answer for row in listed(database)} == {
        END: "In May.", DATE: "",
    }  # fmt: skip
    assert [row.state for row in listed(database, states=["answered"])] == ["answered"]


def test_what_is_decided_after_the_desk_holds_until_the_desk_says_something_else(
    database: Database,
) -> None:
    (row,) = enter(database, [answered("In May.")])
    for state in (QuestionState.DROPPED, QuestionState.OPEN):
        decide(database, row, Resolution(state, "In May."))
        enter(database, [answered("In May.")])
        assert listed(database)[0].resolution == Resolution(state, "In May.")
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == Resolution(QuestionState.ANSWERED, "In June.")


def test_a_dropped_question_stays_dropped_when_its_answer_is_taken_back(
    database: Database,
) -> None:
    (row,) = enter(database, [answered("In May.")])
    decide(database, row, Resolution(QuestionState.DROPPED, "In May."))
    enter(database, [answered("")])
    assert listed(database)[0].resolution == Resolution(QuestionState.DROPPED)


def test_words_of_the_ledger_outlive_the_desk_and_come_back_with_undo(database: Database) -> None:
    (row,) = enter(database, [answered("In May.")])
    decide(database, row, ANSWERED)
    enter(database, [answered("")])
    assert listed(database)[0].resolution == ANSWERED, "not the desk's to take back"
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == ANSWERED._replace(answer="In June.")
    Ledger(database).undo(lambda _: None)
    settle(database)
    assert listed(database)[0].resolution == ANSWERED
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == ANSWERED, "the desk has said nothing else since"


def test_a_question_of_the_reader_s_own_is_known_by_its_id(database: Database) -> None:
    def own(ident: str, wording: str) -> FoundQuestion:
        return found(TEXT, END, "yours", wording)._replace(id=ident, is_by_reader=True, answer="")

    enter(database, [own("a", "Why?"), own("b", "When?"), found(TEXT, END, "yours", "Found?")])
    enter(database, [own("b", "When now?")._replace(answer="In May."), own("c", "Why?")])
    rows = {row.id: (row.wording, row.is_found, row.resolution.answer) for row in listed(database)}
    assert len(rows) == 4
    assert (rows["a"], rows["b"], rows["c"]) == (
        ("Why?", False, ""), ("When now?", True, "In May."), ("Why?", True, ""),
    )  # fmt: skip
