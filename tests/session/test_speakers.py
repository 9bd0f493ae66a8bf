"""Who says a passage: nobody is given words that stand outside of the quote."""

from __future__ import annotations

import pytest

from tests.desk import harbour
from tui.analysis.results import Quote, QuoteKind
from tui.corrections.said_by import speaker_of
from tui.documents.article import Span

QUOTES = harbour.analysis().quotes


def said(*words: str) -> str | None:
    return speaker_of(QUOTES, harbour.TEXT, [harbour.span(each) for each in words])


@pytest.mark.parametrize(
    "words",
    [
        ('"We cannot wait any longer,"',),
        ("cannot wait",),
        ('"The piers are moving."',),
        ("The piers are moving.",),
        ("cannot wait any longer", "The piers"),
    ],
)
def test_words_of_a_quote_are_its_speakers(words: tuple[str, ...]) -> None:
    assert said(*words) == "Ada Obi"


@pytest.mark.parametrize(
    "words",
    [
        ('longer," council leader Ada Obi told reporters.',),
        ('"We cannot wait any longer," council leader Ada Obi told reporters. "The piers are',),
        ("A person close to the talks said the ferry company had asked for more money",),
        ("cannot wait", "told reporters"),
        ("Shopkeepers",),
        (',"',),
    ],
)
def test_words_that_the_article_says_itself_are_nobodys(words: tuple[str, ...]) -> None:
    assert said(*words) is None


def test_a_quote_in_a_quote_is_said_by_whom_it_names() -> None:
    text = "Mr Lee said Ms Roe had called it a bargain."
    outer = Quote((Span(12, 42),), QuoteKind.INDIRECT, speaker_name="Mr Lee")
    inner = Quote((Span(33, 42),), QuoteKind.INDIRECT, speaker_name="Ms Roe")
    assert speaker_of([outer, inner], text, [Span(35, 42)]) == "Ms Roe"
    assert speaker_of([outer, inner], text, [Span(12, 42)]) == "Mr Lee"


def test_what_somebody_only_thinks_is_said_by_nobody() -> None:
    view = Quote((Span(0, 10),), QuoteKind.INDIRECT, speaker_name="Mr Lee", view=True)
    assert speaker_of([view], "It rained.", [Span(0, 10)]) is None
