"""Highlights of several parts in an open article: made, changed, taken back, put back by hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.log import assert_log_and_rows_agree
from tests.session.reading import Reader, marked, read, span_of
from tui.documents.article import Span
from tui.documents.passage_parts import Parts, words_in
from tui.settings.colours import Colour
from tui.store.anchors import State
from tui.store.database import Database
from tui.store.found_again import FoundAgain

FIRST, SECOND = "“I am not going anywhere,”", "“We will come back when the river is low.”"
WHOLE = f"{FIRST} … {SECOND}"
TEXT = (
    f"The council met on Monday.\n\n{FIRST} the mayor of Millbrook said. {SECOND} "
    "Nobody asked her why.\n\nIt rained for most of the night.\n"
)


def made(database: Database) -> Reader:
    reader = read(database, TEXT)
    reader.mark_parts(FIRST, SECOND)
    reader.wait()
    return reader


def test_parts_that_are_none_of_one_passage_are_refused(database: Database) -> None:
    reader = read(database, TEXT)
    for parts in ((), (Span(5, 9), Span(0, 4)), (Span(0, 5), Span(4, 9)), (Span(3, 3),)):
        with pytest.raises(ValueError, match="no pa"):
            reader.session.highlight(parts, Colour.GREEN)


def test_every_change_of_a_divided_highlight_is_taken_back_and_done_again(
    database: Database,
) -> None:
    reader = made(database)
    session, ident = reader.session, reader.session.marks[0].highlight.id
    session.recolour(ident, Colour.BLUE)
    session.set_note(ident, "mine")
    session.set_span(ident, span_of(session.article, SECOND))
    session.delete(ident)
    for _ in range(2):
        seen = [marked(session)]
        while session.undo():
            seen.append(marked(session))
        assert seen == [[], [SECOND], [WHOLE], [WHOLE], [WHOLE], []]
        while session.redo():
            pass
        assert marked(session) == []
        reader.wait()
        database.read(assert_log_and_rows_agree)
    assert reader.failures == []


def test_the_cursor_is_in_it_on_its_parts_and_not_between_them(database: Database) -> None:
    session = made(database).session
    for words, count in ((FIRST, 1), ("mayor", 0), (SECOND, 1), ("Nobody", 0)):
        assert len(session.marks_at(session.article.text.index(words))) == count


def test_a_part_whose_words_changed_changes_the_whole(database: Database) -> None:
    made(database)
    now = SECOND.replace("when", "if")
    session = read(database, TEXT.replace(SECOND, now)).session
    (mark,) = session.marks
    assert mark.state is State.CHANGED
    assert mark.wording is not None
    assert mark.wording[:2] == (WHOLE, f"{FIRST} … {now}")
    assert [words[:2] if words else None for words in mark.wordings] == [None, (SECOND, now)]
    assert not mark.is_changed_around
    assert mark.changed.kinds
    session.close()
    (kept,) = read(database, TEXT.replace(SECOND, now)).session.marks
    assert kept.highlight.found == FoundAgain("changed", f"{FIRST} … {now}")


def test_the_sentence_that_two_parts_share_is_told_once(database: Database) -> None:
    text = (
        "“We wait here for it,” the mayor of Millbrook said, “and nobody else will do.” It rained."
    )
    reader = read(database, text)
    reader.mark_parts("“We wait here for it,”", "“and nobody else will do.”")
    reader.wait()
    (mark,) = read(database, text.replace("said", "did not say")).session.marks
    assert mark.is_changed_around
    assert mark.wording is not None
    assert " … " not in mark.wording.old
    assert "did not say" in mark.wording.new


def test_new_words_of_a_part_are_taken(database: Database) -> None:
    made(database)
    changed = TEXT.replace("come back when", "come back if")
    reader = read(database, changed)
    assert reader.session.accept(reader.session.marks[0].highlight.id).ok
    reader.wait()
    (mark,) = read(database, changed).session.marks
    assert mark.state is State.EXACT
    assert mark.highlight.words == WHOLE.replace("when", "if")


def test_an_orphan_put_back_keeps_the_part_that_has_its_place(database: Database) -> None:
    made(database)
    changed = TEXT.replace(SECOND, "She left the room.")
    reader = read(database, changed)
    (orphan,) = reader.session.orphans
    assert orphan.words == WHOLE
    assert reader.session.lost_parts(orphan) == (False, True)
    assert reader.session.put(orphan.id, span_of(reader.session.article, "She left the room.")).ok
    reader.wait()
    session = read(database, changed).session
    assert marked(session) == [f"{FIRST} … She left the room."]
    session.undo()
    assert [each.words for each in session.orphans] == [WHOLE]


def test_an_orphan_put_over_the_part_that_is_left_stands_there_alone(database: Database) -> None:
    made(database)
    reader = read(database, TEXT.replace(SECOND, "She left the room."))
    (orphan,) = reader.session.orphans
    words = f"{FIRST} the mayor of Millbrook said. She left the room."
    reader.session.put(orphan.id, span_of(reader.session.article, words))
    assert marked(reader.session) == [words]


def test_an_orphan_without_any_part_is_put_where_it_is_wanted(database: Database) -> None:
    made(database)
    reader = read(database, "The council met on Monday.\n\nIt rained for most of the night.\n")
    (orphan,) = reader.session.orphans
    reader.session.put(orphan.id, span_of(reader.session.article, "It rained"))
    assert marked(reader.session) == ["It rained"]


def test_two_on_the_same_parts_are_doubled_and_one_on_a_half_is_not(database: Database) -> None:
    reader = made(database)
    reader.mark(FIRST)
    reader.mark_parts(FIRST, SECOND)
    (double,) = reader.session.doubled
    assert [words_in(TEXT, mark.parts) for mark in double] == [WHOLE, WHOLE]


def test_another_desk_sees_all_parts(path: Path) -> None:
    with Database(path) as here, Database(path) as there:
        other = read(there, TEXT)
        reader = made(here)
        other.session.follow()
        other.wait()
        assert marked(other.session) == [WHOLE]
        reader.session.set_span(reader.session.marks[0].highlight.id, Span(0, 3))
        reader.wait()
        other.session.follow()
        other.wait()
        assert marked(other.session) == ["The"]


STARTS = [at for at in range(len(TEXT)) if TEXT[at].isalnum() and not TEXT[at - 1].isalnum()]


@st.composite
def passages(draw: st.DrawFn) -> Parts:
    """Some words of the text, in its order."""
    chosen = sorted(draw(st.sets(st.sampled_from(STARTS), min_size=1, max_size=4)))
    ends = (TEXT.find(" ", at) for at in chosen)
    return tuple(Span(at, end) for at, end in zip(chosen, ends, strict=True) if end > at)


steps = st.one_of(
    st.tuples(st.just("make"), passages().filter(bool)),
    st.tuples(st.just("move"), passages().filter(bool)),
    st.tuples(st.sampled_from(["undo", "redo", "delete", "open"]), st.just(())),
)


@given(st.lists(steps, min_size=1, max_size=12))
@settings(max_examples=40)
def test_whatever_is_done_to_them_they_are_there_when_the_article_is_opened_again(
    course: list[tuple[str, Parts]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, Database(Path(folder) / "l.db") as database:
        reader = read(database, TEXT)
        for what, parts in course:
            session = reader.session
            first = next(iter(session.marks), None)
            if what == "make":
                assert session.highlight(parts, Colour.GREEN).parts == parts
            elif what == "move" and first:
                session.set_span(first.highlight.id, parts)
            elif what == "delete" and first:
                session.delete(first.highlight.id)
            elif what == "undo":
                session.undo()
            elif what == "redo":
                session.redo()
            else:
                reader.wait()
                seen = [(mark.highlight.id, mark.parts) for mark in session.marks]
                reader = read(database, TEXT)
                marks = reader.session.marks
                assert [(mark.highlight.id, mark.parts) for mark in marks] == seen
        reader.wait()
        assert reader.failures == []
        database.read(assert_log_and_rows_agree)
