"""Where links lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.documents.article import Milestone, MilestoneKind, StyledSpan, TextStyle
from tui.documents.link_goals import goal_of
from tui.documents.loading import from_text
from tui.documents.outline import Section, named_place, outline

FILE = from_text("Some words.", "/texts/notes/a.md")
PAGE = replace(
    from_text("Some words.", "https://news.example/2026/a?b=1"), address="https://news.example/a"
)
CHAPTER = from_text("Some words.", "part:c3@/texts/book.epub")
PIPE = from_text("Some words.", "stdin:abc")


@pytest.mark.parametrize(
    ("target", "article", "source", "location"),
    [
        ("b.md", FILE, "/texts/notes/b.md", "/texts/notes/b.md"),
        ("../b%20c.md#end", FILE, "/texts/b c.md", "/texts/b c.md"),
        ("file:///texts/d.md", FILE, "/texts/d.md", "/texts/d.md"),
        ("HTTPS://Orrin.example/x", FILE, "HTTPS://Orrin.example/x", "HTTPS://Orrin.example/x"),
        ("/b", PAGE, "https://news.example/b", "https://news.example/b"),
        ("c?d=2#e", PAGE, "https://news.example/2026/c?d=2", "https://news.example/2026/c?d=2"),
        ("part:c4@/texts/book.epub", CHAPTER, "part:c4@/texts/book.epub", ""),
        ("mailto:a@b.example", PAGE, "", "mailto:a@b.example"),
        ("javascript:alert(1)", PAGE, "", "javascript:alert(1)"),
        ("b.md", PIPE, "", ""),
    ],
)
def test_a_link_leads_to_a_source_and_a_place_outside(
    target: str, article: object, source: str, location: str
) -> None:
    goal = goal_of(target, article)  # type: ignore[arg-type]
    assert (goal.source, goal.location, goal.is_here) == (source, location, False)


@pytest.mark.parametrize(
    ("target", "article"),
    [("#end", FILE), ("a.md#end", FILE), ("https://news.example/a#end", PAGE)],
)
def test_a_link_to_its_own_text_is_known(target: str, article: object) -> None:
    goal = goal_of(target, article)  # type: ignore[arg-type]
    assert goal.is_here
    assert goal.fragment == "end"


TEXT = "The Mill\n\nIt is old.\n\nThe Sale\n\nIt was sold.\n\nThe Sale, again\n\nTwice."


def test_the_outline_has_chapters_and_headings_each_once() -> None:
    sale, again = TEXT.index("The Sale"), TEXT.index("The Sale, again")
    article = replace(
        from_text(TEXT, "/a.md"),
        styles=(
            StyledSpan(0, 8, TextStyle.TITLE),
            StyledSpan(sale, sale + 8, TextStyle.HEADING),
            StyledSpan(again, again + 15, TextStyle.SUBHEADING),
        ),
        milestones=(
            Milestone(0, MilestoneKind.PAGE, "1"),
            Milestone(sale, MilestoneKind.CHAPTER, "The sale"),
        ),
    )
    sections = outline(article)
    assert sections == (
        Section(0, 1, "The Mill"),
        Section(sale, 0, "The sale"),
        Section(again, 3, "The Sale, again"),
    )
    assert named_place(article, "the-sale") == sale
    assert named_place(article, "The%20Sale%2C%20again") == again
    assert named_place(article, "the-buyer") is None
    assert named_place(article, "-") is None
