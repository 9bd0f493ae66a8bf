"""Whatever a reader does, in whatever order: what was saved is there, and nothing else.

A model of a few lines stands beside the session: the marks by id with the sentence they
stand on, and two stacks for undo and redo. It must never disagree with what is drawn, with
what is found on reopening, or with the log.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from sqlite3 import Connection

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from tests.session.log import assert_log_and_rows_agree
from tests.session.reading import Reader, allow_writing, read, refuse_writing
from tui.documents.article import Span
from tui.session.reading import Change
from tui.settings.colours import Colour
from tui.store.database import Database

SENTENCES = [
    "The council of Millbrook met on Monday evening.",
    "Mayor Ada Quill said the old bridge would stay closed.",
    "Nobody knows when the repairs will end.",
    "The mayor declined to name a date for the repairs.",
    "“We will not rush it,” she said.",
    "The café by the river has lost its guests.",
    "A petition of the river guests was handed over at noon.",
    "The council will meet again next Monday.",
]
ADDED = [
    "Correction: an earlier version named another mayor.",
    "The engineers arrived with two lorries on Tuesday.",
    "It rained for most of the night.",
]
NOTES = ["", "ask again", "  two\nlines ", "\x1b[2J “odd” \U0001f469\u200d\U0001f467", "x" * 500]
SHOWN_NOTES = ["", "ask again", "  two\nlines ", "␛[2J “odd” \U0001f469\u200d\U0001f467", "x" * 500]
TAGS = [(), ("dates",), ("dates", "the river"), ("dates", "Çelik", "ö\u0308")]

colours = st.sampled_from(list(Colour))
numbers = st.integers(0, 99)


@dataclass(frozen=True)
class Expected:
    """A mark as the reader last left it."""

    words: str
    """What is marked: a sentence, or a word or two at its beginning."""
    sentence: str
    """The sentence that holds it; no other sentence of any text is the same."""
    colour: Colour
    note: str = ""
    tags: tuple[str, ...] = ()


Step = tuple[str, Expected | None, Expected | None]


class Reading(RuleBasedStateMachine):
    """One reader, one article, one library on disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.db"
        self.sentences = SENTENCES.copy()
        self.marks: dict[str, Expected] = {}
        self.drafts: dict[str, str] = {}
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.database = Database(self.path)
        self.reader = self.opened()

    def opened(self) -> Reader:
        return read(self.database, self.text)

    @property
    def text(self) -> str:
        """The sentences as paragraphs of two."""
        pairs = [self.sentences[i : i + 2] for i in range(0, len(self.sentences), 2)]
        return "\n\n".join(map(" ".join, pairs)) + "\n"

    def teardown(self) -> None:
        """Nothing was refused on the way, and all of it can be taken back."""
        self.reader.wait()
        assert self.reader.failures == []
        while self.reader.session.undo():
            pass
        self.reader.wait()
        assert self.reader.failures == []
        assert not self.reader.session.marks
        assert not self.reader.session.orphans
        self.database.read(assert_log_and_rows_agree)
        self.database.close()
        self.folder.cleanup()

    # -- what the reader does ---------------------------------------------------------

    def span(self, number: int, *, is_whole: bool) -> tuple[Span, Expected]:
        """A sentence of the open text, or its first two words."""
        sentence = self.sentences[number % len(self.sentences)]
        words = sentence if is_whole else " ".join(sentence.split()[:2])
        start = self.text.index(sentence)
        return Span(start, start + len(words)), Expected(words, sentence, Colour.YELLOW)

    def made(self, number: int, colour: Colour, *, is_whole: bool) -> Step:
        span, wanted = self.span(number, is_whole=is_whole)
        mark = self.reader.session.highlight(span, colour)
        return mark.highlight.id, None, replace(wanted, colour=colour)

    def chosen(self, number: int) -> str:
        return sorted(self.marks)[number % len(self.marks)]

    def edited(self, ident: str, change: Change, **fields: object) -> Step | None:
        """What an edit should have done; `None` where there was nothing to change."""
        before = self.marks[ident]
        after = replace(before, **fields)  # type: ignore[arg-type]
        assert change.ok is (after != before)
        return (ident, before, after) if change.ok else None

    def any_edit(self, kind: str, number: int) -> Step | None:
        """One change of one mark, which the session has drawn already."""
        session = self.reader.session
        if kind == "highlight" or not self.marks:
            return self.made(number, list(Colour)[number % 4], is_whole=number % 3 > 0)
        ident = self.chosen(number)
        if kind == "recolour":
            colour = list(Colour)[number % 4]
            return self.edited(ident, session.recolour(ident, colour), colour=colour)
        if kind == "note":
            which = number % len(NOTES)
            change = session.set_note(ident, NOTES[which])
            return self.edited(ident, change, note=SHOWN_NOTES[which])
        if kind == "tags":
            tags = TAGS[number % len(TAGS)]
            return self.edited(ident, session.set_tags(ident, tags[::-1]), tags=tags)
        if kind == "widen":
            span, wanted = self.span(number, is_whole=number % 2 > 0)
            change = session.set_span(ident, span)
            before = self.marks[ident]
            # The same words of an older text are another anchor: a change of its own.
            after = replace(before, words=wanted.words, sentence=wanted.sentence)
            assert change.ok or after == before
            return (ident, before, after) if change.ok else None
        assert session.delete(ident).ok
        return ident, self.marks[ident], None

    def accept(self, step: Step | None, kind: str = "") -> None:
        """Enter a change into the model."""
        if step is None:
            return
        ident, _, after = step
        self.put(ident, after)
        self.done.append(step)
        self.undone.clear()

    def put(self, ident: str, state: Expected | None) -> None:
        if state is None:
            del self.marks[ident]
        else:
            self.marks[ident] = state

    kinds = st.sampled_from(["highlight", "recolour", "note", "tags", "widen", "delete"])

    @initialize()
    def begin_with_a_mark(self) -> None:
        self.accept(self.any_edit("highlight", 2))

    @rule(kind=kinds, number=numbers)
    def change(self, kind: str, number: int) -> None:
        ident = self.chosen(number) if self.marks else ""
        self.accept(self.any_edit(kind, number))
        if kind == "note":
            self.drafts.pop(ident, None)

    @rule()
    def undo(self) -> None:
        change = self.reader.session.undo()
        if not self.done:
            assert change is None
            return
        assert change is not None
        assert change.ok
        ident, before, after = self.done.pop()
        assert change.highlight_id == ident
        self.put(ident, before)
        self.undone.append((ident, before, after))

    @rule()
    def redo(self) -> None:
        change = self.reader.session.redo()
        if not self.undone:
            assert change is None
            return
        assert change is not None
        assert change.ok
        ident, before, after = self.undone.pop()
        assert change.highlight_id == ident
        self.put(ident, after)
        self.done.append((ident, before, after))

    @precondition(lambda self: self.marks)
    @rule(number=numbers, text=st.sampled_from(["half a thou", "another \x1b"]))
    def draft(self, number: int, text: str) -> None:
        ident = self.chosen(number)
        self.reader.session.drafts.save(ident, text)
        self.drafts[ident] = text.replace("\x1b", "␛")

    # -- what happens to the reader ---------------------------------------------------

    @rule(kind=kinds, number=numbers)
    def a_change_is_refused(self, kind: str, number: int) -> None:
        """A change that is not saved is as if it had never been made."""
        self.refused(lambda: self.any_edit(kind, number))

    @rule(is_undo=st.booleans())
    def taking_back_is_refused(self, is_undo: bool) -> None:
        session = self.reader.session
        self.refused(session.undo if is_undo else session.redo)

    def refused(self, act: Callable[[], object]) -> None:
        """Have something done while the disk takes nothing."""
        self.reader.wait()
        refuse_writing(self.database, "highlight_words_content")
        self.refuse_too()
        tried = act()
        self.reader.wait()
        assert len(self.reader.failures) == (tried is not None)
        self.reader.events.clear()
        allow_writing(self.database)
        self.allow_too()

    def refuse_too(self) -> None:
        """A deletion writes no words; it must fail as well."""
        self.submit(
            "CREATE TRIGGER not_either BEFORE UPDATE ON highlights BEGIN "
            "SELECT RAISE(ABORT, 'no room'); END"
        )

    def allow_too(self) -> None:
        self.submit("DROP TRIGGER not_either")

    def submit(self, statement: str) -> None:
        run: Callable[[Connection], object] = lambda c: c.execute(statement)  # noqa: E731
        self.database.submit(run).result()

    @rule(whole=st.booleans())
    def open_again(self, whole: bool) -> None:
        """Close the article, and with `whole` the program."""
        self.reader.wait()
        assert self.reader.failures == []
        if whole:
            assert self.database.close() == 0
            self.database = Database(self.path)
        self.reader = self.opened()
        assert dict(self.shown_drafts()) == {
            ident: text for ident, text in self.drafts.items() if ident in self.marks
            and text != self.marks[ident].note
        }  # fmt: skip

    def shown_drafts(self) -> list[tuple[str, str]]:
        return list(self.reader.session.drafts.left.items())

    @rule(number=numbers, is_added=st.booleans())
    def the_text_is_edited(self, number: int, is_added: bool) -> None:
        """A sentence comes or goes before the article is opened again."""
        missing = [s for s in SENTENCES + ADDED if s not in self.sentences]
        if is_added and missing:
            sentence = missing[number % len(missing)]
            place = number % (len(self.sentences) + 1)
            if sentence in SENTENCES:
                before = SENTENCES[: SENTENCES.index(sentence)]
                there = [i for i, s in enumerate(self.sentences) if s in before]
                place = there[-1] + 1 if there else 0
            self.sentences.insert(place, sentence)
        elif len(self.sentences) > 5:
            del self.sentences[number % len(self.sentences)]
        self.open_again(whole=False)

    # -- what must hold at every moment -----------------------------------------------

    @invariant()
    def what_is_drawn_is_what_the_reader_did(self) -> None:
        session = self.reader.session
        text = session.article.text
        drawn = {
            mark.highlight.id: Expected(
                " ".join(text[mark.span.start : mark.span.end].split()),
                next(s for s in self.sentences if text.index(s) <= mark.span.start
                     < text.index(s) + len(s)),
                mark.highlight.colour,
                mark.highlight.note,
                mark.highlight.tags,
            )
            for mark in session.marks
        }  # fmt: skip
        placed = {i: m for i, m in self.marks.items() if m.sentence in self.sentences}
        assert drawn == placed
        assert {orphan.id for orphan in session.orphans} == self.marks.keys() - placed.keys()
        assert session.can_undo is bool(self.done)
        assert session.can_redo is bool(self.undone)


Reading.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
test_any_course_of_reading = Reading.TestCase
