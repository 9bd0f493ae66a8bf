"""A small sheet with a box for each thing that can be put right, and a list where one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from tui.dialogs.dialog import Dialog
from tui.dialogs.note import DRAFT_AFTER
from tui.widgets.boxes import FieldBox
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.desk.triage_edits import Sheet

LABEL = 10
"""Cells of the column that names the boxes."""
SHEET = 7
"""Rows of the screen that a sheet without a list covers."""
FRAME = 2
"""Rows of its border."""


class EditScreen(Dialog[None]):
    """Put something right; closing it by any way keeps what was typed."""

    def __init__(
        self,
        sheet: Sheet,
        passage: str,
        begin: tuple[str, ...],
        on_draft: Callable[[tuple[str, ...]], None],
        on_close: Callable[[tuple[str, ...], bool], None],
    ) -> None:
        """Edit what a sheet asks for.

        Args:
            sheet: What is asked for.
            passage: The words of the text it is about.
            begin: What is in the boxes at first, and the key of the row that is chosen.
            on_draft: Called with the same a second after the last key.
            on_close: Called once, however the sheet is closed, with the same as it is then,
                and whether the reader discarded it.
        """
        super().__init__()
        self._sheet = sheet
        self._passage = Content(f"“{' '.join(passage.split())}”")
        self._begin = begin
        self._on_draft = on_draft
        self._on_close = on_close
        self._timer: Timer | None = None
        self._is_closed = False
        # Kept by hand: when the program ends with the sheet open, a query finds nothing more.
        self.boxes: list[FieldBox] = [
            FieldBox(self.takes_first, lambda: self.boxes[self._here]) for _ in sheet.fields
        ]
        self.list = RowList()

    def compose(self) -> ComposeResult:
        """The passage, the boxes, the list."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(self._sheet.title)
            dialog.border_subtitle = "Enter, Esc keep it · ctrl+x discards"
            dialog.styles.height = FRAME + 1 + len(self.boxes) + len(self._sheet.choices)
            yield Static(self._passage, classes="quoted")
            for (label, _), box in zip(self._sheet.fields, self.boxes, strict=True):
                with Horizontal(classes="field"):
                    yield Static(f"{label:<{LABEL}}", markup=False)
                    yield box
            if self._sheet.choices:
                self.list.can_focus = False
                self.list.shows_cursor = True
                yield self.list

    def on_mount(self) -> None:
        """Go on writing at the end of a box."""
        for box, value in zip(self.boxes, self._begin, strict=False):
            box.value = value
            box.cursor_position = len(value)
        self.list.rows = self._sheet.choices
        keys = [row.key for row in self._sheet.choices]
        chosen = self._begin[-1]
        self.list.cursor = keys.index(chosen) if chosen in keys else 0
        self.boxes[self._sheet.begins_at].focus()
        self.ready()

    @property
    def _here(self) -> int:
        """Which box has the keys."""
        begin = self._sheet.begins_at
        return next((n for n, box in enumerate(self.boxes) if box is self.focused), begin)

    def handle(self, event: events.Key) -> bool:
        """Go from box to box, choose in the list, close."""
        key = event.key
        if event.is_printable and event.character:
            self.boxes[self._here].insert_text_at_cursor(event.character)
        elif key in ("down", "up", "ctrl+n", "ctrl+p") and self._sheet.choices:
            self.list.cursor += 1 if key in ("down", "ctrl+n") else -1
        elif key in ("tab", "down", "shift+tab", "up"):
            self._go(1 if key in ("tab", "down") else -1)
        elif key == "enter" and self._here + 1 < len(self.boxes):
            self._go(1)
        elif key in ("enter", "escape", "ctrl+s", "ctrl+c"):
            self.close_sheet()
            self.leave()
        elif key == "ctrl+x":
            self.close_sheet(is_discarded=True)
            self.leave()
        else:
            return False
        return True

    def _go(self, by: int) -> None:
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.boxes[(self._here + by) % len(self.boxes)])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Write a draft once the reader pauses."""
        event.stop()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(DRAFT_AFTER, self._write_draft)

    def _write_draft(self) -> None:
        if not self._is_closed and self._values() != self._sheet.before:
            self._on_draft(self._values())

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked row is chosen; the sheet stays open."""
        event.stop()

    def on_unmount(self) -> None:
        """Keep what was typed when the program ends with the sheet open."""
        self.close_sheet()

    def close_sheet(self, *, is_discarded: bool = False) -> None:
        """Hand over what was typed, once."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._timer:
            self._timer.stop()
        self._on_close(self._values(), is_discarded)

    def _values(self) -> tuple[str, ...]:
        if not self._is_ready:
            # The boxes are still empty, which would say that the reader has emptied them.
            return self._begin
        values = [box.value for box in self.boxes]
        if self._sheet.choices and self.list.current:
            values.append(self.list.current.key)
        return tuple(values)
