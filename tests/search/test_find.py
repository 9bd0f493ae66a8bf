"""Finding in the text: what counts as the same, and the hits before and after a place."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Span
from tui.search.find import Finder

ALPHABET = "aAbé '’\"”-–\n\t.σςΣ"
texts = st.text(ALPHABET, max_size=60)
patterns = st.text(ALPHABET, max_size=5)


def find_all(text: str, pattern: str, limit: int | None = None) -> list[Span]:
    return Finder(pattern).all(text, limit)


def found(text: str, pattern: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in find_all(text, pattern)]


def test_small_letters_find_capitals_too() -> None:
    assert found("Nato, NATO and nato", "nato") == ["Nato", "NATO", "nato"]


def test_a_capital_in_the_pattern_asks_for_just_that() -> None:
    assert found("Nato, NATO and nato", "Nato") == ["Nato"]


def test_a_hit_crosses_a_wrapped_line() -> None:
    assert found("the deputy\n  secretary of state", "deputy secretary") == ["deputy\n  secretary"]


def test_a_run_of_blanks_in_the_pattern_is_one_blank() -> None:
    assert found("on the table", "on   the") == ["on the"]


def test_a_no_break_space_is_a_blank() -> None:
    assert found("Mr\u00a0Smith", "mr smith") == ["Mr\u00a0Smith"]


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("“Never,” he said", '"never,"'),
        ('"Never," he said', "“never,”"),
        ("it isn’t so", "isn't"),
        ("it isn't so", "isn’t"),
        ("a long\u2011term plan", "long-term"),
        ("2019\u20132022", "2019-2022"),
        ("cafe\u0301 society", "café"),
        ("café society", "cafe\u0301"),
        ("ὈΔΥΣΣΕΎΣ and Ὀδυσσεύς", "ὀδυσσεύς"),
    ],
)
def test_forms_of_one_character_find_each_other(text: str, pattern: str) -> None:
    assert len(find_all(text, pattern)) >= 1


def test_accents_count() -> None:
    assert found("resume and résumé", "résumé") == ["résumé"]


@pytest.mark.parametrize("pattern", [".*", "[a-z]", "(", "\\", "a{2}", "x|y", "^", "$", "?"])
def test_every_character_stands_for_itself(pattern: str) -> None:
    assert found("only plain words here", pattern) == []
    assert found(f"before {pattern} after", pattern) == [pattern]


@pytest.mark.parametrize("pattern", ["", " ", "\n\t "])
def test_nothing_typed_finds_nothing(pattern: str) -> None:
    finder = Finder(pattern)
    assert finder.all("some text") == []
    assert finder.next("some text", 0) is None
    assert finder.previous("some text", 9) is None


def test_the_limit_keeps_the_first_hits() -> None:
    assert find_all("a b a b a", "a", limit=2) == [Span(0, 1), Span(4, 5)]


def test_next_begins_at_the_offset_and_wraps_only_when_asked() -> None:
    finder = Finder("war")
    text = "war and peace and war"
    assert finder.next(text, 0) == Span(0, 3)
    assert finder.next(text, 1) == Span(18, 21)
    assert finder.next(text, 19) == Span(0, 3)
    assert finder.next(text, 19, wrap=False) is None


def test_previous_ends_before_the_offset_and_wraps_only_when_asked() -> None:
    finder = Finder("war")
    text = "war and peace and war"
    assert finder.previous(text, 18) == Span(0, 3)
    assert finder.previous(text, 19) == Span(18, 21)
    assert finder.previous(text, 0) == Span(18, 21)
    assert finder.previous(text, 0, wrap=False) is None


def test_wrapping_finds_a_hit_that_lies_around_the_offset() -> None:
    assert Finder("b c").next("a b  c d", 3) == Span(2, 6)
    assert Finder("b c").previous("a b  c d", 2) == Span(2, 6)


def test_previous_reaches_back_through_a_long_text() -> None:
    text = "needle" + " hay" * 100_000
    assert Finder("needle").previous(text, len(text)) == Span(0, 6)


def test_a_hit_with_a_long_gap_is_found_from_both_sides() -> None:
    text = "hay " * 30_000 + "sharp" + " " * 200_000 + "needle"
    hit = Span(120_000, len(text))
    assert Finder("sharp needle").previous(text, 120_001) == hit
    assert Finder("sharp needle").next(text, 5) == hit


def same(pattern: str, text: str) -> bool:
    """The reference: one character of the pattern against one of the text."""
    exact = {"'": "'’", "’": "'’", '"': '"”', "”": '"”', "-": "-–", "–": "-–", "σ": "σς", "ς": "σς"}
    return text in exact.get(pattern, pattern)


def naive(text: str, pattern: str) -> list[tuple[int, int]]:
    """All hits by comparing at every place, character by character."""
    if not pattern.strip():
        return []
    pattern = unicodedata.normalize("NFC", re.sub(r"\s+", " ", pattern))
    ignores_case = not any(c.isupper() for c in pattern)
    hits: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = naive_end(text, at, pattern, ignores_case)
        if end is None:
            at += 1
        else:
            hits.append((at, end))
            at = end
    return hits


def naive_end(text: str, at: int, pattern: str, ignores_case: bool) -> int | None:
    if pattern[0] == " " and at and text[at - 1].isspace():
        return None
    for letter in pattern:
        if at >= len(text):
            return None
        if letter == " ":
            if not text[at].isspace():
                return None
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        shown = text[at].lower() if ignores_case else text[at]
        if not same(letter, shown):
            return None
        at += 1
    return at


@given(texts, patterns)
def test_all_hits_equal_those_of_a_naive_search(text: str, pattern: str) -> None:
    assert [tuple(hit) for hit in find_all(text, pattern)] == naive(text, pattern)


@given(texts, patterns, st.integers(0, 60))
def test_next_and_previous_agree_with_a_search_from_every_place(
    text: str, pattern: str, offset: int
) -> None:
    finder = Finder(pattern)
    starts = [at for at in range(len(text)) if finder.next(text, at, wrap=False) is not None]
    hits = sorted({hit for at in starts if (hit := finder.next(text, at, wrap=False))})
    after = [hit for hit in hits if hit.start >= offset]
    before = [hit for hit in hits if hit.start < offset]
    assert finder.next(text, offset, wrap=False) == (after[0] if after else None)
    assert finder.previous(text, offset, wrap=False) == (before[-1] if before else None)
    assert finder.next(text, offset) == (after[0] if after else hits[0] if hits else None)
    assert finder.previous(text, offset) == (before[-1] if before else hits[-1] if hits else None)


@pytest.mark.parametrize(
    ("text", "pattern", "hit"),
    [
        ("the infor-\nmation office", "information", "infor-\nmation"),
        ("the infor\u2010\n   mation office", "information", "infor\u2010\n   mation"),
        ("a long-\nterm plan", "long-term", "long-\nterm"),
        ("a long-\nterm plan", "longterm", "long-\nterm"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_found(text: str, pattern: str, hit: str) -> None:
    assert found(text, pattern) == [hit]


def test_a_hyphen_inside_a_line_divides_two_words() -> None:
    assert found("a long-term plan", "longterm") == []


def test_hits_beyond_the_first_stretch_are_found_once() -> None:
    text = ("needle " + "x" * 9993) * 80
    hits = find_all(text, "needle x")
    assert [hit.start for hit in hits] == [n * 10_000 for n in range(80)]
    across = "ab" * 200_000
    assert len(find_all(across, "abab")) == 100_000
