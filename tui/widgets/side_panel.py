"""A side panel: a list of rows in a border that carries its number, title and counts."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from tui.widgets.glyphs import drawn
from tui.widgets.row_list import RowList


class SidePanel(RowList):
    """One of the four panels beside the text."""

    counts: reactive[str] = reactive("", repaint=False)
    """What the border says about the contents ("18 · 61 mentions"); empty while unknown."""

    share: reactive[float] = reactive(1.0, repaint=False)
    """How much of the text the rows come from, 0 to 1; the border says it below 1."""

    narrowed_by: reactive[str] = reactive("", repaint=False)
    """The words the rows are narrowed by and how many are left; empty when all are shown."""

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
        self._name_border()

    def watch_counts(self) -> None:
        """Show the counts in the border."""
        self._name_border()

    def watch_share(self) -> None:
        """Show the share in the border."""
        self._name_border()

    def watch_narrowed_by(self) -> None:
        """Show the words in the border."""
        self._name_border()

    def _name_border(self) -> None:
        first = self.counts.split(" ")[0] if self.counts else ""
        is_closed = self.is_attached and self.has_class("-closed")
        title = f"{self.number} {self.title}"
        if is_closed:
            # Without a frame the title would touch its line.
            title = f" {title}  {first} " if first else f" {title} "
        if self.narrowed_by and not is_closed:
            title = f"{title} / {self.narrowed_by}"
        # Content, not str: a str would be parsed as markup.
        self.border_title = Content(drawn(title))
        so_far = f" · {self.share:.0%} read" if self.counts and self.share < 1 else ""
        self.border_subtitle = Content(drawn(self.counts + so_far))

    def set_open(self, is_open: bool) -> None:
        """Unfold the panel, or fold it to a line where there is no room for all."""
        self.set_class(is_open, "-open")
        self.set_class(not is_open, "-closed")
        self._name_border()
