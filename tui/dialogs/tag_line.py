"""The tags of a highlight: one line over the tags that complete it, at the bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events, getters, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from tui.dialogs.failures import ReportingFailures
from tui.dialogs.sheet import SheetScreen, foot, quoted, sheet_rows
from tui.errors import StoreError
from tui.search.tags import TagCompletion, completed, parse_tags, tags_line
from tui.widgets.boxes import LineBox
from tui.widgets.row_list import ListRow, RowLine, RowList

FEET = (
    "↑ ↓ choose · Tab completes · Enter, Esc, ctrl+s save · ctrl+x discards",
    "Tab completes · Enter, Esc save · ctrl+x discards",
    "Enter, Esc save · ctrl+x discards",
)
"""The keys of the sheet, and what of them there is room for in a narrow window."""


class TagsScreen(ReportingFailures, SheetScreen[str]):
    """Type the tags of a highlight; closing it by any way saves them."""

    hits = getters.query_one(RowList)

    def __init__(
        self,
        *,
        passage: str,
        saved: tuple[str, ...],
        typed: str | None,
        read_tags: Callable[[], Sequence[str]],
        on_draft: Callable[[str], None],
        on_close: Callable[[str | None, str | None], None],
    ) -> None:
        """Edit the tags of a highlight.

        Args:
            passage: The highlighted words, shown above the line.
            saved: Its tags as they are saved.
            typed: A line that was typed and not saved; `None` if nothing.
            read_tags: The tags of the library, the most used first; called in a thread.
            on_draft: Called with the line at the latest a second after a change.
            on_close: Called once, however the box is closed: with the line (`None` when
                there is nothing to save) and the line that was discarded (`None` if none).
        """
        line = tags_line(saved)
        super().__init__(saved=line, begin=line if typed is None else typed, on_draft=on_draft)
        self._passage = passage
        self._is_typed = typed is not None
        self._read_tags = read_tags
        self._on_close = on_close
        self._completion = TagCompletion(())
        self._is_known = False
        self._has_chosen = False
        self.prompt = LineBox(
            self.takes_first, placeholder='words between spaces or commas; "two words" for one tag'
        )

    def compose(self) -> ComposeResult:
        """The passage, the line, and the tags it may go on with."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Tags"
            if self._is_typed:
                dialog.border_title = "Tags: these were typed before and are not saved"
            yield quoted(self._passage)
            with Horizontal(classes="prompt"):
                yield Static("# ", markup=False)
                yield self.prompt
            hits = RowList()
            hits.can_focus = False
            hits.shows_cursor = True
            yield hits

    def on_mount(self) -> None:
        """Go on typing behind the tags in the box."""
        self.prompt.begin_with(self._begin)
        self.prompt.focus()
        self._fill()
        self._read_library_tags()
        self.ready()

    def on_resize(self, event: events.Resize) -> None:
        """Leave the passage in view in a low window, too."""
        dialog = self.query_one(".dialog")
        dialog.styles.height = sheet_rows(event.size.height) - 1
        dialog.border_subtitle = foot(event.size.width, *FEET)

    @work(thread=True, exit_on_error=False, group="tags")
    def _read_library_tags(self) -> None:
        """Read the tags of the library; runs in a thread."""
        try:
            tags = self._read_tags()
        except StoreError:
            # Completing is a help; typing goes on without it.
            tags = ()
        self.app.call_from_thread(self._complete_from, tags)

    def _complete_from(self, tags: Sequence[str]) -> None:
        if self.is_attached and not self._is_handed_over:
            self._completion = TagCompletion(tags)
            self._is_known = True
            self._fill()

    def _fill(self) -> None:
        tags = self._completion.matching(self.prompt.value)
        self.hits.state_text = ""
        if self._is_known and not tags:
            self.hits.state_text = "no tag begins like this yet; Enter makes it"
        self.hits.rows = tuple(ListRow((RowLine(((f"#{tag}", ""),)),), tag) for tag in tags)
        self.hits.cursor = 0
        self._has_chosen = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        event.stop()
        self._fill()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked tag completes the line."""
        event.stop()
        self._complete()

    def _complete(self) -> None:
        # `Changed` may still be on its way for the last letters.
        if not self._has_chosen:
            self._fill()
        if row := self.hits.current:
            self.prompt.set_text(completed(self.prompt.value, row.key))
            self._fill()

    def handle(self, event: events.Key) -> bool:
        """Complete with Tab or Enter on a chosen row; close and save, or discard."""
        steps = {"down": 1, "ctrl+n": 1, "up": -1, "ctrl+p": -1}
        if event.is_printable and event.character:
            self.prompt.insert_text_at_cursor(event.character)
        elif event.key in steps:
            # The first step shows that the list has the keys; the first row is its row.
            self.hits.cursor += steps[event.key] if self._has_chosen else 0
            self._has_chosen = True
        elif event.key == "tab" or (event.key == "enter" and self._has_chosen):
            self._complete()
        elif event.key == "enter":
            self.close_sheet()
        else:
            return super().handle(event)
        return True

    @property
    def is_changed(self) -> bool:
        """Whether there are other tags than the saved ones; their order means nothing."""
        return set(parse_tags(self.words)) != set(parse_tags(self._saved))

    def words_in_boxes(self) -> str:
        """The line."""
        return self.prompt.value

    def hand_over(self, words: str, discarded: str | None) -> None:
        """Hand the line over."""
        is_saved = discarded is not None or not self.is_changed
        self._on_close(None if is_saved else words, discarded)
