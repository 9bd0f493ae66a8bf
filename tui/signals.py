"""Ending on a signal as on the key that quits: words kept, saved waited for, terminal clean."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT)
"""Closing the window, `kill`, and ctrl+\\ of a terminal that is not in raw mode."""


def when_ended(end: Callable[[int], None]) -> None:
    """Have the running event loop end the program on a signal, with its number.

    A signal that is ignored (`nohup`) stays ignored.
    """
    loop = asyncio.get_running_loop()
    for number in _ENDING:
        if signal.getsignal(number) is not signal.SIG_IGN:
            # Only a loop of the main thread can take signals; another one has none to take.
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, end, number)
