"""Old questions answered from the article that is open: `A`, Enter, ctrl+s."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tests.desk.shelves import entered, head, headings, lines, opened, read, written
from tests.session.reading import allow_writing, refuse_writing
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.dialogs.answer import AnswerScreen
from tui.dialogs.answerable_list import AnswerableScreen
from tui.dialogs.help import HelpScreen
from tui.dialogs.ledger_list import LedgerScreen
from tui.documents.article import Span
from tui.ledger import Ledger
from tui.settings.config import Config
from tui.store.ledger_questions import QuestionState, Resolution
from tui.widgets.row_list import ListRow

OPENS = "The harbour bridge of Port Ellis opened to traffic again on Monday, Ada Obi said."
WEATHER = "Gulls sat on the railing."
NEWS = f"Port Ellis has its bridge back\n\n{OPENS}\n\n{WEATHER}"
WHEN = "When will the harbour bridge of Port Ellis open to traffic again?"
PAY = "Who will pay for the work?"


def analysis() -> Analysis:
    """The names of the news, as the analysis finds them."""

    def entity(name: str, kind: EntityType) -> Entity:
        at = NEWS.index(name)
        mention = Mention(Span(at, at + len(name)), MentionRule.SAME_NAME)
        return Entity(name, kind, (mention,))

    return Analysis(
        "en", (entity("Port Ellis", EntityType.PLACE), entity("Ada Obi", EntityType.PERSON))
    )


@asynccontextmanager
async def news_desk(
    open_desk: OpenDesk,
    tmp_path: Path,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
) -> AsyncIterator[Desk]:
    """The desk on an article that answers one of two questions of an earlier one."""
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        await entered(desk)
    async with open_desk(
        size, text=NEWS, analysis=analysis(), source="/a/news.txt", config=config
    ) as desk:
        await desk.until(lambda: desk.parts.made("seeking")._has_begun)
        desk.go_to(OPENS)
        yield desk


async def listed(desk: Desk, *keys: str) -> AnswerableScreen:
    return await opened(desk, AnswerableScreen, *(keys or ("A",)))


async def sheet(desk: Desk, key: str = "enter") -> AnswerScreen:
    await desk.press(key)
    await desk.until(lambda: isinstance(desk.app.screen, AnswerScreen))
    screen = desk.app.screen
    assert isinstance(screen, AnswerScreen)
    return screen


def text_of(row: ListRow, line: int) -> str:
    return "".join(text for text, _ in (*row.lines[line].left, *row.lines[line].right))


def resolutions(desk: Desk) -> dict[str, Resolution]:
    database = desk.state.database
    assert database is not None
    records = Ledger(database).listed()
    return {each.question.wording: each.question.resolution for each in records}


async def test_three_keys_answer_an_old_question(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        assert headings(screen) == ["These words may answer"]
        assert lines(screen)[0] == f"? {WHEN}"
        asking = await sheet(desk)
        assert asking.link.placeholder == f"“{OPENS}”"
        # Nothing is highlighted before something is saved.
        assert desk.marked == []
        await desk.press("ctrl+s")
        await desk.until(lambda: lines(screen)[0] == f"✓ {WHEN}")
        assert desk.marked == [OPENS]
        (mark,) = desk.state.marks
        wanted = Resolution(QuestionState.ANSWERED, "", f"highlight:{mark.highlight.id}")
        assert resolutions(desk)[WHEN] == wanted
        await desk.press("q")
        # The ledger leads to the words, as it does for any linked highlight.
        ledger = await opened(desk, LedgerScreen, "g", "U", "f", *"traffic", "enter")
        assert lines(ledger) == [f"✓ {WHEN}"]
        await desk.press("l")
        await desk.until(lambda: desk.dialog is None and desk.under_cursor == OPENS[:30])


async def test_a_selection_is_the_passage(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        await desk.press("v", *"www")
        words = desk.words(desk.screen.view.selection)
        screen = await listed(desk)
        assert words.strip() in str(screen.query_one(".dialog").border_title)
        # Esc leaves the selection as it was.
        await desk.press("escape")
        assert desk.words(desk.screen.view.selection) == words


async def test_shared_words_are_marked_and_the_row_says_where_and_how_old(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        row = next(row for row in screen.hits.rows if WHEN in text_of(row, 0))
        marked = {text for text, style in row.lines[0].left if "matched" in style}
        assert {"harbour", "bridge", "traffic"} <= marked
        assert "Who" not in marked
        assert "harbour bridge will close" in text_of(row, 1)
        assert "today" in text_of(row, 1)


async def test_where_nothing_is_near_it_says_so(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        desk.go_to(WEATHER)
        screen = await listed(desk)
        near, elsewhere = headings(screen)
        assert near == "No open question is near these words."
        assert elsewhere == "Other sentences of this article may answer"
        assert OPENS[:20] in text_of(screen.hits.rows[2], 1)


async def test_the_other_open_questions_are_folded_below(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        assert lines(screen)[-1] == "▸ 1 other open question"
        await desk.press("j", "enter")
        await desk.until(lambda: lines(screen)[-1] == f"? {PAY}")
        await desk.press("enter")
        await desk.until(lambda: lines(screen)[-1] == "▸ 1 other open question")


async def test_a_filter_finds_any_open_question(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await desk.press("f", *"pay", "enter")
        await read(desk, screen)
        assert lines(screen) == [f"? {PAY}"]
        await sheet(desk, "r")
        await desk.type("The county.")
        await desk.press("ctrl+s")
        await desk.until(lambda: resolutions(desk)[PAY].answer == "The county.")
        assert desk.marked == [OPENS]


@pytest.mark.parametrize("is_typed", [True, False])
async def test_who_discards_leaves_no_highlight_and_no_answer(
    open_desk: OpenDesk, tmp_path: Path, is_typed: bool
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await sheet(desk)
        if is_typed:
            await desk.type("perhaps")
        await desk.press("ctrl+x" if is_typed else "escape")
        await desk.until(lambda: desk.app.screen is screen)
        assert "nothing" in head(screen)
        await desk.saved()
        assert desk.marked == []
        assert resolutions(desk)[WHEN].state is QuestionState.OPEN
        again = await sheet(desk)
        assert again.editor.text == ("perhaps" if is_typed else "")


async def test_esc_saves_typed_words_and_the_question_stays_open(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await sheet(desk)
        await desk.type("Perhaps.")
        await desk.press("escape")
        await desk.until(lambda: resolutions(desk)[WHEN].answer == "Perhaps.")
        assert resolutions(desk)[WHEN].state is QuestionState.OPEN
        await desk.until(lambda: "› Perhaps." in text_of(screen.hits.rows[1], 1))
        assert desk.marked == [OPENS]


async def test_undo_in_the_list_takes_answer_and_highlight_back_and_redo_gives_them(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await desk.press("u")
        assert "nothing to undo here" in head(screen)
        await sheet(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: lines(screen)[0] == f"✓ {WHEN}")
        await desk.press("u")
        await desk.until(lambda: lines(screen)[0] == f"? {WHEN}")
        assert desk.marked == []
        assert resolutions(desk)[WHEN].state is QuestionState.OPEN
        await desk.press("ctrl+r")
        await desk.until(lambda: lines(screen)[0] == f"✓ {WHEN}")
        assert desk.marked == [OPENS]


async def test_one_undo_in_the_text_takes_all_of_it_back(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await sheet(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: lines(screen)[0] == f"✓ {WHEN}")
        await desk.press("escape", "u")
        await desk.until(lambda: resolutions(desk)[WHEN].state is QuestionState.OPEN)
        assert desk.marked == []
        assert "the answer is taken back" in desk.status


async def test_undo_in_the_ledger_takes_the_highlight_back_too(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        screen = await listed(desk)
        await sheet(desk)
        await desk.press("ctrl+s")
        await desk.until(lambda: lines(screen)[0] == f"✓ {WHEN}")
        await desk.press("escape")
        await opened(desk, LedgerScreen, "g", "U")
        await desk.press("u")
        await desk.until(lambda: resolutions(desk)[WHEN].state is QuestionState.OPEN)
        await desk.until(lambda: desk.marked == [])


async def test_a_link_that_is_typed_makes_no_highlight(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        await listed(desk)
        await sheet(desk)
        await desk.press("tab", *"seed:x", "enter")
        await desk.until(lambda: resolutions(desk)[WHEN].link == "seed:x")
        assert desk.marked == []


async def test_o_goes_where_the_question_is_asked(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        await listed(desk)
        await desk.press("o")
        await desk.until(lambda: "harbour.txt" in desk.state.article.source)


async def test_help_lists_the_keys_of_the_list(open_desk: OpenDesk, tmp_path: Path) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        await listed(desk)
        await desk.press("?")
        await desk.until(lambda: isinstance(desk.app.screen, HelpScreen))


async def test_an_answer_the_disk_refuses_is_offered_again(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        database = desk.state.database
        assert database is not None
        screen = await listed(desk)
        refuse_writing(database)
        await sheet(desk)
        await desk.type("On Monday.")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.app.screen is screen and desk.marked == [])
        allow_writing(database)
        again = await sheet(desk)
        assert again.editor.text == "On Monday."


# -- being told -----------------------------------------------------------------------


async def test_a_new_article_says_once_that_it_may_answer(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    async with news_desk(open_desk, tmp_path) as desk:
        said = "this may answer a question you left open: A lists them"
        await desk.until(lambda: said in desk.status)
    async with open_desk(text=NEWS, analysis=analysis(), source="/a/news.txt") as desk:
        await desk.until(lambda: desk.parts.made("seeking")._has_begun)
        await desk.saved()
        assert "may answer" not in desk.status


async def test_private_reading_is_told_nothing(open_desk: OpenDesk) -> None:
    async with open_desk(text=NEWS, analysis=analysis(), private=True) as desk:
        await desk.until(lambda: desk.parts.made("seeking"))
        assert not desk.parts.seeking._has_begun


async def test_a_library_without_open_questions_says_so(open_desk: OpenDesk) -> None:
    async with open_desk(text=WEATHER, private=True) as desk:
        screen = await listed(desk)
        assert lines(screen) == []
        assert screen.hits.state_text.startswith("No question is open")


async def test_an_article_that_answers_nothing_says_nothing(
    open_desk: OpenDesk, tmp_path: Path
) -> None:
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        await entered(desk)
        await desk.until(lambda: desk.parts.seeking._has_begun)
        await desk.saved()
        assert "may answer" not in desk.status
