"""Finding by regular expression: smart case, whole texts, and patterns that never end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.find import Finder
from tui.search.find_regex import PatternError, RegexFinder

TEXT = "Nato and NATO.\nThe talks of 2019, 2020 and 2022."


def found(pattern: str, text: str = TEXT) -> list[str]:
    return [text[hit.start : hit.end] for hit in RegexFinder(pattern).all(text)]


def test_small_letters_find_capitals_until_a_capital_is_typed() -> None:
    assert found("nato") == ["Nato", "NATO"]
    assert found("NATO") == ["NATO"]
    # a capital in an escape is not one of the text's
    assert found(r"nat\S\b") == ["Nato", "NATO"]


def test_lines_have_ends() -> None:
    assert found(r"^the \w+") == ["The talks"]
    assert found(r"nato\.$") == ["NATO."]


def test_next_and_previous_go_round() -> None:
    finder = RegexFinder(r"\d{4}")
    years = finder.all(TEXT)
    assert finder.next(TEXT, years[0].start + 1) == years[1]
    assert finder.next(TEXT, years[2].start + 1) == years[0]
    assert finder.previous(TEXT, years[0].start) == years[2]
    assert finder.next(TEXT, len(TEXT), wrap=False) is None


@pytest.mark.parametrize("pattern", ["(", "[a", "a{2,1}", "(?P<x>a)(?P<x", "*"])
def test_what_is_no_regular_expression_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError, match="no regular expression"):
        RegexFinder(pattern)


def test_a_pattern_that_never_ends_is_given_up() -> None:
    with pytest.raises(PatternError, match="too long"):
        RegexFinder("(a|aa)+$").all("a" * 60 + "b")


def test_nothing_is_found_where_nothing_is_matched() -> None:
    assert found("x*") == []


@given(st.text("ab. ", max_size=40), st.text("ab", min_size=1, max_size=3))
def test_letters_alone_find_what_the_plain_search_finds(text: str, pattern: str) -> None:
    assert RegexFinder(pattern).all(text) == Finder(pattern).all(text)
