"""Highlights together with their documents, and the index that narrows a search."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.criteria import (
    Condition,
    Criterion,
    Indexed,
    Lettered,
    Sought,
    Worded,
    all_of,
    keys_of,
    rows_of,
)
from tui.store.documents import DOCUMENT_COLUMNS, DocumentRecord, row_document
from tui.store.further_anchors import words_of
from tui.store.highlight_rows import COLUMN_COUNT, Highlight, row_highlight, select_highlights
from tui.store.made_on import MADE_COLUMN, MadeOn, read_made

_WITH_DOCUMENT = "JOIN documents d ON d.id = h.document_id "
_NEWEST = 6000
"""Highlights that are tested one by one, at 2 us each, before an index is asked."""
_SLOWLY_TESTED = 2000
"""How many of them where a test looks for many words."""
_FEW_WORDS = 24
"""So many the index follows at once without being slower than a look at each highlight."""
_QUICKLY_ASKED = 100
"""Words of a query that the index answers in less than a millisecond."""
_READ_FOR_ONE = 4
"""Highlights that are read for each wanted one that has a word which begins in some way."""
_RARE = 2000
"""What has more is not rare, however much more."""
_CONTENTS = "highlight_words_content"
"""The folded words of every highlight, by key: a table of FTS5's own, as its manual tells it."""


class Candidate(NamedTuple):
    """A highlight as the index holds it: folded words, parted by blanks."""

    key: int
    """Its key; newer ones are higher."""
    quote: str
    """The words of the passage."""
    note: str
    """Those of the note."""
    speaker: str
    """Those of the speaker's name."""
    title: str
    """Those of the title."""


@dataclass(frozen=True, slots=True)
class HighlightRecord:
    """A highlight with the document it stands in."""

    highlight: Highlight
    """The highlight."""
    document: DocumentRecord
    """Its document."""
    made: MadeOn | None = None
    """What it was made on; `None` while that is not known."""


def records(connection: Connection, document_id: str | None = None) -> list[HighlightRecord]:
    """All highlights, or those of one document; document after document, in text order."""
    condition = "" if document_id is None else "AND h.document_id = ? "
    found = _select(
        connection,
        f"WHERE h.deleted IS NULL {condition}ORDER BY d.opened_at DESC, d.id, h.start, h.id",
        () if document_id is None else (document_id,),
    )
    return [record for _, record in found]


def candidates(connection: Connection, steps: Sequence[Sought], limit: int) -> list[Candidate]:
    """Highlights that have what is sought, those that have it most nearly before others.

    Args:
        connection: The library.
        steps: From the nearest to the widest: what meets a step meets the last one.
        limit: Most highlights wanted, the newest of each step.
    """
    if not steps:
        return []
    found: dict[int, None] = {}
    last: list[int] = []
    if sum(map(len, steps[-1].groups)) <= _QUICKLY_ASKED:
        # Mostly the widest step finds few, and the others would only find them again.
        last, is_all = _newest_with(connection, steps[-1], limit)
        if is_all:
            return indexed_words(connection, last)
        steps = steps[:-1]
    for step in steps:
        if len(found) < limit:
            found.update(dict.fromkeys(_newest_with(connection, step, limit).keys))
    found.update(dict.fromkeys(last))
    return indexed_words(connection, [*islice(found, limit)])


def _newest_with(connection: Connection, sought: Sought, limit: int) -> _Keys:
    """The newest that have what is sought; what begins so only among some of the newest."""
    if not all(sought.groups):
        return _Keys([], is_all=True)
    most = limit * _READ_FOR_ONE if sought.beginnings else limit
    newest = _newest(connection, sought.match, most)
    is_all = len(newest) < most
    if sought.beginnings:
        among, test = _listed(newest), sought.test
        query = (
            f"SELECT w.id FROM {_CONTENTS} w WHERE {among.sql} AND {test.sql} "
            "ORDER BY w.id DESC LIMIT ?"
        )
        rows = connection.execute(query, (*among.values, *test.values, limit))
        newest = [row[0] for row in rows]
    return _Keys(newest, is_all and (len(newest) < limit or not sought.beginnings))


