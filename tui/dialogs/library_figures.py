"""The library in figures, on one small screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from textual import events, work

from tui.dialogs.failures import ReportingFailures
from tui.dialogs.list import ListScreen
from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError
from tui.library import Library
from tui.panels.row_text import spoken_date
from tui.search.folded_text import fold_text
from tui.search.terms import Field, Match, Term
from tui.widgets.glyphs import drawn
from tui.widgets.row_list import ListRow, RowLine, Run

if TYPE_CHECKING:
    from tui.store.database import Database
    from tui.store.statistics import Statistics

BAR = 20
"""Cells of the longest bar."""
NAME = 18
"""Cells of what stands before a figure."""
FOOT = "Enter lists them · j k move · Esc closes"
_BETWEEN = "\n"
"""Parts section and name in the key of a row."""


class Shelf(Enum):
    """The lists that hold what is counted."""

    ARTICLES = auto()
    HIGHLIGHTS = auto()
    QUESTIONS = auto()


class Lead(NamedTuple):
    """Where a figure leads: to what it counts."""

    shelf: Shelf
    """The list."""
    query: str = ""
    """What narrows it."""


_STATES = {
    "open": "is:open",
    "answered": "is:answered",
    "dropped": "is:dropped",
    "no longer found": "is:lost",
    "less sure": "is:less-sure",
}


def lead_of(key: str) -> Lead | None:
    """Where the row of a figure leads; `None` for what counts nothing."""
    title, _, name = key.partition(_BETWEEN)
    if not name:
        return None
    match title:
        case "Read":
            return Lead(Shelf.ARTICLES)
        case "Highlighted":
            return Lead(Shelf.HIGHLIGHTS, "is:noted" if name == "with a note" else "")
        case "By colour":
            return Lead(Shelf.HIGHLIGHTS, f"color:{name}")
        case "By tag":
            return Lead(Shelf.HIGHLIGHTS, f"{Term(fold_text(name), Match.WHOLE, Field.TAG)}")
        case "By month":
            return Lead(Shelf.HIGHLIGHTS, f"since:{name} until:{name}")
        case _:
            return Lead(Shelf.QUESTIONS, _STATES[name])


class StatisticsScreen(ReportingFailures, ListScreen[Lead]):
    """What was read, marked and asked; a figure leads to what it counts."""

    def __init__(self, database: Database) -> None:
        """Count a library.

        Args:
            database: The open library.
        """
        super().__init__("Statistics of the library", FOOT, ("escape", "q", "ctrl+c"))
        self._library = Library(database)
        self._figures: tuple[ListRow, ...] = ()
        self.rows.state_text = "reading…"
        self.rows.counts_row = lambda row: lead_of(row.key) is not None

    def rows_for(self, width: int) -> tuple[ListRow, ...]:
        """The figures, in any width; none before they are counted."""
        return self._figures

    def on_mount(self) -> None:
        """Have the figures counted."""
        self._count()

    @work(thread=True, exit_on_error=False, group="statistics")
    def _count(self) -> None:
        try:
            figures = tuple(statistics_rows(self._library.statistics()))
        except ClosereadError as error:
            self.call_later(self.show_failure, f"{error}")
        else:
            self.call_later(self._show, figures)

    def show_failure(self, reason: str) -> None:
        """Show the reason in place of figures."""
        self._show((ListRow((RowLine(((f" {reason}", "muted"),)),), "error"),))

    def handle(self, event: events.Key) -> bool:
        """The keys of a list; the cursor passes over what leads nowhere."""
        before = self.rows.cursor
        is_taken = super().handle(event)
        self._pass(+1 if self.rows.cursor >= before else -1)
        return is_taken

    def _pass(self, by: int) -> None:
        leads = [number for number, row in enumerate(self._figures) if lead_of(row.key)]
        at = self.rows.cursor
        beyond = [number for number in leads if (number - at) * by >= 0]
        if leads:
            nearest = beyond or leads
            self.rows.cursor = min(nearest, key=lambda number: abs(number - at))

    def choose(self, row: ListRow) -> None:
        """To what the figure counts."""
        if lead := lead_of(row.key):
            self.leave(lead)

    def _show(self, figures: tuple[ListRow, ...]) -> None:
        self._figures = figures
        self.fill()
        self._pass(+1)


def statistics_rows(found: Statistics) -> Iterator[ListRow]:
    """The figures, a line each, under headings."""
    asked = found.questions
    yield from _section("Read", {"articles": found.articles, "words": found.words}, with_bars=False)
    marked = {"highlights": found.marks, "with a note": found.notes}
    yield from _section("Highlighted", marked, with_bars=False)
    yield from _section("By colour", found.colours, are_colours=True)
    yield from _section("By tag", found.tags)
    states = {
        "open": asked.open,
        "answered": asked.answered,
        "dropped": asked.dropped,
        "no longer found": asked.lost,
        "less sure": asked.less_sure,
    }
    yield from _section("Questions", {name: count for name, count in states.items() if count})
    yield from _months(found)


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
        yield ListRow((RowLine(runs),), f"{title}{_BETWEEN}{name}")
    yield ListRow((RowLine((("", ""),)),), f"after {title}")


def _months(found: Statistics) -> Iterator[ListRow]:
    if not found.months:
        return
    head = f"{'':<{NAME - 9}}{'articles':>12}{'highlights':>12}{'answers':>12}"
    yield ListRow((RowLine(((" By month", "speaker"), (head, "muted"))),), "By month")
    for month in found.months:
        figures = f"{month.articles:>12,}{month.marks:>12,}{month.answers:>12,}"
        line = RowLine(((f"   {spoken_date(month.name):<{NAME - 3}}", ""), (figures, "key")))
        yield ListRow((line,), f"By month{_BETWEEN}{month.name}")
