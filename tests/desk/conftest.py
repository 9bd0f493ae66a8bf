"""The desk under test: real program, real library, the analysis from the cache."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

import pytest
from textual._context import active_app
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tests.desk import harbour
from tui.analysis.messages import encode_analysis
from tui.analysis.results import Analysis
from tui.analysis.service import Failed, rules_for
from tui.app import ClosereadApp
from tui.desk.parts import Parts
from tui.desk.screen import ReaderScreen
from tui.desk.state import DeskState
from tui.documents.article import AUTO, Article, Span
from tui.documents.loading import from_text
from tui.documents.passage_parts import words_in
from tui.settings.config import Config
from tui.settings.paths import paths
from tui.store.analysis_cache import AnalysisCache
from tui.widgets.side_panel import SidePanel

PATIENCE = 20.0
"""Seconds after which what never becomes true has failed the test."""
LOOK_AGAIN = 0.002
"""Seconds between two looks at a fact that is waited for."""
THREAD_WAIT = 0.02
"""Seconds given to a thread after a key: what takes longer is waited for by its effect."""


async def _until_idle(*_: float) -> None:
    """Wait until nothing is left to do: no message, no frame, no new size, no worker."""
    app = active_app.get()
    # What asyncio's loop would run next, and a size not yet passed on, have no public names.
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    start = monotonic()
    is_drawn = False
    while app.is_running and monotonic() < start + PATIENCE:
        await asyncio.sleep(0)
        if ready:
            is_drawn = False
        elif not is_drawn:
            # Drawing now what the next frame would draw; it may ask for more.
            app.screen._on_timer_update()
            is_drawn = True
        elif app._resize_event or (monotonic() < start + THREAD_WAIT and _has_worker(app)):
            await asyncio.sleep(LOOK_AGAIN)
            is_drawn = False
        else:
            return


def _has_worker(app: App[object]) -> bool:
    return any(worker.is_running for worker in app.workers)


@pytest.fixture(autouse=True)
def prompt_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: Textual takes a processor that rests for 20 ms as the sign of an idle program.

    That makes a key cost 60 ms, and is wrong where the processor is busy with something else.
    """
    monkeypatch.setattr("textual.app.wait_for_idle", _until_idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", _until_idle)


@dataclass
class Desk:
    """A running desk and the hands on it."""

    app: ClosereadApp
    """The program."""
    pilot: Pilot[None]
    """Presses keys and waits for what they cause."""

    @property
    def screen(self) -> ReaderScreen:
        """The reading screen, also while a dialog is on top of it.

        One that is about to be shown over another has no text yet, and nobody sees it.
        """
        stack = reversed(self.app.screen_stack)
        desks = [screen for screen in stack if isinstance(screen, ReaderScreen)]
        if not desks:
            raise AssertionError("no reading screen")
        return next((desk for desk in desks if desk.is_mounted), desks[0])

    @property
    def state(self) -> DeskState:
        """What the parts of the desk share."""
        return self.screen.state

    @property
    def parts(self) -> Parts:
        """The parts of the desk."""
        return self.screen.parts

    @property
    def panels(self) -> tuple[SidePanel, ...]:
        """The widgets of the panels; empty before the first paint."""
        column = self.screen.parts.made("column")
        return column.widgets if column else ()

    @property
    def dialog(self) -> Screen[object] | None:
        """The dialog on top of the desk; `None` when there is none."""
        top = self.app.screen
        return None if top is self.screen else top

    @property
    def cursor(self) -> int:
        """Where the reading cursor is."""
        return self.screen.view.cursor

    @property
    def under_cursor(self) -> str:
        """The next thirty characters from the cursor on."""
        return self.screen.state.article.text[self.cursor : self.cursor + 30]

    def words(self, span: Span | None) -> str:
        """The words of a span; empty for none."""
        return self.screen.state.article.text[span.start : span.end] if span else ""

    @property
    def marked(self) -> list[str]:
        """The highlighted passages, in text order; "…" stands between two parts of one."""
        text = self.screen.state.article.text
        return [words_in(text, mark.parts) for mark in self.screen.state.marks]

    @property
    def status(self) -> str:
        """The words of the status row, with what the last key left for the next frame."""
        self.screen.next_frame.catch_up()
        row = self.screen.status
        below = (run for line in row.more for run in line)
        return "".join(text for text, _ in (*row.left, *below, *row.right))

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*text)

    async def until(self, fact: Callable[[], object]) -> None:
        """Wait for a fact; fails when it does not come true."""
        end = monotonic() + PATIENCE
        while not fact():
            if monotonic() > end:
                raise AssertionError("it never became true")
            await self.pilot.pause(LOOK_AGAIN)

    async def saved(self) -> None:
        """Wait until everything is committed."""
        session = self.screen.state.session
        assert session is not None
        await self.until(lambda: session.pending_count == 0)

    def go_to(self, words: str) -> None:
        """Put the cursor on the first place of some words."""
        self.screen.view.cursor = self.screen.state.article.text.index(words)

    def rows(self, panel: int) -> list[str]:
        """The rows of a panel, from 1, as text."""
        self.screen.next_frame.catch_up()
        return [
            "\n".join("".join(text for text, _ in (*line.left, *line.right)) for line in row.lines)
            for row in self.panels[panel - 1].rows
        ]


OpenDesk = Callable[..., AbstractAsyncContextManager[Desk]]


def remember(article: Article, analysis: Analysis) -> None:
    """Put an analysis into the cache, so that the desk does not start its child."""
    with AnalysisCache(paths().cache) as cache:
        cache.put(article.text_hash, rules_for(AUTO, article.published), encode_analysis(analysis))


@pytest.fixture
def open_desk(sample: Article, sample_analysis: Analysis, home: Path) -> OpenDesk:
    """Open the desk on the sample, or on a text, and wait until library and panels are there."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (120, 40),
        *,
        text: str | None = None,
        analysis: Analysis | None = None,
        source: str = "/nowhere/article.txt",
        private: bool = False,
        config: Config | None = None,
        waits: bool = True,
    ) -> AsyncIterator[Desk]:
        article = sample if text is None else from_text(text, source)
        remember(article, analysis or (sample_analysis if text is None else Analysis("en")))
        app = ClosereadApp(article, private=private, config=config or Config())
        async with app.run_test(size=size) as pilot:
            desk = Desk(app, pilot)
            await desk.until(lambda: desk.panels)
            if waits:
                await desk.until(lambda: desk.state.session)
            if not private:
                await desk.until(lambda: desk.state.analysis)
            await pilot.pause()
            yield desk

    return opened


@pytest.fixture
def open_harbour(open_desk: OpenDesk) -> OpenDesk:
    """Open the desk on the article about the harbour, whose results are known to the word."""

    def opened(**more: object) -> AbstractAsyncContextManager[Desk]:
        usual = {"text": harbour.TEXT, "source": "/nowhere/harbour.txt"}
        return open_desk(**({**usual, "analysis": harbour.analysis()} | more))

    return opened


def fail(desk: Desk, reason: str) -> None:
    """Have the analysis say that it stopped."""
    analysing = desk.parts.analysing
    analysing._take(Failed(analysing.run_number, reason))
