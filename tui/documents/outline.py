"""The outline of an article: its headings, and the chapters that its source counts."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote

from tui.documents.article import Article, MilestoneKind, TextStyle

_LEVELS = {TextStyle.TITLE: 1, TextStyle.HEADING: 2, TextStyle.SUBHEADING: 3}


class Section(NamedTuple):
    """A part of the text that has a name."""

    offset: int
    """Where it begins."""
    level: int
    """0 for a chapter, 1 to 3 for a heading."""
    name: str
    """What it is called, as one line."""


def outline(article: Article) -> tuple[Section, ...]:
    """The chapters and headings in text order.

    A chapter that begins with the heading of its own name is listed once.
    """
    sections = [
        Section(mark.offset, 0, mark.label)
        for mark in article.milestones
        if mark.kind is MilestoneKind.CHAPTER and mark.label
    ]
    chapters = {(section.offset, _key(section.name)) for section in sections}
    for span in article.styles:
        name = " ".join(article.text[span.start : span.end].split())
        level = _LEVELS.get(span.style)
        if level and name and (span.start, _key(name)) not in chapters:
            sections.append(Section(span.start, level, name))
    return tuple(sorted(sections))


def named_place(article: Article, fragment: str) -> int | None:
    """Where a link to a place within the text leads; `None` when that is not certain.

    Names of places are not kept. The usual ones are the words of a heading, joined by hyphens:
    only a heading of just these words is the place.
    """
    wanted = _key(unquote(fragment))
    found = [section for section in outline(article) if _key(section.name) == wanted]
    return found[0].offset if wanted and found else None


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()
