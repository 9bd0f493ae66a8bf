"""The sheet for the answer to a question: what was found out, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.sheet import SheetScreen, foot
from tui.documents.article import Span
from tui.store.ledger_questions import HIGHLIGHT_LINK
from tui.widgets.boxes import LineBox, TextBox

if TYPE_CHECKING:
    from tui.dialogs.finder_scopes import Goal
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion, Resolution


FEET = (
    "Esc saves · ctrl+s saves it as answered · Tab where it stands · ctrl+x discards",
    "Esc saves · ctrl+s answered · ctrl+x discards",
    "Esc saves, ^s answers, ^x discards",
)
"""The keys of the sheet, and what of them there is room for in a narrow window."""


class Written(NamedTuple):
    """What the sheet held when it was closed."""

    answer: str
    """The answer."""
    link: str
    """Where it stands."""
    is_answered: bool
    """Whether the reader said that the question is answered; else its state stays."""
    discarded: tuple[str, str] | None
    """Answer and link that were typed and given up; `None` if nothing."""


class AnswerScreen(SheetScreen[tuple[str, str]]):
    """Write an answer; closing it by any way saves what was typed."""

    def __init__(
        self,
        *,
        question: str,
        answer: str,
        link: str,
        typed: tuple[str, str] | None,
        database: Database,
        on_draft: Callable[[str, str], None],
        on_close: Callable[[Written], None],
        passage: str = "",
    ) -> None:
        """Answer a question.

        Args:
            question: The question, shown above the answer.
            answer: The answer as it is saved; empty when there is none.
            link: The link as it is saved.
            typed: Answer and link that were typed earlier and not saved; `None` if nothing.
            database: The library, to choose a highlight from.
            on_draft: Called with answer and link at the latest a second after a change; one
                that is as it is saved is empty.
            on_close: Called once, however the sheet is closed.
            passage: The words that the answer stands in where no link is typed; empty for none.
        """
        saved = (answer, link)
        begin = typed or saved
        super().__init__(
            saved=saved, begin=begin, on_draft=lambda words: on_draft(*_typed(words, saved))
        )
        self._question = question
        self._is_typed = typed is not None
        self._database = database
        self._on_close = on_close
        self._is_answered = False
        self.editor = TextBox(self._before_answer, begin[0])
        stands_in = f"“{passage}”" if passage else "an address, a file, or ctrl+o for a highlight"
        self.link = LineBox(self._before_link, placeholder=stands_in)
        self.link.begin_with(begin[1])

    def compose(self) -> ComposeResult:
        """The question, the answer, and the line for the link."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Answer"
            if self._is_typed:
                dialog.border_title = "Answer: this was typed before and is not saved"
            yield Static(Content(self._question), classes="quoted")
            yield self.editor
            with Horizontal(classes="link"):
                yield Static("answered in ", markup=False)
                yield self.link

    def on_mount(self) -> None:
        """Go on writing at the end."""
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)
        self.ready()

    def on_resize(self, event: events.Resize) -> None:
        """Name the keys that there is room for."""
        self.query_one(".dialog").border_subtitle = foot(event.size.width, *FEET)

    def _before_answer(self, event: events.Key) -> bool:
        return self._forward(event, self.link) or self.takes_first(event)

    def _before_link(self, event: events.Key) -> bool:
        return self._forward(event, self.editor) or self.takes_first(event)

    def _forward(self, event: events.Key, other: LineBox | TextBox) -> bool:
        """Forward a key that was typed after Tab and still came to the box before."""
        if self.focused is other and not self._is_left:
            other.post_message(event.copy())
            return True
        return False

    def handle(self, event: events.Key) -> bool:
        """Tab changes the box; ctrl+s says that the question is answered, also without words."""
        if event.is_printable and event.character:
            self.editor.insert(event.character)
        elif event.key in ("tab", "shift+tab"):
            self.set_focus(self.link if self.focused is self.editor else self.editor)
        elif event.key == "ctrl+o":
            self._choose_highlight()
        elif event.key == "ctrl+s" or (event.key == "enter" and self.focused is self.link):
            self._is_answered = True
            self.close_sheet()
        else:
            return super().handle(event)
        return True

    def _choose_highlight(self) -> None:
        # Imported with this sheet it would cost the first ledger half of its time again.
        from tui.dialogs.finder import FinderScreen
        from tui.dialogs.finder_scopes import LibraryScope

        scope = LibraryScope(self._database, {})
        self.app.push_screen(FinderScreen(scope), self._link_highlight)

    def _link_highlight(self, goal: Goal | None) -> None:
        if goal is not None and not isinstance(goal, Span):
            self.link.value = HIGHLIGHT_LINK + goal[1]

    def words_in_boxes(self) -> tuple[str, str]:
        """The answer and its link."""
        return self.editor.text.strip(), self.link.value.strip()

    def hand_over(self, words: tuple[str, str], discarded: tuple[str, str] | None) -> None:
        """Hand over what was typed."""
        self._on_close(Written(*words, self._is_answered, discarded))


def typed_before(
    question: LedgerQuestion, unsaved: Mapping[str, Resolution]
) -> tuple[str, str] | None:
    """Answer and link that were typed for a question and are not saved, the newest ones.

    Args:
        question: The question.
        unsaved: Answers that could not be saved, by question.
    """
    saved, refused = question.resolution, unsaved.get(question.id)
    # A draft is older than what was to be saved of it.
    if refused and refused[1:] != saved[1:]:
        return refused.answer, refused.link
    if not (question.draft or question.draft_link):
        return None
    return question.draft or saved.answer, question.draft_link or saved.link


def _typed(words: tuple[str, str], saved: tuple[str, str]) -> tuple[str, str]:
    """Answer and link, each empty where it is as it is saved."""
    return (
        "" if words[0] == saved[0] else words[0],
        "" if words[1] == saved[1] else words[1],
    )
