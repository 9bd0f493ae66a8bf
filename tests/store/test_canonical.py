from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store.anchors import Located, State, describe, locate
from tui.store.canonical import Canonical

Form = Literal["NFC", "NFD"]
TEXT = (
    "They met at the café on Monday. René Müller paid for all of them.\n\n"
    "Señora Álvarez of São Paulo came too. The naïve Zoë said no, and so did Åsa of 각 Street."
)


@pytest.mark.parametrize("words", ["café", "René", "Müller", "Señora Álvarez of São Paulo", "각"])
@pytest.mark.parametrize("new_form", ["NFC", "NFD"])
@pytest.mark.parametrize("knows_old", [True, False])
def test_a_mark_is_where_it_was_when_a_file_is_saved_with_its_accents_otherwise(
    words: str, new_form: Form, knows_old: bool
) -> None:
    old_form: Form = "NFD" if new_form == "NFC" else "NFC"
    old = unicodedata.normalize(old_form, TEXT)
    new = unicodedata.normalize(new_form, TEXT)
    exact = unicodedata.normalize(old_form, words)
    start = old.index(exact)
    found = locate(describe(old, start, start + len(exact)), new, old if knows_old else None)
    assert isinstance(found, Located)
    assert new[found.start : found.end] == unicodedata.normalize(new_form, words)
    assert found.state is State.EXACT


def test_an_edit_beside_it_is_still_an_edit() -> None:
    old, new = TEXT, unicodedata.normalize("NFD", TEXT.replace("paid for all", "paid for none"))
    start = old.index("René")
    end = old.index("\n\n")
    found = locate(describe(old, start, end), new, old)
    assert isinstance(found, Located)
    assert found.state is State.CHANGED
    wanted = unicodedata.normalize("NFD", "René Müller paid for none of them.")
    assert new[found.start : found.end] == wanted


@given(st.text(alphabet="aeé\u0301\u0300\u0327\u1100\u1161\u11a8각ą\u0b47\u0b3e x", max_size=12))
def test_every_place_of_a_letter_is_found_in_both_texts(text: str) -> None:
    pair = Canonical(text)
    assert pair.text == unicodedata.normalize("NFC", text)
    assert pair.given(len(pair.text)) == len(text)
    for place in range(len(pair.text)):
        assert pair.place(pair.given(place)) <= place
        assert 0 <= pair.given(place) <= len(text)
