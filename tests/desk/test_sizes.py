"""The desk at every size, with whatever lies over it."""

from __future__ import annotations

import pytest

from tests.desk.conftest import OpenDesk

SIZES = ((40, 10), (60, 20), (99, 35), (100, 36), (200, 60), (39, 9), (120, 40))


@pytest.mark.parametrize("keys", [[], ["3"], ["a"], ["\\", "x"], [":"], ["?"], ["/", "a"], ["v"]])
async def test_whatever_is_open_survives_every_size(open_desk: OpenDesk, keys: list[str]) -> None:
    async with open_desk((80, 24)) as desk:
        await desk.press(*keys)
        dialog, mode, cursor = desk.dialog, desk.screen.surface.mode, desk.cursor
        for size in SIZES:
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert desk.screen.size == size
            assert desk.screen.status.region.width in (0, size[0])
            assert desk.screen.view.lines.width <= max(8, size[0] - 5)
        assert desk.dialog is dialog
        assert desk.screen.surface.mode is mode
        assert desk.cursor == cursor
        await desk.press("escape")
        assert desk.app.screen is desk.screen
        assert desk.screen.focused is desk.screen.view
