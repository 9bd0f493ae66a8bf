"""The model's spans, repaired: cut where no name goes on and trimmed at both ends.

A span stands in braces with the model's label, and the text is not parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.entities.conftest import pieces_of, span_of
from tui.analysis.entities.pieces import pieces

if TYPE_CHECKING:
    from spacy.language import Language

PIECES = [
    # Trimmed at both ends.
    ("{ORG The Red Cross} left.", ["ORG Red Cross"]),
    ("{GPE Canada's} minister left.", ["PLACE Canada"]),
    ("{PERSON Ann Lee said} it.", ["PERSON Ann Lee"]),
    ("{GPE **Tarn**} rose.", ["PLACE Tarn"]),
    ("{DATE his first year} ended.", ["DATE first year"]),
    # Scores and runs are no part of a name, the sum is one of its amount.
    ("{GPE Norway 2-0} up.", ["PLACE Norway"]),
    ("{GPE Norway 2} - 1 up.", ["PLACE Norway"]),
    ("{PERSON Ann Lee 69} out.", ["PERSON Ann Lee"]),
    ("{MONEY $5 million} was paid.", ["MONEY $5 million"]),
    ("{PERCENT 40%} left.", ["NUMBER 40%"]),
    # Two names that the model joined.
    ("{GPE United States-China} talks began.", ["PLACE United States", "PLACE China"]),
    ("{GPE Japan's Toyota} rose.", ["PLACE Japan", "PLACE Toyota"]),
    ("{GPE Oslo, Norway} is cold.", ["PLACE Oslo", "PLACE Norway"]),
    ("{PERSON Ann Lee and Tom Baker} sang.", ["PERSON Ann Lee", "PERSON Tom Baker"]),
    ('{PERSON Ann Lee" "Tom Baker} sang.', ["PERSON Ann Lee", "PERSON Tom Baker"]),
    ("{ORG Tarn (Steel)} rose.", ["ORG Tarn", "ORG Steel"]),
    ("{ORG Tarn | Steel} rose.", ["ORG Tarn", "ORG Steel"]),
    ("{WORK_OF_ART Tarn Days, Berg Nights} ran.", ["WORK Tarn Days", "WORK Berg Nights"]),
    ("{GPE Norway-NATO} talks began.", ["PLACE Norway", "PLACE NATO"]),
    ("{ORG Fish, Tarn and Steel} rose.", ["ORG Fish, Tarn and Steel"]),
    ("{ORG Commons on Thursday} met.", ["ORG Commons"]),
    # What kind of body it is, and what no name ends with.
    ("{ORG Tarn Press news agency} wrote.", ["ORG Tarn Press"]),
    ("{ORG Office of} rose.", ["ORG Office"]),
    ("{ORG Tarn select committee} met.", ["ORG Tarn select committee"]),
    ("She starred in {WORK_OF_ART My Own Tarn} there.", ["WORK My Own Tarn"]),
    ("{WORK_OF_ART My Own Tarn} ran.", ["WORK Own Tarn"]),
    ("{ORG Tarn-Berg-era} staff left.", ["ORG Tarn-Berg-era"]),
    ("{ORG Tarn's council} met.", ["ORG Tarn"]),
    ("{ORG Tarn National convention} met.", ["ORG Tarn National convention"]),
    ("{PERSON Ann Lee MP} sang.", ["PERSON Ann Lee"]),
    ("{PERSON Without Tarn} it fell.", ["PERSON Tarn"]),
    ("{WORK_OF_ART Without Tarn} ran.", ["WORK Without Tarn"]),
    ("{ORG Tarn Times Mr} Berg left.", ["ORG Tarn Times"]),
    ("{PERSON Berg 6-4} up.", ["PERSON Berg"]),
    # A heading before a sentence.
    ("{GPE Norway - Prices} rose.", ["PLACE Norway"]),
    # One name with a joint in it.
    ("{ORG EU-Ukraine Council} met.", ["ORG EU-Ukraine Council"]),
    ("{ORG Marks and Sons} sang.", ["ORG Marks and Sons"]),
    ("{ORG Tarn & Sons} rose.", ["ORG Tarn & Sons"]),
    # What dates, counts and names nothing.
    ("{DATE years} passed.", []),
    ("{DATE the week} passed.", []),
    ("{DATE today} it rained.", ["DATE today"]),
    ("{ORG both the mills} closed.", []),
    ("{ORDINAL first} place.", []),
    ("{LANGUAGE English} is spoken.", []),
]


@pytest.mark.parametrize(("text", "expected"), PIECES, ids=[row[0] for row in PIECES])
def test_span_of_the_model_is_cut_to_the_names_in_it(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert pieces_of(nlp, text) == expected


@settings(max_examples=60)
@given(
    words=st.lists(
        st.sampled_from(["Ann", "Lee", "the", "'s", "-", '"', "(", ",", "and", "Norway", "§"]),
        min_size=1,
        max_size=9,
    ),
    label=st.sampled_from(["PERSON", "ORG", "GPE", "DATE", "MONEY", "ORDINAL"]),
)
def test_pieces_lie_inside_their_span_in_order_and_end_with_words(
    nlp: Language, words: list[str], label: str
) -> None:
    doc = nlp.make_doc(f"x {' '.join(words)} x")
    doc.set_ents([span_of(doc, 2, len(doc.text) - 2, label)])
    last = 1
    for start, end, _ in pieces(doc, doc.text):
        assert last <= start < end <= len(doc) - 1
        assert not doc[start].is_punct
        assert doc[end - 1].text not in {"'s", '"', "(", ","}
        last = end
