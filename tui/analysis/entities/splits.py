"""Spans of the model that hold more than one name, parted with the help of the whole text.

"Royal Institute of Navigation Roger Tarvo", "Berg's Labour Party", "Instagram and Facebook":
what the text names alone elsewhere, or what a given name begins, is a name of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from tui.analysis.entities.keys import Key, key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.titles import honorific, leading_title
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons.body_nouns import BODIES
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.class_nouns import (
    EVENT_ENDINGS,
    FIRM_ENDINGS,
    KNOWN_NAMES,
    LAW_ENDINGS,
)
from tui.analysis.lexicons.countries import ADJECTIVES, PEOPLES, PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import HONORIFICS, MODIFIERS, OFFICES, ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

_POSSESSIVES = ("'s", "’s")
_SAINTS = frozenset({"San", "Santa", "St", "St.", "Saint", "Los", "Las", "El", "Port", "Fort"})
"""What a given name follows in the name of a place."""
_WORDS = frozenset(
    {"Roman", "Christian", "Guy", "Dean", "Rich", "Frank", "Bill", "Mark", "Dawn", "Iris", "Viola"}
)
"""Given names that as often say something else inside a longer name."""
_GIVEN = GIVEN_NAMES.keys() - _WORDS
_PLACES = PLACE_NAMES.keys() | CITIES | REGIONS
_SIDES = frozenset(
    {"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central"}
    | {"New", "Great", "Greater", "Upper", "Lower", "Old", "Saint"}
)
"""What begins the name of a place and is no adjective of another one."""
_MISTERS = frozenset({"mr", "mrs", "ms"})
_REALMS = frozenset({"Empire", "Republic", "Kingdom"})
_NO_FAMILY_NAMES = ORG_NOUNS | PLACE_NOUNS | FIRM_ENDINGS | EVENT_ENDINGS | LAW_ENDINGS | _REALMS
"""Last words of what is no person."""
_NO_GIVEN_NAMES = _NO_FAMILY_NAMES | _PLACES | ADJECTIVES.keys() | PEOPLES.keys()
_CALLINGS = OFFICES | MODIFIERS | HONORIFICS.keys()
_SHORTEST_GIVEN = 2
"""Letters of what is too short for a given name."""
_PAIR = 3
"""Tokens of two single words with "and" between them."""
_LONGEST_PERSON = 4
"""Words of the longest person's name looked for at the end of a span."""


def split_names(paragraphs: Sequence[Names]) -> None:
    """Part the names of a text that hold several."""
    _split_possessives(paragraphs)
    _split_pairs(paragraphs)
    _split_persons(paragraphs)
    _cut_first_words(paragraphs)
    _extend_persons(paragraphs)


def _names(paragraphs: Sequence[Names]) -> Iterator[tuple[Names, NameCandidate]]:
    for names in paragraphs:
        for name in list(names):
            if name.type not in AMOUNTS:
                yield names, name


def _split_possessives(paragraphs: Sequence[Names]) -> None:
    """Part "Berg's Labour Party" where the text has Berg also alone, and "Tarvo's Anna Berg"."""
    alone: dict[str, EntityType] = {
        name.text.split()[-1]: name.type
        for _, name in _names(paragraphs)
        if name.type in (EntityType.PERSON, EntityType.PLACE)
    }
    bodies = {name.text for _, name in _names(paragraphs) if name.type is EntityType.ORG}
    for names, name in _names(paragraphs):
        for i in range(name.start + 1, name.end - 1):
            owner = names.words[i - 1]
            if names.words[i] not in (*_POSSESSIVES, "’") or names.words[i + 1].islower():
                continue
            before = names.paragraph.run_text(name.start, i)
            is_body = " " in before and before.split()[-1] in ORG_NOUNS
            is_acronym = before.isupper() and before.isalpha() and len(before) > _SHORTEST_GIVEN
            if is_body or is_acronym or before in bodies or known_type(before) is EntityType.ORG:
                alone[owner] = EntityType.ORG
            elif before in _PLACES:
                alone[owner] = EntityType.PLACE
            is_person = names.words[i + 1] in GIVEN_NAMES and name.end - i > 2
            if owner in alone or is_person:
                names.remove(name)
                left = alone.get(owner, name.type)
                if is_person and left is EntityType.PERSON and owner not in alone:
                    left = EntityType.ORG
                right = EntityType.PERSON if is_person else name.type
                names.add(NameCandidate(names.paragraph, name.start, i, left))
                names.add(NameCandidate(names.paragraph, i + 1, name.end, right))
                break


