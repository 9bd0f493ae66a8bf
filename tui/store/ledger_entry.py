"""Questions enter the ledger: what an analysis finds meets what is written there already.

A question is known again by its place and its kind, one of the reader's own by its id. What
the reader decided about one changes only with their answer to it in the desk, and no row is
ever removed.
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
from tui.store.both_kept import words_of_both, writing_time
from tui.store.documents import is_kept, revision_text
from tui.store.ledger_log import log
from tui.store.ledger_questions import (
    UNDECIDED,
    FoundQuestion,
    LedgerQuestion,
    QuestionState,
    Resolution,
    questions_of,
    write_question,
)
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
    """Record what an analysis found. Writes only what changed.

    Args:
        connection: Inside a transaction.
        article: The text that was analysed.
        document_id: Its document.
        found: Every question the analysis lists.
        places: What `places_in` gave; rows that came since then are located here.

    Returns:
        The rows of `found`, in its order; `None` when the library does not hold the text.
    """
    if not is_kept(connection, document_id):
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
            if old is not None and _loses_words(old, new):
                log(connection, old, new.resolution)
            write_question(connection, new)
        entered.append(new)
    for number in set(range(len(rows))) - set(known):
        if rows[number].is_found:
            write_question(connection, replace(rows[number], is_found=False))
    return entered


def reword(
    connection: Connection, document_id: str, found: Sequence[FoundQuestion], places: Places
) -> bool:
    """Give the questions of a document the names of now; nothing enters and nothing leaves.

    Args:
        connection: Inside a transaction.
        document_id: The document.
        found: Its questions in the names that are in force.
        places: What `places_in` gave.

    Returns:
        Whether one of them was called otherwise before.
    """
    rows = questions_of(connection, document_id)
    known = matched([(row, places.get(row.id)) for row in rows], found)
    is_changed = False
    for number, question in zip(known, found, strict=True):
        old = rows[number] if number is not None else None
        # What the reader decided on follows from the words it was called by, and no others.
        if old is None or not (old.wording in question.earlier or old.wording == question.wording):
            continue
        new = replace(old, wording=question.wording, holder=question.holder, about=question.about)
        if new != old:
            write_question(connection, new)
            is_changed = True
    return is_changed


def _brought_up_to_date(
    old: LedgerQuestion | None, found: FoundQuestion, article: Article, document_id: str
) -> LedgerQuestion:
    """The row of a question; one the reader has decided on stays as the reader saw it."""
    if old is not None and found.answer is not None and found.answer != old.desk_answer:
        resolution = _following(old, found.answer, found.seen_answers)
        old = replace(old, resolution=resolution, desk_answer=found.answer)
    if old is not None and not old.is_untouched and not found.is_by_reader:
        if old.wording in found.earlier:
            old = replace(old, wording=found.wording, holder=found.holder, about=found.about)
        return replace(old, is_found=True, certainty=1.0, is_sure=True)
    span = found.places[0]
    anchor = describe(article.text, span.start, span.end, article.text_hash)
    if old is None:
        return LedgerQuestion(
            id=found.id or str(uuid4()),
            document_id=document_id,
            anchor=anchor,
            kind=found.kind,
            wording=found.wording,
            holder=found.holder,
            about=found.about,
            salience=found.salience,
            certainty=found.certainty,
            is_sure=found.is_sure,
            resolution=_answered(UNDECIDED, found.answer) if found.answer else UNDECIDED,
            desk_answer=found.answer or "",
        )
    return replace(
        old,
        anchor=anchor,
        wording=found.wording,
        holder=found.holder,
        about=found.about,
        salience=found.salience,
        is_found=True,
        # What the list has shown stays in it, however sure the analysis is of it now.
        certainty=max(old.certainty, found.certainty) if old.is_sure else found.certainty,
        is_sure=old.is_sure or found.is_sure,
    )


def _following(old: LedgerQuestion, answer: str, seen_answers: frozenset[str] | None) -> Resolution:
    """What becomes of a question whose answer in the desk is now another, or none."""
    current = old.resolution
    is_unseen = seen_answers is not None and current.answer not in seen_answers
    if answer and is_unseen:
        return _answered(current, words_of_both("", answer, current.answer, writing_time()))
    if answer:
        return _answered(current, answer)
    if is_unseen or current.answer != old.desk_answer:
        # The ledger has words of its own since: they are not the desk's to remove.
        return current
    state = QuestionState.OPEN if current.state is QuestionState.ANSWERED else current.state
    return current._replace(state=state, answer="")


def _answered(current: Resolution, answer: str) -> Resolution:
    return current._replace(state=QuestionState.ANSWERED, answer=answer)


def _loses_words(old: LedgerQuestion, new: LedgerQuestion) -> bool:
    """Whether an answer that was written in the ledger is replaced by one of the desk."""
    kept = ("", old.desk_answer, new.resolution.answer)
    return old.resolution.answer not in kept


def matched(
    rows: Sequence[tuple[LedgerQuestion, Span | None]], found: Sequence[FoundQuestion]
) -> list[int | None]:
    """Which row each found question is: the same kind in the same place; each row once.

    A question of the reader's own is the row of its id or none: two may share a passage.

    Args:
        rows: The ledger's questions with where they stand now.
        found: What the analysis lists.

    Returns:
        For each of `found` the number of its row; `None` for a new one.
    """
    by_id = {row.id: number for number, (row, _) in enumerate(rows)}
    result = [by_id.get(question.id) for question in found]
    free = {number for number, (_, place) in enumerate(rows) if place is not None} - set(result)
    for pairs in (_same_words(rows, found), _same_place(rows, found), _overlapping(rows, found)):
        for row, question in pairs:
            if row in free and result[question] is None and not found[question].id:
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
