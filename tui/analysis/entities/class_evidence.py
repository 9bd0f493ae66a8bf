"""What class nouns and the form of a name tell about its type.

"The film Critters", "the Sahara Cup" and "sighed Amara Okafor" say what they name. Votes
as in `type_evidence`, of which this is a part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.analysis.lexicons.body_nouns import BODIES, BODY_NOUNS
from tui.analysis.lexicons.city_names import CITIES, POSTAL_CODES, REGIONS
from tui.analysis.lexicons.class_nouns import (
    BODY_NOUNS_BEFORE,
    CITY_TEAMS,
    DONE_BY_FIRMS,
    EVENT_ENDINGS,
    EVENT_NOUNS,
    FIRM_ENDINGS,
    FIRM_OFFICES,
    FIRM_RESULTS,
    HELD_IN_FIRMS,
    KNOWN_NAMES,
    LAW_ENDINGS,
    LAW_WORDS,
    MAKERS,
    OWNED_BY_FIRMS,
    PRODUCT_NOUNS,
    QUOTED,
    SHOWN_OF_WORKS,
    STUDIED,
    TEAM_ENDINGS,
    WORK_ENDINGS,
    WORK_NOUNS,
)
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.seats import CAPITALS
from tui.analysis.lexicons.title_words import ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Vote = tuple[EntityType, float]

STRONG, FAIR, SLIGHT = 5.0, 3.0, 1.2
"""Votes of a class noun, of what makes a type likely, of what outweighs one guess."""

_BEFORE = {
    **dict.fromkeys(WORK_NOUNS, (EntityType.WORK, STRONG)),
    **dict.fromkeys(PRODUCT_NOUNS, (EntityType.PRODUCT, STRONG)),
    **dict.fromkeys(EVENT_NOUNS, (EntityType.EVENT, STRONG)),
    **dict.fromkeys(BODY_NOUNS_BEFORE, (EntityType.ORG, FAIR)),
    **dict.fromkeys(MAKERS, (EntityType.ORG, SLIGHT)),
}
"""What the noun right before a name votes for."""
_AFTER = {
    **dict.fromkeys(words("virus worm trojan vaccine ransomware malware"), EntityType.PRODUCT),
    **dict.fromkeys(words("browser smartphone console supercomputer"), EntityType.PRODUCT),
    **dict.fromkeys(words("rifle handgun pistol shotgun format"), EntityType.PRODUCT),
    **dict.fromkeys(words("franchise trilogy sitcom"), EntityType.WORK),
    **dict.fromkeys(words("exhibition festival expo"), EntityType.EVENT),
}
"""What stands behind the name of a product, work or event; a firm's name stands there too."""
_ENDINGS = {
    **dict.fromkeys(EVENT_ENDINGS, EntityType.EVENT),
    **dict.fromkeys(LAW_ENDINGS, EntityType.LAW),
    **dict.fromkeys(WORK_ENDINGS, EntityType.WORK),
}
"""What the last word of a name of several says about it."""
_HEADS = {
    **dict.fromkeys(
        words("Treaty Convention Accord Accords Agreement Charter Declaration Protocol Pact Act"),
        EntityType.LAW,
    ),
    **dict.fromkeys(words("Prize Award Awards Cup Trophy Championship Games"), EntityType.EVENT),
}
"""What a name tells by the word before "of", "on" or "for": "the Treaty of Tarvo"."""
_HEADING = words("of on for against")
_LOOSE_ENDINGS = {"Day": EntityType.EVENT, "Law": EntityType.LAW}
"""The same, of what people are called by too."""
_PRODUCTS = frozenset(name for name, kind in KNOWN_NAMES.items() if kind == "PRODUCT")
_PLACES = PLACE_NAMES.keys() | CITIES | REGIONS | CAPITALS.keys()
_SIDES = words("North South East West")
"""What stands before the name of a region: "the West Midlands"."""
_PRESIDENTS = frozenset({"JFK", "FDR", "LBJ", "RFK", "MLK"})
"""Persons who are called by their letters."""
_PLACE_LETTERS = frozenset({"DC", "LA", "NYC", "SF", "NI", "UAE", "USSR", "EU"}) | POSTAL_CODES
_SHORTEST_LETTERS, _LONGEST_LETTERS = 1, 6
"""An acronym has more and fewer letters."""
_SHORTEST_NICKNAME = 4
"""Letters of the shortest nickname of a team told by its plural, less one."""
_CALLED = words("called named dubbed titled entitled codenamed")
"""What stands between a class noun and the name: "a system called"."""
_PUBLISHED = words("publish write print")
"""What is done in a newspaper or journal."""
_FAITHS = words("Islam Hindutva Republican Democrat Sunni Shia Muslim Jew Kurd Sikh Hindu Catholic")
"""Groups and beliefs that stand without an article too."""
_WINNING = words("winning nominated winner")
"""What a hyphen joins to the name of an award."""
_HELD = (
    (("of", "to"), SHOWN_OF_WORKS, EntityType.WORK),
    (("in", "of"), HELD_IN_FIRMS, EntityType.ORG),
    (("of",), FIRM_OFFICES, EntityType.ORG),
    (
        ("by",),
        words("owned made manufactured acquired published operated developed administered")
        | STUDIED,
        EntityType.ORG,
    ),
)
"""Prepositions before a name, the nouns before them, and what they tell."""
_NUMBERED = words(
    """
    Radio Channel Number Formula Section Article Group Route Highway Flight BBC Camp Chapter Fox
    Psalm Interstate
    """
)
"""What has a number and is no product for that."""
_ART = words("film programme documentary music dress video")
"""Who makes it is a person: "the film-maker"."""
_STARRING = words("star co-star")
"""What an actor does in a work."""
_UTTERING = words(
    """
    sigh grumble laugh smile grin shout whisper mutter murmur shrug snap chuckle yell groan sob
    exclaim stammer giggle gasp cry nod wink weep
    """
)
"""What only people do when they speak, beside or instead of saying it."""
_QUOTES = frozenset("\"“‘'")
_PARTICLES = words("de van von der da di du")
_NUMBER = re.compile(r"[1-9]\d?(?:\.\d)?")
_MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]?s?")
"""The number of an aircraft or tank: "MiG-19"."""
_VERSION = re.compile(r"\d{1,2}(?:\.\d+)*|[IVX]{1,4}")


