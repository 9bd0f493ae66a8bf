"""Persons found by the parts of their names, against comparing everybody with everybody."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entities.bearers import MOST_BEARERS, Bearers, FullerNames, without_seat
from tui.analysis.entities.keys import Key, NameGroup
from tui.analysis.entities.paragraph_names import NameCandidate
from tui.analysis.results import EntityType
from tui.analysis.rules import MentionRule

KEYS = st.lists(
    st.lists(st.sampled_from(["ann", "lee", "q", "of", "tarn", "jr"]), min_size=2, max_size=5).map(
        tuple
    ),
    unique=True,
    max_size=12,
)


def group_of(key: Key) -> NameGroup:
    """A person with one spelling; nobody asks where the name stands."""
    candidate: NameCandidate = NameCandidate.__new__(NameCandidate)
    return NameGroup(
        EntityType.PERSON, [(candidate, MentionRule.SAME_NAME)], {key: MentionRule.SAME_NAME}
    )


def is_fuller(whole: Key, short: Key) -> bool:
    """Whether a name is another one with further given names, initials or a seat."""
    long = without_seat(whole)
    if len(long) <= len(short):
        return long == short != whole
    return (long[0] == short[0] and long[-1] == short[-1]) or long[-len(short) :] == short


@given(KEYS)
def test_the_one_fuller_name_is_found_as_by_comparing_all(keys: list[Key]) -> None:
    groups = [group_of(key) for key in sorted(keys, key=lambda key: -len(key))]
    fuller = FullerNames(groups)
    for group in groups:
        owners = [o for o in groups if o is not group and is_fuller(o.key, group.key)]
        assert fuller.only_one(group) is (owners[0] if len(owners) == 1 else None)


@given(KEYS)
def test_bearers_are_found_by_first_and_last_name(keys: list[Key]) -> None:
    groups = [group_of(key) for key in keys]
    bearers = Bearers(groups)
    for word in ("ann", "lee", "tarn"):
        first = [g for g in groups if g.key[0] == word]
        last = [g for g in groups if without_seat(g.key)[-1:] == (word,)]
        assert list(bearers.of_first(word)) == first
        assert list(bearers.of_last(word)) == last


def test_of_very_many_bearers_only_so_many_are_looked_at() -> None:
    groups = [group_of((f"ann{number}", "lee")) for number in range(3 * MOST_BEARERS)]
    assert len(Bearers(groups).of_last("lee")) == MOST_BEARERS
