"""The note editor: a sheet at the bottom, so that the passage stays in view."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

DRAFT_AFTER = 1.0
"""Seconds after the last key until the draft is written."""


class NoteScreen(ModalScreen[None]):
    """Write a note; closing it by any way saves it."""

    editor = getters.query_one(TextArea)

    def __init__(
        self,
        *,
        passage: str,
        saved: str,
        draft: str | None,
        on_draft: Callable[[str], None],
        on_close: Callable[[str], None],
    ) -> None:
        """Edit the note of a highlight.

        Args:
            passage: The highlighted words, shown above the note.
            saved: The note as it is saved; empty when there is none.
            draft: What was typed and not saved when the program stopped; `None` if nothing.
            on_draft: Called with the text a second after the last key.
            on_close: Called once with the text, however the editor is closed.
        """
        super().__init__()
        self.passage = " ".join(passage.split())
        self.saved = saved
        self.draft = draft
        self._on_draft = on_draft
        self._on_close = on_close
        self._timer: Timer | None = None
        self._is_closed = False
        # Kept beside the text area, which is gone when the program ends with the editor open.
        self._text = saved if draft is None else draft

    def compose(self) -> ComposeResult:
        """A line with the passage, and the text area."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Note"
            if self.draft is not None:
                dialog.border_title = "Note: this draft was not finished when closeread stopped"
            dialog.border_subtitle = "Esc saves and closes · ctrl+x discards the changes"
            yield Static(Content(f"“{self.passage}”"), classes="quoted")
            yield TextArea(
                self._text,
                soft_wrap=True,
                highlight_cursor_line=False,
                tab_behavior="focus",
            )

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Write a draft once the reader pauses."""
        event.stop()
        self._text = event.text_area.text
        if self._timer:
            self._timer.stop()
        if self._text != self.saved:
            self._timer = self.set_timer(DRAFT_AFTER, self._write_draft)

    def _write_draft(self) -> None:
        if not self._is_closed:
            self._on_draft(self._text)

    def on_key(self, event: events.Key) -> None:
        """Close with Esc or ctrl+s; ctrl+x takes the changes back first."""
        if event.key == "ctrl+x":
            self._text = self.saved
        if event.key in ("escape", "ctrl+s", "ctrl+x"):
            event.stop()
            event.prevent_default()
            self.close_editor()
            self.dismiss(None)

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
        self._on_close(self._text)
