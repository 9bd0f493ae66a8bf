"""The reading desk: the article, its panels, and the keys that drive them.

The screen composes, lays out, and hands keys and the messages of its widgets to the parts; it
decides nothing about the article.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tui.desk.next_frame import NextFrame
from tui.desk.parts import Parts
from tui.desk.reactions import MADE_WITH_PANELS
from tui.desk.screen_surface import ScreenSurface
from tui.desk.state import DeskState
from tui.desk.status import StatusLine
from tui.desk.surface import Occasion
from tui.desk.title_bar import title_runs
from tui.keys.dispatcher import Completed, DroppedKeys, Prefix, key_name
from tui.settings.config import Config
from tui.settings.paths import Paths, is_there
from tui.widgets.article_view import ArticleView
from tui.widgets.chrome import Bar, ProgressLine, StatusRow
from tui.widgets.ribbon import Ribbon
from tui.widgets.rooms import HEIGHTS, LOW, WIDTHS, room_classes, side_size

if TYPE_CHECKING:
    from textual.widgets import Input
    from textual.worker import Worker

    from tui.desk.requests import ReadingPlace
    from tui.documents.article import Article
    from tui.keys.commands import Command
    from tui.widgets.row_list import RowList

WAIT_FOR_KNOWN = 0.2
"""Seconds the panels may wait for results that are known, to come with them in one frame; a
slow disk is not waited for."""
LEAST_SIZE = (40, 10)
"""Columns and rows below which there is no desk to lay out."""
LIBRARY_AFTER = 0.03
"""Seconds after which the library is opened: at once it would compete with a cached analysis
for the processor, and both would be there later."""
DIALOGS_AFTER = 0.3
"""Seconds after which the desk makes ready for dialogs: panels and library are wanted first."""


class ReaderScreen(Screen[None]):
    """Read one article."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    view = getters.query_one(ArticleView)
    title_bar = getters.query_one("#title-bar", Bar)
    tabs = getters.query_one("#tabs", StatusRow)
    status = getters.query_one("#status", StatusRow)

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        """Prepare the desk for an article.

        Args:
            article: What is read.
            paths: Where the library and the cache are.
            config: The reader's settings.
            private: Whether nothing may be written to disk.
        """
        super().__init__()
        self.state = DeskState(article, paths=paths, config=config, private=private)
        self.surface = ScreenSurface(self)
        self.parts = Parts(self.state, self.surface)
        self.status_line = StatusLine(self.state, self.surface, self.parts)
        self.next_frame = NextFrame(self, lambda: self.view)
        self.problems: tuple[str, ...] = ()
        """Mistakes in the configuration, told once the desk is up."""
        self.place_to_keep: ReadingPlace | None = None
        """Where the reader was in the text before this one."""
        self._dispatcher = self.state.keymap.dispatcher()
        self._is_painted = False
        self._is_complete = False
        self.early_keys: tuple[events.Key, ...] = ()
        """Keys typed before the desk was whole; it takes them then."""

    # -- building ---------------------------------------------------------------------

    @property
    def size(self) -> Size:
        """The size of the window, also before Textual has laid the screen out."""
        return super().size or self.app.size

    def compose(self) -> ComposeResult:
        """Only what the first paint shows; `_complete` brings the rest."""
        # What Textual gives only after the first paint, which would be of another layout.
        for name in room_classes(self.size):
            self.set_class(True, name, update=False)
        yield Bar(id="title-bar")
        yield ProgressLine()
        with Container(id="body"):
            yield ArticleView(self.state.article, measure=self.state.config.measure, id="article")
            yield Ribbon()
            yield Container(id="side")
        yield Bar(id="welcome")
        yield StatusRow(id="tabs")
        yield StatusRow(id="status")

    @property
    def _is_composed(self) -> bool:
        """Whether its text is on it: not on one that was left, also while it was being opened."""
        return bool(self.query(ArticleView))

    def on_mount(self) -> None:
        """Show the article; everything else waits for the first paint."""
        if not self._is_composed:
            return
        if self.place_to_keep is not None:
            self.view.begin_at(self.place_to_keep.cursor)
            # The text has no rows yet; it is scrolled once it is wrapped.
            self.parts.jumping.place_to_return_to = self.place_to_keep
        self.view.focus()
        self.show_title()
        self._lay_out_side()
        self.surface.update_status()

    def _lay_out_side(self) -> None:
        """Give the side its size before the panels are there: the text is wrapped beside it."""
        self.set_class(self.size.height < LOW, "-low")
        side = self.query_one("#side", Container)
        side.styles.height, side.styles.width = side_size(self.size, self.state.config.panels.width)

    def show_title(self) -> None:
        """Draw the title bar."""
        article, is_complete = self.state.article, self._is_complete
        cursor = self.view.cursor
        left, right = title_runs(article, self.size.width, is_complete=is_complete, cursor=cursor)
        self.title_bar.left, self.title_bar.right = left, right

    async def _mount_panels(self) -> None:
        if not self._is_composed:
            return
        state, parts = self.state, self.parts
        for name in MADE_WITH_PANELS:
            getattr(parts, name)
        # With a cache the frame that brings the panels can have the results in them, too.
        if is_known := not state.private and is_there(state.paths.cache):
            parts.analysing.start()
        with self.app.batch_update():
            if is_known:
                await parts.analysing.first_news(WAIT_FOR_KNOWN)
            column = parts.column.make()
            if self._is_composed:
                await self.query_one("#side", Container).mount(column)
        if not column.children:  # The desk was left meanwhile.
            return
        self.surface.react(Occasion.RESIZED)
        self.surface.notify((*self.problems, *state.article.notices))
        # What follows would take the processor from the panels' first paint.
        self.call_after_refresh(self._complete, is_known)

    async def _complete(self, is_analysing: bool) -> None:
        from tui.widgets.find_row import FindRow

        if self._is_composed:
            await self.mount(FindRow(self._before_find), before=self.status)
            await self.mount(Static(id="too-small", markup=False))
        if self.query("#too-small"):  # Else it was left meanwhile.
            self._begin(is_analysing)
        # What the start has built stays; see where the collector is turned off.
        gc.freeze()
        gc.enable()

    def _begin(self, is_analysing: bool) -> None:
        """Let the reader in, once everything is on the desk."""
        if not is_analysing:
            self.parts.analysing.start()
        self.set_timer(LIBRARY_AFTER, lambda: self.parts.library_opening.open())
        self.set_timer(DIALOGS_AFTER, self._make_ready_for_dialogs)
        self._is_complete = True
        self._cover_if_too_small()
        self.show_title()
        for event in self.early_keys:
            self.on_key(event)

    def _make_ready_for_dialogs(self) -> None:
        from tui.dialogs.dialog import read_styles

        read_styles(self.app)
        gc.freeze()  # What the library and its keys have brought since stays, too.

    def _cover_if_too_small(self) -> None:
        if not self._is_complete:
            return
        width, height = LEAST_SIZE
        is_too_small = self.size.width < width or self.size.height < height
        cover = self.query_one("#too-small", Static)
        cover.display = is_too_small
        if is_too_small:
            has = "x".join(map(str, self.size))
            cover.update(f"closeread needs {width}x{height}, this window has {has}")

    def take_over(self, other: ReaderScreen) -> None:
        """Take the place of a desk: its library, its analysis, and how the reader had set it."""
        other.state.hand_over_to(self.state)
        self.surface.set_text_only(other.surface.is_text_only)

    def draw_status(self) -> None:
        """Draw the status row, and in a book the chapter."""
        self.status_line.draw(self.status, self.tabs)
        if self.state.article.milestones:
            self.show_title()

    # -- keys -------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Every key of the desk goes through the dispatcher."""
        self.next_frame.catch_up()
        if self._goes_to_dialog(event) or self._comes_too_early(event):
            event.stop()
            return
        if self._is_finding:
            if self.parts.find_bar.take_key(event):
                event.stop()
                event.prevent_default()
            return
        event.stop()
        event.prevent_default()
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        labelling = self.parts.made("labelling")
        if labelling is not None and labelling.take_key(key):
            self.surface.react(Occasion.COMMAND_RUN)
            return
        self._dispatch(key)

    def _goes_to_dialog(self, event: events.Key) -> bool:
        above = self.app.screen
        if above is self:
            return False
        # Dialogs are no part of the first paint: only one on top of the desk is asked for.
        from tui.dialogs.dialog import Dialog

        if not isinstance(above, Dialog):
            return False
        above.take_early(event)
        return True

    def _comes_too_early(self, event: events.Key) -> bool:
        if self._is_complete:
            return False
        self.early_keys += (event,)
        return True

    def _dispatch(self, key: str) -> None:
        outcome = self._dispatcher.feed(self.surface.mode, key)
        self.status_line.show_prefix(outcome if isinstance(outcome, Prefix) else None)
        if isinstance(outcome, Completed):
            self.state.letter = outcome.letter
            self.run_command(outcome.command)
            self.state.letter = ""
        elif not isinstance(outcome, (Prefix, DroppedKeys)):
            self.surface.clear_message()
            self.surface.say(
                f"no command on this key; {self.surface.key('desk.help')} shows the keys"
            )

    def run_command(self, command: Command) -> None:
        """Do what a command asks for; one that needs a letter waits for it first."""
        self.surface.clear_message()
        if command.any_letter and not self.state.letter:
            self._wait_for_letter(command)
            return
        self.parts.of(command).run(command)
        if command.id != "mark.make":
            self.state.just_made = None
        self.surface.react(Occasion.COMMAND_RUN)
        self.surface.update_status()

    def _wait_for_letter(self, command: Command) -> None:
        """Go on as if the keys before the letter had been typed: the palette has no letter."""
        if not command.keys:
            self.surface.say(
                f"“{command.label}” needs a key: give it one in config.toml, under [keys]"
            )
            return
        for key in command.keys[0].split()[:-1]:
            outcome = self._dispatcher.feed(self.surface.mode, key)
            self.status_line.show_prefix(outcome if isinstance(outcome, Prefix) else None)

    # -- finding ----------------------------------------------------------------------

    @property
    def _is_finding(self) -> bool:
        """Whether the reader is typing a pattern."""
        return self.focused is not None and self.focused.id == "find-bar"

    def _before_find(self, event: events.Key) -> bool:
        return self.parts.find_bar.takes_first(event)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find what is typed."""
        if event.input.id == "find-bar" and self._is_finding:
            self.parts.find_bar.typed(event.value)

    # -- what the widgets say ---------------------------------------------------------

    def on_article_view_cursor_moved(self) -> None:
        """Rows, status and the remembered place keep with the cursor."""
        self.surface.react(Occasion.CURSOR_MOVED)

    def on_article_view_scrolled(self) -> None:
        """Map and progress keep with the visible part."""
        self.surface.react(Occasion.TEXT_SCROLLED)

    def on_article_view_rewrapped(self, event: ArticleView.Rewrapped) -> None:
        """Rows have other numbers now."""
        event.stop()
        self.surface.react(Occasion.TEXT_REWRAPPED)
        self.surface.update_status()

    def on_article_view_pressed(self, event: ArticleView.Pressed) -> None:
        """The mouse was pressed on the text."""
        self.parts.mouse.press(event.offset, event.times, with_alt=event.with_alt)

    def on_article_view_dragged(self, event: ArticleView.Dragged) -> None:
        """It was moved while pressed."""
        self.parts.mouse.drag(event.offset)

    def on_article_view_wheeled(self) -> None:
        """Its wheel was turned."""
        self.parts.mouse.turn_wheel()

    def on_ribbon_jump_requested(self, event: Ribbon.JumpRequested) -> None:
        """The reader pointed at the map."""
        self.parts.mouse.point_on_map(event.row, is_drag=event.is_drag)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """The text moves along with the rows."""
        event.stop()
        self.parts.column.show_row(event.row)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A clicked row is gone to."""
        event.stop()
        self.parts.rows.choose(event.row)

    def on_status_row_panel_clicked(self, event: StatusRow.PanelClicked) -> None:
        """The panel whose name was clicked opens."""
        self.parts.column.focus(event.number - 1)

    def on_descendant_focus(self) -> None:
        """The mode may have changed."""
        self.surface.react(Occasion.FOCUS_MOVED)
        self.surface.update_status()

    # -- what the program says --------------------------------------------------------

    def on_resize(self) -> None:
        """Lay the panels out for the new size; the first one comes with the first paint."""
        if not self._is_composed:
            return
        self._lay_out_side()
        self.surface.react(Occasion.RESIZED)
        self._cover_if_too_small()
        self.show_title()
        self.surface.update_status()
        if not self._is_painted:
            self._is_painted = True
            # A frame of its own would be in the way of the panels.
            self.next_frame.catch_up()
            # `call_after_refresh` would wait for the refresh after this one.
            self.call_later(self._mount_panels)

    def on_screen_resume(self) -> None:
        """Draw what may have changed while another screen was on top."""
        if not self._is_composed:
            return
        # A covered screen is not painted, and what waits for its painting would wait on.
        self.next_frame.catch_up()
        self.surface.react(Occasion.RESUMED)
        self.surface.update_status()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Tell what a thread did not expect."""
        from tui.dialogs.failures import failure

        if reason := failure(event):
            self.surface.say(reason, warning=True)

    async def on_unmount(self) -> None:
        """Wait for what is still being saved, and stop what runs beside the desk."""
        self.surface.react(Occasion.CLOSING)
        await self.parts.library_opening.close()
