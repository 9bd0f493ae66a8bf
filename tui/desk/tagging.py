"""Tags of highlights."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.refused_words import refused_sentence
from tui.desk.targets import About
from tui.desk.unsaved import Unsaved, Words
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
        """Tag the highlight, which the first tag makes where there is none."""
        session = self.surface.session()
        if session is None:
            return
        refused = None if session.pending_count else self.state.unsaved.take_last(Words.TAGS)
        if refused is not None:
            about = self._marking.about(session, refused.ident, refused.parts)
            if about is None:
                self.state.unsaved.keep(refused)
            else:
                self._edit(session, about, refused.text)
        elif about := self._marking.about_here():
            self._edit(session, about, session.tag_drafts.left.get(about.highlight.id))

    def tag_listed(self, highlight_id: str, then: Callable[[], None]) -> None:
        """Tag a highlight that was chosen in a list.

        Args:
            highlight_id: The highlight.
            then: Called when the line is closed.
        """
        session = self.surface.session()
        about = self._marking.about(session, highlight_id, ()) if session else None
        if session and about:
            self._edit(session, about, session.tag_drafts.left.get(highlight_id), then)

    def offer_draft(self) -> bool:
        """Open the first line of tags whose typing was cut off; whether there is one."""
        session = self.state.session
        if session is None:
            return False
        left = session.tag_drafts.left
        mark = next((each for each in self.state.marks if each.highlight.id in left), None)
        if mark is not None:
            self.surface.view.cursor = mark.span.start
            about = About.mark(mark, self.state.article.readable)
            self._edit(session, about, left[mark.highlight.id])
        return mark is not None

    def _edit(
        self,
        session: ReadingSession,
        about: About,
        typed: str | None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Open the line for the tags of a highlight.

        Args:
            session: The session.
            about: The highlight.
            typed: A line that was typed before and is not saved; `None` if nothing.
            then: Called when the line is closed.
        """
        self._marking.show(about)
        given_up = self.state.unsaved.take_discarded((Words.TAGS, about.key))

        def keep_draft(line: str) -> None:
            if parse_tags(line) or not about.is_new:
                self._marking.keep(session, about)
                session.tag_drafts.save(about.highlight.id, line)

        def close(line: str | None, discarded: str | None) -> None:
            said = self._save(session, about, sanitise(line or ""), is_changed=line is not None)
            if discarded is not None:
                said = self._discard(session, about, discarded)
            self._marking.show_written(said)
            then()

        self.surface.open_dialog(
            TagsScreen(
                passage=about.words,
                saved=about.highlight.tags,
                typed=given_up[0] if given_up else typed,
                read_tags=session.library_tags,
                on_draft=keep_draft,
                on_close=close,
            )
        )

    def _discard(self, session: ReadingSession, about: About, line: str) -> str:
        """Keep what was thrown away until it is asked for; what to say of it."""

        def again() -> None:
            self._edit(session, about, None)

        key = (Words.TAGS, about.key)
        self.state.unsaved.discard(key, (line,), session.operations, again)
        back, undoes = self.surface.key("mark.tags"), self.surface.key("change.undo")
        return f"the tags are as they were; {undoes} or {back} brings back what you typed"

    def _save(self, session: ReadingSession, about: About, line: str, *, is_changed: bool) -> str:
        """Save tags, or let their highlight be where there are none; what to say of it."""
        ident, unsaved = about.highlight.id, self.state.unsaved
        if not is_changed:
            if session.mark(ident) is not None or not about.is_new:
                session.tag_drafts.drop(ident)
            self._marking.let_go(session, about)
            return "no tag typed, nothing highlighted" if about.is_new else ""
        self._marking.keep(session, about)
        # Kept until it is known to be on the disk: the words are the reader's.
        words = Unsaved(Words.TAGS, ident, line, about.parts)
        unsaved.keep(words)
        change = session.set_tags(ident, parse_tags(line), about.highlight.tags)
        if not change.ok:
            reason = unsaved.refused.get(ident, change.reason)
            said = refused_sentence(words, reason, self.surface.key)
            self.surface.say(said, warning=True)
            return ""
        return f"the tags are saved; {self.surface.key('change.undo')} takes them back"
