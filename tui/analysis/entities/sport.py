"""Teams that are called by their place, in texts about sport: "Leeds won 2-1 at Kent".

A place is its team where a result stands beside it, where it does what teams do, and
where somebody plays for it. "In Leeds" it stays the place; so two rows may have one name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import Key, key_of
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.lexicons import words
from tui.analysis.lexicons.city_names import CITIES, REGIONS
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.seats import CAPITALS
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPORT = words(
    """
    striker midfielder defender goalkeeper winger batsman bowler quarterback pitcher fly-half
    wicket wickets innings semifinal semifinals semi-final semi-finals quarter-final quarterfinal
    quarter-finals quarterfinals scored scorers goals goalless equaliser equalizer kickoff
    half-time halftime substitute penalty touchdown inning homer homers fixtures premiership
    Premiership league League divisional unbeaten defeat victory match matches soccer football
    rugby cricket basketball baseball hockey coach season cup Cup qualifier standings Soccer
    stadium squad playoffs playoff play-off tournament championship Championship hooker Rugby
    teammate teammates team-mate team-mates referee injury champions overs stumps SOCCER RUGBY
    CRICKET BASEBALL BASKETBALL FOOTBALL HOCKEY LEAGUE keeper loan Football Cricket
    """
)
"""Words of reports about sport; a few of them stand in any text."""
_FEWEST = 4
"""Different ones that make a text one about sport."""
_PLAYERS = words(
    """
    captain skipper coach striker midfielder defender goalkeeper winger batsman bowler manager
    quarterback pitcher prop fly-half playmaker keeper forward hooker lock flanker centre scrum-half
    full-back left-back right-back half-back outfielder shortstop boss player players side squad
    defence midfield fans lineup line-up trainer winger
    """
)
"""Who plays in, trains or backs a team, beside its name."""
_DEFEATING = words("beat defeat thrash trounce rout outplay crush edge hammer overwhelm")
"""What one team does to another."""
_PLAYING = words("lose draw win play score concede qualify kick equalise equalize sign trail")
"""What a team does, and no other place in a text about sport."""
_CONTESTS = words(
    """
    match game win victory defeat draw tie semifinal semi-final quarter-final final loss clash
    goal debut series friendly qualifier test lose play score challenge meeting
    """
)
"""What is played against or lost to a team."""
_CLUB_VERBS = words("join leave sign quit captain coach manage rejoin")
"""What a player or trainer does with a club."""
_FOR = words("play score sign appear debut win keep bat bowl start feature cap goal appearance")
"""What somebody does for a team."""
_FROM = words("join sign transfer loan move buy arrive")
"""How somebody comes from a team."""
_LOCATIVE = words("in near outside around throughout across inside of")
"""What stands before a place that is no team."""
_OPENING, _CLOSING = frozenset("(["), frozenset(")],")
"""Between them stands the country of somebody: "Anna Berg (Norway)"."""
_SINGLE = words(
    """
    tennis golf athletics cycling swimming TENNIS GOLF ATHLETICS CYCLING SWIMMING BOXING boxing
    Tennis Golf Athletics motorcycling MOTORCYCLING gymnastics GYMNASTICS BADMINTON badminton
    """
)
"""Sports of single persons: a place beside their results is where they come from."""
_SCORE = re.compile(r"\d{1,3}(?:[-–]\d{1,3})?")
_PLACES = PLACE_NAMES.keys() | REGIONS | CITIES | CAPITALS.keys()


def find_teams(named: Sequence[NameCandidate], persons: Set[Key]) -> set[int]:
    """The names of a text about sport that are a team, by their identity.

    A club is meant by every place of its name that is no whereabouts, a country's team where
    every place of the name says so: else it is the country of all.

    Args:
        named: The names of the text.
        persons: The last names of persons whose full names the text has.
    """
    if not _is_about_sport(named):
        return set()
    places: dict[Key, list[NameCandidate]] = defaultdict(list)
    playing: Counter[Key] = Counter()
    for candidate in named:
        key = key_of(candidate.text)
        if key not in persons and _may_be_team(candidate):
            places[key].append(candidate)
            playing[key] += _is_team(candidate)
    return {
        id(candidate)
        for key, count in playing.items()
        if count and (count == len(places[key]) or not any(_is_land(c.text) for c in places[key]))
        for candidate in places[key]
        if not _is_where(candidate)
    }


def _is_land(text: str) -> bool:
    """Whether a name is a country's, of which a text about sport speaks too."""
    return text in PLACE_NAMES or (text.isupper() and text.title() in PLACE_NAMES)


