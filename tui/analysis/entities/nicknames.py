"""Nicknames in quotation marks, and months that are people: 'Anna "Annie" Berg', "August Berg".

The model cuts a name at both.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from tui.analysis.entities.keys import Key, key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.lexicons import words
from tui.analysis.results import AMOUNTS, EntityType

_OPENING = frozenset("\"“‘'")
_CLOSING = frozenset("\"”’'")
_LONGEST = 2
"""Words of the longest nickname joined."""
_MONTHS = words("April May June August")
"""Months that are names of people too."""
_TIME_BEFORE = words(
    "in of on since until by from during before after last next this early late mid and to"
)
"""What stands before a month, in lower case."""
_SAYING = words("say tell add think write ask warn claim argue announce insist want reply declare")


def join_nicknames(paragraphs: Sequence[Names]) -> None:
    """Join 'Anna "Annie" Berg', which the model parts at the marks."""
    for names in paragraphs:
        words_ = names.words
        for i in range(1, len(words_) - 2):
            if words_[i] not in _OPENING or not _is_given(names, i - 1):
                continue
            for close in range(i + 2, min(i + 2 + _LONGEST, len(words_) - 1)):
                if words_[close] in _CLOSING and _is_family(names, close + 1):
                    _join(names, i - 1, close + 1)
                    break


def _is_given(names: Names, i: int) -> bool:
    owner = names.owner(i)
    return names.words[i].istitle() and (
        names.doc[i].pos_ == "PROPN" if owner is None else owner.type is EntityType.PERSON
    )


def _is_family(names: Names, i: int) -> bool:
    """Whether a last name stands there; a sentence may not have ended at the mark."""
    if not names.words[i][:1].isupper() or not names.words[i].isalpha():
        return False
    owner = names.owner(i)
    if owner is not None:
        # The model knows little of a name it has cut in two.
        is_guess = owner.end == owner.start + 1 and not owner.is_sure and owner.type not in AMOUNTS
        return owner.type is EntityType.PERSON or is_guess
    return names.doc[i].pos_ == "PROPN" and not names.doc[i].is_sent_start


def _join(names: Names, start: int, end: int) -> None:
    first, last = names.owner(start), names.owner(end)
    start = first.start if first is not None else start
    end = last.end if last is not None else end + 1
    role = first.role if first is not None else None
    for token in range(start, end):
        owner = names.owner(token)
        if owner is not None:
            names.remove(owner)
    names.add(
        NameCandidate(names.paragraph, start, end, EntityType.PERSON, role=role, is_sure=True)
    )


def nickname_key(candidate: NameCandidate) -> Key | None:
    """The nickname of a name that has one in quotation marks, with the last name."""
    parts = candidate.text.split()
    nick = [part for part in parts if part[0] in _OPENING and part[-1] in _CLOSING]
    if candidate.type is not EntityType.PERSON or len(nick) != 1 or len(nick[0]) < 3:
        return None
    return key_of(f"{nick[0][1:-1]} {parts[-1]}")


def read_months(paragraphs: Sequence[Names]) -> None:
    """Months that are people: "August Berg", and "May said" where "Theresa May" was named."""
    persons = [
        name.text.split()
        for names in paragraphs
        for name in names
        if name.type is EntityType.PERSON
    ]
    family = {parts[-1] for parts in persons if len(parts) > 1} & _MONTHS
    alone = {parts[0] for parts in persons if len(parts) == 1}
    for names in paragraphs:
        for i, word in enumerate(names.words):
            if word in _MONTHS and names.doc[i].is_title:
                _read_month(names, i, alone, is_family=word in family)


def _read_month(names: Names, i: int, persons: Set[str], *, is_family: bool) -> None:
    before = names.words[i - 1].lower() if i else ""
    owner = names.owner(i)
    if before in _TIME_BEFORE or (owner is not None and owner.end - owner.start > 1):
        return
    behind = names.owner(i + 1) if i + 1 < len(names.doc) else None
    if owner is not None and owner.type is EntityType.PERSON:
        return
    is_given = names.doc[i].pos_ != "AUX" and behind is not None and behind.text in persons
    if is_given and behind is not None:
        for name in (owner, behind):
            if name is not None:
                names.remove(name)
        names.add(NameCandidate(names.paragraph, i, behind.end, EntityType.PERSON))
        return
    token = names.doc[i]
    follower = names.doc[i + 1] if i + 1 < len(names.doc) else token
    speaks = follower.lemma_.lower() in _SAYING and follower.pos_ == "VERB"
    speaks = speaks or (token.dep_ == "nsubj" and token.head.lemma_.lower() in _SAYING)
    if is_family and speaks:
        if owner is not None:
            names.remove(owner)
        names.add(NameCandidate(names.paragraph, i, i + 1, EntityType.PERSON, is_sure=True))
