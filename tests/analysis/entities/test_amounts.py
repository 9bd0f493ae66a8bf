"""Sums of money, numbers and dates: whole, and none where nothing is counted or dated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import pieces_of
from tui.analysis.entities.amounts import amounts
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.language import Language

SUMS = [
    ("Sales rose to $3.2bn from $2.9bn.", ["$3.2bn", "$2.9bn"]),
    ("The fine was £300k, about A$600,000.", ["£300k", "A$600,000"]),
    ("They paid US$45m and HK$4bn, then C$ 30m in all.", ["US$45m", "HK$4bn", "C$ 30m"]),
    ("It cost £410m, €5k, ¥500 and ₹500 crore.", ["£410m", "€5k", "¥500", "₹500 crore"]),
    ("They paid CHF 20 million, Rs 500 and EUR5m in all.", ["CHF 20 million", "Rs 500", "EUR5m"]),
    ("A loan of 20 million Swiss francs.", ["20 million Swiss francs"]),
    ("A loan of 3 million Hong Kong dollars.", ["3 million Hong Kong dollars"]),
    ("A coin of 50p, or 25 cents, or 30¢ in all.", ["50p", "25 cents", "30¢"]),
    ("The price was 5,000€ or 20 €.", ["5,000€", "20 €"]),
    ("The house sold for 1.209 billion guilders.", ["1.209 billion guilders"]),
    ("A debt of 85 million rand and 300 billion won.", ["85 million rand", "300 billion won"]),
    ("Millions of dollars, half a million euros.", ["Millions of dollars", "half a million euros"]),
    ("A range of $3m-$5m, £10-£15 or $50-100,000.", ["$3m-$5m", "£10-£15", "$50-100,000"]),
    ("It cost between $3m and $5m in all.", ["$3m", "$5m"]),
    ("He paid £20m ($38m) in all.", ["£20m ($38m)"]),
    ("A debt of 1bn Swiss francs ($861m; £451m).", ["1bn Swiss francs ($861m; £451m)"]),
    ("From $20 (£10.40) to $30.", ["$20 (£10.40)", "$30"]),
    ("A $200-an-hour lawyer and a £2m-a-year deal.", ["$200", "£2m"]),
]


@pytest.mark.parametrize(("text", "expected"), SUMS, ids=[row[0] for row in SUMS])
def test_sum_has_its_sign_and_its_size_without_any_model(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert pieces_of(nlp, text) == [f"MONEY {each}" for each in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell {MONEY 5%}.",
        "They won 12 marks and scored 5.",
        "Try 5 times, then call 300 people.",
        "He has a 720p screen.",
        "The man weighed 300 pounds.",
        "A multi-billion dollar plan.",
        "See [eBook {MONEY #99999}] there.",
        "The rapper 50 Cent sang.",
    ],
)
def test_what_is_no_sum_is_none(nlp: Language, text: str) -> None:
    assert not [each for each in pieces_of(nlp, text) if each.startswith("MONEY")]


def test_pounds_are_money_where_something_is_paid(parse: Parse) -> None:
    found = find_entities(parse("The tenants paid 300 pounds in May."))
    assert ("300 pounds", EntityType.MONEY) in [(each.name, each.type) for each in found]


def test_sum_at_the_end_of_a_sentence_is_without_its_stop(parse: Parse) -> None:
    text = "The port made £40m. It had made £4.0m before."
    money = [each for each in find_entities(parse(text)) if each.type is EntityType.MONEY]
    assert sorted(each.name for each in money) == ["£4.0m", "£40m"]
    assert text[slice(*money[0].mentions[0].span)] == money[0].name


def test_sums_that_differ_by_a_dot_or_a_sign_stay_apart(parse: Parse) -> None:
    found = find_entities(parse("It cost $1.5m, not $15m and not £15m."))
    assert len([each for each in found if each.type is EntityType.MONEY]) == 3


NUMBERS = [
    # Widened to the size.
    ("About {CARDINAL 18}m people came.", ["NUMBER 18m"]),
    ("It made {CARDINAL 2.5} million tonnes.", ["NUMBER 2.5 million"]),
    ("{CARDINAL Forty} per cent left.", ["NUMBER Forty per cent"]),
    ("{CARDINAL Twenty} thousand people came.", ["NUMBER Twenty thousand"]),
    # Ranges are kept, results are not.
    ("It took {CARDINAL 3-5} ships.", ["NUMBER 3-5"]),
    ("Tarn won {CARDINAL 3-1} at home.", []),
    ("She won {CARDINAL 6}-4 7-5.", []),
    ("A {CARDINAL 2}-1 lead.", []),
    # Labels, names, telephones, clocks and cues.
    ("\\section {CARDINAL Introduction} and more", []),
    ("He wrote it [{CARDINAL 5}] then.", []),
    ("Call {CARDINAL 555-0123} now.", []),
    ("Call {DATE 020 7946 0123} now.", []),
    ("It opened at {CARDINAL 10:30} sharp.", []),
    ("{CARDINAL 00:00:01,000} --> {CARDINAL 00:00:04,000}", []),
    ("The {CARDINAL 7E7} flew.", []),
    ("{CARDINAL 3}. The port will open.", []),
    ("{CARDINAL 12}\nThe port will open.", []),
    # "3,500" is no age.
    ("During that year, {CARDINAL 3,500} people came.", ["NUMBER 3,500"]),
    ("They lost {CARDINAL many} of them.", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_number_counts_something(nlp: Language, text: str, expected: list[str]) -> None:
    assert pieces_of(nlp, text) == expected


DATES = [
    ("{ORG OSLO 2021-05-04} The port", ["ORG OSLO", "DATE 2021-05-04"]),
    ("On {DATE 2021-05}-04 it rained.", ["DATE 2021-05-04"]),
    ("On {CARDINAL 29} May the council met.", ["DATE 29 May"]),
    ("In {DATE 1990-95} it rained.", ["DATE 1990-95"]),
    ("In {DATE the 1990s} it rained.", ["DATE the 1990s"]),
    ("By {DATE mid-2019} it rained.", ["DATE mid-2019"]),
    ("From {DATE Sept 20 - Oct 10} it rained.", ["DATE Sept 20 - Oct 10"]),
    ("On {DATE Election Day} it rained.", ["DATE Election Day"]),
    ("For {DATE an hour and a half} it rained.", ["DATE an hour and a half"]),
    ("On {DATE Monday - Interfax}", ["DATE Monday"]),
    ("She met {DATE May that April}.", ["DATE that April"]),
    # No word of time, or a time of the clock.
    ("In {DATE the last eight} she lost.", []),
    ("It costs {DATE hundreds or even} more.", []),
    ("At {TIME 8 p.m. EDT} it began.", []),
    ("On {DATE Friday at 8 p.m.} it began.", ["DATE Friday"]),
    # Ages.
    ("Anna Holm, {DATE 43}, sang.", []),
    ("The {DATE 43-year-old} sang.", []),
    ("She is {DATE 43 years old} now.", []),
    ("{DATE Years} of work.", []),
]


@pytest.mark.parametrize(("text", "expected"), DATES, ids=[row[0] for row in DATES])
def test_date_has_a_word_of_time_and_no_more(nlp: Language, text: str, expected: list[str]) -> None:
    assert pieces_of(nlp, text) == expected


@pytest.mark.parametrize(
    ("text", "is_date"),
    [
        ("The port will open in May.", True),
        ("May was the warmest month of the year.", True),
        ("May said she would go on.", False),
        ("They may go to Tarn.", False),
    ],
)
def test_may_is_a_month_only_where_it_dates(parse: Parse, text: str, is_date: bool) -> None:
    found = find_entities(parse(text))
    names = [each.name for each in found if each.type is EntityType.DATE]
    assert ("May" in names or "may" in names) is is_date


@given(
    st.lists(
        st.sampled_from(
            [
                "$",
                "5",
                "m",
                "(",
                ")",
                "-",
                "3",
                "million",
                "dollars",
                "May",
                "2021",
                "£4bn",
                ",",
                "p",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from([" ", ""]),
)
def test_amounts_of_any_words_share_no_token(nlp: Language, parts: list[str], blank: str) -> None:
    doc = nlp.make_doc(blank.join(parts))
    found = [token for start, end, _ in amounts(doc, doc.text) for token in range(start, end)]
    assert len(found) == len(set(found))
    assert all(0 <= token < len(doc) for token in found)
