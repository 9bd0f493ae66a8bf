"""Searching lists: the ledger by words and states, records that are in memory."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.search.ledger_search import narrowed
from tui.search.record_index import RecordIndex

STATES = ("open", "answered", "dropped", "lost")
RECORDS = [
    ("The closed bridge", "Millbrook", "/texts/bridge.txt"),
    ("A river in flood", "Port Ellis", "/texts/river.txt"),
    ("Bridge over the river", "", "/texts/both.txt"),
]


def numbers(query: str) -> list[int]:
    return [hit.number for hit in RecordIndex(RECORDS).search(query)]


def test_without_a_query_all_records_are_listed_in_their_order() -> None:
    assert numbers("") == numbers("  ") == [0, 1, 2]


def test_every_word_must_be_found_in_any_field_typos_forgiven() -> None:
    assert sorted(numbers("brigde")) == [0, 2]
    assert numbers("bridge river") == [2]
    assert numbers("ellis") == [1]
    assert numbers("bridge zebra") == []


def test_the_matched_letters_are_marked_in_the_field_they_stand_in() -> None:
    (hit,) = RecordIndex(RECORDS).search("milbrook")
    title, place, source = hit.marks
    assert (title, source) == ((), ())
    assert place[0].start == 0


@given(st.lists(st.tuples(st.text(max_size=20)), max_size=8), st.text(max_size=12))
def test_no_query_fails_and_each_record_is_found_once(
    records: list[tuple[str]], query: str
) -> None:
    found = [hit.number for hit in RecordIndex(records).search(query)]
    assert len(found) == len(set(found))
    assert set(found) <= set(range(len(records)))


def test_is_words_narrow_by_state_and_leave_the_query() -> None:
    assert narrowed("ferry is:open now", STATES) == ("ferry now", ("open",))
    assert narrowed("is:answered IS:d", STATES) == ("", ("answered", "dropped"))
    assert narrowed("is: is:never ferry", STATES) == ("ferry", ())


def test_what_is_called_as_was_typed_comes_first() -> None:
    titles = [
        "Kestrel cuts jobs before it sells",
        "Why Kestrel sells",
        "Kestrel sells on",
        "Kestrel",
    ]
    index = RecordIndex([*((title,) for title in titles), ("Kestrel Sells",)])
    assert [hit.number for hit in index.search("kestrel sells")] == [4, 2, 1, 0]
    assert [hit.nearness for hit in index.search("kestrel sells")] == [0, 1, 2, 3]
    assert next(hit.number for hit in index.search("kestrel")) == 3


def test_signs_alone_find_what_has_them() -> None:
    index = RecordIndex([("A plan — first",), ("No plan",)])
    assert [hit.number for hit in index.search("—")] == [0]
    assert index.search("★") == []
