"""A library of two articles for tests of the lists."""

from __future__ import annotations

from pathlib import Path

from tests.desk import harbour
from tests.desk.conftest import OpenDesk
from tests.desk.shelves import entered, written

HARBOUR_TITLE = "The harbour bridge will close on Monday for at least…"


async def two_articles(open_desk: OpenDesk, tmp_path: Path) -> str:
    """Read and mark the harbour article; its source."""
    source = str(written(tmp_path / "harbour.txt"))
    async with open_desk(text=harbour.TEXT, analysis=harbour.analysis(), source=source) as desk:
        desk.go_to("The piers")
        await desk.press("h", "a")
        await desk.type("which piers?")
        await desk.press("escape", "t")
        await desk.type('"to do"')
        await desk.press("enter")
        await desk.saved()
        await entered(desk)
    return source