def _split_pairs(paragraphs: Sequence[Names]) -> None:
    """Part "Instagram and Facebook" and "Atari, Spectrum" where one side is a name elsewhere."""
    known = {key_of(name.text): name.type for _, name in _names(paragraphs)}
    persons = {key[-1:] for key, kind in known.items() if kind is EntityType.PERSON}
    for names, name in _names(paragraphs):
        words = names.words[name.start : name.end]
        if "and" not in words and "," not in words:
            continue
        links = [i for i, word in enumerate(words) if word in ("and", ",")]
        if len(links) != 1 or name.is_sure or not 0 < links[0] < len(words) - 1:
            continue
        cut = name.start + links[0]
        sides = ((name.start, cut), (cut + 1, name.end))
        texts = [names.paragraph.run_text(*side) for side in sides]
        keys = [key_of(text) for text in texts]
        told = [
            known.get(key) or known_type(text) or (EntityType.PERSON if key in persons else None)
            for key, text in zip(keys, texts, strict=True)
        ]
        is_firm = name.type is EntityType.ORG and words[links[0]] == "and"
        is_whole = any(f" {word} " in texts[0] for word in ("of", "for"))
        if is_firm and is_whole and " of " not in texts[1]:
            continue  # "Council of Tarvo and Ostrel"
        if not any(told) and _are_two(names, name):
            told = [EntityType.PLACE, EntityType.PLACE]
        if not any(told) or (is_firm and not all(told)) or not texts[1][:1].isupper():
            continue
        names.remove(name)
        for side, kind in zip(sides, told, strict=True):
            other = next(kind for kind in told if kind is not None)
            names.add(NameCandidate(names.paragraph, *side, kind or other))


def _are_two(names: Names, name: NameCandidate) -> bool:
    """Whether "and" joins two places: "between Tarvo and Ostrel", "Tarvo and Ostrel prisons"."""
    if name.end - name.start != _PAIR or name.type not in (EntityType.PLACE, EntityType.WORK):
        return False
    if name.text in _PLACES or not names.words[name.start].istitle():
        return False
    is_between = name.start > 0 and names.words[name.start - 1].lower() == "between"
    is_plural = name.end < len(names.words) and names.doc[name.end].tag_ == "NNS"
    return is_between or (is_plural and name.type is EntityType.PLACE)


def _split_persons(paragraphs: Sequence[Names]) -> None:
    """Cut what stands before a person's name inside a span, and keep it where it is a name."""
    known = {key_of(name.text) for _, name in _names(paragraphs) if name.type not in AMOUNTS}
    full = {
        key_of(name.text)
        for _, name in _names(paragraphs)
        if name.type is EntityType.PERSON and 1 < name.end - name.start <= _LONGEST_PERSON
    }
    for names, name in _names(paragraphs):
        cut = _person_start(names, name, full)
        if cut is None or name.is_sure:
            continue
        names.remove(name)
        names.add(NameCandidate(names.paragraph, cut, name.end, EntityType.PERSON, name.role))
        if _is_name(names, name, cut, known):
            text = names.paragraph.run_text(name.start, cut)
            kind = known_type(text) or (EntityType.PLACE if text in PLACE_NAMES else EntityType.ORG)
            names.add(NameCandidate(names.paragraph, name.start, cut, kind))


def _cut_first_words(paragraphs: Sequence[Names]) -> None:
    """Cut the adjective in front of a name: "Latest Tarvo", "Longtime Berg", "Upstate Tarvo"."""
    known = {name.text for _, name in _names(paragraphs)}
    for names, name in _names(paragraphs):
        first = names.doc[name.start]
        if (
            name.end - name.start < 2
            or name.is_sure
            or not (first.pos_ in ("ADJ", "ADV", "VERB") or _is_new(names, name))
            or first.text in _SIDES
            or first.text in ADJECTIVES
            or (name.type is EntityType.PERSON and first.lower_ not in MODIFIERS)
            or first.text in GIVEN_NAMES
            or name.text in _PLACES
            or known_type(name.text) is not None
        ):
            continue
        rest = names.paragraph.run_text(name.start + 1, name.end)
        if rest in known or rest in _PLACES or _is_new(names, name):
            names.remove(name)
            kind = EntityType.PLACE if rest in _PLACES else name.type
            names.add(NameCandidate(names.paragraph, name.start + 1, name.end, kind, name.role))
        elif rest in ADJECTIVES or rest in PEOPLES:
            names.remove(name)


def _is_new(names: Names, name: NameCandidate) -> bool:
    """Whether "New" before a well-known body begins a sentence: "New U.N. envoy"."""
    first, rest = names.words[name.start], names.paragraph.run_text(name.start + 1, name.end)
    return first == "New" and rest.replace(".", "").casefold() in BODIES


