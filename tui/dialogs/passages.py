"""Passages to read beside one another: the old and the new words, or an old text that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, list_steps
from tui.documents.article import Span
from tui.keys.dispatcher import key_name
from tui.widgets.glyphs import drawn

_PAGE = 8
"""Rows that a page key scrolls."""
_CLOSING_KEYS = ("escape", "q", "i", "ctrl+c")


class Shown(NamedTuple):
    """A passage with its surroundings, under a heading."""

    heading: str
    """What it is."""
    before: str
    """What stands before it in its text."""
    words: str
    """The passage."""
    after: str
    """What stands after it."""
    differing: tuple[Span, ...] = ()
    """What is different in its words, as code points of them."""
    below: tuple[str, ...] = ()
    """What else is known of it, a line each."""


class PassagesScreen(Dialog[bool]):
    """Shows passages; answers whether the reader accepts what they show."""

    def __init__(self, title: str, passages: Sequence[Shown], accepts: str = "") -> None:
        """Show passages, beside one another where there is room.

        Args:
            title: What they are about.
            passages: The passages.
            accepts: What Enter does ("takes the new words"); empty when it only closes.
        """
        super().__init__()
        self._title = title
        self._passages = passages
        self._accepts = accepts

    def compose(self) -> ComposeResult:
        """The passages in one frame, which scrolls."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(drawn(self._title))
            enter = f"Enter {self._accepts}" if self._accepts else "Enter closes"
            foot = f"j k scroll · {enter}" + (" · Esc leaves it" if self._accepts else "")
            dialog.border_subtitle = Content(drawn(foot))
            with VerticalScroll(can_focus=False), Container(classes="passages"):
                for passage in self._passages:
                    yield Static(_content(passage), classes="passage", markup=False)

    def on_mount(self) -> None:
        """Take keys."""
        self.ready()

    def handle(self, event: events.Key) -> bool:
        """Scroll, accept or close; every other key is taken, too."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(_PAGE)
        if key in steps:
            self.query_one(VerticalScroll).scroll_relative(y=steps[key], animate=False)
        elif key == "enter":
            self.leave(bool(self._accepts))
        elif key in _CLOSING_KEYS:
            self.leave(False)
        return True


def _content(passage: Shown) -> Content:
    dim = "$text-dim-raised"
    parts = [Content(passage.heading + "\n\n").stylize(f"{dim} bold")]
    parts += [Content(passage.before).stylize(dim), *_words(passage), Content(passage.after)]
    parts[-1] = parts[-1].stylize(dim)
    parts += [Content(f"\n\n{line}").stylize(dim) for line in passage.below]
    return Content.assemble(*parts)


def _words(passage: Shown) -> Iterable[Content]:
    """The words, what is different in them bold and underlined: it shows without colours, too."""
    if passage.before or passage.after:
        # It stands among other words, from which it is to be told without colours as well.
        yield Content(passage.words).stylize("$text-bright bold underline")
        return
    at = 0
    for span in passage.differing:
        yield Content(passage.words[at : span.start]).stylize("$text-bright")
        differing = Content(passage.words[span.start : span.end])
        yield differing.stylize("$amber bold underline")
        at = span.end
    yield Content(passage.words[at:]).stylize("$text-bright")
