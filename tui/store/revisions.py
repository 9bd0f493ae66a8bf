"""The texts an article has shown, each with when: what it said before can be read and compared."""

from __future__ import annotations

import json
from sqlite3 import Connection
from typing import NamedTuple

from tui.documents.article import Article, Origin
from tui.store.article_header import kept_origin


class Revision(NamedTuple):
    """A text that a document has shown."""

    hash: str
    """`Article.text_hash`."""
    last_seen: str
    """When it was last the text that was opened, UTC, ISO 8601."""
    words: int
    """How many words it has."""
    origin: Origin | None
    """What it was made from; `None` for plain text and Markdown."""


class Earlier(NamedTuple):
    """What an article showed when it was last opened, where that was another text."""

    revision: Revision
    """The text."""
    is_source_changed: bool
    """Whether its source says something else now; else it is only read otherwise."""


def revisions_of(connection: Connection, document_id: str) -> tuple[Revision, ...]:
    """The texts of a document, the one shown last first; those whose header can be read."""
    rows = connection.execute(
        "SELECT hash, last_seen, words, header FROM revisions "
        "WHERE document_id = ? AND deleted IS NULL ORDER BY seen DESC",
        (document_id,),
    )
    found = []
    for text_hash, last_seen, words, header in rows:
        try:
            origin = kept_origin(header)
        except (json.JSONDecodeError, TypeError, AttributeError):
            continue
        found.append(Revision(str(text_hash), str(last_seen), int(words), origin))
    return tuple(found)


def earlier_of(connection: Connection, document_id: str, article: Article) -> Earlier | None:
    """What a document showed last, before this article of it; `None` where that is the same."""
    known = revisions_of(connection, document_id)
    if not known or known[0].hash == article.text_hash:
        return None
    was, now = known[0].origin, article.origin
    same_bytes = was is not None and now is not None and was.raw_hash == now.raw_hash
    return Earlier(known[0], not same_bytes)
