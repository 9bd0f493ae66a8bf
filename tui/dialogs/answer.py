"""The sheet for the answer to a question: what was found out, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static, TextArea

from tui.dialogs.dialog import Dialog
from tui.dialogs.note import DRAFT_AFTER
from tui.documents.article import Span
from tui.widgets.boxes import LineBox, TextBox

if TYPE_CHECKING:
    from tui.dialogs.finder_scopes import Goal
    from tui.store.database import Database

HIGHLIGHT = "highlight:"
"""What a link to a highlight begins with; its id follows."""


class Written(NamedTuple):
    """What the sheet held when it was closed."""

    answer: str
    """The answer."""
    link: str
    """Where it stands."""
    is_answered: bool
    """Whether the question is to count as answered."""
    discarded: tuple[str, str] | None
    """Answer and link that were typed and given up; `None` if nothing."""


class AnswerScreen(Dialog[None]):
    """Write an answer; closing it by any way saves what was typed."""

    def __init__(
        self,
        *,
        question: str,
        answer: str,
        link: str,
        typed: tuple[str, str] | None,
        database: Database,
        on_draft: Callable[[str], None],
        on_close: Callable[[Written], None],
    ) -> None:
        """Answer a question.

        Args:
            question: The question, shown above the answer.
            answer: The answer as it is saved; empty when there is none.
            link: The link as it is saved.
            typed: Answer and link that were typed earlier and not saved; `None` if nothing.
            database: The library, to choose a highlight from.
            on_draft: Called with the answer a second after the last key.
            on_close: Called once, however the sheet is closed.
        """
        super().__init__()
        self._question = question
        self._saved = (answer, link)
        self._is_typed = typed is not None
        self._database = database
        self._on_draft = on_draft
        self._on_close = on_close
        self._timer: Timer | None = None
        self._is_closed = False
        # Kept by hand: when the program ends with the sheet open, a query finds nothing more.
        begin_answer, begin_link = typed or self._saved
        self.editor = TextBox(self._before_answer, begin_answer)
        self.link = LineBox(
            self._before_link, placeholder="an address, a file, or ctrl+o for a highlight"
        )
        self.link.value = begin_link

    def compose(self) -> ComposeResult:
        """The question, the answer, and the line for the link."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Answer"
            if self._is_typed:
                dialog.border_title = "Answer: this was typed before and is not saved"
            dialog.border_subtitle = "ctrl+s answered · Esc saves what is typed · ctrl+x discards"
            yield Static(Content(self._question), classes="quoted")
            yield self.editor
            with Horizontal(classes="link"):
                yield Static("it stands in ", markup=False)
                yield self.link

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)
        self.ready()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Write a draft once the reader pauses."""
        event.stop()
        if self._timer:
            self._timer.stop()
        if self.editor.text != self._saved[0]:
            self._timer = self.set_timer(DRAFT_AFTER, self._write_draft)

    def _write_draft(self) -> None:
        if not self._is_closed:
            self._on_draft(self.editor.text)

    def _before_answer(self, event: events.Key) -> bool:
        return self._hands_on(event, self.link) or self.takes_first(event)

    def _before_link(self, event: events.Key) -> bool:
        return self._hands_on(event, self.editor) or self.takes_first(event)

    def _hands_on(self, event: events.Key, other: LineBox | TextBox) -> bool:
        """Hand a key on that was typed after Tab and still came to the box before."""
        if self.focused is other and not self._is_left:
            other.post_message(event.copy())
            return True
        return False

    def handle(self, event: events.Key) -> bool:
        """Tab changes the box; ctrl+s, Esc and ctrl+x close."""
        if event.is_printable and event.character:
            self.editor.insert(event.character)
        elif event.key in ("tab", "shift+tab"):
            self.set_focus(self.link if self.focused is self.editor else self.editor)
        elif event.key == "ctrl+o":
            self._choose_highlight()
        elif event.key in ("escape", "ctrl+s", "ctrl+x"):
            self.close_sheet(is_answered=event.key == "ctrl+s", discards=event.key == "ctrl+x")
            self.leave()
        elif event.key == "enter" and self.focused is self.link:
            self.close_sheet(is_answered=True)
            self.leave()
        else:
            return False
        return True

    def _choose_highlight(self) -> None:
        from tui.dialogs.finder import FinderScreen
        from tui.dialogs.finder_scopes import LibraryScope

        scope = LibraryScope(self._database, {})
        self.app.push_screen(FinderScreen(scope), self._take_highlight)

    def _take_highlight(self, goal: Goal | None) -> None:
        if goal is not None and not isinstance(goal, Span):
            self.link.value = HIGHLIGHT + goal[1]

    def on_unmount(self) -> None:
        """Save when the program ends with the sheet open."""
        self.close_sheet()

    def close_sheet(self, *, is_answered: bool = False, discards: bool = False) -> None:
        """Hand over what was typed, once.

        Args:
            is_answered: Whether the question counts as answered also without words.
            discards: Whether what was typed is given up.
        """
        if self._is_closed:
            return
        self._is_closed = True
        if self._timer:
            self._timer.stop()
        typed = (self.editor.text.strip(), self.link.value.strip())
        if discards:
            given_up = typed if typed != self._saved else None
            self._on_close(Written(*self._saved, False, given_up))
        else:
            self._on_close(Written(*typed, is_answered or typed != self._saved, None))
