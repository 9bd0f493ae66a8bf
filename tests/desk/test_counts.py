"""What is counted, and how numbers are written: rows that are rows, hours as hours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tui.analysis.results import Analysis, EntityType, Quote, QuoteKind
from tui.desk.title_bar import title_runs
from tui.dialogs.finder import FinderScreen
from tui.dialogs.help import HelpScreen
from tui.dialogs.library_figures import StatisticsScreen, lead_of
from tui.dialogs.list import ListScreen
from tui.dialogs.theme_list import ThemeScreen
from tui.dialogs.why import WhyScreen
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.search.query import MOST_FOUND
from tui.widgets.rooms import width_of


async def test_lists_count_what_one_can_go_to_and_no_headings(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis()) as desk:
        await desk.press("?")
        screen = desk.app.screen
        assert isinstance(screen, HelpScreen)
        count = sum(row.key in screen._by_id for row in screen.rows.rows)
        assert screen.rows.position == (1, count)
        await desk.press("escape", "g", "s")
        figures = desk.app.screen
        assert isinstance(figures, StatisticsScreen)
        await desk.until(lambda: figures.rows.rows)
        count = sum(lead_of(row.key) is not None for row in figures.rows.rows)
        assert figures.rows.position == (1, count)
        await desk.press("escape", "3", "i")
        why = desk.app.screen
        assert isinstance(why, WhyScreen)
        assert why.rows.position[1] == _labelled(why)


def _labelled(screen: ListScreen[Span]) -> int:
    """The rows of a list that begin something."""
    return sum(row.key.endswith(" 0") for row in screen.rows.rows)


@pytest.mark.parametrize(
    ("words", "said"),
    [(569, "2 min"), (230 * 59, "59 min"), (169_492, "12 h 17 min"), (13_800, "1 h")],
)
def test_a_long_reading_time_is_told_in_hours(words: int, said: str) -> None:
    text = "word " * words
    article = Article("/a", text, "A title", split_blocks(text))
    _, facts = title_runs(article, 120, is_complete=True, cursor=0)
    assert f"· {said} " in "".join(part for part, _ in facts)


async def test_thousands_are_parted_in_panels_as_in_the_title_bar(open_desk: OpenDesk) -> None:
    entity = harbour.analysis().entities[0]
    many = (entity.mentions[0],) * 1100
    analysis = Analysis("en", (replace(entity, type=EntityType.PERSON, mentions=many),))
    async with open_desk(text=harbour.TEXT, analysis=analysis) as desk:
        assert str(desk.panels[0].border_subtitle) == "1 · 1,100 mentions"


async def test_the_keys_of_the_list_of_themes_are_whole(open_desk: OpenDesk) -> None:
    async with open_desk(text=harbour.TEXT) as desk:
        await desk.press("T")
        screen = desk.app.screen
        assert isinstance(screen, ThemeScreen)
        await desk.pilot.pause()
        assert width_of(screen.foot.left) <= screen.foot.size.width
        assert "Esc back" in "".join(text for text, _ in screen.foot.left)


async def test_a_finder_that_lists_only_the_first_says_so(open_desk: OpenDesk) -> None:
    async with open_desk(text="The bridge is closed. " * 300) as desk:
        await desk.press("\\", *"bridge")
        finder = desk.app.screen
        assert isinstance(finder, FinderScreen)
        await desk.until(lambda: finder.is_up_to_date and len(finder.hits.rows) == MOST_FOUND)
        assert finder.foot.left[0][0] == f" {MOST_FOUND}+ found "


async def test_who_is_described_is_a_speaker_and_nobody_s_quote_has_no_verb(
    open_desk: OpenDesk,
) -> None:
    text = "\u201cNot with that horse,\u201d said the carter. \u201cI shall want it,\u201d he said."
    the_carter, he = Span(28, 38), Span(59, 61)
    assert text[28:38] == "the carter"
    assert text[59:61] == "he"
    quotes = (
        Quote((Span(0, 22),), QuoteKind.DIRECT, (Span(23, 27),), (the_carter,)),
        Quote((Span(40, 58),), QuoteKind.DIRECT, (Span(62, 66),), (he,)),
    )
    async with open_desk(text=text, analysis=Analysis("en", (), quotes)) as desk:
        assert desk.panels[1].counts == "2 · 1 speaker"
        rows = desk.rows(2)
        assert any("the carter said" in row for row in rows)
        assert any("speaker not named" in row for row in rows)
        assert not any("speaker not named said" in row for row in rows)
