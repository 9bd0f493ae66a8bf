"""Which kind of thing a name is, and how much of the text belongs to it."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.entities.conftest import ORG, PERSON, PLACE, named, words
from tui.analysis.entities.entity_extractor import find_entities
from tui.analysis.results import EntityType


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Troops took the town of Tarvidan. Tarvidan had been theirs.", "Tarvidan", PLACE),
        ("They flew from Quillstead airport on Friday.", "Quillstead", PLACE),
        ("The firm left Velmora, Indiana, in May. Velmora mourned.", "Velmora", PLACE),
        ("The news agency Tarpress reported it. Tarpress gave no source.", "Tarpress", ORG),
        ("Margaret Ostrovan (born 3 May 1961) is a painter.", "Margaret Ostrovan", PERSON),
        ("Critics of Ivan Lorch stayed away. Ivan Lorch smiled.", "Ivan Lorch", PERSON),
        ("It cost Seattle a million. Seattle paid.", "Seattle", PLACE),
        ("The Kremlin denied it.", "Kremlin", PLACE),
        ("Downing Street denied it.", "Downing Street", PLACE),
        ("The vaccine was approved by the WHO on Friday.", "WHO", ORG),
        (
            "Two soldiers were shot east of Tarvidan. Tarvidan was calm. They left Tarvidan.",
            "Tarvidan",
            PLACE,
        ),
        ("Tarvidan is a small town in the hills. They left Tarvidan.", "Tarvidan", PLACE),
        ("Leicestershire beat Surrey by an innings. Surrey go home.", "Surrey", ORG),
        ("The Southampton skipper was out for five.", "Southampton", ORG),
        ("Paris beat London in the vote. London was sad.", "London", PLACE),
        ("They lost the match against Essex. Essex stay on top.", "Essex", ORG),
        ("He lives in Essex. Essex is flat.", "Essex", PLACE),
        ("Jan Kolbe TARVIDAN, Norway 1999-08-30 Rebels left the town.", "TARVIDAN", PLACE),
        ("GERMANY - Bunds fell again on Friday.", "GERMANY", PLACE),
        ("Onrheim, 31, told the court the same.", "Onrheim", PERSON),
        (
            "The shares rose on the Bucharest stock exchange after the report was shown.",
            "Bucharest",
            PLACE,
        ),
        ("Portsmouth: the visitors won by nine wickets and went home.", "Portsmouth", PLACE),
        ("MINSK 1999-08-30 A senior politician said the vote was not free.", "MINSK", PLACE),
        ("Emese Barta BUDAPEST 1999-08-30 The firm closed two plants.", "BUDAPEST", PLACE),
    ],
)
def test_words_around_a_name_tell_its_type(
    parse: Parse, text: str, name: str, kind: EntityType
) -> None:
    assert named(find_entities(parse(text)), name).type is kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Space Shuttle Valiant landed in Texas.",
            "Space Shuttle Valiant",
            "PRODUCT",
        ),
        ("Hurricane Wanda hit the coast on Friday.", "Hurricane Wanda", "EVENT"),
    ],
)
def test_vessels_and_storms_are_no_persons(parse: Parse, text: str, name: str, kind: str) -> None:
    assert named(find_entities(parse(text)), name).type == kind


def test_name_has_one_type_in_the_whole_text(parse: Parse) -> None:
    text = (
        "Mr Tomas Velden won. Velden thanked the crowd. In the hall, Velden Velden sang.\n\n"
        "Rival fans booed Velden. After Velden left, they cheered."
    )
    kinds = {e.type for e in find_entities(parse(text)) if "Velden" in e.name}
    assert kinds == {PERSON}


def test_headline_in_capitals_names_whom_the_text_names(parse: Parse) -> None:
    parsed = parse(
        "VELDEN NAMED COACH AS NORWAY LOSE\n\n"
        "Tomas Velden will coach the team, the club said. Norway lost in May."
    )
    entities = find_entities(parsed)
    assert words(parsed, named(entities, "Tomas Velden")) == ["VELDEN", "Tomas Velden"]
    assert words(parsed, named(entities, "Norway")) == ["NORWAY", "Norway"]
    assert not [e for e in entities if "COACH" in e.name]


@pytest.mark.parametrize(
    ("text", "name", "meaning"),
    [
        ("Moscow denied it.", "Moscow", "government of Russia"),
        ("Washington's reply was brief.", "Washington", "government of the United States"),
        ("The Kremlin denied it.", "Kremlin", "government of Russia"),
        ("They met in Moscow.", "Moscow", None),
        ("Seattle denied it.", "Seattle", None),
    ],
)
def test_seat_of_government_says_what_it_may_stand_for(
    parse: Parse, text: str, name: str, meaning: str | None
) -> None:
    assert named(find_entities(parse(text)), name).stands_for == meaning


@pytest.mark.parametrize(
    ("text", "name", "forms", "rule"),
    [
        (
            "Jana Novakova (born 3 May 1961), better known as Lola Starling, sings in Rome.",
            "Jana Novakova",
            ["Jana Novakova", "Lola Starling"],
            "also known as",
        ),
        (
            "He plays for the Boston Harriers. The Harriers never lose.",
            "Boston Harriers",
            ["Boston Harriers", "Harriers"],
            "short form",
        ),
        (
            "The Federal Reserve met on Friday. The Fed gave no reason.",
            "Federal Reserve",
            ["Federal Reserve", "Fed"],
            "acronym",
        ),
        (
            "The Ministry of Fisheries closed the port. The Ministry gave no reason.",
            "Ministry of Fisheries",
            ["Ministry of Fisheries", "Ministry"],
            "short form",
        ),
        (
            "The University of Ebonsley won. Pupils at Ebonsley cheered; Ebonsley said so.",
            "University of Ebonsley",
            ["University of Ebonsley", "Ebonsley", "Ebonsley"],
            "short form",
        ),
        (
            "The State of Texas sued the ministry. Ranchers in Texas had waited for years.",
            "State of Texas",
            ["State of Texas", "Texas"],
            "short form",
        ),
        (
            "North Korea agreed to talks. N. Korea had refused before.",
            "North Korea",
            ["North Korea", "N. Korea"],
            "short form",
        ),
        (
            "Henrik Sandvik OBE spoke first. Henrik Sandvik left early.",
            "Henrik Sandvik",
            ["Henrik Sandvik", "Henrik Sandvik"],
            "full name",
        ),
    ],
)
def test_other_names_of_one_bearer_are_joined_and_say_why(
    parse: Parse, text: str, name: str, forms: list[str], rule: str
) -> None:
    parsed = parse(text)
    found = [e for e in find_entities(parsed) if e.name.startswith(name)]
    assert len(found) == 1
    assert [form.removesuffix(" OBE") for form in words(parsed, found[0])] == forms
    assert found[0].mentions[-1].rule == rule


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("Velmar S.A. said profits fell. Velmar was up. Velmar closed.", "Velmar S.A.", 3),
        (
            "The Tarvo Steel Corp cut jobs. Tarvo rose. Tarvo hired.",
            "Tarvo Steel Corp",
            3,
        ),
        (
            "The Norwegian Steel Futures and Options Exchange (NSFE) closed. The NSFE said so.",
            "Norwegian Steel Futures and Options Exchange",
            3,
        ),
    ],
)
def test_short_name_of_a_company_is_the_company(
    parse: Parse, text: str, name: str, count: int
) -> None:
    entity = named(find_entities(parse(text)), name)
    assert (entity.type, len(entity.mentions)) == (ORG, count)


def test_feasts_are_events(parse: Parse) -> None:
    assert named(find_entities(parse("The Hajj ended on Friday.")), "Hajj").type == "EVENT"
