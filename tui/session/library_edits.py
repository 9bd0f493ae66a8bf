"""Deleting, tagging and recolouring highlights of any article, open or not.

Each change is an operation of its own article and in the undo log of that one; what is done to
the article of the desk goes through its session, so that `u` there takes it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.session.highlight_edits import of_highlight
from tui.store.both_kept import tags_of_both
from tui.store.changes import Changes, Settled
from tui.store.line_drafts import Line, delete_line, write_line

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.session.reading import Change, ReadingSession
    from tui.settings.colours import Colour
    from tui.store.database import Database
    from tui.store.highlight_rows import Highlight

_Edit = Callable[["Highlight"], "Highlight | None"]


class LibraryEdits:
    """What a reader does to highlights that a search of the library has found."""

    def __init__(
        self,
        database: Database,
        sessions: Callable[[], Sequence[ReadingSession]],
        on_saved: Callable[[str], None],
    ) -> None:
        """Change highlights.

        Args:
            database: The open library.
            sessions: The articles that are open, that of the desk first.
            on_saved: Called on the writer thread when a change is on the disk, with the reason
                why not all of it is; empty when it is.
        """
        self._database = database
        self._sessions = sessions
        self._on_saved = on_saved
        self._refused = ""
        self._undo: list[list[Callable[[], object]]] = []

    def delete(self, marks: Iterable[Highlight]) -> None:
        """Remove highlights with their notes and tags."""
        self._do("delete", marks, lambda _: None, lambda session, mark: session.delete(mark.id))

    def recolour(self, marks: Iterable[Highlight], colour: Colour) -> None:
        """Give highlights another colour."""
        self._do(
            "recolour",
            marks,
            lambda mark: replace(mark, colour=colour),
            lambda session, mark: session.recolour(mark.id, colour),
        )

    def tag(self, mark: Highlight, tags: Sequence[str]) -> None:
        """Give a highlight these tags and no others that the reader saw."""
        self._do(
            "tags",
            [mark],
            lambda held: replace(held, tags=tags_of_both(mark.tags, {*tags}, held.tags)),
            lambda session, _: session.set_tags(mark.id, tuple(tags), mark.tags),
        )
        self.drop_draft(mark)

    def add_tags(self, marks: Iterable[Highlight], tags: Sequence[str]) -> None:
        """Give highlights these tags beside those they have."""
        self._do(
            "tags",
            marks,
            lambda held: replace(held, tags=tuple(sorted({*held.tags, *tags}))),
            lambda session, mark: session.set_tags(mark.id, (*mark.tags, *tags), mark.tags),
        )

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take the last change back, if there is one."""
        for step in reversed(self._undo.pop() if self._undo else []):
            step()
        self._tell_when_saved()

    def keep_draft(self, mark: Highlight, line: str) -> None:
        """Keep a line of tags that is being typed; offered when its article is next opened."""
        self._database.submit(lambda c: write_line(c, Line.TAGS, mark.id, line))

    def drop_draft(self, mark: Highlight) -> None:
        """Forget such a line."""
        self._database.submit(lambda c: delete_line(c, Line.TAGS, mark.id))

    def _do(
        self,
        command: str,
        marks: Iterable[Highlight],
        edit: _Edit,
        here: Callable[[ReadingSession, Highlight], Change],
    ) -> None:
        sessions = self._sessions()
        steps: list[Callable[[], object]] = []
        for mark in marks:
            session = sessions[0] if sessions else None
            if session and mark.document_id == session.document_id:
                if here(session, mark).ok:
                    steps.append(session.undo)
                continue
            changes = Changes(self._database, mark.document_id, [mark], ((), ()), self._settled)
            if changes.do(command, {mark.id: of_highlight(edit)}).reason is None:
                steps.append(changes.undo)
        self._undo.append(steps)
        self._tell_when_saved()

    def _settled(self, settled: Settled) -> None:
        if settled.error is not None:
            self._refused = str(settled.error)

    def _tell_when_saved(self) -> None:
        """Behind all changes on their way: articles below the desk follow, then it is told."""

        def nothing(_: Connection) -> None:
            return None

        def tell(_: Future[None]) -> None:
            refused, self._refused = self._refused, ""
            for session in self._sessions()[1:]:
                session.follow(anew=True)
            self._on_saved(refused)

        self._database.submit(nothing, tell)
