"""The questions that articles leave open: their rows, and the words that search looks through.

A question hangs on its evidence (an anchor) and its kind; its wording is only what was last
shown for it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from sqlite3 import Connection
from typing import NamedTuple

from tui.documents.article import Span
from tui.store.anchors import Anchor
from tui.store.checksums import is_whole
from tui.store.clock import now
from tui.store.highlight_rows import indexed
from tui.store.kept_words import keep_words
from tui.store.line_drafts import Line, delete_line, link_draft, write_line


class QuestionState(StrEnum):
    """What became of a question."""

    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


class Resolution(NamedTuple):
    """What the reader decided about a question; all that undo ever changes."""

    state: QuestionState
    """What became of it."""
    answer: str = ""
    """What the reader wrote as its answer; empty for nothing."""
    link: str = ""
    """Where the answer stands: a source, an address or `highlight:ID`; empty for nowhere."""

    @property
    def is_in_highlight(self) -> bool:
        """Whether the answer stands in a highlight."""
        return self.link.startswith(HIGHLIGHT_LINK)


UNDECIDED = Resolution(QuestionState.OPEN)
"""What a question begins with."""
HIGHLIGHT_LINK = "highlight:"
"""What a link to a highlight begins with; its id follows."""
OWN_KIND = "yours"
"""The kind of a question that the reader asked."""


@dataclass(frozen=True, slots=True)
class LedgerQuestion:
    """A question that an article leaves open, with what the reader decided about it."""

    id: str
    """UUID 4; the same in every library it is merged into."""
    document_id: str
    """The document that leaves it open."""
    anchor: Anchor
    """The words that show it; of an open question as the analysis saw them last."""
    kind: str
    """Why it is open, as the analysis names it."""
    wording: str
    """The question as it was shown last."""
    holder: str
    """Who does not know, withholds or decides; "text" for the narrator."""
    about: tuple[str, ...]
    """The entities or topics it names."""
    salience: int
    """3 for the main event, 2 for a secondary thread, 1 for a marginal one."""
    is_found: bool = True
    """Whether the last analysis of the text still lists it."""
    resolution: Resolution = UNDECIDED
    """What the reader decided."""
    draft: str = ""
    """An answer that was being written when the program ended."""
    draft_link: str = ""
    """A link that was being typed then."""
    certainty: float = 1.0
    """How probable it is that the text leaves it open, 0 to 1."""
    is_sure: bool = True
    """Whether it is listed without reserve; what has once been listed so stays so."""
    desk_answer: str = ""
    """The answer given in the desk that the ledger followed last; empty for none."""
    created: str = ""
    """When its article was first analysed, UTC, ISO 8601."""
    updated: str = ""
    """When it last changed, UTC, ISO 8601."""

    @property
    def state(self) -> QuestionState:
        """What became of it."""
        return self.resolution.state

    @property
    def is_untouched(self) -> bool:
        """Whether the reader has decided nothing about it: then it follows the analysis."""
        return self.resolution == UNDECIDED


class FoundQuestion(NamedTuple):
    """A question as an analysis finds it in a text."""

    places: tuple[Span, ...]
    """The words that show it, the best first; never empty."""
    kind: str
    """Why it is open."""
    wording: str
    """The question as it is shown."""
    holder: str
    """Who does not know, withholds or decides."""
    about: tuple[str, ...]
    """The entities or topics it names."""
    salience: int
    """1 to 3."""
    answer: str | None = None
    """The reader's answer in the desk, empty for none; `None` when nothing is said about it."""
    seen_answers: frozenset[str] | None = None
    """The answers the desk has shown or told; any other words of the ledger are not lost to
    `answer`. `None` where nobody has seen the ledger."""
    is_by_reader: bool = False
    """Whether the reader worded it: then the ledger has these words, decided or not."""
    certainty: float = 1.0
    """How probable it is that the text leaves it open, 0 to 1."""
    is_sure: bool = True
    """Whether it is listed without reserve."""
    earlier: frozenset[str] = frozenset()
    """What it was called under the names that the reader has put right since: a row that the
    reader has decided on follows from these words to `wording`, and from no others."""
    id: str = ""
    """Of a question of the reader's own what it is known by; empty for one of the analysis."""


QUESTION_COLUMNS = (
    'q.id, q.document_id, q.exact, q.prefix, q.suffix, q.start, q."end", q.revision, q.kind, '
    "q.wording, q.holder, q.about, q.salience, q.is_found, q.state, q.answer, q.link, q.draft, "
    "q.desk_answer, q.certainty, q.is_sure, q.created, q.updated, "
    f"{is_whole('questions', 'q')}, {link_draft('q')}"
)
_WRITTEN = 23
"""Columns that are written."""
COLUMN_COUNT = _WRITTEN + 2
"""Columns that `row_question` takes; what a query selects after them is its own."""


def row_question(row: Sequence[object]) -> LedgerQuestion | None:
    """A question from a row of `QUESTION_COLUMNS`; `None` for one that the disk has changed."""
    if not row[_WRITTEN]:
        return None
    ident, document, exact, prefix, suffix, start, end, revision, kind, wording = row[:10]
    holder, about, salience, is_found, state, answer, link, draft = row[10:18]
    desk_answer, certainty, is_sure, created, updated = row[18:_WRITTEN]
    return LedgerQuestion(
        id=str(ident),
        document_id=str(document),
        anchor=Anchor(
            str(exact), str(prefix), str(suffix), int(str(start)), int(str(end)), str(revision)
        ),
        kind=str(kind),
        wording=str(wording),
        holder=str(holder),
        about=tuple(json.loads(str(about))),
        salience=int(str(salience)),
        is_found=bool(is_found),
        resolution=Resolution(QuestionState(str(state)), str(answer), str(link)),
        draft=str(draft),
        draft_link=str(row[_WRITTEN + 1]),
        desk_answer=str(desk_answer),
        certainty=float(str(certainty)),
        is_sure=bool(is_sure),
        created=str(created),
        updated=str(updated),
    )


