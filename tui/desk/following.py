"""Keeping text, rows and map together: what is under the cursor is lit wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from tui.desk.part import Part
from tui.documents.article import MilestoneKind, Span
from tui.panels.panel import Origin
from tui.panels.row_keys import highlight_keys
from tui.panels.table import HIGHLIGHTS
from tui.widgets.ribbon import Ribbon, RibbonMark

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.widgets.chrome import ProgressLine

ROWS_OF_A_CHAPTER = 2
"""Rows of the map that a chapter must have, or ticks would say nothing."""


class Following(Part):
    """What follows the cursor, the highlights and the visible part."""

    def __init__(self, state: DeskState, surface: Surface, column: Column) -> None:
        """Follow."""
        super().__init__(state, surface)
        self._column = column
        self._lit: Mapping[str, Iterable[Span]] = {}

    # -- the cursor -------------------------------------------------------------------

    def follow_cursor(self) -> None:
        """Keep rows, status and progress with the cursor, a frame later."""
        self.surface.after_paint("cursor", self._follow_cursor)

    def _follow_cursor(self) -> None:
        self.sync_rows()
        self._show_progress()
        self.surface.update_status()

    def sync_rows(self) -> None:
        """Light the rows of what is under the cursor, and its other mentions in the text."""
        self.light_mentions()
        offset = self.surface.view.cursor
        lit = self.state.row_keys_at(offset).union(
            key for mark in self.state.marks_at(offset) for key in highlight_keys(mark.highlight.id)
        )
        for widget in self._column.widgets:
            here_lit = widget.keys & lit
            if widget.lit != here_lit:
                widget.lit = here_lit
                if not widget.has_focus:
                    widget.reveal_lit()

    def light_mentions(self) -> None:
        """Paint the mentions of the entity under the cursor, and the clauses it is in.

        With the cursor, in the frame of the key: a mention lit later would flicker.
        """
        view = self.surface.view
        entity = self.state.entity_at(view.cursor)
        mentions = [m.span for m in (*entity.mentions, *entity.references)] if entity else []
        here = [span for span in mentions if span.contains(view.cursor)]
        is_changed = view.paint_once("mention", mentions)
        if view.paint_once("mention-current", here) or is_changed:
            self.surface.after_paint("ribbon", self.show_ribbon)
        keys = self.state.row_keys_at(view.cursor)
        lit = dict[str, Iterable[Span]]()
        if keys:
            contents = self.state.contents
            for panel in self._column.panels:
                lit.update(panel.layers_at(view.cursor, keys, contents))
        for layer in {**self._lit, **lit}:
            view.paint_once(layer, lit.get(layer, ()))
        self._lit = lit

    # -- the highlights ---------------------------------------------------------------

    def show_marks(self) -> None:
        """Draw the highlights in the text, then in the panel and on the map."""
        for layer, spans in HIGHLIGHTS.layers(self.state.contents).items():
            self.surface.view.paint(layer, spans)
        self.surface.after_paint("marks", self._list_marks)

    def _list_marks(self) -> None:
        column = self._column
        if column.widgets and self.state.session:
            contents = self.state.contents
            for panel in column.panels:
                if panel.origin is Origin.LIBRARY:
                    widget = column.widget_of(panel)
                    widget.state_text = panel.nothing(self.surface.key)
                    column.set_rows(panel, panel.rows(contents))
                    widget.counts = panel.counts(contents)
            column.show_tabs()
        self.show_ribbon()
        self.sync_rows()
        self.surface.update_status()

    # -- the map ----------------------------------------------------------------------

    def show_ribbon(self) -> None:
        """Draw the map of the article anew."""
        contents, lines = self.state.contents, self.surface.lines
        marks = [
            RibbonMark(lines.row_of(span.start), kind, colour)
            for panel in self._column.panels
            for span, kind, colour in panel.on_ribbon(contents)
        ]
        if entity := self.state.entity_at(self.surface.view.cursor):
            marks += [RibbonMark(lines.row_of(m.span.start), "mention") for m in entity.mentions]
        marks += [RibbonMark(lines.row_of(offset), "chapter") for offset in self._chapters()]
        self._ribbon.total = lines.height
        self._ribbon.marks = tuple(marks)
        self._show_view()

    def _chapters(self) -> list[int]:
        """Where chapters begin; none where their ticks would stand on one another."""
        found = self.state.article.milestones
        starts = [each.offset for each in found if each.kind is MilestoneKind.CHAPTER]
        return starts if len(starts) * ROWS_OF_A_CHAPTER <= self._ribbon.size.height else []

    def follow_view(self) -> None:
        """Keep map and progress with the visible part, a frame later."""
        self.surface.after_paint("view", self._show_view)
        self.surface.update_status()

    def _show_view(self) -> None:
        visible = self.surface.view.visible_rows
        self._ribbon.view = (visible.start, visible.stop)
        self._show_progress()

    @property
    def _ribbon(self) -> Ribbon:
        return cast(Ribbon, self.surface.widget("Ribbon"))

    def _show_progress(self) -> None:
        progress = cast("ProgressLine", self.surface.widget("ProgressLine"))
        progress.share = self.surface.share_read
