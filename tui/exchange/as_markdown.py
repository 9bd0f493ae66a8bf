"""Marks as Markdown: a section an article, a quotation a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.found_again import FoundAgain
    from tui.store.highlight_rows import Highlight
    from tui.store.marked_article import MarkedArticle

# Everything CommonMark and its common extensions (tables, strikethrough, math, footnotes)
# give a meaning inside a line; bare addresses stay readable and may become links.
_INLINE = re.compile(r"[\\`*_{}\[\]<>|~$^=]|&(?=#?\w+;)")
# What has a meaning at the start of a line only: headings, list items, underlines.
_LINE_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+-]))", re.MULTILINE)


def as_markdown(articles: Iterable[MarkedArticle]) -> Iterator[str]:
    """All articles with their marks as one Markdown document, an article a piece."""
    between = ""
    for article in articles:
        yield between + _section(article)
        between = "\n"


def escape_markdown(text: str) -> str:
    """The text so that Markdown shows it as it stands.

    Line breaks stay line breaks of the source; blanks at their edges go, because four of
    them would begin a block of code.
    """
    lines = "\n".join([line.strip() for line in text.splitlines()])
    return _LINE_START.sub(r"\1\\", _INLINE.sub(r"\\\g<0>", lines))


def _section(article: MarkedArticle) -> str:
    document = article.document
    published = document.published.isoformat() if document.published else ""
    facts = " · ".join(fact for fact in (_line(document.source), published) if fact)
    head = [f"## {_line(document.title)}", "", *([facts, ""] if facts else [])]
    return "\n".join(
        [*head, *(_mark(mark, article.counted(mark).words) for mark in article.highlights)]
    )


def _mark(highlight: Highlight, where: str) -> str:
    """A quotation, its note, and a line of facts: who says it, page, colour, tags, day."""
    quotation = escape_markdown(highlight.anchor.exact).split("\n")
    parts = ["\n".join(f"> {line}".rstrip() for line in quotation)]
    if highlight.found:
        parts.append(_found(highlight.found))
    if highlight.note:
        parts.append(escape_markdown(highlight.note))
    facts = [_line(highlight.speaker)] if highlight.speaker else []
    facts += [_line(where)] if where else []
    facts += [highlight.colour.value, *(f"\\#{_line(tag)}" for tag in highlight.tags)]
    # The day is enough for a reader; the JSON export has the time.
    facts.append(highlight.created[:10])
    return "\n\n".join([*parts, f"({', '.join(facts)})"]) + "\n"


def _found(found: FoundAgain) -> str:
    """What became of the words in the text as it was last opened."""
    if found.state == "changed":
        return f"The text now says: {_line(found.words)}"
    if found.state == "orphan":
        return "These words have no certain place in the text any more."
    return "These words now stand elsewhere in the text."


def _line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))
