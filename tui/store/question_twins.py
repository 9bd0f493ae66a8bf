"""The same question of two copies of an article, which a list shows once.

Two questions are the same if they have the same wording and hang on the same words in texts that
are copies of one another. Everything else stays apart: a question listed twice costs a line, one
that is hidden behind another is lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Connection
from typing import NamedTuple

from tui.store.documents import newest_text
from tui.store.ledger_questions import OWN_KIND, UNDECIDED, LedgerQuestion, Resolution, questions_of
from tui.store.question_records import QuestionRecord
from tui.store.sketches import alike, plain, sentences

COPY = 0.75
"""Share of its sentences that each of two copies must have from the other: a revision has more, a
report that follows another one, or is written from the same form, less."""
DAYS = 3
"""Days between the dates of two copies: what comes out every week in the same words asks anew."""
_READ = 200_000
"""Code points of a text that are compared."""
_CANDIDATES = 12
"""Articles that are looked at for copies of one."""


class Once(NamedTuple):
    """A question with those of copies of its article that are the same."""

    record: QuestionRecord
    """The one that is shown: one the reader has decided on before others."""
    also: tuple[QuestionRecord, ...] = ()
    """The others."""


_Key = tuple[str, str, str, str]


def _key(question: LedgerQuestion) -> _Key:
    holder, wording = _words(question.holder), _words(question.wording)
    return question.kind, wording, _words(question.anchor.exact), holder


def _words(text: str) -> str:
    """The words of a text, however it is set."""
    return " ".join(plain(text).split())


def _around(question: LedgerQuestion) -> tuple[str, str]:
    return _words(question.anchor.prefix), _words(question.anchor.suffix)


class _Copies:
    """Which documents are copies of one another; each text is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sentences: dict[str, frozenset[str]] = {}

    def are(self, one: str, other: str) -> bool:
        """Whether two documents are copies; not where a text of them is not kept."""
        ours, theirs = self._of(one), self._of(other)
        shared = len(ours & theirs)
        return shared > 0 and shared >= COPY * max(len(ours), len(theirs))

    def _of(self, document_id: str) -> frozenset[str]:
        if document_id not in self._sentences:
            text = newest_text(self._connection, document_id) or ""
            self._sentences[document_id] = sentences(text[:_READ])
        return self._sentences[document_id]


def shown_once(connection: Connection, records: Sequence[QuestionRecord]) -> list[Once]:
    """Questions in their order, those of copies once.

    Read-only: does not write.

    Args:
        connection: The library.
        records: The questions in the order of a list.
    """
    copies = _Copies(connection)
    by_key: dict[_Key, list[QuestionRecord]] = defaultdict(list)
    for record in records:
        if record.question.kind != OWN_KIND:
            by_key[_key(record.question)].append(record)
    found: dict[int, Once] = {}
    for same in by_key.values():
        for group in _groups(copies, same) if len(same) > 1 else ():
            decided = (each for each in group if not each.question.is_untouched)
            shown = next(decided, group[0])
            also = tuple(each for each in group if each is not shown)
            found |= {id(each): Once(shown, also) for each in group}
    every = ((record, found.get(id(record), Once(record))) for record in records)
    # One that is decided stands where it would stand alone.
    return [once for record, once in every if once.record is record]


def _groups(copies: _Copies, records: Sequence[QuestionRecord]) -> list[list[QuestionRecord]]:
    """Questions of one key, parted into those that are the same."""
    counts: dict[str, int] = defaultdict(int)
    for record in records:
        counts[record.document.id] += 1
    groups: list[list[QuestionRecord]] = []
    for record in records:
        is_twice = counts[record.document.id] > 1
        group = next(
            (
                each
                for each in groups
                if all(
                    _may_be_one(record, other, is_twice or counts[other.document.id] > 1)
                    and copies.are(record.document.id, other.document.id)
                    for other in each
                )
            ),
            None,
        )
        if group is None:
            groups.append([record])
        else:
            group.append(record)
    return groups


def _may_be_one(one: QuestionRecord, other: QuestionRecord, is_twice: bool) -> bool:
    """Whether two questions of one key in two copies are the same, as far as one can see.

    Args:
        one: A question.
        other: Another one.
        is_twice: Whether one of the articles has several such: then what stands around counts.
    """
    if one.document.id == other.document.id:
        return False
    if not _are_near(one.document.published, other.document.published):
        return False
    decided = {each.question.resolution for each in (one, other)} - {UNDECIDED}
    if len(decided) > 1:
        return False
    return not is_twice or _around(one.question) == _around(other.question)


def _are_near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS


def twins_of(connection: Connection, question: LedgerQuestion) -> list[LedgerQuestion]:
    """The same question in every copy of its article. Read-only: does not write.

    Args:
        connection: The library.
        question: The question as it is before a decision.
    """
    text = None if question.kind == OWN_KIND else newest_text(connection, question.document_id)
    if text is None:
        return []
    copies, found = _Copies(connection), list[LedgerQuestion]()
    own = _of_key(question, questions_of(connection, question.document_id))
    published = _published(connection, question.document_id)
    for ident in alike(connection, text, _CANDIDATES):
        if ident == question.document_id:
            continue
        same = _of_key(question, questions_of(connection, ident))
        if len(own) > 1 or len(same) > 1:
            same = [each for each in same if _around(each) == _around(question)]
        is_near = bool(same) and _are_near(published, _published(connection, ident))
        if is_near and copies.are(question.document_id, ident):
            found += same
    return found


def _of_key(question: LedgerQuestion, rows: Iterable[LedgerQuestion]) -> list[LedgerQuestion]:
    key = _key(question)
    return [row for row in rows if row.kind == question.kind and _key(row) == key]


def _published(connection: Connection, document_id: str) -> date | None:
    row = connection.execute(
        "SELECT published FROM documents WHERE id = ?", (document_id,)
    ).fetchone()
    return date.fromisoformat(row[0]) if row and row[0] else None


def follows(twin: LedgerQuestion, before: Resolution, wanted: Resolution) -> bool:
    """Whether a twin takes a decision: not where it has one of its own.

    Args:
        twin: The same question of a copy.
        before: What was decided about the question until now.
        wanted: What is decided now.
    """
    return twin.resolution in (before, UNDECIDED) and twin.resolution != wanted
