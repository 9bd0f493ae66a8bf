"""The map of the article: where the reader is, and not more signs than can be read."""

from __future__ import annotations

from collections import Counter

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult

from tui.widgets.glyphs import choose_glyphs
from tui.widgets.plain_themes import ANSI
from tui.widgets.ribbon import Ribbon, RibbonMark
from tui.widgets.themes import INK

HEIGHT = 20


class Shown(App[None]):
    """A map in one of our themes."""

    def __init__(self, theme: str, marks: tuple[RibbonMark, ...], total: int) -> None:
        super().__init__(ansi_color=theme == ANSI.name)
        self.ribbon = Ribbon()
        self.ribbon.styles.height = HEIGHT
        for each in (INK, ANSI):
            self.register_theme(each)
        self.theme = theme
        self.ribbon.total = total
        self.ribbon.view = (10, 20) if total > HEIGHT else (0, total)
        self.ribbon.marks = marks

    def compose(self) -> ComposeResult:
        yield self.ribbon


def marks(kind: str, rows: range) -> tuple[RibbonMark, ...]:
    return tuple(RibbonMark(row, kind) for row in rows)


FULL = marks("quote", range(0, 40)) + marks("question", range(0, 40, 2))


async def lines(
    theme: str, all_marks: tuple[RibbonMark, ...] = FULL, *, total: int = 40
) -> list[Segment]:
    """Every cell as it is drawn, top first."""
    app = Shown(theme, all_marks, total)
    async with app.run_test(size=(1, HEIGHT)):
        return [next(iter(app.ribbon.render_line(y))) for y in range(HEIGHT)]


async def test_what_the_screen_shows_has_a_ground_under_its_signs() -> None:
    cells = await lines("ink")
    ground = [cell.style.bgcolor for cell in cells if cell.style]
    assert len(set(ground[5:10])) == 1
    assert {ground[4], ground[10]} != {ground[5]}
    assert ground[5] not in (ground[4], ground[10])


async def test_without_colours_the_ground_is_reversed() -> None:
    cells = await lines("ansi")
    reversed_rows = [y for y, cell in enumerate(cells) if cell.style and cell.style.reverse]
    assert reversed_rows == list(range(5, 10))


@pytest.mark.parametrize("theme", ["ink", "ansi"])
async def test_an_article_that_is_seen_whole_needs_no_ground(theme: str) -> None:
    cells = await lines(theme, (), total=10)
    assert [cell.text for cell in cells] == ["│"] * 10 + [" "] * 10
    assert len({cell.style.bgcolor for cell in cells if cell.style}) == 1
    assert not any(cell.style.reverse for cell in cells if cell.style)


async def test_a_full_article_leaves_most_cells_free() -> None:
    signs = Counter(cell.text for cell in await lines("ink", FULL))
    assert signs["?"] == HEIGHT // 5
    assert 0 < signs["┃"] <= HEIGHT // 4
    assert signs["?"] + signs["┃"] < HEIGHT // 2


async def test_what_comes_first_is_what_is_shown() -> None:
    best = (RibbonMark(30, "question"), *marks("question", range(0, 30)))
    assert (await lines("ink", best))[15].text == "?"


async def test_highlights_and_mentions_are_never_left_out() -> None:
    own = marks("mention", range(0, 40, 4)) + tuple(
        RibbonMark(row, "mark", "green") for row in range(2, 40, 4)
    )
    quotes = marks("quote", range(0, 40))
    signs = Counter(cell.text for cell in await lines("ink", quotes + own))
    assert (signs["◆"], signs["●"]) == (10, 10)


@pytest.mark.usefixtures("ascii_glyphs")
async def test_the_part_on_the_screen_shows_in_ascii() -> None:
    cells = await lines("ink", ())
    assert [cell.text for cell in cells[4:11]] == [" ", "|", "|", "|", "|", "|", " "]


@pytest.fixture
def ascii_glyphs() -> object:  # the table is the program's: it goes back
    choose_glyphs(is_ascii=True, is_colourless=False)
    yield
    choose_glyphs(is_ascii=False, is_colourless=False)
