"""The analysis behind the desk: asked for, followed, and asked for again when it was given up."""

from __future__ import annotations

import logging
from asyncio import to_thread
from dataclasses import replace
from threading import Event as Occurrence
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.documents.article import AUTO, ENGLISH

if TYPE_CHECKING:
    from tui.analysis.service import AnalysisEvent
    from tui.desk.shown_results import ShownResults
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.panels.findings import Findings

_log = logging.getLogger(__name__)


class Analysing(Part):
    """Asks for results and hands them to the panels."""

    def __init__(self, state: DeskState, surface: Surface, shown_results: ShownResults) -> None:
        """Follow the analysis."""
        super().__init__(state, surface)
        self._results = shown_results
        self.run_number = 0
        """The run whose news is shown; 0 before the first."""
        self._has_news = Occurrence()

    def start(self, *, force: bool = False) -> None:
        """Ask for the analysis; its answers arrive on the event loop."""
        from tui.analysis.service import AnalysisService
        from tui.store.analysis_cache import AnalysisCache

        state = self.state
        if state.service is None:
            cache = AnalysisCache(None if state.private else state.paths.cache)
            log = None if state.private else state.paths.log
            state.service = AnalysisService(cache, self._take, log)
        # The desk below has the same service; the news is for the one on top.
        # The rows must be the same under any title: of what the reader put right, a day counts.
        loaded, day = state.loaded, state.article.published
        self.run_number = state.service.analyse(
            loaded if day == loaded.published else replace(loaded, published=day),
            near=self.surface.view.cursor,
            force=force,
            language=ENGLISH if state.article.source in state.read_as_english else AUTO,
            on_event=self._take,
        )

    def analysis_english(self) -> None:
        """Read the text as English although its words say otherwise."""
        from tui.analysis.language import is_english

        state = self.state
        analysis = state.analysis
        is_read = analysis.language == ENGLISH if analysis else is_english(state.article.text)
        if is_read or state.article.source in state.read_as_english:
            self.surface.say("this text is read as English already")
            return
        state.read_as_english.add(state.article.source)
        self._results.show_waiting()
        self.surface.say("this text is read as English now")
        self.start(force=True)

    def analysis_by_words(self) -> None:
        """Let the words of the text say its language again."""
        self.state.read_as_english.discard(self.state.article.source)
        self._results.show_waiting()
        self.surface.say("the words of this text say its language again")
        self.start(force=True)

    async def first_news(self, seconds: float) -> None:
        """Wait for the first news of the analysis, but no longer than that."""
        await to_thread(self._has_news.wait, seconds)

    def resume(self) -> None:
        """Go on with an analysis that was given up for an article above this one."""
        service = self.state.service
        is_given_up = service and self.run_number and service.latest_run != self.run_number
        if is_given_up and not self.state.is_analysed:
            self.start()

    def _take(self, event: AnalysisEvent) -> None:
        """Make news ready and hand it over to the event loop; called on the service's thread."""
        from tui.analysis.service import Finished, Part

        findings = None
        if isinstance(event, (Finished, Part)):
            share = event.done / max(1, event.total) if isinstance(event, Part) else 1.0
            try:
                findings = self._results.prepare(event.analysis, share)
            except Exception:
                # At a thread's end: whatever it is, the reader must not wait for it.
                _log.exception("the results could not be made ready to be shown")
        self.surface.in_loop(self._show, event, findings)
        self._has_news.set()

    def _show(self, event: AnalysisEvent, findings: Findings | None) -> None:
        """Show results, progress or the reason why there are none."""
        from tui.analysis.service import Failed, Finished, Part, Progress, Skipped

        if event.run != self.run_number:
            return
        again = self.surface.key("analysis.retry")
        if findings is not None:
            self._results.show(findings)
        elif isinstance(event, (Finished, Part)):
            self._results.say_not_shown()
        elif isinstance(event, Progress):
            self._results.show_progress(event.done / max(1, event.total))
        elif isinstance(event, Failed):
            self._results.say_trouble(f"the analysis stopped ({event.reason}); {again} tries again")
        elif isinstance(event, Skipped):
            self._results.show_state(f"{event.reason}; {again} analyses it all the same")
