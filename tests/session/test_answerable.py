"""What an article may answer is looked for in the library, in bounded work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

import pytest

from tests.session.reading import read, span_of
from tui.analysis.results import Analysis, Entity, EntityType, Mention, Question, QuestionKind
from tui.analysis.rules import MentionRule
from tui.documents.article import Span
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.session.answerable import Answerable, AnswerSearch
from tui.store.answer_candidates import MANY_ARTICLES
from tui.store.database import Database
from tui.store.sought_answers import is_first_asked

NAMES = ("Kestrel Bank", "Raiffeisen Nord", "Holger Brinkmann", "Frankfurt")
TALKS = (
    "Kestrel Bank in talks to sell its German arm\n\nKestrel Bank may sell its German arm to "
    "Raiffeisen Nord, whose chairman is Holger Brinkmann of Frankfurt. It was not clear how many "
    "jobs would go. Kestrel Bank declined to comment."
)
DEAL = (
    "Kestrel Bank sells its German arm\n\nRaiffeisen Nord buys the German arm of Kestrel Bank. "
    "About 600 jobs will go by 2026, Holger Brinkmann said in Frankfurt. It may be 700 jobs."
)
JOBS = "About 600 jobs will go by 2026, Holger Brinkmann said in Frankfurt."
FERRY = (
    "Ferry jobs in doubt\n\nIt was not clear how many jobs would go at the ferry in Torpoint, "
    "Tom Penhaligon said in Devonport."
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def asks(database: Database, text: str, source: str, **fields: str) -> None:
    """An article that leaves open how many jobs go, with another question."""
    reader = read(database, text, source=source, title=text.partition("\n")[0], **fields)
    words = "how many jobs would go"
    start = text.index(words)
    place = (Span(start, start + len(words)),)
    found = FoundQuestion(place, "unknown", "How many jobs will go?", "text", (), 2)
    silent = found._replace(kind="undisclosed", wording="Kestrel Bank declined to comment")
    article = reader.session.article
    Ledger(database).enter(article, reader.session.document_id, [found, silent])


def analysis(text: str, *open_words: str) -> Analysis:
    entities = tuple(
        Entity(name, EntityType.ORG, (Mention(span, MentionRule.SAME_NAME),))
        for name in NAMES
        if (span := Span(text.find(name), text.find(name) + len(name))).start >= 0
    )
    questions = tuple(
        Question(
            Span(text.index(words), text.index(words) + len(words)),
            "How many jobs go?",
            QuestionKind.UNKNOWN,
            "text",
            2,
            certainty=0.9,
        )
        for words in open_words
    )
    return Analysis("en", entities, (), questions)


def search(database: Database, text: str = DEAL, *open_words: str, **fields: str) -> AnswerSearch:
    reader = read(database, text, source="/texts/deal.txt", title="Kestrel sells", **fields)
    found = analysis(text, *open_words)
    return AnswerSearch(database, reader.session.article, reader.session.document_id, found)


def told(found: list[Answerable]) -> list[tuple[str, str]]:
    return [(each.record.question.wording, each.record.document.title) for each in found]


def test_a_sentence_finds_the_question_of_its_own_story(database: Database) -> None:
    asks(database, TALKS, "/texts/talks.txt")
    asks(database, FERRY, "/texts/ferry.txt")
    found = search(database)
    (span,) = [span for span in found._sentences() if DEAL[span.start : span.end] == JOBS]
    title = TALKS.partition("\n")[0]
    assert told(found.by_passage((span,))) == [("How many jobs will go?", title)]


def test_an_article_finds_the_question_with_the_sentence_that_is_no_guess(
    database: Database,
) -> None:
    asks(database, TALKS, "/texts/talks.txt")
    (hit,) = search(database).by_article()
    (part,) = hit.parts
    assert DEAL[part.start : part.end] == JOBS


def test_what_the_article_itself_leaves_open_answers_nothing(database: Database) -> None:
    asks(database, TALKS, "/texts/talks.txt")
    assert search(database, DEAL, "About 600 jobs will go").by_article() == []


def test_another_story_is_not_answered(database: Database) -> None:
    asks(database, FERRY, "/texts/ferry.txt")
    assert search(database).by_article() == []


def test_the_evidence_of_a_question_does_not_answer_it(database: Database) -> None:
    text = f"{DEAL} It was not clear how many jobs would go: 600 or 700."
    asks(database, text, "/texts/deal.txt")
    found = search(database, text)
    part = span_of(found._article, "It was not clear how many jobs would go: 600 or 700.")
    assert found.by_passage((part,)) == []
    # Another sentence of the same article may answer what is asked further up.
    assert found.by_passage((span_of(found._article, JOBS),))


def test_an_older_article_answers_nothing_that_was_asked_later(database: Database) -> None:
    asks(database, TALKS, "/texts/talks.txt", published="2026-11-06")
    assert search(database, published="2026-11-01").by_article() == []
    assert search(database, published="2026-11-19").by_article()


def test_what_is_answered_or_dropped_is_not_looked_at(database: Database) -> None:
    asks(database, TALKS, "/texts/talks.txt")
    ledger = Ledger(database)
    for record in ledger.listed():
        ledger.decide(record.question.id, Resolution(QuestionState.DROPPED))
    database.submit(lambda c: None).result()
    assert search(database).by_article() == []


def test_a_name_of_many_articles_leads_to_none(database: Database) -> None:
    """Else a library of a hundred thousand questions would be gone through."""
    asks(database, TALKS, "/texts/talks.txt")
    fill = (
        'INSERT INTO questions (id, document_id, exact, prefix, suffix, start, "end", revision, '
        "kind, wording, holder, about, salience, created, updated) SELECT id, id, 'x', '', '', 0, "
        "1, '', 'unknown', 'x', 'text', '[]', 1, '', '' FROM documents WHERE title LIKE 'n%'"
    )
    index = (
        "INSERT INTO question_words (rowid, wording, answer, title, names) SELECT key, "
        "'kestrel raiffeisen nord holger brinkmann frankfurt', '', '', '' FROM questions "
        "WHERE wording = 'x'"
    )
    documents = (
        "INSERT INTO documents (id, title, opened_at, created, updated) "
        "VALUES ('n' || ?, 'n', '', '', '')"
    )

    def write(connection: Connection) -> None:
        connection.executemany(documents, [(n,) for n in range(MANY_ARTICLES + 1)])
        connection.execute(fill)
        connection.execute(index)

    database.submit(write).result()
    assert search(database).by_article() == []


def test_an_article_is_asked_once(database: Database) -> None:
    ident = read(database, DEAL, source="/texts/deal.txt").session.document_id
    assert database.submit(lambda c: is_first_asked(c, ident)).result()
    assert not database.submit(lambda c: is_first_asked(c, ident)).result()


def test_an_article_that_is_not_kept_is_not_asked(database: Database) -> None:
    ident = read(database, DEAL, "marked", source="/texts/deal.txt").session.document_id
    assert not database.submit(lambda c: is_first_asked(c, ident)).result()