def _person_start(names: Names, name: NameCandidate, full: Set[Key]) -> int | None:
    """The token a person's name begins with that ends the span; `None` if there is none."""
    if names.words[name.end - 1] in _NO_FAMILY_NAMES or name.text in KNOWN_NAMES:
        return None
    for i in range(name.start, name.end - 1):
        # "Following Mr Straw" and "Tanzania Mr Brown": whoever it is begins there.
        if name.type is not EntityType.PERSON and honorific(names.words[i]) in _MISTERS:
            return i + 1
    title = leading_title(names.doc, name.start, name.end)
    if name.type is not EntityType.PERSON and title and name.end - name.start - title > 1:
        start = name.start + title
        words = names.words[start : name.end]
        if _is_calling(names, start - 1) and all(map(_is_capitalised, words)):
            return start
    for i in range(max(name.start + 1, name.end - _LONGEST_PERSON), name.end - 1):
        before, words = names.words[i - 1], names.words[i : name.end]
        if not words[0].istitle() or not before[:1].isupper() or before in _SAINTS:
            continue
        if len(before.rstrip(".")) == 1 or names.paragraph.run_text(i - 1, i + 1) in _PLACES:
            continue
        if key_of(" ".join(words)) in full and not _is_longer_name(names, name, i):
            return i
        if name.type is not EntityType.PERSON and words[0] in _GIVEN:
            is_person = before not in GIVEN_NAMES and all(map(_is_capitalised, words))
            return i if is_person else None
    return None


def _is_capitalised(word: str) -> bool:
    """Whether a word is written like a name's: "Berg", "McBerg", not "BERG"."""
    return word[:1].isupper() and not word.isupper() and word.isalpha()


def _is_longer_name(names: Names, name: NameCandidate, start: int) -> bool:
    """Whether what stands before is a further given name or initial: "John Paul Berg"."""
    before = names.words[name.start : start]
    return all(word in GIVEN_NAMES or len(word.rstrip(".")) == 1 for word in before)


def _is_calling(names: Names, i: int) -> bool:
    return names.words[i].lower() in OFFICES or honorific(names.words[i]) is not None


def _is_name(names: Names, name: NameCandidate, end: int, known: Set[Key]) -> bool:
    """Whether what stands before the person inside a span is a name of its own."""
    if end - name.start == 0 or not names.words[end - 1][:1].isalpha():
        return False
    text = names.paragraph.run_text(name.start, end)
    words = text.split()
    return (
        key_of(text) in known
        or text in PLACE_NAMES
        or text.casefold() in BODIES
        or known_type(text) is not None
        or (len(words) > 1 and (words[-1] in ORG_NOUNS or words[0] in ORG_NOUNS))
    )


def _extend_persons(paragraphs: Sequence[Names]) -> None:
    """Add a free capitalised word to the one word of a person behind it: "Bipasha" to "Berg".

    Not where the text has that person with another first word.
    """
    common = {word for names in paragraphs for word in names.words if word.islower()}
    full = {
        key_of(name.text)[-1:]
        for _, name in _names(paragraphs)
        if name.type is EntityType.PERSON and name.end - name.start > 1
    }
    for names, name in _names(paragraphs):
        i = name.start - 1
        if (
            name.type is not EntityType.PERSON
            or name.end - name.start > 1
            or name.is_sure
            or i < 0
            or key_of(name.text) in full
            or names.words[name.end : name.end + 1] == ("-",)
            or not _may_be_given(names, i, common)
        ):
            continue
        owner = names.owner(i)
        if owner is not None:
            names.remove(owner)
        names.remove(name)
        name.start = i
        names.add(name)


def _may_be_given(names: Names, i: int, common: Set[str]) -> bool:
    """Whether a word may be the given name of the person behind it."""
    token, owner, word = names.doc[i], names.owner(i), names.words[i]
    if not (word.istitle() and word.isalpha() and token.pos_ == "PROPN" and token.whitespace_):
        return False
    if owner is not None and (owner.end - owner.start > 1 or owner.is_sure):
        return False
    if owner is not None and owner.type in (*AMOUNTS, EntityType.GROUP, EntityType.ORG):
        return False
    if (
        word in _NO_GIVEN_NAMES
        or word.lower() in _CALLINGS
        or word.lower() in common
        or known_type(word) is not None
        or len(word) <= _SHORTEST_GIVEN
    ):
        return False
    return i == 0 or not (names.doc[i - 1].pos_ == "PROPN" and names.words[i - 1][0].isupper())
