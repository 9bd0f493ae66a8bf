"""A sheet to correct a result: a box for each value, and a list where one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.sheet import SheetScreen, foot, quoted
from tui.widgets.boxes import FieldBox
from tui.widgets.row_list import ListRow, RowList

if TYPE_CHECKING:
    from tui.store.correction_rows import CorrectionKind

LABEL = 10
"""Fewest cells of the column that names the boxes."""
SHEET = 7
"""Rows of the screen that a sheet without a list covers."""
FRAME = 2
"""Rows of its border."""


class EditForm(NamedTuple):
    """What a sheet asks for."""

    title: str
    """What is corrected."""
    fields: tuple[tuple[str, str], ...]
    """The name of each box and what is in it now."""
    values_of: Callable[[tuple[str, ...]], dict[CorrectionKind, str | None]]
    """The corrections for what was typed; `None` takes one back, empty is nothing."""
    choices: tuple[ListRow, ...] = ()
    """The rows of its list; none for no list."""
    chosen: str = ""
    """The key of the row that holds now."""
    begins_at: int = 0
    """The index of the box that has the keys first."""

    @property
    def before(self) -> tuple[str, ...]:
        """What the sheet hands over when nothing is changed."""
        values = tuple(value for _, value in self.fields)
        return (*values, self.chosen) if self.choices else values


class EditScreen(SheetScreen[tuple[str, ...]]):
    """Correct a result; closing it by any way keeps what was typed."""

    def __init__(
        self,
        form: EditForm,
        passage: str,
        begin: tuple[str, ...],
        on_draft: Callable[[tuple[str, ...]], None],
        on_close: Callable[[tuple[str, ...], bool], None],
    ) -> None:
        """Edit what a form asks for.

        Args:
            form: What is asked for.
            passage: The words of the text it is about.
            begin: What is in the boxes at first, and the key of the row that is chosen.
            on_draft: Called with the same at the latest a second after a change.
            on_close: Called once, however the sheet is closed, with the same as it is then,
                and whether the reader discarded it.
        """
        super().__init__(saved=form.before, begin=begin, on_draft=on_draft)
        self._form = form
        self._passage = passage
        self._on_close = on_close
        self.boxes: list[FieldBox] = [
            FieldBox(self.takes_first, lambda: self.boxes[self._box_in_use]) for _ in form.fields
        ]
        self.list = RowList()

    def compose(self) -> ComposeResult:
        """The passage, the boxes, the list."""
        with Vertical(classes="dialog") as dialog:
            # Content, not str: a str would be parsed as markup.
            dialog.border_title = Content(self._form.title)
            dialog.styles.height = FRAME + 1 + len(self.boxes) + len(self._form.choices)
            yield quoted(self._passage)
            width = max(LABEL, *(len(label) + 1 for label, _ in self._form.fields))
            for (label, _), box in zip(self._form.fields, self.boxes, strict=True):
                with Horizontal(classes="field"):
                    yield Static(f"{label:<{width}}", markup=False)
                    yield box
            if self._form.choices:
                self.list.can_focus = False
                self.list.shows_cursor = True
                yield self.list

    def on_mount(self) -> None:
        """Go on writing at the end of a box."""
        for box, value in zip(self.boxes, self._begin, strict=False):
            box.begin_with(value)
        self.list.rows = self._form.choices
        keys = [row.key for row in self._form.choices]
        chosen = self._begin[-1]
        self.list.cursor = keys.index(chosen) if chosen in keys else 0
        self.boxes[self._form.begins_at].focus()
        self.ready()

    def on_resize(self, event: events.Resize) -> None:
        """Name the keys that there is room for."""
        others = "↑ ↓ choose · " if self._form.choices else ""
        others = "Tab next line · " if len(self.boxes) > 1 else others
        self.query_one(".dialog").border_subtitle = foot(
            event.size.width,
            f"{others}Enter, Esc, ctrl+s save · ctrl+x discards",
            "Enter, Esc save · ctrl+x discards",
        )

    @property
    def _box_in_use(self) -> int:
        """The index of the box that has the keys."""
        begin = self._form.begins_at
        return next((n for n, box in enumerate(self.boxes) if box is self.focused), begin)

    def handle(self, event: events.Key) -> bool:
        """Go from box to box, choose in the list, close."""
        key = event.key
        if event.is_printable and event.character:
            self.boxes[self._box_in_use].insert_text_at_cursor(event.character)
        elif key in ("down", "up", "ctrl+n", "ctrl+p") and self._form.choices:
            self.list.cursor += 1 if key in ("down", "ctrl+n") else -1
            self.draft_soon()
        elif key in ("tab", "down", "shift+tab", "up"):
            self._focus_box(1 if key in ("tab", "down") else -1)
        elif key == "enter":
            self.close_sheet()
        else:
            return super().handle(event)
        return True

    def _focus_box(self, by: int) -> None:
        # Not `focus()`, which waits: the next key may already be on its way.
        self.set_focus(self.boxes[(self._box_in_use + by) % len(self.boxes)])

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked row is chosen; the sheet stays open."""
        event.stop()
        self.draft_soon()

    def words_in_boxes(self) -> tuple[str, ...]:
        """What stands in the boxes, and the key of the row that is chosen."""
        words = [box.value for box in self.boxes]
        if self._form.choices and self.list.current:
            words.append(self.list.current.key)
        return tuple(words)

    def hand_over(self, words: tuple[str, ...], discarded: tuple[str, ...] | None) -> None:
        """Hand over what was typed."""
        self._on_close(words if discarded is None else discarded, discarded is not None)
