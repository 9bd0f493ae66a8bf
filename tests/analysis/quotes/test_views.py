"""What somebody believes, fears or hopes, and how certain rows are."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words
from tui.analysis.quotes.certainty import certainty_of
from tui.analysis.rules import QuoteRule


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ann Lee believes that the mill is old.", "that the mill is old"),
        ("Ann Lee fears the mill will fall.", "the mill will fall"),
        ("Ann Lee is convinced that the mill is old.", "that the mill is old"),
        ("The mill, Ann Lee thinks, is old.", "The mill"),
    ],
)
def test_a_view_is_a_row_of_its_own_kind(parse: Parse, text: str, content: str) -> None:
    (quote,) = quotes_of(parse, text)
    assert (words(text, quote.content)[0], quote.speaker_name) == (content, "Ann Lee")
    assert (quote.view, quote.rule) == (True, QuoteRule.VIEW)


@pytest.mark.parametrize(
    "text",
    [
        "I think the mill is old.",
        "People think the mill is old.",
        "Ann Lee does not believe the mill is old.",
        "Ann Lee thinks of the mill.",
        "Ann Lee hopes to see the mill.",
        "The noise made sure that nobody slept.",
    ],
)
def test_what_is_nobodys_view_is_no_row(parse: Parse, text: str) -> None:
    assert quotes_of(parse, text) == ()


def test_who_only_thinks_does_not_take_the_turn(parse: Parse) -> None:
    text = 'Ann Lee said it rained. Guards believe it snowed. "It was a very cold day."'
    found = {words(text, q.content)[0]: q for q in quotes_of(parse, text)}
    assert found['"It was a very cold day."'].speaker_name == "Ann Lee"
    assert not found["it rained"].view


def test_what_is_said_is_no_view_and_tells_how_certain_it_is(parse: Parse) -> None:
    (quote,) = quotes_of(parse, "Ann Lee said that the mill was old.")
    assert not quote.view
    assert quote.is_sure


def test_few_words_a_pronoun_and_nobody_make_a_row_less_certain() -> None:
    rule = QuoteRule.VERB_OF_SAYING
    whole = certainty_of(rule, words=9, is_quoted=False, by_pronoun=False, has_speaker=True)
    assert 0 < whole <= 1
    for words_, pronoun, speaker in ((2, False, True), (9, True, True), (9, False, False)):
        assert whole > certainty_of(
            rule, words=words_, is_quoted=False, by_pronoun=pronoun, has_speaker=speaker
        )


@pytest.mark.parametrize(
    "rule", [each for each in QuoteRule if each is not QuoteRule.ADDED_BY_READER]
)
def test_every_construction_has_a_certainty(rule: QuoteRule) -> None:
    assert 0 < certainty_of(rule, words=9, is_quoted=True, by_pronoun=False, has_speaker=True) <= 1
