"""A list of rows drawn line by line: the body of every panel and of the finder.

Only the rows on the screen are drawn, so a list of thousands opens as fast as one of ten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import Any, Generic, NamedTuple, TypeVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.documents.article import Span
from tui.widgets.field_message import FieldMessage
from tui.widgets.fitting import fit, flowing, spare_that_fits
from tui.widgets.glyphs import drawn
from tui.widgets.looks import Painted

Key = TypeVar("Key")

Run = tuple[str, str]
"""A text and the name of its style (`row--NAME` in the style sheet; empty for none)."""


class RowLine(NamedTuple):
    """One line of a row: runs from the left, runs at the right edge, and runs between them."""

    left: tuple[Run, ...]
    """What stands on the left; cut with "…" where there is no room."""
    right: tuple[Run, ...] = ()
    """What stands on the right and is never cut."""
    spare: tuple[Run, ...] = ()
    """What stands before that; the last ones are left out where there is no room for all."""


class Row(NamedTuple, Generic[Key]):
    """One row of a list; all rows of a list have as many lines."""

    lines: tuple[RowLine, ...]
    """Its lines, top first."""
    key: Key
    """What the row stands for: hashable, unique in its list, stable when it is filled anew."""
    span: Span | None = None
    """Where in the text the row leads; `None` when nowhere."""
    group: str = ""
    """The name of the group it can be folded into; empty for none."""
    also: str = ""
    """Words by which it is found though it does not show them."""
    flows: bool = False
    """Whether a first line that is too long goes on in the second one, in its place."""
    further: tuple[Span, ...] = ()
    """Where else its passage stands: the parts behind the one at `span`."""
    whole: tuple[RowLine, ...] = ()
    """Its lines where it is shown in full; empty where they say no more than the others."""

    @property
    def parts(self) -> tuple[Span, ...]:
        """The passage it leads to, part by part; empty where it leads nowhere."""
        return () if self.span is None else (self.span, *self.further)


ListRow = Row[str]
"""A row of a dialog's list."""


