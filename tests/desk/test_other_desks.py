"""What another program writes shows on the open desk, and what holds the library is said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from sqlite3 import connect

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import entered
from tests.session.reading import Reader, forget, span_of
from tui.app import ClosereadApp
from tui.desk.other_desks import OtherDesks
from tui.dialogs.marks_list import MarksScreen
from tui.dialogs.note import NoteScreen
from tui.ledger import Ledger, QuestionState, Resolution
from tui.session.reading import ReadingSession
from tui.settings.paths import paths
from tui.store.database import Database


@contextmanager
def other_desk(desk: Desk) -> Iterator[Reader]:
    """Another program with the same article open."""
    with Database(paths().library) as database:
        session = ReadingSession.open(database, desk.state.article, lambda _: None)
        yield Reader(session, [])


def made(other: Reader, words: str) -> str:
    """Mark words on the other desk; the id of the highlight."""
    article = other.session.article
    ident = other.mark(article.text[slice(*span_of(article, words))]).highlight.id
    other.wait()
    return ident


async def test_a_mark_of_another_desk_shows_without_moving_the_reader(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("j", "j", "j")
        before = (desk.cursor, desk.screen.view.scroll_offset.y, desk.screen.focused)
        words = desk.state.article.text[40:60]
        with other_desk(desk) as other:
            made(other, words)
            await desk.until(lambda: desk.marked == [words])
        assert (desk.cursor, desk.screen.view.scroll_offset.y, desk.screen.focused) == before
        await desk.until(lambda: "1 saved" in desk.status)
        assert words in desk.rows(4)[0]


async def test_the_list_of_highlights_follows_another_desk(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("g", "h")
        await desk.until(lambda: isinstance(desk.app.screen, MarksScreen))
        shelf = desk.app.screen
        assert isinstance(shelf, MarksScreen)
        with other_desk(desk) as other:
            made(other, desk.state.article.text[40:60])
            await desk.until(lambda: len(shelf.hits.rows) == 1)


async def test_a_note_typed_while_another_desk_writes_one_keeps_both(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("h")
        await desk.saved()
        ident = desk.state.marks[0].highlight.id
        await desk.press("a")
        await desk.until(lambda: isinstance(desk.app.screen, NoteScreen))
        await desk.type("mine")
        with other_desk(desk) as other:
            other.session.set_note(ident, "theirs")
            other.wait()
            await desk.until(lambda: desk.state.marks[0].highlight.note == "theirs")
        await desk.press("escape")
        await desk.saved()
        note = desk.state.marks[0].highlight.note
        assert note.startswith("theirs\n")
        assert note.endswith("\nmine")
        assert not list(desk.state.unsaved)


async def test_an_answer_of_another_program_shows_in_the_panel(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await entered(desk)
        session = desk.state.session
        assert session is not None
        with Database(paths().library) as database:
            ledger = Ledger(database, session.document_id)
            question = ledger.listed()[0].question
            ledger.decide(question.id, Resolution(QuestionState.ANSWERED, "in May", ""))
        await desk.until(lambda: any("in May" in row for row in desk.rows(3)))


async def test_an_article_forgotten_elsewhere_is_said_to_be_gone(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("h")
        await desk.saved()
        with Database(paths().library) as database:
            forget(database, desk.state.article.source)
        await desk.until(lambda: desk.marked == [])
        assert "has forgotten this article" in desk.status
        await desk.press("h")
        await desk.saved()
        assert len(desk.marked) == 1
        with other_desk(desk) as other:
            assert len(other.session.marks) == 1


async def test_looking_for_other_desks_draws_nothing_below_a_dialog(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[int] = []
    drawn: list[object] = []
    watch = OtherDesks.watch

    def looked(other_desks: OtherDesks) -> None:
        looks.append(len(drawn))
        watch(other_desks)

    monkeypatch.setattr("tui.desk.other_desks.LOOK_EVERY", 0.05)
    monkeypatch.setattr(OtherDesks, "watch", looked)
    monkeypatch.setattr(ClosereadApp, "_display", lambda _app, *frame: drawn.append(frame))
    async with open_desk() as desk:
        await desk.press("question_mark")
        await desk.until(lambda: desk.dialog)
        looks.clear()
        await desk.until(lambda: len(looks) > 5 and looks[-1] == looks[-4])


async def test_a_library_held_by_another_program_is_waited_for(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.database.LOCK_WAIT", 0.1)
    monkeypatch.setattr("tui.store.database._TRY_AGAIN", 0.1)
    async with open_desk() as desk:
        with closing(connect(paths().library, isolation_level=None)) as holder:
            holder.execute("BEGIN IMMEDIATE")
            await desk.press("h")
            await desk.until(lambda: "another program holds the library" in desk.status)
            await desk.press("j")
            await desk.until(lambda: "waiting" in desk.status)
            assert len(desk.marked) == 1
            holder.execute("ROLLBACK")
        await desk.saved()
        await desk.until(lambda: "1 saved" in desk.status)


async def test_a_library_that_is_held_while_it_is_opened_is_said_to_be(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.store.database._TRY_AGAIN", 0.1)
    async with open_desk() as desk:
        await desk.press("h")
        await desk.saved()
    with closing(connect(paths().library, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        async with open_desk(waits=False) as desk:
            await desk.until(lambda: "another program holds the library" in desk.status)
            holder.execute("ROLLBACK")
            await desk.until(lambda: len(desk.marked) == 1)


async def test_leaving_ends_the_wait_and_keeps_the_words(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk.library_opening.WAIT_FOR_SAVING", 0.3)
    monkeypatch.setattr("tui.store.database._TRY_AGAIN", 0.1)
    with ExitStack() as ends_last:
        async with open_desk() as desk:
            unsaved = desk.state.unsaved
            await desk.press("h")
            await desk.saved()
            holder = ends_last.enter_context(closing(connect(paths().library)))
            holder.execute("BEGIN IMMEDIATE")
            await desk.press("a")
            await desk.until(lambda: isinstance(desk.app.screen, NoteScreen))
            await desk.type("kept")
            await desk.press("escape")
            await desk.press("q")
        assert [words.text for words in unsaved] == ["kept"]
        assert desk.app.unsaved
