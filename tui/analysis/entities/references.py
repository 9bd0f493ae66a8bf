"""What stands for a name without being one: adjectives of countries and of groups.

"Russian diplomats" refers to Russia where the text names Russia; "Russians" and "the
Dutch" are groups of their own. An adjective alone makes no entity. Pronouns are in
`pronouns`, role phrases in `roles`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import NameGroup, key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.pronouns import find_pronouns
from tui.analysis.entities.roles import find_roles
from tui.analysis.lexicons.countries import ADJECTIVES, PEOPLES, PLACE_NAMES, Country
from tui.analysis.results import EntityType, Mention
from tui.analysis.rules import MentionRule

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "poss"})
_LONGEST = 2
"""Tokens of the longest adjective ("South African")."""


def find_references(
    paragraphs: Sequence[Names], groups: list[NameGroup]
) -> dict[int, list[Mention]]:
    """References by the identity of their group; peoples are added to `groups`."""
    found: dict[int, list[Mention]] = {}
    peoples: dict[str, NameGroup] = {}
    countries = _countries(groups)
    for names in paragraphs:
        for start, end, place in _nationalities(names):
            if _is_people(names.doc, start, end):
                group = peoples.setdefault(place.name, NameGroup(EntityType.GROUP))
                candidate = NameCandidate(names.paragraph, start, end, EntityType.GROUP)
                group.members.append((candidate, MentionRule.SAME_NAME))
                names.add(candidate)
            elif place.name in countries and _is_adjective(names.doc, end - 1):
                span = names.paragraph.run(start, end)
                found.setdefault(id(countries[place.name]), []).append(
                    Mention(span, MentionRule.ADJECTIVE)
                )
    groups.extend(peoples.values())
    _add_group_adjectives(paragraphs, groups, found)
    found_otherwise = chain(find_pronouns(paragraphs, groups), find_roles(paragraphs, groups))
    for group, mention in found_otherwise:
        found.setdefault(id(group), []).append(mention)
    return found


def _countries(groups: Sequence[NameGroup]) -> dict[str, NameGroup]:
    """The groups of countries by the name of the country."""
    countries = {}
    for group in groups:
        if group.type is EntityType.PLACE:
            for candidate, _ in group.members:
                place = PLACE_NAMES.get(candidate.text)
                if place is not None:
                    countries[place.name] = group
                    break
    return countries


def _nationalities(names: Names) -> Iterator[tuple[int, int, Country]]:
    """Adjectives and peoples that are not part of a name, longest first."""
    words = names.words
    i = 0
    while i < len(words):
        step = 1
        if words[i][:1].isupper():
            for length in range(min(_LONGEST, len(words) - i), 0, -1):
                text = names.paragraph.run_text(i, i + length)
                place = ADJECTIVES.get(text) or PEOPLES.get(text)
                if place is not None:
                    if names.is_free(i, i + length):
                        yield i, i + length, place
                    step = length
                    break
        i += step


def _is_people(doc: Doc, start: int, end: int) -> bool:
    """Whether the words name a people: "Russians", "the Dutch" (before no noun)."""
    last = doc[end - 1]
    if last.dep_ in ("amod", "compound", "nmod"):
        return False
    text = doc[start:end].text
    if text in PEOPLES and text not in ADJECTIVES:
        return True
    return (
        last.text[-1] in "hes"
        and any(child.lower_ == "the" for child in last.children)
        and last.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "poss")
    )


def _is_adjective(doc: Doc, i: int) -> bool:
    return doc[i].pos_ == "ADJ" or doc[i].dep_ in _ADJECTIVAL


def _add_group_adjectives(
    paragraphs: Sequence[Names], groups: Sequence[NameGroup], found: dict[int, list[Mention]]
) -> None:
    """Add "Republican" before a noun, where the text also names the Republicans."""
    owners = {
        key_of(candidate.text): group
        for group in groups
        if group.type is EntityType.GROUP
        for candidate, _ in group.members
    }
    for names in paragraphs:
        for name in names:
            if not name.is_reference:
                continue
            key = key_of(name.text)
            group = owners.get(key) or owners.get((*key[:-1], f"{key[-1]}s"))
            if group is not None:
                found.setdefault(id(group), []).append(Mention(name.span, MentionRule.ADJECTIVE))