class RowPlaces(NamedTuple):
    """Where the rows of a list stand: all have as many lines, but for some shown in full."""

    total: int
    """How many rows there are."""
    lines_per_row: int
    """The lines of a row."""
    first: int = 0
    """The number of the first row that is shown in full."""
    opened: tuple[tuple[RowLine, ...], ...] = ()
    """The lines of each of those, which follow one another."""

    @property
    def more(self) -> int:
        """By how many lines those are longer than other rows."""
        return sum(map(len, self.opened)) - len(self.opened) * self.lines_per_row

    def top_of(self, row: int) -> int:
        """The first line of a row, counted from the top of the list."""
        above = self.opened[: max(0, row - self.first)]
        return row * self.lines_per_row + sum(len(lines) - self.lines_per_row for lines in above)

    def row_at(self, line: int) -> tuple[int, int]:
        """The row that a line of the list belongs to, and which line of it that is."""
        top = self.first * self.lines_per_row
        for number, lines in enumerate(self.opened, self.first):
            if top <= line < top + len(lines):
                return number, line - top
            top += len(lines)
        behind = self.first + len(self.opened)
        if line < top:
            return divmod(line, self.lines_per_row)
        return (behind + (line - top) // self.lines_per_row, (line - top) % self.lines_per_row)

    def whole_from(self, line: int) -> int:
        """The first line at which a row begins, from a line on; inside the last row that line."""
        row, within = self.row_at(line)
        return self.top_of(row + 1) if within and row + 1 < self.total else line

    def size_in(self, room: Size) -> Size:
        """The size of the list, seen through a room."""
        lines = self.top_of(self.total)
        # Room below, so that the list can be scrolled by whole rows to its end.
        last = self.whole_from(lines - room.height) if lines > room.height else 0
        return Size(room.width, max(lines, last + room.height))


class RowList(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor; rows that belong to the place in the text are lit."""

    ALLOW_SELECT = False
    counts_row: Callable[[Row[Any]], bool] = staticmethod(lambda _: True)
    """Whether a row is counted where a border says which one of how many is current."""

    rows: reactive[tuple[Row[Any], ...]] = reactive((), repaint=False)
    """What is listed."""
    cursor: reactive[int] = reactive(0, repaint=False)
    """The index of the current row; 0 when there is none."""
    lit: reactive[frozenset[Any]] = reactive(frozenset(), repaint=False)
    """The keys of the rows that belong to the place in the text."""
    dimmed: reactive[frozenset[Any]] = reactive(frozenset(), repaint=False)
    """The keys of the rows the reader hid; where they are listed they are dim and say so."""
    state_text: reactive[str] = reactive("", repaint=False)
    """Words shown instead of rows: loading, failed, empty."""

    class Moved(FieldMessage):
        """The reader moved to another row."""

        row_list: RowList
        """The list."""
        row: Row[Any]
        """The row the cursor is on now."""

        @property
        def control(self) -> RowList:
            """The list, for `on` selectors."""
            return self.row_list

    class Chosen(FieldMessage):
        """The reader clicked a row."""

        row_list: RowList
        """The list."""
        row: Row[Any]
        """The row."""

        @property
        def control(self) -> RowList:
            """The list, for `on` selectors."""
            return self.row_list

    def __init__(self, *, lines_per_row: int = 1, id: str | None = None) -> None:  # noqa: A002
        """Make an empty list.

        Args:
            lines_per_row: How many lines every row has.
            id: The widget's id.
        """
        super().__init__(id=id)
        self.lines_per_row = lines_per_row
        self.places = RowPlaces(0, lines_per_row)
        """Where the rows stand."""
        self.keys: frozenset[Any] = frozenset()
        """The keys of the rows."""
        self._numbers: list[int] | None = None
        # A list under a box to type in shows its cursor without having the keys.
        self.shows_cursor = False

    @property
    def current(self) -> Row[Any] | None:
        """The row under the cursor; `None` in an empty list."""
        return self.rows[self.cursor] if self.rows else None

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_rows(self, old: tuple[Row[Any], ...], new: tuple[Row[Any], ...]) -> None:
        """Measure the list anew; the cursor stays with its row."""
        key = old[self.cursor].key if self.cursor < len(old) else None
        place = next((i for i, row in enumerate(new) if row.key == key), self.cursor)
        self.set_reactive(RowList.cursor, self.validate_cursor(place))
        self.keys = frozenset(row.key for row in new)
        self._numbers = None
        self._measure()
        self.refresh()

    def on_resize(self) -> None:
        """Measure the list anew; it may have been drawn by the measures it had before."""
        self._measure()
        self.reveal(self.cursor)
        self.refresh()

    def _measure(self) -> None:
        self.places = RowPlaces(len(self.rows), self.lines_per_row)
        self.virtual_size = self.places.size_in(self.scrollable_content_region.size)

    @property
    def position(self) -> tuple[int, int]:
        """Which row is current, from 1, and of how many; 0 above the first that is counted."""
        if self._numbers is None:
            self._numbers = list(accumulate(map(self.counts_row, self.rows), initial=0))
        # On a row that is not counted: how many stand above it.
        return self._numbers[self.cursor + 1] if self.rows else 0, self._numbers[-1]

    def watch_cursor(self, old: int, new: int) -> None:
        """Draw the two rows and bring the new one into view."""
        for row in (old, new):
            self.refresh_lines(row * self.lines_per_row, self.lines_per_row)
        self.reveal(new)

    def watch_lit(self) -> None:
        """Draw which rows are lit; a list with the keys shows its cursor instead."""
        if not self.has_focus:
            self.refresh()

    def watch_dimmed(self) -> None:
        """Draw which rows are dim."""
        self.refresh()

    def watch_state_text(self) -> None:
        """Draw the words."""
        self.refresh()

    def on_focus(self) -> None:
        """Show the cursor, or hide it."""
        self.refresh()

    on_blur = on_focus

    def move(self, by: int) -> None:
        """Move the cursor by rows and say so."""
        before = self.cursor
        self.cursor += by
        if self.cursor != before and self.current:
            self.post_message(self.Moved(self, self.current))

    def go_to_span(self, span: Span) -> None:
        """Put the cursor on the row of a place in the text, if there is one."""
        for number, row in enumerate(self.rows):
            if row.span == span:
                self.cursor = number
                return

    @property
    def rows_per_page(self) -> int:
        """How many rows fit."""
        return max(1, self.scrollable_content_region.height // self.lines_per_row)

    def is_in_view(self, row: int) -> bool:
        """Whether a row can be seen."""
        line = self.places.top_of(row) - self.scroll_offset.y
        return 0 <= line < self.scrollable_content_region.height

    def reveal(self, row: int) -> None:
        """Scroll as little as needed to show a row; the topmost row stays whole."""
        places = self.places
        top, (first, _) = places.top_of(row), places.row_at(self.scroll_offset.y)
        seen = places.top_of(first)
        beyond = places.top_of(row + 1) - self.scrollable_content_region.height
        if beyond > seen:
            seen = places.whole_from(beyond)
        # Of a row that is higher than the list the beginning is shown.
        self.scroll_lines_to(min(seen, top))

    def scroll_lines_to(self, line: int) -> None:
        """Make a line of the list the first one that is seen, without animation."""
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, immediate=True, force=True)

    def reveal_below(self) -> None:
        """Show the current row with as much of what follows it as there is room for."""
        self.reveal(min(self.cursor + self.rows_per_page - 1, len(self.rows) - 1))
        self.reveal(self.cursor)

    def reveal_lit(self) -> None:
        """Scroll the first lit row into view."""
        for number, row in enumerate(self.rows):
            if row.key in self.lit:
                self.reveal(number)
                return

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        width = self.scrollable_content_region.width
        number, line = self.places.row_at(y + self.scroll_offset.y)
        if not self.rows and self.state_text:
            return self._state_line(y, width)
        if number >= len(self.rows):
            return Strip.blank(width, self.look())
        row = self.rows[number]
        shows_cursor = self.has_focus or self.shows_cursor
        # In a list with the keys the cursor says where in the text the reader is.
        is_lit = row.key in self.lit and not shows_cursor
        base: tuple[str, ...] = ("row--lit",) if is_lit else ()
        if number == self.cursor and shows_cursor:
            base += ("row--cursor",)
        return self._draw(self.lines_of(number)[line], width, base)

    def lines_of(self, number: int) -> tuple[RowLine, ...]:
        """The lines of a row as they are drawn."""
        row = self.rows[number]
        shown = tuple(RowLine(*map(drawn_runs, each)) for each in row.lines)
        lines = flowing(shown, self.scrollable_content_region.width) if row.flows else shown
        return dimmed_lines(lines) if row.key in self.dimmed else lines

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows, and at the right edge, on the frame if there is one, which part is seen."""
        strips = super().render_lines(crop)
        height, total = self.scrollable_content_region.height, self.virtual_size.height
        if total <= height or crop.right < self.outer_size.width:
            return strips
        length = max(1, height * height // total)
        top = round(self.scroll_offset.y * (height - length) / (total - height))
        # In ASCII a bold line is no other than the thin one of the frame.
        bold = drawn("┃") if drawn("┃") != drawn("│") else drawn("█")
        look = self.look("row--bar" if self.has_focus else "row--muted")
        for number, y in enumerate(crop.line_range):
            if top <= y - self.gutter.top < top + length:
                inner = strips[number].crop(0, strips[number].cell_length - 1)
                strips[number] = Strip.join((inner, Strip([Segment(bold, look)], 1)))
        return strips

    def _state_line(self, y: int, width: int) -> Strip:
        from textwrap import wrap

        words = wrap(drawn(self.state_text), max(8, width - 2))
        text = f" {words[y]}" if y < len(words) else ""
        style = self.look("row--state")
        return Strip([Segment(set_cell_size(text, width), style)], width)

    def _draw(self, line: RowLine, width: int, base: tuple[str, ...]) -> Strip:
        right = list(self._styled((*spare_that_fits(line, width), *line.right), base))
        room = max(0, width - sum(segment.cell_length for segment in right))
        left = fit(list(self._styled(line.left, base)), room, self.look(*base))
        return Strip([*left, *right], width)

    def _styled(self, runs: Sequence[Run], base: tuple[str, ...]) -> Iterable[Segment]:
        for text, name in runs:
            yield Segment(text, self.look(*base, *[f"row--{part}" for part in name.split()]))

    def on_click(self, event: events.Click) -> None:
        """Go to the row that was clicked."""
        inside = event.get_content_offset(self)
        if inside is None:
            return
        number, _ = self.places.row_at(inside.y + self.scroll_offset.y)
        if number < len(self.rows):
            self.cursor = number
            self.post_message(self.Chosen(self, self.rows[number]))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll about three lines, by whole rows."""
        event.stop()
        self._scroll_rows(+1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll about three lines, by whole rows."""
        event.stop()
        self._scroll_rows(-1)

    def _scroll_rows(self, direction: int) -> None:
        lines = max(1, 3 // self.lines_per_row) * self.lines_per_row
        self.scroll_lines_to(self.scroll_offset.y + direction * lines)


def dimmed_lines(lines: tuple[RowLine, ...]) -> tuple[RowLine, ...]:
    """The lines of a hidden row: all in the style of what matters less, and saying so."""
    dim = [
        RowLine(
            tuple((text, "muted") for text, _ in line.left),
            tuple((text, "muted") for text, _ in line.right),
        )
        for line in lines
    ]
    said = [line._replace(right=((" hidden", "muted"), *line.right)) for line in dim[:1]]
    return (*said, *dim[1:])


def drawn_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs as this terminal draws them."""
    return tuple((drawn(text, name), name) for text, name in runs)
