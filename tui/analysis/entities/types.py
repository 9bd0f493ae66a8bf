"""One type for each spelling of a name within a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tui.analysis.entities.class_evidence import FAIR
from tui.analysis.entities.keys import Key, family_key, has_legal_form, key_of
from tui.analysis.entities.lists import list_votes
from tui.analysis.entities.namesakes import firms_named_like
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.entities.sport import find_teams
from tui.analysis.entities.type_evidence import CERTAIN, evidence, known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.class_nouns import EVENT_ENDINGS, FIRM_ENDINGS, LAW_ENDINGS
from tui.analysis.lexicons.countries import ADJECTIVES, AMBIGUOUS, PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import FAMILY_NAMES, OFFICES, ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

_NO_NAMES = words(
    """
    american british canadian general international national united first new north south east
    west royal great global universal standard federal central pacific atlantic
    """
)
"""What a company's name begins with and is not called by, in lower case."""

_NAMING = frozenset({EntityType.EVENT, EntityType.LAW})
_ENDINGS = frozenset(word.lower() for word in EVENT_ENDINGS | LAW_ENDINGS) | {"open"}
"""Last words that a text calls an event or a law by."""
_AWARDS = frozenset({"prize", "award", "awards", "cup", "trophy"})
"""Last words that a text leaves out when it calls an award by its name."""
_NO_PERSONS = frozenset(word.lower() for word in FIRM_ENDINGS | ORG_NOUNS | PLACE_NOUNS) | {
    *("of", "and", "&", "the", "for", "in", "to", "stop", "team", "with", "anti", "pro", "pac")
}
"""Words that no person's name has, in lower case."""
_GIVEN_AND_FAMILY = 2
"""Words of a name that is most likely a person's where nothing tells."""
_INDEPENDENT, _ALIKE = 4.0, 0.3
"""Votes up to which a guess counts in full, and what it counts from there on."""
_SHORTEST_GIVEN = 2
"""Letters of what is too short for a given name."""
_FIRST_NAME = 5.5
"""Votes below which a lone first word follows the person it begins the name of."""
_LONGEST_PERSON = 3
"""Words of the longest name taken for a person's for the sake of its last one."""

Ballot = dict[EntityType, float]


def settle_types(candidates: Sequence[NameCandidate]) -> None:
    """Give one spelling one type: that of the best evidence, then that of most places."""
    named = [c for c in candidates if c.type not in AMOUNTS and not c.is_reference]
    ballots: dict[Key, Ballot] = defaultdict(lambda: defaultdict(float))
    for candidate in named:
        key = key_of(candidate.text)
        _vote(candidate, key, ballots[key])
    for candidate, kind, weight in list(list_votes(named, lambda c: _told(c, ballots))):
        ballots[key_of(candidate.text)][kind] += weight
    winners = {key: _winner(key, ballot) for key, ballot in ballots.items()}
    _follow_last_words(winners, ballots)
    _read_short_forms(winners, ballots, named)
    family_names = {
        family_key(candidate.text)
        for candidate in named
        if len(key := key_of(candidate.text)) > 1
        and winners[key] is EntityType.PERSON
        and family_key(candidate.text) != key
    }
    firms = _first_words_of_firms(candidates) - family_names
    namesakes = firms_named_like(named, family_names)
    teams = find_teams(named, family_names)
    for candidate in named:
        key = key_of(candidate.text)
        if id(candidate) in teams:
            candidate.type = EntityType.ORG
            continue
        # "at Tarvo" makes no place of what is short for the "Tarvo Steel Corp".
        is_place = winners[key] is EntityType.PLACE and (
            candidate.text in PLACE_NAMES or known_type(candidate.text) is EntityType.PLACE
        )
        is_firm = key in namesakes or (key in firms and not is_place)
        if is_firm and not _is_person_for_sure(candidate):
            candidate.type = EntityType.ORG
        elif key in family_names:
            is_place = _is_known_place(candidate)
            candidate.type = EntityType.PLACE if is_place else EntityType.PERSON
        else:
            candidate.type = winners[key]


def _winner(key: Key, ballot: Ballot) -> EntityType:
    """The type with most votes; a person where the model is divided over two words."""
    may_be_person = len(key) == _GIVEN_AND_FAMILY and _NO_PERSONS.isdisjoint(key)
    return max(ballot, key=lambda kind: (ballot[kind], may_be_person and kind is EntityType.PERSON))


def _told(candidate: NameCandidate, ballots: Mapping[Key, Ballot]) -> EntityType | None:
    """The type of a name that more than guesses of the model tell."""
    kind, votes = max(ballots[key_of(candidate.text)].items(), key=lambda item: item[1])
    return kind if votes > FAIR else None


