"""Names enumerated together: members of one list are of one type.

"Browsers such as Tarvo, Ostrel and Kint" says it for all three; "Lee, Berg and Ostrel"
where Lee and Berg are persons makes one of Ostrel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from tui.analysis.entities.class_evidence import FAIR, SLIGHT, STRONG
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.titles import honorific
from tui.analysis.lexicons.class_nouns import LISTED_NOUNS
from tui.analysis.results import EntityType

Vote = tuple[NameCandidate, EntityType, float]

_LINKS = frozenset({(",",), ("and",), ("or",), ("&",), (",", "and"), (",", "or")})
"""What stands between two members of a list."""
_FEWEST = 3
"""Members of a list that tell each other's type; two are as often a place and its country."""
_GUESSED = (EntityType.PERSON, EntityType.PLACE, EntityType.ORG)
"""Types that the model takes for each other."""
_MOST = 3
"""Tokens between a plural noun and the first of what it names ("such as", "like")."""
_OPENERS = frozenset({"as", "like", "including"})
"""What stands right before the first member."""


def list_votes(
    named: Sequence[NameCandidate], settled: Callable[[NameCandidate], EntityType | None]
) -> Iterator[Vote]:
    """What the lists of a text say about the types of their members.

    Args:
        named: The names of the text.
        settled: The type of a name that more than a guess of the model tells, if any.
    """
    for members in _lists(named):
        noun = _noun_before(members[0], len(members))
        if noun is not None:
            for member in members:
                if not _goes_on(member):
                    yield member, noun, STRONG
        elif len(members) == 2 and _is_pair(*members):
            for member, other in (members, members[::-1]):
                kind, own = settled(other), settled(member)
                is_open = own is None and member.type in _GUESSED
                if is_open and kind in _GUESSED and kind is not None and not _goes_on(member):
                    yield member, kind, SLIGHT
        elif len(members) >= _FEWEST:
            known = [settled(member) for member in members]
            kind = _common(other for other in known if other is not None)
            for member, own in zip(members, known, strict=True):
                is_open = own is None and member.type is not EntityType.GROUP
                if is_open and kind is not None and not _goes_on(member):
                    yield member, kind, FAIR


def _is_pair(before: NameCandidate, after: NameCandidate) -> bool:
    """Whether "and" joins two single words: a comma stands between a town and its country."""
    words = before.paragraph.words
    return words[before.end : after.start] in (("and",), ("or",)) and all(
        name.end == name.start + 1 for name in (before, after)
    )


def _lists(named: Sequence[NameCandidate]) -> Iterator[list[NameCandidate]]:
    """The runs of names with nothing but commas and "and" between them, singles too."""
    run: list[NameCandidate] = []
    for before, after in pairwise([*sorted(named, key=lambda name: name.span), None]):
        if before is None:
            return
        run.append(before)
        if after is None or after.paragraph is not before.paragraph or not _joined(before, after):
            yield run
            run = []


def _joined(before: NameCandidate, after: NameCandidate) -> bool:
    between = before.paragraph.words[before.end : after.start]
    while between and honorific(between[-1]):
        between = between[:-1]
    return between in _LINKS


def _goes_on(member: NameCandidate) -> bool:
    """Whether the member of the list is what follows: "and Tarvo managers", "Tarvo's film"."""
    doc, end = member.paragraph.doc, member.end
    return end < len(doc) and (
        doc[end].text in ("'s", "’s", "'", "’") or doc[end].pos_ in ("NOUN", "PROPN")
    )


def _noun_before(first: NameCandidate, count: int) -> EntityType | None:
    """The type that a plural before the first member tells: "films such as", "the films"."""
    words, start = first.paragraph.words, first.start
    if count > 1 and start > 0 and words[start - 1] in LISTED_NOUNS:
        return EntityType(LISTED_NOUNS[words[start - 1]])
    if start < 1 or words[start - 1].lower() not in _OPENERS:
        return None
    for word in words[max(start - 1 - _MOST, 0) : start - 1]:
        if word in LISTED_NOUNS:
            return EntityType(LISTED_NOUNS[word])
    return None


def _common(kinds: Iterable[EntityType]) -> EntityType | None:
    """The one type of at least two members; `None` where they differ."""
    found = list(kinds)
    return found[0] if len(found) > 1 and len(set(found)) == 1 else None
