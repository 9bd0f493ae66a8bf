"""What the reader corrected in the results of an analysis: rows of the library.

A correction hangs on a passage and on what the reader did, for an entity also on its folded
name and its type; never on the wording or the number of a result. So it finds its result
again after every analysis, under whatever rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tui.store.anchor import Anchor
from tui.store.checksums import is_whole
from tui.store.clock import now

if TYPE_CHECKING:
    from sqlite3 import Connection


class Subject(StrEnum):
    """What a correction is about."""

    ENTITY = "entity"
    QUOTE = "quote"
    QUESTION = "question"
    ARTICLE = "article"
    """What the article says about itself: it has no place in the text, and holds for all of it."""


class CorrectionKind(StrEnum):
    """What the reader did; the comment says what `value` holds."""

    HIDE = "hide"  # nothing
    RENAME = "rename"  # the new name of an entity
    RETYPE = "retype"  # its new type
    MERGE = "merge"  # type and name of the entity it belongs to, a blank between them
    SPEAKER = "speaker"  # who says a quote
    WORDING = "wording"  # the new wording of a question
    ANSWER = "answer"  # the answer to a question
    QUESTION = "question"  # a question of the reader's own
    QUOTE = "quote"  # a quote of the reader's own: who says it, empty for nobody named
    NAME = "name"  # a name of the reader's own: type and name, a blank between them; these
    MENTION = "mention"  # nothing: the passage names or means the entity; three hang on
    OFF = "off"  # nothing: the passage is none of the entity's; the place itself
    TITLE = "title"  # the title of the article; these five are facts of the article,
    BYLINE = "byline"  # its author; and empty where the reader says that there is none
    SITE = "site"  # the publication
    PUBLISHED = "published"  # the day, as ISO 8601 writes it
    ADDRESS = "address"  # its address on the web


FACTS = (
    CorrectionKind.TITLE,
    CorrectionKind.BYLINE,
    CorrectionKind.SITE,
    CorrectionKind.PUBLISHED,
    CorrectionKind.ADDRESS,
)
"""The facts of an article that a reader may put right."""
PLACES = (CorrectionKind.NAME, CorrectionKind.MENTION, CorrectionKind.OFF)
"""What is about one place of a name, not about the name."""
WORD_FOR_WORD = (*PLACES, CorrectionKind.QUOTE)
"""What has a place only where its very words stand: others may be somebody else's."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing the reader put right. Two are equal whatever their times are."""

    id: str
    """UUID 4; the same in every library it is merged into."""
    document_id: str
    """The document it was made in."""
    kind: CorrectionKind
    """What the reader did."""
    subject: Subject
    """What it is about."""
    anchor: Anchor
    """The passage of the result: of an entity its first mention, or the place it is about."""
    name: str = ""
    """Of an entity its name, folded, of a new one the name of the one it is split from; of a
    question its wording, folded, which only decides between questions of one passage; else
    empty."""
    type: str = ""
    """The type of that entity, the kind of the quote or question; empty for the reader's own."""
    value: str = ""
    """What the reader put in; empty where there is nothing to put in."""
    is_wide: bool = False
    """Whether it also holds for other articles; of entities only."""
    created: str = field(default="", compare=False)
    """When it was made, UTC, ISO 8601."""
    updated: str = field(default="", compare=False)
    """When it last changed, UTC, ISO 8601."""


_COLUMNS = (
    "id, document_id, kind, subject, name, type, value, is_wide, created, updated, "
    'exact, prefix, suffix, start, "end", revision'
)


def corrections_of(connection: Connection, document_id: str) -> list[Correction]:
    """What holds for a document: its own corrections and those for all articles, oldest first."""
    return _select(connection, "(document_id = ? OR is_wide)", document_id)


def correction(connection: Connection, correction_id: str) -> Correction | None:
    """One correction; `None` when it was removed or never was."""
    return next(iter(_select(connection, "id = ?", correction_id)), None)


def write_correction(connection: Connection, row: Correction) -> None:
    """Insert a correction or bring its row up to date; undeletes it."""
    time, anchor = now(), row.anchor
    connection.execute(
        f"INSERT INTO corrections ({_COLUMNS}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "kind = excluded.kind, subject = excluded.subject, name = excluded.name, "
        "type = excluded.type, value = excluded.value, is_wide = excluded.is_wide, "
        "exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix, "
        'start = excluded.start, "end" = excluded."end", revision = excluded.revision, '
        "updated = excluded.updated, deleted = NULL",
        (row.id, row.document_id, row.kind, row.subject, row.name, row.type, row.value,
         row.is_wide, row.created or time, time, anchor.exact, anchor.prefix, anchor.suffix,
         anchor.start, anchor.end, anchor.revision),
    )  # fmt: skip


def delete_correction(connection: Connection, correction_id: str) -> None:
    """Leave a tombstone."""
    connection.execute(
        "UPDATE corrections SET deleted = ?1, updated = ?1 WHERE id = ?2", (now(), correction_id)
    )


def _select(connection: Connection, condition: str, *values: str) -> list[Correction]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM corrections c WHERE {condition} AND deleted IS NULL "
        f"AND {is_whole('corrections', 'c')} ORDER BY created, id",
        values,
    )
    return [_correction(row) for row in rows]


def _correction(row: Sequence[str]) -> Correction:
    ident, document_id, kind, subject, name, type_, value, is_wide, created, updated = row[:10]
    exact, prefix, suffix, start, end, revision = row[10:]
    return Correction(
        id=ident,
        document_id=document_id,
        kind=CorrectionKind(kind),
        subject=Subject(subject),
        anchor=Anchor(exact, prefix, suffix, int(start), int(end), revision),
        name=name,
        type=type_,
        value=value,
        is_wide=bool(is_wide),
        created=created,
        updated=updated,
    )
