"""Passages of several parts after an editor went over the text: all of them there, or none."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.store.test_anchors_in_edited_texts import Edited, edits, joined, place
from tui.store.anchors import Located, Orphan, Relocation, State, describe
from tui.store.located_parts import together, worst

OLD = (
    "“I am not going anywhere,” the mayor said. “We will come back.” Nobody asked why. "
    "“That is all there is,” she said."
)
FIRST, SECOND = "“I am not going anywhere,”", "“We will come back.”"


def found(old: str, new: str, *parts: str) -> tuple[Located, ...] | Orphan:
    relocation = Relocation(new, old)
    anchors = [describe(old, old.index(part), old.index(part) + len(part)) for part in parts]
    return together([relocation.locate(anchor) for anchor in anchors])


def words(new: str, places: tuple[Located, ...] | Orphan) -> list[str]:
    assert not isinstance(places, Orphan), places
    return [new[each.start : each.end] for each in places]


@st.composite
def parted(draw: st.DrawFn) -> tuple[Edited, list[str]]:
    """An edit, and a passage of some sentences of the old text."""
    edited = draw(edits())
    assume(len(edited.old) >= 2)
    numbers = draw(st.sets(st.integers(0, len(edited.old) - 1), min_size=2, max_size=4))
    return edited, [edited.old[number] for number in sorted(numbers)]


@given(parted())
def test_a_passage_is_where_all_its_parts_are_or_nowhere(case: tuple[Edited, list[str]]) -> None:
    edited, passage = case
    old, new = joined(edited.old), joined(edited.new)
    relocation = Relocation(new, old)
    alone = [relocation.locate(describe(old, *place(edited.old, part))) for part in passage]
    places = together(alone)
    if any(isinstance(each, Orphan) for each in alone):
        assert isinstance(places, Orphan)
        return
    if all(part in edited.kept for part in passage):
        # What stands unchanged is found, each part at its own sentence and at no other.
        assert places == tuple(Located(*place(edited.new, part), State.EXACT) for part in passage)
    if isinstance(places, Orphan):
        return
    assert list(places) == alone
    assert all(one.end <= other.start for one, other in pairwise(places))
    kept = [place(edited.new, part) for part in edited.kept]
    for part, each in zip(passage, places, strict=True):
        if part not in edited.kept:
            # It may have become another sentence in its place, never one of its old neighbours.
            assert worst(places) is State.CHANGED
            assert not any(start < each.end and each.start < end for start, end in kept)


@given(st.lists(st.sampled_from(State), min_size=1, max_size=4))
def test_a_passage_is_as_its_worst_part(states: list[State]) -> None:
    places = [Located(number, number + 1, state) for number, state in enumerate(states)]
    order = [State.EXACT, State.MOVED, State.CHANGED]
    assert order.index(worst(places)) == max(map(order.index, states))


def test_a_part_that_is_gone_makes_an_orphan_of_the_passage() -> None:
    new = OLD.replace(SECOND, "").replace("Nobody asked why.", "It was late.")
    places = found(OLD, new, FIRST, SECOND)
    assert isinstance(places, Orphan)
    assert "one of its parts" in places.reason
    assert isinstance(found(OLD, new, FIRST), tuple)


def test_an_edited_part_changes_the_passage_and_the_other_stays() -> None:
    new = OLD.replace("We will come back.", "We will surely come back.")
    places = found(OLD, new, FIRST, SECOND)
    assert words(new, places) == [FIRST, "“We will surely come back.”"]
    assert not isinstance(places, Orphan)
    assert worst(places) is State.CHANGED


def test_words_between_the_parts_may_change_as_they_like() -> None:
    new = OLD.replace("the mayor said", "the mayor of Millbrook told reporters on Monday")
    assert words(new, found(OLD, new, FIRST, SECOND)) == [FIRST, SECOND]


def test_parts_in_another_order_are_no_passage_any_more() -> None:
    places = [Located(40, 60, State.MOVED), Located(0, 20, State.EXACT)]
    assert isinstance(together(places), Orphan)
    assert isinstance(together([Located(0, 20, State.EXACT), Located(19, 30, State.MOVED)]), Orphan)
