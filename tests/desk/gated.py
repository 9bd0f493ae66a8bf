"""A source that is read when a test says so, and desks that begin with one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

from tests.desk.conftest import Desk, remember
from tui.analysis.results import Analysis
from tui.app import ClosereadApp
from tui.documents.article import Article
from tui.documents.begun import Begun
from tui.documents.loading import from_text
from tui.documents.reader.reading_child import CancelledError
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import ClosereadError
from tui.settings.config import Config

LOOK_AGAIN = 0.005
"""Seconds between two looks of the source whether it is still wanted."""


class Gated:
    """A source that takes as long as a test wants."""

    def __init__(
        self,
        answer: Article | Listing | ClosereadError,
        label: str = "deed.pdf",
        first: Article | None = None,
    ) -> None:
        self.gate = Event()
        """Set when the source may be read to its end."""
        self.was_stopped = Event()
        self._answer = answer
        self._first = first
        self.label = label

    @property
    def unread(self) -> Unread:
        return Unread(self.label, self.read)

    def read(self, waiting: Waiting) -> Article | Listing:
        waiting.told("page 3 of 8")
        if self._first is not None:
            waiting.shown(self._first)
        while not self.gate.wait(LOOK_AGAIN):
            if waiting.is_stopped:
                self.was_stopped.set()
                raise CancelledError(f"{self.label} was not read")
        if isinstance(self._answer, ClosereadError):
            raise self._answer
        return self._answer


def article(text: str, source: str = "/nowhere/deed.pdf") -> Article:
    """An article whose analysis is known: nothing is in it."""
    made = from_text(text, source)
    remember(made, Analysis("en"))
    return made


@asynccontextmanager
async def beginning(
    first: Gated | Listing, size: tuple[int, int] = (120, 40), *, private: bool = False
) -> AsyncIterator[Desk]:
    """A program that begins with a source that is not read yet, or with a list."""
    opened = first if isinstance(first, Listing) else Begun(first.unread)
    app = ClosereadApp(opened, config=Config(), private=private)
    async with app.run_test(size=size) as pilot:
        yield Desk(app, pilot)
