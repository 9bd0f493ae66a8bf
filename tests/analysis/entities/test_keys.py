"""How names are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entities.keys import abbreviates, has_legal_form, key_of, spells


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("NATO", "Nato"),
        ("O’Neill", "O'Neill"),
        ("Jean-Luc Berg", "Jean Luc Berg"),
        ("Tarvo Steel Corp.", "Tarvo Steel"),
        ("Acme, Inc.", "Acme"),
        ("Velmar S.A.", "Velmar"),
        ("Ann Lee OBE", "Ann Lee"),
        ("Ann Lee, MP", "Ann Lee"),
    ],
)
def test_case_dots_hyphens_and_what_stands_behind_make_no_other_name(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Ann Lee", "Lee Ann"), ("Tarvo Steel", "Tarvo"), ("Corp", "Co")]
)
def test_other_words_make_another_name(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@given(st.text(alphabet="abC .-’'", max_size=20))
def test_key_of_a_key_is_itself(text: str) -> None:
    assert key_of(" ".join(key_of(text))) == key_of(text)


def test_only_a_company_has_a_legal_form() -> None:
    assert has_legal_form("Tarvo Corp")
    assert has_legal_form("Velmar S.A.")
    assert not has_legal_form("Corp")
    assert not has_legal_form("Ann Lee OBE")


@pytest.mark.parametrize(
    ("name", "letters", "expected"),
    [
        ("World Health Organization", "who", True),
        ("Bureau of Fish", "bof", True),
        ("Bureau of Fish", "bf", True),
        ("Bureau of Fish", "bo", False),
        ("Tarn", "t", False),
    ],
)
def test_initials_spell_an_acronym_with_or_without_small_words(
    name: str, letters: str, expected: bool
) -> None:
    assert spells(key_of(name), letters) is expected


@pytest.mark.parametrize(
    ("letters", "expected"),
    [("nsfe", True), ("nse", True), ("ne", False), ("nes", False), ("sfe", False), ("nsx", False)],
)
def test_acronym_may_skip_words_but_not_the_first_and_the_last(
    letters: str, expected: bool
) -> None:
    assert abbreviates(key_of("Norwegian Steel Futures and Options Exchange"), letters) is expected
