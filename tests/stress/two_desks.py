"""Two desks with one article of one library: what either loses of the other's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.stress.counts import Count, all_of, none_of
from tui.corrections.corrected import CorrectionTarget
from tui.documents.article import Article, Span
from tui.documents.loading import from_text
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.session.reading import ReadingSession, SaveEvent, SaveFailed
from tui.settings.colours import Colour
from tui.store.correction_rows import Correction, CorrectionKind, Subject
from tui.store.database import Database

_TEXT = "\n\n".join(f"Sentence {n} of the report says a thing. Nobody knows why." for n in range(9))
_TOKEN = re.compile(r"w\d+")


def _tokens(*texts: str) -> set[str]:
    """The words that were typed, each of which was typed once."""
    return set(_TOKEN.findall(" ".join(texts)))


class _Desk:
    """A desk as its reader uses it: what they look at may be older than what is saved."""

    def __init__(self, path: Path, article: Article, random: Random) -> None:
        self.database = Database(path)
        self.events: list[SaveEvent] = []
        self.session = ReadingSession.open(self.database, article, self.events.append)
        self.ledger = Ledger(self.database, self.session.document_id)
        self.typed: set[str] = set()
        self.read: set[str] = set()
        """Words that stood in the ledger when this reader looked into it."""
        self._random = random
        self._editor: tuple[str, str, tuple[str, ...]] | None = None
        self._answering: tuple[str, Resolution] | None = None

    def settle(self) -> None:
        """Let everything reach the disk."""
        self.database.submit(lambda _: None).result()

    def look(self) -> None:
        """Take in what the other desk has written."""
        self.session.follow()
        self.settle()

    def seen(self) -> set[str]:
        """Every word that the reader has before them, in the list or in an open editor."""
        shown = [(m.highlight.note, *m.highlight.tags) for m in self.session.marks]
        words = [word for each in shown for word in each]
        words += [placed.correction.value for placed in self.session.corrections.placed]
        words += (self._editor[1], *self._editor[2]) if self._editor else ()
        words += self._answering[1][1:] if self._answering else ()
        return _tokens(*words) | self.read

    def act(self, word: str) -> None:
        """Do one thing at random; what is typed contains the word."""
        self._random.choice(
            (self._mark, self._begin, self._note, self._note, self._tag, self._tag, self._colour,
             self._delete, self._undo, self._redo, self._correct, self._begin_answer, self._answer)
        )(word)  # fmt: skip
        self.typed.add(word)
        self.settle()

    def _mark(self, _: str) -> None:
        start = self._random.randrange(len(_TEXT) - 20)
        self.session.highlight(Span(start, start + 15), Colour.GREEN)

    def _any(self) -> str | None:
        marks = self.session.marks
        return self._random.choice(marks).highlight.id if marks else None

    def _begin(self, _: str) -> None:
        """Open an editor: what it shows is what a later saving goes by."""
        mark = self.session.mark(self._any() or "")
        self._editor = (
            (mark.highlight.id, mark.highlight.note, mark.highlight.tags) if mark else None
        )

    def _note(self, word: str) -> None:
        if self._editor is None:
            self._begin(word)
        if self._editor:
            ident, note, _ = self._editor
            kept = note if self._random.random() < 0.6 else ""
            self.session.set_note(ident, f"{kept} {word}".strip(), note)
            self._editor = None

    def _tag(self, word: str) -> None:
        if self._editor is None:
            self._begin(word)
        if self._editor:
            ident, _, tags = self._editor
            kept = tags if self._random.random() < 0.6 else tags[1:]
            self.session.set_tags(ident, (*kept, word), tags)
            self._editor = None

    def _colour(self, _: str) -> None:
        if ident := self._any():
            self.session.recolour(ident, self._random.choice(list(Colour)))

    def _delete(self, _: str) -> None:
        if ident := self._any():
            self.session.delete(ident)

    def _undo(self, _: str) -> None:
        self.session.undo()

    def _redo(self, _: str) -> None:
        self.session.redo()

    def _correct(self, word: str) -> None:
        start = self._random.choice((0, 60, 120))
        target = CorrectionTarget(Subject.QUESTION, Span(start, start + 20), "why", "unknown")
        made = [placed.correction for placed in self.session.corrections.placed]
        standing: list[Correction] = [each for each in made if each.anchor.start == start]
        values = {CorrectionKind.ANSWER: word}
        self.session.corrections.make("edit", target, values, standing)

    def _begin_answer(self, _: str) -> None:
        asked = self.ledger.listed()
        self.read |= _tokens(*(record.question.resolution.answer for record in asked))
        question = self._random.choice(asked).question
        self._answering = (question.id, question.resolution)

    def _answer(self, word: str) -> None:
        if self._answering is None:
            self._begin_answer(word)
        if self._answering:
            ident, seen = self._answering
            self.ledger.decide(ident, Resolution(QuestionState.ANSWERED, word, ""), seen)
            self._answering = None


def _held(database: Database) -> set[str]:
    """Every word of the reader's that is in the library and not deleted."""
    queries = (
        "SELECT note FROM highlights WHERE deleted IS NULL",
        "SELECT tag FROM tags t JOIN highlights h ON h.id = t.highlight_id "
        "WHERE t.deleted IS NULL AND h.deleted IS NULL",
        "SELECT value FROM corrections WHERE deleted IS NULL",
        "SELECT answer || ' ' || link FROM questions",
    )
    return _tokens(
        *database.read(lambda c: [str(row[0]) for query in queries for row in c.execute(query)])
    )


def _shown(desk: _Desk) -> object:
    marks = [mark.highlight for mark in desk.session.marks]
    return marks, [placed.correction for placed in desk.session.corrections.placed]


def count_two_desks(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Let two desks write at random, each looking at the library only now and then."""
    random = Random(seed)
    article = from_text(_TEXT, "/texts/report.txt")
    desks = [_Desk(folder / "library.db", article, random) for _ in range(2)]
    desks[0].ledger.enter(
        article,
        desks[0].session.document_id,
        [FoundQuestion((Span(s, s + 20),), "unknown", "Why?", "text", (), 1) for s in (0, 60, 120)],
    )
    lost: set[str] = set()
    typed = 0
    for number in range(2 * rounds):
        desk = random.choice(desks)
        if random.random() < 0.3:
            desk.look()
        before, seen = _held(desk.database), desk.seen()
        desk.act(f"w{number}")
        after = _held(desk.database)
        typed += f"w{number}" in after
        # What a reader replaces or deletes they have before them; undo takes their own back.
        lost |= before - after - seen - desk.read - desk.typed
    yield none_of("words of one desk that the other one lost", len(lost), typed)
    refused = sum(isinstance(event, SaveFailed) for desk in desks for event in desk.events)
    for desk in desks:
        desk.look()
    same = _shown(desks[0]) == _shown(desks[1])
    yield all_of("screens equal at the end", same, 1)
    yield Count("changes refused because they met one of the other desk", str(refused), "", True)
    for desk in desks:
        desk.database.close()
