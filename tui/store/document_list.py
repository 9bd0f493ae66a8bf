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

_DOCUMENT_FIELDS = 11
"""Columns of `DOCUMENT_COLUMNS`."""


class Order(StrEnum):
    """By what the list is sorted."""

    OPENED = "last opened"
    TITLE = "title"
    DATE = "date"
    MARKS = "marks"
    QUESTIONS = "open questions"


_ORDERS = {
    Order.OPENED: "d.opened_at DESC",
    Order.TITLE: "d.title COLLATE NOCASE, d.opened_at DESC",
    Order.DATE: "d.published IS NULL, d.published DESC, d.opened_at DESC",
    Order.MARKS: "d.marks DESC, d.opened_at DESC",
    Order.QUESTIONS: "d.open_questions DESC, d.opened_at DESC",
}


def _picking(order: Order) -> str:
    """The query for the ids that are listed: the rest is looked up for these alone."""
    return (
        "SELECT d.id FROM documents d WHERE d.deleted IS NULL "
        "AND (?1 IS NULL OR d.id IN (SELECT value FROM json_each(?1))) "
        f"ORDER BY {_ORDERS[order]}, d.id LIMIT ?2"
    )


_PICKED = {order: _picking(order) for order in Order}


@dataclass(frozen=True, slots=True)
class ShelvedDocument:
    """An article with what there is of it."""

    document: DocumentRecord
    """The article."""
    marks: int
    """Its highlights."""
    questions: int
    """Its open questions that the text still leaves open, the less sure ones left out."""


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


def shelved(
    connection: Connection, order: Order, limit: int, only: Sequence[str] | None = None
) -> list[ShelvedDocument]:
    """Articles in an order.

    Args:
        connection: The library.
        order: By what they are sorted; equals by when they were opened.
        limit: Most articles wanted.
        only: The ids of those to list; `None` for all.
    """
    rows = connection.execute(
        f"WITH picked AS ({_PICKED[order]}) "
        f"SELECT {DOCUMENT_COLUMNS}, d.marks, d.open_questions "
        f"FROM picked p JOIN documents d ON d.id = p.id ORDER BY {_ORDERS[order]}, d.id",
        (None if only is None else json.dumps(list(only)), limit),
    )
    return [ShelvedDocument(row_document(row[:_DOCUMENT_FIELDS]), row[-2], row[-1]) for row in rows]


def count(connection: Connection) -> int:
    """How many articles there are."""
    return sum(count_of(connection, "articles").values())


def names(connection: Connection) -> list[Name]:
    """What every article is searched by, the one opened last first."""
    rows = connection.execute(
        "SELECT d.id, d.title, coalesce(d.place, ''), coalesce((SELECT source FROM sources s "
        "WHERE s.document_id = d.id AND s.deleted IS NULL ORDER BY s.updated DESC LIMIT 1), ''), "
        "coalesce(d.byline || ' ', '') || coalesce(d.site || ' ', '') || "
        "coalesce(d.web_address, '') "
        "FROM documents d WHERE d.deleted IS NULL ORDER BY d.opened_at DESC"
    )
    return [
        Name(ident, title, place, read_name(source), said)
        for ident, title, place, source, said in rows
    ]
