"""Results in the panels and over the text, with the reader's corrections applied."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.panels.panel import Origin, Panel
from tui.panels.row_keys import RowKind, result_key

if TYPE_CHECKING:
    from tui.analysis.results import Analysis
    from tui.corrections.corrected import CorrectionTarget
    from tui.desk.column import Column
    from tui.desk.following import Following
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.panels.findings import Findings
    from tui.widgets.side_panel import SidePanel

_log = logging.getLogger(__name__)

NOT_ENGLISH = (
    "closeread analyses English; {} and Enter read this text as English all the same; "
    "reading, highlights and search work as usual"
)
"""What the panels of results say of a text in another language."""
PROGRESS_CELLS = 16
"""Cells of the bar that shows how much of the text is read."""


def reading(share: float) -> str:
    """The words and the bar of a panel that waits for its first rows."""
    done = round(PROGRESS_CELLS * share)
    return f"reading… {'━' * done}{'─' * (PROGRESS_CELLS - done)} {share:.0%}"


class ShownResults(Part):
    """What the analysis found, as it is shown."""

    def __init__(
        self, state: DeskState, surface: Surface, column: Column, following: Following
    ) -> None:
        """Show results."""
        super().__init__(state, surface)
        self._column = column
        self._following = following
        self.wanted: CorrectionTarget | None = None
        """The row that a change leads to, once it is listed."""
        self.goes_to_hidden = False
        """Whether the first hidden row is gone to, once hidden rows are listed."""

    @property
    def _widgets(self) -> list[tuple[Panel, SidePanel]]:
        """The panels that list results."""
        pairs = zip(self._column.panels, self._column.widgets, strict=False)
        return [(panel, widget) for panel, widget in pairs if panel.origin is Origin.ANALYSIS]

    # -- making ready, and showing ----------------------------------------------------

    def prepare(self, analysis: Analysis, share: float) -> Findings:
        """Results made ready to be shown as the reader has them; called from any thread."""
        from tui.panels import findings

        return findings.prepare(
            self.state.article,
            analysis,
            share,
            is_strict=self.state.config.questions == "strict",
            with_views=self.state.config.views,
            corrections=self.state.corrections,
            listed_before=self.state.listed_before,
            with_hidden=self.state.shows_hidden,
            folded=self.state.folded,
        )

    def show(self, findings: Findings) -> None:
        """Fill the panels and colour the text; the rows the reader is at stay current."""
        here = [self._target_of(panel, widget) for panel, widget in self._widgets]
        self.state.findings = findings
        for layer, spans in findings.layers.items():
            self.surface.view.paint(layer, spans)
        # Meanwhile the reader may have folded or unfolded rows.
        self._column.show_folds()
        places = [widget.current.span if widget.current else None for _, widget in self._widgets]
        for panel, widget in self._widgets:
            self._fill(panel, widget, findings)
        self._column.show_tabs()
        for (panel, widget), place, target in zip(self._widgets, places, here, strict=True):
            # The rows of a part have other numbers: what the reader is at is found by its place.
            if place is not None:
                widget.go_to_span(place)
            self._go_to_target(panel, widget, target)
        self._following.show_ribbon()
        self._following.sync_rows()
        focused, panel_here = self._column.focused, self._column.panel
        if self.wanted is not None and focused is not None and panel_here is not None:
            self._unfold(panel_here, self.wanted)
            self._go_to_target(panel_here, focused, self.wanted)
        if self.goes_to_hidden and findings.with_hidden:
            self.goes_to_hidden = False
            self._go_to_hidden(findings)
        self.correct_again()
        self.surface.react(Occasion.RESULTS_SHOWN)

    def _go_to_hidden(self, findings: Findings) -> None:
        """Go to the first hidden row of the panel, else to a correction that has lost its place."""
        panel = self._column.panel
        if panel is None:
            return
        hidden = findings.hidden_keys
        if not self._column.go_to_first(panel, lambda row: row.key in hidden):
            self._column.go_to_first(panel, lambda row: row.key.kind is RowKind.CORRECTION)

    def _fill(self, panel: Panel, widget: SidePanel, findings: Findings) -> None:
        widget.dimmed = findings.hidden_keys
        widget.share = findings.share
        widget.counts = findings.counts[panel.id]
        key = self.surface.key
        is_read = findings.analysis.is_read
        widget.state_text = (
            panel.nothing(key) if is_read else NOT_ENGLISH.format(key("reading.name"))
        )
        if not findings.is_whole:
            widget.state_text = reading(findings.share)
        self._column.set_rows(panel, findings.rows[panel.id])

    def _target_of(self, panel: Panel, widget: SidePanel) -> CorrectionTarget | None:
        row = widget.current
        result = panel.result(row.key, self.state.contents) if row else None
        return result.target if result else None

    def _unfold(self, panel: Panel, target: CorrectionTarget) -> None:
        """Unfold the row that a change leads to."""
        results = panel.results(self.state.contents)
        keys = {result_key(panel.id, n) for n, row in enumerate(results) if row.target == target}
        self._column.unfold(keys)

    def _go_to_target(
        self, panel: Panel, widget: SidePanel, target: CorrectionTarget | None
    ) -> None:
        if target is None:
            return
        from tui.corrections.corrected import span_of

        contents = self.state.contents
        for number, listed in enumerate(widget.rows):
            result = panel.result(listed.key, contents)
            # The place first: a name takes longer to compare, and most rows stand elsewhere.
            if result and span_of(result.found) == target.span and result.target == target:
                widget.cursor = number
                return

    # -- corrections ------------------------------------------------------------------

    def correct_again(self) -> None:
        """Apply the corrections anew if what is shown has others; off the event loop."""
        findings, state = self.state.findings, self.state
        if findings is None:
            return
        shown = (findings.corrections, findings.listed_before, findings.with_hidden)
        if shown == (state.corrections, state.listed_before, state.shows_hidden):
            self.wanted = None
            return
        found, share = findings.found, findings.share

        def correct() -> None:
            try:
                corrected = self.prepare(found, share)
            except Exception:
                # At a thread's end: whatever it is, the reader must not wait for it.
                _log.exception("corrections could not be applied")
                self.surface.in_loop(self.say_not_shown)
            else:
                self.surface.in_loop(self._show_corrected, corrected)

        self.surface.in_thread(correct, "corrections", exclusive=True)

    def _show_corrected(self, findings: Findings) -> None:
        """Show the results, unless the analysis has brought others meanwhile."""
        if self.state.findings is not None and findings.found is self.state.findings.found:
            self.show(findings)

    # -- while there are none ---------------------------------------------------------

    def show_state(self, words: str) -> None:
        """Say in the panels that wait for the analysis how it stands."""
        for _, widget in self._widgets:
            if not widget.rows:
                widget.state_text = words

    def show_waiting(self) -> None:
        """Say that results are on their way."""
        for panel, widget in self._widgets:
            widget.state_text = panel.waiting

    def show_progress(self, share: float) -> None:
        """Show how much of the text is read; panels with rows show it in their border."""
        self.show_state(reading(share))
        for _, widget in self._widgets:
            widget.share = share

    def say_trouble(self, words: str) -> None:
        """Say why no more results will come; a part that is there stays."""
        self.show_state(words)
        self.surface.say(words, warning=True)

    def say_not_shown(self) -> None:
        """Say that there are results which could not be made ready to be shown."""
        again = self.surface.key("analysis.retry")
        self.say_trouble(
            f"the analysis stopped (its results could not be shown); {again} tries again"
        )
