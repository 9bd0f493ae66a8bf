"""An answer and the highlight it stands in: one operation, undone together from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.reading import Reader, forget, marked, read, refuse_writing, span_of
from tests.store.articles import TEXT
from tui.documents.article import Span
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.settings.colours import Colour
from tui.store.database import Database
from tui.store.ledger_questions import HIGHLIGHT_LINK, LedgerQuestion

NEWS = "The bridge opened again on Monday, the council said. Nothing else happened."
ANSWER = "The bridge opened again on Monday, the council said."


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def asked(database: Database) -> LedgerQuestion:
    """A question that another article left open."""
    reader = read(database, TEXT)
    words = "when the repairs will end"
    start = TEXT.index(words)
    found = FoundQuestion(
        (Span(start, start + len(words)),), "unknown", "When will they end?", "text", (), 2
    )
    rows = Ledger(database).enter(reader.session.article, reader.session.document_id, [found])
    assert rows is not None
    return rows[0]


def answered(reader: Reader, asked: LedgerQuestion, answer: str = "") -> str:
    """Answer a question with the first sentence; the id of the highlight."""
    session = reader.session
    new = session.prepared(span_of(session.article, ANSWER), Colour.GREEN)
    link = f"{HIGHLIGHT_LINK}{new.id}"
    change = session.answers.give(asked, Resolution(QuestionState.ANSWERED, answer, link), new)
    assert change.ok
    reader.wait()
    return new.id


def state(database: Database) -> Resolution:
    (record,) = Ledger(database).listed()
    return record.question.resolution


def settle(database: Database) -> None:
    database.submit(lambda c: None).result()


def test_an_answer_makes_its_highlight_and_links_it(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    ident = answered(reader, asked, "On Monday.")
    assert marked(reader.session) == [ANSWER]
    link = f"{HIGHLIGHT_LINK}{ident}"
    assert state(database) == Resolution(QuestionState.ANSWERED, "On Monday.", link)


def test_one_undo_takes_both_back_and_redo_gives_both_again(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    answered(reader, asked)
    change = reader.session.undo()
    assert change is not None
    assert change.ok
    reader.wait()
    assert marked(reader.session) == []
    assert state(database) == asked.resolution
    assert reader.session.answers.can_redo
    reader.session.redo()
    reader.wait()
    assert marked(reader.session) == [ANSWER]
    assert state(database).state is QuestionState.ANSWERED


def test_undo_does_both_also_when_the_answer_is_still_on_its_way(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    session = reader.session
    new = session.prepared(span_of(session.article, ANSWER), Colour.GREEN)
    session.answers.give(asked, Resolution(QuestionState.ANSWERED, "", "x"), new)
    assert session.undo() is not None
    reader.wait()
    assert marked(session) == []
    assert state(database) == asked.resolution


def test_undo_works_in_a_later_reading(database: Database, asked: LedgerQuestion) -> None:
    answered(read(database, NEWS, source="/texts/news.txt"), asked)
    again = read(database, NEWS, source="/texts/news.txt")
    assert again.session.answers.can_undo
    change = again.session.undo()
    assert change is not None
    assert change.ok
    again.wait()
    assert (marked(again.session), state(database)) == ([], asked.resolution)


def test_a_passage_that_is_highlighted_already_keeps_its_highlight(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    mark = reader.mark(ANSWER)
    link = f"{HIGHLIGHT_LINK}{mark.highlight.id}"
    reader.session.answers.give(asked, Resolution(QuestionState.ANSWERED, "", link), None)
    reader.wait()
    assert state(database).link == link
    reader.session.undo()
    reader.wait()
    assert marked(reader.session) == [ANSWER]
    assert state(database) == asked.resolution


def test_the_undo_of_the_ledger_takes_the_highlight_back_too(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    answered(reader, asked)
    Ledger(database).undo(lambda _: None)
    settle(database)
    assert state(database) == asked.resolution
    again = read(database, NEWS, source="/texts/news.txt")
    assert marked(again.session) == []


def test_an_answer_decided_otherwise_since_is_not_undone_from_the_article(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    answered(reader, asked)
    Ledger(database).decide(asked.id, Resolution(QuestionState.DROPPED))
    settle(database)
    reader.session.undo()
    reader.wait()
    assert "the question was decided otherwise" in reader.failures[0]
    assert marked(reader.session) == [ANSWER]
    assert state(database).state is QuestionState.DROPPED


def test_words_of_another_desk_are_kept_beside_the_answer(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    Ledger(database).decide(asked.id, Resolution(QuestionState.ANSWERED, "In May."))
    settle(database)
    answered(reader, asked, "On Monday.")
    assert "In May." in state(database).answer
    assert "On Monday." in state(database).answer


def test_nothing_is_highlighted_for_a_question_that_is_gone(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    forget(database, "/texts/bridge.txt")
    session = reader.session
    new = session.prepared(span_of(session.article, ANSWER), Colour.GREEN)
    session.answers.give(asked, Resolution(QuestionState.ANSWERED, "words", "x"), new)
    reader.wait()
    assert marked(session) == []
    assert "forgotten" in reader.failures[0]


def test_what_the_disk_refuses_is_drawn_back_whole(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    refuse_writing(database)
    session = reader.session
    new = session.prepared(span_of(session.article, ANSWER), Colour.GREEN)
    session.answers.give(asked, Resolution(QuestionState.ANSWERED, "words", "x"), new)
    reader.wait()
    assert marked(session) == []
    assert state(database) == asked.resolution


def test_forgetting_the_asking_article_forgets_the_answer_in_the_log_of_the_other(
    database: Database, asked: LedgerQuestion
) -> None:
    reader = read(database, NEWS, source="/texts/news.txt")
    answered(reader, asked, "A secret of the bridge.")
    forget(database, "/texts/bridge.txt")
    query = "SELECT count(*) FROM operations WHERE after LIKE '%secret%'"
    assert database.read(lambda c: c.execute(query).fetchone()[0]) == 0
    assert marked(read(database, NEWS, source="/texts/news.txt").session) == [ANSWER]
