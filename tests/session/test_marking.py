from __future__ import annotations

from typing import Any

import pytest

from tests.session.reading import (
    FIRST,
    OPEN,
    allow_writing,
    held_up,
    marked,
    read,
    refuse_writing,
    saved,
    span_of,
)
from tests.store.articles import TEXT
from tui.documents.article import Span
from tui.session.reading import Change, Saved, SaveFailed
from tui.session.recorder import Recorder
from tui.settings.colours import Colour
from tui.store.database import Database


def test_a_mark_is_drawn_before_it_is_saved(database: Database) -> None:
    reader = read(database)
    with held_up(database):
        mark = reader.mark(OPEN)
        assert mark.pending
        assert marked(reader.session) == [OPEN]
        assert (saved(reader.session), reader.session.pending_count) == (0, 1)
        assert reader.events == []
    session = reader.wait()
    assert not session.marks[0].pending
    assert (saved(session), session.pending_count) == (1, 0)
    assert reader.events == [Saved(mark.highlight.id)]


def test_marks_come_back_in_text_order_with_everything_on_them(database: Database) -> None:
    reader = read(database)
    late = reader.mark(OPEN, Colour.PINK).highlight.id
    reader.mark(FIRST)
    reader.session.set_note(late, "ask again")
    reader.session.set_tags(late, ("repairs", "dates", " dates "))
    reader.session.recolour(late, Colour.BLUE)
    reader.session.set_speakers({late: "Ada Quill", "unknown": "Nobody"})
    reader.wait()
    again = read(database).session
    assert marked(again) == [FIRST, OPEN]
    highlight = again.marks[1].highlight
    assert highlight.id == late
    assert (highlight.colour, highlight.note) == (Colour.BLUE, "ask again")
    assert (highlight.tags, highlight.speaker) == (("dates", "repairs"), "Ada Quill")
    assert saved(again) == 2


def test_the_shortest_mark_under_the_cursor_comes_first(database: Database) -> None:
    reader = read(database)
    whole = reader.mark("The mayor declined to name a date.")
    part = reader.mark("declined")
    offset = TEXT.index("declined")
    assert [m.highlight.id for m in reader.session.marks_at(offset)] == [
        part.highlight.id,
        whole.highlight.id,
    ]
    assert reader.session.marks_at(part.span.end)[0].highlight.id == whole.highlight.id
    assert reader.session.marks_at(0) == ()


def test_a_mark_is_widened(database: Database) -> None:
    reader = read(database)
    mark = reader.mark("repairs")
    change = reader.session.set_span(mark.highlight.id, span_of(reader.session.article, OPEN))
    assert change.ok
    assert marked(reader.wait()) == marked(read(database).session) == [OPEN]


@pytest.mark.parametrize("span", [Span(5, 5), Span(-1, 4), Span(0, len(TEXT) + 1)])
def test_nothing_outside_the_text_is_marked(database: Database, span: Span) -> None:
    with pytest.raises(ValueError, match="passage"):
        read(database).session.highlight(span, Colour.YELLOW)


def test_a_deleted_mark_stays_away(database: Database) -> None:
    reader = read(database)
    mark = reader.mark(OPEN)
    assert reader.session.delete(mark.highlight.id).description == "highlight removed"
    assert reader.session.marks == ()
    reader.wait()
    assert read(database).session.marks == ()


def test_a_change_that_changes_nothing_says_so_and_is_not_undone(database: Database) -> None:
    reader = read(database)
    mark = reader.mark(OPEN)
    change = reader.session.recolour(mark.highlight.id, Colour.YELLOW)
    assert (change.ok, change.reason) == (False, "nothing to change")
    assert not reader.session.recolour("no such id", Colour.PINK).ok
    undone = reader.session.undo()
    assert undone is not None
    assert undone.description == "highlight removed"


def test_control_codes_in_notes_and_tags_are_made_visible(database: Database) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.set_note(ident, "a\x1b]52;c;bad\x07b\r\nc")
    reader.session.set_tags(ident, ("x\x1b[2J",))
    highlight = reader.wait().marks[0].highlight
    assert highlight.note == "a␛]52;c;bad␇b\nc"
    assert highlight.tags == ("x␛[2J",)


def test_a_change_that_cannot_be_saved_is_drawn_back_with_the_reason(database: Database) -> None:
    reader = read(database)
    kept = reader.mark(FIRST)
    reader.wait()
    refuse_writing(database)
    lost = reader.mark(OPEN)
    reader.session.recolour(kept.highlight.id, Colour.PINK)
    reader.session.delete(kept.highlight.id)
    reader.wait()
    assert marked(reader.session) == [FIRST]
    assert reader.session.marks[0].highlight.colour is Colour.YELLOW
    failed = [event for event in reader.events if isinstance(event, SaveFailed)]
    assert [event.highlight_id for event in failed] == [lost.highlight.id, *[kept.highlight.id] * 2]
    assert "is unchanged" in failed[0].reason
    allow_writing(database)
    undone = reader.session.undo()
    assert undone is not None
    assert undone.highlight_id == kept.highlight.id


def test_a_note_on_a_mark_that_could_not_be_saved_fails_with_it(database: Database) -> None:
    reader = read(database)
    refuse_writing(database)
    with held_up(database):
        ident = reader.mark(OPEN).highlight.id
        reader.session.set_note(ident, "lost")
        assert reader.session.marks[0].highlight.note == "lost"
    reader.wait()
    assert reader.session.marks == ()
    assert len(reader.failures) == 2


def test_two_programs_mark_the_same_article(database: Database) -> None:
    with Database(database.path) as other:  # type: ignore[arg-type]
        here, there = read(database), read(other)
        here.mark(FIRST)
        there.mark(OPEN)
        here.wait()
        there.wait()
        assert marked(read(database).session) == [FIRST, OPEN]


def test_what_another_program_deleted_meanwhile_is_not_brought_back(database: Database) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.wait()
    other = read(database)
    other.session.delete(ident)
    other.wait()
    reader.session.set_note(ident, "too late")
    reader.wait()
    assert reader.session.marks == ()
    assert reader.failures == ["meanwhile it was deleted"]


def test_a_change_keeps_what_another_program_changed_beside_it(database: Database) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.wait()
    other = read(database)
    other.session.set_note(ident, "from elsewhere")
    other.wait()
    reader.session.recolour(ident, Colour.GREEN)
    highlight = reader.wait().marks[0].highlight
    assert (highlight.note, highlight.colour) == ("from elsewhere", Colour.GREEN)


def test_a_mark_that_is_refused_at_once_is_no_error(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = read(database)
    refuse_writing(database)
    do = Recorder.do

    def do_and_wait(self: Recorder, *what: Any) -> Change:
        change = do(self, *what)
        reader.session.close()
        return change

    monkeypatch.setattr(Recorder, "do", do_and_wait)
    assert reader.mark(OPEN).parts == (span_of(reader.session.article, OPEN),)
    assert marked(reader.session) == []
    assert len(reader.failures) == 1
