"""The texts an article has shown, each with when: what it said before can be read and compared."""

from __future__ import annotations

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
    is_same_source: bool
    """Whether it was made from the same bytes: it is only read otherwise now."""
    is_read_otherwise: bool
    """Whether another extractor made it: what differs may be none of the source."""


class History(NamedTuple):
    """What a document knows of its older texts, beside one of it."""

    earlier: Earlier | None = None
    """What it showed last, before; `None` where that was the same text, or none."""
    read_otherwise: frozenset[str] = frozenset()
    """The older texts that another extractor made, by hash."""


NO_HISTORY = History()
"""Of a document that showed nothing before."""


def revisions_of(connection: Connection, document_id: str) -> tuple[Revision, ...]:
    """The texts of a document, the one shown last first."""
    # A book's header lists every block of it: what was made from what is all that is taken out.
    rows = connection.execute(
        "SELECT hash, last_seen, words, CASE WHEN instr(header, '\"origin\"') "
        "AND json_valid(header) THEN json_extract(header, '$.origin') END FROM revisions "
        "WHERE document_id = ? AND deleted IS NULL ORDER BY seen DESC",
        (document_id,),
    )
    return tuple(
        Revision(str(text_hash), str(last_seen), int(words), kept_origin(origin))
        for text_hash, last_seen, words, origin in rows
    )


def history_of(connection: Connection, document_id: str, article: Article) -> History:
    """What a document showed before this article of it."""
    known, now = revisions_of(connection, document_id), article.origin
    older = {each.hash: each.origin for each in known if each.origin and now}
    otherwise = frozenset(
        text_hash
        for text_hash, origin in older.items()
        if now and origin and origin.extractor != now.extractor
    )
    if not known or known[0].hash == article.text_hash:
        return History(None, otherwise)
    last = known[0]
    same = last.origin is not None and now is not None and last.origin.raw_hash == now.raw_hash
    return History(Earlier(last, same, last.hash in otherwise), otherwise)
