from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui.exchange.json_text import indented_json, json_text

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(st.dictionaries(ANY_TEXT, ANY_TEXT))
def test_what_is_printed_is_read_back_unchanged(value: dict[str, str]) -> None:
    # A pair of lone surrogates becomes one character in every JSON reader.
    assert json.loads(json_text(value)) == json.loads(json.dumps(value))


@given(ANY_TEXT)
def test_no_terminal_obeys_it_and_it_is_one_line_of_utf8(text: str) -> None:
    printed = json_text([text])
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in printed)
    assert not set(printed) & set("\u061c\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2069")
    assert printed.encode().decode() == printed


def test_ordinary_text_stays_readable() -> None:
    assert json_text({"said": "“Où?” 北京 🙂"}) == '{"said": "“Où?” 北京 🙂"}'


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53), 2**53) | ANY_TEXT,
        lambda each: st.lists(each) | st.dictionaries(ANY_TEXT, each),
    )
)
def test_the_fast_way_to_indent_gives_the_same_letters(value: object) -> None:
    assert indented_json(value) == json_text(value, indent=2)


def test_lone_surrogates_and_a_level_further_in() -> None:
    assert indented_json("\ud800\x9b") == '"\\ud800\\u009b"'
    assert indented_json(["a\nb"], 1) == '[\n    "a\\nb"\n  ]'
