"""The ribbon: one column that maps the whole article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.field_message import FieldMessage
from tui.widgets.glyphs import drawn
from tui.widgets.looks import Painted

SIGNS = {
    "chapter": "─", "quote": "┃", "mention": "◆", "question": "?", "mark": "●", "view": "│",
    "none": " ",
}  # fmt: skip
"""What stands for what; where several meet in one cell, the one further right here wins."""

_RANK = ("chapter", "quote", "mention", "question", "mark")


class RibbonMark(NamedTuple):
    """Something to show on the map."""

    row: int
    """The row of the article it begins on."""
    kind: str
    """`chapter`, `quote`, `mention`, `question` or `mark`."""
    colour: str = ""
    """The colour of a mark; empty for the others."""


class Ribbon(Painted):
    """The map of the article, one cell for each stretch of rows; a click jumps there."""

    ALLOW_SELECT = False

    marks: reactive[tuple[RibbonMark, ...]] = reactive(())
    """What is on the map."""
    total: reactive[int] = reactive(1)
    """Rows of the article."""
    view: reactive[tuple[int, int]] = reactive((0, 0))
    """The first visible row and the one after the last."""

    class JumpRequested(FieldMessage):
        """The reader pointed at a place on the map."""

        row: int
        """The row of the article it stands for."""
        is_drag: bool = False
        """Whether the mouse is being moved with its button down."""

    _is_dragging: bool = False
    _drawn: tuple[Sequence[tuple[str, str]], object] | None = None

    def _cells(self) -> Sequence[tuple[str, str]]:
        """Sign and style of every cell, top first; computed once for all lines of a frame."""
        made_of = (self.marks, self.total, self.view, self.size.height)
        if self._drawn is None or self._drawn[1] != made_of:
            self._drawn = (self._map(), made_of)
        return self._drawn[0]

    def _map(self) -> Sequence[tuple[str, str]]:
        height = max(1, self.size.height)
        total = max(1, self.total, height)
        first, after = self.view
        first, last = first * height // total, max(first, after - 1) * height // total
        # A short text does not fill the ribbon: it has a map as long as itself.
        cells = [("view", "view") if first <= y <= last else ("none", "") for y in range(height)]
        taken = [-1] * height
        for mark in self.marks:
            y = min(height - 1, mark.row * height // total)
            rank = _RANK.index(mark.kind)
            # Where the reader is matters more than where a chapter begins.
            if rank >= taken[y] and (rank or cells[y][0] != "view"):
                taken[y] = rank
                cells[y] = (mark.kind, mark.colour or mark.kind)
        return cells

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        kind, style_name = self._cells()[y] if y < self.size.height else ("none", "")
        style = self.look(f"ribbon--{style_name}") if style_name else self.look()
        return Strip([Segment(drawn(SIGNS[kind], style_name), style)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Jump, and follow the mouse while it is held."""
        if event.button != 1:
            return
        self.capture_mouse()
        self._is_dragging = True
        self._jump(event.y, is_drag=False)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse while it is held."""
        if self._is_dragging:
            self._jump(event.get_content_offset_capture(self).y, is_drag=True)

    def on_mouse_up(self) -> None:
        """Release the mouse."""
        if self._is_dragging:
            self._is_dragging = False
            self.release_mouse()

    def _jump(self, y: int, *, is_drag: bool) -> None:
        height = max(1, self.size.height)
        total = max(1, self.total, height)
        row = max(0, min(y, height - 1)) * total // height
        self.post_message(self.JumpRequested(row, is_drag))
