"""No course of analyses, edits and decisions loses a decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.store.ledger import enter, found, listed
from tui.ledger import Ledger
from tui.store.database import Database
from tui.store.ledger_questions import QuestionState, Resolution

SENTENCES = [
    "Nobody knows how long the ferry will be away.",
    "The harbour master would not say who pays.",
    "It is unclear whether the old pier can be saved.",
    "The court has yet to rule on the fishing rights.",
    "Whether the market moves north is undecided.",
    "Officials declined to name the second bidder.",
]


KINDS = ("unknown", "undisclosed", "unknown", "undecided", "undecided", "undisclosed")
ADDED = ["A first correction was printed here.", "Gulls were counted at noon in the rain."]


Step = tuple[str, Any, Any]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.integers(0, 5), st.sampled_from(list(QuestionState))),
        st.tuples(st.just("list"), st.permutations(range(6)), st.integers(1, 6)),
        st.tuples(st.just("add"), st.integers(0, 6), st.integers(0, 1)),
        st.tuples(st.just("remove"), st.integers(0, 5), st.just(0)),
    ),
    max_size=12,
)


@given(steps)
def test_no_course_of_analyses_and_edits_loses_a_decision(course: list[Step]) -> None:
    """A model of a line each: by sentence, what the reader decided."""
    with Database.in_memory() as database:
        extra: dict[int, str] = {}
        gone: set[int] = set()
        order: Sequence[int] = range(6)
        decided: dict[int, Resolution] = {}
        idents: dict[int, str] = {}

        def analyse() -> None:
            parts = []
            for number, sentence in enumerate(SENTENCES):
                parts += [extra[number]] if number in extra else []
                parts += [] if number in gone else [sentence]
            text = " ".join([*parts, extra.get(6, ""), "The end of the page is here."])
            there = [number for number in order if number not in gone]
            questions = [
                found(text, SENTENCES[n][:-1], KINDS[n], f"{n} as {len(text)}?") for n in there
            ]
            for number, row in zip(there, enter(database, questions, text), strict=True):
                assert idents.setdefault(number, row.id) == row.id
                assert row.is_found

        analyse()
        for what, first, second in course:
            if what == "decide" and first in idents:
                decided[first] = Resolution(QuestionState(second), f"answer {len(decided)}")
                Ledger(database).decide(idents[first], decided[first])
            elif what == "list":
                order = list(first)[:second]
            elif what == "add":
                extra[first] = ADDED[second]
            elif what == "remove" and len(gone) < 3:
                gone ^= {first}
            analyse()
        rows = {row.id: row for row in listed(database)}
        assert len(rows) == len(idents)
        for number, resolution in decided.items():
            assert rows[idents[number]].resolution == resolution
