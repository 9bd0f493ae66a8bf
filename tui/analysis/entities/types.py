"""One type for each spelling of a name within a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.analysis.entities.keys import Key, has_legal_form, key_of
from tui.analysis.entities.paragraph_names import AMOUNTS, NameCandidate
from tui.analysis.entities.type_evidence import CERTAIN, evidence
from tui.analysis.lexicons import words
from tui.analysis.lexicons.countries import AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.title_words import ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import EntityType

_NO_NAMES = words(
    """
    american british canadian general international national united first new north south east
    west royal great global universal standard federal central pacific atlantic
    """
)
"""What a company's name begins with and is not called by, in lower case."""

Ballot = dict[EntityType, float]


def settle_types(candidates: Sequence[NameCandidate]) -> None:
    """Give one spelling one type: that of the best evidence, then that of most places."""
    named = [c for c in candidates if c.type not in AMOUNTS and not c.is_reference]
    ballots: dict[Key, Ballot] = defaultdict(lambda: defaultdict(float))
    for candidate in named:
        key = key_of(candidate.text)
        _vote(candidate, key, ballots[key])
    winners = {key: max(ballot, key=ballot.__getitem__) for key, ballot in ballots.items()}
    family_names = {
        key[-1:] for key, kind in winners.items() if len(key) > 1 and kind is EntityType.PERSON
    }
    firms = _first_words_of_firms(candidates) - family_names
    for candidate in named:
        key = key_of(candidate.text)
        is_place = winners[key] is EntityType.PLACE
        if key in firms and not is_place and not _is_person_for_sure(candidate):
            candidate.type = EntityType.ORG
        elif key in family_names:
            is_place = _is_known_place(candidate)
            candidate.type = EntityType.PLACE if is_place else EntityType.PERSON
        else:
            candidate.type = winners[key]


def _vote(candidate: NameCandidate, key: Key, ballot: Ballot) -> None:
    """Add what one place says to the ballot of its spelling."""
    ballot[candidate.type] += CERTAIN if candidate.is_sure else 1.0
    if candidate.votes is None:
        candidate.votes = tuple(evidence(candidate))
    for kind, weight in candidate.votes:
        ballot[kind] += weight
    is_person = candidate.type is EntityType.PERSON
    if is_person and candidate.role:
        ballot[EntityType.PERSON] += 2
    if has_legal_form(candidate.text):
        ballot[EntityType.ORG] += CERTAIN
    elif len(key) > 1 and _looks_like_organisation(candidate.text):
        ballot[EntityType.ORG] += 3
    # "White House" and the like are organisations too: only against a person.
    if len(key) > 1 and is_person and _ends_as_place(candidate):
        ballot[EntityType.PLACE] += 3


def _first_words_of_firms(candidates: Iterable[NameCandidate]) -> set[Key]:
    """What a text calls a company by: "Tarvo" where it names the "Tarvo Steel Corp"."""
    return {
        key[:1]
        for candidate in candidates
        if has_legal_form(candidate.text) and (key := key_of(candidate.text))[0] not in _NO_NAMES
    }


def _is_person_for_sure(candidate: NameCandidate) -> bool:
    return candidate.is_sure or candidate.role is not None or candidate.text in PLACE_NAMES


def _ends_as_place(candidate: NameCandidate) -> bool:
    return not candidate.role and candidate.text.split()[-1] in PLACE_NOUNS


def _is_known_place(candidate: NameCandidate) -> bool:
    """Whether a name that is also a person's last name is certainly the place."""
    if candidate.text not in AMBIGUOUS:
        return candidate.text in PLACE_NAMES
    before = candidate.paragraph.doc[candidate.start - 1] if candidate.start else None
    return before is not None and before.lower_ in ("the", "in", "from", "to")


def _looks_like_organisation(text: str) -> bool:
    parts = text.split()
    if parts[0] in PLACE_NAMES and parts[0].isupper():
        return True
    return parts[-1] in ORG_NOUNS or (parts[0] in ORG_NOUNS and parts[1] in ("of", "for"))
