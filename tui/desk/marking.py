"""Selecting, highlighting, noting, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.desk.triage import Triage
from tui.documents.article import Article, Span
from tui.documents.sanitising import sanitise
from tui.keys.commands import Mode
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.store.colours import Colour

if TYPE_CHECKING:
    from tui.outside.editor import Edited
    from tui.session.reading import Change, Mark, ReadingSession


NO_PLACE = "this row has no place in the text"
"""Said of a row that nothing can be marked for."""


class UnsavedNote(NamedTuple):
    """A note on its way to the disk."""

    span: Span
    """The highlighted passage."""
    text: str
    """The note."""


class Marking(Triage):
    """The commands of the groups Select and Mark."""

    just_made: str | None = None
    """The id of the highlight the last key made: `h` again widens it."""
    last_colour: Colour = Colour.YELLOW
    """The colour of the next highlight."""
    starts_outside: bool = False
    """Whether the note that is opened goes to the reader's own editor at once."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.unsaved_notes: dict[str, UnsavedNote] = {}
        """Notes that are not known to be on the disk, by highlight."""
        self._discarded_notes: dict[str, str] = {}
        self.refused: dict[str | None, str] = {}
        """The first reason why something was refused since anything was saved, by highlight or
        correction; `None` for what belongs to neither."""

    # -- selecting --------------------------------------------------------------------

    def command_select_start(self) -> None:
        """Begin a selection at the cursor."""
        self.selection_anchor = self.view.cursor
        self.extend_selection()

    def command_select_sentence(self) -> None:
        """Select the sentence; again, the next one as well."""
        if self.selection_anchor is None:
            sentence = self.motions.sentence(self.view.cursor)
            self.selection_anchor = sentence.start
            self.view.cursor = max(sentence.start, sentence.end - 1)
        else:
            self.view.cursor = self.motions.sentence_end(self.view.cursor)
        self.extend_selection()

    def command_select_swap(self) -> None:
        """Go to the other end of the selection."""
        if self.selection_anchor is not None:
            self.selection_anchor, self.view.cursor = self.view.cursor, self.selection_anchor
            self.extend_selection()

    def drop_selection(self) -> bool:
        """End select mode; `False` when there was no selection."""
        if self.selection_anchor is None:
            return False
        self.selection_anchor = None
        self.view.selection = None
        self.update_status()
        return True

    # -- marking ----------------------------------------------------------------------

    def command_mark_make(self) -> None:
        """Highlight the selection, the row's passage, or what is under the cursor."""
        session = self.open_session()
        if session is None:
            return
        span = self.selected or self.row_span()
        if span is not None:
            self.make_mark(span, self.last_colour)
        elif self.is_on_row:
            self.say(NO_PLACE)
        elif made := self._widening(session):
            self._widen(session, made)
        elif self.marks_at(self.view.cursor):
            deletes, notes = self.key("mark.delete"), self.key("mark.note")
            recolours = self.key("colour.yellow").split(" ")[0]
            self.say(
                f"highlighted already: {deletes} deletes it, {recolours} recolours it, "
                f"{notes} writes a note"
            )
        else:
            self.make_mark(self.natural_spans(self.view.cursor)[0], self.last_colour)

    def natural_spans(self, offset: int) -> list[Span]:
        """What `h` may mean at an offset: the shortest quote or evidence there, else the sentence.

        Behind it come the passages that `h` again widens it to.
        """
        here = [span for span in self._found_spans() if span.contains(offset)]
        first = min(here, key=lambda s: s.end - s.start, default=self.motions.sentence(offset))
        return [first, *self._wider_spans(first)]

    def _found_spans(self) -> list[Span]:
        """What the analysis found that is worth a highlight of its own."""
        if self.analysis is None:
            return []
        found = [question.evidence for question in self.analysis.questions]
        return found + [part for quote in self.analysis.quotes for part in quote.content]

    def _wider_spans(self, span: Span) -> list[Span]:
        """Quotes and evidence around a passage, its sentences, its paragraphs; each one wider."""
        ends = (self.motions.sentence(span.start), self.motions.sentence(span.end - 1))
        top, bottom = (self.article.blocks[self.paragraph_of(end.start) - 1] for end in ends)
        around = [Span(ends[0].start, ends[1].end), Span(top.start, bottom.end)]
        wider: list[Span] = []
        for each in sorted([*self._found_spans(), *around], key=lambda s: s.end - s.start):
            inner = wider[-1] if wider else span
            if each != inner and each.start <= inner.start and each.end >= inner.end:
                wider.append(each)
        return wider

    def _widening(self, session: ReadingSession) -> Mark | None:
        for mark in session.marks:
            if mark.highlight.id == self.just_made and mark.span.contains(self.view.cursor):
                return mark
        return None

    def _widen(self, session: ReadingSession, mark: Mark) -> None:
        wider = self._wider_spans(mark.span)
        if not wider:
            self.say("this is the whole paragraph")
            return
        session.set_span(mark.highlight.id, wider[0])
        self.show_marks()
        self.say("widened")

    def make_mark(self, span: Span, colour: Colour) -> Mark | None:
        """Highlight a passage; it is drawn at once and saved in the background."""
        session = self.open_session()
        if session is None:
            return None
        text = self.article.text[span.start : span.end]
        span = Span(
            span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip())
        )
        if span.end <= span.start:
            self.say("there is nothing here to highlight")
            return None
        mark = session.highlight(span, colour, speaker=self.speaker_at(span))
        self.last_colour = colour
        self.just_made = mark.highlight.id
        self.drop_selection()
        if self.mode is not Mode.PANEL and not span.contains(self.view.cursor):
            self.view.cursor = span.start
        self.show_marks()
        self.clear_message()
        return mark

    def mark_labelled(self, span: Span) -> None:
        """Highlight a passage that was chosen by its label, in the last colour."""
        self.make_mark(span, self.last_colour)

    def speaker_at(self, span: Span) -> str | None:
        """Who says the words of a passage, if the analysis knows the whole text."""
        findings = self.findings
        if findings is None or not findings.is_whole:
            return None
        keys = {
            key
            for place in findings.places.touching(span.start, span.end)
            for key in findings.row_keys[place]
            if key.startswith("quote ")
        }
        numbers = sorted(int(key.partition(" ")[2]) for key in keys)
        names = (findings.analysis.quotes[number].speaker_name for number in numbers)
        return next(filter(None, names), None)

    def _make_coloured(self, colour: Colour) -> None:
        if self.selected:
            self.make_mark(self.selected, colour)

    def command_mark_yellow(self) -> None:
        """Highlight the selection in yellow."""
        self._make_coloured(Colour.YELLOW)

    def command_mark_green(self) -> None:
        """Highlight the selection in green."""
        self._make_coloured(Colour.GREEN)

    def command_mark_blue(self) -> None:
        """Highlight the selection in blue."""
        self._make_coloured(Colour.BLUE)

    def command_mark_pink(self) -> None:
        """Highlight the selection in pink."""
        self._make_coloured(Colour.PINK)

    # -- changing a highlight ---------------------------------------------------------

    def target(self) -> Mark | None:
        """The highlight a command is about: the row's, else the shortest under the cursor."""
        row_id = self.row_mark_id()
        if row_id:
            return next((mark for mark in self.marks if mark.highlight.id == row_id), None)
        span = self.row_span()
        if span is None and self.is_on_row:
            return None
        offset = span.start if span else self.view.cursor
        return next(iter(self.marks_at(offset)), None)

    def _recolour(self, colour: Colour) -> None:
        session, mark = self.open_session(), self.target()
        if session is None:
            return
        self.last_colour = colour
        if mark is None:
            self.say(f"no highlight here; the next one will be {self.config.colours.of(colour)}")
            return
        session.recolour(mark.highlight.id, colour)
        self.show_marks()

    def command_colour_yellow(self) -> None:
        """Colour the highlight yellow."""
        self._recolour(Colour.YELLOW)

    def command_colour_green(self) -> None:
        """Colour the highlight green."""
        self._recolour(Colour.GREEN)

    def command_colour_blue(self) -> None:
        """Colour the highlight blue."""
        self._recolour(Colour.BLUE)

    def command_colour_pink(self) -> None:
        """Colour the highlight pink."""
        self._recolour(Colour.PINK)

    def command_mark_delete(self) -> None:
        """Delete the highlight; `u` brings it back."""
        session = self.open_session()
        if session is None:
            return
        mark, row_id = self.target(), self.row_mark_id()
        highlight_id = mark.highlight.id if mark else row_id
        if highlight_id is None:
            self.say("no highlight here")
            return
        session.delete(highlight_id)
        self.show_marks()
        self.say(f"highlight deleted; {self.key('change.undo')} brings it back")

    def command_row_hide(self) -> None:
        """Hide the row; a highlight is deleted."""
        if self.focused_panel and self.focused_panel.id == "panel-marks":
            self.command_mark_delete()
        else:
            super().command_row_hide()

    # -- notes ------------------------------------------------------------------------

    def mark_here(self) -> Mark | None:
        """The highlight a note or tags are for; it is made first where there is none."""
        mark = None if self.selected else self.target()
        if mark is not None:
            return mark
        passage = self.selected or self.row_span()
        if passage is None and self.is_on_row:
            self.say(NO_PLACE)
            return None
        return self.make_mark(passage or self.natural_spans(self.view.cursor)[0], self.last_colour)

    def command_mark_note(self) -> None:
        """Write a note on the highlight, which is made first where there is none."""
        session = self.open_session()
        if session is None:
            return
        if self.unsaved_notes and not session.pending_count:
            self._take_up_unsaved(session)
        elif mark := self.mark_here():
            draft = session.drafts.get(mark.highlight.id)
            self.edit_note(mark, draft.text if draft else None)

    def _take_up_unsaved(self, session: ReadingSession) -> None:
        """Open a note that the disk refused, on its highlight or on one made anew."""
        ident, note = self.unsaved_notes.popitem()
        mark = session.mark(ident) or self.make_mark(note.span, self.last_colour)
        if mark is None:
            self.unsaved_notes[ident] = note
        else:
            self.edit_note(mark, note.text)

    def edit_note(self, mark: Mark, draft: str | None) -> None:
        """Open the note editor.

        Args:
            mark: The highlight.
            draft: What was typed before and is not saved; `None` if nothing.
        """
        from tui.dialogs.note import NoteScreen
        from tui.dialogs.sheet import sheet_rows

        session, ident = self.session, mark.highlight.id
        if session is None:
            return
        # Above the sheet, which covers the lower rows of the text.
        below = self.size.height - self.view.region.bottom
        self.view.reveal_above(mark.span, max(0, sheet_rows(self.size.height) - below))
        discarded = self._discarded_notes.pop(ident, None)

        def close(text: str, discarded: str | None) -> None:
            if discarded is not None:
                self._discarded_notes[ident] = discarded
                self.say(f"the changes are discarded; {self.key('mark.note')} brings them back")
            # As the library keeps it: only so can it be known to be there.
            note = sanitise(text).strip()
            if note == mark.highlight.note:
                session.drop_draft(ident)
            else:
                # Kept until it is known to be on the disk: the words are the reader's.
                self.unsaved_notes[ident] = UnsavedNote(mark.span, note)
                change = session.set_note(ident, note)
                if not change.ok:
                    self.say_unsaved(self.refused.get(ident, change.reason))
            if self.is_attached:
                self.view.uncover()
                self.show_marks()

        self.app.push_screen(
            NoteScreen(
                passage=self.article.text[mark.span.start : mark.span.end],
                saved=mark.highlight.note,
                draft=draft if discarded is None else discarded,
                on_draft=lambda text: session.save_draft(ident, text),
                on_close=close,
                edit_outside=self.edit_outside,
                starts_outside=self.starts_outside,
            )
        )

    def edit_outside(self, text: str) -> Edited:
        """Hand a text to the reader's editor; what came out, and why not where nothing did."""
        raise NotImplementedError

    def notes_settled(self) -> None:
        """Let go of the notes that are on the disk."""
        for ident, note in list(self.unsaved_notes.items()):
            mark = self.session.mark(ident) if self.session else None
            if mark and not mark.pending and mark.highlight.note == note.text:
                del self.unsaved_notes[ident]

    def say_unsaved(self, reason: str) -> None:
        """Say that a note could not be saved and that its words are still here."""
        again = self.key("mark.note")
        self.say(
            f"not saved: {reason}; your note is kept here, {again} opens it again", warning=True
        )

    # -- undo -------------------------------------------------------------------------

    def command_change_undo(self) -> None:
        """Take the last change back and show where it was."""
        if session := self.open_session():
            self._show_change(session.undo(), "nothing to undo")

    def command_change_redo(self) -> None:
        """Make the change again."""
        if session := self.open_session():
            self._show_change(session.redo(), "nothing to redo")

    def _show_change(self, change: Change | None, nothing: str) -> None:
        if change is None:
            self.say(nothing)
            return
        if not change.ok:
            self.say(change.reason, warning=True)
            return
        self.show_marks()
        self.show_changed(change)
        if change.span:
            self.go_to(change.span)
        self.say(change.description)
