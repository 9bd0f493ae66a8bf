"""What a part of the desk may ask of the screen, and nothing else of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tui.documents.article import Span
from tui.errors import ClosereadError

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message import Message
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.desk.requests import ChangedText
    from tui.keys.commands import Command, Mode
    from tui.page.line_map import LineMap
    from tui.session.reading import ReadingSession
    from tui.widgets.article_view import ArticleView

Answer = TypeVar("Answer")
Found = TypeVar("Found")


class Occasion(Enum):
    """What parts react to; `reactions.REACTIONS` says which ones, and in which order."""

    CURSOR_MOVED = "the reading cursor stands somewhere else"
    TEXT_SCROLLED = "another part of the text is visible"
    TEXT_REWRAPPED = "rows have other numbers"
    TEXT_PRESSED = "the mouse was pressed on the text"
    FOCUS_MOVED = "another widget has the keys"
    COMMAND_RUN = "a command has been run"
    MARKS_CHANGED = "the highlights are others, or elsewhere"
    ROWS_FOLDED = "rows that the text shows were folded or unfolded"
    RESULTS_SHOWN = "the panels list other results"
    LIBRARY_OPENED = "the session is open"
    SAVED = "the library's writer has committed something"
    CHANGED_ELSEWHERE = "another program has written to the library"
    REFUSED = "the library's writer could not commit something"
    RESUMED = "no dialog or article lies over the desk any more"
    RESIZED = "the window has another size"
    CLOSING = "the desk is being closed"


class Surface(Protocol):
    """The screen as the parts see it."""

    @property
    def app(self) -> App[None]:
        """The program: its clipboard, its colours, its way into the background."""

    @property
    def view(self) -> ArticleView:
        """The article with its cursor, selection and painted layers."""

    @property
    def lines(self) -> LineMap:
        """The article as it is wrapped now."""

    @property
    def share_read(self) -> float:
        """How far down the text the cursor is, 0 to 1."""

    @property
    def width(self) -> int:
        """Columns of the window."""

    @property
    def height(self) -> int:
        """Rows of the window."""

    @property
    def is_narrow(self) -> bool:
        """Whether the panels are a sheet at the bottom instead of a column."""

    @property
    def is_attached(self) -> bool:
        """Whether there is still something to draw on."""

    @property
    def is_on_top(self) -> bool:
        """Whether neither a dialog nor another article lies over the desk."""

    @property
    def quit_goes_back(self) -> bool:
        """Whether the key that quits would take a layer off, or lead to the article below."""

    @property
    def mode(self) -> Mode:
        """Which keys are in force."""

    def session(self) -> ReadingSession | None:
        """The session, or `None` after saying why nothing can be marked or found yet."""

    # -- saying something -------------------------------------------------------------

    def key(self, command_id: str) -> str:
        """The key that runs a command, as the reader sees it."""

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the reader something in the status row, until the next key."""

    def notify(self, notices: Sequence[str]) -> None:
        """Say what should be known on opening; several at once after one another."""

    def clear_message(self) -> None:
        """Take back what was said."""

    def show_title(self) -> None:
        """Draw the title bar anew."""

    def update_status(self) -> None:
        """Draw the status row anew, after what the key has changed in the text."""

    # -- drawing ----------------------------------------------------------------------

    def after_paint(self, what: str, work: Callable[[], None]) -> None:
        """Do something once the direct effect of a key is on the screen.

        Args:
            what: Its name; asked for several times before the paint, it is done once.
            work: What to do.
        """

    def react(self, occasion: Occasion) -> None:
        """Have the parts do what `reactions.REACTIONS` says about an occasion."""

    def peel(self) -> bool:
        """Take one layer off the desk (`reactions.LAYERS`); `False` when there was none."""

    def cancel(self) -> bool:
        """Stop what runs (`reactions.CANCELS`); `False` when nothing did."""

    # -- widgets ----------------------------------------------------------------------

    @property
    def focused(self) -> Widget | None:
        """The widget that has the keys."""

    def set_focus(self, widget: Widget | None) -> None:
        """Give the keys to a widget at once: `focus()` waits, and the next key may be coming."""

    def widget(self, selector: str) -> Widget:
        """A widget of the desk."""

    @property
    def is_text_only(self) -> bool:
        """Whether everything but the text is hidden."""

    def set_text_only(self, is_set: bool) -> None:
        """Hide everything but the text, or show it again."""

    def hand_on(self, event: events.Key) -> None:
        """Have the desk take a key that came to a box which has been left."""

    def run_command(self, command: Command) -> None:
        """Do what a command asks for."""

    # -- dialogs, threads, timers, other screens --------------------------------------

    def open_dialog(
        self, dialog: Screen[Answer], then: Callable[[Answer | None], None] | None = None
    ) -> None:
        """Open a dialog over the desk.

        Args:
            dialog: The dialog.
            then: What to do with its answer.
        """

    def screens(self) -> Sequence[Screen[Any]]:
        """What lies over one another in the window, the lowest first."""

    def import_parts(self, names: Sequence[str]) -> None:
        """Import parts before they are needed; called in a thread."""

    def make_parts(self) -> None:
        """Make the parts that react from when the library is open."""

    def replace_article(self, changed: ChangedText) -> None:
        """Put another text in the place of the open one."""

    def in_thread(self, work: Callable[[], None], group: str, *, exclusive: bool = False) -> None:
        """Run something in a thread; what it does not expect is told.

        Args:
            work: What to run.
            group: Its name.
            exclusive: Whether it takes the place of what was begun in the group before.
        """

    def cancel_threads(self, group: str) -> None:
        """Give up what was begun in a group of threads."""

    def in_loop(self, work: Callable[..., object], *args: Any) -> None:
        """Run something on the event loop; called from any thread."""

    def after(self, seconds: float, work: Callable[[], None]) -> Timer:
        """Run something later; the timer is to be stopped when the desk is left."""

    def post(self, message: Message) -> None:
        """Ask the program for something."""


def look_up(
    surface: Surface,
    look: Callable[[], Found],
    then: Callable[[Found], None],
    group: str,
    *,
    exclusive: bool = False,
) -> None:
    """Look something up in a thread and go on with it; why it cannot be is told.

    Args:
        surface: The desk.
        look: Looks it up, in the thread; may raise `ClosereadError`.
        then: Takes what was found, on the event loop.
        group: As of `Surface.in_thread`.
        exclusive: As of `Surface.in_thread`.
    """

    def run() -> None:
        try:
            found = look()
        except ClosereadError as error:
            surface.in_loop(partial(surface.say, str(error), warning=True))
        else:
            surface.in_loop(then, found)

    surface.in_thread(run, group, exclusive=exclusive)


def above_sheet(surface: Surface, span: Span, rows: int) -> None:
    """Show a passage above a sheet that will cover the lower rows of the screen.

    Args:
        surface: The desk.
        span: The passage.
        rows: Rows of the screen that the sheet covers.
    """
    below = surface.height - surface.view.region.bottom
    surface.view.reveal_above(span, max(0, rows - below))
