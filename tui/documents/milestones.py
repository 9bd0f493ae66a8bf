"""What a source counts at a place of its text: the page, the chapter, the moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.article import Article, Milestone, MilestoneKind, Span

_OWN_WORDS = ("appendix", "book", "chapter", "introduction", "part", "preface", "section")
"""Chapters that are called what they are."""


class Counted(NamedTuple):
    """What the source counts at a passage; empty for what it does not count there."""

    chapter: str = ""
    """The title of the chapter in which it begins."""
    page: str = ""
    """The page on which it begins, as it is printed."""
    last_page: str = ""
    """The page on which it ends."""
    time: str = ""
    """The moment at which it begins, as hours, minutes and seconds."""

    @property
    def words(self) -> str:
        """The same as citations have it: "ch. The Wedding, pp. 17-18, 00:14:03"."""
        chapter = self.chapter
        if chapter and not chapter.casefold().startswith(_OWN_WORDS):
            chapter = f"ch. {chapter}"
        page = f"p. {self.page}" if self.page else ""
        if self.page and self.page != self.last_page:
            page = f"pp. {self.page}-{self.last_page}"
        return ", ".join(filter(None, (chapter, page, self.time)))


UNCOUNTED = Counted()
"""What most sources count: nothing."""


def counted(milestones: Sequence[Milestone], start: int, end: int) -> Counted:
    """What is counted at a passage: the last of each kind that begins at or before it.

    Args:
        milestones: Those of the text, in text order.
        start: The first code point of the passage.
        end: The first one after it.
    """
    page = _label_at(milestones, start, MilestoneKind.PAGE)
    return Counted(
        _label_at(milestones, start, MilestoneKind.CHAPTER),
        page,
        page and (_label_at(milestones, max(start, end - 1), MilestoneKind.PAGE) or page),
        _label_at(milestones, start, MilestoneKind.TIME),
    )


def where_in_source(article: Article, spans: Sequence[Span]) -> str:
    """Where a passage stands by what the source counts; empty when it counts nothing.

    Args:
        article: The article.
        spans: The parts of the passage in text order.
    """
    if not spans or not article.milestones:
        return ""
    return counted(article.milestones, spans[0].start, spans[-1].end).words


def page_start(article: Article, label: str) -> int | None:
    """Where a page begins, by its printed label; `None` when there is none."""
    wanted = label.casefold()
    return next((m.offset for m in pages(article) if m.label.casefold() == wanted), None)


def pages(article: Article) -> list[Milestone]:
    """The pages that the source counts, in text order; not those without a certain number."""
    return [mark for mark in article.milestones if mark.kind is MilestoneKind.PAGE and mark.label]


def _label_at(milestones: Sequence[Milestone], offset: int, kind: MilestoneKind) -> str:
    """The label of the last milestone of a kind at or before an offset."""
    for number in range(bisect_right(milestones, offset, key=_offset) - 1, -1, -1):
        if milestones[number].kind is kind:
            return milestones[number].label
    return ""


def _offset(milestone: Milestone) -> int:
    return milestone.offset