def questions_of(connection: Connection, document_id: str) -> list[LedgerQuestion]:
    """All questions of a document, in the order of their places."""
    rows = connection.execute(
        f"SELECT {QUESTION_COLUMNS} FROM questions q "
        "WHERE q.document_id = ? AND q.deleted IS NULL ORDER BY q.start, q.key",
        (document_id,),
    )
    return [question for row in rows if (question := row_question(row)) is not None]


def question(connection: Connection, question_id: str) -> LedgerQuestion | None:
    """One question; `None` when its article was forgotten."""
    row = connection.execute(
        f"SELECT {QUESTION_COLUMNS} FROM questions q WHERE q.id = ? AND q.deleted IS NULL",
        (question_id,),
    ).fetchone()
    return None if row is None else row_question(row)


def readers_questions(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, tuple[LedgerQuestion, ...]]:
    """What the reader answered in some documents or asked about them, each in text order."""
    rows = connection.execute(
        f"SELECT {QUESTION_COLUMNS} FROM questions q WHERE q.deleted IS NULL "
        "AND q.document_id IN (SELECT value FROM json_each(?)) "
        f"AND (q.state = 'answered' OR (q.state = 'open' AND q.kind = '{OWN_KIND}')) "
        "ORDER BY q.document_id, q.start, q.key",
        (json.dumps(document_ids),),
    )
    questions = [question for row in rows if (question := row_question(row)) is not None]
    groups = groupby(questions, key=lambda question: question.document_id)
    return {document_id: tuple(group) for document_id, group in groups}


def write_question(connection: Connection, row: LedgerQuestion) -> None:
    """Insert a question or bring its row and index up to date."""
    time, anchor = now(), row.anchor
    connection.execute(
        "INSERT INTO questions (id, document_id, exact, prefix, suffix, start, "
        '"end", revision, kind, wording, holder, about, salience, is_found, state, answer, link, '
        "draft, desk_answer, certainty, is_sure, created, updated) "
        f"VALUES ({', '.join('?' * _WRITTEN)}) "
        "ON CONFLICT (id) DO UPDATE SET exact = excluded.exact, prefix = excluded.prefix, "
        'suffix = excluded.suffix, start = excluded.start, "end" = excluded."end", '
        "revision = excluded.revision, wording = excluded.wording, holder = excluded.holder, "
        "about = excluded.about, salience = excluded.salience, is_found = excluded.is_found, "
        "state = excluded.state, answer = excluded.answer, link = excluded.link, "
        "draft = excluded.draft, desk_answer = excluded.desk_answer, "
        "certainty = excluded.certainty, is_sure = excluded.is_sure, updated = excluded.updated",
        (row.id, row.document_id, anchor.exact, anchor.prefix, anchor.suffix, anchor.start,
         anchor.end, anchor.revision, row.kind, row.wording, row.holder,
         json.dumps(row.about), row.salience, row.is_found, row.state, row.resolution.answer,
         row.resolution.link, row.draft, row.desk_answer, row.certainty, row.is_sure,
         row.created or time, time),
    )  # fmt: skip
    index_questions(connection, "q.id = ?", row.id)


def write_draft(connection: Connection, question_id: str, text: str, link: str) -> None:
    """Keep an answer and a link that are being typed, against a crash; empty ones are dropped.

    Whoever writes an answer has taken the question on: it is sure from then on.
    """
    connection.execute(
        "UPDATE questions SET draft = ?1, certainty = 1, is_sure = 1, updated = ?2 "
        "WHERE id = ?3 AND (draft <> ?1 OR ?4 <> '')",
        (text, now(), question_id, link),
    )
    if link:
        write_line(connection, Line.LINK, question_id, link)
    else:
        delete_line(connection, Line.LINK, question_id)


def answer_drafts_of(connection: Connection, document_id: str) -> int:
    """How many questions of a document have an answer that was being written."""
    rows = connection.execute(
        f"SELECT count(*) FROM questions q WHERE q.document_id = ? AND q.deleted IS NULL "
        f"AND (q.draft <> '' OR {link_draft('q')} <> '')",
        (document_id,),
    )
    return int(rows.fetchone()[0])


def index_questions(connection: Connection, condition: str, value: str) -> None:
    """Bring the search index up to date for the questions that meet a condition."""
    rows = connection.execute(
        "SELECT q.key, q.wording, q.answer, d.title, q.holder, q.about "
        f"FROM questions q JOIN documents d ON d.id = q.document_id WHERE {condition}",
        (value,),
    ).fetchall()
    entries = [
        (key, indexed(wording), indexed(answer), indexed(title), indexed(names(holder, about)))
        for key, wording, answer, title, holder, about in rows
    ]
    connection.executemany("DELETE FROM question_words WHERE rowid = ?", [(r[0],) for r in rows])
    connection.executemany(
        "INSERT INTO question_words (rowid, wording, answer, title, names) VALUES (?, ?, ?, ?, ?)",
        entries,
    )
    keep_words(connection, "question_words", (text for _, *texts in entries for text in texts))


def names(holder: str, about: str) -> str:
    """Everyone and everything a question names, as one text; `about` is as its column has it."""
    return " ".join([holder if holder != "text" else "", *json.loads(about)])
