"""A list over the whole desk: what the lists of questions, articles and highlights share.

Rows are read from the library in a thread. Keys that are about a row wait until the rows
that were asked for are listed; Esc leaves at once.
"""

from __future__ import annotations

from threading import Lock
from typing import ClassVar, Generic, TypeVar

from textual import events, getters, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog, list_steps, show_position, steps_while_typing
from tui.dialogs.failures import ReportingFailures
from tui.dialogs.help import HelpScreen
from tui.dialogs.shelf_rows import ShelfRows, Shelved
from tui.errors import ClosereadError
from tui.keys.commands import Group, Mode, shown_keys
from tui.keys.dispatcher import Completed as RunOutcome
from tui.keys.dispatcher import DroppedKeys, Prefix, key_name
from tui.keys.keymap import DEFAULT_KEYMAP, Keymap
from tui.widgets.boxes import LineBox
from tui.widgets.chrome import Bar, KeysBar
from tui.widgets.row_list import ListRow, RowList, Run

Result = TypeVar("Result")


class ShelfScreen(ReportingFailures, Dialog[Result | None], Generic[Result]):
    """A list with a filter, a preview, and commands for its rows."""

    TITLE_TEXT: ClassVar[str] = ""
    MODE: ClassVar[Mode] = Mode.LIBRARY
    FILTER_HINT: ClassVar[str] = "words in any order, typos forgiven"
    LINES_PER_ROW: ClassVar[int] = 2
    AUTO_FOCUS = ".hits"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    filter_row = getters.query_one(".prompt", Horizontal)
    prompt = getters.query_one(LineBox)
    hits = getters.query_one(ShelfRows)
    head = getters.query_one(".head", Bar)
    foot = getters.query_one(".foot", Bar)
    preview = getters.query_one(".preview", Static)

    def __init__(self, keymap: Keymap = DEFAULT_KEYMAP) -> None:
        """Make an empty list.

        Args:
            keymap: The keys in force.
        """
        super().__init__()
        self.keymap = keymap
        self._dispatcher = self.keymap.dispatcher()
        self._one_reading = Lock()
        self._held: list[events.Key] = []
        self._shown_head: tuple[Run, ...] = ()
        self._message = ""
        self.commands_of: tuple[object, ...] = (self,)
        """Whose methods the commands of this list are."""
        self.is_reading = True
        """Whether rows that were asked for have not come yet."""
        self.query_in_force: str | None = ""
        """The filter whose rows are listed; `None` while they are wanted in another order."""

    def compose(self) -> ComposeResult:
        """The counts, the filter, the list and what its row says in full."""
        with Vertical(classes="dialog shelf") as dialog:
            dialog.border_title = Content(self.TITLE_TEXT)
            yield Bar(classes="head")
            with Horizontal(classes="prompt"):
                yield Static(f"{self.key('shelf.filter')} ", markup=False)
                yield LineBox(self._before_filter, placeholder=self.FILTER_HINT)
            with Container(classes="columns"):
                hits = ShelfRows(lines_per_row=self.LINES_PER_ROW)
                hits.add_class("hits")
                hits.shows_cursor = True
                hits.state_text = "reading…"
                yield hits
                yield Static(classes="preview", markup=False)
            yield KeysBar(classes="foot")

    def on_mount(self) -> None:
        """Ask for the rows."""
        self.filter_row.display = bool(self.first_filter)
        # Not `focus()`, which waits: the keys that came early are for the list.
        self.set_focus(self.hits)
        self.head.left = ((" reading… ", "muted"),)
        self.foot.left = self.foot_keys()
        self.prompt.value = self.first_filter
        show_position(self, self.hits)
        self.ready()
        self.read(self.first_filter)

    # -- rows -------------------------------------------------------------------------

    def rows_for(self, query: str) -> Shelved:
        """Read the rows; called in a thread.

        Raises:
            ClosereadError: They cannot be read.
        """
        raise NotImplementedError

    def show_preview(self, row: ListRow | None) -> None:
        """Show the current row in full."""
        raise NotImplementedError

    @property
    def is_on_screen(self) -> bool:
        """Whether its parts can be drawn: no more when the program ends."""
        return self.is_attached and bool(self.query(LineBox))

    def read(self, query: str, *, from_top: bool = False) -> None:
        """Ask for the rows of a filter; keys about a row wait for them.

        Args:
            query: What was typed.
            from_top: Whether the first one is current then, though nothing else was typed.
        """
        self.is_reading = True
        if from_top:
            self.query_in_force = None
        self._read(query)

    first_filter = ""
    """The filter that is in force when the list is opened."""
    has_unfolded = False
    """Whether the rows that are asked for follow the current one, and are to be seen at once."""

    def read_again(self) -> None:
        """Ask for the rows once more, because something has changed; no key waits."""
        if self.is_on_screen:
            self._read(self.prompt.value)

    @work(thread=True, exit_on_error=False, group="shelf")
    def _read(self, query: str) -> None:
        with self._one_reading:
            if not self.is_on_screen or query != self.prompt.value:
                return
            try:
                shelved = self.rows_for(query)
            except ClosereadError as error:
                self.call_later(self.show_failure, f"{error}")
                return
        self.call_later(self._show, query, shelved)

    def show_failure(self, reason: str) -> None:
        """Show the reason in place of rows."""
        if self.is_on_screen:
            self._show(self.prompt.value, Shelved((), ((f" {reason} ", "warning"),), reason))

    def _show(self, query: str, shelved: Shelved) -> None:
        # A later key has asked for something else.
        if not self.is_on_screen or query != self.prompt.value:
            return
        is_new = query != self.query_in_force
        self.query_in_force = query
        self.hits.state_text = shelved.nothing
        self.hits.rows = shelved.rows
        if is_new:
            self.hits.cursor = 0
            self.hits.reveal(0)
        self.hits.pass_headings(+1)
        if self.has_unfolded:
            self.hits.reveal_below()
            self.has_unfolded = False
        self._shown_head = shelved.head
        self._draw_head()
        self.show_preview(self.hits.current)
        self.is_reading = False
        held, self._held = self._held, []
        for event in held:
            # One of them may open a dialog, which the rest is for.
            self.on_key(event)

    def say(self, text: str) -> None:
        """Show a message beside the counts, until the next key."""
        self._message = text
        if self.is_on_screen:
            self._draw_head()

    def _draw_head(self) -> None:
        said = ((f"  {self._message} ", "title"),) if self._message else ()
        self.head.left = (*self._shown_head, *said)

    def _move(self, by: int) -> None:
        self.hits.step(by)
        self.show_preview(self.hits.current)

    def key(self, command_id: str) -> str:
        """The key of a command as the reader sees it."""
        return self.keymap.shown(command_id)

    def foot_keys(self) -> tuple[Run, ...]:
        """The keys shown below the list."""
        runs: list[Run] = []
        for command in self.keymap.commands:
            if command.group is Group.LISTS and self.MODE in command.modes and command.hint:
                runs += [(f" {self.key(command.id)}", "key"), (f" {command.hint} ", "muted")]
        return (*runs, (" q", "key"), (" close ", "muted"))

    # -- keys -------------------------------------------------------------------------

    @property
    def is_filtering(self) -> bool:
        """Whether the reader is typing a filter."""
        return self.focused is not None and self.focused is self.prompt

    def _before_filter(self, event: events.Key) -> bool:
        """A key that came to the filter; typed right after it was left, it is for the list."""
        if self.is_filtering or self._is_left:
            return self.takes_first(event)
        self.on_key(event)
        return True

    def handle(self, event: events.Key) -> bool:
        """A key of the filter, or of the list once its rows are there."""
        if self.is_filtering:
            return self._handle_in_filter(event)
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        # Esc after a key that waits may be meant for what that key opens; twice it is not.
        is_urgent = not self._held or self._held[-1].key == "escape"
        if key == "ctrl+c" or (self.is_reading and key == "escape" and is_urgent):
            self.leave()
        elif self.is_reading:
            self._held.append(event)
        else:
            self._handle_in_list(key)
        return True

    def _handle_in_filter(self, event: events.Key) -> bool:
        steps = steps_while_typing(self.hits.rows_per_page)
        if event.is_printable and event.character:
            self.prompt.insert_text_at_cursor(event.character)
        elif event.key in steps:
            self._move(steps[event.key])
        elif event.key in ("enter", "escape", "ctrl+c"):
            if event.key != "enter":
                self.prompt.value = ""
            self._leave_filter()
        else:
            return False
        return True

    def _handle_in_list(self, key: str) -> None:
        self._message = ""
        self._draw_head()
        steps = list_steps(self.hits.rows_per_page)
        outcome = self._dispatcher.feed(self.MODE, key)
        if isinstance(outcome, RunOutcome):
            name = f"command_{outcome.command.id.replace('.', '_')}"
            next(getattr(each, name) for each in self.commands_of if hasattr(each, name))()
        elif isinstance(outcome, Prefix):
            self.say(" ".join(map(shown_keys, outcome.keys)))
        elif isinstance(outcome, DroppedKeys):
            # Esc has only taken back the keys that were begun.
            return
        elif key in steps:
            self._move(steps[key])
        elif key in ("escape", "q"):
            self._peel()
        else:
            self.say(f"this list has nothing on this key; {self.key('shelf.help')} shows its keys")

    def _peel(self) -> None:
        if self.prompt.value:
            self.prompt.value = ""
            self._leave_filter()
        else:
            self.leave()

    def _leave_filter(self) -> None:
        """Focus the list, which shows what the filter says."""
        # `Changed` may still be on its way for the last letters.
        if self.prompt.value != self.query_in_force:
            self.read(self.prompt.value)
        self.filter_row.display = bool(self.prompt.value)
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.hits)

    def command_shelf_filter(self) -> None:
        """Type words that the rows must hold."""
        self.filter_row.display = True
        self.set_focus(self.prompt)

    def command_shelf_help(self) -> None:
        """The keys of this list."""
        self.app.push_screen(HelpScreen(self.MODE, self.keymap))

    def command_shelf_go(self) -> None:
        """Close with the current row as the answer."""
        if row := self.hits.chosen:
            self.go(row)

    def go(self, row: ListRow) -> None:
        """Close with a row as the answer."""
        raise NotImplementedError

    def on_input_changed(self, event: LineBox.Changed) -> None:
        """Follow what is typed."""
        event.stop()
        if self.is_reading or event.value != self.query_in_force:
            self.read(event.value)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A click shows a row; a second one on it goes there."""
        event.stop()
        self.hits.pass_headings(+1)
        self.show_preview(self.hits.current)
