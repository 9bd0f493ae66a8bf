"""Notes of highlights, in the sheet or in the reader's own editor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.desk.part import Part
from tui.desk.unsaved import Unsaved, Words
from tui.dialogs.note import NoteScreen
from tui.documents.sanitising import sanitise
from tui.outside.editor import Edited, edit_text, editor_command

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import About
    from tui.desk.writing_about import WritingAbout
    from tui.session.reading import ReadingSession

NO_EDITOR = "no editor is set or found: put its command into $VISUAL or $EDITOR"
NO_FILES = "private reading writes no file, so no other program can have the note"
NO_SUSPENDING = "this terminal cannot be handed to another program"


class Notes(Part):
    """The commands that write a note."""

    def __init__(self, state: DeskState, surface: Surface, writing_about: WritingAbout) -> None:
        """Write notes."""
        super().__init__(state, surface)
        self._writing = writing_about

    def mark_note(self) -> None:
        """Write a note on the highlight, which its first words make where there is none."""
        self._write(starts_outside=False)

    def mark_editor(self) -> None:
        """Write the note in the reader's own editor."""
        self._write(starts_outside=True)

    def _write(self, *, starts_outside: bool) -> None:
        session = self.surface.session()
        if session is None:
            return
        begun = self._writing.begun(session, Words.NOTE, session.drafts.left)
        if begun is not None:
            self._edit(session, *begun, starts_outside=starts_outside)

    def offer_draft(self) -> bool:
        """Open the first note whose writing was cut off; whether there is one."""
        session = self.state.session
        if session is None:
            return False
        left = self._writing.left_over(session.drafts.left)
        if left is not None:
            self._edit(session, *left)
        return left is not None

    def _edit(
        self,
        session: ReadingSession,
        about: About,
        draft: str | None,
        *,
        starts_outside: bool = False,
    ) -> None:
        """Open the note editor.

        Args:
            session: The session.
            about: The highlight.
            draft: What was typed before and is not saved; `None` if nothing.
            starts_outside: Whether the note goes to the reader's own editor at once.
        """
        self._writing.show(about)
        discarded = self.state.unsaved.take_discarded((Words.NOTE, about.key))

        def keep_draft(text: str) -> None:
            if text.strip() or not about.is_new:
                self._writing.keep(session, about)
                session.drafts.save(about.highlight.id, text)

        self.surface.open_dialog(
            NoteScreen(
                passage=about.words,
                saved=about.highlight.note,
                draft=discarded[0] if discarded else draft,
                on_draft=keep_draft,
                on_close=partial(self._close, session, about),
                edit_outside=lambda text: self._edit_outside(text, keep_draft),
                starts_outside=starts_outside,
            )
        )

    def _close(
        self, session: ReadingSession, about: About, text: str, thrown_away: str | None
    ) -> None:
        said = self._save(session, about, text)
        if thrown_away is not None:
            said = self._discard(session, about, thrown_away)
        self._writing.show_written(said)

    def _discard(self, session: ReadingSession, about: About, text: str) -> str:
        """Keep what was thrown away until it is asked for; what to say of it."""

        def again() -> None:
            self._edit(session, about, None)

        key = (Words.NOTE, about.key)
        self.state.unsaved.discard(key, (text,), session.operations, again)
        back, undoes = self.surface.key("mark.note"), self.surface.key("change.undo")
        return f"the changes are discarded; {undoes} or {back} brings them back"

    def _save(self, session: ReadingSession, about: About, text: str) -> str:
        """Save a note, or let its highlight be where there is none; what to say of it."""
        ident, begun = about.highlight.id, about.highlight.note
        # As the library keeps it: only so can it be known to be there.
        note = sanitise(text).strip()
        if note == begun:
            if session.mark(ident) is not None or not about.is_new:
                session.drafts.drop(ident)
            self._writing.let_go(session, about)
            return "nothing written, nothing highlighted" if about.is_new else ""
        words = Unsaved(Words.NOTE, ident, note, about.parts)
        put = partial(session.set_note, ident, note, begun)
        if not self._writing.save(session, about, words, put):
            return ""
        what = "the note is saved" if note else "the note is taken away"
        return f"{what}; {self.surface.key('change.undo')} takes it back"

    def _edit_outside(self, text: str, keep_draft: Callable[[str], None]) -> Edited:
        """Hand the terminal and a note to the reader's editor and wait for it."""
        if self.state.private:
            return Edited(text, NO_FILES)
        command = editor_command()
        if not command:
            return Edited(text, NO_EDITOR)
        try:
            with self.surface.app.suspend():
                return edit_text(command, text, keep_draft)
        except SuspendNotSupported:
            return Edited(text, NO_SUSPENDING)
