"""What the sheets to write on share: nothing typed is lost, and each is handed over once.

A draft is written at the latest a second after a change, however steadily one types. However a
sheet is closed (Esc, ctrl+s, ctrl+x, or with the program), its words go to whoever asked for
them, exactly once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from tui.dialogs.dialog import Dialog
from tui.dialogs.drafting import Drafting
from tui.documents.divided_words import undivided
from tui.exchange.citation import without_marks
from tui.widgets.glyphs import drawn

Words = TypeVar("Words")

MOST_ROWS = 11
"""Rows of the screen that a sheet covers, the status row below it included."""
LEAST_ROWS = 6
"""The same where there is hardly any room: frame, passage, two rows to write in."""


FRAME_OF_FOOT = 6
"""Columns of the corners of a sheet's frame, and of the air around what stands in it."""


def sheet_rows(height: int) -> int:
    """Rows that a sheet covers in a window of some height: at most about half of it."""
    return max(LEAST_ROWS, min(MOST_ROWS, height // 2))


def foot(width: int, *choices: str) -> str:
    """The keys at the foot of a sheet: of several wordings the first one with room.

    Args:
        width: Columns of the sheet.
        choices: The same keys in ever fewer words; the last one is taken in any case.
    """
    room = width - FRAME_OF_FOOT
    return drawn(next((each for each in choices if cell_len(drawn(each)) <= room), choices[-1]))


def quoted(passage: str) -> Static:
    """A line with the words of the text that a sheet is about."""
    words = without_marks(" ".join(undivided(passage).split()))
    return Static(Content(drawn("“") + words + drawn("”")), classes="quoted")


class SheetScreen(Dialog[None], Generic[Words]):
    """Boxes to write in; what stands in them is saved unless it is discarded."""

    def __init__(self, *, saved: Words, begin: Words, on_draft: Callable[[Words], None]) -> None:
        """Begin with words.

        Args:
            saved: The words as they are saved.
            begin: What is in the boxes at first: the same, or what was typed earlier.
            on_draft: Called with the words at the latest a second after a change, unless they
                are the saved ones.
        """
        super().__init__()
        self._saved = saved
        self._begin = begin
        self._on_draft = on_draft
        self._drafting = Drafting(self, self._keep_draft)
        self._is_handed_over = False

    def words_in_boxes(self) -> Words:
        """What stands in the boxes; called once they are on the screen.

        Sheets keep their boxes by hand: when the program ends with the sheet open, a query
        finds nothing more.
        """
        raise NotImplementedError

    def hand_over(self, words: Words, discarded: Words | None) -> None:
        """Give the words to whoever asked for them; called once.

        Args:
            words: What is to be saved.
            discarded: What was typed and given up for the saved words; `None` if nothing.
        """
        raise NotImplementedError

    @property
    def words(self) -> Words:
        """What is written; before the boxes are filled, what will stand in them."""
        return self.words_in_boxes() if self._is_ready else self._begin

    @property
    def is_changed(self) -> bool:
        """Whether something else is written than what is saved."""
        return self.words != self._saved

    # -- drafts -----------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Have a draft written soon."""
        event.stop()
        self.draft_soon()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Have a draft written soon."""
        event.stop()
        self.draft_soon()

    def draft_soon(self) -> None:
        """Have a draft written within a second; later changes do not put it off."""
        self._drafting.soon()

    def write_draft(self) -> None:
        """Write what is typed as a draft, now."""
        self._drafting.now()

    def _keep_draft(self) -> None:
        if self.is_changed:
            self._on_draft(self.words)

    # -- closing ----------------------------------------------------------------------

    def handle(self, event: events.Key) -> bool:
        """Close with Esc or ctrl+s, which save, or with ctrl+x, which discards."""
        if event.key not in ("escape", "ctrl+s", "ctrl+x"):
            return False
        self.close_sheet(discards=event.key == "ctrl+x")
        return True

    def close_sheet(self, *, discards: bool = False) -> None:
        """Hand the words over and leave.

        Args:
            discards: Whether what was typed is given up for what is saved.
        """
        self._close_once(discards=discards)
        self.leave()

    def on_unmount(self) -> None:
        """Save when the program ends with the sheet open."""
        self._close_once(discards=False)

    def _close_once(self, *, discards: bool) -> None:
        if self._is_handed_over:
            return
        self._is_handed_over = True
        self._drafting.end()
        if discards:
            self.hand_over(self._saved, self.words if self.is_changed else None)
        else:
            self.hand_over(self.words, None)
