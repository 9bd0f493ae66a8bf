"""What every dialog over the desk shares: no key typed before it is ready is lost.

Textual hands each key to the widget that has the focus when the key arrives, and a dialog
takes a moment to be mounted and another to go. Keys of a quick typist that still reach the
desk, a dialog below, the dialog before its box has the focus, or one that has been left are
handed on here, in order.
"""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import events
from textual.app import App
from textual.screen import ModalScreen

from tui.settings.paths import resource
from tui.widgets.glyphs import drawn
from tui.widgets.lower_edge import set_lower_edge
from tui.widgets.row_list import RowList

Result = TypeVar("Result")

DOT = " · "
"""What stands between the keys at the foot of a frame."""
LEAST_KEYS = 2
"""Parts of the foot, the number of the row among them, below which that number goes."""
CORNERS = 6
"""Cells of the lower edge of a frame that its words never take."""


def list_steps(page: int) -> dict[str, int]:
    """By how many rows each key moves in a list that has the focus.

    Args:
        page: The rows of a page.
    """
    end = 10**6
    return {
        "j": 1, "down": 1, "k": -1, "up": -1, "space": page, "pagedown": page,
        "ctrl+f": page, "pageup": -page, "ctrl+b": -page,
        "g": -end, "home": -end, "G": end, "end": end,
    }  # fmt: skip


def steps_while_typing(page: int) -> dict[str, int]:
    """By how many rows each key moves in a list below a box that has the focus.

    Args:
        page: The rows of a page.
    """
    return {
        "down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1, "pagedown": page, "pageup": -page,
    }  # fmt: skip


class Dialog(ModalScreen[Result], Generic[Result]):
    """A dialog that takes keys from the moment it is asked for."""

    CSS_PATH: ClassVar = resource("styles", "dialogs.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-very-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (24, "-high")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key] = []
        self._is_ready = False
        self._is_left = False
        self.foot_words = self.foot_fitted = ""
        """The keys at the foot: all of them, and those that have room."""
        self.position = ""
        """Which row of its list is current; the first words of the foot."""
        self.total: int | None = None
        """How many rows its list has when nothing is typed; `None` leaves it unsaid."""

    def take_early(self, event: events.Key) -> None:
        """Take a key that was meant for this dialog and reached the desk below."""
        self._early.append(event)
        if self._is_ready:
            self._handle_early()

    def ready(self) -> None:
        """Take the keys that came before; called once the dialog is mounted."""
        self.screen_layout_refresh_signal.subscribe(self, lambda _: _fit_foot(self))
        self._is_ready = True
        self._handle_early()

    def _handle_early(self) -> None:
        while self._early:
            event = self._early.pop(0)
            if not self.takes_first(event):
                self.handle(event)

    def leave(self, answer: Result | None = None) -> None:
        """Close with an answer; the keys that follow are for the desk."""
        if not self._is_left:
            self._is_left = True
            self.dismiss(answer)

    def takes_first(self, event: events.Key) -> bool:
        """Take a key before the box that has the focus; letters are for the box."""
        if self._is_left:
            self.app.screen.post_message(event.copy())
            return True
        return not event.is_printable and self.handle(event)

    def on_key(self, event: events.Key) -> None:
        """Handle a key that no widget of the dialog has taken."""
        above = self.app.screen
        if self._is_left:
            self.takes_first(event)
        elif isinstance(above, Dialog) and above is not self:
            above.take_early(event)
        elif not self._is_ready:
            self._early.append(event)
        elif not (_does_anywhere(self, event.key) or self.handle(event)):
            return
        event.stop()
        event.prevent_default()

    def handle(self, event: events.Key) -> bool:
        """Do what a key asks for; `False` leaves it to the bindings of the focused box."""
        raise NotImplementedError


def _does_anywhere(dialog: Dialog[Result], key: str) -> bool:
    """To the shell, or draw anew: as on the desk, in a list where nothing is typed."""
    if not isinstance(dialog.focused, RowList) or key not in ("ctrl+z", "ctrl+l"):
        return False
    if key == "ctrl+z":
        dialog.app.action_suspend_process()
    dialog.refresh(layout=True, repaint=True)
    dialog.app.refresh(layout=True)
    return True


def _fit_foot(dialog: Dialog[Result]) -> None:
    """Leave out whole keys at the end of the foot where it would be cut within a word."""
    for box in dialog.query(".dialog"):
        shown = str(box.border_subtitle or "")
        if shown != dialog.foot_fitted:
            dialog.foot_words = shown
        keys = dialog.foot_words.split(drawn(DOT))
        room = box.outer_size.width - CORNERS
        fitting = _that_fit(keys, room)
        is_short = len(fitting) < len(keys) and len(fitting) <= LEAST_KEYS
        if dialog.position in fitting and is_short:
            # Where there is hardly any room, the keys are wanted more than the number.
            fitting = _that_fit([each for each in keys if each != dialog.position], room)
        dialog.foot_fitted = drawn(DOT).join(fitting)
        if shown != dialog.foot_fitted:
            set_lower_edge(box, dialog.foot_fitted)


def _that_fit(parts: list[str], room: int) -> list[str]:
    """The first parts of a foot that have room, at least one."""
    count = len(parts)
    while count > 1 and cell_len(drawn(DOT).join(parts[:count])) > room:
        count -= 1
    return parts[:count]


def show_position(dialog: Dialog[Result], rows: RowList) -> None:
    """Say in the lower edge of a dialog which row of its list is current, now and later."""

    def show() -> None:
        here, count = rows.position
        is_narrowed = dialog.total not in (None, count)
        words = f"{here}/{count}{f' of {dialog.total}' * is_narrowed}" if here else ""
        before, dialog.position = dialog.position, words
        if dialog.position == before:
            return
        for box in dialog.query(".dialog"):
            keys = (dialog.foot_words or str(box.border_subtitle or "")).split(drawn(DOT))
            parts = [dialog.position, *(each for each in keys if each != before)]
            set_lower_edge(box, drawn(DOT).join(filter(None, parts)))
        _fit_foot(dialog)

    for name in ("cursor", "rows"):
        dialog.watch(rows, name, show)


def read_styles(app: App[None]) -> None:
    """Read how dialogs look before the first one is asked for.

    Textual would read it with that dialog, and then all the other style sheets once more.
    """
    sheet = str(Dialog.CSS_PATH)
    if not app.stylesheet.has_source(sheet):
        app.stylesheet.read(sheet)
        app.stylesheet.parse()
