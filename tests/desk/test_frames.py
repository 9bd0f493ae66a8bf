"""What a key does where the reader looks is painted first; rows and status follow."""

from __future__ import annotations

import pytest

from tests.desk.conftest import OpenDesk


async def test_rows_and_status_follow_once_and_before_the_next_key(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        done: list[str] = []
        desk.screen.next_frame.add("row", lambda: done.append("an older look"))
        desk.screen.next_frame.add("row", lambda: done.append("row"))
        desk.screen.next_frame.add("status", lambda: done.append("status"))
        assert done == []
        await desk.press("j")
        assert done == ["row", "status"]


async def test_a_row_of_a_panel_that_has_the_keys_is_shown_by_its_cursor_alone(
    open_desk: OpenDesk,
) -> None:
    async with open_desk() as desk:
        await desk.press("1")
        panel = desk.panels[0]
        assert panel.current
        assert panel.current.key in panel.lit
        look = [segment.style for segment in panel.render_line(0)]
        assert panel.look("row--lit").bgcolor not in [style.bgcolor for style in look if style]


@pytest.mark.parametrize("mentions", [3, 5000])
async def test_lighting_many_mentions_redraws_only_rows_in_sight(
    open_desk: OpenDesk, mentions: int
) -> None:
    from tui.documents.article import Span

    text = "\n\n".join(f"Paragraph {n} speaks of Ada and of nobody else." for n in range(mentions))
    async with open_desk(text=text) as desk:
        view = desk.screen.view
        spans = [Span(at, at + 3) for at in range(len(text)) if text.startswith("Ada", at)]
        assert len(spans) == mentions
        view.repainted_rows.clear()
        view.paint("mention", spans)
        await desk.pilot.pause()
        assert set(view.repainted_rows) <= set(view.visible_rows)
        assert len(view.repainted_rows) <= view.rows_visible
