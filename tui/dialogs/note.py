"""The note editor: a sheet at the bottom, so that the passage stays in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from tui.dialogs.dialog import Dialog
from tui.exchange.citation import without_marks
from tui.widgets.boxes import TextBox
from tui.widgets.glyphs import drawn

if TYPE_CHECKING:
    from tui.outside.editor import Edited

SHEET = 11
"""Rows of the screen that the editor covers, the status row below it included."""
ROOM_FOR_ALL_KEYS = 56
"""Columns below which the border names only the keys that end the note."""
LEAST_SHEET = 6
"""The same where there is hardly any room: frame, passage, two rows to write in."""
DRAFT_AFTER = 1.0
"""Seconds after the last key until the draft is written."""


def sheet_rows(height: int) -> int:
    """Rows that the editor covers in a window of some height: at most about half of it."""
    return max(LEAST_SHEET, min(SHEET, height // 2))


class NoteScreen(Dialog[None]):
    """Write a note; closing it by any way saves it."""

    def __init__(
        self,
        *,
        passage: str,
        saved: str,
        draft: str | None,
        on_draft: Callable[[str], None],
        on_close: Callable[[str, str | None], None],
        edit_outside: Callable[[str], Edited],
        starts_outside: bool = False,
    ) -> None:
        """Edit the note of a highlight.

        Args:
            passage: The highlighted words, shown above the note.
            saved: The note as it is saved; empty when there is none.
            draft: What was typed and not saved when the program stopped; `None` if nothing.
            on_draft: Called with the text a second after the last key.
            on_close: Called once with the note and what was discarded (`None` if nothing),
                however the editor is closed.
            edit_outside: Hands the text to the reader's own editor and waits for it.
            starts_outside: Whether that is done at once, and the note closed after it.
        """
        super().__init__()
        self.passage = without_marks(" ".join(passage.split()))
        self.saved = saved
        self.draft = draft
        self._on_draft = on_draft
        self._on_close = on_close
        self._edit_outside = edit_outside
        self._starts_outside = starts_outside
        self._timer: Timer | None = None
        self._is_closed = False
        self._discarded: str | None = None
        # Kept by hand: when the program ends with the editor open, a query finds nothing more,
        # and `Changed` may still be on its way when the closing key is handled.
        self.editor = TextBox(self.takes_first, saved if draft is None else draft)

    def compose(self) -> ComposeResult:
        """A line with the passage, and the text area."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Note"
            if self.draft is not None:
                dialog.border_title = "Note: this draft was not finished"
            yield Static(Content(drawn("“") + self.passage + drawn("”")), classes="quoted")
            yield self.editor

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)
        self.ready()
        if self._starts_outside:
            self.call_after_refresh(self._go_outside, closes=True)

    def _go_outside(self, *, closes: bool = False) -> None:
        """Let the reader's own editor have the text; why it could not is said above the note."""
        if self._is_closed:
            return
        # First kept as a draft: a crash of either program must lose nothing.
        if self.editor.text != self.saved:
            self._on_draft(self.editor.text)
        edited = self._edit_outside(self.editor.text)
        if edited.text != self.editor.text:
            self.editor.load_text(edited.text)
            self.editor.move_cursor(self.editor.document.end)
        if edited.problem:
            self.query_one(".dialog").border_title = Content(f"Note: {edited.problem}")
        elif closes:
            self.close_editor()
            self.leave()

    def on_resize(self, event: events.Resize) -> None:
        """Leave the passage in view in a low window, too."""
        dialog = self.query_one(".dialog")
        dialog.styles.height = sheet_rows(event.size.height) - 1
        editor = " · ctrl+g your editor" if event.size.width >= ROOM_FOR_ALL_KEYS else ""
        dialog.border_subtitle = drawn(f"Esc saves{editor} · ctrl+x discards")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Write a draft once the reader pauses."""
        event.stop()
        if self._timer:
            self._timer.stop()
        if self.editor.text != self.saved:
            self._timer = self.set_timer(DRAFT_AFTER, self._write_draft)

    def _write_draft(self) -> None:
        if not self._is_closed:
            self._on_draft(self.editor.text)

    def handle(self, event: events.Key) -> bool:
        """Close with Esc or ctrl+s; ctrl+x takes the changes back first; ctrl+g goes outside."""
        if event.is_printable and event.character:
            self.editor.insert(event.character)
            return True
        if event.key == "ctrl+g":
            self._go_outside()
            return True
        if event.key == "ctrl+x" and self.editor.text != self.saved:
            self._discarded = self.editor.text
            self.editor.load_text(self.saved)
        if event.key not in ("escape", "ctrl+s", "ctrl+x"):
            return False
        self.close_editor()
        self.leave()
        return True

    def on_unmount(self) -> None:
        """Save when the program ends with the editor open."""
        self.close_editor()

    def close_editor(self) -> None:
        """Hand the note over, once."""
        if self._is_closed:
            return
        self._is_closed = True
        if self._timer:
            self._timer.stop()
        self._on_close(self.editor.text, self._discarded)
