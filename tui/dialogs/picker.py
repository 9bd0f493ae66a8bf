"""A box to type in over a list that follows: what palette and finder share."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog, show_position, steps_while_typing
from tui.documents.article import Span
from tui.widgets.boxes import LineBox
from tui.widgets.chrome import Bar
from tui.widgets.glyphs import drawn
from tui.widgets.rooms import width_of
from tui.widgets.row_list import ListRow, RowList, Run

Result = TypeVar("Result")
FRAME = 4
"""Cells of a row that a dialog needs for its frame."""
ROOM_FOR_WORDS = 60
"""Columns below which the keys under the list need the room of what goes without saying."""


class PickerScreen(Dialog[Result | None], Generic[Result]):
    """Type to narrow a list, choose a row with Enter."""

    TITLE_TEXT: ClassVar[str] = ""
    PLACEHOLDER: ClassVar[str] = ""
    WITH_PREVIEW: ClassVar[bool] = False

    says_what_it_does = False
    """Whether a line above the list says what choosing the current row would do."""
    _followed = ""
    """What was typed when rows were last asked for."""
    prompt = getters.query_one(LineBox)
    hits = getters.query_one(RowList)
    foot = getters.query_one(Bar)

    def compose(self) -> ComposeResult:
        """The box, the list, and for the finder a preview."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = self.TITLE_TEXT
            with Horizontal(classes="prompt"):
                yield Static(drawn("❯ "), markup=False)
                yield LineBox(self.takes_first, placeholder=drawn(self.PLACEHOLDER))
            if self.says_what_it_does:
                yield Static(classes="told", markup=False)
            with Horizontal(classes="columns"):
                hits = RowList()
                hits.add_class("hits")
                hits.can_focus = False
                hits.shows_cursor = True
                yield hits
                if self.WITH_PREVIEW:
                    yield Static(classes="preview", markup=False)
            yield Bar(classes="foot")

    def on_mount(self) -> None:
        """List all rows before anything is typed."""
        self.prompt.focus()
        self.fill("")
        show_position(self, self.hits)
        self.ready()

    def fill(self, query: str) -> None:
        """List what answers to the query."""
        raise NotImplementedError

    def answer(self, row: ListRow) -> Result:
        """The result of choosing a row."""
        raise NotImplementedError

    def show_preview(self, row: ListRow | None) -> None:
        """Show more of the current row; nothing unless a picker has a preview."""

    def show_rows(self, rows: tuple[ListRow, ...], total: int | None = None) -> None:
        """List rows with the first one current.

        Args:
            rows: What to list.
            total: How many rows can be found; `None` leaves it unsaid.
        """
        self.total = total
        self.hits.rows = rows
        self.hits.cursor = 0
        self.hits.refresh()
        self.show_foot()
        self.show_preview(self.hits.current)

    def show_foot(self) -> None:
        """The keys; how many rows there are the lower edge says."""
        keys = [*self.foot_keys()]
        while len(keys) > 4 and width_of(keys) > self.size.width - FRAME:
            # What Enter does and the way out stand first and last.
            del keys[-4:-2]
        self.foot.left = tuple(keys)

    def foot_keys(self) -> tuple[Run, ...]:
        """The keys shown below the list."""
        return (
            ("  Enter", "key"), (" go ", "muted"),
            ("  ↑ ↓", "key"), (" move ", "muted"),
            ("  Esc", "key"), (" close ", "muted"),
        )  # fmt: skip

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        event.stop()
        self._followed = event.value
        self.fill(event.value)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Choose the row that was clicked."""
        event.stop()
        self.choose()

    def choose(self) -> None:
        """Close with the current row as the answer."""
        # `Changed` may still be on its way for the last letters.
        if self._followed != self.prompt.value:
            self._followed = self.prompt.value
            self.fill(self._followed)
        row = self.hits.current
        if row is not None:
            self.leave(self.answer(row))

    def handle(self, event: events.Key) -> bool:
        """Move in the list without leaving the box."""
        steps = steps_while_typing(self.hits.rows_per_page)
        if event.is_printable and event.character:
            self.prompt.insert_text_at_cursor(event.character)
        elif event.key in steps:
            self.hits.cursor += steps[event.key]
            self.show_preview(self.hits.current)
        elif event.key == "enter":
            self.choose()
        elif event.key in ("escape", "ctrl+c"):
            self.leave()
        else:
            return False
        return True


def marked_content(text: str, spans: tuple[Span, ...]) -> Content:
    """The same for a preview."""
    content = Content(text)
    for span in spans:
        content = content.stylize("$amber bold underline", span.start, span.end)
    return content
