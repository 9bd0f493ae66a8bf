"""Acronyms that a text explains in brackets, and further places of their letters.

"World Bank Group (WBG)" and "Ofcom (the Office of Communications)" name one thing twice;
"gross domestic product (GDP)" shortens common words, so that its letters are no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.entities.keys import (
    Key,
    abbreviates,
    blends,
    content_words,
    key_of,
    spells,
)
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.results import AMOUNTS, EntityType

_LONGEST = 8
"""Letters of the longest acronym read from brackets."""
_MINOR_WORDS = 3
"""Words of a name beyond its letters at most ("of", "the", "and")."""


def read_defined_acronyms(paragraphs: Sequence[Names]) -> None:
    """Give the acronyms in brackets their type; drop those of common words everywhere."""
    common: set[str] = set()
    for names in paragraphs:
        if "(" not in names.words:
            continue
        for i, word in enumerate(names.words[:-2]):
            if names.words[i + 1] == "(" and _may_be_acronym(word):
                _read_long_name_behind(names, i)
            if word == "(" and names.words[i + 2] in (")", ",", ";"):
                _read_acronym_behind(names, i, common)
    for names in paragraphs if common else ():
        for name in list(names):
            if name.text in common:
                names.remove(name)


def _may_be_acronym(word: str) -> bool:
    return 2 <= len(word) <= _LONGEST and word[:1].isupper() and word.isalpha()


def _stands_for(key: Key, word: str) -> bool:
    """Whether a bracketed word is the short form of a name: initials, some, or syllables."""
    letters = word.lower()
    return (
        spells(key, letters)
        or (word.isupper() and abbreviates(key, letters))
        or (not word.isupper() and blends(key, letters))
    )


def _read_acronym_behind(names: Names, bracket: int, common: set[str]) -> None:
    """The word in brackets behind the name, or behind the common words, that it shortens."""
    i = bracket + 1
    word = names.words[i]
    if not _may_be_acronym(word) or not bracket:
        return
    name = names.owner(bracket - 1)
    if name is not None and name.type not in AMOUNTS and _stands_for(key_of(name.text), word):
        _set_type(names, i, name.type)
        return
    for start in range(max(bracket - len(word) - _MINOR_WORDS, 0), bracket - 1):
        run = names.words[start:bracket]
        if run[0][0].lower() != word[0].lower() or not all(map(_is_part, run)):
            continue
        if not spells(key_of(names.paragraph.run_text(start, bracket)), word.lower()):
            continue
        if all(part.islower() for part in run[1:]) and (run[0].islower() or start == 0):
            common.add(word)
        elif all(part[:1].isupper() or len(part) <= _MINOR_WORDS for part in run):
            _set_name(names, start, bracket)
            long = names.owner(start)
            _set_type(names, i, long.type if long is not None else EntityType.ORG)
        return


def _is_part(word: str) -> bool:
    return word.replace("-", "a").replace("&", "a").isalpha()


def _read_long_name_behind(names: Names, i: int) -> None:
    """The name in brackets that an acronym before them shortens."""
    start = i + 2
    if names.words[start].lower() == "the":
        start += 1
    end = start
    while end < len(names.words) and names.words[end] not in (")", ",", ";", "("):
        end += 1
    if end - start < 2 or end >= len(names.words) or not names.words[start][:1].isupper():
        return
    if not all(map(_is_part, names.words[start:end])):
        return
    if not _stands_for(key_of(names.paragraph.run_text(start, end)), names.words[i]):
        return
    _set_name(names, start, end)
    long = names.owner(start)
    _set_type(names, i, long.type if long is not None else EntityType.ORG)


def _set_name(names: Names, start: int, end: int) -> None:
    """Make one name of the words; an organisation, where the model saw none."""
    kind = EntityType.ORG
    for token in range(start, end):
        owner = names.owner(token)
        if owner is not None:
            if owner.start < start or owner.end > end or owner.type in AMOUNTS:
                return
            if owner.end - owner.start > 1 and owner.type is not EntityType.PERSON:
                kind = owner.type
            names.remove(owner)
    names.add(NameCandidate(names.paragraph, start, end, kind))


def _set_type(names: Names, i: int, kind: EntityType) -> None:
    owner = names.owner(i)
    if owner is None:
        names.add(NameCandidate(names.paragraph, i, i + 1, kind))
    elif owner.end == i + 1 == owner.start + 1:
        owner.type = kind


def add_acronyms(paragraphs: Sequence[Names], candidates: Sequence[NameCandidate]) -> None:
    """Words that spell the initials of an organisation named in the text."""
    letters = {
        "".join(word[0] for word in words)
        for candidate in candidates
        if candidate.type is EntityType.ORG
        for words in (key_of(candidate.text), content_words(key_of(candidate.text)))
        if len(words) > 2
    }
    for names in paragraphs:
        for i, word in enumerate(names.words):
            if not word[:1].isupper() or key_of(word)[0] not in letters:
                continue
            if names.doc[i].pos_ == "PROPN":
                owner = names.owner(i)
                if owner is None:
                    names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.ORG))
                elif owner.end == owner.start + 1 and not owner.is_sure:
                    owner.type = EntityType.ORG
