"""Chapters, headings and pages: gone to, stepped through, shown, cited and exported."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from tests.desk.conftest import Desk, OpenDesk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.dialogs.contents_list import ContentsScreen
from tui.documents.article import Article, Milestone, MilestoneKind, StyledSpan, TextStyle
from tui.documents.loading import from_text
from tui.settings.config import Config
from tui.widgets.ribbon import Ribbon

PAGE, CHAPTER = MilestoneKind.PAGE, MilestoneKind.CHAPTER
CHAPTERS = ("The Mill", "The Wedding", "The Sale")
PARTS = [
    f"{name}\n\n" + "\n\n".join(f"Word {n} of {name}." for n in range(30)) for name in CHAPTERS
]
TEXT = "\n\n".join(PARTS)


def book() -> Article:
    """A book of three chapters of two pages each."""
    starts = [TEXT.index(part) for part in PARTS]
    marks = [Milestone(start, CHAPTER, name) for start, name in zip(starts, CHAPTERS, strict=True)]
    for number, start in enumerate(starts):
        marks.append(Milestone(start, PAGE, str(2 * number + 1)))
        middle = TEXT.index(f"Word 15 of {CHAPTERS[number]}")
        marks.append(Milestone(middle, PAGE, str(2 * number + 2)))
    made = replace(
        from_text(TEXT, "/nowhere/book.epub", "The House of Orrin"),
        milestones=tuple(sorted(marks)),
        styles=tuple(
            StyledSpan(start, start + len(name), TextStyle.TITLE)
            for start, name in zip(starts, CHAPTERS, strict=True)
        ),
    )
    remember(made, Analysis("en"))
    return made


@asynccontextmanager
async def reading(size: tuple[int, int] = (120, 40)) -> AsyncIterator[Desk]:
    app = ClosereadApp(book(), config=Config())
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.panels and desk.state.session)
        yield desk


def title(desk: Desk) -> str:
    desk.screen.next_frame.catch_up()
    return "".join(text for text, _ in desk.screen.title_bar.left)


def entries(screen: object) -> list[str]:
    assert isinstance(screen, ContentsScreen)
    rows = screen.hits.rows
    return ["".join(text for text, _ in row.lines[0].left).rstrip() for row in rows]


async def test_g_t_lists_chapters_and_pages_from_where_the_reader_is() -> None:
    async with reading() as desk:
        desk.go_to("Word 20 of The Wedding")
        await desk.press("g", "t")
        assert entries(desk.dialog)[:4] == [
            "The Mill", "        page 1", "        page 2", "The Wedding",
        ]  # fmt: skip
        assert isinstance(desk.dialog, ContentsScreen)
        current = desk.dialog.hits.current
        assert current is not None
        assert current.lines[0].left[1][0] == "page 4"
        await desk.press(*"sale", "enter")
        assert desk.under_cursor.startswith("The Sale")
        await desk.press("<")
        assert desk.under_cursor.startswith("Word 20 of The Wedding")
        await desk.press("g", "t", *"zebra")
        assert isinstance(desk.dialog, ContentsScreen)
        assert desk.dialog.hits.state_text == "Nothing here is called “zebra”."
        await desk.press("escape")


async def test_brackets_step_through_the_chapters_and_select() -> None:
    async with reading() as desk:
        await desk.press("]", "t")
        assert desk.under_cursor.startswith("The Wedding")
        await desk.press("]", "t", "]", "t")
        assert desk.under_cursor.startswith("The Sale")
        assert "no heading or chapter after this place" in desk.status
        await desk.press("[", "t")
        assert desk.under_cursor.startswith("The Wedding")
        await desk.press("v", "]", "t")
        assert desk.words(desk.screen.view.selection).endswith("Word 29 of The Wedding.\n\n")


async def test_the_palette_takes_a_page() -> None:
    async with reading() as desk:
        await desk.press(":", *"p4", "enter")
        assert desk.under_cursor.startswith("Word 15 of The Wedding")
        await desk.press(":", *"p9", "enter")
        assert "this text has pages 1 to 6" in desk.status
        # A bare number is a paragraph still.
        await desk.press(":", *"2", "enter")
        assert desk.under_cursor.startswith("Word 0 of The Mill")


async def test_page_and_chapter_are_shown_where_the_reader_is() -> None:
    async with reading() as desk:
        assert " p. 1 " in desk.status
        desk.go_to("Word 20 of The Wedding")
        await desk.until(lambda: " p. 4 " in desk.status)
        assert title(desk) == " closeread   The House of Orrin › The Wedding"
        marks = desk.screen.query_one(Ribbon).marks
        assert [mark.kind for mark in marks].count("chapter") == 3


async def test_a_copied_passage_and_an_export_name_page_and_chapter(tmp_path: Path) -> None:
    async with reading() as desk:
        desk.go_to("Word 20 of The Wedding")
        await desk.press("y")
        assert desk.app.clipboard == (
            "“Word 20 of The Wedding.”\n"
            "— “The House of Orrin”, ch. The Wedding, p. 4, /nowhere/book.epub"
        )
        await desk.press("h", "Y")
        assert "— *The House of Orrin*, ch. The Wedding, p. 4, /nowhere" in desk.app.clipboard
        await desk.saved()
        for name in ("marks.json", "marks.md"):
            await desk.press("e", "ctrl+u", *str(tmp_path / name), "enter")
            await desk.until(lambda: "1 highlight written" in desk.status)
            await desk.press("j")
    mark = json.loads((tmp_path / "marks.json").read_text())["documents"][0]["marks"][0]
    assert (mark["chapter"], mark["page"], mark["last_page"]) == ("The Wedding", "4", "4")
    assert "time" not in mark
    assert "— *The House of Orrin*, ch. The Wedding, p. 4\n" in (tmp_path / "marks.md").read_text()


async def test_a_text_without_headings_says_so_and_p_is_a_paragraph(open_desk: OpenDesk) -> None:
    async with open_desk(text="One two.\n\nThree four.") as desk:
        await desk.press("g", "t")
        assert "this text has no headings, chapters or pages" in desk.status
        await desk.press("]", "t")
        assert "no heading or chapter after this place" in desk.status
        await desk.press(":", *"p2", "enter")
        assert desk.under_cursor.startswith("Three four")


async def test_captions_are_dim_and_italic_and_the_title_bar_names_the_publication() -> None:
    caption = TEXT.index("Word 0 of The Mill.")
    styled = StyledSpan(caption, caption + 19, TextStyle.CAPTION)
    made = book()
    page = replace(made, styles=(*made.styles, styled), site="The Orrin Times")
    app = ClosereadApp(page, config=Config())
    async with app.run_test(size=(120, 40)) as pilot:
        desk = Desk(app, pilot)
        await desk.until(lambda: desk.panels and desk.state.session)
        assert "The Orrin Times" in "".join(text for text, _ in desk.screen.title_bar.right)
        desk.go_to("Word 3")
        view = desk.screen.view
        row = view.lines.row_of(caption) - view.scroll_offset.y
        left = view.text_left + view.lines.column_of(caption)
        style = next(iter(view.render_line(row).crop(left, left + 1))).style
        assert style is not None
        assert style.italic
