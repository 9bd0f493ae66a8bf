"""The desk with a probe on its event loop: `python probed_desk.py SOURCE REPORT`.

The probe sleeps a millisecond at a time and notes how much later it woke, first until the
analysis is on the screen, then in an idle desk. The report is a JSON file; then it quits.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

import tui.app
from tui.__main__ import main
from tui.desk.screen import ReaderScreen

STEP = 0.001
"""Seconds the probe asks to sleep."""
PAINTED = 0.3
"""Seconds after the results in which they are surely painted."""
IDLE = 1.0
"""Seconds the idle desk is watched."""
REPORT = Path(sys.argv.pop())


class ProbedDesk(tui.app.ClosereadApp):
    """The desk itself, with one more task on its loop."""

    def on_ready(self) -> None:
        """Start the probe."""
        self._probing = asyncio.create_task(self._probe())

    async def _probe(self) -> None:
        desk = self.screen
        assert isinstance(desk, ReaderScreen)
        while desk.state.service is None:
            await asyncio.sleep(STEP)
        busy: list[float] = []
        while not desk.state.is_analysed:
            busy.append(await _lateness())
        busy += await _latenesses(PAINTED)
        await asyncio.sleep(IDLE)
        report = {"busy": busy, "idle": await _latenesses(IDLE)}
        REPORT.write_text(json.dumps(report), encoding="utf-8")
        self.exit()


async def _latenesses(seconds: float) -> list[float]:
    end = time.perf_counter() + seconds
    late: list[float] = []
    while time.perf_counter() < end:
        late.append(await _lateness())
    return late


async def _lateness() -> float:
    start = time.perf_counter()
    await asyncio.sleep(STEP)
    return time.perf_counter() - start - STEP


if __name__ == "__main__":
    # The command line imports the class when it opens the desk.
    tui.app.ClosereadApp = ProbedDesk  # type: ignore[misc]
    main()
