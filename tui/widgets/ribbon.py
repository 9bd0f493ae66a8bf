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
"""What stands for what."""

_RANK = ("chapter", "quote", "mention", "question", "mark")
"""Where several meet in one cell, the one further right here wins."""
_ONE_IN = {"quote": 4, "question": 5}
"""Of what a usual article is full of, a sign in one of so many cells: those that come first."""


class RibbonMark(NamedTuple):
    """Something to show on the map."""

    row: int
    """The row of the article it begins on."""
    kind: str
    """`chapter`, `quote`, `mention`, `question` or `mark`."""
    colour: str = ""
    """The colour of a mark; empty for the others."""


class Cell(NamedTuple):
    """What one cell of the map shows."""

    kind: str
    """Whose sign it is."""
    look: str
    """The colour of a mark; else the kind."""
    has_ground: bool
    """Whether the screen shows what it stands for, and not the whole article."""


class Ribbon(Painted):
    """The map of the article, one cell for each stretch of rows; a click jumps there.

    What the screen shows has a ground of its own, under whatever its cells say.
    """

    ALLOW_SELECT = False

    marks: reactive[tuple[RibbonMark, ...]] = reactive(())
    """What is on the map; of each kind what weighs most comes first."""
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
    _drawn: tuple[Sequence[Cell], object] | None = None

    def _cells(self) -> Sequence[Cell]:
        """Every cell, top first; computed once for all lines of a frame."""
        made_of = (self.marks, self.total, self.view, self.size.height)
        if self._drawn is None or self._drawn[1] != made_of:
            self._drawn = (self._map(), made_of)
        return self._drawn[0]

    def _map(self) -> Sequence[Cell]:
        height = max(1, self.size.height)
        # A short text does not fill the ribbon: it has a map as long as itself.
        total = max(1, self.total, height)
        first, after = self.view
        first, last = first * height // total, max(first, after - 1) * height // total
        used = min(height, max(1, self.total))
        is_part = self.view[0] > 0 or after < self.total
        signs: dict[int, RibbonMark] = {}
        for kind in _RANK:
            there: dict[int, RibbonMark] = {}
            most = max(1, used // _ONE_IN[kind]) if kind in _ONE_IN else height
            for mark in self.marks:
                if mark.kind == kind and len(there) < most:
                    there.setdefault(min(height - 1, mark.row * height // total), mark)
            signs |= there
        cells = []
        for y in range(height):
            sign, is_in_view = signs.get(y), first <= y <= last
            kind = sign.kind if sign else "view" if is_in_view else "none"
            cells.append(Cell(kind, (sign and sign.colour) or kind, is_in_view and is_part))
        return cells

    def render_line(self, y: int) -> Strip:
        """Draw one cell."""
        cells = self._cells()
        if y >= len(cells):
            return Strip([Segment(" ", self.look())], 1)
        kind, name, has_ground = cells[y]
        names = ["ribbon--view"] * has_ground
        if kind == "view" and not has_ground:
            names = ["ribbon--whole"]
        elif kind not in {"view", "none"}:
            names.append(f"ribbon--{name}")
        # In 16 colours the ground is the letters' colour reversed, which needs no sign.
        is_plain = kind == "view" and has_ground and self.app.native_ansi_color
        sign = " " if is_plain else drawn(SIGNS[kind], name)
        return Strip([Segment(sign, self.look(*names))], 1)

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
