"""Asking before an article is forgotten: what would go, for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    from tui.library import Forgettable


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
    if found.operations:
        lines.append("  its history: nothing of it can be undone")
    if found.backups:
        copies = f"{found.backups} earlier cop{'y' if found.backups == 1 else 'ies'}"
        lines.append(f"  {copies} of the library may still hold it")
    return tuple(lines)


class ForgetScreen(Dialog[bool]):
    """Answers whether the reader is sure."""

    def __init__(self, found: Forgettable) -> None:
        """Ask about an article.

        Args:
            found: What the library holds of it.
        """
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """The article and what goes with it."""
        names = [sanitise_line(title) for title in self._found.titles]
        names += [f"  {sanitise_line(source)}" for source in self._found.sources]
        lines = [*names, "", *what_goes(self._found), "", "The file itself is never touched."]
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Forget this article for good?"
            dialog.border_subtitle = drawn("y forgets it · Esc keeps it")
            yield Static(Content("\n".join(lines)))

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
