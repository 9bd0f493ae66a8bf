"""What highlights were made on is remembered, for the search of the library."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.errors import ClosereadError

if TYPE_CHECKING:
    from tui.corrections.corrected import PlacedCorrection
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.panels.findings import Findings
    from tui.session.mark import Mark


class Remembering(Part):
    """Looks at every highlight once results and library are there, and at new ones."""

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Begin with nothing known."""
        super().__init__(state, surface)
        self._seen: frozenset[tuple[str, int, int]] = frozenset()
        self._corrections: tuple[PlacedCorrection, ...] = ()
        """What the reader had put right when they were looked at last."""
        self._one_at_a_time = Lock()

    def remember(self) -> None:
        """Write down what highlights were made on, as far as it is not known."""
        state, findings = self.state, self.state.findings
        if state.session is None or findings is None or not findings.is_whole:
            return
        # In another language nothing is found that could be remembered.
        is_new = not self._seen.issuperset(_keys(state.marks))
        is_due = findings.analysis.is_read and (is_new or self._is_corrected(findings))
        if is_due and state.database is not None and state.database.damage is None:
            self.surface.in_thread(self._remember, "remembering")

    def _is_corrected(self, findings: Findings) -> bool:
        """Whether something was put right since, and the results are those of it."""
        corrections = self.state.corrections
        return corrections != self._corrections and findings.corrections == corrections

    def _remember(self) -> None:
        from tui.session.remembered import remember

        state, session, findings = self.state, self.state.session, self.state.findings
        with self._one_at_a_time:
            if state.database is None or session is None or findings is None:
                return
            is_corrected = self._is_corrected(findings)
            try:
                kept = remember(
                    state.database,
                    session.document_id,
                    session.marks,
                    session.article.text,
                    findings.analysis,
                    with_known=is_corrected,
                )
            except ClosereadError:
                return  # The next write says what is wrong with the library.
            self._seen |= kept
            if is_corrected:
                self._corrections = findings.corrections


def _keys(marks: Sequence[Mark]) -> set[tuple[str, int, int]]:
    extents = ((mark.highlight.id, mark.highlight.extent) for mark in marks)
    return {(ident, extent.start, extent.end) for ident, extent in extents}
