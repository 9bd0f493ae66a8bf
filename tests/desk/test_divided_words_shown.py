"""A word that a line end divides is whole in rows, copies and exports."""

from __future__ import annotations

from tests.desk.conftest import OpenDesk
from tui.exchange.as_markdown import as_markdown
from tui.session.reading import ReadingSession

TEXT = (
    "The engineers wrote in spring that the old bridge over the weir had become un-\n"
    "safe for lorries and that nobody had told the council, which met every month\n"
    "of that year and talked of it twice, so far as its minutes say, in the rain.\n"
)


async def test_rows_copies_and_exports_have_it_whole(open_desk: OpenDesk) -> None:
    async with open_desk(text=TEXT) as desk:
        await desk.press("h", "y")
        assert "become unsafe for lorries and that" in desk.app.clipboard
        assert "un-" not in desk.rows(4)[0]
        await desk.saved()
        session = desk.state.session
        assert isinstance(session, ReadingSession)
        assert "become unsafe for lorries" in "".join(as_markdown(session.marked()))
        await desk.press("g", "H")
        await desk.type("lorries")
        await desk.pilot.pause()
        await desk.press("ctrl+y")
        assert "become unsafe for lorries" in desk.app.clipboard
