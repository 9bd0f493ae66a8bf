"""Writes pictures of the real program to `screenshots/`: `python -m tests.screenshots`."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.pictured_files import write_all
from tui.analysis.service import analyse_article
from tui.app import ClosereadApp
from tui.desk.screen import ReaderScreen
from tui.dialogs.finder import FinderScreen
from tui.documents.loading import load
from tui.settings.config import Config

FOLDER = Path(__file__).parent.parent / "screenshots"
MARKS = (
    # "it is a positive sign that all ...": a quote in yellow, with a note
    ("it is a positive sign", "v } 1"),
    ("has no immediate plans", "v w w w w w w 2"),
    ("more than 100,000", "v w w w w 4 a"),
)
NOTE = "Who counted?"


@dataclass(frozen=True)
class Picture:
    """One picture and the keys that lead to it."""

    name: str
    """The file, without its ending."""
    size: tuple[int, int]
    """Columns and rows."""
    at: str
    """Words to put the cursor on first."""
    keys: str
    """Keys to press, parted by blanks."""
    theme: str = "ink"
    """The colours."""
    is_colourless: bool = False
    """Whether it is taken under NO_COLOR."""
    file: str = ""
    """The file of `tests.pictured_files` that is open; empty for the sample."""


PICTURES = (
    Picture("reading_120x40", (120, 40), "Mr Stoltenberg said Nato", ""),
    Picture("reading_light_120x40", (120, 40), "Mr Stoltenberg said Nato", "", "ink-light"),
    Picture("reading_ansi_120x40", (120, 40), "Mr Stoltenberg said Nato", "", "ansi"),
    Picture("reading_contrast_120x40", (120, 40), "Mr Stoltenberg said Nato", "", "high-contrast"),
    Picture("labels_120x40", (120, 40), "BRUSSELS", "F"),
    Picture("selecting_120x40", (120, 40), "the more than 100,000", "v w w w w w w w w w w w"),
    Picture("finder_120x40", (120, 40), "BRUSSELS", "\\ s t o l t n b r g space e a s y"),
    Picture("why_120x40", (120, 40), "BRUSSELS", "1 g g i"),
    Picture("help_120x40", (120, 40), "BRUSSELS", "?"),
    Picture("note_ansi_120x40", (120, 40), "more than 100,000", "a", "ansi"),
    Picture("finder_ansi_120x40", (120, 40), "BRUSSELS", "\\ t r o o p s", "ansi"),
    Picture("help_ansi_120x40", (120, 40), "BRUSSELS", "?", "ansi"),
    Picture("why_colourless_120x40", (120, 40), "BRUSSELS", "3 i", is_colourless=True),
    Picture("unfolded_120x40", (120, 40), "BRUSSELS", "3 j j"),
    Picture("reading_120x30", (120, 30), "Mr Stoltenberg said Nato", ""),
    Picture("questions_120x30", (120, 30), "BRUSSELS", "3 j"),
    Picture("reading_80x24", (80, 24), "BRUSSELS", ""),
    Picture("reading_light_80x24", (80, 24), "BRUSSELS", "", "ink-light"),
    Picture("sheet_80x24", (80, 24), "BRUSSELS", "3 j j"),
    Picture("web_page_120x40", (120, 40), "Reed said.", "h", file="page"),
    Picture("pdf_120x40", (120, 40), "Chief engineer", "h y", file="report"),
    Picture("book_120x40", (120, 40), "The ferryman asked", "g t", file="book"),
    Picture("reading_200x60", (200, 60), "Vladimir Putin", ""),
    # The last ones show what the others have left in the library.
    Picture("answers_120x40", (120, 40), "will pay for the repairs", "A", file="follow_up"),
    Picture("ledger_120x40", (120, 40), "BRUSSELS", "g U j"),
    Picture("library_120x40", (120, 40), "BRUSSELS", "L"),
)


async def take(picture: Picture, source: str) -> str:
    """Open an article, press the keys, and give the picture as SVG."""
    article = load(source)
    app = ClosereadApp(article, config=Config(theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)
        while not (screen.state.analysis and screen.state.session):
            await pilot.pause(0.05)
        if not screen.state.marks and not picture.file:
            await mark(screen, pilot.press)
        screen.parts.desk_commands.layer_close()
        screen.view.cursor = article.text.index(picture.at)
        screen.surface.clear_message()
        await pilot.pause()
        await pilot.press(*picture.keys.split())
        await pilot.pause(0.3)
        if isinstance(app.screen, FinderScreen):
            while app.screen.query_in_force != app.screen.prompt.value:
                await pilot.pause(0.05)
        return app.export_screenshot(title="closeread", simplify=True)


async def mark(screen: ReaderScreen, press: object) -> None:
    """Make the highlights that the pictures show."""
    assert callable(press)
    for words, keys in MARKS:
        screen.view.cursor = screen.state.article.text.index(words)
        await press(*keys.split())
        if keys.endswith("a"):
            await press(*NOTE.replace(" ", "_").replace("_", " "))
            await press("escape")


def main(pictures: Sequence[Picture] = PICTURES) -> None:
    """Take every picture in a library of its own."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["CLOSEREAD_HOME"] = os.environ["XDG_STATE_HOME"] = home
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        # The colours of the pictures must not depend on the terminal they are taken from.
        os.environ["COLORTERM"] = "truecolor"
        sources = {"": "seed:nato-russia-talks"} | write_all(Path(home))
        analyse_article(load(sources[""]), None)
        for picture in pictures:
            os.environ.pop("NO_COLOR", None)
            if picture.is_colourless:
                os.environ["NO_COLOR"] = "1"
            svg = asyncio.run(take(picture, sources[picture.file]))
            (FOLDER / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            print(FOLDER.name, picture.name, sep="/")


if __name__ == "__main__":
    main()
