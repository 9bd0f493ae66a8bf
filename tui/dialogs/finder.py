"""The finder: search over the open article, or over every highlight ever made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events

from tui.dialogs.changing_highlights import ChangingHighlights
from tui.dialogs.finder_foot import fitting_keys, foot_labels
from tui.dialogs.finder_rows import checked
from tui.dialogs.finder_scopes import Goal, MatchMode, Quotation, Scope
from tui.dialogs.searching import Listed, SearchingScreen
from tui.dialogs.taking_out import TakingOut
from tui.search.find_regex import PatternError
from tui.search.query import MOST_FOUND
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow

if TYPE_CHECKING:
    from tui.dialogs.changing_highlights import ChangingDesk

_PLACEHOLDERS = {
    MatchMode.FUZZY: "words  'exact  ^start  !not  a | b  who:  tag:  kind:",
    MatchMode.EXACT: "every word as it stands",
    MatchMode.REGEX: "a regular expression",
}
_MODES = tuple(MatchMode)


class FinderScreen(SearchingScreen[Goal]):
    """Search in one scope or the other; rows can be marked and taken out."""

    def __init__(
        self,
        scope: Scope,
        other: Callable[[], Scope | None] | None = None,
        copy: Callable[[str, str], str] | None = None,
        typed: str = "",
        citation: str = "plain",
        desk: ChangingDesk | None = None,
        exports: str = "",
    ) -> None:
        """Search in a scope.

        Args:
            scope: What to search first.
            other: Gives the other scope, or `None` while it cannot be had; without it there
                is no other.
            copy: Copies a text that is called what the second argument says, and says what
                became of it; without it nothing can be copied here.
            typed: What stands in the box at first.
            citation: The form of what is copied, as the settings name it.
            desk: The desk under it, where highlights are changed from here.
            exports: The folder that files are written to; empty for the current one.
        """
        super().__init__()
        self.scope = scope
        """What is searched."""
        self.search_mode = MatchMode.FUZZY
        """How."""
        self.marked: dict[tuple[str, str], Quotation] = {}
        """The marked rows by scope and key, in the order they were marked."""
        self._other: Callable[[], Scope | None] | Scope | None = other
        self._copy = copy
        self._typed = typed
        self._taking_out = TakingOut(self, copy, citation, exports)
        self._changing = ChangingHighlights(self, desk) if desk else None
        self._stays_at: int | None = None
        self._rows: tuple[ListRow, ...] = ()
        self._notice = ""
        self._says_next = ""
        self._has_more = False

    def on_mount(self) -> None:
        """Say what is searched and how."""
        self._show_scope()
        self.prompt.value = self._typed

    # -- searching --------------------------------------------------------------------

    @property
    def manner(self) -> object:
        """Where and how is searched."""
        return self.scope, self.search_mode

    def listed_for(self, query: str) -> Listed:
        """Search; called in a thread."""
        scope, mode = self.scope, self.search_mode
        try:
            return scope.search(query, mode, self.size.width)
        except PatternError as error:
            return Listed((), str(error))

    def show_listed(self, query: str, listed: Listed) -> None:
        """List what was found, marked rows with their check."""
        notice, self._says_next = self._says_next or listed.notice, ""
        self._rows, self._notice, self.scope.shown = listed.rows, notice, listed.hits
        self._has_more = listed.rest is not None
        keys = {key for name, key in self.marked if name == self.scope.NAME}
        # What was changed is picked as it is now.
        fresh = keys & listed.hits.keys()
        self.marked |= {(self.scope.NAME, key): self.scope.quotation(key) for key in fresh}
        rows = tuple(checked(row, is_checked=row.key in keys) for row in listed.rows)
        super().show_listed(query, Listed(rows, listed.notice))
        if self._stays_at is not None:
            self.hits.cursor, self._stays_at = self._stays_at, None
            self.show_preview(self.hits.current)
        if self._changing:
            self._changing.listed()

    def nothing_found(self, query: str) -> str:
        """What to say when no row answers to the query."""
        return self.scope.nothing_found(query)

    def answer(self, row: ListRow) -> Goal:
        """Where the row leads."""
        return self.scope.goal(row.key)

    def show_preview(self, row: ListRow | None) -> None:
        """More of the row."""
        self.preview.update(self.scope.preview(row.key) if row else "")

    # -- mode, scope and marked rows --------------------------------------------------

    def handle(self, event: events.Key) -> bool:
        """The keys of the finder, then those of every picker."""
        keys: dict[str, Callable[[], None]] = {
            "ctrl+s": self._cycle_mode,
            "ctrl+t": self._switch_scope,
            "tab": lambda: self._mark(+1),
            "shift+tab": lambda: self._mark(-1),
            "ctrl+y": self._taking_out.copy,
            "ctrl+e": self._taking_out.export,
        }
        if event.key not in keys:
            changed = self._changing is not None and self._changing.handle(event.key)
            return changed or super().handle(event)
        keys[event.key]()
        return True

    def _cycle_mode(self) -> None:
        """Fuzzy, exact, regular expression, and round again."""
        self.search_mode = _MODES[(_MODES.index(self.search_mode) + 1) % len(_MODES)]
        self._show_scope()
        self.search_anew()

    def _switch_scope(self) -> None:
        """From the article to the library and back; what is typed stays."""
        if self._other is None:
            return
        other = self._other() if callable(self._other) else self._other
        if other is None:
            self.say("the library is not open; it can be searched when it is")
            return
        self._other, self.scope = self.scope, other
        self._show_scope()
        self.search_anew()

    def search_anew(self, said: str = "") -> None:
        """Search for what is typed once more.

        Args:
            said: What to say then, where the rows were changed and the cursor stays.
        """
        self._says_next = said
        self._stays_at = self.hits.cursor if said else None
        self.query_in_force = None
        self.fill(self.prompt.value)

    def _show_scope(self) -> None:
        title = f"{self.scope.TITLE} · {self.search_mode}"
        self.query_one(".dialog").border_title = drawn(title)
        self.prompt.placeholder = drawn(_PLACEHOLDERS[self.search_mode])

    def _mark(self, by: int) -> None:
        """Mark or unmark the current row and go on to the next."""
        row = self.hits.current
        if row is None or not self.is_up_to_date:
            return
        name = (self.scope.NAME, row.key)
        if self.marked.pop(name, None) is None:
            self.marked[name] = self.scope.quotation(row.key)
        at = self.hits.cursor
        rows = list(self.hits.rows)
        rows[at] = checked(self._rows[at], is_checked=name in self.marked)
        self.hits.rows = tuple(rows)
        self.hits.cursor = at + by
        self._notice = ""
        self.show_foot()
        self.show_preview(self.hits.current)

    # -- the foot ---------------------------------------------------------------------

    def say(self, notice: str) -> None:
        """Show a message in the foot, in place of the keys, until the next key is typed."""
        if self.is_attached:
            self._notice = notice
            self.show_foot()

    def show_foot(self) -> None:
        """How many rows are marked, whether more are coming, what was not followed or the keys."""
        # How many rows there are the lower edge says.
        is_cut = self._has_more or len(self._rows) >= MOST_FOUND
        count = f" {len(self._rows)}+ found " if is_cut else ""
        if self.marked:
            count += f" {len(self.marked)} picked "
        if self._notice:
            self.foot.left = ((count, "muted"), (f" {self._notice}", "warning"))
        else:
            labels = foot_labels(
                self.search_mode,
                self.scope,
                self._other is not None,
                self._copy is not None,
                self._changing.labels if self._changing else {},
            )
            keys = fitting_keys(labels, self.room - len(count), has_marked=bool(self.marked))
            self.foot.left = ((count, "muted"), *keys)

    @property
    def room(self) -> int:
        """Columns of the foot."""
        return self.foot.size.width or self.size.width - 6
