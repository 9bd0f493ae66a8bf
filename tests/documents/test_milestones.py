"""What a source counts at a place of its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.documents.article import Article, Milestone, MilestoneKind, Span
from tui.documents.loading import from_text
from tui.documents.milestones import Counted, counted, page_start, where_in_source

PAGE, CHAPTER, TIME = MilestoneKind.PAGE, MilestoneKind.CHAPTER, MilestoneKind.TIME
TEXT = "One two three.\n\nFour five six.\n\nSeven eight nine."
FOUR, SEVEN = TEXT.index("Four"), TEXT.index("Seven")


def article(*milestones: Milestone) -> Article:
    return replace(from_text(TEXT, "/book.epub"), milestones=milestones)


BOOK = article(
    Milestone(0, PAGE, "xii"),
    Milestone(FOUR, CHAPTER, "The Wedding"),
    Milestone(FOUR, PAGE, "17"),
    Milestone(SEVEN + 6, PAGE, "18"),
)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (0, 3, "p. xii"),
        (FOUR, FOUR + 4, "ch. The Wedding, p. 17"),
        (SEVEN, SEVEN + 6, "ch. The Wedding, p. 17"),
        (SEVEN, SEVEN + 7, "ch. The Wedding, pp. 17-18"),
        (0, len(TEXT), "pp. xii-18"),
    ],
)
def test_the_last_of_each_kind_at_or_before_a_passage_counts(
    start: int, end: int, words: str
) -> None:
    assert where_in_source(BOOK, [Span(start, end)]) == words


def test_moments_and_chapters_that_say_what_they_are_stand_as_they_are() -> None:
    talk = article(Milestone(0, TIME, "00:14:03"), Milestone(0, CHAPTER, "Chapter 3"))
    assert where_in_source(talk, [Span(0, 3)]) == "Chapter 3, 00:14:03"
    late = article(Milestone(FOUR, TIME, "00:14:03"))
    assert where_in_source(late, [Span(0, 3)]) == ""
    assert counted(late.milestones, FOUR, FOUR + 1) == Counted(time="00:14:03")


def test_a_passage_of_several_parts_goes_from_the_first_to_the_last() -> None:
    assert where_in_source(BOOK, [Span(FOUR, FOUR + 4), Span(SEVEN + 6, SEVEN + 11)]) == (
        "ch. The Wedding, pp. 17-18"
    )
    assert where_in_source(BOOK, []) == where_in_source(article(), [Span(0, 3)]) == ""


def test_a_page_is_found_by_its_printed_label() -> None:
    assert page_start(BOOK, "XII") == 0
    assert page_start(BOOK, "18") == SEVEN + 6
    assert page_start(BOOK, "99") is None
