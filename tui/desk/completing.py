"""What the analysis missed, added from what is selected: a quote, a name, a part of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.results import EntityType
from tui.corrections.applying import quote_on
from tui.corrections.corrected import CorrectionTarget
from tui.corrections.own_names import is_naming
from tui.desk import addition_edits, triage_edits
from tui.desk.part import Part
from tui.dialogs.choice import ChoiceScreen, Option
from tui.documents.folding import fold_words
from tui.page.passage_edges import trimmed
from tui.panels.row_text import GLYPHS, STYLES, one_line, passage, shortened
from tui.store.correction_rows import Subject

if TYPE_CHECKING:
    from tui.analysis.results import Entity, Quote
    from tui.corrections.corrected import Corrected
    from tui.desk.choosing import Choosing
    from tui.desk.correcting import Correcting
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import Targets
    from tui.documents.article import Span

NEW_NAMES = {
    EntityType.PERSON: "a person",
    EntityType.ORG: "an organisation",
    EntityType.PLACE: "a place",
    EntityType.GROUP: "a group",
    EntityType.EVENT: "an event",
    EntityType.LAW: "a law",
    EntityType.WORK: "a work",
    EntityType.PRODUCT: "a product",
}
"""What a new name can be."""


class Completing(Part):
    """The commands that add to what was found."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        targets: Targets,
        moving: Moving,
        correcting: Correcting,
        choosing: Choosing,
    ) -> None:
        """Add what is missing."""
        super().__init__(state, surface)
        self._targets = targets
        self._moving = moving
        self._correcting = correcting
        self._choosing = choosing

    def works(self, command_id: str) -> bool:
        """Something is selected."""
        return self._targets.selected is not None

    def _selected(self) -> Span | None:
        """The words that are selected, with edges that read whole; says so where none are."""
        text, selected = self.state.article.text, self._targets.selected
        if selected is None:
            return None
        span = trimmed(text, selected)
        if not any(map(str.isalnum, text[span.start : span.end])):
            self.surface.say("there are no words in what is selected")
            return None
        return span

    # -- a quote ----------------------------------------------------------------------

    def quote_add(self) -> None:
        """Make what is selected a quote, or say who says the one that is selected."""
        if self.surface.session() is None or (span := self._selected()) is None:
            return
        rows = self.state.findings.results.quotes if self.state.findings else ()
        row = quote_on(rows, span)
        target = row.target if row else CorrectionTarget(Subject.QUOTE, span)

        def take(name: str) -> None:
            self._add_quote(target, row, name)

        # Without a selection the next key can take a discarding back.
        self._choosing.speaker(target, take, self._moving.drop_selection)

    def _add_quote(self, target: CorrectionTarget, row: Corrected[Quote] | None, name: str) -> None:
        session = self.surface.session()
        if session is None:
            return
        self._moving.drop_selection()
        if row is None:
            done = addition_edits.add_quote(session, target, name)
        else:
            done = triage_edits.set_speaker(session, row, name)
        self._correcting.remember(done, target, (name,))
        if not done.change.ok:
            session.unfinished.drop(target)
        self._correcting.show_done(done, is_typed=True)

    # -- a name -----------------------------------------------------------------------

    def name_add(self) -> None:
        """Make what is selected a name, or a place of a name that is there."""
        if self.surface.session() is None or (selected := self._selected()) is None:
            return
        article = self.state.article
        span = addition_edits.without_possessive(article.text, selected)
        words = passage(article.readable, span)
        is_name = is_naming(words)
        cast = _likeliest_first(self._choosing.cast(with_amounts=False), words)
        new = [Option(said, (f"{GLYPHS[kind]} ", STYLES[kind]), "new name")
               for kind, said in NEW_NAMES.items()]  # fmt: skip
        known = [self._choosing.option(row, "part of " if is_name else "") for row in cast]
        answers: list[EntityType | Corrected[Entity]] = [*NEW_NAMES, *cast]
        options = [*new, *known]
        if not is_name:
            # "He" means somebody who is named, "the agency" mostly.
            answers, options = [*cast, *NEW_NAMES], [*known, *new]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._add_name(span, words, answers[int(answer)])

        short = shortened(words)

        def told(answer: int | str) -> str:
            what = answers[int(answer)]
            if isinstance(what, EntityType):
                return f"“{short}” → becomes a name of its own: {NEW_NAMES[what]}"
            does = "becomes part of" if is_name else "means"
            return f"“{short}” → {does} “{one_line(what.result.name)}”"

        title = f"“{short}” {'is' if is_name else 'means'}"
        self.surface.open_dialog(ChoiceScreen(title, options, told=told), chosen)

    def _add_name(self, span: Span, words: str, what: EntityType | Corrected[Entity]) -> None:
        session, findings = self.surface.session(), self.state.findings
        if session is None:
            return
        self._moving.drop_selection()
        results = findings.results if findings else None
        if isinstance(what, EntityType):
            done = addition_edits.add_name(session, results, span, what, words)
        else:
            done = addition_edits.add_place(session, results, span, what, words)
        self._correcting.show_done(done)


def _likeliest_first(cast: list[Corrected[Entity]], words: str) -> list[Corrected[Entity]]:
    """First those of whose name the words hold one."""
    typed = {word.text for word in fold_words(words)}

    def shares_none(row: Corrected[Entity]) -> bool:
        return typed.isdisjoint(word.text for word in fold_words(row.result.name))

    return sorted(cast, key=shares_none)
