"""Lists over the desk for tests: opened by their key, read as their reader sees them."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from tests.desk import harbour
from tests.desk.conftest import Desk, remember
from tui.dialogs.shelf import ShelfScreen
from tui.dialogs.shelf_rows import is_heading
from tui.documents.loading import load

RIVER = "The river rose again. Nobody knows how long the flood will last, said Zoe Celik."

Screen = TypeVar("Screen", bound=ShelfScreen[Any])


def written(path: Path, text: str = harbour.TEXT) -> Path:
    """The harbour article as a file, with its analysis known."""
    path.write_text(text, encoding="utf-8")
    remember(load(str(path)), harbour.analysis())
    return path


async def entered(desk: Desk, count: int = 2) -> None:
    """Wait until the ledger knows the questions of the article."""
    await desk.until(lambda: len(desk.parts.ledger_link.rows) == count)


async def opened(desk: Desk, kind: type[Screen], *keys: str) -> Screen:
    """Open a list and wait for its rows."""
    await desk.press(*keys)
    screen = desk.app.screen
    assert isinstance(screen, kind)
    await read(desk, screen)
    return screen


async def read(desk: Desk, screen: ShelfScreen[Any]) -> None:
    """Wait until a list shows what was asked for."""
    await desk.until(
        lambda: (
            screen.is_attached
            and not screen.is_reading
            and screen.query_in_force == screen.prompt.value
        )
    )


def lines(screen: ShelfScreen[Any]) -> list[str]:
    """The first line of every row, without headings and what stands on the right."""
    return [
        "".join(text for text, _ in row.lines[0].left).strip()
        for row in screen.hits.rows
        if not is_heading(row)
    ]


def headings(screen: ShelfScreen[Any]) -> list[str]:
    """The names of the articles between the rows."""
    return [
        "".join(text for text, _ in row.lines[-1].left).strip()
        for row in screen.hits.rows
        if is_heading(row)
    ]


def head(screen: ShelfScreen[Any]) -> str:
    """What the line above the rows says."""
    return "".join(text for text, _ in screen.head.left).strip()
