from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.words import next_word, previous_word, word_at, word_end

TEXTS = st.text(st.sampled_from("ab1_ \n.,-@:/w'’“\u0301\u200d中é👍"), max_size=30)


def at(text: str, offset: int) -> str:
    return text[slice(*word_at(text, offset))]


def forward(text: str) -> list[str]:
    offset, found = 0, [at(text, 0)]
    while word_at(text, offset).end < len(text):
        offset = next_word(text, offset)
        found.append(at(text, offset))
    return found


def test_words_have_their_apostrophes_and_lose_their_commas() -> None:
    assert forward("Don't stop,\n\nit’s 'late'!") == [
        "Don't",
        "stop",
        ",",
        "it’s",
        "'",
        "late",
        "'!",
    ]


def test_words_of_many_scripts_are_whole() -> None:
    text = "हिन्दी cafe\u0301s 日本語 naïve"
    assert forward(text) == ["हिन्दी", "cafe\u0301s", "日本語", "naïve"]


def test_backwards_goes_to_the_beginning_first() -> None:
    text = "one two  three"
    assert [previous_word(text, offset) for offset in (14, 9, 6, 4, 2, 0)] == [9, 4, 4, 0, 0, 0]


def test_the_end_of_a_word_then_of_the_next() -> None:
    text = "one two."
    assert [word_end(text, offset) for offset in (0, 2, 3, 6, 7)] == [2, 6, 6, 7, 7]


def test_the_last_word_ends_the_walk() -> None:
    assert next_word("one two", 4) == 6
    assert next_word("", 0) == previous_word("", 5) == word_end("", 0) == 0


@given(TEXTS, st.integers(-3, 40))
def test_every_move_stays_in_the_text_and_goes_its_way(text: str, offset: int) -> None:
    last = max(0, len(text) - 1)
    inside = min(max(offset, 0), last)
    assert 0 <= next_word(text, offset) <= last
    assert 0 <= previous_word(text, offset) <= inside + (offset > last)
    assert 0 <= word_end(text, offset) <= last
    span = word_at(text, offset)
    assert span.start <= inside <= span.end
    assert (span.start < span.end) == bool(text)


@given(TEXTS)
def test_word_spans_part_the_text(text: str) -> None:
    position = 0
    while position < len(text):
        span = word_at(text, position)
        assert span.start == position
        assert all(word_at(text, inner) == span for inner in range(*span))
        position = span.end


def test_a_number_with_its_separators_is_one_word() -> None:
    text = "more than 100,000 troops, 3.5 per cent, in 2022, maybe."
    assert word_at(text, text.index("000")) == (10, 17)
    assert text[slice(*word_at(text, text.index("3.5")))] == "3.5"
    assert text[slice(*word_at(text, text.index("2022")))] == "2022"


@pytest.mark.parametrize(
    "word",
    [
        "well-known", "co-operative’s", "state-of-the-art", "don’t-ask", "vice-chair", "U.S.",
        "e.g.", "J.R.R.", "https://example.org/a_path/with-dash?x=1&y=2#top",
        "lena.ostrow@example.org", "www.example.org", "https://example.org/a_(b)",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["see {} firms", "({}), it", "{}", "“{}” he", "a {}; b"])
def test_what_a_reader_takes_for_one_word_is_one(word: str, around: str) -> None:
    text = around.format(word)
    start = text.index(word)
    for offset in range(start, start + len(word)):
        assert text[slice(*word_at(text, offset))] == word
    assert word_end(text, start) in (start + len(word) - 1, len(text) - 1)
    if start:
        assert next_word(text, 0) <= start


def test_a_dash_or_a_stop_between_sentences_parts_words() -> None:
    for text in ("yes--no", "yes—no", "end.Begin", "- item", "well- and"):
        assert word_at(text, 0).end < len(text)
