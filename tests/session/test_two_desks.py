"""Two desks on one library: both see what either writes, and nobody's words are lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, Reader, forget, marked, read
from tui.corrections.corrected import CorrectionTarget
from tui.session.reading import ChangedElsewhere, Saved
from tui.settings.colours import Colour
from tui.store.correction_rows import CorrectionKind, Subject
from tui.store.database import Database


@pytest.fixture
def desks(path: Path) -> Iterator[tuple[Reader, Reader]]:
    with Database(path) as here, Database(path) as there:
        yield read(here), read(there)


@pytest.fixture
def marked_desks(desks: tuple[Reader, Reader]) -> tuple[Reader, Reader, str]:
    """Two desks that both show one highlight, and its id."""
    here, there = desks
    ident = here.mark(OPEN).highlight.id
    here.wait()
    looks(there)
    return here, there, ident


def looks(reader: Reader) -> Reader:
    """What a desk does twice a second."""
    reader.session.follow()
    reader.wait()
    return reader


def notices(reader: Reader) -> list[str]:
    return [event.notice for event in reader.events if isinstance(event, Saved) and event.notice]


def test_a_mark_made_on_one_desk_is_drawn_on_the_other(desks: tuple[Reader, Reader]) -> None:
    here, there = desks
    here.mark(OPEN)
    here.wait()
    assert marked(looks(there).session) == [OPEN]
    assert there.events == [ChangedElsewhere(is_drawn_anew=True, is_forgotten=False)]


def test_what_is_drawn_already_is_no_news(desks: tuple[Reader, Reader]) -> None:
    here, _ = desks
    here.mark(OPEN)
    looks(looks(here))
    assert not any(each.is_drawn_anew for each in here.events if isinstance(each, ChangedElsewhere))


def test_a_mark_on_its_way_stays_drawn_when_another_desk_writes(
    desks: tuple[Reader, Reader],
) -> None:
    here, there = desks
    here.mark(OPEN)
    here.wait()
    there.mark(FIRST)
    looks(there)
    assert marked(there.session) == [FIRST, OPEN]


def test_notes_written_at_once_are_both_kept_under_a_dated_line(
    marked_desks: tuple[Reader, Reader, str],
) -> None:
    here, there, ident = marked_desks
    here.session.set_note(ident, "ask the engineer")
    here.wait()
    there.session.set_note(ident, "ask the mayor", seen="")
    there.wait()
    first, blank, line, last = looks(here).session.marks[0].highlight.note.split("\n")
    assert (first, blank, last) == ("ask the engineer", "", "ask the mayor")
    assert line.endswith(", written on another desk —")
    assert notices(there) == ["another desk has written on it too: the note has the words of both"]


def test_a_note_begun_before_the_other_desk_wrote_loses_nothing_of_it(
    desks: tuple[Reader, Reader],
) -> None:
    here, there = desks
    ident = here.mark(OPEN).highlight.id
    here.session.set_note(ident, "a first word")
    here.wait()
    begun = looks(there).session.marks[0].highlight.note
    here.session.set_note(ident, "a first word, and a second")
    here.wait()
    # Its own screen has learnt of the second word before it is saved.
    looks(there).session.set_note(ident, "another word", seen=begun)
    note = looks(there).session.marks[0].highlight.note
    assert "a first word, and a second" in note
    assert note.endswith("another word")


def test_a_note_over_the_value_it_was_begun_with_replaces_it(desks: tuple[Reader, Reader]) -> None:
    here, there = desks
    ident = here.mark(OPEN).highlight.id
    here.session.set_note(ident, "a first word")
    here.wait()
    looks(there).session.set_note(ident, "a better word", seen="a first word")
    there.wait()
    assert looks(here).session.marks[0].highlight.note == "a better word"
    assert not notices(there)


def test_undo_after_both_were_kept_leaves_the_words_of_the_other_desk(
    marked_desks: tuple[Reader, Reader, str],
) -> None:
    here, there, ident = marked_desks
    here.session.set_note(ident, "ask the engineer")
    here.wait()
    there.session.set_note(ident, "ask the mayor", seen="")
    there.wait()
    there.session.undo()
    there.wait()
    assert looks(here).session.marks[0].highlight.note == "ask the engineer"


def test_tags_given_at_once_are_united_and_what_was_seen_and_removed_is_gone(
    desks: tuple[Reader, Reader],
) -> None:
    here, there = desks
    ident = here.mark(OPEN).highlight.id
    here.session.set_tags(ident, ("bridge", "repair"))
    here.wait()
    looks(there)
    here.session.set_tags(ident, ("bridge", "repair", "money"))
    here.wait()
    there.session.set_tags(ident, ("bridge", "mayor"), seen=("bridge", "repair"))
    there.wait()
    assert looks(here).session.marks[0].highlight.tags == ("bridge", "mayor", "money")
    assert notices(there) == ["another desk has tagged it too: it has the tags of both"]


def test_a_colour_and_a_note_given_at_once_are_both_there(
    marked_desks: tuple[Reader, Reader, str],
) -> None:
    here, there, ident = marked_desks
    here.session.recolour(ident, Colour.BLUE)
    here.wait()
    there.session.set_note(ident, "ask the mayor")
    there.wait()
    mark = looks(here).session.marks[0].highlight
    assert (mark.colour, mark.note) == (Colour.BLUE, "ask the mayor")
    assert not notices(there)


def test_a_mark_is_not_deleted_with_a_note_that_the_desk_had_not_shown(
    marked_desks: tuple[Reader, Reader, str],
) -> None:
    here, there, ident = marked_desks
    here.session.set_note(ident, "ask the engineer")
    here.wait()
    there.session.delete(ident)
    there.wait()
    assert there.failures == ["meanwhile its note changed"]
    assert there.session.marks[0].highlight.note == "ask the engineer"


def test_a_deleted_mark_goes_from_the_other_desk_and_its_note_in_progress_is_refused(
    marked_desks: tuple[Reader, Reader, str],
) -> None:
    here, there, ident = marked_desks
    here.session.delete(ident)
    here.wait()
    assert marked(looks(there).session) == []
    change = there.session.set_note(ident, "too late", seen="")
    assert not change.ok


def test_an_answer_given_at_once_on_two_desks_has_the_words_of_both(
    desks: tuple[Reader, Reader],
) -> None:
    here, there = desks
    target = CorrectionTarget(Subject.QUESTION, here.mark(OPEN).span, "when", "unknown")
    make = here.session.corrections.make
    made = make("edit", target, {CorrectionKind.ANSWER: "in May"}).corrections
    here.wait()
    looks(there)
    make("edit", target, {CorrectionKind.ANSWER: "in June"}, made)
    here.wait()
    there.session.corrections.make("edit", target, {CorrectionKind.ANSWER: "never"}, made)
    there.wait()
    value = looks(here).session.corrections.placed[-1].correction.value
    assert value.startswith("in June\n")
    assert value.endswith("\nnever")
    assert notices(there) == ["another desk has answered it too: the answer has the words of both"]


def test_a_name_put_in_at_once_is_the_last_desks_and_it_hears_of_the_other(
    desks: tuple[Reader, Reader],
) -> None:
    here, there = desks
    target = CorrectionTarget(Subject.QUOTE, here.mark(OPEN).span, "", "direct")
    make = here.session.corrections.make
    made = make("speaker", target, {CorrectionKind.SPEAKER: "Ada Quill"}).corrections
    here.wait()
    looks(there)
    make("speaker", target, {CorrectionKind.SPEAKER: "the mayor"}, made)
    here.wait()
    there.session.corrections.make(
        "speaker", target, {CorrectionKind.SPEAKER: "a councillor"}, made
    )
    there.wait()
    assert notices(there) == [
        "another desk had put in “the mayor” meanwhile; yours is kept",
    ]
    there.session.undo()
    there.wait()
    assert looks(here).session.corrections.placed[-1].correction.value == "the mayor"


def test_an_article_forgotten_elsewhere_is_said_to_be_gone_and_a_new_mark_brings_it_back(
    desks: tuple[Reader, Reader], path: Path
) -> None:
    here, there = desks
    here.mark(OPEN)
    here.wait()
    looks(there)
    there.events.clear()
    with Database(path) as database:
        forget(database, "/texts/bridge.txt")
    assert marked(looks(there).session) == []
    assert there.events == [ChangedElsewhere(is_drawn_anew=True, is_forgotten=True)]
    looks(there)
    assert len(there.events) == 1
    there.mark(FIRST)
    assert there.wait().pending_count == 0
    assert marked(looks(there).session) == [FIRST]
    with Database(path) as database:
        assert marked(read(database).session) == [FIRST]
