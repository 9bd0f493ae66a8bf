from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.session.reading import (
    FIRST,
    OPEN,
    Reader,
    allow_writing,
    held_up,
    marked,
    read,
    refuse_writing,
    span_of,
)
from tui.documents.article import Span
from tui.session.reading import Change, Mark, ReadingSession
from tui.settings.colours import Colour
from tui.store.database import Database

Act = Callable[[ReadingSession, str], Change]

ACTS: dict[str, Act] = {
    "colour changed back": lambda s, i: s.recolour(i, Colour.PINK),
    "note changed back": lambda s, i: s.set_note(i, "second"),
    "tags changed back": lambda s, i: s.set_tags(i, ("a", "b")),
    "highlight resized back": lambda s, i: s.set_span(i, span_of(s.article, FIRST)),
    "highlight restored": lambda s, i: s.delete(i),
}


def content(marks: tuple[Mark, ...]) -> list[tuple[object, ...]]:
    return [(m.span, m.highlight.colour, m.highlight.note, m.highlight.tags) for m in marks]


def noted(database: Database) -> tuple[Reader, str]:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.set_note(ident, "first")
    return reader, ident


@pytest.mark.parametrize("said", ACTS)
def test_every_operation_is_undone_and_redone(database: Database, said: str) -> None:
    reader, ident = noted(database)
    session = reader.session
    before = content(session.marks)
    assert ACTS[said](session, ident).ok
    after = content(session.marks)
    assert after != before
    undone = session.undo()
    assert undone is not None
    assert (undone.ok, undone.description) == (True, said)
    assert undone.span is not None
    assert content(session.marks) == before
    redone = session.redo()
    assert redone is not None
    assert redone.ok
    assert content(reader.wait().marks) == content(read(database).session.marks) == after
    assert reader.failures == []


def test_undoing_a_new_mark_removes_it(database: Database) -> None:
    reader = read(database)
    mark = reader.mark(OPEN)
    undone = reader.session.undo()
    assert undone is not None
    assert (undone.description, undone.span) == ("highlight removed", mark.span)
    reader.wait()
    assert read(database).session.marks == ()
    reader.session.redo()
    assert marked(reader.wait()) == [OPEN]


def test_with_nothing_to_undo_nothing_happens(database: Database) -> None:
    session = read(database).session
    assert not session.can_undo
    assert not session.can_redo
    assert session.undo() is None
    assert session.redo() is None


def test_a_new_change_clears_redo(database: Database) -> None:
    reader, ident = noted(database)
    reader.session.undo()
    assert reader.session.can_redo
    reader.session.recolour(ident, Colour.BLUE)
    assert reader.session.redo() is None
    reader.wait()
    assert read(database).session.redo() is None


def test_undo_and_redo_reach_over_a_restart(database: Database) -> None:
    reader, ident = noted(database)
    reader.session.recolour(ident, Colour.PINK)
    reader.session.undo()
    reader.wait()
    again = read(database)
    again.session.redo()
    assert again.session.marks[0].highlight.colour is Colour.PINK
    for _ in range(3):
        change = again.session.undo()
        assert change is not None
        assert change.ok
    assert again.wait().marks == ()
    assert again.failures == []


def test_a_removed_mark_comes_back_to_its_own_place_in_an_edited_text(database: Database) -> None:
    same = "He declined to comment."
    text = f"The mayor was asked. {same} Later the council met. {same} Nobody else spoke of it."
    first = read(database, text)
    start = text.rindex(same)
    mark = first.session.highlight(Span(start, start + len(same)), Colour.YELLOW)
    first.session.delete(mark.highlight.id)
    first.wait()
    edited = text.replace("Later the council met.", "The council came together that night.")
    edited = edited.replace("Nobody else spoke of it.", "And that was all that was said.")
    again = read(database, edited)
    again.session.undo()
    (back,) = again.wait().marks
    assert back.span.start == edited.rindex(same)
    assert again.failures == []


