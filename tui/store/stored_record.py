"""What the reader makes and can undo: highlights, corrections and answers, as one kind of thing.

The log and the changes know records only. Another kind of record is added here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from sqlite3 import Connection
from typing import Any

from tui.settings.colours import Colour
from tui.store.anchors import Anchor
from tui.store.correction_rows import (
    Correction,
    CorrectionKind,
    Subject,
    correction,
    delete_correction,
    write_correction,
)
from tui.store.document_facts import renew_facts_of
from tui.store.highlight_rows import Highlight, delete_highlight, highlight, write_highlight
from tui.store.ledger_questions import QuestionState, Resolution
from tui.store.settled_questions import SettledQuestion, settled_question, write_settled

StoredRecord = Highlight | Correction | SettledQuestion
"""Something of the reader's with an id no other record has."""

Rows = Mapping[str, StoredRecord | None]
"""Records by id; `None` for one that is not there."""

_IS = "record"
"""The key of an image that says what it is; images of highlights, the first ones, lack it."""


def read_record(connection: Connection, ident: str) -> StoredRecord | None:
    """The record of an id; `None` when it was deleted or never was."""
    found = highlight(connection, ident) or correction(connection, ident)
    return found or settled_question(connection, ident)


def write_rows(connection: Connection, rows: Rows) -> Rows:
    """Make the library hold these records; what it holds afterwards."""
    for ident, record in rows.items():
        if isinstance(record, Highlight):
            write_highlight(connection, record)
        elif isinstance(record, Correction):
            write_correction(connection, record)
        elif isinstance(record, SettledQuestion):
            write_settled(connection, record)
        else:
            # An id is in one table; in the other there is nothing to delete.
            delete_highlight(connection, ident)
            delete_correction(connection, ident)
    renew_facts_of(connection, rows)
    return {ident: read_record(connection, ident) for ident in rows}


def difference(current: StoredRecord | None, target: StoredRecord | None) -> str | None:
    """What differs between two states of a record, as a clause; `None` for nothing.

    The speaker of a highlight is found by the program, not made by the reader, so it does
    not count.
    """
    if current is None or target is None:
        if current is target:
            return None
        return "it was deleted" if current is None else "it was made again"
    if isinstance(target, SettledQuestion):
        return None if current == target else "the question was decided otherwise"
    if not (isinstance(current, Highlight) and isinstance(target, Highlight)):
        return None if current == target else "that correction changed"
    checks = (
        ("colour", current.colour == target.colour),
        ("note", current.note == target.note),
        ("extent", current.anchors == target.anchors),
        ("tags", current.tags == target.tags),
    )
    name = next((name for name, is_same in checks if not is_same), None)
    return None if name is None else f"its {name} changed"


def meeting(
    seen: StoredRecord | None,
    drawn: StoredRecord | None,
    held: StoredRecord | None,
    written: StoredRecord | None,
) -> str:
    """What to tell of a change that met one of another program; empty when it met none.

    Args:
        seen: The record as the reader saw it.
        drawn: As the reader's change left it on the screen.
        held: As the library held it by then.
        written: As it is now.
    """
    if isinstance(written, Highlight) and isinstance(drawn, Highlight):
        if written.note != drawn.note and isinstance(seen, Highlight) and seen.note != drawn.note:
            return "another desk has written on it too: the note has the words of both"
        if written.tags != drawn.tags and isinstance(seen, Highlight) and seen.tags != drawn.tags:
            return "another desk has tagged it too: it has the tags of both"
    if isinstance(held, Correction) and isinstance(written, Correction):
        if drawn is not None and written != drawn:
            return "another desk has answered it too: the answer has the words of both"
        if seen is not None and held != seen and held != written:
            return f"another desk had put in “{held.value}” meanwhile; yours is kept"
    return ""


def restored(current: StoredRecord | None, image: StoredRecord | None) -> StoredRecord | None:
    """An earlier state of a record, with what the program has found out since."""
    if isinstance(current, Highlight) and isinstance(image, Highlight):
        return replace(image, speaker=current.speaker, found=current.found)
    return image


def packed(rows: Rows) -> str:
    """Records as the log keeps them."""
    return json.dumps({ident: record and _image(record) for ident, record in rows.items()})


def unpacked(images: str) -> Rows:
    """Records from the log, whatever program wrote them."""
    return {ident: image and _record(image) for ident, image in json.loads(images).items()}


def _image(record: StoredRecord) -> dict[str, object]:
    image = asdict(record)
    if isinstance(record, SettledQuestion):
        return image | {_IS: "question"}
    image.pop("found", None)
    if not image.get("further"):
        image.pop("further", None)
    return image | ({_IS: "correction"} if isinstance(record, Correction) else {})


def _record(image: dict[str, Any]) -> StoredRecord:
    fields = dict(image)
    if fields.get(_IS) == "question":
        state, answer, link = fields["resolution"]
        resolution = Resolution(QuestionState(state), answer, link)
        return SettledQuestion(fields["id"], fields["document_id"], resolution)
    anchor = Anchor(**fields.pop("anchor"))
    if fields.pop(_IS, "highlight") == "correction":
        kind, subject = CorrectionKind(fields.pop("kind")), Subject(fields.pop("subject"))
        return Correction(anchor=anchor, kind=kind, subject=subject, **fields)
    tags, colour = tuple(fields.pop("tags")), Colour(fields.pop("colour"))
    further = tuple(Anchor(**each) for each in fields.pop("further", ()))
    return Highlight(anchor=anchor, tags=tags, colour=colour, further=further, **fields)