def class_votes(candidate: NameCandidate) -> Iterator[Vote]:
    """The votes of class nouns, of the name's own words, and of what its bearer does."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    if not (candidate.type is EntityType.PERSON and end - start > 1 and _is_given(doc[start])):
        yield from noun_votes(doc, start)
    if end < len(doc) and doc[end].text in _AFTER and start and doc[start - 1].pos_ == "DET":
        yield _AFTER[doc[end].text], STRONG
    yield from _noun_of(candidate)
    if end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in _WINNING:
        yield EntityType.EVENT, FAIR
    yield from _own_words(candidate)
    yield from _firm_signs(candidate)
    root = doc[start:end].root
    if candidate.type is EntityType.GROUP and _is_bare_singular(root, doc[start:end].text):
        # Of a people it would be "a Tarvan" or "Tarvans".
        yield EntityType.ORG, SLIGHT
    # The parser takes who speaks for an object in '"Enough," sighed Berg'.
    is_speaker = root.dep_ == "nsubj" or root.i > root.head.i == start - 1
    if is_speaker and root.head.lemma_.lower() in _UTTERING:
        yield EntityType.PERSON, FAIR


def _is_given(token: Token) -> bool:
    return token.text in GIVEN_NAMES


def _firm_signs(candidate: NameCandidate) -> Iterator[Vote]:
    """What makes a firm of a supposed person: what it owns, and letters instead of words."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    if candidate.role is not None or candidate.gender is not None:
        return
    if end + 1 < len(doc) and doc[end].text in ("'s", "’s"):
        after = [token.lower_ for token in doc[end + 1 : end + 3]]
        if not OWNED_BY_FIRMS.isdisjoint(after[:1]) or after == ["chief", "executive"]:
            yield EntityType.ORG, FAIR
    root = doc[start:end].root
    if root.dep_ != "nsubj" or end > start + 1 or candidate.text in _PLACES:
        pass
    elif root.head.lemma_ in DONE_BY_FIRMS and candidate.type is not EntityType.GROUP:
        yield EntityType.ORG, SLIGHT
    else:
        objects = (child for child in root.head.children if child.dep_ == "dobj")
        if any(child.lower_ in FIRM_RESULTS for child in objects) or _is_quoted(root.head):
            yield EntityType.ORG, FAIR
    if (
        candidate.type in (EntityType.PERSON, EntityType.PLACE, EntityType.GROUP)
        and end == start + 1
        and doc[start].is_upper
        and doc[start].text not in _PLACE_LETTERS
        and doc[start].text not in PLACE_NAMES
        and doc[start].is_alpha
        and doc[start].text not in _PRESIDENTS
        and _SHORTEST_LETTERS < len(doc[start]) < _LONGEST_LETTERS
        and any(token.is_lower for token in doc[max(start - 2, 0) : end + 2])
    ):
        yield EntityType.ORG, SLIGHT