def test_undo_is_of_the_open_article_only(database: Database) -> None:
    noted(database)[0].wait()
    other = read(database, "Another text altogether. It has two sentences.", source="/other.txt")
    assert not other.session.can_undo


def test_undo_says_what_another_program_changed_meanwhile(database: Database) -> None:
    reader, ident = noted(database)
    reader.wait()
    other = read(database)
    other.session.recolour(ident, Colour.GREEN)
    other.wait()
    reader.session.undo()
    highlight = reader.wait().marks[0].highlight
    assert reader.failures == ["meanwhile its colour changed"]
    assert (highlight.colour, highlight.note) == (Colour.GREEN, "first")


def test_a_speaker_found_since_is_no_obstacle_to_undo_and_stays(database: Database) -> None:
    reader, ident = noted(database)
    reader.session.set_speakers({ident: "Ada Quill"})
    change = reader.session.undo()
    assert change is not None
    assert change.ok
    highlight = reader.wait().marks[0].highlight
    assert (highlight.note, highlight.speaker) == ("", "Ada Quill")
    assert reader.failures == []


def test_an_undo_that_cannot_be_saved_is_drawn_back(database: Database) -> None:
    reader, _ = noted(database)
    reader.wait()
    refuse_writing(database, "highlight_words_content")
    reader.session.undo()
    assert reader.wait().marks[0].highlight.note == "first"
    assert len(reader.failures) == 1


def test_with_room_made_the_same_key_takes_back_the_same_change(database: Database) -> None:
    reader, ident = noted(database)
    reader.session.recolour(ident, Colour.PINK)
    reader.wait()
    for swing in (reader.session.undo, reader.session.redo):
        before = content(reader.session.marks)
        refuse_writing(database, "highlight_words_content")
        refused = swing()
        reader.wait()
        assert content(reader.session.marks) == before
        allow_writing(database)
        change = swing()
        assert change is not None
        assert (change.command, change.ok) == (refused and refused.command, True)
        assert content(reader.wait().marks) == content(read(database).session.marks) != before
    assert len(reader.failures) == 2


def test_a_refused_undo_comes_back_below_what_was_done_since(database: Database) -> None:
    reader, ident = noted(database)
    reader.wait()
    refuse_writing(database, "highlight_words_content")
    with held_up(database):
        reader.session.undo()
        later = reader.mark(FIRST)
    reader.wait()
    assert marked(reader.session) == [OPEN]
    allow_writing(database)
    assert not reader.session.can_redo
    for said in ("note changed back", "highlight removed"):
        change = reader.session.undo()
        assert change is not None
        assert (change.description, change.ok, change.highlight_id) == (said, True, ident)
    assert later.highlight.id != ident
    assert reader.wait().undo() is None


STEPS = ["mark", "recolour", "note", "delete", "undo", "redo"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(STEPS), max_size=25))
def test_what_is_drawn_is_what_is_found_on_reopening(steps: list[str]) -> None:
    with Database.in_memory() as database:
        reader = read(database)
        session = reader.session
        for number, step in enumerate(steps):
            marks = session.marks
            if step == "mark":
                reader.mark(["council", "bridge", "river"][number % 3])
            elif step == "undo":
                session.undo()
            elif step == "redo":
                session.redo()
            elif marks:
                ident = marks[number % len(marks)].highlight.id
                if step == "recolour":
                    session.recolour(ident, list(Colour)[number % 4])
                elif step == "note":
                    session.set_note(ident, f"note {number}")
                else:
                    session.delete(ident)
        drawn = content(session.marks)
        assert content(reader.wait().marks) == drawn
        assert content(read(database).session.marks) == drawn
        assert reader.failures == []
        while session.undo():
            pass
        assert reader.wait().marks == ()
        assert reader.failures == []


def test_only_what_changes_something_counts_as_done(database: Database) -> None:
    reader, ident = noted(database)
    done = reader.session.operations
    colour = reader.session.marks[0].highlight.colour
    assert not reader.session.recolour(ident, colour).ok
    assert reader.session.redo() is None
    assert reader.session.operations == done
    reader.session.undo()
    assert reader.session.operations == done + 1
