"""Names that were taken for one: split, or rid of a place that is not theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.results import Entity, EntityType
from tui.desk import addition_edits
from tui.desk.part import Part
from tui.desk.surface import above_sheet
from tui.desk.triage_edits import type_rows
from tui.dialogs.edit import SHEET, EditForm, EditScreen
from tui.dialogs.name_places import NamePlacesScreen, Picked, Verb
from tui.panels.row_text import one_line, shortened
from tui.store.correction_rows import CorrectionKind

if TYPE_CHECKING:
    from tui.corrections.corrected import Corrected, CorrectionTarget
    from tui.desk.choosing import Choosing
    from tui.desk.column import Column
    from tui.desk.correcting import Correcting
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.triage_edits import Done
    from tui.documents.article import Span


class Splitting(Part):
    """The commands that part a name from places, or into several names."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        correcting: Correcting,
        choosing: Choosing,
    ) -> None:
        """Split names."""
        super().__init__(state, surface)
        self._column = column
        self._correcting = correcting
        self._choosing = choosing

    def works(self, command_id: str) -> bool:
        """There is a name here."""
        if command_id == "name.off":
            return self.state.entity_at(self.surface.view.cursor) is not None
        panel = self._column.panel
        return panel is not None and command_id in panel.works and self._entity() is not None

    # -- one place --------------------------------------------------------------------

    def name_off(self) -> None:
        """Take the place under the cursor off the name that it was taken for."""
        session, findings = self.surface.session(), self.state.findings
        if session is None:
            return
        span = self._place_here()
        if span is None or findings is None:
            self.surface.say("no name is found here")
            return
        self._correcting.show_done(addition_edits.take_off(session, findings.results, [span]))

    def _place_here(self) -> Span | None:
        """The shortest place under the cursor that names or means somebody."""
        here = self.surface.view.cursor
        entity = self.state.entity_at(here)
        if entity is None:
            return None
        places = (mention.span for mention in (*entity.mentions, *entity.references))
        over = [span for span in places if span.contains(here)]
        return min(over, key=lambda span: span.end - span.start, default=None)

    # -- a row ------------------------------------------------------------------------

    def _entity(self) -> Corrected[Entity] | None:
        row = self._correcting.result_here()
        return row if row and isinstance(row.result, Entity) else None

    def row_split(self) -> None:
        """List the places of the entity, to say which are another one's."""
        row = self._entity()
        if self.surface.session() is None:
            return
        if row is None or row.is_hidden:
            self.surface.say("only an entity that is listed has places to split")
            return
        parts = addition_edits.guessed_parts(row.result.name)
        screen = NamePlacesScreen(row.result, self.state.contents, parts)
        self.surface.open_dialog(screen, lambda picked: self._do(row, picked))

    def _do(self, row: Corrected[Entity], picked: Picked | None) -> None:
        session, findings = self.surface.session(), self.state.findings
        if picked is None or session is None or findings is None:
            return
        if picked.verb is Verb.PARTS:
            self._ask_parts(row)
        elif picked.verb is Verb.OTHER:
            self._ask_name(row, picked.spans)
        else:
            done = addition_edits.take_off(session, findings.results, picked.spans)
            self._correcting.show_done(done)

    def _ask_name(self, row: Corrected[Entity], spans: Sequence[Span]) -> None:
        """Whose the places are: of somebody listed, or of a new name."""
        others = [
            each for each in self._choosing.cast(with_amounts=False) if each.target != row.target
        ]
        others.sort(key=lambda each: each.result.type is not row.result.type)
        options = [self._choosing.option(each) for each in others]
        target = addition_edits.about_split(row)

        def take(chosen: int | str) -> None:
            if session := self.surface.session():
                into = chosen if isinstance(chosen, str) else others[chosen]
                done = addition_edits.split_off(session, row, spans, into)
                self._remember(done, target, (str(chosen),))
                self._correcting.show_done(done, is_typed=isinstance(chosen, str))

        count = len(spans)
        title = "Who does this place name?" if count == 1 else f"Who do these {count} places name?"

        def told(chosen: int | str) -> str:
            to = chosen if isinstance(chosen, str) else others[chosen].result.name
            name = shortened(one_line(row.result.name))
            places, are = ("1 place", "is") if count == 1 else (f"{count} places", "are")
            return f"{places} of “{name}” → {are} “{one_line(to)}”"

        self._choosing.typed(title, options, target, take, told)

    def _ask_parts(self, row: Corrected[Entity]) -> None:
        """Which names the words of one are, and of which type."""
        target = addition_edits.about_parts(row)
        session, kept = self.surface.session(), self._correcting.kept_words(target)
        if session is None:
            return
        entity = row.result
        guessed = ", ".join(addition_edits.guessed_parts(entity.name))
        # Nothing is saved yet: what is guessed counts as typed, and can be discarded.
        fields = (("names", ""),)
        form = EditForm("Names", fields, lambda _: {}, type_rows(), entity.type.value)
        begin = kept or (guessed, entity.type.value)
        above_sheet(self.surface, target.span, SHEET + len(form.choices))

        def draft(boxes: tuple[str, ...]) -> None:
            session.unfinished.save(target, boxes)

        def close(boxes: tuple[str, ...], is_discarded: bool) -> None:
            if is_discarded:
                self._correcting.discard(target, boxes, lambda: self._ask_parts(row))
            else:
                self._split(row, boxes)
            session.unfinished.drop(target)
            if self.surface.is_attached:
                self.surface.view.uncover()

        screen = EditScreen(form, one_line(entity.name), begin, draft, close)
        self.surface.open_dialog(screen)

    def _split(self, row: Corrected[Entity], boxes: tuple[str, ...]) -> None:
        session, text = self.state.session, self.state.article.text
        if session is None:
            return
        names, kind = boxes
        parts, missing = addition_edits.parting(text, row, names)
        if missing:
            self._correcting.discard(
                addition_edits.about_parts(row), boxes, lambda: self._ask_parts(row)
            )
            splits, name = self.surface.key("row.split"), one_line(row.result.name)
            self.surface.say(f"“{missing}” does not stand in “{name}”; {splits} has what you typed")
            return
        done = addition_edits.split_words(session, row, parts, EntityType(kind))
        target = addition_edits.about_parts(row)
        self._remember(done, target, boxes)
        self._correcting.show_done(done, is_typed=True)

    def _remember(self, done: Done, target: CorrectionTarget, boxes: tuple[str, ...]) -> None:
        """Keep what was typed with the first of the new names."""
        made = (each for each in done.change.corrections if each.kind is CorrectionKind.NAME)
        if done.change.ok and (first := next(made, None)):
            self._correcting.remember_as(first, target, boxes)
