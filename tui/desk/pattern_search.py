"""The pattern in force and its hits, looked for beside the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from tui.documents.page_ends import without_gaps
from tui.search.find import Finder
from tui.search.find_regex import PatternError, RegexFinder

if TYPE_CHECKING:
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.documents.article import Span

AnyFinder = Finder | RegexFinder

MOST_MATCHES = 5000
"""Matches painted and counted; beyond that the count says "5000+"."""


class PatternSearch:
    """Looks for one pattern at a time; the hits of another one come too late and are dropped."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        on_found: Callable[[Span | None, str], None],
    ) -> None:
        """Begin without a pattern.

        Args:
            state: What the parts share.
            surface: What may be asked of the screen.
            on_found: Told the first hit below where the search began, and what went wrong
                (empty when nothing did).
        """
        self._state = state
        self._surface = surface
        self._on_found = on_found
        self.finder: AnyFinder | None = None
        """The pattern in force; `None` before the first one."""
        self.found: tuple[Span, ...] = ()
        """Its hits, painted over the text."""
        self.is_regex = False
        """Whether patterns are regular expressions."""
        self._asked = ""
        """The pattern whose hits are looked for or shown."""

    def finder_of(self, pattern: str) -> AnyFinder | None:
        """The finder of a pattern; `None` for an empty one.

        Raises:
            PatternError: It is no regular expression.
        """
        if not pattern.strip():
            return None
        return RegexFinder(pattern) if self.is_regex else Finder(pattern, self._gaps)

    def _gaps(self) -> Sequence[Span]:
        return self._state.motions.sentences.page_gaps

    def parts(self, hits: Iterable[Span]) -> tuple[Span, ...]:
        """What is drawn of hits: of one over the end of a page not what stands between."""
        gaps = self._gaps()
        if not gaps:
            return tuple(hits)
        return tuple(part for hit in hits for part in without_gaps(hit, gaps))

    def take_up(self, finder: AnyFinder | None, found: tuple[Span, ...]) -> None:
        """Put a pattern in force and paint its hits."""
        self.finder, self.found = finder, found
        self._surface.view.paint("match", self.parts(found))

    def give_up(self) -> None:
        """Drop the hits that are still looked for."""
        self._asked = ""

    def look_for(self, pattern: str, start: int) -> None:
        """Look for a pattern; in a thread, for a book has many pages.

        Raises:
            PatternError: It is no regular expression; no pattern is in force then.
        """
        self._asked = pattern
        self._surface.cancel_threads("find")
        try:
            finder = self.finder_of(pattern)
        except PatternError:
            self._show(pattern, None, (), None)
            raise
        if finder is None:
            self._show(pattern, None, (), None)
            return

        def search() -> None:
            text = self._state.article.text
            try:
                match = finder.next(text, start)
                found = tuple(finder.all(text, MOST_MATCHES)) if match else ()
            except PatternError as error:
                self._surface.in_loop(self._show, pattern, None, (), None, str(error))
            else:
                self._surface.in_loop(self._show, pattern, finder, found, match)

        self._surface.in_thread(search, "find", exclusive=True)

    def _show(
        self,
        pattern: str,
        finder: AnyFinder | None,
        found: tuple[Span, ...],
        match: Span | None,
        trouble: str = "",
    ) -> None:
        """Show the hits of the pattern that is in the box; those of another come too late."""
        if pattern == self._asked and self._surface.is_attached:
            self.take_up(finder, found)
            self._on_found(match, trouble)

    def count(self, match: Span | None) -> str:
        """Which of how many a hit is."""
        if not self.found:
            return "no match"
        more = "+" if len(self.found) >= MOST_MATCHES else ""
        number = self.found.index(match) + 1 if match in self.found else "?"
        return f"{number} of {len(self.found)}{more}"
