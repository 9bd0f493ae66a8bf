"""The article of the library that an unknown text looks like an edited copy of."""

from __future__ import annotations

import os
from sqlite3 import Connection
from typing import NamedTuple

from tui.documents.source import Source, SourceKind
from tui.errors import SourceError
from tui.store.documents import newest_text, sources_of
from tui.store.sketches import alike, sentences

SAME = 0.9
"""Share of its sentences that a text must have from an article to be taken for that article."""
ALIKE = 0.5
"""Share from which the reader is asked, in both directions: an excerpt is not its article."""
_CANDIDATES = 5
"""Articles compared sentence by sentence."""


class NearCopy(NamedTuple):
    """An article that a text looks like an edited copy of."""

    document_id: str
    """The article."""
    title: str
    """Its title."""
    highlights: int
    """How many highlights it has."""
    is_same: bool
    """Whether it is taken for the same article: nearly all the same, and its file is gone."""


def near_copy(connection: Connection, text: str) -> NearCopy | None:
    """The article that a text is likest to, if it is like one at all. Read-only."""
    found: list[tuple[bool, float, str]] = []
    candidates = alike(connection, text, _CANDIDATES)
    own = sentences(text) if candidates else frozenset()
    for ident in candidates:
        other = newest_text(connection, ident)
        shared, of_its = _shares(own, sentences(other)) if other else (0.0, 0.0)
        if min(shared, of_its) >= ALIKE:
            found.append((shared >= SAME and _is_gone(connection, ident), shared, ident))
    if not found:
        return None
    is_same, _, best = max(found)
    title, count = connection.execute(
        "SELECT d.title, (SELECT count(*) FROM highlights h WHERE h.document_id = d.id "
        "AND h.deleted IS NULL) FROM documents d WHERE d.id = ?",
        (best,),
    ).fetchone()
    return NearCopy(best, str(title), int(count), is_same)


def _shares(new: frozenset[str], old: frozenset[str]) -> tuple[float, float]:
    """How much of the new text stands in the old one, and how much of the old in the new."""
    shared = len(new & old)
    return shared / max(1, len(new)), shared / max(1, len(old))


def _is_gone(connection: Connection, document_id: str) -> bool:
    """Whether an article can no longer be read from any place it was read from."""
    return not any(map(_is_there, sources_of(connection, document_id)))


def _is_there(name: str) -> bool:
    source = Source.parse(name)
    kind = source.in_container()[1].kind
    if kind is SourceKind.ADDRESS:
        # Nobody knows without asking it, which is for the reader to do.
        return True
    if kind is SourceKind.PIPE:
        return False
    try:
        return os.path.exists(source.location())
    except (SourceError, ValueError):
        return False
