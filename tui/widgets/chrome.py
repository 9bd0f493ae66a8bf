"""The frame of the desk: title bar, progress line and status row."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.fitting import fit
from tui.widgets.glyphs import drawn
from tui.widgets.looks import Painted
from tui.widgets.row_list import Run, drawn_runs


class Bar(Painted):
    """One line of styled runs: some on the left, some on the right."""

    ALLOW_SELECT = False

    left: reactive[tuple[Run, ...]] = reactive(())
    """What stands on the left."""
    right: reactive[tuple[Run, ...]] = reactive(())
    """What stands on the right; goes before the left does when there is no room."""

    more: reactive[tuple[tuple[Run, ...], ...]] = reactive((), layout=True)
    """Rows below the first one: a message that is longer than a row."""

    def watch_more(self) -> None:
        """Be as high as there are rows; the text above gives way and is never covered."""
        self.styles.height = 1 + len(self.more)

    def render_line(self, y: int) -> Strip:
        """Draw a line."""
        width = self.size.width
        if y:
            runs = drawn_runs(self.more[y - 1]) if y <= len(self.more) else ()
            return Strip(fit(self._segments(runs), width, self.look()), width)
        left, right = drawn_runs(self.fitting()), drawn_runs(self.right)
        right_width = sum(cell_len(text) for text, _ in right)
        left_width = sum(cell_len(text) for text, _ in left)
        # The left part says what the reader can do; keep at least a readable half of it.
        shows_right = right_width + min(left_width, width // 2) <= width
        ending = self._segments(right) if shows_right else []
        room = width - (right_width if shows_right else 0)
        return Strip([*fit(self._segments(left), room, self.look()), *ending], width)

    def fitting(self) -> tuple[Run, ...]:
        """What of the left is drawn; it is cut where there is no room for it."""
        return self.left

    def _segments(self, runs: tuple[Run, ...]) -> list[Segment]:
        return [
            Segment(text, self.look(f"bar--{name}") if name else self.look()) for text, name in runs
        ]


class KeysBar(Bar):
    """A line of keys, each with what it does; where there is no room whole ones go.

    The last one, which leads out, never goes.
    """

    def fitting(self) -> tuple[Run, ...]:
        """As many keys as there is room for."""
        runs = list(self.left)
        while len(runs) > 2 and sum(cell_len(text) for text, _ in runs) > self.size.width:
            del runs[-4:-2]
        return tuple(runs)


class ProgressLine(Painted):
    """How far the reader is: a line that fills from the left."""

    ALLOW_SELECT = False

    share: reactive[float] = reactive(0.0)
    """The part of the article above the lower edge of the screen, 0 to 1."""

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        done = round(width * self.share)
        # Where the two have no shades of their own, the lines differ.
        rest = "─" if self.app.native_ansi_color else "━"
        return Strip(
            [
                Segment(drawn("━") * done, self.look("bar--done")),
                Segment(drawn(rest) * (width - done), self.look("bar--rest")),
            ],
            width,
        )


class StatusRow(Bar):
    """Mode, the keys that work now, what is saved, and where the reader is."""

    class PanelClicked(Message):
        """The reader clicked the name of a panel."""

        def __init__(self, number: int) -> None:
            """Name the panel, from 1."""
            super().__init__()
            self.number = number

    def on_click(self, event: events.Click) -> None:
        """Open the panel whose number, name or count was clicked ("2 quotes 7")."""
        column, number = 0, 0
        for text, name in drawn_runs(self.left):
            column += cell_len(text)
            if name in ("tab", "tab-open"):
                number = int(text)
            if event.x < column:
                if number:
                    self.post_message(self.PanelClicked(number))
                return
