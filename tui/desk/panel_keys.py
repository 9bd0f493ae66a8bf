"""Moving in the side panels: the text goes along, and Esc goes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.arranging import Arranging
from tui.desk.base import SHORT, ReadingPlace
from tui.documents.article import Span
from tui.panels.arrangement import FOLD_KEY
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tui.analysis.results import Entity, Question, Quote
    from tui.corrections.corrected import Corrected

    AnyRow = Corrected[Entity] | Corrected[Quote] | Corrected[Question]

_STATES = {
    "changed": "you marked this; the words have been edited since",
    "moved": "you marked this; the text has been put in another order since",
    "orphan": "you marked this; its words are no longer in the text at a certain place",
}
SHEET = 10
"""Rows of the sheet of panels at the bottom of a small window."""


class PanelKeys(Arranging):
    """The commands of the group Panels."""

    _place_before: ReadingPlace | None = None
    """Where the reader was when a panel got the keys; `None` while none has them."""

    @property
    def is_on_row(self) -> bool:
        """Whether the keys are about a row; in an empty panel they are about the text."""
        return bool(self.focused_panel and self.focused_panel.current)

    def row_span(self) -> Span | None:
        """Where the focused row leads; `None` outside the panels."""
        panel = self.focused_panel
        return panel.current.span if panel and panel.current else None

    def row_mark_id(self) -> str | None:
        """The highlight the focused row stands for."""
        panel = self.focused_panel
        if panel and panel.id == "panel-marks" and panel.current:
            from tui.panels.panel_rows import marked_id

            return marked_id(panel.current.key)
        return None

    def show_row(self, row: ListRow) -> None:
        """Show the place of a row in the text without leaving the panel."""
        if row.span:
            self.go_to(row.span, record=False)
            self.view.paint("evidence", [row.span] if "entity" not in row.key else [])

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Move the text along with the rows."""
        if event.row_list in self.panels:
            event.stop()
            self.show_row(event.row)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked row is gone to."""
        if event.row_list in self.panels:
            event.stop()
            if event.row.key.startswith(FOLD_KEY):
                self.toggle_fold(event.row.group)
            else:
                self.show_row(event.row)

    def focus_panel(self, number: int) -> None:
        """Open a panel, from 0, and move the keys into it."""
        if not self.panels:
            return
        self.enter_panel(number)
        panel = self.panels[number]
        lit = [i for i, row in enumerate(panel.rows) if row.key in panel.lit]
        if lit and panel.cursor not in lit:
            panel.cursor = lit[0]
        # Not `focus()`, which waits: what follows is about the panel that has the keys.
        self.set_focus(panel)
        self.call_after_refresh(self._show_current_row)

    def enter_panel(self, number: int) -> None:
        """Open a panel, from 0, and remember where the text was; the mouse does this, too."""
        if self._place_before is None:
            self._place_before = self.place_here()
        self.remove_class("-text-only")
        self.open_panel = number
        self.lay_out_panels()
        self.query_one("#side").add_class("-shown")
        self.show_tabs()

    def _show_current_row(self) -> None:
        panel = self.focused_panel
        if panel and panel.current:
            self.show_row(panel.current)

    def lay_out_panels(self) -> None:
        """Open all panels where there is room, else the one that is in use."""
        is_tall = self.size.height >= SHORT and not self.is_narrow
        for index, panel in enumerate(self.panels):
            panel.set_open(is_tall or index == self.open_panel)
        # The sheet leaves the text some rows, so that the evidence stays in view above it.
        room = max(4, min(SHEET, self.size.height - SHEET))
        side = self.query_one("#side")
        side.styles.height = room if self.is_narrow else "1fr"
        if width := self.config.panels.width:
            # The text keeps at least half of the window.
            side.styles.width = "100%" if self.is_narrow else min(width, self.size.width // 2)

    def leave_panel(self, *, stay: bool) -> bool:
        """Move the keys back into the text; `False` when they were there.

        Args:
            stay: Whether the text stays where the row led; else it goes back.
        """
        if self.focused_panel is None and self._place_before is None:
            return False
        place, self._place_before = self._place_before, None
        self.view.paint("evidence", [])
        here = self.view.cursor
        self.query_one("#side").remove_class("-shown")
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.view)
        self.show_tabs()
        if place is not None and stay:
            self.record_jump(place.cursor, to=here)
        elif place is not None:
            self.go_back_to(place)
        self.update_status()
        return True

    def text_pressed(self) -> None:
        """A press on the text leaves a panel, its sheet and what it shows."""
        self.leave_panel(stay=True)
        super().text_pressed()

    def command_panel_entities(self) -> None:
        """Open the entities."""
        self.focus_panel(0)

    def command_panel_quotes(self) -> None:
        """Open the quotes."""
        self.focus_panel(1)

    def command_panel_questions(self) -> None:
        """Open the unresolved questions."""
        self.focus_panel(2)

    def command_panel_marks(self) -> None:
        """Open the highlights."""
        self.focus_panel(3)

    def command_panel_next(self) -> None:
        """Go to the next panel; from the text to the one that is open."""
        panel = self.focused_panel
        self.focus_panel((self.open_panel + 1) % 4 if panel else self.open_panel)

    def command_panel_previous(self) -> None:
        """Go to the panel before; from the text to the last."""
        panel = self.focused_panel
        self.focus_panel((self.open_panel - 1) % 4 if panel else 3)

    def _move_row(self, by: int) -> None:
        if panel := self.focused_panel:
            panel.move(by)

    def command_row_next(self) -> None:
        """Go to the next row."""
        self._move_row(1)

    def command_row_previous(self) -> None:
        """Go to the row before."""
        self._move_row(-1)

    def command_row_first(self) -> None:
        """Go to the first row."""
        self._move_row(-(10**9))

    def command_row_last(self) -> None:
        """Go to the last row."""
        self._move_row(10**9)

    def command_row_page_next(self) -> None:
        """Go a page of rows down."""
        if panel := self.focused_panel:
            panel.move(panel.rows_per_page)

    def command_row_page_previous(self) -> None:
        """Go a page of rows up."""
        if panel := self.focused_panel:
            panel.move(-panel.rows_per_page)

    def command_row_go(self) -> None:
        """Go to the row's place in the text and stay there."""
        panel = self.focused_panel
        if panel and panel.current and panel.current.key.startswith(FOLD_KEY):
            self.toggle_fold(panel.current.group)
        elif panel and panel.current and panel.current.span:
            span = panel.current.span
            self.leave_panel(stay=True)
            self.view.cursor = span.start

    def command_row_why(self) -> None:
        """Say which rule put the row here."""
        panel = self.focused_panel
        if panel is None or panel.current is None or self.analysis is None:
            return
        kind, _, number = panel.current.key.partition(" ")
        if kind in ("entity", "quote", "question"):
            self._show_reasons(kind, int(number))
        elif kind == "correction":
            hide = self.key("row.hide")
            self.say(f"you corrected what is not found here any more; {hide} takes it back")
        else:
            mark = self.session.mark(self.row_mark_id() or "") if self.session else None
            state = mark.state if mark else "orphan"
            self.say(_STATES.get(state, "you marked this"))

    def _show_reasons(self, kind: str, number: int) -> None:
        from tui.dialogs.why import WhyScreen
        from tui.panels import reasons
        from tui.panels.corrected_rows import correction_reasons

        findings, text = self.findings, self.article.text
        if findings is None:
            return
        analysis, corrected = findings.listed, findings.rows
        row: AnyRow
        if kind == "entity":
            entity, row = analysis.entities[number], corrected.entities[number]
            title, rows = entity.name, reasons.entity_reasons(entity, text, self.paragraph_of)
        elif kind == "quote":
            quote, row = analysis.quotes[number], corrected.quotes[number]
            title, rows = "a quote", reasons.quote_reasons(quote, text, self.paragraph_of)
        else:
            question, row = analysis.questions[number], corrected.questions[number]
            title = "an open question"
            rows = reasons.question_reasons(question, text, self.paragraph_of)
        reasons_of_reader = correction_reasons(row)
        self.app.push_screen(WhyScreen(title, reasons_of_reader + rows), self._go_to_reason)

    def _go_to_reason(self, span: Span | None) -> None:
        if span is not None:
            self.leave_panel(stay=True)
            self.go_to(span)
