"""Suspended from outside: between two events, whatever the program is at."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from types import FrameType

from tests.cli.processes import PATIENCE
from tui.signals import suspend_between_events


def test_what_is_being_written_is_handed_over_before_the_terminal_is_given_back() -> None:
    queue = threading.Lock()
    found_free: list[bool] = []

    def give_back(_number: int, _frame: FrameType | None) -> None:
        found_free.append(not queue.locked())

    async def program() -> None:
        suspend_between_events(lambda: False)
        with queue:
            os.kill(os.getpid(), signal.SIGTSTP)
        async with asyncio.timeout(PATIENCE):
            while not found_free:
                await asyncio.sleep(0)

    before = signal.signal(signal.SIGTSTP, give_back)
    try:
        asyncio.run(program())
    finally:
        signal.signal(signal.SIGTSTP, before)
    assert found_free == [True]
