"""Who a source phrase is, with the names that the text itself gives."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tests.analysis.quotes.conftest import words
from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.quotes import find_quotes

# (text, who speaks in each quote, "?" where the text hides it; `None` where it is not certain)
ROWS: list[tuple[str, list[str | None]]] = [
    # A name inside the phrase, or one that it explains.
    ("The prosecutor, Ann Lee, said it rained.", ["Ann Lee"]),
    ("Governor of Ohio Ann Lee said it rained.", ["Ann Lee"]),
    ("Mr Velden said it rained.", ["Velden"]),
    ("Dr. Lee said it rained.", ["Lee"]),
    # Places and peoples speak too, some of a people hide somebody.
    ("Moscow said it rained.", ["Moscow"]),
    ("The Republicans said it rained.", ["Republicans"]),
    ("Many Republicans said it rained.", ["Many Republicans?"]),
    ("A spokesman for Acme said it rained.", ["A spokesman for Acme?"]),
    ("One said it rained.", ["One?"]),
    # Somebody else's lawyer, study or spokesman is not that somebody.
    ("Ann Lee's lawyer said it rained.", [None]),
    ("A study by Ann Lee found it rained.", [None]),
    ("The spokesman said it rained.", [None]),
    # "She" is the speaker before, unless another has spoken or the gender does not fit.
    ("Ann Lee said it rained. She said it snowed.", ["Ann Lee", "Ann Lee"]),
    (
        "Ann Lee said it rained. An aide said it snowed. She said it froze.",
        ["Ann Lee", "An aide?", None],
    ),
    ("Mr Tom Baker said it rained. She said it snowed.", ["Tom Baker", None]),
    ("They said it rained.", [None]),
    ("Acme said it rained. It said it snowed.", ["Acme", None]),
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([text for text, _ in ROWS] + [WRAPPED])


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_speaker_is_named_only_where_the_text_is_certain(
    parsed: dict[str, ParsedText], text: str, expected: list[str | None]
) -> None:
    index = EntityIndex(find_entities(parsed[text]))
    found = [
        f"{quote.speaker_name}?" if quote.anonymous else quote.speaker_name
        for quote in find_quotes(parsed[text], index)
    ]
    assert found == expected


WRAPPED = "Two men in\nthe hall said it rained."


def test_phrase_over_two_lines_is_shown_on_one_and_lit_on_both(
    parsed: dict[str, ParsedText],
) -> None:
    (quote,) = find_quotes(parsed[WRAPPED], EntityIndex(()))
    assert quote.speaker_name == "Two men in the hall"
    assert words(WRAPPED, quote.speaker) == ["Two men in\nthe hall"]