def _follow_last_words(winners: dict[Key, EntityType], ballots: Mapping[Key, Ballot]) -> None:
    """A name follows its last word, or gives it its type, where only a guess says otherwise.

    "Roger Tarvo" is a person where "Tarvo" alone is one; "the Open" is an event where the
    text has the "Tarvo Open".
    """
    for key, kind in list(winners.items()):
        if len(key) == 1:
            continue
        is_award = kind is EntityType.EVENT and key[-1] in _AWARDS
        if is_award and key[:-1] in winners and key[0] not in _NO_PERSONS:
            # "the Tarvo" where the text has the "Tarvo Prize".
            if max(ballots[key[:-1]].values()) < FAIR:
                winners[key[:-1]] = kind
            continue
        first = winners.get(key[:1])
        if (
            kind is EntityType.PERSON
            and len(key) <= _LONGEST_PERSON
            and first in (EntityType.PLACE, EntityType.ORG, EntityType.PRODUCT)
            and ballots[key[:1]][first] < _FIRST_NAME
            and not _is_place_word(key[0])
            and key[-1] not in OFFICES
            and len(key[0]) > _SHORTEST_GIVEN
        ):
            # "Anna" where the text has "Anna Berg".
            winners[key[:1]] = EntityType.PERSON
        last = winners.get(key[-1:])
        if kind in _NAMING and key[-1] in _ENDINGS:
            if last is not None:
                winners[key[-1:]] = kind
        elif (
            last is EntityType.PERSON
            and kind is not EntityType.PERSON
            and len(key) <= _LONGEST_PERSON
            and not _NO_PERSONS & set(key)
            and ballots[key][kind] < FAIR
        ):
            winners[key] = EntityType.PERSON


def _read_short_forms(
    winners: dict[Key, EntityType], ballots: Mapping[Key, Ballot], named: Sequence[NameCandidate]
) -> None:
    """Who is called by the last of two words is a person: bodies are called by the first.

    Where the model only guesses, and "the" never stands before the last word.
    """
    articled = {key_of(c.text) for c in named if c.start and _has_article(c)}
    for key, kind in list(winners.items()):
        last = key[-1:]
        if (
            len(key) == _GIVEN_AND_FAMILY
            and kind in (EntityType.ORG, EntityType.PLACE, EntityType.PRODUCT)
            and last in winners
            and key[:1] not in winners
            and last not in articled
            and max(ballots[key].values()) < FAIR
            and max(ballots[last].values()) < _INDEPENDENT
            and not _NO_PERSONS & set(key)
            and not _NO_NAMES & set(key)
            and not key[1].endswith("s")
            and key[0].isalpha()
            and not _is_place_word(key[0])
            and not _is_place_word(key[1])
        ):
            winners[key] = winners[last] = EntityType.PERSON


def _has_article(candidate: NameCandidate) -> bool:
    return candidate.paragraph.words[candidate.start - 1].lower() in ("the", "a", "an")


def _is_place_word(word: str) -> bool:
    text = word.title()
    return text in PLACE_NAMES or text in ADJECTIVES or known_type(text) is not None


def _vote(candidate: NameCandidate, key: Key, ballot: Ballot) -> None:
    """Add what one place says to the ballot of its spelling."""
    ballot[candidate.type] += CERTAIN if candidate.is_sure else _guess(ballot[candidate.type])
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


def _guess(votes: float) -> float:
    """What one more guess of the model is worth: it errs alike at all places of a name."""
    return 1.0 if votes < _INDEPENDENT else _ALIKE


def _first_words_of_firms(candidates: Iterable[NameCandidate]) -> set[Key]:
    """What a text calls a company by: "Tarvo" where it names the "Tarvo Steel Corp"."""
    return {
        key[:1]
        for candidate in candidates
        if _is_firm(candidate) and (key := key_of(candidate.text))[0] not in _NO_NAMES
    }


def _is_firm(candidate: NameCandidate) -> bool:
    """Whether a name ends like a firm's, with a legal form or with what it deals in."""
    parts = candidate.text.split()
    is_trade = len(parts) > 1 and parts[-1] in FIRM_ENDINGS and candidate.type is EntityType.ORG
    return has_legal_form(candidate.text) or is_trade


def _is_person_for_sure(candidate: NameCandidate) -> bool:
    return candidate.is_sure or candidate.role is not None or candidate.text in PLACE_NAMES


def _ends_as_place(candidate: NameCandidate) -> bool:
    parts = candidate.text.split()
    is_family = parts[-1] in FAMILY_NAMES and len(parts) == 2 and parts[0] in GIVEN_NAMES
    return not candidate.role and parts[-1] in PLACE_NOUNS and not is_family


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
