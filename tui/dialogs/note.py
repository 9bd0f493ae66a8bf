"""The note editor: a sheet at the bottom, so that the passage stays in view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.dialogs.sheet import SheetScreen, foot, quoted, sheet_rows
from tui.widgets.boxes import TextBox

if TYPE_CHECKING:
    from tui.outside.editor import Edited


FEET = (
    "Esc, ctrl+s save · ctrl+g your editor · ctrl+x discards",
    "Esc, ctrl+s save · ctrl+x discards",
)
"""The keys of the sheet, in a narrow window only those that end the note."""


class NoteScreen(SheetScreen[str]):
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
            on_draft: Called with the text at the latest a second after a change.
            on_close: Called once with the note and what was discarded (`None` if nothing),
                however the editor is closed.
            edit_outside: Hands the text to the reader's own editor and waits for it.
            starts_outside: Whether that is done at once, and the note closed after it.
        """
        begin = saved if draft is None else draft
        super().__init__(saved=saved, begin=begin, on_draft=on_draft)
        self._passage = passage
        self._is_unfinished = draft is not None
        self._on_close = on_close
        self._edit_outside = edit_outside
        self._starts_outside = starts_outside
        self.editor = TextBox(self.takes_first, begin)

    def compose(self) -> ComposeResult:
        """A line with the passage, and the text area."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Note"
            if self._is_unfinished:
                dialog.border_title = "Note: this draft was not finished"
            yield quoted(self._passage)
            yield self.editor

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)
        self.ready()
        if self._starts_outside:
            self.call_after_refresh(self._open_own_editor, closes=True)

    def on_resize(self, event: events.Resize) -> None:
        """Leave the passage in view in a low window, too."""
        dialog = self.query_one(".dialog")
        dialog.styles.height = sheet_rows(event.size.height) - 1
        dialog.border_subtitle = foot(event.size.width, *FEET)

    def words_in_boxes(self) -> str:
        """The note."""
        return self.editor.text

    def hand_over(self, words: str, discarded: str | None) -> None:
        """Hand the note over."""
        self._on_close(words, discarded)

    def handle(self, event: events.Key) -> bool:
        """ctrl+g goes outside; the rest is as in every sheet."""
        if event.is_printable and event.character:
            self.editor.insert(event.character)
        elif event.key == "ctrl+g":
            self._open_own_editor()
        else:
            return super().handle(event)
        return True

    def _open_own_editor(self, *, closes: bool = False) -> None:
        """Edit the text in the reader's own editor; why that failed is said above the note."""
        if self._is_handed_over:
            return
        # First kept as a draft: a crash of either program must lose nothing.
        self.write_draft()
        edited = self._edit_outside(self.editor.text)
        if edited.text != self.editor.text:
            self.editor.load_text(edited.text)
            self.editor.move_cursor(self.editor.document.end)
        if edited.problem:
            self.query_one(".dialog").border_title = Content(f"Note: {edited.problem}")
        elif closes:
            self.close_sheet()
