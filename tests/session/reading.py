"""Reading sessions for tests: opened, watched, and stopped at the door of the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.store.articles import TEXT, article
from tui.corrections.corrected import CorrectionTarget
from tui.documents.article import Article, Span
from tui.documents.passage_parts import words_in
from tui.library import Library
from tui.session.reading import Mark, ReadingSession, SaveEvent, SaveFailed
from tui.settings.colours import Colour
from tui.store.correction_rows import Correction, CorrectionKind, Subject
from tui.store.database import Database
from tui.trash import Forgettable, Trash

FIRST = "The council met on Monday."
OPEN = "Nobody knows when the repairs will end."


@dataclass
class Reader:
    """A session with what it has been told so far."""

    session: ReadingSession
    events: list[SaveEvent]

    def mark(self, words: str, colour: Colour = Colour.YELLOW) -> Mark:
        return self.session.highlight(span_of(self.session.article, words), colour)

    def mark_parts(self, *words: str, colour: Colour = Colour.YELLOW) -> Mark:
        """Mark a passage of several parts."""
        parts = tuple(span_of(self.session.article, each) for each in words)
        return self.session.highlight(parts, colour)

    def asks(self, question: str, words: str) -> Correction:
        """Ask a question of one's own over some words."""
        span = span_of(self.session.article, words)
        target = CorrectionTarget(Subject.QUESTION, span)
        change = self.session.corrections.make("ask", target, {CorrectionKind.QUESTION: question})
        assert change.ok
        return change.corrections[0]

    def hides(self, name: str, *, is_wide: bool = True) -> Correction:
        """Hide a person named in the text."""
        span = span_of(self.session.article, name)
        target = CorrectionTarget(Subject.ENTITY, span, name.lower(), "PERSON")
        change = self.session.corrections.make(
            "hide", target, {CorrectionKind.HIDE: ""}, is_wide=is_wide
        )
        assert change.ok
        return change.corrections[0]

    def wait(self) -> ReadingSession:
        """Let every change reach the disk."""
        assert self.session.close() == 0
        return self.session

    @property
    def failures(self) -> list[str]:
        return [event.reason for event in self.events if isinstance(event, SaveFailed)]


def span_of(of: Article, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def read(database: Database, text: str = TEXT, keep: str = "all", **fields: str) -> Reader:
    """Open an article as the desk does."""
    events: list[SaveEvent] = []
    opened = ReadingSession.open(database, article(text, **fields), events.append, keep)
    return Reader(opened, events)


def marked(session: ReadingSession) -> list[str]:
    """The words under every mark, in text order; "…" stands between two parts of one."""
    return [words_in(session.article.text, mark.parts) for mark in session.marks]


def saved(session: ReadingSession) -> int:
    """How many marks are wholly saved."""
    return sum(not mark.pending for mark in session.marks)


def kept_text(database: Database, source: str = "/texts/bridge.txt") -> str | None:
    """The text the library keeps of a source."""
    kept = Library(database).stored_article(source)
    return kept.text if kept else None


def corrected(session: ReadingSession) -> list[Correction]:
    """The corrections that hold in an article."""
    return [placed.correction for placed in session.corrections.placed]


@dataclass
class Door:
    """Holds the writer thread until it is opened."""

    inside: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)


@contextmanager
def held_up(database: Database) -> Iterator[None]:
    """Nothing is saved inside this block."""
    door = Door()

    def hold(_: object) -> None:
        door.inside.set()
        assert door.go_on.wait(10)

    database.submit(hold)
    assert door.inside.wait(10)
    try:
        yield
    finally:
        door.go_on.set()


def refuse_writing(database: Database, table: str = "operations") -> None:
    """Make every later change fail, as a full disk does."""
    database.submit(
        lambda c: c.execute(
            f"CREATE TRIGGER no BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    ).result()


def allow_writing(database: Database) -> None:
    database.submit(lambda c: c.execute("DROP TRIGGER no")).result()


def forget(database: Database, source: str) -> None:
    """Forget for good all that a name holds or held."""
    trash = Trash(database)
    named = trash.named(source)
    trash.forget_now([*filter(None, [named.shown]), *named.earlier], named.trashed)


def forget_preview(database: Database, source: str) -> Forgettable | None:
    """What `forget` would take away."""
    named = Trash(database).named(source)
    return Trash(database).preview([*filter(None, [named.shown]), *named.earlier])
