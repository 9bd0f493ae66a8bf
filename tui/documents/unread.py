"""Sources that take a while: their bytes come from elsewhere, or need the reading process."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.source import Source

if TYPE_CHECKING:
    from tui.documents.article import Article
    from tui.documents.reader.reading_child import ReadingChild
    from tui.documents.reader.reading_messages import Choice

Told = Callable[[str], None]
"""Takes what is being done, as a clause."""


class Listing(NamedTuple):
    """A source that is a list of articles: a folder, a feed, a mailbox."""

    source: str
    """Its identity."""
    title: str
    """What it calls itself, as one line."""
    choices: tuple[Choice, ...]
    """The articles, in its own order."""
    notices: tuple[str, ...] = ()
    """Sentences the reader should see."""

    def sources(self) -> tuple[str, ...]:
        """The identities of the articles, in the same order."""
        return tuple(map(self.source_of, self.choices))

    def source_of(self, choice: Choice) -> str:
        """The identity of an article; empty for one that nothing leads back to."""
        if choice.address:
            return Source.parse(choice.address).identity
        return Source.parse(self.source).part_of(choice.part).identity if self.source else ""


class Waiting:
    """Somebody waits for a source, is told how far it is, and may stop it from any thread."""

    def __init__(
        self, told: Told = lambda _: None, shown: Callable[[Article], None] = lambda _: None
    ) -> None:
        """Wait; what is given is called in the thread that reads.

        Args:
            told: Takes what is being done.
            shown: Takes the first pages of a long text, as an article of their own.
        """
        self.told = told
        self.shown = shown
        self._stopped = Event()
        self._child: ReadingChild | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits any more."""
        return self._stopped.is_set()

    def child(self) -> ReadingChild:
        """A new reading process, which ends when nobody waits any more."""
        from tui.documents.reader.reading_child import ReadingChild

        self._child = child = ReadingChild()
        if self.is_stopped:
            child.cancel()
        return child

    def stop(self) -> None:
        """Do not wait any more: what reads raises `CancelledError`."""
        self._stopped.set()
        if self._child is not None:
            self._child.cancel()


class Unread(NamedTuple):
    """A source that is known and not yet read."""

    label: str
    """What a sentence calls it."""
    read: Callable[[Waiting], Article | Listing]
    """Reads it, in a thread that may wait.

    Raises:
        SourceError: It cannot be read; `CancelledError` when it was stopped.
    """
