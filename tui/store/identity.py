"""Which document an opened article is: known by its source, by its text, or new."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass
from sqlite3 import Connection, DatabaseError
from uuid import uuid4

from tui.documents.article import Article
from tui.documents.folding import fold_words
from tui.store.documents import (
    DOCUMENT_COLUMNS,
    DocumentRecord,
    document_of_source,
    newest_text,
    row_document,
)
from tui.store.near_copies import NearCopy, near_copy
from tui.store.short_names import short_source, short_title

_log = logging.getLogger(__name__)

SAME_ARTICLE = 1 / 3
"""Share of sentences a source must keep to be the same article; a live blog keeps half."""
_SENTENCE_END = re.compile(r"(?<=[.!?…:])[\"'”’)\]]*\s+|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Identity:
    """Which document an opened article is."""

    document_id: str
    """Its id, a new one for a new article."""
    is_known: bool
    """Whether the library knew it before."""
    notices: tuple[str, ...]
    """What the reader should know about it."""
    near: NearCopy | None = None
    """The article it looks like an edited copy of, or was taken for; `None` for none."""


def identify(connection: Connection, article: Article) -> Identity:
    """Decide which document an article is. Read-only: does not write."""
    holder = document_of_source(connection, article.source)
    if holder is not None:
        is_shown_before = connection.execute(
            "SELECT 1 FROM revisions WHERE document_id = ? AND hash = ?",
            (holder, article.text_hash),
        ).fetchone()
        if is_shown_before:
            return Identity(holder, True, ())
    twin = connection.execute(
        f"SELECT {DOCUMENT_COLUMNS} FROM revisions r JOIN documents d ON d.id = r.document_id "
        "WHERE r.hash = ? ORDER BY d.opened_at DESC LIMIT 1",
        (article.text_hash,),
    ).fetchone()
    if holder is None:
        if twin is None:
            return _by_likeness(connection, article)
        known = row_document(twin)
        return Identity(known.id, True, (_known_notice(known),))
    newest = newest_text(connection, holder)
    if newest is None or common_share(newest, article.text) >= SAME_ARTICLE:
        return Identity(holder, True, ())
    title = connection.execute("SELECT title FROM documents WHERE id = ?", (holder,)).fetchone()[0]
    name = short_title(title)
    # What happened comes first, the name last: a narrow window cuts the end.
    kept = f"this source now holds another article; kept: the highlights of “{name}”"
    if twin is not None:
        return Identity(row_document(twin).id, True, (kept,))
    return Identity(str(uuid4()), False, (kept,))


def _by_likeness(connection: Connection, article: Article) -> Identity:
    """A new document, unless an unknown text was moved and edited; see `NearCopy.is_same`."""
    try:
        near = near_copy(connection, article.text)
    except DatabaseError:
        # What only helps to find an article must not keep one from being opened.
        _log.warning("no copy of the article could be looked for", exc_info=True)
        near = None
    if near is not None and near.is_same:
        return Identity(near.document_id, True, (), near)
    return Identity(str(uuid4()), False, (), near if near and near.highlights else None)


def _known_notice(known: DocumentRecord) -> str:
    name = short_source(known.source) if known.source else ""
    where = f"from {name}" if name else f"as “{short_title(known.title)}”"
    return f"its highlights are here: the same text was opened before {where}"


def common_share(old: str, new: str) -> float:
    """The share of sentences two texts have in common, of the shorter text's.

    Lines are compared too, because a list or a poem has no sentences. Words are folded
    only where that can change the answer: it takes seconds in a text of a million words.
    """
    share = 0.0
    for normal in (_plain, _folded):
        for pieces in (str.splitlines, _SENTENCE_END.split):
            share = max(share, _share(normal(pieces(old)), normal(pieces(new))))
            if share >= SAME_ARTICLE:
                return share
    return share


def _share(old: set[str], new: set[str]) -> float:
    return len(old & new) / max(1, min(len(old), len(new)))


def _plain(pieces: Iterable[str]) -> set[str]:
    return {" ".join(piece.split()) for piece in pieces} - {""}


def _folded(pieces: Iterable[str]) -> set[str]:
    folded = {" ".join(word.text for word in fold_words(piece)) for piece in pieces}
    return folded - {""}
