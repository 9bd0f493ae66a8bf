"""Whatever a reader adds, splits and takes off: undo leads to what was listed before."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.desk import harbour
from tests.session.log import assert_log_and_rows_agree
from tests.session.reading import Reader, read
from tui.analysis.results import Analysis, EntityType
from tui.corrections.corrected import CorrectionTarget
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.desk import addition_edits, triage_edits
from tui.desk.triage_edits import Done
from tui.documents.article import Span
from tui.store.correction_rows import Subject
from tui.store.database import Database

WORDS = ["council", "Obi", "Ada Obi", "PORT ELLIS", "Ellis side", "their", "The ferry company"]
KINDS = ["quote", "name", "place", "off", "split off", "split", "remove", "speaker", "back"]

numbers = st.integers(0, 99)


def span_of(words: str) -> Span:
    return harbour.span(words)


class Adding(RuleBasedStateMachine):
    """One reader, one article, one library on disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.db"
        self.database = Database(self.path)
        self.reader = self.opened()
        self.now = self.seen()
        self.done: list[Analysis] = []
        self.undone: list[Analysis] = []

    def opened(self) -> Reader:
        return read(self.database, harbour.TEXT)

    def teardown(self) -> None:
        """Nothing was refused on the way, and all of it can be taken back."""
        self.reader.wait()
        while change := self.reader.session.undo():
            assert change.ok
        self.reader.wait()
        assert self.reader.failures == []
        assert self.seen() == harbour.analysis()
        self.database.read(assert_log_and_rows_agree)
        self.database.close()
        self.folder.cleanup()

    def rows(self) -> CorrectedResults:
        placed = self.reader.session.corrections.placed
        return corrected(harbour.analysis(), placed, text=harbour.TEXT)

    def seen(self) -> Analysis:
        """What is listed, the hidden rows last."""
        return self.rows().listed(with_hidden=True)

    def act(self, kind: str, number: int) -> Done | None:
        """Do something; `None` where nothing can be done."""
        session, rows = self.reader.session, self.rows()
        words = WORDS[number % len(WORDS)]
        shown = [row for row in rows.entities if not row.is_hidden]
        hidden = [row for row in rows.entities if row.is_hidden]
        row = shown[number % len(shown)] if shown else None
        if kind == "quote":
            target = CorrectionTarget(Subject.QUOTE, Span(number, number + 20))
            return addition_edits.add_quote(session, target, words)
        if kind == "name":
            type_ = list(EntityType)[number % 3]
            return addition_edits.add_name(session, rows, span_of(words), type_, words)
        if kind == "speaker":
            quote = next((each for each in rows.quotes if not each.is_hidden), None)
            return triage_edits.set_speaker(session, quote, words) if quote else None
        if kind == "back":
            return triage_edits.bring_back(session, hidden[0]) if hidden else None
        if row is None:
            return None
        places = [each.span for each in (*row.result.mentions, *row.result.references)]
        some = places[: 1 + number % 2]
        if kind == "place":
            return addition_edits.add_place(session, rows, span_of(words), row, words)
        if kind == "off":
            return addition_edits.take_off(session, rows, some)
        if kind == "split off":
            return addition_edits.split_off(session, row, some, words)
        if kind == "split":
            parts = addition_edits.parting(harbour.TEXT, row, row.result.name.replace(" ", ","))
            return addition_edits.split_words(session, row, parts.parts, EntityType.PLACE)
        return triage_edits.hide(session, row)

    @rule(kind=st.sampled_from(KINDS), number=numbers)
    def change(self, kind: str, number: int) -> None:
        done = self.act(kind, number)
        if done is not None and done.change.ok:
            self.done.append(self.now)
            self.undone.clear()
            self.now = self.seen()

    @rule()
    def undo(self) -> None:
        self.swing(self.reader.session.undo() is not None, self.done, self.undone)

    @rule()
    def redo(self) -> None:
        self.swing(self.reader.session.redo() is not None, self.undone, self.done)

    def swing(self, is_done: bool, from_: list[Analysis], to: list[Analysis]) -> None:
        assert is_done is bool(from_)
        if from_:
            to.append(self.now)
            self.now = from_.pop()

    @rule()
    def open_again(self) -> None:
        self.reader.wait()
        assert self.reader.failures == []
        assert self.database.close() == 0
        self.database = Database(self.path)
        self.reader = self.opened()

    @invariant()
    def what_is_listed_is_what_was_listed_then(self) -> None:
        assert self.seen() == self.now
        assert self.reader.session.can_undo is bool(self.done)
        assert self.reader.session.can_redo is bool(self.undone)

    @invariant()
    def every_row_names_somebody(self) -> None:
        rows = self.rows()
        assert all(row.result.mentions for row in rows.entities)
        assert all(row.result.content for row in rows.quotes)


Adding.TestCase.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
test_any_course_of_adding = Adding.TestCase