def _is_about_sport(named: Iterable[NameCandidate]) -> bool:
    """Whether the paragraphs of these names use the words of a sport that teams play."""
    found: set[str] = set()
    seen = None
    for candidate in named:
        if candidate.paragraph is not seen:
            seen = candidate.paragraph
            if not _SINGLE.isdisjoint(seen.words):
                return False
            found |= _SPORT.intersection(seen.words)
    return len(found) >= _FEWEST


def _may_be_team(candidate: NameCandidate) -> bool:
    """Whether a name without a title is a place or a single word."""
    if candidate.role or candidate.gender:
        return False
    if candidate.type is EntityType.PLACE or candidate.text in _PLACES:
        return True
    return candidate.type is EntityType.PERSON and candidate.end == candidate.start + 1


def _is_where(candidate: NameCandidate) -> bool:
    """Whether a place stands where something happens or somebody comes from."""
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    before = doc[start - 1].lower_ if start else ""
    if before in _LOCATIVE or end - start == len(doc):
        return True
    return before in _OPENING and end < len(doc) and doc[end].text in _CLOSING


def _is_team(candidate: NameCandidate) -> bool:
    """Whether a name is a team's at this place of the text."""
    if _is_where(candidate):
        return False
    doc, start, end = candidate.paragraph.doc, candidate.start, candidate.end
    root = doc[start:end].root
    if end < len(doc) and doc[end].lower_ in _PLAYERS and root.dep_ in ("compound", "nmod"):
        return True
    if _changes_team(root):
        return not _is_land(candidate.text)
    is_place = candidate.type is EntityType.PLACE or candidate.text in _PLACES
    return is_place and (_has_result(doc, end) or _is_playing(root))


def _changes_team(root: Token) -> bool:
    """Whether somebody plays for, joins or leaves what is named."""
    verb = root.head
    if root.dep_ == "dobj":
        return verb.lemma_.lower() in _CLUB_VERBS
    if root.dep_ != "pobj":
        return False
    link, what = verb.lower_, verb.head.lemma_.lower()
    return (link == "for" and what in _FOR) or (link == "from" and what in _FROM)


def _has_result(doc: Doc, end: int) -> bool:
    """Whether a result stands behind a name: "Tarn 2 Ostrel 1", "Tarn 2-1", "Tarn 3 2 0 1"."""
    if end + 1 >= len(doc) or not _SCORE.fullmatch(doc[end].text):
        return False
    text, behind = doc[end].text, doc[end + 1].text
    return "-" in text or "–" in text or behind in "-–(" or behind.istitle() or behind.isdecimal()


def _is_playing(root: Token) -> bool:
    """Whether a name is who plays and whom somebody plays."""
    while root.dep_ == "conj":
        root = root.head
    head = root.head
    verb = head.lemma_.lower()
    if root.dep_ == "nsubj":
        return verb in _DEFEATING or verb in _PLAYING
    if root.dep_ in ("dobj", "nsubjpass"):
        return verb in _DEFEATING
    if root.dep_ == "poss":
        return verb in _CONTESTS
    if root.dep_ != "pobj":
        return False
    link, what = head.lower_, head.head.lemma_.lower()
    return (
        (link in ("against", "over", "with", "to") and what in _CONTESTS)
        or (link == "by" and what in _DEFEATING)
        or link in ("versus", "vs", "v")
    )
