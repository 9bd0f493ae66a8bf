"""Whatever a reader corrects, marks and takes back, in whatever order: the rows say so.

A model of one frozen state stands beside the session: what is hidden, renamed, merged,
answered, asked and marked, with the states before and after it. It must never disagree with
the rows, with what is found on reopening, or with the log.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.desk import harbour
from tests.session.log import assert_log_and_rows_agree
from tests.session.reading import Reader, allow_writing, read, refuse_writing
from tui.analysis.results import Entity
from tui.corrections.corrected import Corrected
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.desk import triage_edits
from tui.documents.article import Span
from tui.settings.colours import Colour
from tui.store.correction_rows import CorrectionKind
from tui.store.database import Database

if TYPE_CHECKING:
    from tui.panels.panel import AnyCorrected

Pairs = frozenset[tuple[str, str]]

NAMES = ["Ada Obi", "Obi \x1b[2J", "Tide & Co", "Éllis"]
SHOWN = {"Obi \x1b[2J": "Obi ␛[2J"}
WORDS = ["Who?", "  Why \n now? ", "“How” \x1b?"]
SAID = {"  Why \n now? ": "Why now?", "“How” \x1b?": "“How” ␛?"}

numbers = st.integers(0, 99)
kinds = st.sampled_from(
    ["hide", "bring back", "rename", "merge", "speaker", "answer", "ask", "mark"]
)


@dataclass(frozen=True)
class State:
    """What the reader has made of the article."""

    hidden: frozenset[str] = frozenset()
    """Names, quotes by their first words, and questions."""
    renamed: Pairs = frozenset()
    merged: Pairs = frozenset()
    speakers: Pairs = frozenset()
    answers: Pairs = frozenset()
    asked: tuple[str, ...] = ()
    marks: int = 0


def title(row: AnyCorrected) -> str:
    """What the model calls a row: by its result as it was found."""
    found = row.found
    if row.own:
        return row.own.id
    if isinstance(found, Entity):
        return found.name
    return str(row.target.span)


def with_pair(pairs: Pairs, key: str, value: str | None) -> Pairs:
    kept = {pair for pair in pairs if pair[0] != key}
    return frozenset(kept if value is None else kept | {(key, value)})


class Correcting(RuleBasedStateMachine):
    """One reader, one article, one library on disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library.db"
        self.database = Database(self.path)
        self.reader = self.opened()
        self.state = State()
        self.done: list[State] = []
        self.undone: list[State] = []

    def opened(self) -> Reader:
        return read(self.database, harbour.TEXT)

    def teardown(self) -> None:
        """Nothing was refused on the way, and all of it can be taken back."""
        self.reader.wait()
        assert self.reader.failures == []
        while change := self.reader.session.undo():
            assert change.ok
        self.reader.wait()
        assert self.reader.failures == []
        assert self.seen() == State()
        assert self.rows().listed(with_hidden=True) == harbour.analysis()
        self.database.read(assert_log_and_rows_agree)
        self.database.close()
        self.folder.cleanup()

    def rows(self) -> CorrectedResults:
        return corrected(harbour.analysis(), self.reader.session.corrections.placed)

    def seen(self) -> State:
        """The state as the rows show it."""
        rows = self.rows()
        every: list[AnyCorrected] = [*rows.entities, *rows.quotes, *rows.questions]
        renamed = {
            (row.found.name, row.result.name)
            for row in rows.entities
            if row.found.name != row.result.name
        }
        merged = {
            (row.found.name, str(row.value(CorrectionKind.MERGE)).partition(" ")[2])
            for row in rows.entities
            if row.part_of
        }
        return State(
            frozenset(
                title(row) for row in every
                if any(made.kind is CorrectionKind.HIDE for made in row.corrections)
            ),
            frozenset(renamed),
            frozenset(merged),
            frozenset(
                (title(row), speaker) for row in rows.quotes
                if (speaker := row.value(CorrectionKind.SPEAKER)) is not None
            ),
            frozenset(
                (title(row), row.answer) for row in rows.questions if row.answer is not None
            ),
            tuple(row.result.text for row in rows.questions if row.own),
            len(self.reader.session.marks),
        )  # fmt: skip

    # -- what the reader does ---------------------------------------------------------

    def act(self, kind: str, number: int) -> State | None:
        """Do something; the state it should lead to, or `None` where nothing can be done."""
        rows, session, state = self.rows(), self.reader.session, self.state
        every: list[AnyCorrected] = [*rows.entities, *rows.quotes, *rows.questions]
        listed = [row for row in every if not row.is_hidden]
        hidden = [row for row in every if row.is_hidden]
        if kind == "mark":
            session.highlight(Span(number, number + 5), Colour.PINK)
            return replace(state, marks=state.marks + 1)
        if kind == "ask":
            return self.ask(number)
        if kind == "bring back":
            return self.bring_back(hidden[number % len(hidden)]) if hidden else None
        if kind == "hide":
            return self.hide(listed[number % len(listed)]) if listed else None
        entities = [row for row in rows.entities if not row.is_hidden]
        if kind == "rename" and entities:
            return self.rename(entities[number % len(entities)], NAMES[number % len(NAMES)])
        if kind == "merge" and len(entities) > 1:
            one, other = entities[number % len(entities)], entities[(number + 1) % len(entities)]
            assert triage_edits.merge(session, one, other).change.ok
            return replace(state, merged=with_pair(state.merged, title(one), title(other)))
        if kind == "speaker" and any(not row.is_hidden for row in rows.quotes):
            quote = next(row for row in rows.quotes if not row.is_hidden)
            name = NAMES[number % len(NAMES)]
            change = triage_edits.set_speaker(session, quote, name).change
            new = None if name == quote.found.speaker_name else SHOWN.get(name, name)
            after = replace(state, speakers=with_pair(state.speakers, title(quote), new))
            assert change.ok is (after != state)
            return after
        if kind == "answer" and any(not row.is_hidden for row in rows.questions):
            questions = [row for row in rows.questions if not row.is_hidden]
            question, words = questions[number % len(questions)], WORDS[number % len(WORDS)]
            sheet = triage_edits.sheet_of(question)
            assert sheet is not None
            values = sheet.values_of((sheet.before[0], words))
            change = triage_edits.keep(session, question.target, values, question).change
            answer = SAID.get(words, words)
            after = replace(state, answers=with_pair(state.answers, title(question), answer))
            assert change.ok is (after != state)
            return after
        return None

    def ask(self, number: int) -> State:
        asked = triage_edits.own_question(self.reader.session.article, Span(number, number + 40))
        assert asked is not None
        target, sheet = asked
        words = WORDS[number % len(WORDS)]
        values = sheet.values_of((words,))
        assert triage_edits.keep(self.reader.session, target, values, None).change.ok
        return replace(self.state, asked=(*self.state.asked, SAID.get(words, words)))

    def hide(self, row: AnyCorrected) -> State:
        state = self.state
        own = [each.own for each in self.rows().questions if each.own]
        assert triage_edits.hide(self.reader.session, row).change.ok
        if row.own is None:
            return replace(state, hidden=state.hidden | {title(row)})
        place = own.index(row.own)
        return replace(
            state,
            asked=state.asked[:place] + state.asked[place + 1 :],
            answers=with_pair(state.answers, title(row), None),
        )

    def bring_back(self, row: AnyCorrected) -> State:
        state = self.state
        assert triage_edits.bring_back(self.reader.session, row).change.ok
        if row.part_of:
            return replace(state, merged=with_pair(state.merged, title(row), None))
        return replace(state, hidden=state.hidden - {title(row)})

    def rename(self, row: Corrected[Entity], name: str) -> State:
        sheet = triage_edits.sheet_of(row)
        assert sheet is not None
        values = sheet.values_of((f" {name} ", row.result.type.value))
        change = triage_edits.keep(self.reader.session, row.target, values, row).change
        new = None if name == row.found.name else SHOWN.get(name, name)
        after = replace(self.state, renamed=with_pair(self.state.renamed, row.found.name, new))
        assert change.ok is (after != self.state)
        return after

    @rule(kind=kinds, number=numbers)
    def change(self, kind: str, number: int) -> None:
        after = self.act(kind, number)
        if after is not None and after != self.state:
            self.done.append(self.state)
            self.undone.clear()
            self.state = after

    @rule()
    def undo(self) -> None:
        self.swing(self.reader.session.undo() is not None, self.done, self.undone)

    @rule()
    def redo(self) -> None:
        self.swing(self.reader.session.redo() is not None, self.undone, self.done)

    def swing(self, is_done: bool, from_: list[State], to: list[State]) -> None:
        assert is_done is bool(from_)
        if from_:
            to.append(self.state)
            self.state = from_.pop()

    # -- what happens to the reader ---------------------------------------------------

    @rule(kind=kinds, number=numbers, is_undo=st.booleans())
    def something_is_refused(self, kind: str, number: int, is_undo: bool) -> None:
        """A change that is not saved is as if it had never been made."""
        self.reader.wait()
        refuse_writing(self.database)
        refused = "CREATE TRIGGER not_either BEFORE UPDATE ON operations BEGIN "
        refused += "SELECT RAISE(ABORT, 'no room'); END"
        self.database.submit(lambda c: c.execute(refused)).result()
        if is_undo:
            self.reader.session.undo()
        else:
            self.act(kind, number)
        self.reader.wait()
        self.reader.events.clear()
        allow_writing(self.database)
        self.database.submit(lambda c: c.execute("DROP TRIGGER not_either")).result()

    @rule(is_whole=st.booleans())
    def open_again(self, is_whole: bool) -> None:
        """Close the article, and with `is_whole` the program."""
        self.reader.wait()
        assert self.reader.failures == []
        if is_whole:
            assert self.database.close() == 0
            self.database = Database(self.path)
        self.reader = self.opened()

    @invariant()
    def rows_are_those_of_the_model(self) -> None:
        assert self.seen() == self.state
        assert self.reader.session.can_undo is bool(self.done)
        assert self.reader.session.can_redo is bool(self.undone)


Correcting.TestCase.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
test_any_course_of_correcting = Correcting.TestCase