def indexed_words(connection: Connection, keys: Sequence[int]) -> list[Candidate]:
    """Some highlights as the index holds them, in any order."""
    query = (
        f"SELECT id, c0, c1, c3, c2 FROM {_CONTENTS} WHERE id IN (SELECT value FROM json_each(?))"
    )
    return [Candidate(*row) for row in connection.execute(query, (json.dumps(keys),))]


def filtered(
    connection: Connection, criteria: Sequence[Sequence[Criterion]], limit: int
) -> tuple[list[int], bool]:
    """The keys of the newest highlights that meet the criteria; whether all were looked for.

    Args:
        connection: The library.
        criteria: Groups of alternatives.
        limit: Most highlights wanted.
    """
    worded = [group for group in criteria if all(isinstance(each, Worded) for each in group)]
    tested = [group for group in criteria if group not in worded]
    if not all(any(isinstance(each, Worded) and each.words for each in group) for group in worded):
        return [], True
    rare = _rarest(connection, tested)
    if rare is not None:
        others = all_of(group for group in criteria if group is not rare)
        keys = keys_of(_indexed(rare))
        among = Condition(f"w.id IN ({keys.sql})", keys.values)
        return _tested(connection, among, others, limit), True
    found = _among_newest(connection, [g for g in worded if not _is_costly(g)], tested, limit)
    if len(found.keys) < limit and not found.is_all and any(map(_is_costly, worded)):
        found = _among_newest(connection, worded, tested, limit)
    return found.keys, found.is_all or len(found.keys) >= limit


class _Keys(NamedTuple):
    keys: list[int]
    is_all: bool


