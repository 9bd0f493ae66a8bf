"""Selecting, highlighting, noting and taking it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.widgets import TextArea

from tests.desk.conftest import Desk, OpenDesk
from tui.desk.unsaved import Words
from tui.dialogs.note import NoteScreen
from tui.settings.colours import Colour

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten.\n\nEleven twelve."


async def test_h_highlights_the_sentence_and_says_it_is_saved(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(")", "h")
        assert desk.marked == ["Four five six!"]
        await desk.saved()
        await desk.until(lambda: "1 saved" in desk.status)
        assert desk.rows(4) == ["▌Four five six! ¶1 "]


async def test_h_on_a_quote_takes_the_quote_then_sentence_then_paragraph(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        desk.go_to("not an easy discussion")
        await desk.press("h")
        assert desk.marked[0].startswith('"This was not an easy')
        assert desk.marked[0].endswith('important,"')
        await desk.press("h")
        assert desk.marked[0].endswith("Stoltenberg said.")
        await desk.press("h")
        assert "whole paragraph" in desk.status or desk.marked[0].endswith("said.")
        assert len(desk.marked) == 1


async def test_h_on_an_older_mark_changes_nothing_and_says_what_would(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "j", "k", "h")
        assert desk.marked == ["One two three."]
        assert "x deletes" in desk.status


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["v", "e"], "One"),
        (["v", "w", "w"], "One two"),
        (["v", "right", "right"], "One"),
        (["V"], "One two three."),
        (["V", "V"], "One two three. Four five six!"),
        (["V", ")"], "One two three. Four five six!"),
        (["v", "}"], "One two three. Four five six!"),
        (["w", "v", "e", "o", "b"], "One two"),
        (["w", "v", "b"], "One t"),
        (["v", "G"], TEXT),
    ],
)
async def test_selections_grow_by_units(open_desk: OpenDesk, keys: list[str], words: str) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press(*keys)
        assert desk.words(desk.screen.view.selection) == words
        assert "SELECT" in desk.status
        await desk.press("escape")
        assert desk.screen.view.selection is None
        assert "READ" in desk.status


@pytest.mark.parametrize(
    ("key", "colour"),
    [("1", Colour.YELLOW), ("2", Colour.GREEN), ("3", Colour.BLUE), ("4", Colour.PINK)],
)
async def test_a_number_highlights_the_selection_in_its_colour(
    open_desk: OpenDesk, key: str, colour: Colour
) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "e", key)
        assert desk.marked == ["One"]
        assert desk.state.marks[0].highlight.colour is colour
        assert desk.screen.view.selection is None


async def test_the_last_colour_is_kept_for_the_next_highlight(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "e", "3", "}", "h")
        assert [mark.highlight.colour for mark in desk.state.marks] == [Colour.BLUE, Colour.BLUE]


async def test_c_and_a_number_recolour(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        for key, colour in zip("4321", reversed(Colour), strict=True):
            if not desk.marked:
                await desk.press("h")
            await desk.press("c", key)
            assert desk.state.marks[0].highlight.colour is colour


async def test_x_deletes_u_brings_back_and_ctrl_r_does_it_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "x")
        assert desk.marked == []
        await desk.press("u")
        assert desk.marked == ["One two three."]
        await desk.press("ctrl+r")
        assert desk.marked == []
        await desk.press("u", "u")
        assert desk.marked == []
        await desk.press("u")
        assert "nothing to undo" in desk.status


async def write_note(desk: Desk, text: str, *closing: str) -> None:
    await desk.press("a")
    assert isinstance(desk.app.screen, NoteScreen)
    await desk.type(text)
    await desk.press(*closing)
    await desk.until(lambda: desk.app.screen is desk.screen)


@pytest.mark.parametrize("closing", ["escape", "ctrl+s"])
async def test_a_makes_the_mark_and_its_note_is_saved_by_any_way_out(
    open_desk: OpenDesk, closing: str
) -> None:
    async with open_desk(text=TEXT) as desk:
        await write_note(desk, "who?", closing)
        assert desk.marked == ["One two three."]
        assert desk.state.marks[0].highlight.note == "who?"
        assert desk.rows(4) == ["▌One two three. ¶1 ", "▌ who? "]


async def test_a_note_typed_and_closed_in_one_breath_is_whole(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a")
        # Without a pause, as when the terminal hands over all keys at once.
        for key in (*"quickly", "escape"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: desk.dialog is None)
        assert desk.state.marks[0].highlight.note == "quickly"


async def test_a_selection_can_be_noted_at_once(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("v", "e")
        await write_note(desk, "the first", "escape")
        assert desk.marked == ["One"]
        assert desk.state.marks[0].highlight.note == "the first"


async def test_ctrl_x_discards_only_what_was_just_typed(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await write_note(desk, "keep", "escape")
        await write_note(desk, " not this", "ctrl+x")
        assert desk.state.marks[0].highlight.note == "keep"


async def test_quitting_with_the_editor_open_saves_the_note(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("a")
        await desk.type("half")
        desk.app.exit()
    async with open_desk(text=TEXT) as desk:
        assert desk.state.marks[0].highlight.note == "half"


async def test_a_draft_left_by_a_crash_is_offered(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h")
        session = desk.state.session
        assert session is not None
        session.drafts.save(desk.state.marks[0].highlight.id, "unfinished tho")
        await desk.saved()
    async with open_desk(text=TEXT) as desk:
        await desk.until(lambda: isinstance(desk.app.screen, NoteScreen))
        assert desk.app.screen.query_one(TextArea).text == "unfinished tho"
        await desk.press("escape")
        assert desk.state.marks[0].highlight.note == "unfinished tho"


async def test_marks_notes_and_place_are_there_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("}", "h")
        await write_note(desk, "later", "escape")
        await desk.press("}", "q")
    async with open_desk(text=TEXT) as desk:
        assert desk.marked == ["Seven eight nine."]
        assert desk.state.marks[0].highlight.note == "later"
        assert desk.under_cursor.startswith("Eleven")
        await desk.press("[", "h")
        assert desk.under_cursor.startswith("Seven")
        await desk.press("g", "g", "]", "h")
        assert desk.under_cursor.startswith("Seven")


async def test_an_edited_text_keeps_certain_marks_and_lists_the_rest(open_desk: OpenDesk) -> None:
    filler = " ".join(f"Sentence number {n} stays as it is." for n in range(12))
    old = f"Alpha beta gamma delta.\n\n{filler}\n\nThis one will be cut away entirely.\n\n{filler}"
    new = f"New first words here.\n\nAlpha beta gamma delta.\n\n{filler}\n\n{filler}"
    async with open_desk(text=old) as desk:
        await desk.press("h")
        desk.go_to("This one will")
        await desk.press("h")
        await desk.saved()
    async with open_desk(text=new) as desk:
        assert desk.marked == ["Alpha beta gamma delta."]
        assert "This one will be cut away entirely." in desk.rows(4)[-1]
        assert "orphan" in desk.rows(4)[-1]


async def test_private_reading_writes_nothing(open_desk: OpenDesk, home: Path) -> None:
    before = sorted(home.rglob("*"))
    async with open_desk(text=TEXT, private=True) as desk:
        remembered = sorted(home.rglob("*"))
        await write_note(desk, "secret", "escape")
        assert desk.marked == ["One two three."]
        await desk.saved()
    assert sorted(home.rglob("*")) == remembered
    assert not (home / "library.db").exists()
    assert before == []


async def test_only_the_marked_rows_are_drawn_again(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        desk.go_to("The talks lasted")
        await desk.pilot.pause()
        view = desk.screen.view
        view.repainted_rows.clear()
        await desk.press("h")
        rows = view.lines.spans_by_row(desk.state.marks[0].span)
        assert set(view.repainted_rows) <= set(rows)
        assert view.repainted_rows


async def test_a_note_the_disk_refuses_is_kept_and_can_be_saved_later(open_desk: OpenDesk) -> None:
    long_note = "the whole story " * 3000
    async with open_desk(text=TEXT) as desk:
        database = desk.state.database
        assert database is not None
        full = "PRAGMA max_page_count = 1"
        roomy = "PRAGMA max_page_count = 100000"
        await desk.press("h")
        await desk.saved()
        # SQLite's own page limit stands in for a full disk.
        database.submit(lambda c: c.execute(full)).result()
        await desk.press("a")
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        note.editor.load_text(long_note)
        await desk.press("escape")
        await desk.until(lambda: "not saved" in desk.status)
        assert "a opens it again" in desk.status
        assert desk.state.marks[0].highlight.note == ""
        await desk.press("q")
        assert "1 note is not saved" in desk.status
        assert desk.app.return_code is None
        database.submit(lambda c: c.execute(roomy)).result()
        await desk.press("a")
        again = desk.dialog
        assert isinstance(again, NoteScreen)
        assert again.editor.text.strip() == long_note.strip()
        await desk.press("escape")
        await desk.saved()
        await desk.until(lambda: not desk.state.unsaved.of(Words.NOTE))
        assert desk.state.marks[0].highlight.note == long_note.strip()


async def test_a_mark_and_its_note_refused_together_are_both_kept(open_desk: OpenDesk) -> None:
    long_text = "Alpha beta gamma. " * 4000
    async with open_desk(text=long_text.strip()) as desk:
        database = desk.state.database
        assert database is not None
        await desk.press("h", "x")
        await desk.saved()
        database.submit(lambda c: c.execute("PRAGMA max_page_count = 1")).result()
        await desk.press("v", "G", "a")
        note = desk.dialog
        assert isinstance(note, NoteScreen)
        await desk.type("mine")
        await desk.press("escape")
        await desk.until(lambda: "your note is kept" in desk.status)
        assert "FOREIGN KEY" not in desk.status
        assert [note.text for note in desk.state.unsaved.of(Words.NOTE)] == ["mine"]
        database.submit(lambda c: c.execute("PRAGMA max_page_count = 100000")).result()
        await desk.press("a", "escape")
        await desk.saved()
        assert desk.state.marks[0].highlight.note == "mine"


async def test_discarded_changes_come_back_with_the_next_a(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await write_note(desk, "keep", "escape")
        await write_note(desk, " this too", "ctrl+x")
        assert "a brings them back" in desk.status
        await write_note(desk, "", "escape")
        assert desk.state.marks[0].highlight.note == "keep this too"
