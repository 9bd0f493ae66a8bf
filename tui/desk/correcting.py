"""The rows that the reader puts right: which result is meant, and what was typed about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.refused_words import command_about
from tui.desk.unsaved import Unsaved, Words
from tui.documents.sanitising import sanitise
from tui.panels.row_keys import RowKind

if TYPE_CHECKING:
    from tui.corrections.corrected import CorrectionTarget
    from tui.desk.column import Column
    from tui.desk.names_elsewhere import NamesElsewhere
    from tui.desk.shown_results import ShownResults
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.triage_edits import Done
    from tui.panels.panel import AnyCorrected
    from tui.session.reading import Change
    from tui.store.correction_rows import Correction


class Correcting(Part):
    """What the commands of triage share."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        shown_results: ShownResults,
        names_elsewhere: NamesElsewhere,
    ) -> None:
        """Put rows right."""
        super().__init__(state, surface)
        self._names_elsewhere = names_elsewhere
        self._column = column
        self._results = shown_results

    # -- which row is meant -----------------------------------------------------------

    def result_here(self) -> AnyCorrected | None:
        """The result that the focused row stands for; `None` when it stands for none."""
        panel, key = self._column.panel, self._column.key
        return panel.result(key, self.state.contents) if panel and key else None

    def lost_here(self) -> Correction | None:
        """The correction without a result that the focused row stands for."""
        key = self._column.key
        if key is None or key.kind is not RowKind.CORRECTION:
            return None
        made = (placed.correction for placed in self.state.corrections)
        return next((each for each in made if each.id == key.ident), None)

    # -- what a command did -----------------------------------------------------------

    def show_done(self, done: Done, *, drops_row: bool = False, is_typed: bool = False) -> None:
        """Show what a command did; the rows follow.

        Args:
            done: What it did.
            drops_row: Whether the row is no longer listed.
            is_typed: Whether it saved what was typed: then it says so.
        """
        if not done.change.ok:
            self.surface.say(done.change.reason)
            return
        self._names_elsewhere.follow(done.change)
        self._results.wanted = done.target
        panel, key = self._column.panel, self._column.key
        if drops_row and panel is not None and key is not None:
            # At once: the next key is about the next row.
            rows = self._column.rows_of(panel)
            self._column.set_rows(panel, [row for row in rows if row.key != key])
            if self._column.current:
                self._column.show_row(self._column.current)
        self._results.correct_again()
        saved = "saved: " if is_typed else ""
        self.surface.say(f"{saved}{done.said}; {self.surface.key('change.undo')} takes it back")

    def show_swung(self, change: Change) -> None:
        """Show the rows after a change was taken back or done again."""
        if change.corrections:
            from tui.desk.triage_edits import target_of

            self._names_elsewhere.follow(change)
            self._results.wanted = target_of(change)
            self._results.correct_again()

    # -- what was typed ---------------------------------------------------------------

    def remember(self, done: Done, target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
        """Keep what was typed until it is known to be on the disk."""
        typed = [sanitise(" ".join(words.split())) for words in boxes]
        for made in done.change.corrections if done.change.ok else ():
            if made.value and made.value in typed:
                self.remember_as(made, target, boxes)

    def remember_as(
        self, made: Correction, target: CorrectionTarget, boxes: tuple[str, ...]
    ) -> None:
        """Keep what was typed until the correction that came of it is known to be on the disk."""
        self.state.unsaved.keep(
            Unsaved(Words.CORRECTION, made.id, made.value, (target.span,), target, boxes)
        )

    def kept_words(self, target: CorrectionTarget) -> tuple[str, ...] | None:
        """What was typed about something before and is not saved: discarded, or refused."""
        session, unsaved = self.state.session, self.state.unsaved
        if session and not session.pending_count:
            unsaved.settle(session)
            if refused := unsaved.take_about(target):
                return refused.boxes
        left = session.unfinished.left.pop(target, None) if session else None
        return unsaved.take_discarded(target) or left

    def discard(
        self, target: CorrectionTarget, boxes: tuple[str, ...], again: Callable[[], None]
    ) -> None:
        """Keep what the reader threw away until they ask for it again.

        Args:
            target: What it is about.
            boxes: What was typed.
            again: Opens the sheet again.
        """
        if session := self.state.session:
            self.state.unsaved.discard(target, boxes, session.operations, again)
            back = self.surface.key(command_about(target))
            undoes = self.surface.key("change.undo")
            self.surface.say(f"discarded; {undoes}, or {back} here, brings it back")

    def unfinished_sentence(self) -> str:
        """Go where something was being typed when the program stopped, and say so.

        Returns:
            The sentence; empty when nothing was.
        """
        session = self.state.session
        if session is None or not session.unfinished.left:
            return ""
        target = list(session.unfinished.left)[-1]
        command = command_about(target)
        self.surface.view.cursor = target.span.start
        if command == "quote.add":
            # Its key is about what is selected.
            self.state.selection_anchor = target.span.start
            self.surface.view.cursor = target.span.end - 1
            self.surface.view.selection = target.span
        key = self.surface.key(command)
        where = key if command in ("quote.add", "question.own") else f"{key} on its row"
        return f"what you were typing here was not finished: {where} has it"
