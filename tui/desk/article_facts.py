"""What the article says about itself, put right by the reader: title, author, publication, day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.corrections.corrected import CorrectionTarget, PlacedCorrection
from tui.corrections.stated_facts import corrections_of_facts, facts_of, stated
from tui.desk.part import Part
from tui.desk.triage_edits import Done
from tui.documents.article import Span
from tui.documents.dates import parse_date
from tui.store.correction_rows import FACTS, CorrectionKind, Subject

if TYPE_CHECKING:
    from tui.desk.analysing import Analysing
    from tui.desk.correcting import Correcting
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.triage_edits import Values
    from tui.dialogs.edit import EditForm
    from tui.store.correction_rows import Correction

_LABELS = dict(zip(FACTS, ("title", "author", "publication", "date", "address"), strict=True))
"""What each box is called."""
_AROUND = 80
"""Code points that a draft of the facts is found again by."""


class ArticleFacts(Part):
    """The command that edits the facts, and what follows from them."""

    def __init__(
        self, state: DeskState, surface: Surface, correcting: Correcting, analysing: Analysing
    ) -> None:
        """Know the facts."""
        super().__init__(state, surface)
        self._correcting = correcting
        self._analysing = analysing
        self._looked_at: Sequence[PlacedCorrection] = ()
        self._applied: tuple[Correction, ...] = ()

    def apply(self) -> None:
        """Show the article with the facts that the reader has put right by now."""
        state = self.state
        placed = state.corrections
        if placed is self._looked_at:
            return
        self._looked_at = placed
        made = corrections_of_facts(placed)
        if made == self._applied:
            return
        self._applied = made
        before, state.article = state.article, stated(state.loaded, made)
        self.surface.show_title()
        if before.published != state.article.published:
            # What "Monday" or "last year" means hangs on the day.
            self._analysing.start(force=state.is_analysed)

    # -- editing ----------------------------------------------------------------------

    def facts_edit(self) -> None:
        """Edit title, author, publication, day and address."""
        from tui.dialogs.edit import EditForm, EditScreen

        session, target = self.surface.session(), self._target()
        if session is None:
            return
        shown = facts_of(self.state.article)
        fields = tuple((_LABELS[fact], shown[fact]) for fact in FACTS)
        sheet = EditForm("What the article says about itself", fields, self._values_of)
        kept = self._correcting.kept_words(target)

        def draft(boxes: tuple[str, ...]) -> None:
            session.unfinished.save(target, boxes)

        def close(boxes: tuple[str, ...], is_discarded: bool) -> None:
            if is_discarded:
                self._correcting.discard(target, boxes, self.facts_edit)
            if is_discarded or boxes == sheet.before or not self._keep(target, boxes, sheet):
                session.unfinished.drop(target)

        words = self.state.loaded.title
        self.surface.open_dialog(EditScreen(sheet, words, kept or sheet.before, draft, close))

    def _target(self) -> CorrectionTarget:
        """What drafts hang on: the facts themselves have no place in the text."""
        text = self.state.loaded.text
        return CorrectionTarget(Subject.ARTICLE, Span(0, min(len(text), _AROUND)))

    def _values_of(self, typed: tuple[str, ...]) -> Values:
        """What is typed otherwise than shown; what the text says itself takes a fact back."""
        given, shown = facts_of(self.state.loaded), facts_of(self.state.article)
        values: Values = {}
        for fact, words in zip(FACTS, map(_one_line, typed), strict=True):
            if words == shown[fact]:
                continue
            if fact is CorrectionKind.PUBLISHED and words:
                day = parse_date(words)
                if day is None:
                    continue
                words = day.isoformat()
            is_given = words == given[fact] or (fact is CorrectionKind.TITLE and not words)
            values[fact] = None if is_given else words
        return values

    def _keep(self, target: CorrectionTarget, boxes: tuple[str, ...], sheet: EditForm) -> bool:
        """Put in what was typed; `False` when it changes nothing."""
        session, values = self.state.session, sheet.values_of(boxes)
        if session is None:
            return False
        change = session.corrections.make(
            "facts", target, values, corrections_of_facts(self.state.corrections)
        )
        done = Done(change, "the facts are changed", target)
        self._correcting.remember(done, target, tuple(filter(None, values.values())))
        if self.surface.is_attached:
            self.apply()
            self._correcting.show_done(done)
        if day := _unread_day(boxes):
            self.state.unsaved.discard(target, boxes, session.operations, self.facts_edit)
            again = self.surface.key("facts.edit")
            said = f"“{day}” is not a day of the calendar, such as 2024-05-14"
            self.surface.say(f"{said}; {again} has what you typed", warning=True)
        return change.ok


def _unread_day(boxes: tuple[str, ...]) -> str:
    """What stands in the place of a day and is none; empty where it is a day or nothing."""
    words = _one_line(boxes[FACTS.index(CorrectionKind.PUBLISHED)])
    return words if words and parse_date(words) is None else ""


def _one_line(words: str) -> str:
    return " ".join(words.split())