def _among_newest(
    connection: Connection,
    worded: Sequence[Sequence[Criterion]],
    tested: Sequence[Sequence[Criterion]],
    limit: int,
) -> _Keys:
    """The newest that the index finds and that pass the tests, as far as these can be made."""
    match = " AND ".join(map(_match, worded))
    if not tested:
        newest = _newest(connection, match, limit)
        return _Keys(newest, len(newest) < limit)
    if not match:
        return _from_newest(connection, tested, limit)
    is_slow = any(isinstance(each, Worded) for group in tested for each in group)
    tests = all_of(tested)
    # Mostly some of the newest are as many as are wanted.
    for most in (_NEWEST // 10, _SLOWLY_TESTED if is_slow else _NEWEST):
        newest = _newest(connection, match, most)
        found = _tested(connection, _listed(newest), tests, limit)
        if len(found) >= limit or len(newest) < most:
            break
    return _Keys(found, len(newest) < most and len(found) < limit)


def _from_newest(
    connection: Connection, tested: Sequence[Sequence[Criterion]], limit: int
) -> _Keys:
    """The newest that pass the tests, among as many as can be tested."""
    query = f"SELECT id FROM {_CONTENTS} ORDER BY id DESC LIMIT 1 OFFSET ?"
    row = connection.execute(query, (_NEWEST - 1,)).fetchone()
    first = row[0] if row else 0
    tests = all_of(tested, first)
    found = _tested(connection, Condition("w.id >= ?", (first,)), tests, limit)
    return _Keys(found, row is None and len(found) < limit)


def _is_costly(group: Sequence[Criterion]) -> bool:
    """Whether the index would have to follow many words that another criterion tests."""
    words = sum(len(each.words) for each in group if isinstance(each, Worded) and each.is_hint)
    return words > _FEW_WORDS


_MATCHING = "SELECT rowid FROM highlight_words WHERE highlight_words MATCH ?"


def _match(group: Sequence[Criterion]) -> str:
    """The query of the index for a group of words."""
    found = (each.match for each in group if isinstance(each, Worded) and each.words)
    return f"({' OR '.join(found)})"


def _newest(connection: Connection, match: str, most: int) -> list[int]:
    """The keys of the newest highlights that the index finds, or of all without a query of it."""
    query = f"SELECT id FROM {_CONTENTS} ORDER BY id DESC LIMIT ?"
    values: list[object] = [most]
    if match:
        query, values = f"{_MATCHING} ORDER BY rowid DESC LIMIT ?", [match, most]
    return [row[0] for row in connection.execute(query, values)]


def _listed(keys: Sequence[int]) -> Condition:
    return Condition("w.id IN (SELECT value FROM json_each(?))", (json.dumps(keys),))


def _tested(connection: Connection, among: Condition, tests: Condition, limit: int) -> list[int]:
    """The newest of some highlights that pass the tests."""
    query = (
        f"SELECT w.id FROM {_CONTENTS} w CROSS JOIN highlights h ON h.key = w.id "
        f"WHERE {among.sql} AND {tests.sql} ORDER BY w.id DESC LIMIT ?"
    )
    return [row[0] for row in connection.execute(query, (*among.values, *tests.values, limit))]


def _rarest(
    connection: Connection, groups: Sequence[Sequence[Criterion]]
) -> Sequence[Criterion] | None:
    """The group that fewest highlights meet, if these are few and an index knows them."""
    counted = [
        (_count(connection, _first(rows_of(_indexed(group)), _RARE)), number)
        for number, group in enumerate(groups)
        if len(_indexed(group)) == len(group)
    ]
    count, number = min(counted, default=(_RARE, 0))
    return groups[number] if count < _RARE else None


def _indexed(group: Sequence[Criterion]) -> list[Indexed]:
    return [each for each in group if not isinstance(each, Lettered)]


def _first(keys: Condition, most: int) -> Condition:
    return Condition(f"{keys.sql} LIMIT ?", (*keys.values, most))


def _count(connection: Connection, keys: Condition) -> int:
    return int(connection.execute(f"SELECT count(*) FROM ({keys.sql})", keys.values).fetchone()[0])


def tags_in_use(connection: Connection) -> list[str]:
    """Every tag of a highlight, in alphabetical order."""
    query = "SELECT DISTINCT tag FROM tags WHERE deleted IS NULL ORDER BY tag"
    return [row[0] for row in connection.execute(query)]


def quotes_newest_first(connection: Connection) -> Iterator[tuple[int, str]]:
    """The key and the words of every highlight, the newest first, as they are asked for."""
    query = (
        f"SELECT h.key, {words_of('h')} FROM highlights h WHERE h.deleted IS NULL "
        "ORDER BY h.key DESC"
    )
    yield from connection.execute(query)


def by_keys(connection: Connection, keys: Sequence[int]) -> list[HighlightRecord]:
    """Some highlights, the newest first."""
    return [record for _, record in keyed(connection, keys)]


def keyed(connection: Connection, keys: Sequence[int]) -> list[tuple[int, HighlightRecord]]:
    """Some highlights with their keys, the newest first."""
    condition = (
        "WHERE h.key IN (SELECT value FROM json_each(?)) AND h.deleted IS NULL ORDER BY h.key DESC"
    )
    return list(_select(connection, condition, (json.dumps(list(keys)),)))


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


def _select(
    connection: Connection, rest: str, values: tuple[object, ...]
) -> Iterator[tuple[int, HighlightRecord]]:
    query = select_highlights(
        _WITH_DOCUMENT + rest, more=f"h.key, {MADE_COLUMN}, {DOCUMENT_COLUMNS}"
    )
    documents: dict[str, DocumentRecord] = {}
    for row in connection.execute(query, values):
        mark = row_highlight(row)
        if mark is None:
            continue
        document = documents.get(mark.document_id)
        if document is None:
            document = documents[mark.document_id] = row_document(row[COLUMN_COUNT + 2 :])
        made = read_made(row[COLUMN_COUNT + 1])
        yield row[COLUMN_COUNT], HighlightRecord(mark, document, made)
