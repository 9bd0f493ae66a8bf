"""The surface that the screen offers to its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from tui.desk.parts import import_part
from tui.desk.reactions import CANCELS, LAYERS, MADE_WITH_LIBRARY, REACTIONS
from tui.desk.requests import ArticleChanged, ChangedText
from tui.desk.surface import Occasion
from tui.keys.commands import Mode
from tui.widgets.rooms import NARROW

if TYPE_CHECKING:
    from textual import events
    from textual.app import App
    from textual.message import Message
    from textual.screen import Screen
    from textual.timer import Timer
    from textual.widget import Widget

    from tui.desk.screen import ReaderScreen
    from tui.keys.commands import Command
    from tui.page.line_map import LineMap
    from tui.session.reading import ReadingSession
    from tui.widgets.article_view import ArticleView

Answer = TypeVar("Answer")
TEXT_ONLY = "-text-only"
"""The class of a desk that hides everything but the text."""


class ScreenSurface:
    """What parts may ask of a reading screen; see `surface.Surface`."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Offer a screen."""
        self._screen = screen

    @property
    def app(self) -> App[None]:
        """The program."""
        return self._screen.app

    @property
    def view(self) -> ArticleView:
        """The article with its cursor, selection and painted layers."""
        return self._screen.view

    @property
    def lines(self) -> LineMap:
        """The article as it is wrapped now."""
        return self._screen.view.lines

    @property
    def share_read(self) -> float:
        """How far down the text the cursor is, 0 to 1."""
        last = self.lines.height - 1
        # A text of one row is read where it begins.
        return min(1.0, self.lines.row_of(self.view.cursor) / last) if last > 0 else 1.0

    @property
    def width(self) -> int:
        """Columns of the window."""
        return self._screen.size.width

    @property
    def height(self) -> int:
        """Rows of the window."""
        return self._screen.size.height

    @property
    def is_narrow(self) -> bool:
        """Whether the panels are a sheet at the bottom instead of a column."""
        return self.width < NARROW

    @property
    def is_attached(self) -> bool:
        """Whether there is still something to draw on."""
        return self._screen.is_attached

    @property
    def is_on_top(self) -> bool:
        """Whether neither a dialog nor another article lies over the desk."""
        return self._screen.app.screen is self._screen

    @property
    def quit_goes_back(self) -> bool:
        """Whether the key that quits would take a layer off, or lead to the article below."""
        find_bar = self._screen.parts.made("find_bar")
        return (
            self._screen.state.is_guest
            or self.is_text_only
            or self.mode is not Mode.TEXT
            or (find_bar is not None and find_bar.works("find.next"))
        )

    @property
    def mode(self) -> Mode:
        """Which keys are in force."""
        if self._screen.state.is_selecting:
            return Mode.SELECT
        column = self._screen.parts.made("column")
        return Mode.PANEL if column is not None and column.focused else Mode.TEXT

    def session(self) -> ReadingSession | None:
        """The session, or `None` after saying why nothing can be marked or found yet."""
        state = self._screen.state
        if state.session is None and state.library_trouble:
            self.say(f"{state.library_trouble}; trying again", warning=True)
            self._screen.parts.library_opening.open_again()
        elif state.session is None:
            self.say("the library is being opened; try again in a moment", warning=True)
        return state.session

    # -- saying something -------------------------------------------------------------

    def key(self, command_id: str) -> str:
        """The key that runs a command, as the reader sees it."""
        return self._screen.state.keymap.shown(command_id)

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the reader something in the status row, until the next key."""
        self._screen.status_line.say(text, warning=warning)

    def notify(self, notices: Sequence[str]) -> None:
        """Say what should be known on opening; several at once after one another."""
        self._screen.status_line.notify(notices)

    def clear_message(self) -> None:
        """Take back what was said."""
        self._screen.status_line.clear()

    def show_title(self) -> None:
        """Draw the title bar anew."""
        self._screen.show_title()

    def update_status(self) -> None:
        """Draw the status row anew, after what the key has changed in the text."""
        self.after_paint("status", self._screen.draw_status)

    # -- drawing ----------------------------------------------------------------------

    def after_paint(self, what: str, work: Callable[[], None]) -> None:
        """Do something once the direct effect of a key is on the screen."""
        self._screen.next_frame.add(what, work)

    def react(self, occasion: Occasion) -> None:
        """Have the parts do what the table says about an occasion."""
        self._screen.parts.ask(REACTIONS[occasion])

    def peel(self) -> bool:
        """Take one layer off the desk; `False` when there was none."""
        if self._screen.parts.ask_first(LAYERS):
            return True
        if self.is_text_only:
            self.set_text_only(False)
            return True
        return False

    def cancel(self) -> bool:
        """Stop what runs; `False` when nothing did."""
        return self._screen.parts.ask_first(CANCELS)

    # -- widgets ----------------------------------------------------------------------

    @property
    def focused(self) -> Widget | None:
        """The widget that has the keys."""
        return self._screen.focused

    def set_focus(self, widget: Widget | None) -> None:
        """Give the keys to a widget at once."""
        self._screen.set_focus(widget)

    def widget(self, selector: str) -> Widget:
        """A widget of the desk."""
        return self._screen.query_one(selector)

    @property
    def is_text_only(self) -> bool:
        """Whether everything but the text is hidden."""
        return self._screen.has_class(TEXT_ONLY)

    def set_text_only(self, is_set: bool) -> None:
        """Hide everything but the text, or show it again."""
        self._screen.set_class(is_set, TEXT_ONLY)

    def hand_on(self, event: events.Key) -> None:
        """Have the desk take a key that came to a box which has been left."""
        self._screen.post_message(event.copy())

    def run_command(self, command: Command) -> None:
        """Do what a command asks for."""
        self._screen.run_command(command)

    # -- dialogs, threads, timers, other screens --------------------------------------

    def open_dialog(
        self, dialog: Screen[Answer], then: Callable[[Answer | None], None] | None = None
    ) -> None:
        """Open a dialog over the desk, whose status row then names no keys."""
        self._screen.app.push_screen(dialog, then)
        self._screen.draw_status()

    def screens(self) -> Sequence[Screen[Any]]:
        """What lies over one another in the window, the lowest first."""
        return self._screen.app.screen_stack

    def import_parts(self, names: Sequence[str]) -> None:
        """Import parts before they are needed; called in a thread."""
        for name in names:
            import_part(name)

    def make_parts(self) -> None:
        """Make the parts that react from when the library is open."""
        for name in MADE_WITH_LIBRARY:
            getattr(self._screen.parts, name)

    def replace_article(self, changed: ChangedText) -> None:
        """Put another text in the place of the open one."""
        self.post(ArticleChanged(self._screen, changed))

    def in_thread(self, work: Callable[[], None], group: str, *, exclusive: bool = False) -> None:
        """Run something in a thread; what it does not expect is told."""
        self._screen.run_worker(
            work, thread=True, exit_on_error=False, group=group, exclusive=exclusive
        )

    def cancel_threads(self, group: str) -> None:
        """Give up what was begun in a group of threads."""
        self._screen.workers.cancel_group(self._screen, group)

    def in_loop(self, work: Callable[..., object], *args: Any) -> None:
        """Run something on the event loop; called from any thread."""
        self._screen.call_later(work, *args)

    def after(self, seconds: float, work: Callable[[], None]) -> Timer:
        """Run something later; the timer is to be stopped when the desk is left."""
        # Not the desk's own timer: Textual repaints the whole terminal on every event of a screen
        # that has another one over it, twice a second through a connection where a dialog is open.
        return self._screen.app.set_timer(seconds, work)

    def post(self, message: Message) -> None:
        """Ask the program for something."""
        self._screen.post_message(message)
