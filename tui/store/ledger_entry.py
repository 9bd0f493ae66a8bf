"""Questions enter the ledger: what an analysis finds meets what is written there already.

A question is known again by its place and its kind. What the reader decided about one is
never changed here, and no row is ever removed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from sqlite3 import Connection
from uuid import uuid4

from tui.documents.article import Article, Span
from tui.store.anchors import Located, describe
from tui.store.documents import revision_text
from tui.store.ledger import FoundQuestion, LedgerQuestion, questions_of, write_question
from tui.store.placement import Placement

Places = Mapping[str, Span | None]
"""Where questions of the ledger stand in a text, by id; `None` for nowhere certain."""

_SHARED = 0.5
"""Least part of the shorter evidence that two must share to be the same: an analysis may
widen or narrow a clause, but a neighbouring clause shares a word or two at the most."""


def places_in(connection: Connection, article: Article, document_id: str) -> Places:
    """Where the questions of a document stand in its text. Read-only: does not write.

    Pairing two long texts takes seconds, so it is done before the transaction that writes.
    """
    rows = questions_of(connection, document_id)
    return _placed(connection, article, document_id, rows)


def _placed(
    connection: Connection, article: Article, document_id: str, rows: Sequence[LedgerQuestion]
) -> Places:
    revisions = {row.anchor.revision for row in rows} - {article.text_hash}
    texts = {each: revision_text(connection, document_id, each) for each in revisions}
    placement = Placement(article, {key: text for key, text in texts.items() if text is not None})
    found = {row.id: placement.of(row.anchor) for row in rows}
    return {
        ident: Span(place.start, place.end) if isinstance(place, Located) else None
        for ident, place in found.items()
    }


def enter(
    connection: Connection,
    article: Article,
    document_id: str,
    found: Sequence[FoundQuestion],
    places: Places,
) -> list[LedgerQuestion] | None:
    """Write down what an analysis found. Writes only what changed.

    Args:
        connection: Inside a transaction.
        article: The text that was analysed.
        document_id: Its document.
        found: Every question the analysis lists.
        places: What `places_in` gave; rows that came since then are located here.

    Returns:
        The rows of `found`, in its order; `None` when the library does not hold the text.
    """
    if not _is_kept(connection, document_id):
        return None
    rows = questions_of(connection, document_id)
    if any(row.id not in places for row in rows):
        places = _placed(connection, article, document_id, rows)
    known = matched([(row, places.get(row.id)) for row in rows], found)
    entered = []
    for number, question in zip(known, found, strict=True):
        old = rows[number] if number is not None else None
        new = _brought_up_to_date(old, question, article, document_id)
        if new != old:
            write_question(connection, new)
        entered.append(new)
    for number in set(range(len(rows))) - set(known):
        if rows[number].is_found:
            write_question(connection, replace(rows[number], is_found=False))
    return entered


def _is_kept(connection: Connection, document_id: str) -> bool:
    """Whether the document is in the library with its text."""
    row = connection.execute(
        "SELECT 1 FROM revisions r JOIN documents d ON d.id = r.document_id "
        "WHERE d.id = ? AND d.deleted IS NULL",
        (document_id,),
    ).fetchone()
    return row is not None


def _brought_up_to_date(
    old: LedgerQuestion | None, found: FoundQuestion, article: Article, document_id: str
) -> LedgerQuestion:
    """The row of a question; one the reader has decided on stays as the reader saw it."""
    if old is not None and not old.is_untouched:
        return replace(old, is_found=True)
    span = found.places[0]
    anchor = describe(article.text, span.start, span.end, article.text_hash)
    if old is None:
        return LedgerQuestion(
            id=str(uuid4()),
            document_id=document_id,
            anchor=anchor,
            kind=found.kind,
            wording=found.wording,
            holder=found.holder,
            about=found.about,
            salience=found.salience,
        )
    return replace(
        old,
        anchor=anchor,
        wording=found.wording,
        holder=found.holder,
        about=found.about,
        salience=found.salience,
        is_found=True,
    )


def matched(
    rows: Sequence[tuple[LedgerQuestion, Span | None]], found: Sequence[FoundQuestion]
) -> list[int | None]:
    """Which row each found question is: the same kind in the same place; each row once.

    Args:
        rows: The ledger's questions with where they stand now.
        found: What the analysis lists.

    Returns:
        For each of `found` the number of its row; `None` for a new one.
    """
    result: list[int | None] = [None] * len(found)
    free = {number for number, (_, place) in enumerate(rows) if place is not None}
    for pairs in (_same_words(rows, found), _same_place(rows, found), _overlapping(rows, found)):
        for row, question in pairs:
            if row in free and result[question] is None:
                free.discard(row)
                result[question] = row
    return result


Pairs = Iterator[tuple[int, int]]
Rows = Sequence[tuple[LedgerQuestion, Span | None]]


def _same_words(rows: Rows, found: Sequence[FoundQuestion]) -> Pairs:
    """Pairs of one place, kind and wording: two questions may share a clause."""
    at = defaultdict(list)
    for number, (row, place) in enumerate(rows):
        at[row.kind, place, row.wording].append(number)
    for number, question in enumerate(found):
        for twin in at[question.kind, question.places[0], question.wording]:
            yield twin, number


def _same_place(rows: Rows, found: Sequence[FoundQuestion]) -> Pairs:
    at = defaultdict(list)
    for number, (row, place) in enumerate(rows):
        at[row.kind, place].append(number)
    for number, question in enumerate(found):
        for place in question.places:
            for twin in at[question.kind, place]:
                yield twin, number


def _overlapping(rows: Rows, found: Sequence[FoundQuestion]) -> Pairs:
    """Pairs whose evidence was widened, narrowed or edited, those that share most first."""
    by_kind: dict[str, list[tuple[Span, int]]] = defaultdict(list)
    for number, (row, place) in enumerate(rows):
        if place is not None:
            by_kind[row.kind].append((place, number))
    pairs = []
    for placed in by_kind.values():
        placed.sort()
    for number, question in enumerate(found):
        placed = by_kind[question.kind]
        longest = max((place.end - place.start for place, _ in placed), default=0)
        for span in question.places:
            first = bisect_left(placed, span.start - longest, key=lambda pair: pair[0].start)
            for place, twin in placed[first:]:
                if place.start >= span.end:
                    break
                shared = min(place.end, span.end) - max(place.start, span.start)
                if shared >= _SHARED * min(place.end - place.start, span.end - span.start):
                    pairs.append((-shared, twin, number))
    for _, twin, number in sorted(pairs):
        yield twin, number
