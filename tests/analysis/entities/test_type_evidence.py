"""What the words around and inside a name tell about its type.

The name stands in square brackets.
"""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tests.analysis.entities.conftest import ORG, PERSON, PLACE
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.type_evidence import evidence, known_type
from tui.analysis.parsed import ParsedText
from tui.analysis.results import EntityType

TOLD = [
    ("The town of [Tarvo] burned.", PLACE),
    ("[Tarvo] is a town.", PLACE),
    ("They met at [Tarvo] airport.", PLACE),
    ("The [Tarvo]-based firm closed.", PLACE),
    ("They live east of [Tarvo].", PLACE),
    ("They live in [Tarvo].", PLACE),
    ("They met in [Tarvo].", PLACE),
    ("[Tarvo], Ohio, burned.", PLACE),
    ("Both women from [Tarvo] left.", PLACE),
    ("Ann Lee, 45, of [Tarvo], won.", PLACE),
    ("She was born in [Tarvo].", PLACE),
    ("She is the MP for [Tarvo].", PLACE),
    ("They stayed in [Tarvo], where it rained.", PLACE),
    ("A [Tarvo] councillor left.", PLACE),
    ("They moved to Tarvo, [NJ].", PLACE),
    ("They met his wife [Tarvo].", PERSON),
    ("[Tarvo], who won, left.", PERSON),
    ("The capital [Tarvo] burned.", PLACE),
    ("The news agency [Tarvo] reported it.", ORG),
    ("[Tarvo] shares fell.", ORG),
    ("[Tarvo], a newspaper, wrote it.", ORG),
    ("The [Norwegian Refugee Council] met.", ORG),
    ("[Tarvo], 29, won.", PERSON),
    ("[Tarvo] (born 1961) won.", PERSON),
    ("[Tarvo] is a woman.", PERSON),
    ("[Anna Tarvo] sang.", PERSON),
    ("[Anna Hill] sang.", PERSON),
    ("[Jean-Paul Tarvo] sang.", PERSON),
    ("[HMS Tarvo] sank.", EntityType.PRODUCT),
    ("[Hurricane Tarvo] came.", EntityType.EVENT),
    ("[Ramadan] began.", EntityType.EVENT),
    ("The [Clintons] left.", EntityType.GROUP),
    ("She won an [Oscar].", EntityType.EVENT),
    ("The [Oscar] nominations came.", EntityType.EVENT),
    # A county that plays is its team, a capital that beats another may be its government.
    ("[Kent] beat Essex.", ORG),
    ("They lost to [Kent].", ORG),
    ("They won the match against [Kent].", ORG),
    ("The [Kent] captain left.", ORG),
    ("[Kent] is flat.", PLACE),
    ("[Paris] beat London.", PLACE),
]
NOTHING = [
    "They read [Tarvo]'s book.",
    "They live in [Tarvo]'s house.",
    "[Tarvo] sang.",
    "They had a letter from [Tarvo].",
    "She is the nurse for [Tarvo].",
    "Critics of [Tarvo] stayed away.",
    "They were sold to [Tarvo].",
    "They saw the sister [Tarvo] ship.",
    "[Tarvo], 1931, won.",
    # A given name before the noun of a body, or joined to another name.
    "[Anna Council] met.",
    "[Anna Harbour] is cold.",
    "[Tarvo-Berg Ostrel] rose.",
    "[Anna & Tarvo] met.",
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([plain(text) for text in (*(text for text, _ in TOLD), *NOTHING)])


def plain(text: str) -> str:
    return text.replace("[", "").replace("]", "")


def votes(parsed: dict[str, ParsedText], text: str) -> dict[EntityType, float]:
    (paragraph,) = parsed[plain(text)].paragraphs
    start, end = text.index("["), text.index("]") - 1
    span = paragraph.doc.char_span(start, end)
    assert span is not None
    # A type that nothing here votes for: what counts is what the text tells.
    found: dict[EntityType, float] = {}
    for kind, weight in evidence(NameCandidate(paragraph, span.start, span.end, EntityType.WORK)):
        found[kind] = found.get(kind, 0.0) + weight
    return found


@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[row[0] for row in TOLD])
def test_words_around_a_name_vote_for_its_type(
    parsed: dict[str, ParsedText], text: str, kind: EntityType
) -> None:
    found = votes(parsed, text)
    assert max(found, key=lambda name: found[name]) is kind


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_tell_nothing_do_not_vote(parsed: dict[str, ParsedText], text: str) -> None:
    assert votes(parsed, text) == {}


def test_no_place_has_an_article_or_makes_things(parse_all: ParseAll) -> None:
    texts = ["They fell off a Tarvo.", "They saw a mural by Tarvo.", "It was published by Tarvo."]
    parsed = parse_all(texts)
    against = []
    for text in texts:
        (paragraph,) = parsed[text].paragraphs
        i = paragraph.words.index("Tarvo")
        votes = evidence(NameCandidate(paragraph, i, i + 1, PLACE))
        against.append([kind for kind, _ in votes])
    assert against == [[ORG], [PERSON], [ORG]]


def test_sure_words_outweigh_a_preposition(parsed: dict[str, ParsedText]) -> None:
    town = votes(parsed, "The town of [Tarvo] burned.")[PLACE]
    assert town > votes(parsed, "They live east of [Tarvo].")[PLACE]
    assert (
        votes(parsed, "They live east of [Tarvo].")[PLACE]
        > (votes(parsed, "They met in [Tarvo].")[PLACE])
    )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("NATO", ORG),
        ("Nato", ORG),
        ("WHO", ORG),
        ("who", None),
        ("al-Qaeda", ORG),
        ("Oslo", PLACE),
        ("OSLO", PLACE),
        ("Kremlin", PLACE),
        ("Texas", PLACE),
        ("State of Texas", PLACE),
        ("State of Grace", None),
        ("Eid al-Fitr", EntityType.EVENT),
        ("Tarvo", None),
    ],
)
def test_name_everybody_knows_has_its_type(name: str, kind: EntityType | None) -> None:
    assert known_type(name) is kind
