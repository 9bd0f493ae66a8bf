"""Who a source phrase is, with the names that the text itself gives."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tests.analysis.quotes.conftest import words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.parsed import ParsedText
from tui.analysis.quotes.quote_extractor import find_quotes

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
    # Nor is the person behind "of", "for", "to", "by" the one who speaks for him.
    ("A spokesman for Mr Velden said it rained.", ["A spokesman for Mr Velden?"]),
    ("Supporters of President Velden said it rained.", ["Supporters of President Velden?"]),
    ("Sources close to Mr Velden said it rained.", ["Sources close to Mr Velden?"]),
    (
        "A doctor who treated King Velden said it rained.",
        ["A doctor who treated King Velden?"],
    ),
    ("The mother of the victim, Ann Lee, said it rained.", [None]),
    # Two names speak both; what is joined to one name is not its own.
    ("Ann Lee and Tom Baker said it rained.", ["Ann Lee and Tom Baker"]),
    ("Ann Lee, head of research and trade, said it rained.", ["Ann Lee"]),
    # "She" is the speaker before, unless another has spoken or the gender does not fit.
    ("Ann Lee said it rained. She said it snowed.", ["Ann Lee", "Ann Lee"]),
    (
        "Ann Lee said it rained. An aide said it snowed. She said it froze.",
        ["Ann Lee", "An aide?", None],
    ),
    ("Mr Tom Baker said it rained. She said it snowed.", ["Tom Baker", None]),
    # Whoever becomes the subject of a main clause since then takes over, but does not "add".
    (
        "Mr Tom Baker said it rained. Mr Carl Velden rose. He said it snowed.",
        ["Tom Baker", "Carl Velden"],
    ),
    (
        "Mr Tom Baker said it rained. Mr Carl Velden rose. He added that it snowed.",
        ["Tom Baker", "Tom Baker"],
    ),
    # Nobody speaks of himself by name.
    (
        "Mr Tom Baker said it rained. He said Mr Carl Velden was ill.",
        ["Tom Baker", "Tom Baker"],
    ),
    (
        "A spokesman for Mr Tom Baker said it rained. He said Mr Baker was ill.",
        ["A spokesman for Mr Tom Baker?", "A spokesman for Mr Tom Baker?"],
    ),
    # An unnamed woman between two sentences may be "she" as well.
    ("Ann Lee left. The nurse's sister came. She said it rained.", ["The nurse's sister"]),
    ("Ann Lee left. A nurse came. She said it rained.", [None]),
    # "It" and "they" are a body and a crowd; a person between them does not matter.
    ("The report said it rained. It said it snowed.", [None, "The report"]),
    ("The ministers said it rained. They said it snowed.", [None, "The ministers"]),
    ("The report said it rained. They said it snowed.", [None, "The report"]),
    ("Ann Lee said it rained. It said it snowed.", ["Ann Lee", None]),
    ("They said it rained.", [None]),
    # Measures say nothing.
    ("Guards left the mill. Such measures failed. They said it snowed.", ["Guards"]),
    # Whom a paper quotes says it, not the paper; who is written to says nothing.
    ("The daily quoted Ann Lee as saying it rained.", ["Ann Lee"]),
    ("Ann Lee was quoted by the daily as saying it rained.", ["Ann Lee"]),
    ("The roof will leak, the agency quoted Ann Lee as saying.", ["Ann Lee"]),
    ("Ann Lee wrote to members saying it rained.", ["Ann Lee"]),
    ("Ann Lee wrote for the daily at times urging the mayor to go.", ["Ann Lee"]),
    ("Ann Lee met a nurse saying it rained.", ["a nurse?"]),
    # A participle that closes the sentence is the sentence's.
    ("Ann Lee left before Mr Velden came, saying it rained.", ["Ann Lee"]),
    ("It rained, said House ranking leader Ann Lee.", ["Ann Lee"]),
    ("The storms, said Ann Lee of Tarn, were long.", ["Ann Lee"]),
    ("The nurse, tired, said Ann Lee was ill.", [None]),
    ("It rained, said the co-owner Ann Lee.", ["Ann Lee"]),
    # The place and date of a press release are nobody's name.
    (
        "TARN, Ohio, March 4, 2024 /Wire/ -- Velden Mills said it rained.",
        ["Velden Mills"],
    ),
    ("The head of the Velden Institute, Dr Ann Lee, said it rained.", ["Ann Lee"]),
    ("Welcoming the ruling, Ann Lee, head of the mill, said it rained.", ["Ann Lee"]),
    # What a body argues, "it" goes on with.
    ("The council's plan was new. It said it rained.", ["The council"]),
    ("Ann Lee said the mill was old, vowing to sell it.", ["Ann Lee", "Ann Lee"]),
    # A member of a body is not the body, and the name beside an office is its holder's.
    ("A Velden Council spokeswoman said it rained.", ["A Velden Council spokeswoman?"]),
    ("According to Ann Lee, the mill, an old barn, fell.", ["Ann Lee"]),
    # What only tells when, where or how is cut off what is shown.
    ("Officials in a statement said it rained.", ["Officials?"]),
    ("A poll published on Monday said it rained.", ["A poll"]),
    ("Ann Lee left. Her lawyer said it rained.", ["Ann Lee's lawyer"]),
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
