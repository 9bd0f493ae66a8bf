"""Signs of emphasis in plain texts: seen as such, left out where words are shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.stretches import stretches
from tui.documents.article import HIDDEN, Article, Span, TextStyle
from tui.documents.emphasis_signs import find_emphasis, signless
from tui.documents.loading import from_text
from tui.exchange.citation import words_of
from tui.panels.row_text import passage

TEXT = (
    "It was _never_ the miller's habit to come home by the salt road.\n\n"
    '"I shall cross _when_ I please," he said, "and _how_ I please, _whatever the\nriver_ says."'
)


def article(text: str = TEXT) -> Article:
    return from_text(text, "/nowhere/mill.txt")


def emphasised(text: str) -> list[str]:
    return [text[span.start : span.end] for span in find_emphasis(text)]


def test_what_stands_between_signs_is_emphasised_with_them() -> None:
    made = article()
    assert {span.style for span in made.styles} == {TextStyle.EMPHASIS}
    assert emphasised(TEXT) == ["_never_", "_when_", "_how_", "_whatever the\nriver_"]
    assert made.text == TEXT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is *so*, *very much*, *so*.", ["*so*", "*very much*", "*so*"]),
        ("=One.= A. =Two.= B. =Three.= C.", ["=One.=", "=Two.=", "=Three.="]),
        ("(_Mem._, ask.) he--_she_--it, “_You_!” _You_'re", ["_Mem._", "_she_", "_You_", "_You_"]),
    ],
)
def test_signs_stand_at_the_edges_of_words(text: str, found: list[str]) -> None:
    assert emphasised(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "only _one_ here and _two_ there",
        "__init__ and __new__ and __str__ and __repr__",
        "user_name, file_name, _id_, _key_, _value_, max_size, min_size",
        "2 * 3 * 4 * 5 * 6 * 7",
        "* one\n* two\n* three\n* four\n* five\n* six",
        "* * * * *\n\nword\n\n* * * * *",
        "a = b, c = d, e = f, x=1, y=2, z=3",
        "======\n\ntitle\n\n======",
        "left* one, left* two, left* three, left* four, left* five, left* six",
        "_one\n\ntwo_ _three\n\nfour_ _five\n\nsix_",
    ],
)
def test_what_else_such_signs_mean_is_no_emphasis(text: str) -> None:
    assert emphasised(text) == []


def test_words_are_shown_without_the_signs() -> None:
    made = article()
    start = TEXT.index('"I shall')
    span = Span(start, len(TEXT))
    shown = '"I shall cross when I please," he said, "and how I please, whatever the river says."'
    assert words_of(made, [span]) == shown
    assert passage(made.readable, span) == shown
    assert signless(TEXT[start:], made.styles, start) == shown.replace("the river", "the\nriver")


def test_a_title_of_first_words_has_no_signs() -> None:
    assert article().title == "It was never the miller's habit to come home by the salt…"


def test_the_parser_sees_blanks_for_signs_but_not_beside_a_quotation_mark() -> None:
    text = f'{TEXT}\n\n"_You_ will not."'
    parsed = [stretch.text for stretch in stretches(article(text))]
    assert parsed[0].startswith("It was  never  the")
    assert parsed[-1] == '"_You  will not."'
    assert sum(map(len, parsed)) == sum(block.end - block.start for block in article(text).blocks)


def test_a_rendered_text_keeps_what_it_has() -> None:
    made = replace(article(), is_rendered=True)
    assert made.readable is made.text


@given(st.text(alphabet="ab _*=\n.,'\"", max_size=300))
def test_offsets_hold_and_pairs_are_apart(text: str) -> None:
    spans = find_emphasis(text)
    assert all(text[s.start] == text[s.end - 1] in "_*=" and s.end - s.start > 2 for s in spans)
    made = replace(article(text or "a"), text=text, styles=spans)
    assert len(made.readable) == len(text)
    assert made.readable.replace(HIDDEN, "") == signless(text, spans, 0)
