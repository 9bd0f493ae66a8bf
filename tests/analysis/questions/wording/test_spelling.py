"""How a word of the text is written within a question."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.wording.spelling import is_glued, is_pronoun, lacks_article, spelled
from tui.analysis.results import Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.documents.article import Span


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("They told her.", "her", True),
        ("They told us.", "us", True),
        ("This surprised the mayor.", "This", True),
        ("This boat sank.", "This", False),
        ("The boat that sank was old.", "that", False),
        ("She hosts This Morning on Monday.", "This", False),
        ("The mayor left.", "mayor", False),
    ],
)
def test_pronoun_is_what_stands_for_something_else(
    find: Find, text: str, word: str, expected: bool
) -> None:
    assert is_pronoun(find(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The deal angers US.", "US", True),
        ("The widow went to court.", "court", True),
        ("The clerk wrote to FBI.", "FBI", True),
        ("The deal angers the US.", "US", False),
        ("US paid for it.", "US", False),
        ("The deal angers Norland.", "Norland", False),
    ],
)
def test_article_that_headlines_leave_out_is_missed(
    find: Find, text: str, word: str, expected: bool
) -> None:
    assert lacks_article(find(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "written"),
    [
        ("The mill closed.", "The", "the"),
        # What points at something in the text is only "the" in a question.
        ("That mill closed.", "That", "the"),
        ("They left this Saturday.", "this", "this"),
        ("Officials closed the mill.", "Officials", "officials"),
        ("Two ferries sank.", "Two", "two"),
        ("A ferry sank.", "A", "a"),
        ("Norland sank it.", "Norland", "Norland"),
        ("Officials from Oslo left.", "Oslo", "Oslo"),
    ],
)
def test_capital_stays_only_on_a_name(find: Find, text: str, word: str, written: str) -> None:
    assert spelled(find(text, word), None) == written


def test_word_that_is_a_name_in_this_text_keeps_its_capital(find: Find) -> None:
    token = find("Harbours opened in May.", "Harbours")
    name = Entity("Harbours", EntityType.ORG, (Mention(Span(0, 8), MentionRule.SAME_NAME),))
    assert spelled(token, None) == "harbours"
    assert spelled(token, name) == "Harbours"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("It cost $40m.", "40", True),
        ("A so-called deal failed.", "called", True),
        ("Ann's boat sank.", "'s", True),
        ("The boat sank.", "boat", False),
        ('He said "no".', "no", False),
    ],
)
def test_word_is_glued_where_no_blank_parts_it(
    find: Find, text: str, word: str, expected: bool
) -> None:
    assert is_glued(find(text, word)) is expected