def _is_quoted(verb: Token) -> bool:
    """Whether a verb tells how shares move: "rising 5%", "fell 3 percent"."""
    return verb.lemma_.lower() in QUOTED and any(
        child.lower_ in ("%", "percent") or child.lower_.endswith("pc") for child in verb.children
    )


def _is_bare_singular(root: Token, text: str) -> bool:
    """Whether a singular name without an article is subject, owner or object."""
    return (
        root.tag_ == "NNP"
        and root.dep_ in ("nsubj", "poss", "dobj", "pobj")
        and text not in KNOWN_NAMES
        and text not in _FAITHS
        and not any(child.dep_ in ("det", "amod", "nummod") for child in root.children)
    )


def _noun_of(candidate: NameCandidate) -> Iterator[Vote]:
    """What "in", "of" and the like before a name tell: "a stake in", "starred in"."""
    doc, start = candidate.paragraph.doc, candidate.start
    if start < 2 or candidate.text in _PLACES:
        return
    link, what = doc[start - 1].lower_, doc[start - 2]
    if link == "in" and (what.lemma_ in _STARRING or doc[start - 1].head.lemma_ in _PUBLISHED):
        yield EntityType.WORK if what.lemma_ in _STARRING else EntityType.ORG, FAIR
        return
    for links, nouns, kind in _HELD:
        is_one_word = candidate.end == start + 1 or candidate.type is not EntityType.PERSON
        is_one_word = is_one_word and candidate.role is None
        if link in links and what.lower_ in nouns and (link != "by" or is_one_word):
            yield kind, FAIR


def noun_votes(doc: Doc, start: int) -> Iterator[Vote]:
    """What the noun before a name votes for: "the film Critters", "a system called Tarvo"."""
    i = start - 1
    if i > 0 and doc[i].text == "The":
        i -= 1
    if i > 0 and doc[i].text in _QUOTES:
        i -= 1
    if i > 1 and doc[i].text == "," and doc[i - 1].lower_ in WORK_NOUNS:
        i -= 1  # "the novel, Tarvo"
        if doc[start].dep_ != "appos":
            return
    if _is_alias(doc, i):
        yield EntityType.PERSON, FAIR
        return
    if i > 1 and doc[i].lower_ in _CALLED:
        # "A song about him called Tarvo": the participle hangs on its noun.
        i = doc[i].head.i if doc[i].dep_ == "acl" and doc[i].head.i < i else i - 1
    if i > 1 and doc[i].lower_ == "maker" and doc[i - 2].lower_ in _ART:
        yield EntityType.PERSON, FAIR
        return
    if (
        i < 1
        or doc[i].lower_ not in _BEFORE
        or doc[i].pos_ not in ("NOUN", "PROPN")
        or not doc[i].is_lower
    ):
        return
    kind, weight = _BEFORE[doc[i].lower_]
    if kind is EntityType.WORK and doc[start].dep_ in ("nsubj", "nsubjpass"):
        # "The film Berg made": a clause may begin with the name.
        weight = FAIR
    yield kind, weight


def _own_words(candidate: NameCandidate) -> Iterator[Vote]:
    """What the words of a name say: its last one, a number, a place in front."""
    parts = candidate.text.split()
    is_kind_of = parts[0] in _PRODUCTS and len(parts) > 1
    if is_kind_of:
        yield EntityType.PRODUCT, STRONG
    elif _is_made_by(candidate, parts) or _has_version(candidate, parts):
        yield EntityType.PRODUCT, FAIR
    if _MODEL.fullmatch(candidate.text) and _is_counted(candidate):
        yield EntityType.PRODUCT, FAIR
    if candidate.type is EntityType.LAW and LAW_WORDS.isdisjoint(parts):
        yield EntityType.PRODUCT if _VERSION.fullmatch(parts[-1]) else EntityType.ORG, FAIR
    if len(parts) > 1:
        yield from _compound_votes(candidate, parts)


