"""Questions together with their documents: listed, counted, searched."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from sqlite3 import Connection

from tui.store.criteria import Sought, quoted
from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, row_document
from tui.store.kept_counts import count_of
from tui.store.ledger_questions import COLUMN_COUNT, QUESTION_COLUMNS, LedgerQuestion, row_question

_RARE = 3000
"""So many are sorted in less time than it takes to go through the articles."""


@dataclass(frozen=True, slots=True)
class QuestionRecord:
    """A question with the document that leaves it open."""

    question: LedgerQuestion
    """The question."""
    document: DocumentRecord
    """Its document."""


@dataclass(frozen=True, slots=True)
class LedgerCounts:
    """How many questions there are of each state."""

    open: int = 0
    """Open ones that the text still leaves open."""
    answered: int = 0
    """Answered ones."""
    dropped: int = 0
    """Dropped ones."""
    lost: int = 0
    """Open ones that the last analysis of their text no longer lists."""
    less_sure: int = 0
    """Open ones that are wrong too often to be listed with the others."""

    @property
    def total(self) -> int:
        """All of them but the less sure ones."""
        return self.open + self.answered + self.dropped + self.lost

    def without(self, questions: Iterable[LedgerQuestion]) -> LedgerCounts:
        """The same without some that are counted."""
        names = Counter(
            _listed_as(each.state, is_found=each.is_found, is_sure=each.is_sure)
            for each in questions
        )
        kept = {each.name: getattr(self, each.name) - names[each.name] for each in fields(self)}
        return LedgerCounts(**{name: max(0, number) for name, number in kept.items()})


def counts(connection: Connection, document_id: str | None = None) -> LedgerCounts:
    """The questions of the library, or of one document, counted by state."""
    if document_id is None:
        kept = count_of(connection, "questions")
    else:
        kept = dict(
            connection.execute(
                "SELECT state || ' ' || is_found || ' ' || is_sure, count(*) FROM questions "
                "WHERE deleted IS NULL AND document_id = ? GROUP BY 1",
                (document_id,),
            )
        )
    found = Counter[str]()
    for key, number in kept.items():
        state, is_found, is_sure = key.split(" ")
        found[_listed_as(state, is_found=is_found == "1", is_sure=is_sure == "1")] += number
    return LedgerCounts(**{field.name: found[field.name] for field in fields(LedgerCounts)})


def _listed_as(state: str, *, is_found: bool, is_sure: bool) -> str:
    """The state that a list counts a question in; empty for a guess that was given up."""
    if state != "open" or (is_found and is_sure):
        return state
    if is_found:
        return "less_sure"
    return "lost" if is_sure else ""


# `+` keeps the index of states out of it: the list comes in the order of another index.
_STATES = {
    "open": "+q.state = 'open' AND q.is_found AND q.is_sure",
    "answered": "+q.state = 'answered'",
    "dropped": "+q.state = 'dropped'",
    "lost": "+q.state = 'open' AND NOT q.is_found AND q.is_sure",
    "less-sure": "+q.state = 'open' AND q.is_found AND NOT q.is_sure",
}
STATES = tuple(_STATES)
"""The states a list can be narrowed to; `lost` is open and no longer found."""
LESS_SURE = "less-sure"
"""The state of the open ones that are wrong too often to be listed with the others."""
SURE_STATES = tuple(state for state in STATES if state != LESS_SURE)
"""The states of what is listed without being asked for."""


class Order(StrEnum):
    """By what questions are sorted."""

    ARTICLE = "article, last opened first"
    AGE = "age, oldest first"
    IMPORTANCE = "importance"
    TOPIC = "topic"
    KIND = "kind"


_BY_ARTICLE = "d.opened_at DESC, d.id, q.start, q.key"
_ORDERS = {
    Order.ARTICLE: _BY_ARTICLE,
    # An article that gives no day is as old as its first reading.
    Order.AGE: f"coalesce(d.published, substr(q.created, 1, 10)), {_BY_ARTICLE}",
    Order.IMPORTANCE: f"q.salience DESC, q.certainty DESC, {_BY_ARTICLE}",
    Order.TOPIC: "json_extract(q.about, '$[0]') IS NULL, "
    f"json_extract(q.about, '$[0]') COLLATE NOCASE, {_BY_ARTICLE}",
    Order.KIND: f"q.kind, {_BY_ARTICLE}",
}


def listed(
    connection: Connection,
    document_id: str | None = None,
    *,
    states: Sequence[str] = (),
    groups: Sequence[Sequence[str]] = (),
    limit: int,
    title: str = "",
    order: Order = Order.ARTICLE,
) -> list[QuestionRecord]:
    """Questions in an order; equals article after article, each in text order.

    Args:
        connection: The library.
        document_id: Only those of this document; `None` for all.
        states: Only those in one of these of `STATES`; empty for all.
        groups: For each typed word the folded words of the vocabulary it may mean; every
            group must have a word in the question, its answer, its names or its title.
        limit: Most questions wanted.
        title: Folded words that the title must begin with; asked beside groups only.
        order: By what they are sorted.
    """
    if not all(groups):
        return []
    by = f"ORDER BY {_ORDERS[order]}"
    begins = f" AND title : ^ {quoted(title)}" if title else ""
    match = Sought(groups).match + begins if groups else ""
    picked, values = _picked(connection, document_id, states, match)
    # Only those that are listed are read whole.
    query = (
        f"SELECT {QUESTION_COLUMNS}, {DOCUMENT_COLUMNS} FROM ({picked} {by} LIMIT ?) p "
        f"JOIN questions q ON q.key = p.key JOIN documents d ON d.id = q.document_id {by}"
    )
    return list(_records(connection.execute(query, (*values, limit))))


def _records(rows: Iterable[Sequence[object]]) -> Iterator[QuestionRecord]:
    """The questions of whole rows; each document is made once."""
    known: dict[str, DocumentRecord] = {}
    for row in rows:
        question = row_question(row)
        if question is None:
            continue
        if question.document_id not in known:
            known[question.document_id] = row_document(row[COLUMN_COUNT:])
        yield QuestionRecord(question, known[question.document_id])


def documents_naming(connection: Connection, words: Sequence[str], limit: int) -> list[str]:
    """The documents that have one of some folded words in a question or a speaker.

    Args:
        connection: The library.
        words: The words.
        limit: Most documents wanted, those opened last.
    """
    if not words:
        return []
    match = " OR ".join(map(quoted, words))
    rows = connection.execute(
        "SELECT d.id FROM documents d WHERE d.deleted IS NULL AND (d.id IN (SELECT q.document_id "
        "FROM questions q WHERE q.deleted IS NULL AND q.key IN (SELECT rowid FROM question_words "
        "WHERE question_words MATCH ?1)) OR d.id IN (SELECT h.document_id FROM highlights h "
        "WHERE h.deleted IS NULL AND h.key IN (SELECT rowid FROM highlight_words "
        "WHERE highlight_words MATCH ?2))) ORDER BY d.opened_at DESC LIMIT ?3",
        (f"{{wording names}} : ({match})", f"speaker : ({match})", limit),
    )
    return [str(row[0]) for row in rows]


def _picked(
    connection: Connection,
    document_id: str | None,
    states: Sequence[str],
    match: str,
) -> tuple[str, list[object]]:
    """The query for the keys that are listed, and the values in it."""
    condition, values = _condition(document_id, states)
    # `CROSS JOIN` keeps this order of the loops: then the newest articles come first without
    # sorting a hundred thousand questions.
    join = "documents d CROSS JOIN questions q"
    if match:
        query = "SELECT rowid FROM question_words WHERE question_words MATCH ?"
        keys = [row[0] for row in connection.execute(query, (match,))]
        condition += " AND q.key IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(keys))
        join = "questions q CROSS JOIN documents d" if len(keys) < _RARE else join
    return f"SELECT q.key FROM {join} ON d.id = q.document_id WHERE {condition}", values


def _condition(document_id: str | None, states: Sequence[str]) -> tuple[str, list[object]]:
    """What `listed` asks of a question, and the values in it."""
    conditions, values = ["q.deleted IS NULL"], list[object]()
    if document_id is not None:
        conditions.append("q.document_id = ?")
        values.append(document_id)
    if states:
        conditions.append("(" + " OR ".join(f"({_STATES[state]})" for state in states) + ")")
    return " AND ".join(conditions), values
