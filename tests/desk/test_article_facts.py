"""What an article says about itself can be put right, is remembered, and reaches what cites it."""

from __future__ import annotations

from datetime import date

from tests.desk import harbour
from tests.desk.conftest import Desk, OpenDesk
from tui.analysis.messages import encode_analysis
from tui.analysis.service import rules_for
from tui.dialogs.edit import EditScreen
from tui.documents.article import AUTO
from tui.library import Library
from tui.settings.paths import paths
from tui.store.analysis_cache import AnalysisCache

DAY = date(2024, 5, 14)


def title_of(desk: Desk) -> str:
    bar = desk.screen.title_bar
    return "".join(text for text, _ in (*bar.left, *bar.right))


def know(day: date | None) -> None:
    """Have the analysis of the harbour known as of a day."""
    with AnalysisCache(paths().cache) as cache:
        data = encode_analysis(harbour.analysis())
        cache.put(harbour.article().text_hash, rules_for(AUTO, day), data)


async def fill(desk: Desk, **boxes: str) -> None:
    """Open the sheet and type over some of its boxes; Esc saves."""
    await desk.press("D")
    sheet = desk.dialog
    assert isinstance(sheet, EditScreen)
    names = ("title", "author", "publication", "date", "address")
    for name, words in boxes.items():
        sheet.boxes[names.index(name)].value = words
    await desk.press("escape")
    await desk.pilot.pause()


async def test_facts_are_edited_shown_cited_and_taken_back(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        know(DAY)
        await fill(
            desk,
            title="The bridge closes",
            author="Miriam Oduya",
            publication="The Ellis Post",
            date="14 May 2024",
            address="https://ellis.example/bridge",
        )
        assert "the facts are changed" in desk.status
        assert "The bridge closes" in title_of(desk)
        assert "The Ellis Post" in title_of(desk)
        assert "14 May 2024" in title_of(desk)
        assert desk.state.article.published == DAY
        await desk.press("y")
        assert desk.app.clipboard.splitlines()[1] == (
            "— “The bridge closes”, by Miriam Oduya, The Ellis Post, Port Ellis, 14 May 2024, "
            "https://ellis.example/bridge"
        )
        await desk.press("h")
        await desk.saved()
        assert desk.state.database is not None
        library = Library(desk.state.database)
        (known,) = library.documents()
        assert (known.title, known.byline, known.site) == (
            "The bridge closes",
            "Miriam Oduya",
            "The Ellis Post",
        )
        assert (known.published, known.web_address) == (DAY, "https://ellis.example/bridge")
        cursor = desk.cursor
        await desk.press("u", "u")
        assert "article facts changed back" in desk.status
        assert desk.cursor == cursor
        assert "The bridge closes" not in title_of(desk)
        assert desk.state.article.published is None
        await desk.saved()
        (known,) = library.documents()
        assert (known.title, known.published) == (harbour.article().title, None)
        await desk.press("ctrl+r")
        assert "The bridge closes" in title_of(desk)


async def test_facts_are_there_when_the_article_is_opened_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await fill(desk, title="The bridge closes", author="")
        await desk.saved()
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.until(lambda: "The bridge closes" in title_of(desk))
        assert desk.state.database is not None
        (known,) = Library(desk.state.database).documents()
        assert known.title == "The bridge closes"
        # Nothing typed is the title the text gives.
        await fill(desk, title="")
        assert harbour.article().title[:20] in title_of(desk)


async def test_a_day_has_the_text_analysed_again(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        know(DAY)
        before = desk.parts.analysing.run_number
        await fill(desk, title="The bridge closes")
        assert desk.parts.analysing.run_number == before
        await fill(desk, date="2024-05-14")
        assert desk.parts.analysing.run_number > before
        await desk.until(lambda: desk.state.is_analysed)


async def test_what_is_no_day_is_told_and_kept(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await fill(desk, date="next Monday", author="Miriam Oduya")
        assert "“next Monday” is not a day" in desk.status
        assert desk.state.article.byline == "Miriam Oduya"
        assert desk.state.article.published is None
        await desk.press("D")
        assert isinstance(desk.dialog, EditScreen)
        assert [box.value for box in desk.dialog.boxes][3] == "next Monday"


async def test_nothing_typed_changes_nothing(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await fill(desk)
        assert desk.state.session is not None
        assert not desk.state.session.can_undo
        await desk.press("D")
        await desk.type("X")
        await desk.press("ctrl+x")
        assert not desk.state.session.can_undo
