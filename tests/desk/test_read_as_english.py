"""A text that was judged another language is read as English when the reader insists."""

from __future__ import annotations

from pathlib import Path

from tests.analysis.conftest import make_article
from tests.desk.conftest import Desk, OpenDesk
from tui.analysis.messages import encode_analysis
from tui.analysis.results import Analysis, Entity, EntityType, Mention
from tui.analysis.rules import MentionRule
from tui.analysis.service import rules_for
from tui.app import ClosereadApp
from tui.documents.article import ENGLISH, Span
from tui.settings.config import Config
from tui.settings.paths import paths
from tui.store.analysis_cache import AnalysisCache

TEXT = "Anna Berg traf die Minister in Oslo und sagte nicht, wann der Hafen schließt."
BERG = Entity("Anna Berg", EntityType.PERSON, (Mention(Span(0, 9), MentionRule.FULL_NAME),))


def remember_insisted() -> None:
    """Put the analysis of the text as English into the cache, beside the one that says no."""
    with AnalysisCache(paths().cache) as cache:
        data = encode_analysis(Analysis(ENGLISH, (BERG,)))
        cache.put(make_article(TEXT).text_hash, rules_for(ENGLISH), data)


async def test_g_l_reads_another_language_as_english(open_desk: OpenDesk) -> None:
    remember_insisted()
    async with open_desk(text=TEXT, analysis=Analysis("other")) as desk:
        assert "g l and Enter read this text as English" in desk.panels[0].state_text
        # Insists.
        await desk.press("g", "l", "enter")
        assert "read as English now" in desk.status
        await desk.until(lambda: desk.state.analysis and desk.state.analysis.is_read)
        assert any("Anna Berg" in row for row in desk.rows(1))
        # Insists no more.
        await desk.press("g", "l", "enter")
        assert "the words of this text say its language again" in desk.status


async def test_g_l_in_an_english_text_says_so(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        before = desk.parts.analysing.run_number
        await desk.press("g", "l", "enter")
        assert "read as English already" in desk.status
        assert desk.parts.analysing.run_number == before


async def test_panels_name_the_key_the_reader_has_chosen(open_desk: OpenDesk) -> None:
    config = Config(keys={"reading.name": ("E",)})
    async with open_desk(text=TEXT, analysis=Analysis("other"), config=config) as desk:
        assert "E and Enter read this text as English" in desk.panels[0].state_text


async def test_the_text_stays_english_when_it_is_read_again(open_desk: OpenDesk) -> None:
    remember_insisted()
    async with open_desk(text=TEXT, analysis=Analysis("other")) as desk:
        await desk.press("g", "l", "enter")
        await desk.until(lambda: desk.state.analysis and desk.state.analysis.is_read)
        before = desk.parts.analysing.run_number
        # Reads the source again; there is none, so that the text is analysed again.
        await desk.press("R")
        await desk.until(lambda: desk.parts.analysing.run_number > before)
        await desk.until(lambda: desk.state.analysis and desk.state.analysis.is_read)


async def test_an_article_opened_as_english_is_read_so_from_the_start(home: Path) -> None:
    remember_insisted()
    app = ClosereadApp(make_article(TEXT), read_as_english=True, config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.panels and desk.state.session and desk.state.analysis)
        await pilot.pause()
        assert desk.state.analysis is not None
        assert desk.state.analysis.is_read
