"""What a parse says of a clause: who acts, what is denied, what it asks, how far it reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.clauses import (
    governor_negator,
    has_object_gap,
    negator,
    object_of,
    owner_of,
    passive_subject,
    shared_subject,
)
from tui.analysis.questions.embedded import (
    clause_opening,
    content_clause,
    embedded_question,
    opened_question,
)
from tui.analysis.questions.evidence import clause_head, evidence_range

if TYPE_CHECKING:
    from spacy.tokens import Token


def text_of(token: Token | None) -> str | None:
    return None if token is None else token.text


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The mayor wants to sell the mill.", "sell", "mayor"),
        ("She urged the mayor to sell the mill.", "sell", "mayor"),
        ("The plan to sell the mill failed.", "sell", "plan"),
        ("The mayor came and sold the mill.", "sold", "mayor"),
        ("The mayor who sold the mill left.", "sold", "mayor"),
        ("Closing the mill, the mayor smiled.", "Closing", "mayor"),
        ("The mayor said the firm sold it.", "sold", "firm"),
        ("Sell the mill.", "Sell", None),
    ],
)
def test_verb_without_a_subject_shares_that_of_the_verb_above(
    find: Find, text: str, verb: str, who: str | None
) -> None:
    assert text_of(shared_subject(find(text, verb))) == who


@pytest.mark.parametrize(
    ("text", "word", "denial"),
    [
        ("He did not pay.", "pay", "not"),
        ("He never paid.", "paid", "never"),
        ("Nobody knows.", "knows", "Nobody"),
        ("Few knew.", "knew", "Few"),
        ("No mill closed.", "closed", "No"),
        ("Neither side paid.", "paid", "Neither"),
        ("He paid little attention.", "attention", "little"),
        ("There is not much hope.", "hope", "not"),
        # "Or" carries a denial over to the next verb, "but" does not.
        ("She would not meet them or say why.", "say", "not"),
        ("She would not meet them but say why.", "say", None),
        ("The mill closed.", "closed", None),
    ],
)
def test_denial_is_found_wherever_it_stands(
    find: Find, text: str, word: str, denial: str | None
) -> None:
    assert text_of(negator(find(text, word))) == denial


@pytest.mark.parametrize(
    ("text", "verb", "denial"),
    [
        ("He is not ready to say.", "say", "not"),
        ("He cannot tell.", "tell", "not"),
        ("He did not try to pay.", "pay", "not"),
        ("He is ready to say.", "say", None),
    ],
)
def test_denial_reaches_what_completes_the_denied_word(
    find: Find, text: str, verb: str, denial: str | None
) -> None:
    assert text_of(governor_negator(find(text, verb))) == denial


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The note that he left was lost.", "left", True),
        ("Doubts that he is serious grew.", "is", False),
        ("The man who left was old.", "left", False),
        ("He left the note.", "left", False),
    ],
)
def test_relative_clause_may_lack_its_object(
    find: Find, text: str, verb: str, expected: bool
) -> None:
    assert has_object_gap(find(text, verb)) is expected


def test_noun_governs_through_the_prepositions_asked_for(find: Find) -> None:
    debate = find("The debate on the pier goes on.", "debate")
    assert text_of(object_of(debate, "about", "on")) == "pier"
    assert object_of(debate, "about") is None
    assert text_of(object_of(find("The plan for closing it failed.", "plan"), "for")) == "closing"


def test_owner_and_patient_are_found_where_there_are_any(find: Find) -> None:
    assert text_of(owner_of(find("The mayor's plan failed.", "plan"))) == "mayor"
    assert owner_of(find("The plan failed.", "plan")) is None
    assert text_of(passive_subject(find("The mill was sold.", "sold"))) == "mill"
    assert passive_subject(find("The mill sold flour.", "sold")) is None


@pytest.mark.parametrize(
    ("text", "word", "asked"),
    [
        ("Nobody knows why he left.", "knows", "left"),
        ("Nobody knows when he left.", "knows", "left"),
        ("The board asks if it paid.", "asks", "paid"),
        ("The debate about whether to sell goes on.", "debate", "sell"),
        # A circumstance, a relative clause and a statement ask nothing.
        ("She smiled when he left.", "smiled", None),
        ("The house where he lives is old.", "house", None),
        ("He says that it rained.", "says", None),
        ("Nobody knows the mayor.", "knows", None),
    ],
)
def test_embedded_question_completes_a_word(
    find: Find, text: str, word: str, asked: str | None
) -> None:
    assert text_of(embedded_question(find(text, word))) == asked


@pytest.mark.parametrize(
    ("text", "word", "asked"),
    [
        ("It is not known who paid.", "known", "paid"),
        ("Who paid is not known.", "known", "paid"),
        ("It was never established who paid.", "established", "paid"),
        ("How long he will play has yet to be decided.", "has", "play"),
        ("The price is not known.", "known", None),
    ],
)
def test_question_may_stand_before_the_word_it_completes(
    find: Find, text: str, word: str, asked: str | None
) -> None:
    assert text_of(opened_question(find(text, word))) == asked


@pytest.mark.parametrize(
    ("text", "verb", "opening"),
    [
        ("Nobody knows exactly why he left.", "left", "why"),
        ("And just how he left is unclear.", "left", "how"),
        ("Nobody knows whether he left.", "left", "whether"),
    ],
)
def test_question_opens_behind_conjunctions_and_stress(
    find: Find, text: str, verb: str, opening: str
) -> None:
    assert clause_opening(find(text, verb)).text == opening


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("He fears that it rains.", "fears", "rains"),
        ("Fears that it rains grew.", "Fears", "rains"),
        ("He said it rained.", "said", "rained"),
        ("He knows why it rains.", "knows", None),
        ("The claim selling it is wrong.", "claim", None),
        ("The report of rain grew.", "report", None),
    ],
)
def test_statement_completes_a_word(find: Find, text: str, word: str, told: str | None) -> None:
    assert text_of(content_clause(find(text, word))) == told


EVIDENCE = [
    ("The mayor left, and it is unclear who paid.", "unclear", "it is unclear who paid"),
    ("It is unclear who paid, and the mayor left.", "unclear", "It is unclear who paid"),
    ("It is unclear who paid, although the mayor left.", "unclear", "It is unclear who paid"),
    ("While the mill burned, it was unclear who paid.", "unclear", "it was unclear who paid"),
    ("The mayor said it is unclear who paid.", "unclear", "it is unclear who paid"),
    ("“It is unclear who paid,” the mayor said.", "unclear", "It is unclear who paid"),
    (
        "The ferry sank, prompting fears that it was overloaded.",
        "fears",
        "prompting fears that it was overloaded",
    ),
    (
        "After the fire, it is unclear who paid.",
        "unclear",
        "After the fire, it is unclear who paid",
    ),
]


@pytest.mark.parametrize(("text", "cue", "shown"), EVIDENCE, ids=[row[0] for row in EVIDENCE])
def test_evidence_is_the_smallest_clause_that_can_stand_alone(
    find: Find, text: str, cue: str, shown: str
) -> None:
    token = find(text, cue)
    first, stop = evidence_range(token.doc, clause_head(token), [token])
    assert token.doc[first:stop].text == shown
