"""Marks as JSON, complete enough to be put back into their texts elsewhere.

The object has `schema` (1) and `documents`, in the order given. A document has `source`
(null when another article has taken its name), `title`, `published` (a day or null), `byline`,
`site` (the publication) and `address` (on the web), each null when it is not known, `unread`
(whether it was put into the library and never opened), `read` (the share of its text, 0 to 1, that
has stood on the screen for a while; null when it is not known), and `marks` in text order. A mark
has `id`, `colour`, `note` and `speaker` (null without one),
`tags`, `created` and `updated` (UTC, ISO 8601) and `anchor`: `exact` (the words), `prefix`
and `suffix` (what stands around them), `start` and `end` (code points, half-open) in the
text whose SHA-256 is `revision`. `anchors` has an anchor for each part of the passage, in text
order, the first one included: most have one, a quote that "she said" divides has two. `state`
says how its words were found when the article was last opened, as of the part that has changed
most: `exact`, `moved`, `changed` (then `words_now` has what stands there, else null; where
only the rest of its sentence changed, the whole sentence) or `orphan`, for one without a certain
place. `unsaved` is null, or an object with the `note` and the `tags` (a line) that were typed and
never saved, each null where there is nothing of it.
Where the source counts them a mark also has `page` and `last_page` (as they are printed),
`chapter` (its title) and `time` (hours, minutes, seconds) of the place at which it was made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tui.exchange.json_text import indented_json

if TYPE_CHECKING:
    from tui.documents.milestones import Counted
    from tui.store.anchors import Anchor
    from tui.store.documents import DocumentRecord
    from tui.store.highlight_rows import Highlight
    from tui.store.marked_article import MarkedArticle, Unsaved

SCHEMA = 1
"""Raised only if a key ever had to change its meaning; keys may be added."""


def as_json(articles: Iterable[MarkedArticle]) -> Iterator[str]:
    """All articles with their marks as one JSON object, an article a piece."""
    yield f'{{\n  "schema": {SCHEMA},\n  "documents": ['
    between = ""
    for article in articles:
        yield f"{between}\n    " + indented_json(_article_object(article), 2)
        between = ","
    yield "\n  ]\n}\n" if between else "]\n}\n"


def _article_object(article: MarkedArticle) -> dict[str, Any]:
    return {
        **document_object(article.document),
        "marks": [_exported(mark, article) for mark in article.highlights],
    }


def _exported(mark: Highlight, article: MarkedArticle) -> dict[str, Any]:
    made = mark_object(mark)
    made["unsaved"] = _unsaved_object(article.unsaved.get(mark.id))
    if article.milestones:
        made |= counted_object(article.counted(mark))
    return made


def _unsaved_object(unsaved: Unsaved | None) -> dict[str, str | None] | None:
    return unsaved and {name: words or None for name, words in unsaved._asdict().items()}


def counted_object(counted: Counted) -> dict[str, str]:
    """What the source counts at a mark; no key for what it does not count there."""
    return {name: label for name, label in counted._asdict().items() if label}


def document_object(document: DocumentRecord) -> dict[str, Any]:
    """What an article says about itself, and how far it is read, as plain JSON values."""
    return {
        "source": document.source or None,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "byline": document.byline,
        "site": document.site,
        "address": document.web_address,
        "unread": document.is_unread,
        "read": None if document.read_share is None else document.read_share / 100,
    }


def mark_object(highlight: Highlight) -> dict[str, Any]:
    """One mark as plain JSON values, without its article."""
    anchors = [_anchor_object(each) for each in highlight.anchors]
    return {
        "id": highlight.id,
        "colour": str(highlight.colour),
        "note": highlight.note or None,
        "speaker": highlight.speaker,
        "tags": list(highlight.tags),
        "created": highlight.created,
        "updated": highlight.updated,
        "state": highlight.found.state if highlight.found else "exact",
        "words_now": (highlight.found.words or None) if highlight.found else None,
        "anchor": anchors[0],
        "anchors": anchors,
    }


def _anchor_object(anchor: Anchor) -> dict[str, Any]:
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "revision": anchor.revision,
    }
