"""What a library keeps of an article beside its text, and the article made again from both."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from sqlite3 import Connection

from tui.documents.article import (
    Article,
    Block,
    BlockKind,
    Milestone,
    MilestoneKind,
    Origin,
    Span,
    StyledSpan,
    TextStyle,
)
from tui.documents.blocks import split_blocks


def packed_header(article: Article) -> str:
    """All of an article but its text, as JSON."""
    header: dict[str, object] = {
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "place": article.place,
        "byline": article.byline,
        "asides": article.asides,
    }
    if article.is_rendered:
        header |= {"blocks": article.blocks}
    further = {
        "styles": article.styles,
        "milestones": article.milestones,
        "site": article.site,
        "address": article.address,
        "origin": article.origin,
    }
    return json.dumps(header | {name: value for name, value in further.items() if value})


def kept_origin(packed: str | None) -> Origin | None:
    """What a kept article was made from, of the part of its header that says so."""
    try:
        found = json.loads(packed) if packed else None
        return Origin(*found) if found else None
    except (json.JSONDecodeError, TypeError):
        # What only helps to compare must not keep an article from being opened.
        return None


def renew_header(connection: Connection, document_id: str, article: Article) -> None:
    """Let a kept text say what its source says around it by now: who wrote it, when, where.

    Only what was made of the same form counts: a copy of the words in a plain text says less than
    the page they are from. Facts that the reader has put right lie over these in any case.

    Args:
        connection: Inside a transaction.
        document_id: The document, which has shown this text before.
        article: The article as it was loaded.
    """
    row = connection.execute(
        "SELECT json_extract(header, '$.title', '$.published', '$.byline', '$.place', '$.site', "
        "'$.address', '$.origin'), instr(header, '\"blocks\"') FROM revisions "
        "WHERE document_id = ? AND hash = ? AND json_valid(header)",
        (document_id, article.text_hash),
    ).fetchone()
    if row is None:
        return
    *said, made_from = json.loads(row[0])
    was, now = kept_origin(json.dumps(made_from)), article.origin
    day = article.published.isoformat() if article.published else None
    says = [article.title, day, article.byline, article.place, article.site, article.address]
    is_same_form = bool(row[1]) == article.is_rendered and (
        (was.format if was else "") == (now.format if now else "")
    )
    if is_same_form and (said != says or was != now):
        connection.execute(
            "UPDATE revisions SET header = ? WHERE document_id = ? AND hash = ?",
            (packed_header(article), document_id, article.text_hash),
        )


def kept_milestones(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, dict[str, tuple[Milestone, ...]]]:
    """What is counted in the texts of some documents, by document and by hash of the text."""
    found: dict[str, dict[str, tuple[Milestone, ...]]] = {}
    # Most headers have none, and looking for the word is cheaper than parsing them.
    rows = connection.execute(
        "SELECT document_id, hash, json_extract(header, '$.milestones') FROM revisions "
        "WHERE document_id IN (SELECT value FROM json_each(?)) AND deleted IS NULL "
        "AND instr(header, '\"milestones\"') AND json_valid(header)",
        (json.dumps(document_ids),),
    )
    for ident, text_hash, kept in rows:
        if kept:
            found.setdefault(str(ident), {})[str(text_hash)] = _milestones(json.loads(kept))
    return found


def kept_emphasis(
    connection: Connection, document_ids: Sequence[str]
) -> dict[str, dict[str, tuple[StyledSpan, ...]]]:
    """What is set between signs (`_so_`) in plain texts, by document and by hash of the text."""
    found: dict[str, dict[str, tuple[StyledSpan, ...]]] = {}
    rows = connection.execute(
        "SELECT document_id, hash, json_extract(header, '$.styles') FROM revisions "
        "WHERE document_id IN (SELECT value FROM json_each(?)) AND deleted IS NULL "
        "AND instr(header, '\"styles\"') AND NOT instr(header, '\"blocks\"') "
        "AND json_valid(header)",
        (json.dumps(document_ids),),
    )
    for ident, text_hash, kept in rows:
        if kept:
            found.setdefault(str(ident), {})[str(text_hash)] = _styles(json.loads(kept))
    return found


def rebuilt_article(text: str, packed: str, source: str) -> Article:
    """The article of a kept text and its header.

    Args:
        text: `Article.text` as it was.
        packed: What `packed_header` gave.
        source: What it is opened by now.
    """
    header = json.loads(packed)
    published = header["published"]
    is_rendered = "blocks" in header
    return Article(
        source=source,
        text=text,
        title=header["title"],
        blocks=_kept_blocks(header["blocks"]) if is_rendered else split_blocks(text),
        published=date.fromisoformat(published) if published else None,
        place=header["place"],
        byline=header["byline"],
        asides=tuple(Span(start, end) for start, end in header["asides"]),
        styles=_styles(header.get("styles", ())),
        is_rendered=is_rendered,
        milestones=_milestones(header.get("milestones", ())),
        site=header.get("site"),
        address=header.get("address"),
        origin=Origin(*header["origin"]) if header.get("origin") else None,
    )


def _milestones(rows: Iterable[tuple[int, str, str]]) -> tuple[Milestone, ...]:
    return tuple(Milestone(offset, MilestoneKind(kind), label) for offset, kind, label in rows)


def _styles(rows: Iterable[tuple[int, int, str, str]]) -> tuple[StyledSpan, ...]:
    return tuple(
        StyledSpan(start, end, TextStyle(style), target) for start, end, style, target in rows
    )


def _kept_blocks(rows: Iterable[tuple[int, int, str]]) -> tuple[Block, ...]:
    return tuple(Block(start, end, BlockKind(kind)) for start, end, kind in rows)
