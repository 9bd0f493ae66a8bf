"""Highlights together with their documents, and the index that narrows a search."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from tui.store.criteria import Condition, Criterion, Worded, all_of, keys_of, quoted
from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, row_document
from tui.store.highlight_rows import COLUMN_COUNT, Highlight, row_highlight, select_highlights

_WITH_DOCUMENT = "JOIN documents d ON d.id = h.document_id "
_NEWEST = 2000
"""Highlights that are looked at one by one, at 2 us each, before an index is asked."""
_COUNTED = 20_000
"""What has more is not rare, however much more."""


@dataclass(frozen=True, slots=True)
class HighlightRecord:
    """A highlight with the document it stands in."""

    highlight: Highlight
    """The highlight."""
    document: DocumentRecord
    """Its document."""


def records(connection: Connection, document_id: str | None = None) -> list[HighlightRecord]:
    """All highlights, or those of one document; document after document, in text order."""
    condition = "" if document_id is None else "AND h.document_id = ? "
    return _select(
        connection,
        f"WHERE h.deleted IS NULL {condition}ORDER BY d.opened_at DESC, d.id, h.start, h.id",
        () if document_id is None else (document_id,),
    )


def candidates(
    connection: Connection, groups: Sequence[Sequence[str]], limit: int
) -> list[HighlightRecord]:
    """The newest highlights in which every group has a word.

    Args:
        connection: The library.
        groups: For each typed word the folded words of the vocabulary it may mean.
        limit: Most highlights wanted.
    """
    if not groups:
        return _select(connection, "WHERE h.deleted IS NULL ORDER BY h.key DESC LIMIT ?", (limit,))
    if not all(groups):
        return []
    return _select(
        connection,
        "WHERE h.key IN (SELECT rowid FROM highlight_words WHERE highlight_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?) AND h.deleted IS NULL ORDER BY h.key DESC",
        (quoted_words(groups), limit),
    )


def filtered(
    connection: Connection,
    groups: Sequence[Sequence[str]],
    criteria: Sequence[Sequence[Criterion]],
    enough: int,
    limit: int,
) -> list[HighlightRecord]:
    """The newest highlights in which every group has a word and that meet the criteria.

    Args:
        connection: The library.
        groups: For each typed word the folded words of the vocabulary it may mean.
        criteria: Groups of alternatives.
        enough: With so many among the newest of all, older ones are not looked for.
        limit: Most highlights wanted.
    """
    keys = _keys(connection, _newest(groups), all_of(criteria), limit)
    every = [*criteria, *((Worded(tuple(group)),) for group in groups)]
    if len(keys) < enough and every:
        # Few of the newest meet them: the rarest criterion tells which others to look at.
        rarest = min(every, key=lambda group: _count(connection, keys_of(group)))
        others = all_of(group for group in every if group is not rarest)
        keys = _keys(connection, keys_of(rarest), others, limit)
    return by_keys(connection, keys)


def _keys(connection: Connection, among: Condition, tests: Condition, limit: int) -> list[int]:
    """The newest of some highlights that pass the tests."""
    query = (
        f"SELECT h.key FROM highlights h WHERE h.key IN ({among.sql}) AND h.deleted IS NULL "
        f"AND {tests.sql} ORDER BY h.key DESC LIMIT ?"
    )
    return [row[0] for row in connection.execute(query, (*among.values, *tests.values, limit))]


def _count(connection: Connection, keys: Condition) -> int:
    query = f"SELECT count(*) FROM ({keys.sql} LIMIT {_COUNTED})"
    return int(connection.execute(query, keys.values).fetchone()[0])


def _newest(groups: Sequence[Sequence[str]]) -> Condition:
    """The keys of the newest highlights in which every group has a word."""
    if not groups:
        return Condition("SELECT key FROM highlights ORDER BY key DESC LIMIT ?", (_NEWEST,))
    return Condition(
        "SELECT rowid FROM highlight_words WHERE highlight_words MATCH ? "
        "ORDER BY rowid DESC LIMIT ?",
        (quoted_words(groups), _NEWEST),
    )


def tags_in_use(connection: Connection) -> list[str]:
    """Every tag of a highlight, in alphabetical order."""
    query = "SELECT DISTINCT tag FROM tags WHERE deleted IS NULL ORDER BY tag"
    return [row[0] for row in connection.execute(query)]


def quotes_newest_first(connection: Connection) -> Iterator[tuple[int, str]]:
    """The key and the words of every highlight, the newest first, as they are asked for."""
    query = "SELECT key, exact FROM highlights WHERE deleted IS NULL ORDER BY key DESC"
    yield from connection.execute(query)


def by_keys(connection: Connection, keys: Sequence[int]) -> list[HighlightRecord]:
    """Some highlights, the newest first."""
    condition = "WHERE h.key IN (SELECT value FROM json_each(?)) ORDER BY h.key DESC"
    return _select(connection, condition, (json.dumps(list(keys)),))


def quoted_words(groups: Sequence[Sequence[str]]) -> str:
    """The query of the index that finds what has a word of every group."""
    return " AND ".join(f"({' OR '.join(map(quoted, group))})" for group in groups)


def vocabulary(connection: Connection) -> list[str]:
    """Every folded word of every highlight, its note, title and speaker, sorted."""
    return [row[0] for row in connection.execute("SELECT term FROM highlight_vocabulary")]


def tags(connection: Connection) -> list[str]:
    """Every tag of a highlight, the one used most first."""
    return [
        row[0]
        for row in connection.execute(
            "SELECT t.tag FROM tags t JOIN highlights h ON h.id = t.highlight_id "
            "WHERE t.deleted IS NULL AND h.deleted IS NULL "
            "GROUP BY t.tag ORDER BY count(*) DESC, t.tag"
        )
    ]


def _select(connection: Connection, rest: str, values: tuple[object, ...]) -> list[HighlightRecord]:
    query = select_highlights(_WITH_DOCUMENT + rest, more=DOCUMENT_COLUMNS)
    documents: dict[str, DocumentRecord] = {}
    found: list[HighlightRecord] = []
    for row in connection.execute(query, values):
        mark = row_highlight(row)
        if mark is None:
            continue
        document = documents.get(mark.document_id)
        if document is None:
            document = documents[mark.document_id] = row_document(row[COLUMN_COUNT:])
        found.append(HighlightRecord(mark, document))
    return found
