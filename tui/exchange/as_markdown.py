"""Marks as Markdown: a section an article, a quotation a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.documents.divided_words import undivided
from tui.documents.passage_parts import GAP
from tui.store.clock import local_day

if TYPE_CHECKING:
    from tui.store.found_again import FoundAgain
    from tui.store.highlight_rows import Highlight
    from tui.store.marked_article import MarkedArticle, Unsaved

# Everything CommonMark and its common extensions (tables, strikethrough, math, footnotes)
# give a meaning inside a line; bare addresses stay readable and may become links.
_INLINE = re.compile(r"[\\`*_{}\[\]<>|~$^=]|&(?=#?\w+;)")
# What has a meaning at the start of a line only: headings, list items, underlines.
_LINE_START = re.compile(r"\d{1,9}(?=[.)])|(?=[#+-])")


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
    return "\n".join([_escape_line(line.strip()) for line in text.splitlines()])


def _escape_line(line: str) -> str:
    # Most lines have none of it, and to look takes a third of replacing nothing.
    if _INLINE.search(line):
        line = _INLINE.sub(r"\\\g<0>", line)
    start = _LINE_START.match(line)
    return line if start is None else f"{start.group()}\\{line[start.end() :]}"


def _section(article: MarkedArticle) -> str:
    document = article.document
    published = document.published.isoformat() if document.published else ""
    where = document.web_address or document.source
    facts = " · ".join(
        filter(None, (*map(_line, (where, document.byline or "", document.site or "")), published))
    )
    head = [f"## {_line(document.title)}", "", *([facts, ""] if facts else [])]
    marks = [_mark(mark, article) for mark in article.highlights]
    return "\n".join([*head, *marks])


def _mark(highlight: Highlight, article: MarkedArticle) -> str:
    """A quotation, its note, and a line of facts: who says it, page, colour, tags, day."""
    where, unsaved = article.counted(highlight).words, article.unsaved.get(highlight.id)
    words = [
        undivided(article.words(each), each.prefix + each.exact + each.suffix)
        for each in highlight.anchors
    ]
    quotation = escape_markdown(GAP.join(words)).split("\n")
    parts = ["\n".join([f"> {line}".rstrip() for line in quotation])]
    if highlight.found:
        parts.append(_found(highlight.found))
    if highlight.note:
        parts.append(escape_markdown(highlight.note))
    if unsaved:
        parts += _unsaved(unsaved)
    facts = [_line(highlight.speaker)] if highlight.speaker else []
    facts += [_line(where)] if where else []
    # As programs for notes read tags: with the sign before them, without a blank.
    facts += [highlight.colour, *(f"#{'-'.join(_line(tag).split())}" for tag in highlight.tags)]
    # The day is enough for a reader; the JSON export has the time.
    facts.append(local_day(highlight.created))
    return "\n\n".join([*parts, f"({', '.join(facts)})"]) + "\n"


def _unsaved(unsaved: Unsaved) -> Iterator[str]:
    """What was typed about it: the desk offers it when the note or the tags are next opened."""
    if unsaved.note:
        yield f"A note that was typed and not saved: {escape_markdown(unsaved.note)}"
    if unsaved.tags:
        yield f"Tags that were typed and not saved: {_line(unsaved.tags)}"


def _found(found: FoundAgain) -> str:
    """What became of the words in the text as it was last opened."""
    if found.state == "changed":
        return f"The text now says: {_line(found.words)}"
    if found.state == "orphan":
        return "These words have no certain place in the text any more."
    return "These words now stand elsewhere in the text."


def _line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))
