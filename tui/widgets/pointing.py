"""The mouse on a text: presses, drags that go on beyond the edges, and the wheel."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.timer import Timer

from tui.page.line_map import LineMap
from tui.widgets.field_message import FieldMessage

WHEEL_ROWS = 3
"""Rows that one notch of the mouse wheel turns."""
WHEEL_CELLS = 8
"""Cells that one notch of it, with shift, moves a wide table."""
EDGE_INTERVAL = 0.05
"""Seconds between two steps of the text while the mouse is held beyond an edge."""
FASTEST = 4
"""Rows of such a step when the mouse is far beyond the edge."""


class Pointing(ScrollView, inherit_bindings=False):
    """A view of rows that says what the mouse did to the text under it.

    Its messages are those of the article's view, the one text there is.
    """

    lines: LineMap
    """The text as it is wrapped."""
    text_left: int = 0
    """The column where it begins."""
    _is_dragging: bool = False
    _last_click: events.Click | None = None
    _last_move: events.MouseMove | None = None
    _edge_timer: Timer | None = None

    class Pressed(FieldMessage, namespace="article_view"):
        """The mouse was pressed on the text."""

        offset: int
        """The character under it."""
        times: int = 1
        """How often in a row: 2 for a double click."""
        with_alt: bool = False
        """Whether alt was held."""

    class Dragged(FieldMessage, namespace="article_view"):
        """The mouse was moved over the text with its button down."""

        offset: int
        """The character under it."""

    class Wheeled(Message, namespace="article_view"):
        """The mouse wheel turned the text; the cursor stayed where it was."""

    @property
    def rows_visible(self) -> int:
        """How many rows fit on the screen."""
        return max(1, self.scrollable_content_region.height)

    @property
    def visible_rows(self) -> range:
        """The rows on the screen now."""
        top = self.scroll_offset.y
        return range(top, min(self.lines.height, top + self.rows_visible))

    def scroll_rows_to(self, top: int) -> None:
        """Make `top` the first visible row, without animation."""
        top = max(0, min(top, self.lines.height - self.rows_visible))
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)

    def offset_under(self, event: events.MouseEvent) -> int:
        """The character under the mouse."""
        inside = event.get_content_offset_capture(self)
        row = inside.y + self.scroll_offset.y
        return self.lines.offset_at(row, inside.x - self.text_left)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Put the cursor there, ready to drag; soon after a click it is a double click."""
        if event.button != 1 or event.shift:
            return
        self.capture_mouse()
        self._is_dragging = True
        times = 1
        if click := self._last_click:
            is_soon = event.time - click.time <= self.app.CLICK_CHAIN_TIME_THRESHOLD
            if is_soon and click.screen_offset == event.screen_offset:
                times = click.chain + 1
        self.post_message(self.Pressed(self.offset_under(event), times, event.meta))

    def on_click(self, event: events.Click) -> None:
        """Remember the click: the next press may belong to it."""
        self._last_click = event

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select while the button is down; beyond an edge the text scrolls along."""
        if not self._is_dragging:
            return
        self._last_move = event
        self._scroll_at_edge()
        row = event.get_content_offset_capture(self).y
        is_inside = 0 <= row < self.rows_visible
        if is_inside and self._edge_timer:
            self._stop_at_edge()
        elif not is_inside and self._edge_timer is None:
            self._edge_timer = self.set_interval(EDGE_INTERVAL, self._scroll_at_edge)

    def _scroll_at_edge(self) -> None:
        """Scroll as fast as the mouse is far beyond the edge, and select along."""
        if self._last_move is None:
            return
        row = self._last_move.get_content_offset_capture(self).y
        beyond = min(row, 0) + max(0, row - self.rows_visible + 1)
        by = max(-FASTEST, min(beyond, FASTEST))
        self.scroll_rows_to(self.scroll_offset.y + by)
        self.post_message(self.Dragged(self.offset_under(self._last_move)))

    def _stop_at_edge(self) -> None:
        if self._edge_timer:
            self._edge_timer.stop()
        self._edge_timer = None

    def on_mouse_up(self) -> None:
        """End a drag."""
        if self._is_dragging:
            self._is_dragging = False
            self._last_move = None
            self._stop_at_edge()
            self.release_mouse()

    def redraw_rows(self, rows: Iterable[int]) -> None:
        """Draw some rows again."""

    def _wheel_sideways(self, event: events.MouseEvent, cells: int) -> None:
        """Move the table under the mouse; text that is wrapped has nothing to move."""
        event.stop()
        event.prevent_default()
        row = event.get_content_offset_capture(self).y + self.scroll_offset.y
        self.redraw_rows(self.lines.move_window(row, cells))

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        if event.shift:
            self._wheel_sideways(event, WHEEL_CELLS if rows > 0 else -WHEEL_CELLS)
            return
        event.stop()
        event.prevent_default()
        self.scroll_rows_to(self.scroll_offset.y + rows)
        self.post_message(self.Wheeled())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on."""
        self._wheel(event, WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back."""
        self._wheel(event, -WHEEL_ROWS)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Show more of a wide table on the right."""
        self._wheel_sideways(event, WHEEL_CELLS)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Show more of it on the left."""
        self._wheel_sideways(event, -WHEEL_CELLS)
