"""What a stretch in quotation marks is, by the text around it alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.quotes.marks import QuotedRegion, quoted_regions, word_count, word_spans
from tui.analysis.quotes.quoted_speech import (
    fills_sentence,
    is_fragment,
    is_title,
    link_before,
    sentence_start,
    stands_alone,
)


def only_region(text: str) -> QuotedRegion:
    (region,) = quoted_regions(text)
    return region


@pytest.mark.parametrize(
    "text",
    [
        'He read "War and Peace" on the train.',
        'They sang "The Lady of the Lake" at dusk.',
        'He saw "1984" in Leeds.',
    ],
)
def test_few_words_with_capitals_inside_a_sentence_are_a_title(text: str) -> None:
    assert is_title(text, only_region(text))


@pytest.mark.parametrize(
    "text",
    [
        # A sentence begins with it, or a colon or comma leads to it.
        '"War and Peace" is long.',
        'She said: "We Are Late"',
        'She said, "We Are Late"',
        'He called it "a shame" twice.',
        'They shouted "The mill is shut" all night.',
        'They sang "One Two Three Four Five Six Seven Eight" at dusk.',
    ],
)
def test_speech_is_no_title(text: str) -> None:
    assert not is_title(text, only_region(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Her so-called "friends" left.', True),
        ('Mr. Lee said "it was late" twice.', True),
        ('It rained. "It was late."', False),
        ('"We are late," she said.', False),
    ],
)
def test_fragment_is_part_of_a_sentence_that_begins_before_it(text: str, expected: bool) -> None:
    assert is_fragment(text, only_region(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "We are late." and left.', True),
        ('"We are late," she said.', True),
        ('It was "late".', True),
        ('He called it "a shame" twice.', False),
    ],
)
def test_quotation_may_fill_its_sentence(text: str, expected: bool) -> None:
    assert fills_sentence(text, only_region(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She left. "It was late and cold."', True),
        ('"No way."', True),
        ('"It was late and cold', True),
        ('But "we failed."', True),
        ('He called it "a shame" twice.', False),
        ('"No way" she said', False),
        ('The "very long and quite cold winter" ended.', False),
    ],
)
def test_sentence_in_marks_stands_alone(text: str, expected: bool) -> None:
    assert stands_alone(text, only_region(text)) is expected


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ('She left. But "we failed."', "But "),
        ('She left. And then "we failed."', "And then "),
        ('She left, but "we failed."', ""),
        ('She left. The "mill" failed.', ""),
    ],
)
def test_word_that_joins_two_quotations_opens_a_sentence(text: str, link: str) -> None:
    assert link_before(text, only_region(text)) == link


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. He left", "He left"),
        ("It rained? He left", "He left"),
        ('"Go!" He left', "He left"),
        # A full stop behind a title or an initial ends nothing.
        ("Mr. Lee left", "Mr. Lee left"),
        ("It rained. Sen. J. Lee left", "Sen. J. Lee left"),
        ("It rained, he left", "It rained, he left"),
    ],
)
def test_sentence_begins_behind_the_end_of_the_one_before(text: str, sentence: str) -> None:
    assert text[sentence_start(text, len(text)) :] == sentence


@given(st.text(alphabet="aB .,?!\"'M r", max_size=40), st.integers(0, 40))
def test_sentence_never_begins_behind_the_place_it_goes_on_at(text: str, end: int) -> None:
    end = min(end, len(text))
    assert 0 <= sentence_start(text, end) <= end


def test_words_are_counted_without_punctuation_and_with_their_apostrophes() -> None:
    text = "We won't -- not ever! -- go."
    assert [text[slice(*span)] for span in word_spans(text, 0, len(text))] == [
        "We",
        "won't",
        "not",
        "ever",
        "go",
    ]
    assert word_count("… — !") == 0
