"""Marks as Markdown, for people and for programs for notes (Obsidian, Zotero, Logseq).

Of a mark first what is the article's: its words as a block quotation, then where they are from.
Below it what is the reader's, each called what it is: the note, and when and how it was
highlighted, with its tags. One article is a note of its own, with front matter; several are
sections of one text. Behind the marks come the questions that the reader answered or asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from tui.documents.divided_words import undivided
from tui.documents.passage_parts import GAP
from tui.exchange.markdown_signs import (
    escape_line,
    escape_markdown,
    field,
    is_address,
    quotation,
    tag,
    title_link,
)
from tui.store.clock import local_day

if TYPE_CHECKING:
    from datetime import date

    from tui.store.found_again import FoundAgain
    from tui.store.highlight_rows import Highlight
    from tui.store.ledger_questions import LedgerQuestion
    from tui.store.marked_article import MarkedArticle, Unsaved


_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")


def as_markdown(articles: Iterable[MarkedArticle]) -> Iterator[str]:
    """All articles with their marks as one Markdown document, an article a piece."""
    every = iter(articles)
    first, second = next(every, None), next(every, None)
    if first is not None and second is None:
        yield _note(first)
        return
    between = ""
    for article in chain(filter(None, (first, second)), every):
        yield between + _section(article)
        between = "\n"


def _note(article: MarkedArticle) -> str:
    """An article as a file of its own."""
    document = article.document
    tags = dict.fromkeys(each for mark in article.highlights for each in mark.tags)
    facts: dict[str, str | list[str] | date | None] = {
        "title": document.title,
        "author": document.byline,
        "publication": document.site,
        "published": document.published,
        "source": document.web_address or document.source,
        "tags": [tag(each)[1:] for each in tags],
    }
    front = [field(name, value) for name, value in facts.items() if value]
    lines = ["---", *front, "---", "", f"# {escape_line(document.title)}", ""]
    return "\n".join([*lines, *_parts(article, "##")])


def _section(article: MarkedArticle) -> str:
    """An article as one of several."""
    document = article.document
    published = document.published.isoformat() if document.published else ""
    where = document.web_address or document.source
    said = map(escape_line, (where, document.byline or "", document.site or ""))
    facts = " · ".join(filter(None, (*said, published)))
    head = [f"## {escape_line(document.title)}", "", *([facts, ""] if facts else [])]
    return "\n".join([*head, *_parts(article, "###")])


def _parts(article: MarkedArticle, level: str) -> Iterator[str]:
    yield from (_mark(mark, article) for mark in article.highlights)
    if article.questions:
        yield f"{level} Questions\n"
        yield from map(_question, article.questions)


def _mark(highlight: Highlight, article: MarkedArticle) -> str:
    """A quotation, where it is from, the reader's note, and a line about the highlight."""
    unsaved = article.unsaved.get(highlight.id)
    words = [
        undivided(article.words(each), each.prefix + each.exact + each.suffix)
        for each in highlight.anchors
    ]
    place = article.places.get(highlight.id)
    if place and place.is_prose:
        words = [_unwrapped(each) for each in words]
    parts = [quotation(GAP.join(words)), _citation(highlight, article)]
    if highlight.found:
        parts.append(_found(highlight.found))
    if highlight.note:
        parts.append(f"**Note:** {escape_markdown(highlight.note)}")
    if unsaved:
        parts += _unsaved(unsaved)
    # The day is enough for a reader; the JSON export has the time.
    made = f"Highlighted in {highlight.colour} on {local_day(highlight.created)}"
    return "\n\n".join([*parts, " ".join((made, *map(tag, highlight.tags)))]) + "\n"


def _unwrapped(words: str) -> str:
    """Prose with each paragraph on one line: in programs for notes a newline breaks the line."""
    return "\n\n".join([" ".join(each.split()) for each in _BLANK_LINES.split(words)])


def _citation(highlight: Highlight, article: MarkedArticle) -> str:
    """Who says the words, in which article, where in it."""
    document, counted = article.document, article.counted(highlight)
    title = title_link(document.title, document.web_address or document.source)
    place = article.places.get(highlight.id)
    is_counted = bool(counted.page or counted.time)
    where = (counted.words, f"¶ {place.paragraph}" if place and not is_counted else "")
    facts = (escape_line(highlight.speaker or ""), title, *map(escape_line, where))
    return f"— {', '.join(filter(None, facts))}"


def _question(question: LedgerQuestion) -> str:
    """A question with the words that leave it open, and what the reader found out."""
    anchor, (_, answer, link) = question.anchor, question.resolution
    words = undivided(anchor.exact, anchor.prefix + anchor.exact + anchor.suffix)
    parts = [f"**Question:** {escape_line(question.wording)}", quotation(" ".join(words.split()))]
    if answer or link:
        shown = f"<{link}>" if is_address(link) and " " not in link else escape_line(link)
        shown = "one of my highlights" if question.resolution.is_in_highlight else shown
        told = f"{escape_markdown(answer)} ({shown})" if answer and shown else ""
        parts.append(f"**Answer:** {told or escape_markdown(answer) or shown}")
    return "\n\n".join(parts) + "\n"


def _unsaved(unsaved: Unsaved) -> Iterator[str]:
    """What was typed about it: the desk offers it when the note or the tags are next opened."""
    if unsaved.note:
        yield f"A note that was typed and not saved: {escape_markdown(unsaved.note)}"
    if unsaved.tags:
        yield f"Tags that were typed and not saved: {escape_line(unsaved.tags)}"


def _found(found: FoundAgain) -> str:
    """What became of the words in the text as it was last opened."""
    if found.state == "changed":
        return f"The text now says: {escape_line(found.words)}"
    if found.state == "orphan":
        return "These words have no certain place in the text any more."
    return "These words now stand elsewhere in the text."
