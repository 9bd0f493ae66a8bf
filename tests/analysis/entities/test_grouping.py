"""Which names mean the same, and of which type that is: the rules alone, without the model.

A name stands with its type in braces. A group is its type with its names in text order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.entities.conftest import candidates_of
from tui.analysis.entities.grouping import group_names

if TYPE_CHECKING:
    from spacy.language import Language


def groups(nlp: Language, text: str) -> list[str]:
    return [
        f"{group.type} "
        + ", ".join(c.text for c, _ in sorted(group.members, key=lambda member: member[0].span))
        for group in group_names(candidates_of(nlp, text))
    ]


JOINED = [
    # Teams and bodies by their last words, their first words, or what they are called after.
    ("{ORG Leeds Harriers} won. {ORG Harriers} left.", "ORG Leeds Harriers, Harriers"),
    ("{ORG Leeds Harriers} won. {PERSON Harriers} left.", "ORG Leeds Harriers, Harriers"),
    ("{ORG Church of Aluna} met. {ORG Aluna} paid.", "ORG Church of Aluna, Aluna"),
    ("{ORG Ministry of Fish} met. {ORG Ministry} left.", "ORG Ministry of Fish, Ministry"),
    (
        "{ORG Tarn Harbour Board} met. {ORG Tarn Harbour} paid.",
        "ORG Tarn Harbour Board, Tarn Harbour",
    ),
    # Acronyms; short ones and those that skip a word only where the text defines them.
    ("{ORG Tarn Harbour Board} met. {ORG THB} paid.", "ORG Tarn Harbour Board, THB"),
    ("{ORG Tarn Board} ({ORG TB}) met.", "ORG Tarn Board, TB"),
    (
        "{ORG Tarn Steel Futures Exchange} ({ORG TSE}) met.",
        "ORG Tarn Steel Futures Exchange, TSE",
    ),
    (
        "{ORG North Atlantic Treaty Organisation} met. {ORG Nato} left. {ORG NATO} paid.",
        "ORG North Atlantic Treaty Organisation, Nato, NATO",
    ),
    ("{ORG Fed} met. {ORG Federal Reserve} paid.", "ORG Fed, Federal Reserve"),
    # Places by their other names.
    ("{PLACE United States} paid. {PLACE US} left.", "PLACE United States, US"),
    ("{PLACE New York City} paid. {PLACE New York} left.", "PLACE New York City, New York"),
    ("{PLACE State of Texas} paid. {PLACE Texas} left.", "PLACE State of Texas, Texas"),
    ("{PLACE North Korea} paid. The {PLACE North} left.", "PLACE North Korea, North"),
    # Persons by a part of their name or by another name.
    ("{PERSON Ann Lee} left. {PERSON Lee} waved. {PERSON Ann} sang.", "PERSON Ann Lee, Lee, Ann"),
    ("{PERSON Ann M. Lee} left. {PERSON Ann Lee} waved.", "PERSON Ann M. Lee, Ann Lee"),
    (
        "{PERSON Jana Novak}, better known as {PERSON Lola Star}, sang. {PERSON Star} left.",
        "PERSON Jana Novak, Lola Star, Star",
    ),
    (
        "{PERSON Jana Novak} (born in 1961), née {PERSON Jana Holm}, sang.",
        "PERSON Jana Novak, Jana Holm",
    ),
    ("A {GROUP Tarvan} met {GROUP Tarvans}.", "GROUP Tarvan, Tarvans"),
    ("A {GROUP Tarvory} met {GROUP Tarvories}.", "GROUP Tarvory, Tarvories"),
    ("{ORG New Party Ostrel} met. {ORG Ostrel} left.", "ORG New Party Ostrel, Ostrel"),
    ("{ORG Tarvo Research} met. {PLACE Tarvo} left.", "ORG Tarvo Research, Tarvo"),
    ("{PERSON Tarva Berg} met. {PLACE Tarva} left.", "PERSON Tarva Berg, Tarva"),
    ("{PLACE Tarvó} rose. {PLACE Tarvo} fell.", "PLACE Tarvó, Tarvo"),
    ("{PLACE Tarvo Bay} rose. {PLACE Tarvo} fell.", "PLACE Tarvo Bay, Tarvo"),
    ("{ORG Tarn & Berg} met. {ORG T&B} paid.", "ORG Tarn & Berg, T&B"),
    # Who is called by the last of two words is a person.
    ("{ORG Velka Ostrel} spoke. {ORG Ostrel} left.", "PERSON Velka Ostrel, Ostrel"),
    ("{ORG Mohan Qasr League} ({ORG MPL}) met.", "ORG Mohan Qasr League, MPL"),
    ("{DATE Monday} came. {DATE Monday} went.", "DATE Monday, Monday"),
]


@pytest.mark.parametrize(("text", "group"), JOINED, ids=[row[0] for row in JOINED])
def test_names_of_one_bearer_are_one(nlp: Language, text: str, group: str) -> None:
    assert groups(nlp, text) == [group]


APART = [
    # Two could be meant.
    "{ORG Leeds Harriers} beat {ORG Bristol Harriers}. {ORG Harriers} left.",
    "{ORG Ministry of Fish} met {ORG Ministry of Health}. {ORG Ministry} left.",
    "{ORG Tarn Harbour Board} met {ORG Tarn Harbour Trust}. {ORG Tarn Harbour} paid.",
    "{ORG Tarn Harbour Board} met {ORG Tarn Heritage Bank}. {ORG THB} paid.",
    "{ORG Mohan Qasr League} met. {ORG MPL} left.",
    "{PLACE Bristol Bay} rose. {PLACE Bristol} fell.",
    "{ORG London TKP} met {ORG Bergs}. {ORG TKP} left.",
    # A kind of people and another one; a body and the town it is called after.
    "A {GROUP Tarvan} met {GROUP Tarvanists}.",
    "{ORG Leeds Research} met. {PLACE Leeds} paid.",
    "{PLACE North Korea} met {PLACE North Yemen}. The {PLACE North} left.",
    "{PERSON Ann Lee} met {PERSON Tom Lee}. {PERSON Lee} waved.",
    "{PERSON Ann Maria Lee} met {PERSON Ann Rosa Lee}. {PERSON Ann Lee} waved.",
    # The part is a name of its own.
    "{ORG Acme-Zeta Council} met. {ORG Acme} paid.",
    "{PERSON Ann Smith-Jones} left. {PERSON Jones} waved.",
    "{PERSON Ann-Mari Lee} left. {PERSON Ann} waved.",
    "{PLACE New York} paid. {PLACE York} left.",
    "{PLACE North Tarn} paid. The {PLACE North} left.",
    "{ORG American Steel Board} met. {ORG American} paid.",
    # Nothing in the text says what the letters stand for.
    "{ORG Tarn Board} met. {ORG TB} paid.",
    "{ORG Tarn Steel Futures Exchange} met. {ORG TSE} paid.",
    # "Known as" speaks of something else, or of somebody of another type.
    "{PERSON Jana Novak} sang. Known as a nurse, {PERSON Lola Star} left.",
    "{PERSON Jana Novak}, known as {ORG Lola Mill Ltd}, sang.",
]


@pytest.mark.parametrize("text", APART)
def test_names_that_could_mean_another_stay_apart(nlp: Language, text: str) -> None:
    candidates = candidates_of(nlp, text)
    assert len(group_names(candidates)) == len(candidates)


TYPES = [
    # One spelling has one type: that of the construction, else that of most places.
    ("{ORG Velmar S.A.} fell. {PERSON Velmar} rose.", ["ORG Velmar S.A., Velmar"]),
    (
        "{PERSON Tom Velden} won. {ORG Velden} sang. {PLACE Velden} left.",
        ["PERSON Tom Velden, Velden, Velden"],
    ),
    (
        "{GROUP Tarvo} met. {PLACE Tarvo} left. {PLACE Tarvo} paid.",
        ["PLACE Tarvo, Tarvo, Tarvo"],
    ),
    # A country that is somebody's last name is the country where only that can stand.
    ("{PERSON Tom Jordan} won. {PLACE Jordan} left.", ["PERSON Tom Jordan, Jordan"]),
    ("{PERSON Tom Jordan} won in {PLACE Jordan}.", ["PERSON Tom Jordan", "PLACE Jordan"]),
    ("{PERSON Tom Peru} won. {PLACE Peru} left.", ["PERSON Tom Peru", "PLACE Peru"]),
    ("{ORG Bank of Oslo} met. {ORG Oslo} paid.", ["ORG Bank of Oslo", "PLACE Oslo"]),
    # What a name ends with tells what it is.
    ("{PERSON Kumla Prison} is full.", ["PLACE Kumla Prison"]),
    ("{PERSON Tarn Council} met.", ["ORG Tarn Council"]),
    ("{PERSON Bank of Tarn} met.", ["ORG Bank of Tarn"]),
    ("{PERSON US Steel} rose.", ["ORG US Steel"]),
]


@pytest.mark.parametrize(("text", "expected"), TYPES, ids=[row[0] for row in TYPES])
def test_spelling_has_the_type_that_the_text_gives_it(
    nlp: Language, text: str, expected: list[str]
) -> None:
    assert groups(nlp, text) == expected


def test_last_word_with_an_article_makes_no_person(nlp: Language) -> None:
    found = groups(nlp, "{ORG Velka Ostrel} spoke. The {ORG Ostrel} fell.")
    assert not any(group.startswith("PERSON") for group in found)
