"""Words that the end of a line divides are shown whole, and nothing else is joined."""

from __future__ import annotations

import pytest

from tui.documents.article import Span
from tui.documents.divided_words import cuts, undivided, without


@pytest.mark.parametrize(
    ("passage", "whole"),
    [
        ("the bridge was un-\nsafe for lorries", "the bridge was unsafe for lorries"),
        ("the com-\n   mittee met", "the committee met"),
        ("the under-\nsecretary said", "the undersecretary said"),
        ("a HYPHEN\u2010\nated word", "a HYPHENated word"),
        ("a self-\nemployed baker", "a self-employed baker"),
        ("twenty-\nfive of them", "twenty-five of them"),
        ("the Franco-\nPrussian war", "the Franco-Prussian war"),
        ("from 2019-\n2024", "from 2019-2024"),
        ("a vice-pres-\nident", "a vice-president"),
    ],
)
def test_a_divided_word_is_whole(passage: str, whole: str) -> None:
    assert undivided(passage) == whole


@pytest.mark.parametrize(
    "passage",
    [
        "pre-\nand post-war",
        "he left -\nand came back",
        "a dash--\nat the end",
        "one paragraph-\n\nand another",
        "no end of a line: un-safe",
        "- a list\n- of two",
        "-\nfoot",
    ],
)
def test_what_divides_no_word_stays(passage: str) -> None:
    assert undivided(passage) == passage


def test_the_text_says_how_a_word_is_written() -> None:
    with_hyphen = "The by-law was read. A by-\nlaw binds."
    assert undivided("A by-\nlaw binds.", with_hyphen) == "A by-law binds."
    assert undivided("A by-\nlaw binds.", with_hyphen.replace("by-law", "bylaw")) == (
        "A bylaw binds."
    )


def test_marked_letters_stay_marked() -> None:
    passage = "the un-\nsafe bridge"
    whole, (marked, after) = without(passage, [Span(4, 12), Span(13, 19)], cuts(passage))
    assert whole[marked.start : marked.end] == "unsafe"
    assert whole[after.start : after.end] == "bridge"