def _compound_votes(candidate: NameCandidate, parts: list[str]) -> Iterator[Vote]:
    """What one of several words of a name says about it."""
    last = parts[-1]
    headed = _heading(parts)
    if headed is not None:
        yield headed, STRONG
    elif last in _ENDINGS and parts[-2] != "the" and candidate.text not in _PLACES:
        yield _ENDINGS[last], STRONG
    elif last in ("Open", "Prix") and parts[-2][:1].isupper():
        yield EntityType.EVENT, STRONG
    elif last in _LOOSE_ENDINGS and candidate.type is not EntityType.PERSON:
        yield _LOOSE_ENDINGS[last], FAIR
    elif _is_initialed(candidate, parts):
        yield EntityType.PERSON, FAIR
    elif last in FIRM_ENDINGS:
        yield EntityType.ORG, FAIR
    elif _is_team(candidate, parts):
        yield EntityType.ORG, STRONG


def _heading(parts: list[str]) -> EntityType | None:
    """What the word before "of", "on" or "for" says: "Treaty of Tarvo"."""
    for head, link in pairwise(parts):
        if link in _HEADING and head in _HEADS:
            return _HEADS[head]
    return None


def _is_counted(candidate: NameCandidate) -> bool:
    doc, start = candidate.paragraph.doc, candidate.start
    return start > 0 and (doc[start - 1].pos_ == "NUM" or doc[start - 1].lower_ in ("a", "an"))


def _is_made_by(candidate: NameCandidate, parts: list[str]) -> bool:
    """Whether a supposed person or place begins with a firm: "Microsoft Outlook"."""
    return (
        candidate.type in (EntityType.PERSON, EntityType.PLACE, EntityType.GROUP)
        and len(parts) > 1
        and "company" in BODY_NOUNS.get(BODIES.get(parts[0].casefold(), ""), ())
        and parts[-1] not in PLACE_NOUNS
        and parts[-1] not in ORG_NOUNS
        and parts[1][:1].isupper()
    )


def _is_initialed(candidate: NameCandidate, parts: list[str]) -> bool:
    """Whether a name begins with initials without dots: "JM Berg said", "FW van Berg"."""
    first, last = parts[0], parts[-1]
    if (
        not (first.isalpha() and first.isupper() and 1 < len(first) < 4)
        or first in PLACE_NAMES
        or first.casefold() in BODIES
        or not last.istitle()
        or last in ORG_NOUNS | FIRM_ENDINGS | PLACE_NOUNS
    ):
        return False
    if parts[1] in _PARTICLES:
        return True
    doc = candidate.paragraph.doc
    root = doc[candidate.start : candidate.end].root
    after = doc[candidate.end : candidate.end + 2].text
    speaks = root.dep_ == "nsubj" and root.head.lemma_ in ("say", "write", "tell")
    # Of three letters a firm's: "SBC Berg".
    return len(parts) == len(first) == 2 and (speaks or after.startswith(", who"))


def _is_alias(doc: Doc, i: int) -> bool:
    """Whether somebody "goes by the name" or "by the name of" what follows."""
    if i > 0 and doc[i].lower_ == "of":
        i -= 1
    if i < 2 or doc[i].lower_ != "name":
        return False
    return doc[i - 2].lower_ == "by" and doc[i - 1].lower_ == "the"


def _has_version(candidate: NameCandidate, parts: list[str]) -> bool:
    """Whether a number belongs to a name as to a product's: "a copy of Tarvo Rally 2"."""
    if candidate.type is EntityType.LAW:
        return False
    if len(parts) == 1 or not _NUMBER.fullmatch(parts[-1]) or not _NUMBERED.isdisjoint(parts):
        return False
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    # "Tarvo 2 Ostrel 1" is a score, and "Tarvo 60 metres" a result.
    return (
        start > 0
        and doc[start - 1].is_lower
        and (end == len(doc) or doc[end].is_punct or doc[end].is_lower or doc[end].text == "'s")
        and not (end < len(doc) and doc[end].text in "-–")
    )


def _is_team(candidate: NameCandidate, parts: list[str]) -> bool:
    """Whether a name is a place with a team's word behind: "Leeds United", "Ohio Harriers"."""
    place, last = " ".join(parts[:-1]), parts[-1]
    if place not in _PLACES or candidate.text in _PLACES:
        return False
    if last in PLACE_NOUNS and not (last in TEAM_ENDINGS and place in CITIES):
        return False
    if last in TEAM_ENDINGS or (last in CITY_TEAMS and place in CITIES):
        return True
    before = candidate.paragraph.words[candidate.start - 1] if candidate.start else ""
    is_plural = last.endswith("s") and not last.endswith("ss") and len(last) > _SHORTEST_NICKNAME
    return before.lower() == "the" and is_plural and place not in _SIDES
