"""Finding: `/` in the text, and the finder over the article and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, getters, work
from textual.containers import Horizontal
from textual.widgets import Static

from tui.desk.outward import Outward
from tui.documents.article import Article, Span
from tui.settings.colours import COLOURS
from tui.settings.config import Config
from tui.settings.paths import Paths

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.widgets import Input

    from tui.dialogs.finder_scopes import Goal, Scope
    from tui.search.find import Finder
    from tui.search.find_regex import RegexFinder

    AnyFinder = Finder | RegexFinder

MOST_MATCHES = 5000
"""Matches painted and counted; beyond that the count says "5000+"."""


class Finding(Outward):
    """The commands of the group Find."""

    find_row = getters.query_one("#find-row", Horizontal)
    find_count = getters.query_one("#find-count", Static)

    find_history: list[str]
    """Patterns the reader has searched for, the latest last; one list for the program's run."""
    finder: AnyFinder | None = None
    """The pattern in force; `None` before the first `/`."""
    _found: tuple[Span, ...] = ()
    _find_from: int = 0
    _find_kept: tuple[AnyFinder | None, tuple[Span, ...]] = (None, ())
    """What was in force before the find bar was opened; Esc goes back to it."""
    _is_regex: bool = False
    _asked: str = ""
    """The pattern whose hits are looked for or shown."""
    _recalled: int = 0
    """How many patterns back in the history the reader is; 0 at what is typed now."""
    _typed: str = ""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.find_history = []

    @property
    def find_bar(self) -> Input:
        """The box for the pattern; its module is not needed for the first paint."""
        from textual.widgets import Input

        return self.query_one("#find-bar", Input)

    def make_find_row(self) -> Horizontal:
        """The row that takes the place of the status row while the reader types a pattern."""
        from tui.widgets.boxes import LineBox

        return Horizontal(
            Static("/", id="find-sign", markup=False),
            LineBox(self.find_takes_first, id="find-bar"),
            Static("", id="find-count", markup=False),
            id="find-row",
        )

    def command_find_open(self) -> None:
        """Open the find bar in place of the status row."""
        self.leave_panel(stay=True)
        self._find_from = self.view.cursor
        self._find_kept = (self.finder, self._found)
        self._recalled = 0
        self.find_row.display = True
        self.status.display = False
        self._show_find_sign()
        self.find_bar.value = ""
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.find_bar)

    @property
    def is_finding(self) -> bool:
        """Whether the reader is typing a pattern."""
        return self.focused is not None and self.focused.id == "find-bar"

    def _show_find_sign(self) -> None:
        self.query_one("#find-sign", Static).update("/.*" if self._is_regex else "/")
        other = "plain words" if self._is_regex else "regular expression"
        self.find_bar.placeholder = f"Enter goes · ↑ earlier patterns · ctrl+s {other} · Esc back"

    def _make_finder(self, pattern: str) -> AnyFinder | None:
        """The finder of a pattern; `None` for an empty one.

        Raises:
            PatternError: It is no regular expression.
        """
        from tui.search.find import Finder
        from tui.search.find_regex import RegexFinder

        if not pattern.strip():
            return None
        return RegexFinder(pattern) if self._is_regex else Finder(pattern)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the matches while the reader types; the first one below is brought into view."""
        if event.input is self.find_bar and self.is_finding:
            self._look_for(event.value)

    def _look_for(self, pattern: str) -> None:
        from tui.search.find_regex import PatternError

        self._asked = pattern
        self.workers.cancel_group(self, "find")
        try:
            finder = self._make_finder(pattern)
        except PatternError as error:
            self._show_found(pattern, None, (), None)
            self.find_count.update(str(error))
            return
        if finder is None:
            self._show_found(pattern, None, (), None)
            self.find_count.update("")
        else:
            self.find_count.update("…")
            self._search_text(pattern, finder, self._find_from)

    @work(thread=True, exclusive=True, exit_on_error=False, group="find")
    def _search_text(self, pattern: str, finder: AnyFinder, start: int) -> None:
        """Look for a pattern; in a thread, for a book has many pages."""
        from tui.search.find_regex import PatternError

        text = self.article.text
        try:
            match = finder.next(text, start)
            found = tuple(finder.all(text, MOST_MATCHES)) if match else ()
        except PatternError as error:
            self.app.call_from_thread(self._show_found, pattern, None, (), None, str(error))
        else:
            self.app.call_from_thread(self._show_found, pattern, finder, found, match)

    def _show_found(
        self,
        pattern: str,
        finder: AnyFinder | None,
        found: tuple[Span, ...],
        match: Span | None,
        trouble: str = "",
    ) -> None:
        """Show the hits of the pattern that is in the box; those of another come too late."""
        if pattern != self._asked or not self.is_attached:
            return
        self._take_up(finder, found)
        if self.is_finding:
            self._show_match(match)
            self.find_count.update(trouble or self._count(match))

    def _take_up(self, finder: AnyFinder | None, found: tuple[Span, ...]) -> None:
        self.finder, self._found = finder, found
        self.view.paint("match", found)

    def _count(self, match: Span | None) -> str:
        if not self._found:
            return "no match"
        more = "+" if len(self._found) >= MOST_MATCHES else ""
        number = self._found.index(match) + 1 if match in self._found else "?"
        return f"{number} of {len(self._found)}{more}"

    def _show_match(self, match: Span | None) -> None:
        self.view.paint("match-current", [match] if match else [])
        place = match.start if match else self._find_from
        if self.view.cursor != place:
            self.move_cursor(place)

    def submit_find(self) -> None:
        """Enter stays at the match; with nothing typed it repeats the last pattern."""
        pattern = self.find_bar.value
        self.close_find()
        if not pattern.strip():
            self._take_up(*self._find_kept)
            self._next_match(forward=True)
            return
        if pattern in self.find_history:
            self.find_history.remove(pattern)
        self.find_history.append(pattern)
        self._go_to_first(pattern)

    def _go_to_first(self, pattern: str) -> None:
        from tui.search.find_regex import PatternError

        try:
            # The hits may still be looked for; the first one is near as a rule.
            finder = self._make_finder(pattern)
            match = finder.next(self.article.text, self._find_from) if finder else None
        except PatternError as error:
            self._take_up(*self._find_kept)
            self._show_match(None)
            self.say(f"“{pattern}”: {error}")
            return
        if self.finder is None or self.finder.pattern != pattern:
            self.finder = finder
            self._look_for(pattern)
        self._show_match(match)
        if match is None:
            self.say(f"“{pattern}” is not in this text")
        elif match.start != self._find_from:
            self.view.cursor = self._find_from
            self.record_jump()
            self.move_cursor(match.start)

    def find_takes_first(self, event: events.Key) -> bool:
        """Take a key before the find bar; when that has been left, the desk takes it."""
        if not self.is_finding:
            self.post_message(event.copy())
            return True
        return not event.is_printable and self.on_find_key(event)

    def on_find_key(self, event: events.Key) -> bool:
        """Enter stays at the match, Esc goes back to where the search began.

        A letter only gets here when it was typed before the find bar had the focus.
        """
        if event.is_printable and event.character:
            self.find_bar.insert_text_at_cursor(event.character)
        elif event.key == "enter":
            self.submit_find()
        elif event.key in ("up", "ctrl+p"):
            self._recall(1)
        elif event.key in ("down", "ctrl+n"):
            self._recall(-1)
        elif event.key == "ctrl+s":
            self._is_regex = not self._is_regex
            self._show_find_sign()
            self._look_for(self.find_bar.value)
        elif event.key in ("escape", "ctrl+c"):
            self._leave_find()
        else:
            return False
        return True

    def _recall(self, by: int) -> None:
        """Put an earlier or later pattern of the history into the box."""
        if self._recalled == 0:
            self._typed = self.find_bar.value
        self._recalled = max(0, min(self._recalled + by, len(self.find_history)))
        pattern = self.find_history[-self._recalled] if self._recalled else self._typed
        self.find_bar.value = pattern
        self.find_bar.cursor_position = len(pattern)

    def _leave_find(self) -> None:
        """Back to where the search began, with the pattern that was in force before."""
        self._asked = ""
        self._show_match(None)
        self._take_up(*self._find_kept)
        self.close_find()

    def close_find(self) -> None:
        """Put the status row back."""
        self.find_row.display = False
        self.status.display = True
        self.set_focus(self.view)
        self.update_status()

    def drop_matches(self) -> bool:
        """Take the matches off the text; `False` when there were none. `n` finds on."""
        if not self._found:
            return False
        self._asked = ""
        self._found = ()
        self.view.paint("match", [])
        self.view.paint("match-current", [])
        self.update_status()
        return True

    def _next_match(self, *, forward: bool) -> None:
        if self.finder is None:
            self.say(f"nothing was searched yet: {self.key('find.open')} finds words in the text")
            return
        text, here = self.article.text, self.view.cursor
        match = self.finder.next(text, here + 1) if forward else self.finder.previous(text, here)
        if match is None:
            self.say("no match in this text")
            return
        if not self._found:
            self._take_up(self.finder, tuple(self.finder.all(text, MOST_MATCHES)))
        wrapped = match.start <= here if forward else match.start >= here
        self.move_cursor(match.start)
        self.view.paint("match-current", [match])
        self.view.reveal(match.start, end=match.end)
        self.say(self._count(match) + (", from the other end" if wrapped else ""))

    def command_find_next(self) -> None:
        """Go to the next match."""
        self._next_match(forward=True)

    def command_find_previous(self) -> None:
        """Go to the match before."""
        self._next_match(forward=False)

    # -- the finder -------------------------------------------------------------------

    def command_finder_article(self) -> None:
        """Search text, entities, quotes, questions and highlights of this article."""
        self._open_finder(self._article_scope(), self._library_scope)

    def command_finder_library(self) -> None:
        """Search every highlight of the library."""
        if self.open_session() and (scope := self._library_scope()):
            self._open_finder(scope, self._article_scope)

    def _open_finder(self, scope: Scope, other: Callable[[], Scope | None]) -> None:
        from tui.dialogs.finder import FinderScreen

        self.app.push_screen(FinderScreen(scope, other, self._copy), self._go_to_goal)

    def _article_scope(self) -> Scope:
        from tui.dialogs.finder_scopes import ArticleScope

        names, settled = self._colour_names(), self.settled_questions()
        return ArticleScope(self.article, self.analysis, self.marks, names, settled)

    def settled_questions(self) -> dict[Span, str]:
        """By their evidence the questions that are no longer open, and what became of them."""
        return {}

    def _library_scope(self) -> Scope | None:
        from tui.dialogs.finder_scopes import LibraryScope

        return LibraryScope(self.database, self._colour_names()) if self.database else None

    def _colour_names(self) -> dict[str, str]:
        """The colours by the names the reader has given them."""
        return {self.config.colours.of(colour): colour for colour in COLOURS}

    def _go_to_goal(self, goal: Goal | None) -> None:
        if isinstance(goal, Span):
            self._go_to_hit(goal)
        else:
            self._go_to_highlight(goal)

    def _go_to_hit(self, span: Span) -> None:
        self.leave_panel(stay=True)
        self.drop_selection()
        self.set_focus(self.view)
        self.go_to(span)

    def _go_to_highlight(self, found: tuple[str, str] | None) -> None:
        if found is None:
            return
        source, highlight_id = found
        here = [mark for mark in self.marks if mark.highlight.id == highlight_id]
        if here:
            self._go_to_hit(here[0].span)
        elif not source:
            self.say("another article has taken this one's place; closeread export prints it")
        else:
            self.post_message(self.ArticleRequested(source, highlight_id))
