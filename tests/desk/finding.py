"""The finder over the desk for tests: what is typed into it, what it shows."""

from __future__ import annotations

from tests.desk.conftest import Desk
from tui.dialogs.finder import FinderScreen

TEXT = "One two three. Four five six!\n\nSeven Two nine. Ten two.\n\nEleven twelve."


def finder_of(desk: Desk) -> FinderScreen:
    finder = desk.app.screen
    assert isinstance(finder, FinderScreen)
    return finder


async def listed(desk: Desk) -> list[str]:
    """The rows, once they answer to what is typed."""
    finder = finder_of(desk)
    await desk.until(lambda: finder.is_up_to_date)
    return ["".join(text for text, _ in row.lines[0].left).strip() for row in finder.hits.rows]


async def search(desk: Desk, query: str) -> list[str]:
    await desk.type(query)
    return await listed(desk)


def foot(desk: Desk) -> str:
    bar = finder_of(desk).foot
    return "".join(text for text, _ in (*bar.left, *bar.right))


def title(desk: Desk) -> str:
    return str(finder_of(desk).query_one(".dialog").border_title)
