"""A side panel: a list of rows in a border that carries its number, title and counts.

While the panel has the keys, its current row is shown in full, with the rows that belong to it:
the rows above stay where they are, those below give way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.content import Content
from textual.reactive import reactive

from tui.widgets.glyphs import drawn
from tui.widgets.lower_edge import set_lower_edge
from tui.widgets.row_list import Row, RowLine, RowList, RowPlaces
from tui.widgets.unfolding import NOTHING, dim_or_not, in_full, spread

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip


class SidePanel(RowList):
    """One of the four panels beside the text."""

    # Folds stand for no row of their own, notes and tags for their highlight.
    counts_row = staticmethod(lambda row: row.key.is_counted)

    counts: reactive[str] = reactive("", repaint=False)
    """What the border says about the contents ("18 · 61 mentions"); empty while unknown."""

    share: reactive[float] = reactive(1.0, repaint=False)
    """How much of the text the rows come from, 0 to 1; the border says it below 1."""

    narrowed_by: reactive[str] = reactive("", repaint=False)
    """The words the rows are narrowed by; empty when all are shown."""

    def __init__(self, number: int, title: str, name: str, *, lines_per_row: int = 1) -> None:
        """Make an empty panel.

        Args:
            number: Its number on the keyboard.
            title: Its title.
            name: Its short name; the id is `panel-NAME`.
            lines_per_row: How many lines every row has.
        """
        super().__init__(lines_per_row=lines_per_row, id=f"panel-{name}")
        self.number = number
        self.title = title
        self.short_name = name
        self._drawn, self._drawn_from = self.places, 0
        self._titled = ""
        self._name_border()

    # -- the border -------------------------------------------------------------------

    def watch_counts(self) -> None:
        """Say in the border what it has to say now."""
        self._name_border()

    watch_share = watch_narrowed_by = watch_counts

    def _name_border(self) -> None:
        total, *others = self.counts.split(" ")
        is_closed = self.is_attached and self.has_class("-closed")
        title = f"{self.number} {self.title}"
        if is_closed:
            # Without a frame the title would touch its line.
            title = f" {title}  {total} " if total else f" {title} "
        here, count = self.position
        if self.narrowed_by and not is_closed:
            shown = f"{here}/{count}" if self.has_focus and here else f"{count}"
            title = f"{title} / {self.narrowed_by} · {shown}"
        elif self.has_focus and here:
            # Behind a fold there may be more rows, and hidden ones are not counted there.
            total = f"{here}/{max(count, int(total) if total.isdigit() else 0)}"
        if title != self._titled:
            self._titled = title
            # Content, not str: a str would be parsed as markup.
            self.border_title = Content(drawn(title))
        so_far = f" · {self.share:.0%} read" if self.counts and self.share < 1 else ""
        set_lower_edge(self, drawn(" ".join((total, *others)) + so_far))

    # -- its place among the panels -----------------------------------------------------

    def set_open(self, is_open: bool) -> None:
        """Unfold the panel, or fold it to a line where there is no room for all."""
        self.set_class(is_open, "-open")
        self.set_class(not is_open, "-closed")
        self._name_border()

    def set_lines_per_row(self, lines: int) -> None:
        """Give every row so many lines, as there is room for."""
        if lines != self.lines_per_row:
            self.lines_per_row = lines
            self._show_current()

    # -- the current row in full --------------------------------------------------------

    def watch_rows(self, old: tuple[Row[Any], ...], new: tuple[Row[Any], ...]) -> None:
        """Measure the list anew; the cursor stays with its row."""
        super().watch_rows(old, new)
        self._name_border()

    def watch_cursor(self, old: int, new: int) -> None:
        """Show the new row in full."""
        before, seen = self.places, self.scroll_offset.y
        self._measure()
        self.reveal(new)
        self._name_border()
        if before.more or self.places.more or self.scroll_offset.y != seen:
            self.refresh()
        else:
            for places in (before, self.places):
                lines = len(places.opened) * self.lines_per_row
                self.refresh_lines(places.top_of(places.first), lines)

    def watch_dimmed(self) -> None:
        """Draw which rows are dim."""
        self._show_current()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Show the current row in full, or as all others."""
        super().watch_has_focus(_has_focus)
        self._show_current()

    def _show_current(self) -> None:
        self._measure()
        self.reveal(self.cursor)
        self.refresh()
        self._name_border()

    def _measure(self) -> None:
        count, width = len(self.rows), self.scrollable_content_region.width
        first, opened = 0, NOTHING
        if self.has_focus and count and width > 0:
            first, opened = in_full(self.rows, self.cursor, self.dimmed, width, self.lines_per_row)
        self.places = RowPlaces(count, self.lines_per_row, first, opened)
        # Nothing but the rows depends on it: the desk is not laid out anew with every key.
        size = self.places.size_in(self.scrollable_content_region.size)
        self.set_reactive(SidePanel.virtual_size, size)

    def lines_of(self, number: int) -> tuple[RowLine, ...]:
        """The lines of a row as they are drawn."""
        places = self.places
        if 0 <= number - places.first < len(places.opened):
            return places.opened[number - places.first]
        row = self.rows[number]
        if len(row.lines) == self.lines_per_row:
            return super().lines_of(number)
        width = self.scrollable_content_region.width
        return spread(dim_or_not(row, self.dimmed), width, self.lines_per_row)

    def read_on(self, direction: int) -> bool:
        """Scroll within what is shown in full, if it has no room; `False` at its end.

        Args:
            direction: 1 for on, -1 for back.
        """
        height, seen = self.scrollable_content_region.height, self.scroll_offset.y
        places = self.places
        # A highlight, its note and its tags are rows of their own, and read as one.
        after = places.first + len(places.opened)
        top, last = places.top_of(places.first), places.top_of(after) - height
        wanted = max(top, min(seen + direction * max(1, height - 1), last))
        if last <= top or wanted == seen:
            return False
        self.scroll_lines_to(wanted)
        return True

    # -- the mouse ----------------------------------------------------------------------

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows; where they were drawn counts for the mouse."""
        self._drawn, self._drawn_from = self.places, self.scroll_offset.y
        return super().render_lines(crop)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Go to the row under the mouse, which stays there as far as it can.

        Not on a click, which comes later: the panel may have another size by then.
        """
        inside = event.get_content_offset(self)
        if inside is None or event.button != 1:
            return
        number, _ = self._drawn.row_at(inside.y + self._drawn_from)
        if number < len(self.rows):
            y = self._drawn.top_of(number) - self._drawn_from
            self.cursor = number
            seen = self.places.top_of(number) - y
            self.scroll_lines_to(self.places.whole_from(max(0, seen)))
            self.reveal(number)
            self.post_message(self.Chosen(self, self.rows[number]))

    def on_click(self, event: events.Click) -> None:
        """Nothing more: the row was gone to when the mouse was pressed."""
        event.prevent_default()
