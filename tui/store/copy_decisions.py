"""What becomes of an article that looks like an edited copy of another one."""

from __future__ import annotations

import json
from dataclasses import replace
from sqlite3 import Connection
from uuid import uuid4

from tui.documents.article import Article
from tui.store.anchors import Anchor, Orphan, Relocation, describe
from tui.store.changed_sentences import wording
from tui.store.clock import now
from tui.store.documents import newest_text, register, revision_text, stored_name
from tui.store.highlight_rows import Highlight, highlights_of, index_highlights
from tui.store.ledger_questions import index_questions
from tui.store.located_parts import together
from tui.store.operations import Operation, record
from tui.store.sketches import write_sketch
from tui.store.stored_record import write_rows


def bring_over(
    connection: Connection, article: Article, document_id: str, from_document: str
) -> tuple[int, int]:
    """Give a copy the highlights of its original that have a place in it, as one operation.

    The original keeps all of its own.

    Args:
        connection: Inside a transaction.
        article: The copy as it is open.
        document_id: Its document.
        from_document: The original.

    Returns:
        How many highlights were brought, and how many the original has.
    """
    register(connection, document_id, article)
    originals = highlights_of(connection, from_document)
    revisions = {original.anchor.revision for original in originals}
    texts = {each: revision_text(connection, from_document, each) for each in revisions}
    relocations = {each: Relocation(article.text, old) for each, old in texts.items()}
    made: dict[str, Highlight] = {}
    for original in originals:
        old, relocation = texts[original.anchor.revision], relocations[original.anchor.revision]
        anchors = _anchors_in_copy(original, article, old, relocation)
        if anchors is None:
            continue
        if anchors[0].revision != article.text_hash:
            _copy_revision(connection, from_document, document_id, anchors[0].revision)
        ident = str(uuid4())
        copy = replace(original, id=ident, document_id=document_id)
        made[ident] = copy.standing_on(anchors)
    if made:
        written = write_rows(connection, made)
        before = dict.fromkeys(made)
        record(connection, Operation(str(uuid4()), document_id, "bring", before, written))
    return len(made), len(originals)


def _anchors_in_copy(
    original: Highlight, article: Article, old: str | None, relocation: Relocation
) -> tuple[Anchor, ...] | None:
    """What a highlight is found by in a copy of its article; `None` where it has no place there.

    One that has changed keeps its anchors: by its old text it is found again, and told that it has
    changed.
    """
    found = together([relocation.locate(anchor) for anchor in original.anchors])
    if isinstance(found, Orphan):
        return None
    new, places = article.text, [(each.start, each.end) for each in found]
    parts = zip(original.anchors, places, strict=True)
    if any(wording(anchor, old, new, *place) for anchor, place in parts):
        return original.anchors
    return tuple(describe(new, *place, article.text_hash) for place in places)


def _copy_revision(connection: Connection, source: str, target: str, revision: str) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO revisions (id, document_id, hash, text, header, first_seen, "
        "last_seen, created, updated, words, seen) SELECT ?1, ?2, hash, text, header, first_seen, "
        "last_seen, created, ?3, words, 0 FROM revisions WHERE document_id = ?4 AND hash = ?5",
        (str(uuid4()), target, now(), source, revision),
    )


def keep_apart(connection: Connection, article: Article, taken_for: str) -> str:
    """Make an article that was taken for another one an article of its own; its id.

    The other one is as it was before this text was taken for it. To be called before anything
    is made in the open article.

    Args:
        connection: Inside a transaction.
        article: The article as it is open.
        taken_for: The document it was taken for.
    """
    ident = str(uuid4())
    own = (taken_for, article.text_hash)
    since = connection.execute(
        "SELECT first_seen FROM revisions WHERE document_id = ? AND hash = ?", own
    ).fetchone()
    connection.execute("DELETE FROM revisions WHERE document_id = ? AND hash = ?", own)
    connection.execute(
        "DELETE FROM sources WHERE document_id = ? AND source = ?",
        (taken_for, stored_name(article.source)),
    )
    # Its questions, unless somebody has decided on them; older ones keep their words.
    connection.execute(
        "UPDATE questions SET deleted = ?3, updated = ?3 WHERE document_id = ?1 AND revision = ?2 "
        "AND state = 'open' AND answer = '' AND draft = '' AND created >= ?4",
        (*own, now(), since[0] if since else ""),
    )
    register(connection, ident, article)
    _restore_facts(connection, taken_for)
    return ident


def _restore_facts(connection: Connection, document_id: str) -> None:
    """Have a document say of itself what its newest text says."""
    row = connection.execute(
        "SELECT header FROM revisions WHERE document_id = ? ORDER BY seen DESC LIMIT 1",
        (document_id,),
    ).fetchone()
    if row is None:
        return
    facts = json.loads(row[0])
    connection.execute(
        "UPDATE documents SET title = ?2, published = ?3, place = ?4, byline = ?5, updated = ?6 "
        "WHERE id = ?1",
        (document_id, *(facts[key] for key in ("title", "published", "place", "byline")), now()),
    )
    index_highlights(connection, "h.document_id = ?", document_id)
    index_questions(connection, "q.document_id = ?", document_id)
    text = newest_text(connection, document_id)
    if text is not None:
        write_sketch(connection, document_id, text)
