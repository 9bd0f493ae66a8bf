"""The finder over the article and over the library, and going to what it found."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.requests import ArticleRequested
from tui.desk.state import Arrival
from tui.desk.surface import Occasion
from tui.documents.article import Span
from tui.search.searchable import LostMark, SearchableMark
from tui.settings.colours import Colour

if TYPE_CHECKING:
    from tui.desk.changed_marks import ChangedMarks
    from tui.desk.column import Column
    from tui.desk.copying import Copying
    from tui.desk.find_bar import FindBar
    from tui.desk.jumping import Jumping
    from tui.desk.ledger_link import LedgerLink
    from tui.desk.moving import Moving
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.dialogs.finder_scopes import Goal, Scope
    from tui.session.reading import ReadingSession
    from tui.store.database import Database


class Finders(Part):
    """The commands that open the finder."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        column: Column,
        moving: Moving,
        jumping: Jumping,
        copying: Copying,
        ledger_link: LedgerLink,
        changed_marks: ChangedMarks,
        find_bar: FindBar,
    ) -> None:
        """Find."""
        super().__init__(state, surface)
        self._column = column
        self._moving = moving
        self._jumping = jumping
        self._copying = copying
        self._ledger_link = ledger_link
        self._changed_marks = changed_marks
        self._find_bar = find_bar

    def finder_article(self) -> None:
        """Search text, entities, quotes, questions and highlights of this article.

        What `/` has just looked for in vain is typed already.
        """
        self._open(self._article_scope(), self._library_scope, self._find_bar.missed)

    def finder_library(self) -> None:
        """Search every highlight of the library."""
        self.search_library("")

    def search_library(self, query: str) -> None:
        """Search every highlight with some words typed already."""
        if self.surface.session() and (scope := self._library_scope()):
            self._open(scope, self._article_scope, query)

    def _open(self, scope: Scope, other: Callable[[], Scope | None], typed: str = "") -> None:
        from tui.dialogs.finder import FinderScreen

        copy, config = self._copying.copy, self.state.config
        finder = FinderScreen(scope, other, copy, typed, config.citation, self, config.exports)
        self.surface.open_dialog(finder, self._go_to_goal)

    @property
    def database(self) -> Database | None:
        """The library, once it is open."""
        return self.state.database

    def draw_marks(self) -> None:
        """Draw the highlights of this desk anew."""
        if self.surface.is_attached:
            self.surface.react(Occasion.MARKS_CHANGED)

    def open_sessions(self) -> list[ReadingSession]:
        """The articles that are open, that of this desk first."""
        from tui.desk.screen import ReaderScreen

        desks = [desk for desk in self.surface.screens() if isinstance(desk, ReaderScreen)]
        sessions = [desk.state.session for desk in reversed(desks) if desk.state.session]
        return sorted(sessions, key=lambda session: session is not self.state.session)

    def _article_scope(self) -> Scope:
        from tui.dialogs.finder_scopes import ArticleScope

        state, settled = self.state, self._ledger_link.settled_questions()
        names = self._colour_names()
        end = len(state.article.text)
        orphans = state.session.orphans if state.session else ()
        marks: list[SearchableMark] = [*state.marks]
        marks += [LostMark(orphan, (Span(end, end),)) for orphan in orphans]
        return ArticleScope(state.article, state.analysis, marks, names, settled)

    def _library_scope(self) -> Scope | None:
        from tui.dialogs.finder_scopes import LibraryScope

        database = self.state.database
        return LibraryScope(database, self._colour_names()) if database else None

    def _colour_names(self) -> dict[str, str]:
        """The colours by the names the reader has given them."""
        return {self.state.config.colours.of(colour): colour.value for colour in Colour}

    # -- going there ------------------------------------------------------------------

    def _go_to_goal(self, goal: Goal | None) -> None:
        if isinstance(goal, Span):
            self.go_to(goal)
        elif goal is not None:
            self.go_to_highlight(goal)

    def go_to(self, span: Span) -> None:
        """Go to a passage of the text, out of panel and selection."""
        self._column.leave(stay=True)
        self._moving.drop_selection()
        self.surface.set_focus(self.surface.view)
        self._jumping.go_to(span)
        if findings := self.state.findings:
            self._column.unfold(findings.row_keys.get(span, frozenset()))

    def go_to_highlight(self, found: tuple[str, str]) -> None:
        """Go to a highlight of any article.

        Args:
            found: The source of its article, and its id.
        """
        source, highlight_id = found
        here = [mark for mark in self.state.marks if mark.highlight.id == highlight_id]
        orphans = self.state.session.orphans if self.state.session else ()
        if here:
            self.go_to(here[0].span)
        elif any(orphan.id == highlight_id for orphan in orphans):
            self._changed_marks.show_old_text(highlight_id)
        else:
            self.surface.post(ArticleRequested(source, Arrival(highlight_id)))
