"""Keeping the panels with the corrections of the reader, whenever either changes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from textual import work

from tui.desk.panel_keys import PanelKeys
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from tui.analysis.results import Analysis
    from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
    from tui.desk.triage_edits import AnyRow, Done
    from tui.panels.findings import Findings
    from tui.session.reading import Change
    from tui.store.correction_rows import Correction
    from tui.widgets.side_panel import SidePanel


_log = logging.getLogger(__name__)


class Correcting(PanelKeys):
    """What the panels list with the corrections applied, and which row is which."""

    shows_hidden: bool = False
    """Whether the panels list hidden rows."""
    _wanted: CorrectionTarget | None = None
    """The row that a change leads to, once it is listed."""

    class Corrected(FieldMessage):
        """Results with other corrections applied are ready to be shown."""

        findings: Findings
        """The results."""

    # -- applying corrections ---------------------------------------------------------

    @property
    def corrections(self) -> tuple[PlacedCorrection, ...]:
        """What the reader put right; empty until the library is open."""
        return self.session.corrections if self.session else ()

    def prepared(self, analysis: Analysis, share: float) -> Findings:
        """Results made ready to be shown as the reader has them; called from any thread."""
        from tui.panels.findings import prepare

        return prepare(
            self.article,
            analysis,
            share,
            is_strict=self.config.questions == "strict",
            corrections=self.corrections,
            with_hidden=self.shows_hidden,
        )

    def show_findings(self, findings: Findings) -> None:
        """Fill the panels; the rows the reader is at stay current."""
        here = [self._target_of(panel) for panel in self.panels]
        super().show_findings(findings)
        for panel, target in zip(self.panels, here, strict=True):
            self._go_to_target(panel, target)
        if self._wanted is not None and self.focused_panel is not None:
            self._go_to_target(self.focused_panel, self._wanted)
        self.correct_again()

    def correct_again(self) -> None:
        """Apply the corrections anew if what is shown has others; off the event loop."""
        findings = self.findings
        if findings is None:
            return
        if (findings.corrections, findings.with_hidden) == (self.corrections, self.shows_hidden):
            self._wanted = None
        else:
            self._correct(findings.found, findings.share)

    @work(thread=True, exclusive=True, exit_on_error=False, group="corrections")
    def _correct(self, analysis: Analysis, share: float) -> None:
        try:
            findings = self.prepared(analysis, share)
        except Exception:
            # At a thread's end: whatever it is, the reader must not wait for it.
            _log.exception("corrections could not be applied")
            self.call_later(self.show_not_shown)
            return
        self.post_message(self.Corrected(findings))

    def show_not_shown(self) -> None:
        """Say that results are there which could not be made ready to be shown."""
        again = self.key("analysis.retry")
        self.show_trouble(
            f"the analysis stopped (its results could not be shown); {again} tries again"
        )

    def on_correcting_corrected(self, message: Corrected) -> None:
        """Show the results, unless the analysis has brought others meanwhile."""
        if self.findings is not None and message.findings.found is self.findings.found:
            self.show_findings(message.findings)

    # -- rows -------------------------------------------------------------------------

    def row_of(self, key: str) -> AnyRow | None:
        """The result that a row of a panel stands for; `None` when it stands for none."""
        kind, _, number = key.partition(" ")
        if self.findings is None or kind not in ("entity", "quote", "question"):
            return None
        rows = self.findings.rows
        if kind == "entity":
            return rows.entities[int(number)]
        return rows.quotes[int(number)] if kind == "quote" else rows.questions[int(number)]

    def lost_correction(self, key: str) -> Correction | None:
        """The correction without a result that a row stands for."""
        made = (placed.correction for placed in self.corrections)
        return next((each for each in made if key == f"correction {each.id}"), None)

    def _target_of(self, panel: SidePanel) -> CorrectionTarget | None:
        row = self.row_of(panel.current.key) if panel.current else None
        return row.target if row else None

    def _go_to_target(self, panel: SidePanel, target: CorrectionTarget | None) -> None:
        if target is None:
            return
        from tui.corrections.corrected import span_of

        for number, listed in enumerate(panel.rows):
            row = self.row_of(listed.key)
            # The place first: a name takes longer to compare, and most rows stand elsewhere.
            if row and span_of(row.found) == target.span and row.target == target:
                panel.cursor = number
                return

    @property
    def key_here(self) -> str:
        """The key of the current row; empty outside the panels."""
        panel = self.focused_panel
        return panel.current.key if panel and panel.current else ""

    def show_done(self, done: Done, *, drops_row: bool = False) -> None:
        """Show what a command did; the rows follow."""
        if not done.change.ok:
            self.say(done.change.reason)
            return
        self._wanted = done.target
        panel = self.focused_panel
        if drops_row and panel is not None and panel.current is not None:
            # At once: the next key is about the next row.
            number, key = self.panels.index(panel), panel.current.key
            rows = self.all_rows.get(number, ())
            self.set_rows(number, [row for row in rows if row.key != key])
            if panel.current:
                self.show_row(panel.current)
        self.correct_again()
        self.say(f"{done.said}; {self.key('change.undo')} takes it back")

    def show_changed(self, change: Change) -> None:
        """Show the rows after a change was taken back or done again."""
        if change.corrections:
            from tui.desk.triage_edits import target_of

            self._wanted = target_of(change)
            self.correct_again()
