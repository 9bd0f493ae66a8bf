"""The library in figures, on one small screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual import events, getters, work
from textual.app import ComposeResult
from textual.containers import Vertical

from tui.dialogs.dialog import Dialog, list_steps
from tui.dialogs.failures import TellingFailures
from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError
from tui.keys.dispatcher import key_name
from tui.library import Library
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine, RowList, Run

if TYPE_CHECKING:
    from tui.store.database import Database
    from tui.store.statistics import Statistics

BAR = 20
"""Cells of the longest bar."""
NAME = 18
"""Cells of what stands before a figure."""


class StatisticsScreen(TellingFailures, Dialog[None]):
    """What was read, marked and asked."""

    rows = getters.query_one(RowList)

    def __init__(self, database: Database) -> None:
        """Count a library.

        Args:
            database: The open library.
        """
        super().__init__()
        self._library = Library(database)

    def compose(self) -> ComposeResult:
        """One list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Statistics of the library"
            dialog.border_subtitle = "j k scroll · Esc closes"
            rows = RowList()
            rows.state_text = "reading…"
            yield rows

    def on_mount(self) -> None:
        """Have the figures counted."""
        self.rows.focus()
        self.ready()
        self._count()

    @work(thread=True, exit_on_error=False, group="statistics")
    def _count(self) -> None:
        try:
            rows = tuple(statistics_rows(self._library.statistics()))
        except ClosereadError as error:
            self.call_later(self.show_failure, f"{error}")
        else:
            self.call_later(self._show, rows)

    def show_failure(self, reason: str) -> None:
        """Say in place of figures why there are none."""
        self._show((ListRow((RowLine(((f" {reason}", "muted"),)),), "error"),))

    def _show(self, rows: tuple[ListRow, ...]) -> None:
        if self.query(RowList):
            self.rows.rows = rows

    def handle(self, event: events.Key) -> bool:
        """Scroll and close."""
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        steps = list_steps(self.rows.rows_per_page)
        if key in steps:
            self.rows.cursor += steps[key]
        elif key in ("escape", "q", "enter", "ctrl+c"):
            self.leave()
        return True


def statistics_rows(found: Statistics) -> Iterator[ListRow]:
    """The figures, a line each, under headings."""
    asked = found.questions
    yield from _section("Read", {"articles": found.articles, "words": found.words}, with_bars=False)
    marked = {"highlights": found.marks, "with a note": found.notes}
    yield from _section("Marked", marked, with_bars=False)
    yield from _section("By colour", found.colours, are_colours=True)
    yield from _section("By tag", found.tags)
    states = {
        "open": asked.open,
        "answered": asked.answered,
        "dropped": asked.dropped,
        "no longer found": asked.lost,
    }
    yield from _section("Questions", {name: count for name, count in states.items() if count})
    for key, row in enumerate(_months(found)):
        yield ListRow((row,), f"month {key}")


def _section(
    title: str, figures: Mapping[str, int], *, with_bars: bool = True, are_colours: bool = False
) -> Iterator[ListRow]:
    """A heading and its figures; nothing at all where there are none."""
    if not figures:
        return
    most = max(max(figures.values()), 1)
    yield ListRow((RowLine(((f" {title}", "speaker"),)),), title)
    for name, count in figures.items():
        length = max(1, round(BAR * count / most)) if with_bars and count else 0
        style = name if are_colours else "bar"
        # Tags are the reader's words; a figure must stay in sight beside a long one.
        shown = sanitise_line(name, NAME - 1)
        runs: tuple[Run, ...] = (
            (f"   {shown:<{NAME}}", ""),
            (f"{count:>9,}  ", "key"),
            (drawn("━") * length, style),
        )
        yield ListRow((RowLine(runs),), f"{title} {name}")
    yield ListRow((RowLine((("", ""),)),), f"after {title}")


def _months(found: Statistics) -> Iterator[RowLine]:
    if not found.months:
        return
    head = f"{'':<{NAME - 9}}{'articles':>10}{'marks':>10}{'answers':>10}"
    yield RowLine(((" By month", "speaker"), (head, "muted")))
    for month in found.months:
        figures = f"{month.articles:>10,}{month.marks:>10,}{month.answers:>10,}"
        yield RowLine(((f"   {month.name:<{NAME - 3}}", ""), (figures, "key")))
