"""Questions are asked in the names that the reader has given, or shown by their clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
)
from tui.analysis.rules import MentionRule
from tui.corrections.corrected import PlacedCorrection, span_of, target_of
from tui.corrections.corrected_results import corrected
from tui.corrections.name_values import merge_value
from tui.documents.article import Span
from tui.store.anchors import describe
from tui.store.correction_rows import Correction, CorrectionKind

TEXT = """\
Kestrel Deutschland declined to comment on the talks with Nord. Kestrel Bank is for sale.
The Atlantic Alliance would not say when it will act. Ada Obi has not said whether she stays.
Obi and Jordan met in Amman. Jordan has yet to decide. Nato is the Atlantic Alliance.
"Will Deutschland pay?" asked Obi. The Tories have not chosen.
"""
PERSON, ORG, PLACE, GROUP = (
    EntityType.PERSON,
    EntityType.ORG,
    EntityType.PLACE,
    EntityType.GROUP,
)


def entity(name: str, kind: EntityType, *words: str) -> Entity:
    """An entity at the first places of some words, by default of its name."""
    starts = [(TEXT.index(each), each) for each in words or (name,)]
    spans = sorted(Span(start, start + len(each)) for start, each in starts)
    return Entity(name, kind, tuple(Mention(span, MentionRule.SAME_NAME) for span in spans))


DEUTSCHLAND = entity("Kestrel Deutschland", PERSON)
NORD = entity("Nord", PERSON)
BANK = entity("Kestrel Bank", ORG)
ALLIANCE = entity("Atlantic Alliance", ORG)
NATO = entity("Nato", ORG)
OBI = entity("Ada Obi", PERSON, "Ada Obi", "Obi and")
TORIES = entity("Tories", GROUP)
KING = entity("Jordan", PERSON, "Jordan met")
JORDAN = entity("Jordan", PLACE, "Jordan has")
ALL = (DEUTSCHLAND, NORD, BANK, ALLIANCE, NATO, OBI, TORIES, KING, JORDAN)


def made(of: Entity, kind: CorrectionKind, value: str) -> PlacedCorrection:
    """A correction of an entity."""
    target = target_of(of)
    span = span_of(of)
    anchor = describe(TEXT, *span)
    correction = Correction(
        f"{of.name} {kind} {value}", "here", kind, target.subject, anchor, target.name,
        target.type, value, is_wide=False, created="",
    )  # fmt: skip
    return PlacedCorrection(correction, span, is_here=True)


def renamed(of: Entity, name: str) -> PlacedCorrection:
    return made(of, CorrectionKind.RENAME, name)


def merged(of: Entity, into: Entity) -> PlacedCorrection:
    return made(of, CorrectionKind.MERGE, merge_value(into))


def typed(of: Entity, kind: EntityType) -> PlacedCorrection:
    return made(of, CorrectionKind.RETYPE, kind.value)


def question(wording: str, evidence: str, holder: str = "text") -> Question:
    start = TEXT.index(evidence)
    return Question(
        Span(start, start + len(evidence)), wording, QuestionKind.UNDISCLOSED, holder, 3,
        certainty=0.8,
    )  # fmt: skip


DECLINED = "Kestrel Deutschland declined to comment on the talks with Nord"
ALLIANCE_ACTS = "The Atlantic Alliance would not say when it will act"
NATO_IS = "Nato is the Atlantic Alliance"
STAYS = "Ada Obi has not said whether she stays"
JORDAN_DECIDES = "Jordan has yet to decide"


def now(asked: Question, *placed: PlacedCorrection) -> Question:
    """A question with some corrections."""
    analysis = Analysis("en", ALL, (), (asked,))
    (row,) = corrected(analysis, placed, text=TEXT).questions
    return row.result


@pytest.mark.parametrize(
    ("wording", "evidence", "placed", "reads"),
    [
        # merged: the name of the one it went into
        ("What does Deutschland say about the talks?", DECLINED,
         [merged(DEUTSCHLAND, BANK)], "What does Kestrel Bank say about the talks?"),
        ("What are Deutschland's plans?", DECLINED,
         [merged(DEUTSCHLAND, BANK)], "What are Kestrel Bank's plans?"),
        # a firm that was taken for a person is called by its whole name
        ("What does Deutschland say about the talks?", DECLINED,
         [typed(DEUTSCHLAND, ORG)], "What does Kestrel Deutschland say about the talks?"),
        ("What will come of the talks with Nord?", DECLINED,
         [renamed(NORD, "Raiffeisen Nord"), typed(NORD, ORG)],
         "What will come of the talks with Raiffeisen Nord?"),
        # two at once
        ("What does Deutschland say to Nord?", DECLINED,
         [merged(DEUTSCHLAND, BANK), renamed(NORD, "Keller")],
         "What does Kestrel Bank say to Keller?"),
        # the article goes with the name it belongs to
        ("When will the Atlantic Alliance act?", ALLIANCE_ACTS,
         [merged(ALLIANCE, NATO)], "When will Nato act?"),
        ("When will Nato act?", NATO_IS,
         [merged(NATO, ALLIANCE)], "When will the Atlantic Alliance act?"),
        ("When will the Atlantic Alliance act?", ALLIANCE_ACTS,
         [renamed(ALLIANCE, "North Atlantic Alliance")],
         "When will the North Atlantic Alliance act?"),
        ("When will the Atlantic Alliance act?", ALLIANCE_ACTS,
         [renamed(ALLIANCE, "Atlantik Allianz")], "When will the Atlantik Allianz act?"),
        # the last name is still right
        ("Will Obi stay?", STAYS, [renamed(OBI, "Adaeze Obi")], "Will Obi stay?"),
        ("Will Obi stay?", STAYS, [renamed(OBI, "Ada Obie")], "Will Ada Obie stay?"),
        # of two that are called so the one in the evidence is meant
        ("What will Jordan decide?", JORDAN_DECIDES,
         [renamed(JORDAN, "Kingdom of Jordan"), typed(JORDAN, PLACE)],
         "Jordan has yet to decide"),
        ("What will Jordan decide?", JORDAN_DECIDES,
         [renamed(KING, "Jordan Pike")], "What will Jordan decide?"),
    ],
)  # fmt: skip
def test_a_question_is_asked_in_the_names_of_today(
    wording: str, evidence: str, placed: list[PlacedCorrection], reads: str
) -> None:
    assert now(question(wording, evidence), *placed).text == reads


@pytest.mark.parametrize(
    ("wording", "evidence", "placed"),
    [
        # nobody knows whether "the" belongs to a name that the text does not have
        ("When will the Atlantic Alliance act?", ALLIANCE_ACTS,
         [renamed(ALLIANCE, "Western Powers")]),
        ("When will Nato act?", NATO_IS, [renamed(NATO, "Western Defence Pact")]),
        # an article would belong to what follows
        ("Who pays for Nato troops?", NATO_IS, [merged(NATO, ALLIANCE)]),
        # whoever is called so is not in the clause, or something else is called so there
        ("When will Nato act?", ALLIANCE_ACTS, [renamed(NATO, "NATO")]),
        ("Will the Nord sign?", DECLINED, [renamed(NORD, "Keller")]),
        # "she" is no firm
        ("Will Obi say whether she stays on?", STAYS, [typed(OBI, ORG)]),
        # a bank that is asked about itself
        ("Will Kestrel Bank buy Deutschland?", DECLINED, [merged(DEUTSCHLAND, BANK)]),
        # one and many
        ("When do Tories choose?", "The Tories have not chosen", [merged(TORIES, NATO)]),
        # a longer name that nobody has found
        ("Will Nord Holding pay?", DECLINED, [renamed(NORD, "Keller")]),
        ("Will the Mr Nord pay?", DECLINED, [renamed(NORD, "Keller")]),
    ],
)  # fmt: skip
def test_what_is_not_safe_is_shown_by_its_clause(
    wording: str, evidence: str, placed: list[PlacedCorrection]
) -> None:
    shown = now(question(wording, evidence), *placed)
    assert shown.text == evidence
    assert not shown.is_worded


def test_the_words_of_the_text_are_not_changed() -> None:
    asked = question("Will Deutschland pay?", '"Will Deutschland pay?"')
    assert now(asked, merged(DEUTSCHLAND, BANK)).text == asked.text
    clause = question(DECLINED, DECLINED)
    assert now(clause, merged(DEUTSCHLAND, BANK)).text == DECLINED


def test_holder_and_topics_have_the_new_names_each_once() -> None:
    asked = replace(
        question("What does Deutschland say?", DECLINED, "Deutschland"),
        about=("Kestrel Deutschland", "Kestrel Bank"),
    )
    shown = now(asked, merged(DEUTSCHLAND, BANK))
    assert (shown.holder, shown.about) == ("Kestrel Bank", ("Kestrel Bank",))


def test_what_the_reader_wrote_keeps_its_names() -> None:
    asked = question("What does Deutschland say?", DECLINED)
    wording = "Has Deutschland said anything?"
    span = asked.evidence
    target = target_of(asked)
    reworded = PlacedCorrection(
        Correction(
            "reworded", "here", CorrectionKind.WORDING, target.subject, describe(TEXT, *span),
            target.name, target.type, wording, is_wide=False, created="",
        ),
        span,
        is_here=True,
    )  # fmt: skip
    assert now(asked, merged(DEUTSCHLAND, BANK), reworded).text == wording
