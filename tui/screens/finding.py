"""Finding: `/` in the text, and the finder over the article and the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, getters
from textual.containers import Horizontal
from textual.widgets import Static

from tui.documents.article import Span
from tui.screens.outward import Outward

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.search.find import Finder

MOST_MATCHES = 5000
"""Matches painted and counted; beyond that the count says "5000+"."""


class Finding(Outward):
    """The commands of the group Find."""

    find_row = getters.query_one("#find-row", Horizontal)
    find_count = getters.query_one("#find-count", Static)

    finder: Finder | None = None
    """The pattern in force; `None` before the first `/`."""
    _found: tuple[Span, ...] = ()
    _find_from: int = 0

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
        self.find_row.display = True
        self.status.display = False
        self.find_bar.value = ""
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.find_bar)

    @property
    def is_finding(self) -> bool:
        """Whether the reader is typing a pattern."""
        return self.focused is not None and self.focused.id == "find-bar"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the matches while the reader types; the first one below is brought into view."""
        if event.input is not self.find_bar or not self.is_finding:
            return
        self._find(event.value)
        match = self.finder.next(self.article.text, self._find_from) if self.finder else None
        self._show_match(match)
        self.find_count.update(self._count(match) if event.value else "")

    def _find(self, pattern: str) -> None:
        from tui.search.find import Finder

        self.finder = Finder(pattern) if pattern.strip() else None
        found = self.finder.all(self.article.text, MOST_MATCHES) if self.finder else []
        self._found = tuple(found)
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
        """Enter stays at the match."""
        pattern = self.find_bar.value
        # `Changed` may still be on its way for the last letters.
        self._find(pattern)
        match = self.finder.next(self.article.text, self._find_from) if self.finder else None
        self._show_match(match)
        self.close_find()
        if pattern.strip() and match is None:
            self.say(f"“{pattern}” is not in this text")
        elif match is not None and match.start != self._find_from:
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
            return True
        if event.key == "enter":
            self.submit_find()
            return True
        if event.key not in ("escape", "ctrl+c"):
            return False
        self._find("")
        self._show_match(None)
        self.close_find()
        return True

    def close_find(self) -> None:
        """Put the status row back."""
        self.find_row.display = False
        self.status.display = True
        self.set_focus(self.view)
        self.update_status()

    def drop_matches(self) -> bool:
        """Take the matches off the text; `False` when there were none."""
        if not self._found:
            return False
        self.finder = None
        self._found = ()
        self.view.paint("match", [])
        self.view.paint("match-current", [])
        self.update_status()
        return True

    def _next_match(self, *, forward: bool) -> None:
        if self.finder is None:
            self.say("nothing was searched yet: / finds words in the text")
            return
        text, here = self.article.text, self.view.cursor
        match = self.finder.next(text, here + 1) if forward else self.finder.previous(text, here)
        if match is None:
            self.say("no match in this text")
            return
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
        from tui.screens.finder import ArticleFinder

        finder = ArticleFinder(self.article, self.analysis, self.marks)
        self.app.push_screen(finder, self._go_to_hit)

    def _go_to_hit(self, span: Span | None) -> None:
        if span is not None:
            self.leave_panel(stay=True)
            self.drop_selection()
            self.set_focus(self.view)
            self.go_to(span)

    def command_finder_library(self) -> None:
        """Search every highlight of the library."""
        from tui.screens.finder import LibraryFinder

        if self.open_session() and self.database:
            self.app.push_screen(LibraryFinder(self.database), self._go_to_highlight)

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
