"""The finder: search over the open article, or over every highlight ever made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import events, work

from tui.dialogs.finder_rows import checked
from tui.dialogs.finder_scopes import Goal, MatchMode, Quotation, Scope
from tui.dialogs.searching import Listed, SearchingScreen
from tui.errors import ClosereadError
from tui.exchange.citation import cited, cited_markdown
from tui.exchange.file_names import file_name
from tui.outside.file_writing import write_new_file
from tui.search.find_regex import PatternError
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, Run

_PLACEHOLDERS = {
    MatchMode.FUZZY: "words  'exact  ^start  !not  a | b  who:  tag:  kind:",
    MatchMode.EXACT: "every word as it stands",
    MatchMode.REGEX: "a regular expression",
}
_MODES = tuple(MatchMode)
_RANKED = ("Esc", "Tab", "ctrl+s", "ctrl+t", "Enter", "ctrl+y", "ctrl+e")
_RANKED_MARKED = ("Esc", "Tab", "ctrl+y", "ctrl+e", "ctrl+s", "ctrl+t", "Enter")
_ROOM_FOR_FOUND = 60
"""Columns of the foot below which a bare number must do."""


class FinderScreen(SearchingScreen[Goal]):
    """Search in one scope or the other; rows can be marked and taken out."""

    def __init__(
        self,
        scope: Scope,
        other: Callable[[], Scope | None] | None = None,
        copy: Callable[[str, str], str] | None = None,
    ) -> None:
        """Search in a scope.

        Args:
            scope: What to search first.
            other: Gives the other scope, or `None` while it cannot be had; without it there
                is no other.
            copy: Copies a text that is called what the second argument says, and says what
                became of it; without it nothing can be copied here.
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
        self._rows: tuple[ListRow, ...] = ()
        self._notice = ""

    def on_mount(self) -> None:
        """Say what is searched and how."""
        self._show_scope()

    # -- searching --------------------------------------------------------------------

    @property
    def manner(self) -> object:
        """Where and how is searched."""
        return self.scope, self.search_mode

    def listed_for(self, query: str, manner: object) -> Listed:
        """Search; called in a thread."""
        scope, mode = self.scope, self.search_mode
        try:
            return scope.search(query, mode, self.size.width)
        except PatternError as error:
            return Listed((), str(error))

    def show_listed(self, query: str, listed: Listed) -> None:
        """List what was found, marked rows with their check."""
        self._rows, self._notice, self.scope.shown = listed.rows, listed.notice, listed.hits
        rows = tuple(map(self._checked, listed.rows))
        super().show_listed(query, Listed(rows, listed.notice))

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
            "ctrl+y": self._copy_passages,
            "ctrl+e": self._export_passages,
        }
        if event.key not in keys:
            return super().handle(event)
        keys[event.key]()
        return True

    def _cycle_mode(self) -> None:
        """Fuzzy, exact, regular expression, and round again."""
        self.search_mode = _MODES[(_MODES.index(self.search_mode) + 1) % len(_MODES)]
        self._show_scope()
        self._search_anew()

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
        self._search_anew()

    def _search_anew(self) -> None:
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
        rows[at] = self._checked(self._rows[at])
        self.hits.rows = tuple(rows)
        self.hits.cursor = at + by
        self._notice = ""
        self.show_foot()
        self.show_preview(self.hits.current)

    def _checked(self, row: ListRow) -> ListRow:
        return checked(row, is_checked=(self.scope.NAME, row.key) in self.marked)

    # -- out of the finder ------------------------------------------------------------

    def _passages(self) -> list[Quotation]:
        """The marked passages, or the one of the current row."""
        if self.marked:
            return list(self.marked.values())
        row = self.hits.current if self.is_up_to_date else None
        return [self.scope.quotation(row.key)] if row else []

    def _copy_passages(self) -> None:
        passages = self._passages()
        if self._copy is None or not passages:
            self.say("no row to copy" if self._copy else "nothing can be copied from here")
            return
        text = "\n\n".join(cited(each.passage, each.article) for each in passages)
        self.say(self._copy(text, f"{_counted(passages)} with source"))

    def _export_passages(self) -> None:
        if passages := self._passages():
            self._export(passages, self.prompt.value)
        else:
            self.say("no row to write to a file")

    @work(thread=True, exit_on_error=False, group="export")
    def _export(self, passages: list[Quotation], query: str) -> None:
        """Write passages to a new file of the current folder; in a thread."""
        text = "\n".join(cited_markdown(each.passage, each.article) for each in passages)
        try:
            path = write_new_file(Path(file_name(query or passages[0].article.title)), text)
        except ClosereadError as error:
            self.app.call_from_thread(self.say, str(error))
        else:
            self.app.call_from_thread(self.say, f"{_counted(passages)} written to {path}")

    # -- the foot ---------------------------------------------------------------------

    def say(self, notice: str) -> None:
        """Show a message in the foot, in place of the keys, until the next key is typed."""
        if self.is_attached:
            self._notice = notice
            self.show_foot()

    def show_foot(self, total: int | None = None) -> None:
        """How many rows, how many of them marked, and what was not followed or the keys."""
        count = f" {len(self._rows)}{' found' if self.room > _ROOM_FOR_FOUND else ''} "
        if self.marked:
            count += drawn(f"· {len(self.marked)} marked ")
        if self._notice:
            self.foot.left = ((count, "muted"), (f" {self._notice}", "warning"))
        else:
            self.foot.left = ((count, "muted"), *self._fitting(self.room - len(count)))

    @property
    def room(self) -> int:
        """Columns of the foot."""
        return self.foot.size.width or self.size.width - 6

    def _fitting(self, room: int) -> tuple[Run, ...]:
        """As many keys as there is room for; those of mode and scope say what is in force."""
        labels = {
            "Enter": "go",
            "Tab": "mark",
            "ctrl+s": self.search_mode.value,
            "ctrl+t": self.scope.NAME,
            "ctrl+y": "copy",
            "ctrl+e": "export",
            "Esc": "close",
        }
        if self._other is None:
            del labels["ctrl+t"]
        if self._copy is None:
            del labels["ctrl+y"]
        shown = set()
        for key in _RANKED_MARKED if self.marked else _RANKED:
            cost = len(key) + len(labels.get(key, "")) + 4
            if key in labels and cost <= room:
                room -= cost
                shown.add(key)
        pairs = ((key, label) for key, label in labels.items() if key in shown)
        return tuple(
            run for key, label in pairs for run in ((f"  {key}", "key"), (f" {label} ", "muted"))
        )


def _counted(passages: list[Quotation]) -> str:
    return "1 passage" if len(passages) == 1 else f"{len(passages)} passages"
