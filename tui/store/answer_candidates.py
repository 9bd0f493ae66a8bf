"""The open questions that an article may answer, found by the names both share.

Nothing here goes through all questions: an index gives the articles of a name, and a name that
many articles have finds none. Read-only.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from sqlite3 import Connection

from tui.store.criteria import quoted
from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, row_document
from tui.store.ledger_questions import COLUMN_COUNT, QUESTION_COLUMNS, row_question
from tui.store.question_records import QuestionRecord

MANY_ARTICLES = 200
"""A name that more articles have than these tells of no one story."""
_LAST = chr(0x10FFFF)


def articles_naming(connection: Connection, name: str) -> Collection[str]:
    """The documents whose questions or titles have a folded word, no more than are many."""
    rows = connection.execute(
        "SELECT DISTINCT q.document_id FROM question_words w JOIN questions q ON q.key = w.rowid "
        "WHERE question_words MATCH ? AND q.deleted IS NULL LIMIT ?",
        (quoted(name), MANY_ARTICLES + 1),
    )
    return [str(row[0]) for row in rows]


def words_like(connection: Connection, beginning: str) -> list[str]:
    """The words of questions that begin so."""
    rows = connection.execute(
        "SELECT word FROM question_terms WHERE word >= ? AND word < ?",
        (beginning, beginning + _LAST),
    )
    return [str(row[0]) for row in rows]


def questions_with(connection: Connection, words: Collection[str]) -> int:
    """How many questions have one of some words; one that has two of them counts twice."""
    query = "SELECT doc FROM question_vocabulary WHERE term = ?"
    counts = (connection.execute(query, (word,)).fetchone() for word in words)
    return sum(int(row[0]) for row in counts if row)


def totals(connection: Connection) -> tuple[int, int]:
    """How many articles and how many questions there are, roughly: deleted ones count, too."""
    query = "SELECT (SELECT count(*) FROM documents), (SELECT coalesce(max(key), 0) FROM questions)"
    articles, questions = connection.execute(query).fetchone()
    return int(articles), int(questions)


def open_questions(
    connection: Connection, documents: Collection[str], limit: int
) -> list[QuestionRecord]:
    """The questions that these articles leave open, the sure and the less sure ones."""
    rows = connection.execute(
        f"SELECT {QUESTION_COLUMNS}, {DOCUMENT_COLUMNS} FROM questions q "
        "JOIN documents d ON d.id = q.document_id "
        "WHERE q.document_id IN (SELECT value FROM json_each(?)) AND +q.state = 'open' "
        "AND q.is_found AND q.deleted IS NULL ORDER BY d.opened_at DESC, q.start LIMIT ?",
        (json.dumps(list(documents)), limit),
    )
    found: list[QuestionRecord] = []
    known: dict[str, DocumentRecord] = {}
    for row in rows:
        question = row_question(row)
        if question is None:
            continue
        document = known.setdefault(question.document_id, row_document(row[COLUMN_COUNT:]))
        found.append(QuestionRecord(question, document))
    return found
