"""What belongs to a highlight: tags, a note in the reader's own editor, its way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import work
from textual.app import SuspendNotSupported

from tui.desk.choosing import Choosing
from tui.documents.article import Article, Span
from tui.documents.sanitising import sanitise
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.field_message import FieldMessage
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.outside.editor import Edited
    from tui.session.reading import Mark, ReadingSession

NO_EDITOR = "no editor is set: put its command into $VISUAL or $EDITOR"
NO_FILES = "private reading writes no file, so no other program can have the note"
NO_SUSPENDING = "this terminal cannot be handed to another program"


class UnsavedTags(NamedTuple):
    """Tags on their way to the disk."""

    span: Span
    """The highlighted passage."""
    line: str
    """The tags as they were typed."""


class Annotating(Choosing):
    """Tags, the reader's own editor, and deleted highlights."""

    class DeletedRead(FieldMessage):
        """The highlights deleted in earlier readings are known."""

        reason: str
        """Why they are not; empty when they are."""

    shows_deleted: bool = False
    """Whether the panel of highlights lists the deleted ones, too."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.unsaved_tags: dict[str, UnsavedTags] = {}
        """Tags that are not known to be on the disk, by highlight."""

    # -- tags -------------------------------------------------------------------------

    def command_mark_tags(self) -> None:
        """Tag the highlight, which is made first where there is none."""
        session = self.open_session()
        if session is None:
            return
        if self.unsaved_tags and not session.pending_count:
            ident, unsaved = self.unsaved_tags.popitem()
            mark = session.mark(ident) or self.make_mark(unsaved.span, self.last_colour)
            if mark is None:
                self.unsaved_tags[ident] = unsaved
            else:
                self.edit_tags(session, mark, unsaved.line)
        elif mark := self.mark_here():
            self.edit_tags(session, mark, None)

    def edit_tags(self, session: ReadingSession, mark: Mark, typed: str | None) -> None:
        """Open the line for the tags of a highlight.

        Args:
            session: The session.
            mark: The highlight.
            typed: A line that was typed before and is not saved; `None` if nothing.
        """
        from tui.dialogs.sheet import sheet_rows
        from tui.dialogs.tag_line import TagsScreen
        from tui.search.tags import parse_tags

        ident = mark.highlight.id
        below = self.size.height - self.view.region.bottom
        self.view.reveal_above(mark.span, max(0, sheet_rows(self.size.height) - below))

        def close(line: str | None, discarded: str | None) -> None:
            if discarded is not None:
                self.say("the tags are as they were")
            if line is not None:
                # Kept until it is known to be on the disk: the words are the reader's.
                line = sanitise(line)
                self.unsaved_tags[ident] = UnsavedTags(mark.span, line)
                change = session.set_tags(ident, parse_tags(line))
                if not change.ok:
                    self.say_unsaved_tags(self.refused.get(ident, change.reason))
            if self.is_attached:
                self.view.uncover()
                self.show_marks()

        self.app.push_screen(
            TagsScreen(
                passage=self.article.text[mark.span.start : mark.span.end],
                saved=mark.highlight.tags,
                typed=typed,
                read_tags=session.library_tags,
                on_close=close,
            )
        )

    def notes_settled(self) -> None:
        """Let go of the notes and tags that are on the disk."""
        super().notes_settled()
        for ident, unsaved in list(self.unsaved_tags.items()):
            from tui.search.tags import parse_tags

            mark = self.session.mark(ident) if self.session else None
            if (
                mark
                and not mark.pending
                and set(mark.highlight.tags) == set(parse_tags(unsaved.line))
            ):
                del self.unsaved_tags[ident]

    def say_unsaved_tags(self, reason: str) -> None:
        """Say that tags could not be saved and that they are still here."""
        again = self.key("mark.tags")
        self.say(f"not saved: {reason}; your tags are kept here, {again} opens them", warning=True)

    # -- the reader's own editor ------------------------------------------------------

    def command_mark_editor(self) -> None:
        """Write the note in the reader's own editor."""
        self.starts_outside = True
        try:
            self.command_mark_note()
        finally:
            self.starts_outside = False

    def edit_outside(self, text: str) -> Edited:
        """Hand the terminal and a text to the reader's editor and wait for it."""
        from tui.outside.editor import Edited, edit_text, editor_command

        if self.private:
            return Edited(text, NO_FILES)
        command = editor_command()
        if not command:
            return Edited(text, NO_EDITOR)
        try:
            with self.app.suspend():
                return edit_text(command, text)
        except SuspendNotSupported:
            return Edited(text, NO_SUSPENDING)

    # -- deleted highlights -----------------------------------------------------------

    def command_row_hidden(self) -> None:
        """List the deleted highlights, or only those that are there; elsewhere hidden rows."""
        panel = self.focused_panel
        if panel is None or panel.id != "panel-marks":
            super().command_row_hidden()
            return
        session = self.open_session()
        if session is None:
            return
        self.shows_deleted = not self.shows_deleted
        if self.shows_deleted:
            self._read_deleted(session)
        else:
            self.show_marks()

    @work(thread=True, exit_on_error=False, group="deleted")
    def _read_deleted(self, session: ReadingSession) -> None:
        """Read what was deleted in earlier readings; runs in a thread."""
        from tui.errors import StoreError

        try:
            session.read_deleted()
        except StoreError as error:
            self.post_message(self.DeletedRead(str(error)))
        else:
            self.post_message(self.DeletedRead(""))

    def on_annotating_deleted_read(self, event: DeletedRead) -> None:
        """List them below the highlights."""
        event.stop()
        self.show_marks()
        count = len(self.session.deleted) if self.session else 0
        if event.reason:
            self.say(event.reason, warning=True)
        elif not count:
            self.say("no highlight of this article is deleted")
        else:
            back, hides = self.key("mark.delete"), self.key("row.hidden")
            self.say(f"{count} deleted; {back} on one brings it back, {hides} hides them")

    def mark_rows(self) -> tuple[ListRow, ...]:
        """The rows of the highlights; the deleted ones below them while they are wanted."""
        from tui.panels.panel_rows import deleted_rows

        rows = super().mark_rows()
        is_wanted = self.shows_deleted and self.session is not None
        return (*rows, *deleted_rows(self.session.deleted)) if is_wanted and self.session else rows

    def deleted_row(self) -> str | None:
        """The deleted highlight of the focused row; `None` on any other row."""
        from tui.panels.panel_rows import deleted_id

        panel = self.focused_panel
        row = panel.current if panel and panel.id == "panel-marks" else None
        return deleted_id(row.key) if row else None

    def command_mark_delete(self) -> None:
        """Delete the highlight; on a deleted one, bring it back."""
        ident, session = self.deleted_row(), self.open_session()
        if ident is None or session is None:
            super().command_mark_delete()
            return
        change = session.restore(ident)
        self.show_marks()
        if change.span and change.ok:
            self.go_to(change.span, record=False)
        self.say(change.description if change.ok else change.reason, warning=not change.ok)

    def command_row_why(self) -> None:
        """Say which rule put the row here; a deleted highlight says how to bring it back."""
        if self.deleted_row():
            back = self.key("mark.delete")
            self.say(f"you deleted this; {back} brings it back with its note and tags")
        else:
            super().command_row_why()
