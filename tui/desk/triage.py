"""Putting right what the analysis found: hidden, edited, merged, asked; all of it undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.desk.keeping_words import KeepingWords

if TYPE_CHECKING:
    from tui.analysis.results import Entity
    from tui.corrections.corrected import Corrected, CorrectionTarget
    from tui.desk.triage_edits import AnyRow, Sheet


class Triage(KeepingWords):
    """The commands that correct a row."""

    def _row_to_correct(self) -> AnyRow | None:
        """The row a command corrects, or `None` after saying why there is none."""
        if self.open_session() is None:
            return None
        row = self.row_of(self.key_here)
        if row is None and self.row_mark_id():
            self.say(f"a highlight is yours already: {self.key('mark.note')} writes its note")
        elif row is None:
            self.say("there is nothing here to correct")
        elif row.is_hidden:
            self.say(f"this row is hidden: {self.key('row.hide')} brings it back")
            return None
        return row

    def answer_of(self, row: AnyRow) -> str | None:
        """The answer to a question as it is shown; `None` for none."""
        return row.answer

    def answer_in_ledger(self, row: AnyRow, answer: str) -> None:
        """Give a question another answer where only the ledger has one."""

    # -- hiding -----------------------------------------------------------------------

    def command_row_hide(self) -> None:
        """Hide a wrong row, or bring a hidden one back."""
        from tui.desk import triage_edits

        session = self.open_session()
        if session is None:
            return
        row, lost = self.row_of(self.key_here), self.lost_correction(self.key_here)
        if lost is not None:
            done = triage_edits.drop(session, lost)
        elif row is None:
            self.say("there is no row here to hide")
            return
        elif row.is_hidden:
            self.show_done(triage_edits.bring_back(session, row))
            return
        else:
            done = triage_edits.hide(session, row)
        self.let_go_of(done.change)
        self.show_done(done, drops_row=True)

    def command_row_hidden(self) -> None:
        """Show or hide the hidden rows."""
        if self.findings is None:
            self.say("nothing is found yet")
            return
        rows = self.findings.rows
        hide, hidden = self.key("row.hide"), self.key("row.hidden")
        count = rows.hidden_count + len(rows.unfitting)
        if not count and not self.shows_hidden:
            self.say(f"nothing is hidden in this article: {hide} hides a wrong row")
            return
        self.shows_hidden = not self.shows_hidden
        self.correct_again()
        if self.shows_hidden:
            self.say(
                f"{count} hidden, listed dim: {hide} brings one back, {hidden} takes them off again"
            )
        else:
            self.say(f"the hidden rows are off again: {hidden} lists them")

    # -- choosing from a list ---------------------------------------------------------

    def command_row_speaker(self) -> None:
        """Set the speaker of the quote."""
        from tui.analysis.results import EntityType

        row = self._row_to_correct()
        if row is None or self.findings is None:
            return
        kind, _, number = self.key_here.partition(" ")
        if kind != "quote":
            self.say(f"only a quote has a speaker; {self.key('panel.quotes')} opens the quotes")
            return
        quote = self.findings.rows.quotes[int(number)]
        speaking = (EntityType.PERSON, EntityType.ORG)
        likely = sorted(
            (each for each in self._named() if each.result.type in speaking),
            key=lambda each: speaking.index(each.result.type),
        )

        def set_speaker(chosen: str) -> None:
            from tui.desk import triage_edits
            from tui.dialogs.choice import TYPED_KEY

            session = self.open_session()
            if session is None:
                return
            typed = chosen.removeprefix(f"{TYPED_KEY} ")
            name = typed if typed != chosen else likely[int(chosen)].result.name
            done = triage_edits.set_speaker(session, quote, name)
            self.remember_words(done, quote.target, (name,))
            self.show_done(done)

        kept = self.kept_words(quote.target)
        begin = kept[0] if kept else ""
        self._choose_entity("Who says this?", likely, set_speaker, takes_words=True, begin=begin)

    def command_row_merge(self) -> None:
        """Make the entity part of another one."""
        row = self._row_to_correct()
        if row is None or self.findings is None:
            return
        kind, _, number = self.key_here.partition(" ")
        if kind != "entity":
            self.say(f"only entities are merged; {self.key('panel.entities')} opens them")
            return
        entity = self.findings.rows.entities[int(number)]
        others = [each for each in self._named() if each is not entity]
        others.sort(key=lambda each: each.result.type is not entity.result.type)

        def merge(chosen: str) -> None:
            from tui.desk import triage_edits

            if session := self.open_session():
                done = triage_edits.merge(session, entity, others[int(chosen)])
                self.show_done(done, drops_row=True)

        self._choose_entity(f"“{entity.result.name}” is part of", others, merge, takes_words=False)

    def _named(self) -> list[Corrected[Entity]]:
        """The entities that are listed, the most mentioned first."""
        rows = self.findings.rows.entities if self.findings else ()
        return [each for each in rows if not each.is_hidden]

    def _choose_entity(
        self,
        title: str,
        rows: Sequence[Corrected[Entity]],
        take: Callable[[str], None],
        *,
        takes_words: bool,
        begin: str = "",
    ) -> None:
        """Let the reader choose one of some entities."""
        from tui.dialogs.choice import ChoiceScreen, Option
        from tui.panels.panel_rows import GLYPHS, STYLES, one_line, passage

        text = self.article.text
        options = [
            Option(
                one_line(row.result.name),
                (f"{GLYPHS[row.result.type]} ", STYLES.get(row.result.type, "figure")),
                f"{len(row.result.mentions)}",
                " ".join(dict.fromkeys(passage(text, m.span) for m in row.result.mentions)),
            )
            for row in rows
        ]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                take(answer)

        screen = ChoiceScreen(title, options, takes_words=takes_words, begin=begin)
        self.app.push_screen(screen, chosen)

    # -- editing ----------------------------------------------------------------------

    def command_row_edit(self) -> None:
        """Edit the row: an entity's name and type, a question's wording and answer."""
        from tui.desk.triage_edits import sheet_of

        row = self._row_to_correct()
        if row is None:
            return
        if sheet := sheet_of(row, self.answer_of(row)):
            self._open_sheet(row.target, sheet, row)
        else:
            speaker, hide = self.key("row.speaker"), self.key("row.hide")
            self.say(f"a quote is the article's: {speaker} sets its speaker, {hide} hides it")

    def command_question_own(self) -> None:
        """Ask a question of one's own over the selection or the sentence."""
        from tui.desk.triage_edits import own_question

        if self.open_session() is None:
            return
        span = self.selected or self.motions.sentence(self.view.cursor)
        asked = own_question(self.article, span)
        if asked is None:
            self.say("there are no words here to ask about")
            return
        self.selection_anchor = None
        self.view.selection = None
        self._open_sheet(*asked, None)

    def _open_sheet(self, target: CorrectionTarget, sheet: Sheet, row: AnyRow | None) -> None:
        """Open the sheet of a row or of a new question; what is typed there is never lost."""
        from tui.dialogs.edit import SHEET, EditScreen

        session, kept = self.session, self.kept_words(target)
        if session is None:
            return
        below = self.size.height - self.view.region.bottom
        self.view.reveal_above(target.span, max(0, SHEET + len(sheet.choices) - below))

        def draft(boxes: tuple[str, ...]) -> None:
            session.save_words(target, boxes)

        def close(boxes: tuple[str, ...], is_discarded: bool) -> None:
            if is_discarded:
                self.discard_words(target, boxes, sheet)
            if is_discarded or not (
                boxes != sheet.before and self._keep(target, boxes, sheet, row)
            ):
                session.drop_words(target)
            if self.is_attached:
                self.view.uncover()

        passage = self.article.text[target.span.start : target.span.end]
        self.app.push_screen(EditScreen(sheet, passage, kept or sheet.before, draft, close))

    def _keep(
        self, target: CorrectionTarget, boxes: tuple[str, ...], sheet: Sheet, row: AnyRow | None
    ) -> bool:
        """Put in what was typed; `False` when it changes nothing."""
        from tui.desk import triage_edits
        from tui.store.correction_rows import CorrectionKind

        values = sheet.values_of(boxes)
        if self.session is None or not values:
            return False
        is_answered = row is not None and triage_edits.is_only_for_ledger(row, values)
        if row is not None and is_answered:
            self.answer_in_ledger(row, values.pop(CorrectionKind.ANSWER) or "")
        done = triage_edits.keep(self.session, target, values, row)
        self.remember_words(done, target, boxes)
        if self.is_attached and (done.change.ok or not is_answered):
            self.show_done(done)
        return done.change.ok
