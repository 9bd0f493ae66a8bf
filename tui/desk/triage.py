"""Putting right what the analysis found: hidden, edited, merged, asked; all of it undoable."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from tui.analysis.results import AMOUNTS, Entity, Question, Quote
from tui.corrections.corrected import Corrected
from tui.desk import triage_edits
from tui.desk.part import Part
from tui.desk.surface import Occasion, above_sheet
from tui.dialogs.edit import SHEET, EditScreen
from tui.errors import StoreError
from tui.panels.row_keys import RowKind
from tui.panels.row_text import one_line, shortened
from tui.panels.table import ENTITIES, HIGHLIGHTS, QUOTES
from tui.store.correction_rows import CorrectionKind

if TYPE_CHECKING:
    from tui.corrections.corrected import CorrectionTarget
    from tui.desk.choosing import Choosing
    from tui.desk.column import Column
    from tui.desk.correcting import Correcting
    from tui.desk.ledger_link import LedgerLink
    from tui.desk.marking import Marking
    from tui.desk.shown_results import ShownResults
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.dialogs.edit import EditForm
    from tui.panels.panel import AnyCorrected

Found = TypeVar("Found", Entity, Quote, Question)


class Triage(Part):
    """The commands that correct a row."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        correcting: Correcting,
        shown_results: ShownResults,
        targets: Targets,
        marking: Marking,
        ledger_link: LedgerLink,
        choosing: Choosing,
    ) -> None:
        """Put rows right."""
        super().__init__(state, surface)
        self._column = column
        self._correcting = correcting
        self._results = shown_results
        self._targets = targets
        self._marking = marking
        self._ledger_link = ledger_link
        self._choosing = choosing

    def works(self, command_id: str) -> bool:
        """The panel has such a row."""
        panel = self._column.panel
        return panel is not None and command_id in panel.works and self._targets.is_on_row

    def _row_to_correct(self) -> AnyCorrected | None:
        """The row a command corrects, or `None` after saying why there is none."""
        if self.surface.session() is None:
            return None
        row, key = self._correcting.result_here(), self._column.key
        if row is None and key and key.highlight_id:
            notes = self.surface.key("mark.note")
            self.surface.say(f"a highlight is yours already: {notes} writes its note")
        elif row is None:
            self.surface.say("there is nothing here to correct")
        elif row.is_hidden:
            hide = self.surface.key("row.hide")
            self.surface.say(f"this row is hidden: {hide} brings it back")
            return None
        return row

    # -- hiding -----------------------------------------------------------------------

    def row_hide(self) -> None:
        """Hide a wrong row, or bring a hidden one back; a highlight is deleted."""
        session, panel = self.surface.session(), self._column.panel
        if panel is not None and panel.subject is None:
            self._marking.mark_delete()
            return
        if session is None:
            return
        row, lost = self._correcting.result_here(), self._correcting.lost_here()
        if lost is not None:
            done = triage_edits.drop(session, lost)
        elif row is None:
            self.surface.say("there is no row here to hide")
            return
        elif row.is_hidden:
            self._correcting.show_done(triage_edits.bring_back(session, row))
            return
        else:
            done = triage_edits.hide(session, row)
        self.state.unsaved.forget(done.change)
        self._correcting.show_done(done, drops_row=True)

    def row_hidden(self) -> None:
        """Show or hide the hidden rows; in the panel of highlights the deleted ones."""
        panel = self._column.panel
        if panel is not None and panel.subject is None:
            self._show_deleted()
            return
        findings = self.state.findings
        if findings is None:
            self.surface.say("nothing is found yet")
            return
        results = findings.results
        hide, hidden = self.surface.key("row.hide"), self.surface.key("row.hidden")
        count = results.hidden_count + len(results.unfitting)
        if not count and not self.state.shows_hidden:
            self.surface.say(f"nothing is hidden in this article: {hide} hides a wrong row")
            return
        self.state.shows_hidden = self._results.goes_to_hidden = not self.state.shows_hidden
        self._results.correct_again()
        if self.state.shows_hidden:
            said = f"{hide} brings one back, {hidden} hides them again"
            self.surface.say(f"{count} hidden, listed dim{self._elsewhere()}: {said}")
        else:
            self.surface.say(f"hidden rows are no longer listed; {hidden} lists them")

    def _elsewhere(self) -> str:
        """In which panels rows are hidden, if none is in the one that has the keys."""
        here, contents = self._column.panel, self.state.contents
        panels = [
            panel
            for panel in self._column.panels
            if any(row.is_hidden for row in panel.results(contents))
        ]
        if here in panels or not panels:
            return ""
        return f" in {' and '.join(panel.title.lower() for panel in panels)}"

    def _show_deleted(self) -> None:
        """List the deleted highlights, or only those that are there."""
        session = self.surface.session()
        if session is None:
            return
        self.state.shows_deleted = not self.state.shows_deleted
        if not self.state.shows_deleted:
            self.surface.react(Occasion.MARKS_CHANGED)
            return

        def read() -> None:
            try:
                session.read_deleted()
            except StoreError as error:
                self.surface.in_loop(self._list_deleted, str(error))
            else:
                self.surface.in_loop(self._list_deleted, "")

        self.surface.in_thread(read, "deleted")

    def _list_deleted(self, reason: str) -> None:
        """List them among the highlights.

        Args:
            reason: Why they are not known; empty when they are.
        """
        self.surface.react(Occasion.MARKS_CHANGED)
        count = len(self.state.session.deleted) if self.state.session else 0
        if reason:
            self.surface.say(reason, warning=True)
        elif not count:
            self.surface.say("no highlight of this article is deleted")
        else:
            # They are listed a frame later, and this comes after that.
            self.surface.after_paint("deleted", partial(self._say_deleted, count))

    def _say_deleted(self, count: int) -> None:
        """Say that they are listed, and where, if none of them is in view."""
        back, hides = self.surface.key("mark.delete"), self.surface.key("row.hidden")
        widget, where = self._column.widget_of(HIGHLIGHTS), ""
        listed = [n for n, row in enumerate(widget.rows) if row.key.kind is RowKind.DELETED]
        if listed and not any(map(widget.is_in_view, listed)):
            nearest = min(listed, key=lambda number: abs(number - widget.cursor))
            rows = abs(nearest - widget.cursor)
            side = "below" if nearest > widget.cursor else "above"
            where = f", the nearest {rows} row{'s' * (rows != 1)} {side}"
        said = f"{count} deleted, listed dim{where}"
        self.surface.say(f"{said}: {back} on one brings it back, {hides} hides them")

    # -- choosing from a list ---------------------------------------------------------

    def row_speaker(self) -> None:
        """Set the speaker of the quote."""
        row = self._row_to_correct()
        if row is None:
            return
        quote = _of_type(row, Quote)
        if quote is None:
            opens = self.surface.key(f"panel.{QUOTES.id}")
            self.surface.say(f"only a quote has a speaker; {opens} opens the quotes")
            return
        self._choosing.speaker(quote.target, lambda name: self._set_speaker(quote, name))

    def _set_speaker(self, quote: Corrected[Quote], name: str) -> None:
        session = self.surface.session()
        if session is None:
            return
        done = triage_edits.set_speaker(session, quote, name)
        self._correcting.remember(done, quote.target, (name,))
        if not done.change.ok:
            session.unfinished.drop(quote.target)
        self._correcting.show_done(done, is_typed=True)

    def row_merge(self) -> None:
        """Make the entity part of another one."""
        row = self._row_to_correct()
        if row is None:
            return
        entity = _of_type(row, Entity)
        if entity is None:
            opens = self.surface.key(f"panel.{ENTITIES.id}")
            self.surface.say(f"only entities are merged; {opens} opens them")
            return
        others = [each for each in self._choosing.cast() if each is not entity]
        kind = entity.result.type
        # Nobody is a sum of money.
        others.sort(key=lambda each: (each.result.type is not kind, each.result.type in AMOUNTS))

        def merge(into: Corrected[Entity]) -> None:
            if session := self.surface.session():
                done = triage_edits.merge(session, entity, into)
                self._correcting.show_done(done, drops_row=True)

        name = shortened(one_line(entity.result.name))

        def told(into: str) -> str:
            return f"“{name}” → becomes part of “{one_line(into)}”"

        self._choosing.entity(f"Merge “{name}” into", others, merge, told)

    # -- editing ----------------------------------------------------------------------

    def row_edit(self) -> None:
        """Edit the row: an entity's name and type, a question's wording and answer."""
        row = self._row_to_correct()
        if row is None:
            return
        if sheet := triage_edits.sheet_of(row, self._ledger_link.answer_of(row)):
            self._open_sheet(row.target, sheet, row)
        else:
            speaker, hide = self.surface.key("row.speaker"), self.surface.key("row.hide")
            self.surface.say(
                f"a quote is the article's: {speaker} sets its speaker, {hide} hides it"
            )

    def question_own(self) -> None:
        """Ask a question of one's own over the selection or the sentence."""
        session = self.surface.session()
        if session is None:
            return
        state, view = self.state, self.surface.view
        span = self._targets.selected or session.unfinished.question_at(view.cursor)
        span = span or state.motions.sentence(view.cursor)
        asked = triage_edits.own_question(state.article, span)
        if asked is None:
            self.surface.say("there are no words here to ask about")
            return
        state.selection_anchor = None
        view.selection = None
        self._open_sheet(*asked, None)

    def _open_sheet(
        self, target: CorrectionTarget, sheet: EditForm, row: AnyCorrected | None
    ) -> None:
        """Open the sheet of a row or of a new question; what is typed there is never lost."""
        session, kept = self.state.session, self._correcting.kept_words(target)
        if session is None:
            return
        above_sheet(self.surface, target.span, SHEET + len(sheet.choices))

        def draft(boxes: tuple[str, ...]) -> None:
            session.unfinished.save(target, boxes)

        def again() -> None:
            self._open_sheet(target, sheet, row)

        def close(boxes: tuple[str, ...], is_discarded: bool) -> None:
            if is_discarded and boxes != sheet.before:
                self._correcting.discard(target, boxes, again)
            if is_discarded or not (
                boxes != sheet.before and self._keep(target, boxes, sheet, row)
            ):
                session.unfinished.drop(target)
            if self.surface.is_attached:
                self.surface.view.uncover()

        words = self.state.article.readable[target.span.start : target.span.end]
        self.surface.open_dialog(EditScreen(sheet, words, kept or sheet.before, draft, close))

    def _keep(
        self,
        target: CorrectionTarget,
        boxes: tuple[str, ...],
        sheet: EditForm,
        row: AnyCorrected | None,
    ) -> bool:
        """Put in what was typed; `False` when it changes nothing."""
        values, session = sheet.values_of(boxes), self.state.session
        if session is None or not values:
            return False
        is_answered = row is not None and triage_edits.is_only_for_ledger(row, values)
        if row is not None and is_answered:
            self._ledger_link.set_answer(row, values.pop(CorrectionKind.ANSWER) or "")
        done = triage_edits.keep(session, target, values, row)
        self._correcting.remember(done, target, boxes)
        if self.surface.is_attached and (done.change.ok or not is_answered):
            self._correcting.show_done(done, is_typed=True)
        return done.change.ok


def _of_type(row: AnyCorrected, kind: type[Found]) -> Corrected[Found] | None:
    """The row if it is of a kind of result."""
    return row if isinstance(row.result, kind) else None
