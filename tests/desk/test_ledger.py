"""The ledger of questions, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from tests.desk import harbour
from tests.desk.conftest import OpenDesk, remember
from tests.desk.ledger import OPEN, PAY, harbour_desk, states, typed_answer
from tests.desk.shelves import RIVER, entered, head, headings, lines, opened, read, written
from tui.analysis.results import Analysis
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.finder import FinderScreen
from tui.dialogs.help import HelpScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.dialogs.ledger_rows import question_preview
from tui.dialogs.shelf_rows import is_heading
from tui.documents.loading import load
from tui.settings.config import Config
from tui.store.anchors import describe
from tui.store.documents import DocumentRecord
from tui.store.ledger_questions import LedgerQuestion, QuestionState


async def test_g_u_lists_the_questions_of_this_article(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert lines(ledger) == [f"? {PAY}", f"? {OPEN}"]
        assert head(ledger) == "2 open"
        assert headings(ledger) == []
        await desk.press("q")
        assert desk.dialog is None


async def test_g_capital_u_lists_the_questions_of_all_articles_under_their_titles(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path):
        pass
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        ledger = await opened(desk, LedgerScreen, "g", "U")
        assert lines(ledger) == [f"? {PAY}", f"? {OPEN}"]
        assert len(headings(ledger)) == 1
        # The cursor passes over the name of the article.
        assert not is_heading(ledger.hits.rows[ledger.hits.cursor])


async def test_d_drops_and_o_opens_again_and_keeps_the_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await typed_answer(desk, "The county.")
        await desk.press("d")
        await desk.until(lambda: "1 open, 1 dropped" in head(ledger))
        await desk.until(lambda: states(ledger)[0] is QuestionState.DROPPED)
        await desk.press("d")
        assert "dropped already" in head(ledger)
        await desk.press("o")
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        row = ledger.deciding.current
        assert row is not None
        assert row.resolution.answer == "The county."


async def test_keys_of_two_strokes_work_in_the_list(open_desk: OpenDesk, tmp_path: Path) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    config = Config(keys={"question.drop": ("d d",)})
    async with open_desk(
        text=harbour.TEXT, analysis=harbour.analysis(), source=source, config=config
    ) as desk:
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("d", "escape")
        assert desk.dialog is ledger
        await desk.until(lambda: states(ledger)[0] is QuestionState.OPEN)
        await desk.press("d")
        assert "nothing on this key" not in head(ledger)
        await desk.press("d")
        await desk.until(lambda: states(ledger)[0] is QuestionState.DROPPED)


async def test_u_and_ctrl_r_undo_and_redo_in_the_list(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("u")
        await desk.until(lambda: "nothing to undo" in head(ledger))
        await desk.press("j", "d", "k", "u")
        await desk.until(lambda: "undo: open again" in head(ledger))
        await desk.until(lambda: states(ledger) == [QuestionState.OPEN, QuestionState.OPEN])
        # The cursor shows what was changed.
        assert ledger.hits.cursor == 1
        await desk.press("ctrl+r")
        await desk.until(lambda: "redo: dropped" in head(ledger))
        await desk.until(lambda: states(ledger) == [QuestionState.OPEN, QuestionState.DROPPED])


async def test_undo_in_the_text_is_not_about_the_ledger(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("d", "q", "u")
        assert "nothing to undo" in desk.status
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.until(lambda: states(ledger)[0] is QuestionState.DROPPED)


async def test_f_filters_with_typos_and_by_state(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.press("f")
        await desk.type("trafic agian")
        await read(desk, ledger)
        assert lines(ledger) == [f"? {OPEN}"]
        # Enter gives the keys back to the list; a command is about what is listed.
        await desk.press("enter", "d")
        await desk.until(lambda: "1 dropped" in head(ledger))
        await desk.press("escape")
        await read(desk, ledger)
        await desk.until(lambda: states(ledger) == [QuestionState.OPEN, QuestionState.DROPPED])
        await desk.press("f")
        await desk.type("is:open")
        await read(desk, ledger)
        assert lines(ledger) == [f"? {PAY}"]
        await desk.type(" zebra")
        await read(desk, ledger)
        assert "No question matches" in ledger.hits.state_text


@pytest.mark.parametrize("leaving", ["enter", "escape"])
async def test_keys_after_the_one_that_leaves_the_filter_are_for_the_list(
    open_desk: OpenDesk, tmp_path: Path, leaving: str
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        for key in ("f", *"traffic", leaving, "G", "d"):
            desk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await desk.until(lambda: "1 open, 1 dropped" in head(ledger))
        await desk.until(lambda: QuestionState.DROPPED in states(ledger))
        assert ledger.prompt.value == ("traffic" if leaving == "enter" else "")
        row = ledger.deciding.current
        assert row is not None
        assert (row.wording, row.state) == (OPEN, QuestionState.DROPPED)


async def test_enter_goes_to_the_evidence_in_the_open_article(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.under_cursor.startswith("It is not clear when"))
        await desk.press("<")
        assert desk.state.paragraph_of(desk.cursor) == 1


async def test_enter_opens_the_article_of_a_question_at_its_evidence(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path):
        pass
    async with open_desk(text=RIVER, source="/a/river.txt") as desk:
        first = desk.screen
        await opened(desk, LedgerScreen, "g", "U")
        await desk.press("j", "enter")
        await desk.until(lambda: desk.screen is not first and desk.state.session)
        await desk.until(lambda: desk.under_cursor.startswith("It is not clear when"))
        await desk.press("q")
        assert desk.screen is first


async def test_an_answer_given_over_another_article_is_shown_in_the_one_below(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    river = tmp_path / "river.txt"
    river.write_text(RIVER)
    remember(load(str(river)), Analysis("en"))
    async with harbour_desk(open_desk, tmp_path) as desk:
        below = desk.screen
        below.post_message(ArticleRequested(str(river), Arrival()))
        await desk.until(lambda: desk.screen is not below and desk.state.session)
        ledger = await opened(desk, LedgerScreen, "g", "U")
        await typed_answer(desk, "The county.")
        await desk.until(lambda: "1 answered" in head(ledger))
        await desk.press("q", "q")
        assert desk.screen is below
        await desk.until(lambda: "› The county." in desk.rows(3)[0])


async def test_a_question_of_an_edited_text_is_gone_to_where_it_stands_now(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("j", "d")
        await desk.press("q")
    edited = "A correction was printed.\n\n" + harbour.TEXT
    source = str(tmp_path / "harbour.txt")
    async with open_desk(text=edited, analysis=Analysis("en"), source=source) as desk:
        ledger = await opened(desk, LedgerScreen, "g", "u")
        await desk.until(lambda: "no longer found" in head(ledger))
        await desk.press("j", "enter")
        await desk.until(lambda: desk.under_cursor.startswith("It is not clear when"))


async def test_l_goes_to_the_highlight_that_answers(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        desk.go_to("The ferry company, Tidewater")
        await desk.press("h", "g", "g")
        await desk.saved()
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("l")
        assert isinstance(desk.app.screen, LedgerScreen)
        assert "r writes it down" in head(desk.app.screen)
        await desk.press("r")
        await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
        await desk.press("ctrl+o")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await desk.until(lambda: finder.query_in_force == "" and finder.hits.rows)
        await desk.press("enter", "ctrl+s", "l")
        await desk.until(lambda: desk.under_cursor.startswith("The ferry company, Tidewater"))


async def test_y_copies_question_evidence_answer_and_source(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await typed_answer(desk, "The county.")
        await desk.press("y")
        copied = desk.app.clipboard.splitlines()
        assert copied[:3] == [PAY, "“it would not say who is to pay for the work”", "The county."]
        assert copied[3].endswith("harbour.txt)")


async def test_another_program_sees_the_answer(
    open_desk: OpenDesk, tmp_path: Path, home: Path
) -> None:
    from tui.ledger import Ledger
    from tui.settings.paths import paths
    from tui.store.database import Database

    async with harbour_desk(open_desk, tmp_path) as desk:
        with Database(paths().library) as theirs:
            ledger = await opened(desk, LedgerScreen, "g", "u")
            await desk.press("d")
            await desk.until(lambda: "1 open, 1 dropped" in head(ledger))
            await desk.until(lambda: Ledger(theirs).counts().dropped == 1)
            Ledger(theirs).undo(lambda _: None)
            theirs.submit(lambda c: None).result()
            await desk.press("q")
            again = await opened(desk, LedgerScreen, "g", "u")
            await desk.until(lambda: states(again)[0] is QuestionState.OPEN)


async def test_a_private_reading_has_a_ledger_that_ends_with_it(
    open_desk: OpenDesk, tmp_path: Path, home: Path
) -> None:
    written(tmp_path / "harbour.txt")
    async with open_desk(text=harbour.TEXT, private=True) as desk:
        await desk.until(lambda: desk.state.is_analysed)
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("d", "q")
    assert not (home / "library.db").exists()


async def test_where_only_marked_articles_are_kept_the_first_mark_brings_the_questions(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    config = Config(keep="marked")
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), config=config) as desk:
        await desk.until(lambda: desk.state.waits_for_first_mark)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert "kept with its first highlight" in ledger.hits.state_text
        await desk.press("q", "h")
        await entered(desk)
        ledger = await opened(desk, LedgerScreen, "g", "u")
        assert len(lines(ledger)) == 2


async def test_question_mark_shows_the_keys_of_the_list(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await opened(desk, LedgerScreen, "g", "u")
        await desk.press("?")
        assert isinstance(desk.app.screen, HelpScreen)
        shown = [row.key for row in desk.app.screen.rows.rows]
        assert "question.answer" in shown
        assert "line.next" not in shown


async def test_escape_leaves_a_list_that_waits_for_the_disk(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with harbour_desk(open_desk, tmp_path) as desk:
        await desk.press("g", "u")
        ledger = desk.app.screen
        assert isinstance(ledger, LedgerScreen)
        ledger.is_reading = True
        # The first Esc waits behind the key before it, the second one does not.
        await desk.press("d", "escape")
        assert desk.dialog is ledger
        await desk.press("escape")
        assert desk.dialog is None
        again = await opened(desk, LedgerScreen, "g", "u")
        await desk.until(lambda: states(again)[0] is QuestionState.OPEN)


@pytest.mark.parametrize("key", ["u", "U"])
async def test_the_ledger_opens_over_a_selection_and_leaves_it(
    open_desk: OpenDesk, key: str
) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("V")
        selected = desk.screen.view.selection
        ledger = await opened(desk, LedgerScreen, "g", key)
        assert isinstance(ledger, LedgerScreen)
        await desk.press("escape")
        assert desk.screen.view.selection == selected


@pytest.mark.parametrize("words", ["Nobody could say who", "who will pay", "again"])
def test_a_preview_begins_and_ends_with_whole_words(words: str) -> None:
    text = " ".join(["The harbour mistress spoke."] * 6) + " Nobody could say who will pay, and "
    text += " ".join(["the councillors argued"] * 9) + " over it again"
    start = text.index(words)
    anchor = describe(text, start, start + len(words))
    document = DocumentRecord("d", "Harbour", None, None, None, "/h", "", "")
    question = LedgerQuestion("q", "d", anchor, "unknown", "Who will pay?", "text", (), 2)
    shown = question_preview(question, document, "l").plain.split("\n\n")[-1]
    around = [part for part in shown.split("…") if part]
    assert words in shown
    assert all(set(part.split()) <= set(text.split()) for part in around)
    assert shown.startswith("…")
