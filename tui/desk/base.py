"""What every part of the reading desk shares: the article, its results and its widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual import getters
from textual.message import Message
from textual.screen import Screen

from tui.desk.jumps import JumpList
from tui.documents.article import Article, Span
from tui.keys.commands import Mode
from tui.keys.dispatcher import Prefix
from tui.keys.keymap import keymap_of
from tui.page.line_map import LineMap
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.article_view import ArticleView
from tui.widgets.chrome import Bar, ProgressLine, StatusRow
from tui.widgets.field_message import FieldMessage
from tui.widgets.hints import hints, pending_hints
from tui.widgets.ribbon import Ribbon
from tui.widgets.rooms import first_that_fits, message_rows, width_of
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.analysis.entity_index import EntityIndex
    from tui.analysis.results import Analysis
    from tui.page.motions import Motions
    from tui.session.reading import Mark, ReadingSession
    from tui.store.anchors import Anchor
    from tui.store.database import Database
    from tui.widgets.side_panel import SidePanel

NARROW = 100
"""Columns below which the panels are a sheet at the bottom, one at a time."""
VERY_WIDE = 160
"""Columns from which the panels are wide enough for whole questions."""
SHORT = 36
"""Rows below which one panel is open and the others are a line each."""
MESSAGE_ROWS = 5
"""Rows that what is said takes at the most, and never more than a third of the window."""


class ReadingPlace(NamedTuple):
    """Where a reader was: cursor and screen."""

    cursor: int
    """The offset of the reading cursor."""
    top: int
    """The offset at which the topmost row with text begins."""
    top_is_blank: bool
    """Whether a blank row stood above that one on the screen."""


if TYPE_CHECKING:
    from textual.worker import Worker

    _Desk = Screen[None]
else:
    # Textual looks through every name of a widget's class and of all its bases when the class is
    # made; for the many parts of the desk that would be a twentieth of the start. They are plain
    # classes, and `ReaderScreen` alone is the screen.
    _Desk = object


class DeskScreen(_Desk):
    """The state of the desk and the small operations all its parts use."""

    view = getters.query_one(ArticleView)
    ribbon = getters.query_one(Ribbon)
    title_bar = getters.query_one("#title-bar", Bar)
    tabs = getters.query_one("#tabs", StatusRow)
    progress = getters.query_one(ProgressLine)
    status = getters.query_one("#status", StatusRow)

    class ArticleRequested(FieldMessage):
        """The reader wants to read another article."""

        source: str
        """Its source, as the library knows it."""
        highlight_id: str | None = None
        """The highlight to go to; `None` for the place where reading stopped."""
        place: str | None = None
        """The letter of the place to go to; `None` likewise."""
        anchor: Anchor | None = None
        """The passage to go to; `None` likewise."""

    class MeasureChanged(FieldMessage):
        """The reader chose another measure; articles opened after this one have it, too."""

        measure: int
        """The widest a line may be, in cells."""

    class QuitRequested(Message):
        """The reader wants to leave the program from an article over another one."""

    class ThemeChosen(FieldMessage):
        """The reader chose a theme; it is in force already."""

        name: str
        """Its name."""

    class ArticleChanged(FieldMessage):
        """The source of an open article holds another text now."""

        desk: DeskScreen
        """The desk it is open on."""
        article: Article
        """What its source holds."""
        said: str
        """What to tell the reader about it."""
        place: ReadingPlace | None
        """Where the reader is, in the new text."""
        jumps: tuple[int, ...]
        """The places that `<` leads back to, in the new text."""

    class LibraryWanted(Message):
        """The reader asked for the library, which could not be opened before."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        """Prepare the desk for an article.

        Args:
            article: What is read.
            paths: Where the library and the cache are.
            config: The reader's settings.
            private: Whether nothing may be written to disk.
        """
        super().__init__()
        self.article = article
        self.paths = paths
        self.config = config
        self.private = private
        self.database: Database | None = None
        self.session: ReadingSession | None = None
        self.library_trouble = ""
        """Why the library cannot be used; empty while it is open or being opened."""
        self.analysis: Analysis | None = None
        self.entity_index: EntityIndex | None = None
        self.keymap = keymap_of(config)
        self.dispatcher = self.keymap.dispatcher()
        self.selection_anchor: int | None = None
        self.panels: tuple[SidePanel, ...] = ()
        self.jumps = JumpList()
        self.place_to_return_to: ReadingPlace | None = None
        self._message: Run | None = None
        self._told: tuple[str, ...] = ()
        self._pending: Prefix | None = None
        self._motions: Motions | None = None
        self._to_follow: dict[str, Callable[[], None]] = {}

    # -- what follows -----------------------------------------------------------------

    def follow(self, what: str, work: Callable[[], None]) -> None:
        """Do something once the direct effect of a key is on the screen.

        A key is felt by what it does where the reader looks: rows, ribbon and status row can
        come a frame later. Asked for several times before that, it is done once.

        Args:
            what: Its name; the latest work of a name counts.
            work: What to do.
        """
        if not self._to_follow:
            # By way of the view: it tells the screen that it wants painting when it comes to
            # rest, and a screen that knows of nothing to paint does not wait.
            self.view.call_later(self.call_after_refresh, self.catch_up)
        self._to_follow[what] = work

    def catch_up(self) -> None:
        """Do what was left for later: before the next key, everything is as it should be."""
        if self not in self.app.screen_stack:
            # The last key has left the article; there is nothing to draw on.
            self._to_follow.clear()
        while self._to_follow:
            self._to_follow.pop(next(iter(self._to_follow)))()

    # -- the text ---------------------------------------------------------------------

    @property
    def motions(self) -> Motions:
        """The motions over the article, prepared when the first key asks for them."""
        if self._motions is None:
            from tui.page.motions import Motions

            self._motions = Motions(self.article)
        return self._motions

    @property
    def lines(self) -> LineMap:
        """The article as it is wrapped now."""
        return self.view.lines

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph that holds `offset`, from 1."""
        from tui.documents.blocks import block_at

        return block_at(self.article.blocks, offset) + 1

    @property
    def selected(self) -> Span | None:
        """What is selected; `None` outside select mode."""
        return self.view.selection

    @property
    def marks(self) -> Sequence[Mark]:
        """The highlights in the text, in text order; empty until the library is open."""
        return self.session.marks if self.session else ()

    def marks_at(self, offset: int) -> Sequence[Mark]:
        """The highlights over `offset`, shortest first."""
        return self.session.marks_at(offset) if self.session else ()

    # -- going somewhere --------------------------------------------------------------

    def go_to(self, span: Span, *, record: bool = True) -> None:
        """Put the cursor on a passage and show as much of it as fits.

        Args:
            span: Where to go.
            record: Whether `<` leads back here.
        """
        if record:
            self.record_jump()
        self.view.cursor = span.start
        self.view.reveal(span.start, end=span.end)

    def place_here(self) -> ReadingPlace:
        """Where the reader is."""
        first = self.view.visible_rows.start
        is_blank = self.lines.row(first) is None
        top = self.lines.row(first + is_blank)
        return ReadingPlace(self.view.cursor, top.start if top else self.view.cursor, is_blank)

    def go_back_to(self, place: ReadingPlace) -> None:
        """Put cursor and screen back to where they were."""
        self.view.cursor = place.cursor
        self.scroll_back(place)
        # A sheet that goes away gives the text more rows; the screen is put back once it has.
        self.place_to_return_to = place if self.is_narrow else None

    def scroll_back(self, place: ReadingPlace) -> None:
        """Put the screen back to where it was, unless the reader has moved on."""
        if self.view.cursor == place.cursor:
            row = self.lines.row_of(place.top)
            # The blank row above a paragraph belongs to no place.
            self.view.scroll_rows_to(row - (row > 0 and place.top_is_blank))
            self.view.reveal(place.cursor)

    def record_jump(self, here: int | None = None, *, to: int | None = None) -> None:
        """Remember the place the reader leaves.

        Args:
            here: The place; where the cursor is by default.
            to: Where the jump led, when that is known; a jump to the same place is none.
        """
        here = self.view.cursor if here is None else here
        if here != to:
            self.jumps.record(here)

    def open_session(self) -> ReadingSession | None:
        """The session, or `None` after saying why nothing can be marked or found yet."""
        if self.session is None and self.library_trouble:
            self.say(f"{self.library_trouble}; trying again", warning=True)
            self.post_message(self.LibraryWanted())
        elif self.session is None:
            self.say("the library is being opened; try again in a moment", warning=True)
        return self.session

    # -- saying something -------------------------------------------------------------

    def key(self, command_id: str) -> str:
        """The key that runs a command, as the reader sees it."""
        return self.keymap.shown(command_id)

    @property
    def is_narrow(self) -> bool:
        """Whether the panels are a sheet at the bottom instead of a column."""
        return self.size.width < NARROW

    @property
    def mode(self) -> Mode:
        """Which keys are in force."""
        if self.selection_anchor is not None:
            return Mode.SELECT
        return Mode.PANEL if self.focused in self.panels and self.focused else Mode.TEXT

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the reader something in the status row, until the next key."""
        self._message = (text, "warning" if warning else "title")
        self.update_status()

    def tell(self, notices: Sequence[str]) -> None:
        """Say what should be known on opening; several at once after one another."""
        if notices:
            self._told = (*self._told, *notices)
            self.say("; ".join(self._told), warning=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what a thread did not expect."""
        from tui.dialogs.failures import failure

        if reason := failure(event):
            self.say(reason, warning=True)

    def clear_message(self) -> None:
        """Take back what was said."""
        if self._message:
            self._message = None
            self.update_status()

    def show_pending(self, pending: Prefix | None) -> None:
        """Show an unfinished key sequence and what can follow."""
        self._pending = pending
        self.update_status()

    def update_status(self) -> None:
        """Draw the status row anew, after what the key has changed in the text."""
        self.follow("status", self._show_status)

    def _show_status(self) -> None:
        mode = self.mode
        pill: Run = {
            Mode.TEXT: (" READ ", "read"),
            Mode.SELECT: (" SELECT ", "select"),
            Mode.PANEL: (" PANEL ", "panel"),
        }[mode]
        rest: Iterable[Run]
        more: tuple[tuple[Run, ...], ...] = ()
        ending = (*self._saved(), *self._position())
        if self._pending:
            rest = self.pending_runs(self._pending, self.size.width - cell_len(pill[0]))
        elif self._message:
            text, style = self._message
            most = max(2, min(MESSAGE_ROWS, self.size.height // 3))
            first, *others = message_rows(text, self.size.width, cell_len(pill[0]), most)
            rest = ((first, style),)
            more = tuple(((other, style),) for other in others)
        else:
            right = () if self.is_narrow else ending
            room = self.size.width - width_of((pill, *right))
            rest = hints(mode, self._working_commands(mode), room, self.keymap)
        self.status.left, self.status.more = (pill, *rest), more
        # Where the panels are a row of names, that row has the room.
        where = self.tabs if self.is_narrow else self.status
        room = self.size.width - width_of(where.left)
        where.right = first_that_fits((ending, ending[-2:], ending[-1:], ()), room)
        if self.is_narrow:
            self.status.right = ()

    def pending_runs(self, pending: Prefix, room: int) -> Iterable[Run]:
        """An unfinished key sequence and what can follow, in so many cells."""
        return pending_hints(pending, room)

    def _working_commands(self, mode: Mode) -> set[str]:
        """Commands that would do something now, of those the hints may show."""
        working = set(self.keymap.by_id) - (set() if self.panels else {"panel.next"})
        matches = self.view.painted.get("match")
        if not (matches and matches.spans):
            working.discard("find.next")
        if mode is Mode.TEXT and not self.marks_at(self.view.cursor):
            working.discard("mark.delete")
        if mode is Mode.PANEL:
            panel = next(panel for panel in self.panels if panel is self.focused)
            if panel.id != "panel-marks" or not panel.rows:
                working.discard("mark.delete")
            if panel.id not in ("panel-entities", "panel-questions"):
                working.discard("row.edit")
            if panel.id != "panel-entities":
                working.discard("row.merge")
            if panel.id != "panel-quotes":
                working.discard("row.speaker")
            if panel.id == "panel-marks":
                working.discard("row.hide")
            if not panel.rows:
                working -= {"row.go", "row.next", "row.why", "row.hide", "row.edit"}
                working -= {"row.merge", "row.speaker"}
        if not (self.session and self.session.can_undo):
            working.discard("change.undo")
        return working

    def _saved(self) -> Iterable[Run]:
        if self.session is None:
            return ()
        if self.session.pending_count:
            return ((" saving… ", "muted"),)
        colours = dict.fromkeys(mark.highlight.colour.value for mark in self.marks)
        dots = [] if self.app.no_color else [("●", colour) for colour in list(colours)[:4]]
        count = len(self.marks)
        word = "private" if self.private else "saved"
        return (*dots, (f" {count} {word} ", "muted")) if count else ()

    def _position(self) -> Iterable[Run]:
        total = len(self.article.blocks)
        if not total:
            return ()
        number = self.lines.block_of(self.view.cursor) + 1
        return ((f" ¶ {number}/{total} ", "muted"), (f" {round(100 * self.share_read)}% ", "muted"))

    @property
    def share_read(self) -> float:
        """How far down the text the cursor is, 0 to 1."""
        last = self.lines.height - 1
        # A text of one row is read where it begins.
        return min(1.0, self.lines.row_of(self.view.cursor) / last) if last > 0 else 1.0
