"""What changed between two texts of an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article
from tui.documents.loading import from_text
from tui.documents.text_changes import ChangeKind, PassageChange, passage_changes

FIRST = "The harbour will close in May for repairs that nobody has priced."
SECOND = "The mayor said on Monday that the council would pay."
THIRD = "A spokesman for the port declined to say how long the work would take."


def article(*paragraphs: str) -> Article:
    return from_text("\n\n".join(paragraphs), "/harbour.txt")


def changes(old: Article, new: Article) -> list[tuple[str, str, str]]:
    return [
        (each.kind.value, old.text[slice(*each.old)], new.text[slice(*each.new)])
        for each in passage_changes(old, new)
    ]


def test_an_unchanged_text_has_no_changes() -> None:
    assert changes(article(FIRST, SECOND), article(FIRST, SECOND)) == []


def test_what_is_added_removed_and_edited_is_told_apart() -> None:
    edited = SECOND.replace("Monday", "Tuesday")
    assert changes(article(FIRST, SECOND), article(FIRST, edited)) == [("edited", SECOND, edited)]
    assert changes(article(FIRST), article(FIRST, THIRD)) == [("added", "", THIRD)]
    assert changes(article(FIRST, THIRD), article(FIRST)) == [("removed", THIRD, "")]


def test_one_replaced_by_another_is_removed_and_added() -> None:
    found = changes(article(FIRST, SECOND, FIRST), article(FIRST, THIRD, FIRST))
    assert sorted(found) == [("added", "", THIRD), ("removed", SECOND, "")]


def test_what_only_moved_is_no_change() -> None:
    assert changes(article(FIRST, SECOND, THIRD), article(THIRD, FIRST, SECOND)) == []


def test_lines_broken_otherwise_are_no_change() -> None:
    assert changes(article(FIRST), article(FIRST.replace(" will", "\nwill"))) == []


def test_an_edited_paragraph_is_found_among_new_ones() -> None:
    edited = SECOND + " It has not."
    new = article(FIRST, THIRD, edited)
    assert changes(article(FIRST, SECOND), new) == [
        ("added", "", THIRD),
        ("edited", SECOND, edited),
    ]


@given(
    st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Yes.", "No one knows."]), max_size=9),
    st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Yes.", "Nobody knows."]), max_size=9),
)
def test_every_paragraph_of_one_text_only_is_told_once(old: list[str], new: list[str]) -> None:
    before, after = article(*old, "The end."), article(*new, "The end.")
    found = passage_changes(before, after)
    told_old = [each.old for each in found if each.kind is not ChangeKind.ADDED]
    told_new = [each.new for each in found if each.kind is not ChangeKind.REMOVED]
    assert len(told_old) == len(set(told_old))
    assert len(told_new) == len(set(told_new))
    kept = {before.text[slice(*each)] for each in told_old}
    assert {words for words in old if words not in new} <= kept
    assert all(isinstance(each, PassageChange) for each in found)
