"""Whether a new article answers questions of earlier ones: asked once, told in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.errors import ClosereadError
from tui.store.sought_answers import is_first_asked, leaves_open_elsewhere

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.answerable import AnswerSearch
    from tui.session.reading import ReadingSession


class Seeking(Part):
    """Looks for the questions that the open article may answer."""

    def __init__(self, state: DeskState, surface: Surface) -> None:
        """Seek nothing yet."""
        super().__init__(state, surface)
        self._has_begun = False

    def search(self, session: ReadingSession) -> AnswerSearch | None:
        """What looks for questions; called in a thread. `None` without a library."""
        from tui.session.answerable import AnswerSearch

        state, database = self.state, self.state.database
        if database is None:
            return None
        return AnswerSearch(database, state.article, session.document_id, state.analysis)

    def seek(self) -> None:
        """Ask once all of the text is analysed, unless somebody reads in private."""
        state = self.state
        analysis = state.analysis if state.is_analysed else None
        if self._has_begun or state.private or state.session is None or analysis is None:
            return
        # In another language nothing is known of what it says.
        if analysis.is_read:
            self._has_begun = True
            self.surface.in_thread(self._seek, "seeking")

    def _seek(self) -> None:
        state, session = self.state, self.state.session
        if state.database is None or session is None or state.database.damage is not None:
            return
        try:
            if not session.write(lambda c: is_first_asked(c, session.document_id)):
                return
            if not state.database.read(lambda c: leaves_open_elsewhere(c, session.document_id)):
                return
            search = self.search(session)
            count = len(search.by_article()) if search is not None else 0
        except ClosereadError:
            return  # The next write says what is wrong with the library.
        if count:
            self.surface.in_loop(self._tell, count)

    def _tell(self, count: int) -> None:
        questions = "a question" if count == 1 else f"{count} questions"
        lists = self.surface.key("answer.find")
        self.surface.notify((f"this may answer {questions} you left open: {lists} lists them",))
