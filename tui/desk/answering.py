"""Answering open questions of the library with passages of the open article."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import LedgerChanged
from tui.desk.surface import Occasion
from tui.dialogs.answerable_list import AnswerableScreen
from tui.dialogs.answerable_rows import Listed, Near
from tui.dialogs.passage_answers import AnsweringWays
from tui.documents.passage_parts import words_in
from tui.ledger import cleaned
from tui.page.passage_edges import trimmed_parts
from tui.page.selection import without_page_breaks
from tui.panels.row_text import one_line
from tui.store.ledger_questions import HIGHLIGHT_LINK

if TYPE_CHECKING:
    from tui.desk.moving import Moving
    from tui.desk.seeking import Seeking
    from tui.desk.shelves import Shelves
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.desk.undoing import Undoing
    from tui.documents.passage_parts import Parts
    from tui.ledger import Resolution
    from tui.session.reading import Change, ReadingSession
    from tui.store.ledger_questions import LedgerQuestion
    from tui.store.question_records import QuestionRecord


class Answering(Part):
    """The list of what a passage may answer, and the answers that are given in it."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        shelves: Shelves,
        undoing: Undoing,
        seeking: Seeking,
    ) -> None:
        """Answer questions."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._shelves = shelves
        self._undoing = undoing
        self._seeking = seeking

    # -- the list ---------------------------------------------------------------------

    def answer_find(self) -> None:
        """List the open questions, those first that the passage may answer."""
        session, parts = self.surface.session(), self._passage()
        if session is None or self.state.database is None:
            return
        if not parts:
            self.surface.say("there is nothing here that could answer a question")
            return
        ways = AnsweringWays(
            near=lambda: self._near(session, parts),
            listed=lambda record: self._listed(record, parts),
            give=self._give,
            undo=lambda then: self._swing(session.answers.can_undo, session.undo, "undo", then),
            redo=lambda then: self._swing(session.answers.can_redo, session.redo, "redo", then),
        )
        screen = AnswerableScreen(
            self.state.database,
            words=one_line(self._words(parts)),
            ways=ways,
            unsaved=self.state.unsaved.answers,
            keymap=self.state.keymap,
        )
        self.surface.open_dialog(screen, self._shelves.go_to_destination)

    def _passage(self) -> Parts:
        """What is selected, else the sentence under the cursor."""
        article, selected = self.state.article, self._targets.selected
        span = selected or self.state.motions.sentence(self.surface.view.cursor)
        return trimmed_parts(article.text, without_page_breaks(article, span))

    def _words(self, parts: Parts) -> str:
        return words_in(self.state.article.readable, parts)

    def _near(self, session: ReadingSession, parts: Parts) -> Near:
        """What the passage, and what other sentences may answer; called in a thread."""
        search = self._seeking.search(session)
        if search is None:
            return Near((), ())
        here = [
            self._listed(each.record, parts)._replace(shared=each.near.shared)
            for each in search.by_passage(parts)
        ]
        known = {each.record.question.id for each in here}
        elsewhere = [
            self._listed(each.record, each.parts)._replace(
                shared=each.near.shared, is_elsewhere=True
            )
            for each in search.by_article()
            if each.record.question.id not in known
        ]
        return Near(here, elsewhere)

    def _listed(self, record: QuestionRecord, parts: Parts) -> Listed:
        return Listed(record, parts, self._words(parts))

    # -- answers ----------------------------------------------------------------------

    def _give(
        self, listed: Listed, wanted: Resolution, then: Callable[[LedgerQuestion], None]
    ) -> None:
        """Decide a question, with a highlight on the words where no link is given."""
        session, state, asked = self.state.session, self.state, listed.record.question
        if session is None:
            return
        new = None
        if not wanted.link:
            there = next((mark for mark in state.marks if mark.parts == listed.parts), None)
            if there is None:
                speaker = state.speaker_at(*listed.parts)
                new = session.prepared(listed.parts, state.last_colour, speaker)
            highlight = there.highlight if there else new
            wanted = wanted._replace(link=f"{HIGHLIGHT_LINK}{highlight.id if highlight else ''}")
        wanted = cleaned(wanted)
        # Kept until it is known to be on the disk: the words are the reader's.
        state.unsaved.answers[asked.id] = wanted
        session.answers.give(asked, wanted, new)
        if new is not None:
            self._moving.drop_selection()
        self.surface.react(Occasion.MARKS_CHANGED)

        def saved(row: LedgerQuestion | None) -> None:
            self.surface.in_loop(self._take_saved, row, wanted, then)

        session.answers.when_saved(asked.id, saved)

    def _take_saved(
        self,
        row: LedgerQuestion | None,
        wanted: Resolution,
        then: Callable[[LedgerQuestion], None],
    ) -> None:
        """Show an answer that is on the disk; of another one the writer has told why not."""
        if row is None or row.resolution.link != wanted.link or row.state is not wanted.state:
            return
        self.state.unsaved.answers.pop(row.id, None)
        self.surface.post(LedgerChanged())
        then(row)

    def _swing(
        self,
        can: bool,
        swing: Callable[[], Change | None],
        verb: str,
        then: Callable[[], None],
    ) -> str:
        """Take an answer back, or give it again; what to say."""
        session = self.state.session
        change = swing() if can and session is not None else None
        if change is None or session is None:
            return f"nothing to {verb} here"
        said = self._undoing.swung(change, "")
        session.answers.when_saved("", lambda _: self.surface.in_loop(then))
        return said
