"""The lists of questions, articles and highlights, and where their rows lead."""

from __future__ import annotations

from os.path import expanduser
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.desk.surface import Occasion, look_up
from tui.documents.article import Span
from tui.documents.source import Source
from tui.ledger import Order, located
from tui.library import HighlightRecord, Library
from tui.store.ledger_questions import HIGHLIGHT_LINK

if TYPE_CHECKING:
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.copying import Copying
    from tui.desk.finders import Finders
    from tui.desk.ledger_link import LedgerLink
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.desk.tagging import Tagging
    from tui.desk.undoing import Undoing
    from tui.dialogs.decisions import DecisionSettled
    from tui.dialogs.destination import Destination
    from tui.dialogs.library_figures import Lead
    from tui.store.anchors import Anchor

_NO_QUESTIONS = "No questions yet: they enter the ledger when an article is analysed."
_NOT_KEPT = (
    'This article is kept with its first highlight (keep = "marked"); then its questions are.'
)


class Shelves(Part):
    """The commands of the group Library."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        finders: Finders,
        copying: Copying,
        ledger_link: LedgerLink,
        changed_marks: ChangedMarks,
        tagging: Tagging,
        undoing: Undoing,
    ) -> None:
        """Open lists."""
        super().__init__(state, surface)
        self._finders = finders
        self._copying = copying
        self._ledger_link = ledger_link
        self._changed_marks = changed_marks
        self._tagging = tagging
        self._undoing = undoing
        self._ledger_order = Order.ARTICLE

    # -- the ledger -------------------------------------------------------------------

    def ledger_article(self) -> None:
        """The questions of this article."""
        if session := self.surface.session():
            nothing = _NOT_KEPT if self.state.waits_for_first_mark else _NO_QUESTIONS
            if self.state.is_analysed and not self.state.waits_for_first_mark:
                nothing = "This article leaves nothing open."
            self._open_ledger(session.document_id, nothing)

    def ledger_library(self) -> None:
        """The questions of all articles."""
        if self.surface.session():
            self._open_ledger(None, _NO_QUESTIONS)

    def _open_ledger(self, document_id: str | None, nothing: str, query: str = "") -> None:
        from tui.dialogs.ledger_list import LedgerScreen

        def report(news: DecisionSettled) -> None:
            self.surface.in_loop(self._ledger_link.take_news, news)

        if self.state.database is not None:
            screen = LedgerScreen(
                self.state.database,
                document_id=document_id,
                order=self._ledger_order,
                keep_order=self._keep_ledger_order,
                nothing=nothing,
                unsaved=self.state.unsaved.answers,
                tell=report,
                copy=lambda text: self._copying.copy(text, "question"),
                keymap=self.state.keymap,
            )
            screen.first_filter = query
            self.surface.open_dialog(screen, self.go_to_destination)

    def _keep_ledger_order(self, order: Order) -> None:
        """Remember by what the reader sorts the questions."""
        self._ledger_order = order

    # -- going ------------------------------------------------------------------------

    def go_to_destination(self, wanted: Destination | None) -> None:
        """Go where a row of a list leads; nowhere for `None`."""
        session = self.state.session
        if wanted is None:
            return
        if wanted.link:
            self._follow(wanted.link)
        elif session and wanted.document_id == session.document_id:
            self.show_anchor(wanted.anchor)
        else:
            self.surface.post(ArticleRequested(wanted.source, Arrival(anchor=wanted.anchor)))

    def show_anchor(self, anchor: Anchor | None) -> None:
        """Go to a passage, wherever it stands in the text as it is now."""
        state = self.state
        session, database, article = state.session, state.database, state.article
        if anchor is None:
            return
        if anchor.revision == article.text_hash:
            self._finders.go_to(Span(anchor.start, anchor.end))
        elif session is not None and database is not None:

            def look() -> Span | None:
                return located(database, article, session.document_id, anchor)

            look_up(self.surface, look, self._go_if_found, "locate", exclusive=True)

    def _go_if_found(self, span: Span | None) -> None:
        if span is None:
            self.surface.say("these words have no certain place in the text as it is now")
        else:
            self._finders.go_to(span)

    def _follow(self, link: str) -> None:
        """Go where an answer stands."""
        if link.startswith(HIGHLIGHT_LINK):
            self._go_to_answer(link.removeprefix(HIGHLIGHT_LINK))
        elif "://" in link:
            self.surface.say(f"the answer stands at {link}")
        else:
            self._open_named(link)

    def _go_to_answer(self, highlight_id: str) -> None:
        """Go to the highlight that answers a question, in whatever article."""
        if (database := self.state.database) is None:
            return

        def look() -> HighlightRecord | None:
            return Library(database).highlight(highlight_id)

        def found(record: HighlightRecord | None) -> None:
            if record is None:
                self.surface.say("the highlight that answers it was deleted")
            else:
                self._finders.go_to_highlight((record.document.address, highlight_id))

        look_up(self.surface, look, found, "locate", exclusive=True)

    def _open_named(self, source: str | None) -> None:
        if source is None:
            return
        name = Source.parse(expanduser(source)).identity
        if name == self.state.article.source:
            self.surface.say("it is the open article")
        else:
            self.surface.post(ArticleRequested(name, Arrival()))

    # -- the library ------------------------------------------------------------------

    def library_open(self) -> None:
        """All articles."""
        from tui.dialogs.library_list import LibraryScreen

        if self.surface.session() is None or self.state.database is None:
            return
        screen = LibraryScreen(
            self.state.database,
            open_ids=self._open_ids(),
            came_back=self._draw_what_came_back,
            room=self.state.config.backup_room,
            cache=None if self.state.private else self.state.paths.cache,
            keymap=self.state.keymap,
        )
        self.surface.open_dialog(screen, self.go_to_destination)

    def _open_ids(self) -> frozenset[str]:
        """The documents whose articles are open, on this desk or below it."""
        return frozenset(session.document_id for session in self._finders.open_sessions())

    def _draw_what_came_back(self, document_id: str) -> None:
        """An open article may have been joined by what was put back."""
        for session in self._finders.open_sessions():
            if session.document_id == document_id:
                session.follow(anew=True)

    def article_open(self) -> None:
        """Open an article of the library, a sample or a file."""
        from tui.dialogs.open_article import OpenScreen

        if self.surface.session() and self.state.database:
            self.surface.open_dialog(OpenScreen(self.state.database), self._open_named)

    def library_marks(self) -> None:
        """The highlights of this article, whole."""
        from tui.dialogs.marks_editing import DeskWays
        from tui.dialogs.marks_list import MarksScreen

        if session := self.surface.session():
            desk = DeskWays(self._tagging.tag_listed, self._draw_marks, self._undoing.swung)
            screen = MarksScreen(session, desk, self.state.keymap)
            self.surface.open_dialog(screen, self._go_to_mark)

    def _draw_marks(self) -> None:
        if self.surface.is_attached:
            self.surface.react(Occasion.MARKS_CHANGED)

    def _go_to_mark(self, highlight_id: str | None) -> None:
        session = self.state.session
        mark = session.mark(highlight_id) if session and highlight_id else None
        if mark is not None:
            self._finders.go_to(mark.span)
        elif highlight_id:
            self._changed_marks.show_old_text(highlight_id)

    def library_statistics(self) -> None:
        """The library in figures."""
        from tui.dialogs.library_figures import StatisticsScreen

        if self.surface.session() and self.state.database:
            self.surface.open_dialog(StatisticsScreen(self.state.database), self._follow_figure)

    def _follow_figure(self, lead: Lead | None) -> None:
        """List what a figure counts."""
        from tui.dialogs.library_figures import Shelf

        if lead is None:
            return
        if lead.shelf is Shelf.ARTICLES:
            self.library_open()
        elif lead.shelf is Shelf.HIGHLIGHTS:
            self._finders.search_library(lead.query)
        else:
            self._open_ledger(None, _NO_QUESTIONS, lead.query)
