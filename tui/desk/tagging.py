"""Tags of highlights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.unsaved import Unsaved, Words
from tui.dialogs.tag_line import TagsScreen
from tui.documents.sanitising import sanitise
from tui.search.tags import parse_tags

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.targets import About
    from tui.desk.writing_about import WritingAbout
    from tui.session.reading import ReadingSession


class Tagging(Part):
    """The command that tags."""

    def __init__(self, state: DeskState, surface: Surface, writing_about: WritingAbout) -> None:
        """Tag highlights."""
        super().__init__(state, surface)
        self._writing = writing_about

    def mark_tags(self) -> None:
        """Tag the highlight, which the first tag makes where there is none."""
        session = self.surface.session()
        if session is None:
            return
        begun = self._writing.begun(session, Words.TAGS, session.tag_drafts.left)
        if begun is not None:
            self._edit(session, *begun)

    def tag_listed(self, highlight_id: str, then: Callable[[], None]) -> None:
        """Tag a highlight that was chosen in a list.

        Args:
            highlight_id: The highlight.
            then: Called when the line is closed.
        """
        session = self.surface.session()
        about = self._writing.about(session, highlight_id, ()) if session else None
        if session and about:
            self._edit(session, about, session.tag_drafts.left.get(highlight_id), then)

    def offer_draft(self) -> bool:
        """Open the first line of tags whose typing was cut off; whether there is one."""
        session = self.state.session
        if session is None:
            return False
        left = self._writing.left_over(session.tag_drafts.left)
        if left is not None:
            self._edit(session, *left)
        return left is not None

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
        self._writing.show(about)
        given_up = self.state.unsaved.take_discarded((Words.TAGS, about.key))

        def keep_draft(line: str) -> None:
            if parse_tags(line) or not about.is_new:
                self._writing.keep(session, about)
                session.tag_drafts.save(about.highlight.id, line)

        def close(line: str | None, discarded: str | None) -> None:
            said = self._save(session, about, sanitise(line or ""), is_changed=line is not None)
            if discarded is not None:
                said = self._discard(session, about, discarded)
            self._writing.show_written(said)
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
        ident = about.highlight.id
        if not is_changed:
            if session.mark(ident) is not None or not about.is_new:
                session.tag_drafts.drop(ident)
            self._writing.let_go(session, about)
            return "no tag typed, nothing highlighted" if about.is_new else ""
        words = Unsaved(Words.TAGS, ident, line, about.parts)
        put = partial(session.set_tags, ident, parse_tags(line), about.highlight.tags)
        if not self._writing.save(session, about, words, put):
            return ""
        return f"the tags are saved; {self.surface.key('change.undo')} takes them back"
