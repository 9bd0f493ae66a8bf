"""A picker whose search runs beside the keys: no letter waits for the rows of the one before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, ClassVar, TypeVar

from textual import events, getters, work
from textual.widgets import Static

from tui.dialogs.failures import ReportingFailures
from tui.dialogs.picker import PickerScreen
from tui.errors import ClosereadError
from tui.widgets.row_list import ListRow

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Listed:
    """What a search gave."""

    rows: tuple[ListRow, ...]
    """The rows, best first."""
    notice: str = ""
    """What could not be followed, as a clause; empty when all was."""
    hits: Mapping[str, Any] = field(default_factory=dict)
    """What the rows stand for, by their keys, where the keys alone do not say it."""
    rest: Callable[[], Listed] | None = None
    """Gives all rows where these are only the first, in the thread of the search."""


class SearchingScreen(ReportingFailures, PickerScreen[Result]):
    """Type to search; the rows follow when they are there."""

    WITH_PREVIEW: ClassVar[bool] = True
    preview = getters.query_one(".preview", Static)

    def __init__(self) -> None:
        super().__init__()
        self._one_search = Lock()
        self.query_in_force: str | None = None
        """The query whose rows are listed; `None` before the first search of its manner."""
        self._chooses_next = False
        self._held: list[events.Key] = []

    @property
    def manner(self) -> object:
        """Where and how is searched; rows found in another manner are not shown."""
        return None

    def fill(self, query: str) -> None:
        """Search in a thread; no key waits for it."""
        self._search(query, self.manner)

    @work(thread=True, exclusive=True, exit_on_error=False, group="search")
    def _search(self, query: str, manner: object) -> None:
        listed = self._listed(query, manner, lambda: self.listed_for(query))
        if listed is not None:
            self.app.call_from_thread(self._show, query, manner, listed)
        if listed is not None and listed.rest is not None:
            whole = self._listed(query, manner, listed.rest)
            if whole is not None:
                self.app.call_from_thread(self._show_rest, query, manner, whole)

    def _listed(self, query: str, manner: object, search: Callable[[], Listed]) -> Listed | None:
        """What a search gives; `None` for one that nobody waits for any more, or that failed."""
        with self._one_search:
            if not self.is_current or not self._is_asked(query, manner):
                return None
            try:
                return search()
            except ClosereadError as error:
                self.call_later(self.show_failure, f"{error}")
                return None

    def _is_asked(self, query: str, manner: object) -> bool:
        return query == self.prompt.value and manner == self.manner

    def _show(self, query: str, manner: object, listed: Listed) -> None:
        # A later key has asked for something else.
        if self.is_attached and self._is_asked(query, manner):
            self.show_listed(query, listed)
            self.query_in_force = query
            if self._chooses_next:
                self.choose()
                self._handle_held()

    def _show_rest(self, query: str, manner: object, listed: Listed) -> None:
        """List the rows after the first ones, which stay where they are."""
        if self.is_attached and self._is_asked(query, manner):
            at, top = self.hits.cursor, self.hits.scroll_offset.y
            self.show_listed(query, listed)
            self.hits.cursor = at
            self.hits.scroll_to(y=top, animate=False, immediate=True, force=True)
            self.show_preview(self.hits.current)

    def show_listed(self, query: str, listed: Listed) -> None:
        """List what was found."""
        self.hits.state_text = self.nothing_found(query)
        self.show_rows(listed.rows)

    def show_failure(self, reason: str) -> None:
        """Show the reason in place of rows."""
        if self.is_attached:
            self.hits.state_text = reason
            self.show_rows(())
            self.query_in_force = self.prompt.value
            self._chooses_next = False
            self._handle_held()

    @property
    def is_up_to_date(self) -> bool:
        """Whether the rows answer to what is typed."""
        return self.query_in_force == self.prompt.value

    def choose(self) -> None:
        """Choose among the rows of what is typed, waiting for them if need be."""
        self._chooses_next = not self.is_up_to_date
        if not self._chooses_next:
            super().choose()

    def takes_first(self, event: events.Key) -> bool:
        """Keys that follow Enter wait with it for the rows."""
        if self._chooses_next and event.key not in ("escape", "ctrl+c"):
            self._held.append(event)
            return True
        return super().takes_first(event)

    def _handle_held(self) -> None:
        """Handle the keys that waited: for the desk, or for the box where nothing was found."""
        held, self._held = self._held, []
        for event in held:
            if not self.takes_first(event):
                self.handle(event)

    def listed_for(self, query: str) -> Listed:
        """Search; called in a thread."""
        return Listed(self.rows_for(query))

    def rows_for(self, query: str) -> tuple[ListRow, ...]:
        """The rows of a query; called in a thread."""
        raise NotImplementedError

    def nothing_found(self, query: str) -> str:
        """What to say when no row answers to the query."""
        raise NotImplementedError
