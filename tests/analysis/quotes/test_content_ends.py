"""Where the words of a quote begin and end."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words


def test_a_second_cue_of_the_same_speaker_ends_the_first_content(parse: Parse) -> None:
    text = "Ann Lee announced that the mill would close and promised to find new jobs."
    assert [words(text, q.content) for q in quotes_of(parse, text)] == [
        ["that the mill would close"],
        ["to find new jobs"],
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        # A verb of saying with nothing to say is no further cue.
        (
            "Ann Lee said the rain began at noon and continued through the night.",
            "the rain began at noon and continued through the night",
        ),
        (
            "Ann Lee found that the vote either confirmed or rejected the plan.",
            "that the vote either confirmed or rejected the plan",
        ),
    ],
)
def test_a_verb_inside_the_content_does_not_end_it(parse: Parse, text: str, content: str) -> None:
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == [content]


def test_a_clause_with_a_speaker_or_sentence_of_its_own_ends_the_content(parse: Parse) -> None:
    text = "Ann Lee said the mill was old, and the guards warned that it would fall."
    assert [words(text, q.content) for q in quotes_of(parse, text)] == [
        ["the mill was old"],
        ["that it would fall"],
    ]
    text = "Ann Lee said the mill was old; nobody had been told."
    assert [words(text, q.content) for q in quotes_of(parse, text)] == [["the mill was old"]]
    text = 'Ann Lee said: "The mill is old; the roof is new."'
    assert words(text, quotes_of(parse, text)[0].content) == ['"The mill is old; the roof is new."']


def test_a_cue_with_words_of_its_own_leaves_the_quoted_phrase_before_it(parse: Parse) -> None:
    text = 'Though they had been "friends for some time," Ann Lee denied that they ever met.'
    (quote,) = quotes_of(parse, text)
    assert words(text, quote.content) == ["that they ever met"]
    text = 'Ann Lee mocked the "king of debt," noting that the mill was sold.'
    assert ["that the mill was sold"] in [words(text, q.content) for q in quotes_of(parse, text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Ann Lee said that Tom Baker claimed the mill was safe.",
            ["that Tom Baker claimed the mill was safe"],
        ),
        (
            "Ann Lee said nobody believed Tom Baker's claim that the mill was safe.",
            ["nobody believed Tom Baker's claim that the mill was safe"],
        ),
    ],
)
def test_what_a_quote_itself_reports_is_part_of_it(
    parse: Parse, text: str, content: list[str]
) -> None:
    assert [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)] == [
        (content, "Ann Lee")
    ]
