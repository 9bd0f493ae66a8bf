"""What is typed into the search box becomes words, whatever it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.folding import fold_words
from tui.search.query import MAX_WORDS, Query, parse_query


def test_words_are_folded_and_keep_their_order() -> None:
    assert parse_query("  Café  TALKS don't ") == Query(("cafe", "talks", "dont"))


def test_a_word_typed_twice_counts_once() -> None:
    assert parse_query("talks about talks").words == ("talks", "about")


def test_nothing_and_mere_punctuation_ask_for_everything() -> None:
    assert parse_query("").is_empty
    assert parse_query(" … — ' ").is_empty
    assert not parse_query("a").is_empty


def test_a_pasted_page_is_cut() -> None:
    assert len(parse_query(" ".join(f"w{n}" for n in range(500))).words) == MAX_WORDS


@given(st.text())
def test_every_text_is_a_query_of_its_own_words(text: str) -> None:
    words = parse_query(text).words
    assert set(words) <= {word.text for word in fold_words(text)}
    assert len(set(words)) == len(words)
    assert all(words)


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=8))
def test_blanks_and_capitals_do_not_matter(words: list[str]) -> None:
    assert parse_query("  ".join(words).upper()) == parse_query(" ".join(words))
