"""Role phrases that safely stand for somebody named: "the alliance", "the minister".

A phrase is "the" and a noun (with modifiers that a role or kind allows) that goes on with
nothing that would single out another bearer ("the party that won"). It is resolved only
when one entity of the text can be called so, that entity was named shortly before, and no
unnamed one of the kind was brought in ("a company").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tui.analysis.entities.keys import NameGroup, key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.role_bearers import HEADS, BearersOfRoles
from tui.analysis.entities.role_phrases import RolePhrase, is_complete, phrases, unnamed_nouns
from tui.analysis.lexicons import words
from tui.analysis.lexicons.body_nouns import BODIES, BODY_NOUNS
from tui.analysis.results import EntityType, Mention
from tui.analysis.rules import MentionRule

_KINDS = words(
    """
    council ministry department agency bank university college school institute institution
    commission committee federation association union party group company corporation court
    parliament assembly foundation bureau authority alliance league club museum hospital
    observatory academy airline newspaper church coalition front movement board
    """
)
"""Nouns at the end (or before "of") of a name that a text calls its bearer by."""
_OFFICES = words(
    """
    president premier minister chancellor secretary secretary-general director-general ambassador
    envoy governor mayor king queen prince princess pope archbishop bishop emperor sultan emir
    senator congressman congresswoman commissioner prosecutor judge chairman chairwoman director
    spokesman spokeswoman speaker coach treasurer sheriff professor admiral general colonel
    """
)
"""Offices that single out their bearer; callings ("the champion") do not."""
_BODY_MODIFIERS = words(
    """
    military defence defense regional world global international trade economic political
    transatlantic
    """
)
"""What may stand before the noun of a well-known body: "the military alliance"."""
_NEAR = 3
"""Paragraphs back in which a person must have been named or meant."""
_FAR = 8
"""The same for a body: its kind is told apart more safely than an office."""


def find_roles(
    paragraphs: Sequence[Names], groups: Sequence[NameGroup]
) -> Iterator[tuple[NameGroup, Mention]]:
    """Each role phrase that can be resolved, with its entity."""
    bodies = _bodies(groups)
    roles = BearersOfRoles(groups, chain.from_iterable(bodies.values()))
    if not bodies and not roles.are_any:
        return
    unnamed = unnamed_nouns(paragraphs)
    places = _places(groups)
    for number, names in enumerate(paragraphs):
        taken = 0
        for phrase in phrases(names, number):
            if phrase.start < taken:
                continue
            headed = _head_of(phrase, bodies, roles)
            if headed is not None:
                taken = headed[2]
                yield (
                    headed[0],
                    Mention(names.paragraph.run(phrase.start, headed[1]), MentionRule.ROLE_PHRASE),
                )
                continue
            if not is_complete(names.doc, phrase.end) or phrase.words[-1] in unnamed:
                continue
            group = _body(phrase, bodies)
            reach = _FAR
            if group is None:
                group, reach = _person(phrase, roles), _NEAR
            if group is not None and _is_near(places.get(id(group), []), phrase, reach):
                yield group, phrase.mention


def _bodies(groups: Iterable[NameGroup]) -> dict[str, list[NameGroup]]:
    """The organisations of the text by the nouns they are called by."""
    found: dict[str, list[NameGroup]] = {}
    for group in groups:
        if group.type is not EntityType.ORG:
            continue
        nouns: set[str] = set()
        for key in group.keys:
            body = BODIES.get(" ".join(key))
            nouns |= BODY_NOUNS[body] if body else set()
            if len(key) > 1:
                nouns |= {key[-1]} & _KINDS
                nouns |= {key[0]} & _KINDS if key[1] in ("of", "for") else set()
        for noun in nouns:
            found.setdefault(noun, []).append(group)
    return found


def _places(groups: Iterable[NameGroup]) -> dict[int, list[NameCandidate]]:
    """The places of each group in text order."""
    return {
        id(group): sorted((c for c, _ in group.members), key=lambda c: c.span) for group in groups
    }


def _body(phrase: RolePhrase, bodies: Mapping[str, list[NameGroup]]) -> NameGroup | None:
    """The one organisation a phrase can mean."""
    owners = bodies.get(phrase.words[-1], [])
    if len(owners) != 1:
        return None
    own = {word for key in owners[0].keys for word in key}
    known = any(" ".join(key) in BODIES for key in owners[0].keys)
    fits = all(word in own or (known and word in _BODY_MODIFIERS) for word in phrase.words[:-1])
    return owners[0] if fits else None


def _person(phrase: RolePhrase, roles: BearersOfRoles) -> NameGroup | None:
    """The one person who bears the office of a phrase."""
    head = phrase.words[-1]
    if head not in _OFFICES or phrase.words[0] in ("former", "late", "ex"):
        return None
    return roles.bearer(phrase.words)


def _head_of(
    phrase: RolePhrase, bodies: Mapping[str, list[NameGroup]], roles: BearersOfRoles
) -> tuple[NameGroup, int, int] | None:
    """The person of "the head of Nato" or "the head of the alliance".

    Returns:
        The person, where the reference ends (before a name inside the phrase), and the
        token behind the whole phrase.
    """
    doc, end, names = phrase.names.doc, phrase.end, phrase.names
    if phrase.words[-1] not in HEADS or end + 1 >= len(doc) or doc[end].lower_ != "of":
        return None
    after = end + 1
    inner = next((p for p in phrases(names, phrase.number) if p.start == after), None)
    named = names.owner(after) or (names.owner(after + 1) if after + 1 < len(doc) else None)
    if inner is not None:
        body, last, shown = _body(inner, bodies), inner.end, inner.end
        keys = set(body.keys) if body is not None else set()
    elif named is not None and named.type is EntityType.ORG:
        keys, last, shown = roles.spellings(key_of(named.text)), named.end, end
    else:
        return None
    head = roles.head(keys)
    return None if head is None else (head, shown, last)


def _is_near(places: Sequence[NameCandidate], phrase: RolePhrase, reach: int) -> bool:
    """Whether the entity was named before the phrase and not many paragraphs back."""
    paragraph = phrase.names.paragraph
    here = paragraph.run(phrase.start, phrase.start + 1)
    before = bisect_left(places, here, key=lambda place: place.span)
    return before > 0 and paragraph.number - places[before - 1].paragraph.number <= reach
