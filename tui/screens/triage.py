"""Putting right what the analysis found: hidden, edited, merged, asked; all of it undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.config import Config
from tui.documents.article import Article
from tui.paths import Paths
from tui.screens.correcting import Correcting

if TYPE_CHECKING:
    from tui.analysis.results import Entity
    from tui.corrections_rows import Row, Target
    from tui.screens.triage_edits import AnyRow, Done, Sheet


@dataclass(frozen=True, slots=True)
class Typed:
    """Words of the reader's on their way to the disk."""

    target: Target
    """What they are about."""
    boxes: tuple[str, ...]
    """What stood in the boxes they were typed into."""
    value: str
    """What is to be saved of it."""


class Triage(Correcting):
    """The commands that correct a row."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.unsaved_words: dict[str, Typed] = {}
        """What was typed and is not known to be on the disk, by correction."""
        self._discarded_words: dict[Target, tuple[str, ...]] = {}

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

    # -- hiding -----------------------------------------------------------------------

    def command_row_hide(self) -> None:
        """Hide a wrong row, or bring a hidden one back."""
        from tui.screens import triage_edits

        session = self.open_session()
        if session is None:
            return
        row, lost = self.row_of(self.key_here), self.lost_correction(self.key_here)
        if lost is not None:
            self.show_done(triage_edits.drop(session, lost), drops_row=True)
        elif row is None:
            self.say("there is no row here to hide")
        elif row.is_hidden:
            self.show_done(triage_edits.bring_back(session, row))
        else:
            self.show_done(triage_edits.hide(session, row), drops_row=True)

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
            from tui.screens import triage_edits
            from tui.screens.choice import TYPED_KEY

            session = self.open_session()
            if session is None:
                return
            typed = chosen.removeprefix(f"{TYPED_KEY} ")
            name = typed if typed != chosen else likely[int(chosen)].result.name
            done = triage_edits.set_speaker(session, quote, name)
            self._remember_words(done, quote.target, (name,))
            self.show_done(done)

        kept = self._kept_words(quote.target)
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
            from tui.screens import triage_edits

            if session := self.open_session():
                done = triage_edits.merge(session, entity, others[int(chosen)])
                self.show_done(done, drops_row=True)

        self._choose_entity(f"“{entity.result.name}” is part of", others, merge, takes_words=False)

    def _named(self) -> list[Row[Entity]]:
        """The entities that are listed, the most mentioned first."""
        rows = self.findings.rows.entities if self.findings else ()
        return [each for each in rows if not each.is_hidden]

    def _choose_entity(
        self,
        title: str,
        rows: Sequence[Row[Entity]],
        take: Callable[[str], None],
        *,
        takes_words: bool,
        begin: str = "",
    ) -> None:
        """Let the reader choose one of some entities."""
        from tui.screens.choice import ChoiceScreen, Option
        from tui.widgets.panel_rows import GLYPHS, STYLES, one_line, passage

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
        from tui.screens.triage_edits import sheet_of

        row = self._row_to_correct()
        if row is None:
            return
        if sheet := sheet_of(row):
            self._open_sheet(row.target, sheet, row)
        else:
            speaker, hide = self.key("row.speaker"), self.key("row.hide")
            self.say(f"a quote is the article's: {speaker} sets its speaker, {hide} hides it")

    def command_question_own(self) -> None:
        """Ask a question of one's own over the selection or the sentence."""
        from tui.screens.triage_edits import own_question

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

    def _open_sheet(self, target: Target, sheet: Sheet, row: AnyRow | None) -> None:
        """Open the sheet of a row or of a new question; what is typed there is never lost."""
        from tui.screens.edit import SHEET, EditScreen

        session, kept = self.session, self._kept_words(target)
        if session is None:
            return
        below = self.size.height - self.view.region.bottom
        self.view.reveal_above(target.span, max(0, SHEET + len(sheet.choices) - below))

        def draft(boxes: tuple[str, ...]) -> None:
            session.save_words(target, boxes)

        def close(boxes: tuple[str, ...], is_discarded: bool) -> None:
            if is_discarded:
                self._discard(target, boxes, sheet)
            if is_discarded or not (
                boxes != sheet.before and self._keep(target, boxes, sheet, row)
            ):
                session.drop_words(target)
            if self.is_attached:
                self.view.uncover()

        passage = self.article.text[target.span.start : target.span.end]
        self.app.push_screen(EditScreen(sheet, passage, kept or sheet.before, draft, close))

    def _discard(self, target: Target, boxes: tuple[str, ...], sheet: Sheet) -> None:
        if boxes != sheet.before:
            self._discarded_words[target] = boxes
            self.say("discarded; the same key here brings it back")

    def _keep(
        self, target: Target, boxes: tuple[str, ...], sheet: Sheet, row: AnyRow | None
    ) -> bool:
        """Put in what was typed; `False` when it changes nothing."""
        from tui.screens import triage_edits

        values = sheet.values_of(boxes)
        if self.session is None or not values:
            return False
        done = triage_edits.keep(self.session, target, values, row)
        self._remember_words(done, target, boxes)
        if self.is_attached:
            self.show_done(done)
        return done.change.ok

    # -- words that are not saved yet -------------------------------------------------

    def _remember_words(self, done: Done, target: Target, boxes: tuple[str, ...]) -> None:
        """Keep what was typed until it is known to be on the disk."""
        if not done.change.ok:
            return
        for made in done.change.corrections:
            if made.value in [" ".join(words.split()) for words in boxes]:
                self.unsaved_words[made.id] = Typed(target, boxes, made.value)

    def _kept_words(self, target: Target) -> tuple[str, ...] | None:
        """What was typed about something before and is not saved: discarded, or refused."""
        if self.session and not self.session.pending_count:
            self.words_settled()
            for ident, typed in list(self.unsaved_words.items()):
                if typed.target == target:
                    del self.unsaved_words[ident]
                    return typed.boxes
        left = self.session.unfinished.pop(target, None) if self.session else None
        return self._discarded_words.pop(target, left)

    def offer_words(self) -> None:
        """Say that something was being typed when the program stopped, and go there."""
        if self.session is None or not self.session.unfinished:
            return
        target = list(self.session.unfinished)[-1]
        self.view.cursor = target.span.start
        key = self.key(_command_of(target))
        where = f"{key} on its row" if target.type or target.name else key
        self.tell((f"what you were typing here was not finished: {where} has it",))

    @property
    def command_of_words(self) -> str:
        """The command that opens words again which are not saved."""
        target = next(iter(self.unsaved_words.values())).target
        return _command_of(target)

    def words_settled(self) -> None:
        """Let go of what is on the disk."""
        if self.session is None or self.session.pending_count:
            return
        saved = {placed.correction.id: placed.correction.value for placed in self.corrections}
        for ident, typed in list(self.unsaved_words.items()):
            if saved.get(ident) == typed.value:
                del self.unsaved_words[ident]


def _command_of(target: Target) -> str:
    """The command that types something about a result."""
    if target.subject.value == "quote":
        return "row.speaker"
    return "row.edit" if target.type or target.name else "question.own"
