"""Ending on a signal as on the key that quits: words kept, saved waited for, terminal clean."""

from __future__ import annotations

import asyncio
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from types import FrameType

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


def when_hung_up(terminal: int, end: Callable[[int], None]) -> None:
    """Have the running event loop end the program as on SIGHUP when its terminal goes away.

    The signal does not come where it is ignored (`nohup`), nor to a program that the terminal does
    not control. Textual would then read the end of the keys over and over. Where there is no epoll
    (macOS) the signal is all there is.

    Args:
        terminal: The descriptor that keys are read from.
        end: As of `when_ended`.
    """
    if not hasattr(select, "epoll"):
        return
    loop = asyncio.get_running_loop()
    hang_up = select.epoll()

    def tell() -> None:
        loop.remove_reader(hang_up.fileno())
        hang_up.close()
        end(signal.SIGHUP)

    with suppress(OSError, NotImplementedError):
        # Without a wish of its own it still reports that, and is itself read like a file.
        hang_up.register(terminal, 0)
        loop.add_reader(hang_up.fileno(), tell)


def suspend_between_events(is_lent: Callable[[], bool]) -> None:
    """Have the running event loop give the terminal back when the program is to be suspended.

    Textual does so inside the signal's handler, wherever the program is: in the middle of handing a
    text to the thread that writes, it would wait for that thread's queue, which it holds itself.

    Args:
        is_lent: Whether another program has the terminal, and the event loop waits for its end:
            what stops that program stops this one at once.
    """
    suspend = signal.getsignal(signal.SIGTSTP)
    loop = asyncio.get_running_loop()

    def stop(number: int, frame: FrameType | None) -> None:
        if not callable(suspend):
            return
        if is_lent() or loop.is_closed():
            suspend(number, frame)
        else:
            loop.call_soon_threadsafe(suspend, number, None)

    with suppress(ValueError):
        signal.signal(signal.SIGTSTP, stop)


def when_resumed(is_suspended: Callable[[], bool]) -> None:
    """Have the terminal taken again after the program was suspended, and at no other time.

    The system sends the signal behind SIGHUP, too, when a terminal goes away. Textual would then
    take it a second time, and of two threads that read its keys one may never end.

    Args:
        is_suspended: Whether the terminal was given back.
    """
    take_again = signal.getsignal(signal.SIGCONT)

    def go_on(number: int, frame: FrameType | None) -> None:
        if callable(take_again) and is_suspended():
            take_again(number, frame)

    with suppress(ValueError):
        signal.signal(signal.SIGCONT, go_on)
