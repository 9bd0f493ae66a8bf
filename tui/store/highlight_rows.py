"""The marks of the reader: rows, drafts and the words that search looks through."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.documents.divided_words import whole_words
from tui.documents.folding import fold_words
from tui.documents.passage_parts import GAP
from tui.settings.colours import Colour
from tui.store.anchors import Anchor
from tui.store.checksums import is_whole
from tui.store.clock import now
from tui.store.found_again import FOUND_COLUMN, FoundAgain, read_found
from tui.store.further_anchors import (
    FURTHER_COLUMN,
    Extent,
    read_further,
    words_of,
    write_further,
)
from tui.store.kept_words import keep_words
from tui.store.made_on import MADE_COLUMN, read_made

if TYPE_CHECKING:
    from sqlite3 import Connection


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage the reader marked."""

    id: str
    """UUID 4; the same in every library it is merged into."""
    document_id: str
    """The document it belongs to."""
    anchor: Anchor
    """Where it was made, its first part; never rewritten when the text changes."""
    colour: Colour
    """Its colour."""
    note: str = ""
    """What the reader wrote about it; empty for nothing."""
    speaker: str | None = None
    """Who says the passage; `None` when nobody or not known."""
    tags: tuple[str, ...] = ()
    """In alphabetical order."""
    created: str = ""
    """When it was made, UTC, ISO 8601."""
    updated: str = ""
    """When it last changed, UTC, ISO 8601."""
    found: FoundAgain | None = field(default=None, compare=False)
    """How it was found when its article was last opened; `None` where it stands unchanged. What
    the program found out is no part of what the reader made."""
    further: tuple[Anchor, ...] = ()
    """Where its other parts were made, in text order; most highlights have none."""

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where its parts were made."""
        return (self.anchor, *self.further)

    @property
    def words(self) -> str:
        """All its words; between those of two parts stands "…"."""
        return GAP.join([each.exact for each in self.anchors])

    @property
    def extent(self) -> Extent:
        """Where it was made, from its first part to its last."""
        return Extent(self.anchor.revision, self.anchor.start, self.anchors[-1].end)

    def standing_on(self, anchors: Sequence[Anchor]) -> Highlight:
        """The same highlight on other words: their parts in text order."""
        return replace(self, anchor=anchors[0], further=tuple(anchors[1:]))


_COLUMNS = (
    'h.id, h.document_id, h.exact, h.prefix, h.suffix, h.start, h."end", h.revision, '
    "h.colour, h.note, h.speaker, h.created, h.updated, "
    "(SELECT group_concat(tag, char(31)) FROM "
    "(SELECT tag FROM tags WHERE highlight_id = h.id AND deleted IS NULL ORDER BY tag)), "
    f"{FOUND_COLUMN}, {FURTHER_COLUMN}, "
    f"{is_whole('highlights', 'h')} AND NOT EXISTS (SELECT 1 FROM tags t WHERE "
    f"t.highlight_id = h.id AND t.deleted IS NULL AND NOT {is_whole('tags', 't')})"
)
COLUMN_COUNT = 17
"""Columns that `row_highlight` takes; what a query selects after them is its own."""


_COLOURS = {colour.value: colour for colour in Colour}
"""By name; one that a later version may have named is shown as the first."""


def select_highlights(rest: str, more: str = "") -> str:
    """The query for whole highlights; `rest` begins after `highlights h`."""
    return f"SELECT {_COLUMNS}{', ' + more if more else ''} FROM highlights h {rest}"


def row_highlight(row: Sequence[Any]) -> Highlight | None:
    """A highlight from the row of a `select_highlights` query.

    `None` for one that the disk has changed: a wrong word is worse than a missing mark.
    """
    (
        ident, document, exact, prefix, suffix, start, end, revision, colour, note, speaker,
        created, updated, tags, found, others, is_as_written, *_,
    ) = row  # fmt: skip
    further = read_further(others)
    if further is None or not is_as_written:
        return None
    # By position: names cost a third more, a hundred thousand times in an export. What is as it
    # was written has the types it was written with.
    return Highlight(
        ident,
        document,
        Anchor(exact, prefix, suffix, start, end, revision),
        _COLOURS.get(colour, Colour.YELLOW),
        note,
        speaker,
        tuple(tags.split("\x1f")) if tags else (),
        created,
        updated,
        None if found is None else read_found(found),
        further,
    )


def highlights_of(connection: Connection, document_id: str) -> list[Highlight]:
    """All highlights of a document, in the order of their first places."""
    query = select_highlights("WHERE h.document_id = ? AND h.deleted IS NULL ORDER BY h.start")
    return _whole(connection.execute(query, (document_id,)))


def deleted_highlights_of(connection: Connection, document_id: str) -> list[Highlight]:
    """Deleted highlights of a document, as they were, the one deleted last first."""
    query = select_highlights(
        "WHERE h.document_id = ? AND h.deleted IS NOT NULL ORDER BY h.updated DESC, h.key DESC"
    )
    return _whole(connection.execute(query, (document_id,)))


def _whole(rows: Iterable[Sequence[object]]) -> list[Highlight]:
    return [mark for row in rows if (mark := row_highlight(row)) is not None]


def damaged_highlights(connection: Connection, document_id: str | None = None) -> list[str]:
    """The ids of highlights that are not as they were written, of all documents or of one."""
    query = select_highlights("WHERE h.deleted IS NULL AND (?1 IS NULL OR h.document_id = ?1)")
    rows = connection.execute(query, (document_id,))
    return [str(row[0]) for row in rows if row_highlight(row) is None]


def highlight(connection: Connection, highlight_id: str) -> Highlight | None:
    """One highlight; `None` when it was deleted or never was."""
    query = select_highlights("WHERE h.id = ? AND h.deleted IS NULL")
    row = connection.execute(query, (highlight_id,)).fetchone()
    return None if row is None else row_highlight(row)


def write_highlight(connection: Connection, mark: Highlight) -> None:
    """Insert a highlight or bring its rows, tags and index up to date; undeletes it."""
    time, anchor = now(), mark.anchor
    connection.execute(
        "INSERT INTO highlights (id, document_id, colour, exact, prefix, suffix, start, "
        '"end", revision, speaker, note, noted, created, updated) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "noted = CASE WHEN note = excluded.note THEN noted ELSE excluded.noted END, "
        "colour = excluded.colour, exact = excluded.exact, prefix = excluded.prefix, "
        'suffix = excluded.suffix, start = excluded.start, "end" = excluded."end", '
        "revision = excluded.revision, speaker = excluded.speaker, note = excluded.note, "
        "updated = excluded.updated, deleted = NULL",
        (mark.id, mark.document_id, mark.colour, anchor.exact, anchor.prefix, anchor.suffix,
         anchor.start, anchor.end, anchor.revision, mark.speaker, mark.note, time,
         mark.created or time, time),
    )  # fmt: skip
    write_further(connection, mark.id, mark.further, time)
    _write_tags(connection, mark, time)
    index_highlights(connection, "h.id = ?", mark.id)


def _write_tags(connection: Connection, mark: Highlight, time: str) -> None:
    connection.execute(
        "UPDATE tags SET deleted = ?, updated = ? WHERE highlight_id = ? AND deleted IS NULL "
        "AND tag NOT IN (SELECT value FROM json_each(?))",
        (time, time, mark.id, _json_list(mark.tags)),
    )
    connection.executemany(
        "INSERT INTO tags (highlight_id, tag, created, updated) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET deleted = NULL, updated = excluded.updated "
        "WHERE deleted IS NOT NULL",
        [(mark.id, tag, time, time) for tag in mark.tags],
    )


def _json_list(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def delete_highlight(connection: Connection, highlight_id: str) -> None:
    """Leave a tombstone, which no search finds."""
    connection.execute(
        "UPDATE highlights SET deleted = ?1, updated = ?1 WHERE id = ?2", (now(), highlight_id)
    )
    index_highlights(connection, "h.id = ?", highlight_id)


def index_highlights(connection: Connection, condition: str, value: str) -> None:
    """Bring the search index up to date for the highlights that meet a condition.

    Beside who is said to say it stands whom and what the highlight was made on.
    """
    rows = connection.execute(
        f"SELECT h.key, h.deleted IS NULL, {words_of('h')}, h.note, d.title, "
        f"coalesce(h.speaker, ''), {MADE_COLUMN} "
        f"FROM highlights h JOIN documents d ON d.id = h.document_id WHERE {condition}",
        (value,),
    ).fetchall()
    entries = [
        (key, indexed(whole_words(exact)), indexed(note), indexed(title), _indexed(speaker, made))
        for key, is_live, exact, note, title, speaker, made in rows
        if is_live
    ]
    connection.executemany("DELETE FROM highlight_words WHERE rowid = ?", [(r[0],) for r in rows])
    connection.executemany(
        "INSERT INTO highlight_words (rowid, quote, note, title, speaker) VALUES (?, ?, ?, ?, ?)",
        entries,
    )
    keep_words(connection, "highlight_words", (text for _, *texts in entries for text in texts))


PARTS = " \n "
"""Parts the names of one column of the index, so that no words are found across them."""


def _indexed(speaker: str, stored: object) -> str:
    made = read_made(stored)
    names = (speaker, *((made.speaker, *made.names) if made else ()))
    return PARTS.join(dict.fromkeys(filter(None, map(indexed, names))))


def indexed(text: str) -> str:
    """A text as the index holds it: its folded words, divided by blanks."""
    return " ".join(word.text for word in fold_words(text))


def write_draft(connection: Connection, highlight_id: str, text: str) -> None:
    """Keep what is being written about a highlight."""
    time = now()
    connection.execute(
        "INSERT INTO drafts (highlight_id, text, created, updated) VALUES (?1, ?2, ?3, ?3) "
        "ON CONFLICT DO UPDATE SET text = ?2, updated = ?3, deleted = NULL",
        (highlight_id, text, time),
    )


def delete_draft(connection: Connection, highlight_id: str) -> None:
    """Leave a tombstone without the text, which the note holds now or nobody wants."""
    connection.execute(
        "UPDATE drafts SET text = '', deleted = ?1, updated = ?1 "
        "WHERE highlight_id = ?2 AND deleted IS NULL",
        (now(), highlight_id),
    )


def drafts_of(connection: Connection, document_id: str) -> dict[str, str]:
    """Drafts that never became the note they were to become, by highlight.

    Times do not decide it: a clock that was set back must not hide what was written. Saving
    a note takes its draft away, so whatever is left is newer.
    """
    rows = connection.execute(
        "SELECT r.highlight_id, r.text FROM drafts r "
        "JOIN highlights h ON h.id = r.highlight_id WHERE h.document_id = ? "
        "AND h.deleted IS NULL AND r.deleted IS NULL AND r.text <> h.note "
        f"AND {is_whole('drafts', 'r')}",
        (document_id,),
    )
    return {str(ident): str(text) for ident, text in rows}
