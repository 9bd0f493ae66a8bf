"""Asking before an article is forgotten: what would go, and for how long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.documents.sanitising import sanitise_line
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn

if TYPE_CHECKING:
    from tui.trash import Forgettable, Trashed


def what_goes(found: Forgettable) -> tuple[str, ...]:
    """What forgetting removes, a line each."""
    counted = (
        (found.revisions, "text"),
        (found.highlights, "highlight"),
        (found.notes, "note"),
        (found.drafts, "unfinished note"),
        (found.questions, "question"),
        (found.answers, "answer"),
    )
    lines = [f"  {count} {name}{'s' * (count != 1)}" for count, name in counted if count]
    if found.places:
        lines.append(f"  {found.places} place{'s' * (found.places != 1)} with a letter")
    return tuple(lines)


class ForgetScreen(Dialog[bool]):
    """Answers whether the reader is sure."""

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        """Ask.

        Args:
            title: The question.
            lines: What it is about, safe for a terminal.
        """
        super().__init__()
        self._title = title
        self._lines = lines

    @classmethod
    def into_the_trash(cls, found: Forgettable, days: int) -> Self:
        """Ask about an article of the library.

        Args:
            found: What the library holds of it.
            days: How long it is kept.
        """
        names = [sanitise_line(title) for title in found.titles]
        names += [f"  {sanitise_line(source)}" for source in found.sources]
        kept = f"It can be put back for {days} days. The file itself is never touched."
        return cls("Forget this article?", [*names, "", *what_goes(found), "", kept])

    @classmethod
    def for_good(cls, entry: Trashed) -> Self:
        """Ask about an article of the trash."""
        marks = "1 highlight" if entry.highlights == 1 else f"{entry.highlights} highlights"
        names = [sanitise_line(entry.title), *(f"  {sanitise_line(s)}" for s in entry.sources)]
        gone = "It leaves trash and backups, too, and cannot be put back."
        return cls("Forget this article for good?", [*names, "", f"  {marks}", "", gone])

    def compose(self) -> ComposeResult:
        """The question and what it is about."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = self._title
            dialog.border_subtitle = drawn("y forgets it · Esc keeps it")
            yield Static(Content("\n".join(self._lines)))

    def on_mount(self) -> None:
        """Take keys."""
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Only `y` forgets."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        if key == "y":
            self.leave(True)
        elif key in ("escape", "q", "n", "enter", "ctrl+c"):
            self.leave(False)
        return True
