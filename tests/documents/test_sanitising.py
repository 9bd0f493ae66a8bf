from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.sanitising import MARKS_KEPT, sanitise, sanitise_line

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ODD = st.sampled_from(
    [
        *map(chr, range(0xA1)),
        *BIDI,
        *"\u00ad\u200b\u2028\u2029\u2060\ufeff\ud800\udfff\u0301\u20e3\u200d",
        *"\U000e0041\U000e007f\U0001f3f4",
    ]
)
TEXTS = st.text(st.one_of(ODD, st.characters(codec=None)), max_size=80)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_newline_becomes_one(newline: str) -> None:
    assert sanitise(f"a{newline}b") == "a\nb"


def test_an_escape_sequence_is_shown_and_swallows_nothing() -> None:
    assert sanitise("\x1b[31mred\x1b]0;title\x07") == "␛[31mred␛]0;title␇"


def test_nul_delete_form_feed_and_vertical_tab_are_visible() -> None:
    assert sanitise("a\x00b\x7fc\x0cd\x0be") == "a␀b␡c␌d␋e"


def test_tabs_and_newlines_stay() -> None:
    assert sanitise("a\tb\nc") == "a\tb\nc"


@pytest.mark.parametrize("control", [*BIDI, "\x9b", "\x90", "\ud83d", "\U000e0041", "\u2062"])
def test_what_could_hide_or_turn_text_is_one_visible_character(control: str) -> None:
    assert sanitise(f"a{control}b") == "a\ufffdb"


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_invisible_hyphens_and_blanks_are_removed(invisible: str) -> None:
    assert sanitise(f"co{invisible}operate") == "cooperate"


def test_a_flag_written_with_tags_stays_and_other_tags_do_not() -> None:
    england = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    assert sanitise(f"{england}!") == f"{england}!"
    assert sanitise("\U0001f3f4\U000e0068\U000e0069\U000e007f") == "\U0001f3f4\ufffd\ufffd\ufffd"


def test_emoji_and_scripts_that_need_joiners_stay() -> None:
    text = "👩‍👩‍👧 ❤️ می‌خواهم हिन्दी ภาษาไทย 한국어 日本語"
    assert sanitise(text) == text


def test_stacked_marks_are_cut() -> None:
    assert sanitise("Z" + "\u0301" * 40 + "a") == "Z" + "\u0301" * MARKS_KEPT + "a"
    assert sanitise("—" * 30 + "é") == "—" * 30 + "é"


def test_curly_quotes_and_no_break_blanks_stay_as_they_are() -> None:
    text = "“It’s – 5\u00a0%,” he said…\n\n  Indented.  \n"
    assert sanitise(text) == text


@given(TEXTS)
def test_no_control_survives(text: str) -> None:
    for char in sanitise(text):
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in BIDI


@given(TEXTS)
def test_a_sanitised_text_is_left_alone(text: str) -> None:
    once = sanitise(text)
    assert sanitise(once) == once


@given(TEXTS)
def test_nothing_is_ever_added(text: str) -> None:
    assert len(sanitise(text)) <= len(text)


@given(st.text(st.sampled_from("ab \t\n\x00\x07\x1b\x7f\x9b\u202e\ud800"), max_size=60))
def test_controls_are_replaced_one_by_one(text: str) -> None:
    clean = sanitise(text)
    assert len(clean) == len(text)
    assert all(c == t for c, t in zip(clean, text, strict=True) if t in "ab \t\n")


@given(TEXTS, st.integers(0, 20))
def test_a_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = sanitise_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert "\t" not in line
    assert line == line.strip()
    assert "  " not in line


def test_a_title_is_folded_and_cut_with_an_ellipsis() -> None:
    assert sanitise_line("  A\r\n\ttitle \x1b[1m ") == "A title ␛[1m"
    assert sanitise_line("A long title", 7) == "A long…"
