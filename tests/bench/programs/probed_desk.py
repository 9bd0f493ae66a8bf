"""The desk with a probe on its event loop: `python probed_desk.py SOURCE REPORT`.

The probe sleeps a millisecond at a time and notes when it woke and how much later than it
asked. On SIGUSR1 it writes that as a JSON file, and quits. What was going on meanwhile is for
the one to say who watched the screen: the probe knows nothing of the desk it sits in.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
from pathlib import Path
from typing import Any

from textual.app import App

from tui.__main__ import main

STEP = 0.001
"""Seconds the probe asks to sleep."""
REPORT = Path(sys.argv.pop())


async def _probe(app: App[Any]) -> None:
    is_asked = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, is_asked.set)
    woke: list[tuple[float, float]] = []
    while not is_asked.is_set():
        start = time.perf_counter()
        await asyncio.sleep(STEP)
        now = time.perf_counter()
        woke.append((now, now - start - STEP))
    REPORT.write_text(json.dumps(woke), encoding="utf-8")
    app.exit()


def _start_probe(app: App[Any]) -> None:
    """Handle the event that any Textual program gets once it runs."""
    app._probing = asyncio.create_task(_probe(app))  # type: ignore[attr-defined]


if __name__ == "__main__":
    App.on_ready = _start_probe  # type: ignore[attr-defined]
    main()
