"""What is killed: a reader at work, or something done to a whole library.

`python -m tests.stress.killed_program WHAT LIBRARY SEED` prints "ready", then does it until it is
killed. A reader at work prints each word that the library has told to be saved.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from random import Random

from tui.documents.article import Article, Span
from tui.documents.loading import from_text
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.session.reading import ReadingSession, SaveEvent, SaveFailed
from tui.settings.colours import Colour
from tui.store.backups import back_up
from tui.store.connections import connect
from tui.store.database import Database

TEXT = "\n\n".join(f"Sentence {n} of the report says a thing. Nobody knows why." for n in range(99))
_QUESTIONS = (0, 60, 120)


def report() -> Article:
    """The article that is read."""
    return from_text(TEXT, "/texts/report.txt")


def say(word: str) -> None:
    """Print a line at once."""
    print(word, flush=True)


class _Reader:
    """A reader who marks and types without a pause; no word is ever typed twice."""

    def __init__(self, library: Path, seed: int) -> None:
        self._random = Random(seed)
        self._seed = seed
        self._count = 0
        self._has_failed = False
        self._database = Database(library)
        self._session = ReadingSession.open(self._database, report(), self._hear)
        self._ledger = Ledger(self._database, self._session.document_id)
        if not self._ledger.listed():
            self._ledger.enter(
                self._session.article,
                self._session.document_id,
                [FoundQuestion((Span(s, s + 20),), "why", "Why?", "text", (), 1)
                 for s in _QUESTIONS],
            )  # fmt: skip
        self._notes = dict(self._session.drafts.left)
        self._tags = dict(self._session.tag_drafts.left)
        asked = [record.question for record in self._ledger.listed()]
        self._saved_answers = {each.id: each.resolution for each in asked}
        self._answers = {each.id: (each.draft, each.draft_link) for each in asked}

    def _hear(self, event: SaveEvent) -> None:
        self._has_failed |= isinstance(event, SaveFailed)

    def act(self) -> None:
        """Do one thing at random; its word is printed once it is saved."""
        self._count += 1
        word = f"w{self._seed}x{self._count}"
        self._random.choice(
            (self._mark, self._draft_note, self._draft_note, self._note, self._draft_tags,
             self._tag, self._draft_answer, self._answer)
        )(word)  # fmt: skip

        def told(_: Future[None]) -> None:
            if not self._has_failed:
                say(word)

        self._database.submit(lambda _: None, told)
        if self._random.random() < 0.3:
            time.sleep(self._random.expovariate(100))

    def _any(self) -> str:
        marks = self._session.marks
        if len(marks) < 5:
            return self._new()
        return self._random.choice(marks).highlight.id

    def _new(self) -> str:
        start = self._random.randrange(len(TEXT) - 20)
        return self._session.highlight(Span(start, start + 15), Colour.GREEN).highlight.id

    def _mark(self, word: str) -> None:
        self._session.set_note(self._new(), word)

    def _typed_note(self, ident: str, word: str) -> str:
        mark = self._session.mark(ident)
        saved = mark.highlight.note if mark else ""
        return f"{self._notes.get(ident, saved)} {word}".strip()

    def _draft_note(self, word: str) -> None:
        ident = self._any()
        self._notes[ident] = self._typed_note(ident, word)
        self._session.drafts.save(ident, self._notes[ident])

    def _note(self, word: str) -> None:
        ident = self._any()
        self._session.set_note(ident, self._typed_note(ident, word))
        self._notes.pop(ident, None)

    def _typed_tags(self, ident: str, word: str) -> str:
        mark = self._session.mark(ident)
        saved = " ".join(mark.highlight.tags) if mark else ""
        return f"{self._tags.get(ident, saved)} {word}".strip()

    def _draft_tags(self, word: str) -> None:
        ident = self._any()
        self._tags[ident] = self._typed_tags(ident, word)
        self._session.tag_drafts.save(ident, self._tags[ident])

    def _tag(self, word: str) -> None:
        ident = self._any()
        self._session.set_tags(ident, tuple(self._typed_tags(ident, word).split()))
        self._tags.pop(ident, None)

    def _typed_answer(self, ident: str, word: str) -> tuple[str, str]:
        draft, link = self._answers[ident]
        _, saved, saved_link = self._saved_answers[ident]
        draft, link = draft or saved, link or saved_link
        if self._random.random() < 0.5:
            return f"{draft} {word}".strip(), link
        return draft, f"{link} {word}".strip()

    def _draft_answer(self, word: str) -> None:
        ident = self._random.choice(list(self._answers))
        self._answers[ident] = typed = self._typed_answer(ident, word)
        _, saved, saved_link = self._saved_answers[ident]
        draft, link = typed
        self._ledger.save_draft(
            ident, "" if draft == saved else draft, "" if link == saved_link else link
        )

    def _answer(self, word: str) -> None:
        ident = self._random.choice(list(self._answers))
        wanted = Resolution(QuestionState.ANSWERED, *self._typed_answer(ident, word))
        self._ledger.decide(ident, wanted, self._saved_answers[ident])
        self._saved_answers[ident], self._answers[ident] = wanted, ("", "")


def _read(library: Path, seed: int) -> None:
    reader = _Reader(library, seed)
    say("ready")
    while True:
        reader.act()


def _open(library: Path, _: int) -> None:
    say("ready")
    Database(library).close()


def _back_up(library: Path, _: int) -> None:
    with closing(connect(str(library))) as connection:
        say("ready")
        while True:
            back_up(connection, library.parent / "backups", "library")


PROGRAMS: dict[str, Callable[[Path, int], None]] = {
    "read": _read,
    "open": _open,
    "back up": _back_up,
}
"""What can be killed, by name."""


if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
