"""What changed in the source: told once on opening, listed on request, read beside the old text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.desk.surface import look_up
from tui.dialogs.passages import PassagesScreen, Shown
from tui.documents.source import Source, SourceKind
from tui.errors import ClosereadError
from tui.panels.row_text import spoken_date
from tui.store.changed_words import changed_words
from tui.store.clock import local_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.source_change import SourceChange
    from tui.store.revisions import Revision


class SourceChanges(Part):
    """The commands for what the source said before."""

    def __init__(self, state: DeskState, surface: Surface, moving: Moving) -> None:
        """Compare on request."""
        super().__init__(state, surface)
        self._moving = moving

    def works(self, command_id: str) -> bool:
        """It showed another text before."""
        session = self.state.session
        return session is not None and session.history.earlier is not None

    def tell(self) -> None:
        """Say in one line that the source says something else than when it was last read."""
        session = self.state.session
        earlier = session.history.earlier if session else None
        if earlier is None or earlier.is_same_source:
            return
        if earlier.is_read_otherwise:
            # A newer reader gives another text of the same page: only comparing tells.
            self.surface.in_thread(lambda: self._tell_if_changed(earlier.revision), "revisions")
        else:
            self._announce(earlier.revision)

    def _announce(self, revision: Revision) -> None:
        since = spoken_date(local_day(revision.last_seen))
        shows = self.surface.key("revision.compare")
        self.surface.notify((f"the source has changed since {since}: {shows} shows what",))

    def _tell_if_changed(self, revision: Revision) -> None:
        """Say so if the source itself has changed, as far as that is known; runs in a thread."""
        from tui.session.source_change import source_change

        state = self.state
        if state.database is None or state.session is None:
            return
        try:
            change = source_change(state.database, state.session, revision)
        except ClosereadError:
            return  # Whoever asks what changed is told what is wrong.
        if change is not None and change.passages and not change.caveat:
            self.surface.in_loop(self._announce, revision)

    def revision_compare(self) -> None:
        """List what changed since the text that was shown before."""
        self._with_texts(self._compare_with_last)

    def revision_list(self) -> None:
        """List the older texts."""
        self._with_texts(self._list)

    def _with_texts(self, then: Callable[[tuple[Revision, ...]], None]) -> None:
        session, database = self.surface.session(), self.state.database
        if session is None or database is None:
            return

        def look() -> tuple[Revision, ...]:
            from tui.session.source_change import older_texts

            return older_texts(database, session)

        def found(revisions: tuple[Revision, ...]) -> None:
            if revisions:
                then(revisions)
            else:
                self.surface.say("this is the only text of the article that the library has")

        look_up(self.surface, look, found, "revisions", exclusive=True)

    def _compare_with_last(self, revisions: tuple[Revision, ...]) -> None:
        self._compare(revisions[0])

    # -- comparing --------------------------------------------------------------------

    def _compare(self, revision: Revision) -> None:
        session, database = self.state.session, self.state.database
        if session is None or database is None:
            return

        def look() -> SourceChange | None:
            from tui.session.source_change import source_change

            return source_change(database, session, revision)

        def found(change: SourceChange | None) -> None:
            if change is None:
                self.surface.say("that text is not kept any more", warning=True)
            else:
                self._show(change)

        self.surface.say("comparing with the older text…")
        look_up(self.surface, look, found, "revisions", exclusive=True)

    def _show(self, change: SourceChange, begin: str = "") -> None:
        from tui.dialogs.source_changes_list import ANSWER, OLDER, SourceChangesScreen

        def answered(wanted: str | None) -> None:
            if wanted == OLDER:
                self.revision_list()
            elif wanted is not None and wanted.startswith(ANSWER):
                self._moving.go_to(change.answers[int(wanted.removeprefix(ANSWER))][1])
            elif wanted is not None:
                self._show_passage(change, wanted)

        self.surface.clear_message()
        self.surface.open_dialog(SourceChangesScreen(change, begin), answered)

    def _show_passage(self, change: SourceChange, key: str) -> None:
        """Old and new words beside one another; Enter goes there, Esc back to the list."""
        passage = change.passages[int(key)]
        differing = changed_words(passage.old, passage.new)
        since = spoken_date(local_day(change.revision.last_seen))
        shown = []
        if passage.old:
            shown.append(Shown(f"as it stood on {since}", "", passage.old, "", differing.old))
        if passage.new:
            shown.append(Shown("as it stands now", "", passage.new, "", differing.new))

        def closed(goes: bool | None) -> None:
            if goes:
                self._moving.go_to(passage.change.new)
            else:
                self._show(change, key)

        accepts = "goes there" if passage.new else ""
        title = f"A paragraph that was {passage.change.kind}"
        self.surface.open_dialog(PassagesScreen(title, shown, accepts), closed)

    # -- older texts ------------------------------------------------------------------

    def _list(self, revisions: tuple[Revision, ...]) -> None:
        from tui.dialogs.source_changes_list import OlderTextsScreen

        def answered(wanted: str | None) -> None:
            if wanted is None:
                return
            if wanted.startswith("read "):
                self._read(wanted.removeprefix("read "))
            else:
                self._compare(next(each for each in revisions if each.hash == wanted))

        self.surface.open_dialog(OlderTextsScreen(revisions), answered)

    def _read(self, text_hash: str) -> None:
        """Open an older text over this one, as it was."""
        session = self.state.session
        if session is not None:
            name = f"{session.document_id}@{text_hash}"
            source = Source(SourceKind.KEPT, name).identity
            self.surface.post(ArticleRequested(source, Arrival()))
