"""What is written about a highlight: found by the same keys, made with the first words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.refused_words import refused_sentence
from tui.desk.surface import Occasion, above_sheet
from tui.desk.targets import NO_PLACE, About
from tui.dialogs.sheet import sheet_rows
from tui.documents.passage_parts import contains, words_in
from tui.keys.commands import Mode
from tui.page.passage_edges import trimmed_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.desk.marking import Marking
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.desk.unsaved import Unsaved, Words
    from tui.documents.passage_parts import Parts
    from tui.session.reading import Change, ReadingSession


class WritingAbout(Part):
    """What notes and tags have in common: what they are about, and what becomes of their words."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        marking: Marking,
    ) -> None:
        """Write about highlights."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._marking = marking

    # -- what it is about -------------------------------------------------------------

    def begun(
        self, session: ReadingSession, kind: Words, left: Mapping[str, str]
    ) -> tuple[About, str | None] | None:
        """What a key writes about, and what was typed about it before and is not saved.

        Words that the disk refused come first, wherever the cursor is.

        Args:
            session: The session.
            kind: What is written.
            left: What was being typed of that kind when an earlier reading ended, by highlight.

        Returns:
            `None` after saying why there is nothing to write about.
        """
        unsaved = self.state.unsaved
        refused = None if session.pending_count else unsaved.take_last(kind)
        if refused is None:
            here = self._about_here()
            return (here, left.get(here.highlight.id)) if here else None
        about = self.about(session, refused.ident, refused.parts)
        if about is None:
            unsaved.keep(refused)
            return None
        return about, refused.text

    def left_over(self, left: Mapping[str, str]) -> tuple[About, str] | None:
        """Go to the first highlight about which something was being typed; that, and what."""
        mark = next((each for each in self.state.marks if each.highlight.id in left), None)
        if mark is None:
            return None
        self.surface.view.cursor = mark.span.start
        return About.mark(mark, self.state.article.readable), left[mark.highlight.id]

    def about(self, session: ReadingSession, ident: str, parts: Parts) -> About | None:
        """What refused words were written about; made again over its passage if it is gone."""
        orphan = next((each for each in session.orphans if each.id == ident), None)
        if orphan is not None:
            return About.orphan(orphan)
        mark = session.mark(ident) or (self._marking.make(parts) if parts else None)
        return About.mark(mark, self.state.article.readable) if mark else None

    def _about_here(self) -> About | None:
        """A highlight, or one that the words about it make."""
        orphan = self._targets.orphan()
        if orphan is not None:
            return About.orphan(orphan)
        mark = None if self._targets.selected else self._targets.highlight()
        if mark is not None:
            return About.mark(mark, self.state.article.readable)
        passage = self._targets.passage
        if not passage and self._targets.is_on_row:
            self.surface.say(NO_PLACE)
            return None
        return self._about_new(passage or self._marking.natural_passage())

    def _about_new(self, passage: Parts) -> About | None:
        session, state, view = self.surface.session(), self.state, self.surface.view
        parts = trimmed_parts(state.article.text, passage)
        if session is None or not self._marking.has_words(parts):
            return None
        self._moving.drop_selection()
        if there := self._marking.mark_on(parts):
            return About.mark(there, state.article.readable)
        if self.surface.mode is not Mode.PANEL and not contains(parts, view.cursor):
            view.cursor = parts[0].start
        self.surface.clear_message()
        new = session.prepared(parts, state.last_colour, state.speaker_at(*parts))
        return About(new, words_in(state.article.readable, parts), parts, is_new=True)

    # -- while it is written ----------------------------------------------------------

    def show(self, about: About) -> None:
        """Show above a sheet to write on what it is about."""
        if about.parts:
            above_sheet(self.surface, about.parts[0], sheet_rows(self.surface.height))
            if about.is_new:
                self.surface.view.paint("selection", about.parts)

    def show_written(self, said: str) -> None:
        """Show the text as it was when such a sheet is closed, and say what became of its words."""
        if self.surface.is_attached:
            self.surface.view.paint("selection", [])
            self.surface.view.uncover()
            self.surface.react(Occasion.MARKS_CHANGED)
        if said:
            self.surface.say(said)

    def keep(self, session: ReadingSession, about: About) -> None:
        """Make the highlight that something is typed about, if it is not there yet."""
        if about.is_new and session.mark(about.highlight.id) is None:
            self.state.just_made = session.keep(about.highlight).highlight.id
            self.surface.react(Occasion.MARKS_CHANGED)

    def let_go(self, session: ReadingSession, about: About) -> None:
        """Have no highlight made where nothing was typed about it in the end."""
        if about.is_new and session.mark(about.highlight.id) is not None:
            session.withdraw(about.highlight.id)

    # -- what becomes of the words ----------------------------------------------------

    def save(
        self, session: ReadingSession, about: About, words: Unsaved, put: Callable[[], Change]
    ) -> bool:
        """Put words into the library; `False` after saying why they are not there.

        Args:
            session: The session.
            about: What they are about; made if need be.
            words: The words, kept until they are known to be on the disk: they are the reader's.
            put: Puts them in.
        """
        self.keep(session, about)
        unsaved = self.state.unsaved
        unsaved.keep(words)
        change = put()
        if not change.ok:
            reason = unsaved.refused.get(words.ident, change.reason)
            said = refused_sentence(words, reason, self.surface.key)
            self.surface.say(said, warning=True)
        return change.ok
