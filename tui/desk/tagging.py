"""Tags of highlights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.refused_words import refused_sentence
from tui.desk.surface import Occasion, above_sheet
from tui.desk.targets import About
from tui.desk.unsaved import Unsaved, Words
from tui.dialogs.sheet import sheet_rows
from tui.dialogs.tag_line import TagsScreen
from tui.documents.sanitising import sanitise
from tui.search.tags import parse_tags

if TYPE_CHECKING:
    from tui.desk.marking import Marking
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.reading import ReadingSession


class Tagging(Part):
    """The command that tags."""

    def __init__(self, state: DeskState, surface: Surface, marking: Marking) -> None:
        """Tag highlights."""
        super().__init__(state, surface)
        self._marking = marking

    def mark_tags(self) -> None:
        """Tag the highlight, which is made first where there is none."""
        session = self.surface.session()
        if session is None:
            return
        refused = None if session.pending_count else self.state.unsaved.take_last(Words.TAGS)
        if refused is not None:
            about = self._marking.about(session, refused.ident, refused.span)
            if about is None:
                self.state.unsaved.keep(refused)
            else:
                self._edit(session, about, refused.text)
        elif about := self._marking.about_here():
            self._edit(session, about, session.tag_drafts.left.get(about.highlight.id))

    def offer_draft(self) -> bool:
        """Open the first line of tags whose typing was cut off; whether there is one."""
        session = self.state.session
        if session is None:
            return False
        left = session.tag_drafts.left
        mark = next((each for each in self.state.marks if each.highlight.id in left), None)
        if mark is not None:
            self.surface.view.cursor = mark.span.start
            about = About.mark(mark, self.state.article.text)
            self._edit(session, about, left[mark.highlight.id])
        return mark is not None

    def _edit(self, session: ReadingSession, about: About, typed: str | None) -> None:
        """Open the line for the tags of a highlight.

        Args:
            session: The session.
            about: The highlight.
            typed: A line that was typed before and is not saved; `None` if nothing.
        """
        ident = about.highlight.id
        if about.span is not None:
            above_sheet(self.surface, about.span, sheet_rows(self.surface.height))

        def close(line: str | None, discarded: str | None) -> None:
            if discarded is not None:
                self.surface.say("the tags are as they were")
            if line is None:
                session.tag_drafts.drop(ident)
            else:
                self._save(session, about, sanitise(line))
            if self.surface.is_attached:
                self.surface.view.uncover()
                self.surface.react(Occasion.MARKS_CHANGED)

        self.surface.open_dialog(
            TagsScreen(
                passage=about.words,
                saved=about.highlight.tags,
                typed=typed,
                read_tags=session.library_tags,
                on_draft=lambda line: session.tag_drafts.save(ident, line),
                on_close=close,
            )
        )

    def _save(self, session: ReadingSession, about: About, line: str) -> None:
        ident, unsaved = about.highlight.id, self.state.unsaved
        # Kept until it is known to be on the disk: the words are the reader's.
        words = Unsaved(Words.TAGS, ident, line, about.span)
        unsaved.keep(words)
        change = session.set_tags(ident, parse_tags(line), about.highlight.tags)
        if not change.ok:
            reason = unsaved.refused.get(ident, change.reason)
            said = refused_sentence(words, reason, self.surface.key)
            self.surface.say(said, warning=True)
