"""The articles of a library as a list: with their marks and open questions, in any order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, read_name, row_document
from tui.store.kept_counts import count_of

_DOCUMENT_FIELDS = 13
"""Columns of `DOCUMENT_COLUMNS`."""


class Order(StrEnum):
    """By what the list is sorted."""

    OPENED = "last opened"
    TITLE = "title"
    DATE = "date"
    MARKS = "highlights"
    QUESTIONS = "open questions"
    UNREAD = "least read"


_ORDERS = {
    Order.OPENED: "d.opened_at DESC",
    Order.TITLE: "d.title COLLATE NOCASE, d.opened_at DESC",
    Order.DATE: "d.published IS NULL, d.published DESC, d.opened_at DESC",
    Order.MARKS: "d.marks DESC, d.opened_at DESC",
    Order.QUESTIONS: "d.open_questions DESC, d.opened_at DESC",
    Order.UNREAD: "d.unread DESC, d.read_share IS NULL, d.read_share, d.opened_at DESC",
}
STATES = {
    "unread": "d.unread",
    "started": "NOT d.unread AND d.read_share < 100",
    "read": "NOT d.unread AND d.read_share = 100",
}
"""What `is:` calls an article that was never opened, one that was not read to its end, and one
that was, each with its condition."""


def _in_one_of(states: Sequence[str]) -> str:
    return " OR ".join(f"({STATES[state]})" for state in states) or "1"


def _picking(order: Order, states: Sequence[str]) -> str:
    """The query for the ids that are listed: the rest is looked up for these alone."""
    return (
        f"SELECT d.id FROM documents d WHERE d.deleted IS NULL AND ({_in_one_of(states)}) "
        "AND (?1 IS NULL OR d.id IN (SELECT value FROM json_each(?1))) "
        f"ORDER BY {_ORDERS[order]}, d.id LIMIT ?2"
    )


@dataclass(frozen=True, slots=True)
class ShelvedDocument:
    """An article with what there is of it."""

    document: DocumentRecord
    """The article."""
    marks: int
    """Its highlights."""
    questions: int
    """Its open questions that the text still leaves open, the less sure ones left out."""
    tags: tuple[str, ...] = ()
    """The tags of its highlights, those that most of them have first."""


class Name(NamedTuple):
    """What an article is searched by."""

    document_id: str
    """The article."""
    title: str
    """Its title."""
    place: str
    """The place of its dateline; empty when there is none."""
    source: str
    """Where it was opened from last; empty when another article has taken that name."""
    said: str = ""
    """Its author, publication and address, as far as they are known."""
    tags: str = ""
    """The tags of its highlights, parted by blanks."""


def shelved(
    connection: Connection,
    order: Order,
    limit: int,
    only: Sequence[str] | None = None,
    states: Sequence[str] = (),
) -> list[ShelvedDocument]:
    """Articles in an order.

    Args:
        connection: The library.
        order: By what they are sorted; equals by when they were opened.
        limit: Most articles wanted.
        only: The ids of those to list; `None` for all.
        states: Only those in one of these `STATES`; empty for all.
    """
    rows = connection.execute(
        f"WITH picked AS ({_picking(order, states)}) "
        f"SELECT {DOCUMENT_COLUMNS}, d.marks, d.open_questions "
        f"FROM picked p JOIN documents d ON d.id = p.id ORDER BY {_ORDERS[order]}, d.id",
        (None if only is None else json.dumps(list(only)), limit),
    ).fetchall()
    tags = _tags(connection, [row[0] for row in rows if row[-2]])
    return [
        ShelvedDocument(
            row_document(row[:_DOCUMENT_FIELDS]), row[-2], row[-1], tags.get(row[0], ())
        )
        for row in rows
    ]


def _tags(connection: Connection, documents: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The tags of the highlights of some documents, those of most highlights first."""
    rows = connection.execute(
        "SELECT h.document_id, t.tag FROM highlights h JOIN tags t ON t.highlight_id = h.id "
        "WHERE h.document_id IN (SELECT value FROM json_each(?)) AND h.deleted IS NULL "
        "AND t.deleted IS NULL GROUP BY 1, 2 ORDER BY count(*) DESC, t.tag",
        (json.dumps(list(documents)),),
    )
    found: dict[str, list[str]] = {}
    for document, tag in rows:
        found.setdefault(document, []).append(tag)
    return {document: tuple(tags) for document, tags in found.items()}


def count(connection: Connection, states: Sequence[str] = ()) -> int:
    """How many articles there are, or how many in one of some `STATES`."""
    if not states:
        return sum(count_of(connection, "articles").values())
    query = f"SELECT count(*) FROM documents d WHERE d.deleted IS NULL AND ({_in_one_of(states)})"
    return int(connection.execute(query).fetchone()[0])


def names(connection: Connection) -> list[Name]:
    """What every article is searched by, the one opened last first."""
    rows = connection.execute(
        "SELECT d.id, d.title, coalesce(d.place, ''), coalesce((SELECT source FROM sources s "
        "WHERE s.document_id = d.id AND s.deleted IS NULL ORDER BY s.updated DESC LIMIT 1), ''), "
        "coalesce(d.byline || ' ', '') || coalesce(d.site || ' ', '') || "
        "coalesce(d.web_address, '') "
        "FROM documents d WHERE d.deleted IS NULL ORDER BY d.opened_at DESC"
    )
    tags = dict(
        connection.execute(
            "SELECT h.document_id, group_concat(DISTINCT replace(t.tag, ',', ' ')) FROM tags t "
            "JOIN highlights h ON h.id = t.highlight_id "
            "WHERE t.deleted IS NULL AND h.deleted IS NULL GROUP BY 1"
        ).fetchall()
    )
    return [
        Name(ident, title, place, read_name(source), said, tags.get(ident, ""))
        for ident, title, place, source, said in rows
    ]
