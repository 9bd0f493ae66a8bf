"""Highlighting: one key for the passage under the cursor, a digit for a selection in a colour."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.surface import Occasion
from tui.desk.targets import NO_PLACE
from tui.documents.article import Span
from tui.documents.passage_parts import contains, overlap
from tui.keys.commands import Mode
from tui.page.passage_edges import trimmed_parts
from tui.page.selection import in_paragraphs, natural_passages, wider_passages
from tui.panels.row_keys import RowKey, RowKind
from tui.panels.table import QUESTIONS
from tui.settings.colours import Colour

if TYPE_CHECKING:
    from tui.desk.column import Column
    from tui.desk.jumping import Jumping
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.documents.passage_parts import Parts, Where
    from tui.keys.commands import Command
    from tui.session.reading import Mark, ReadingSession


class Marking(Part):
    """The commands that make, colour and delete highlights."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        jumping: Jumping,
        column: Column,
    ) -> None:
        """Highlight."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._jumping = jumping
        self._column = column

    def run(self, command: Command) -> None:
        """Highlight or recolour in the colour that the command names, or do the rest."""
        noun, _, verb = command.id.partition(".")
        if verb not in _COLOURS:
            super().run(command)
        elif noun == "colour":
            self._recolour(Colour(verb))
        elif selected := self._targets.selected:
            self.make(selected, Colour(verb))

    @classmethod
    def has(cls, command: Command) -> bool:
        """Whether it names a colour, or makes or deletes a highlight."""
        return command.id.partition(".")[2] in _COLOURS or super().has(command)

    def works(self, command_id: str) -> bool:
        """There is a highlight to delete."""
        if command_id != "mark.delete":
            return True
        if self.surface.mode is Mode.PANEL:
            panel = self._column.panel
            return self._targets.is_on_row and panel is not None and command_id in panel.works
        return bool(self.state.marks_at(self.surface.view.cursor))

    # -- making -----------------------------------------------------------------------

    def mark_make(self) -> None:
        """Highlight the selection, the row's passage, or what is under the cursor."""
        session, cursor = self.surface.session(), self.surface.view.cursor
        if session is None:
            return
        passage = self._targets.passage
        if passage:
            self.make(passage)
        elif self._targets.is_on_row:
            self.surface.say(NO_PLACE)
        elif made := self._widening(session):
            self._widen(session, made)
        elif self.state.marks_at(cursor):
            key = self.surface.key
            recolours = key("colour.yellow").split(" ")[0]
            self.surface.say(
                f"highlighted already: {key('mark.delete')} deletes it, {recolours} recolours it, "
                f"{key('mark.wider')} widens it, {key('mark.note')} writes a note"
            )
        else:
            self.make(self.natural_passage())

    def natural_passage(self) -> Parts:
        """What the key means where the cursor is: a finding, else the sentence."""
        return next(iter(self.passages_at(self.surface.view.cursor)), ())

    def passages_at(self, offset: int) -> list[Parts]:
        """What highlighting may mean at an offset, each passage wider than the one before."""
        found, state = self._found_around(Span(offset, offset + 1)), self.state
        return natural_passages(state.article, state.motions, found, offset)

    def wider_than(self, mark: Mark) -> list[Parts]:
        """What a highlight can be widened to; not to the words of another one."""
        found, state = self._found_around(mark.span), self.state
        wider = wider_passages(state.article, state.motions, found, mark.parts)
        taken = {each.parts for each in state.marks}
        return [passage for passage in wider if passage not in taken]

    def _found_around(self, span: Span) -> list[Parts]:
        """What the analysis found around a passage that is worth a highlight of its own."""
        state, analysis = self.state, self.state.analysis
        if analysis is None:
            return []
        evidence = QUESTIONS.steps(state.contents)
        found: list[Parts] = [(each,) for each in evidence if each.overlaps(span)]
        for quote in analysis.quotes:
            if overlap(quote.content, span):
                found += in_paragraphs(state.article, quote.content)
        return found

    def _widening(self, session: ReadingSession) -> Mark | None:
        """The highlight that the last key made, while the cursor is in it."""
        made = session.mark(self.state.just_made) if self.state.just_made else None
        return made if made and made.contains(self.surface.view.cursor) else None

    def _widen(self, session: ReadingSession, mark: Mark) -> None:
        wider = self.wider_than(mark)
        if not wider:
            self.surface.say("this is the whole paragraph")
            return
        session.set_span(mark.highlight.id, wider[0])
        self.surface.react(Occasion.MARKS_CHANGED)
        self.surface.say("widened")

    def make(self, where: Where, colour: Colour | None = None) -> Mark | None:
        """Highlight a passage; it is drawn at once and saved in the background.

        Args:
            where: The passage.
            colour: Its colour; by default the one used last.
        """
        session, state, view = self.surface.session(), self.state, self.surface.view
        if session is None:
            return None
        parts = trimmed_parts(state.article.text, where)
        if not self.has_words(parts):
            return None
        state.last_colour = colour or state.last_colour
        if there := self.mark_on(parts):
            return self._colour_again(session, there)
        mark = session.highlight(parts, state.last_colour, speaker=state.speaker_at(*parts))
        state.just_made = mark.highlight.id
        self._moving.drop_selection()
        if self.surface.mode is not Mode.PANEL and not contains(parts, view.cursor):
            view.cursor = parts[0].start
        self.surface.react(Occasion.MARKS_CHANGED)
        self.surface.clear_message()
        return mark

    def mark_on(self, parts: Parts) -> Mark | None:
        """The highlight on these very words."""
        return next((mark for mark in self.state.marks if mark.parts == parts), None)

    def _colour_again(self, session: ReadingSession, mark: Mark) -> Mark:
        """The same words again are no other highlight: they get the colour."""
        self._moving.drop_selection()
        colour = self.state.last_colour
        called = self.state.config.colours.of(colour)
        if mark.highlight.colour is colour:
            self.surface.say(f"highlighted already in {called}")
        else:
            session.recolour(mark.highlight.id, colour)
            self.surface.react(Occasion.MARKS_CHANGED)
            self.surface.say(f"highlighted already; it is {called} now")
        return session.mark(mark.highlight.id) or mark

    def has_words(self, parts: Parts) -> bool:
        """Whether there is anything to highlight; says so where there is not."""
        if not parts:
            self.surface.say("there is nothing here to highlight")
        return bool(parts)

    # -- changing ---------------------------------------------------------------------

    def _recolour(self, colour: Colour) -> None:
        session, mark = self.surface.session(), self._targets.highlight()
        if session is None:
            return
        self.state.last_colour = colour
        highlight = mark.highlight if mark else self._targets.orphan()
        if highlight is None:
            called = self.state.config.colours.of(colour)
            self.surface.say(f"no highlight here; the next one will be {called}")
            return
        session.recolour(highlight.id, colour)
        self.surface.react(Occasion.MARKS_CHANGED)

    def mark_delete(self) -> None:
        """Delete the highlight; on the row of a deleted one, bring it back."""
        session, key = self.surface.session(), self._column.key
        if session is None:
            return
        if key is not None and key.kind is RowKind.DELETED:
            self._restore(session, key.ident)
            return
        mark = self._targets.highlight()
        # An orphan has no place, and yet a row.
        ident = mark.highlight.id if mark else key.highlight_id if key else None
        if ident is None:
            self.surface.say("no highlight here")
            return
        session.delete(ident)
        self.surface.react(Occasion.MARKS_CHANGED)
        if key is not None and self.state.shows_deleted:
            # The deleted one stays where it was: the next key is about the next one.
            self.surface.after_paint("deleted", partial(self._pass_deleted, ident))
        undoes = self.surface.key("change.undo")
        self.surface.say(f"highlight deleted; {undoes} brings it back")

    def _pass_deleted(self, highlight_id: str) -> None:
        focused, key = self._column.focused, self._column.key
        if focused and key == RowKey(RowKind.DELETED, highlight_id):
            focused.move(1)

    def _restore(self, session: ReadingSession, highlight_id: str) -> None:
        change = session.restore(highlight_id)
        self.surface.react(Occasion.MARKS_CHANGED)
        if change.span and change.ok:
            self._jumping.go_to(change.span, record=False)
        said = change.description if change.ok else change.reason
        self.surface.say(said, warning=not change.ok)


_COLOURS = frozenset(colour.value for colour in Colour)
