"""What is left of rows when they are narrowed, sorted and folded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.folding import fold
from tui.panels.arrangement import Arrangement, arranged, row_text
from tui.panels.row_keys import PanelRow, RowKey, RowKind
from tui.widgets.row_list import RowLine

MARK, NOTE = RowKey(RowKind.HIGHLIGHT, "a"), RowKey(RowKind.NOTE, "a")
OTHER = RowKey(RowKind.HIGHLIGHT, "b")


def row(words: str, group: str = "", key: RowKey | None = None) -> PanelRow:
    key = key or RowKey(RowKind.RESULT, f"row {words} {group}")
    return PanelRow((RowLine(((words, ""),)),), key, group=group)


def words_of(rows: tuple[PanelRow, ...]) -> list[str]:
    return [row_text(each).split(" of ")[0].strip() for each in rows]


def test_every_word_must_be_found_in_any_order_and_case() -> None:
    rows = [row("Jens Stoltenberg"), row("Jens Weidmann"), row("Café")]
    assert arranged(rows, Arrangement(words="stolt JENS"), None) == (rows[0],)
    assert arranged(rows, Arrangement(words="cafe"), None) == (rows[2],)
    assert arranged(rows, Arrangement(words="  "), None) == tuple(rows)


def test_a_highlight_is_found_by_its_note_and_both_are_shown() -> None:
    mark, note = row("words", key=MARK), row("a thought", key=NOTE)
    other = row("else", key=OTHER)
    assert arranged([mark, note, other], Arrangement(words="thought"), None) == (mark, note)


def test_a_folded_group_is_one_row_with_its_count_and_searching_looks_inside() -> None:
    rows = [row("Oslo", "places"), row("Ada", "people"), row("Lima", "places")]
    folded = Arrangement(folded=frozenset({"places"}))
    shown = arranged(rows, folded, None)
    assert [each.key for each in shown] == [RowKey(RowKind.FOLD, "places"), rows[1].key]
    assert "places 2" in row_text(shown[0])
    found = arranged(rows, Arrangement(words="lima", folded=frozenset({"places"})), None)
    assert found == (rows[2],)


def test_sorting_keeps_the_order_of_the_groups() -> None:
    rows = [row("Zoe", "people"), row("Ada", "people"), row("April", "dates")]
    shown = arranged(rows, Arrangement(), row_text)
    assert [each.lines[0].left[0][0] for each in shown] == ["Ada", "Zoe", "April"]


groups = st.sampled_from(["", "a", "b", "c"])
many_rows = st.lists(st.tuples(st.text("xyz ", max_size=4), groups), max_size=12).map(
    lambda pairs: [
        row(words, group, RowKey(RowKind.RESULT, number=n))
        for n, (words, group) in enumerate(pairs)
    ]
)


@given(many_rows, st.text("xyz ", max_size=3))
def test_groups_stand_together_and_nothing_is_lost_or_made_up(
    rows: list[PanelRow], words: str
) -> None:
    shown = arranged(rows, Arrangement(words=words), lambda each: each.lines[0].left[0][0])
    wanted = [each for each in rows if all(w in fold(row_text(each)) for w in words.split())]
    assert len(shown) == len(wanted)
    assert {each.key for each in shown} == {each.key for each in wanted}
    begun = [
        each.group for n, each in enumerate(shown) if n == 0 or shown[n - 1].group != each.group
    ]
    assert len(begun) == len(set(begun))
    for group in set(begun):
        texts = [each.lines[0].left[0][0] for each in shown if each.group == group]
        assert texts == sorted(texts)


@given(many_rows, st.sets(groups.filter(bool)))
def test_folding_hides_the_rows_of_just_these_groups(
    rows: list[PanelRow], folded: set[str]
) -> None:
    shown = arranged(rows, Arrangement(folded=frozenset(folded)), None)
    plain = [each for each in shown if each.key.kind is not RowKind.FOLD]
    assert {each.key for each in plain} == {each.key for each in rows if each.group not in folded}
    heads = [each.group for each in shown if each.key.kind is RowKind.FOLD]
    assert sorted(heads) == sorted({each.group for each in rows} & folded)
