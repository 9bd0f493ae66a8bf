"""The reading desk: the article, its panels, and the keys that drive them."""

from __future__ import annotations

import gc
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from tui.desk.base import NARROW, SHORT, VERY_WIDE
from tui.desk.opening import Opening
from tui.keys.commands import Command, Mode
from tui.keys.dispatcher import Completed, DroppedKeys, Prefix, key_name
from tui.settings.config import PANEL_CHOICES
from tui.widgets.article_view import ArticleView
from tui.widgets.chrome import Bar, ProgressLine, StatusRow
from tui.widgets.ribbon import Ribbon
from tui.widgets.rooms import first_that_fits, width_of
from tui.widgets.row_list import Run as Words

QUIT_WITHIN = 1.0
"""Seconds in which a second ctrl+c quits."""
LEAST_SIZE = (40, 10)
"""Columns and rows below which there is no desk to lay out."""
COUNTED_AT_ONCE = 500_000
"""Code points of a text whose words are counted before the first paint."""
LIBRARY_AFTER = 0.03
"""Seconds after which the library is opened: at once it would compete with a cached analysis
for the processor, and both would be there later."""
DIALOGS_AFTER = 0.3
"""Seconds after which the desk makes ready for dialogs: panels and library are wanted first."""
ROOM_FOR_BRAND = 60
"""Columns below which the title needs the room of the program's name."""
WIDTH_STEP = 4
"""Columns by which `+` and `-` change the measure."""


class ReaderScreen(Opening, Screen[None]):
    """Read one article."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide"), (VERY_WIDE, "-very-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012

    _is_painted: bool = False
    _is_complete: bool = False
    _early_keys: tuple[events.Key, ...] = ()
    """Keys typed before the desk was whole; it takes them then."""
    _last_cancel: float = 0.0
    _has_warned: bool = False
    problems: tuple[str, ...] = ()
    """Mistakes in the configuration, told once the desk is up."""

    # -- building ---------------------------------------------------------------------

    @property
    def size(self) -> Size:
        """The size of the window, also before Textual has laid the screen out."""
        return super().size or self.app.size

    def compose(self) -> ComposeResult:
        """Only what the first paint shows; `_complete` brings the rest."""
        # Textual gives these only after the first paint, which would be of another layout.
        breakpoints = (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS)
        for size, points in zip(self.size, breakpoints, strict=True):
            reached = (name for least, name in reversed(points) if size >= least)
            self.set_class(True, next(reached), update=False)
        yield Bar(id="title-bar")
        yield ProgressLine()
        with Container(id="body"):
            yield ArticleView(self.article, measure=self.config.measure, id="article")
            yield Ribbon()
            yield Container(id="side")
        yield Bar(id="welcome")
        yield StatusRow(id="tabs")
        yield StatusRow(id="status")

    def on_mount(self) -> None:
        """Show the article; everything else waits for the first paint."""
        self.view.focus()
        self._show_title()
        self.lay_out_panels()
        self.update_status()

    def _show_title(self) -> None:
        article = self.article
        # Counting the words of a book takes longer than showing its first page.
        with_length = self._is_complete or len(article.text) < COUNTED_AT_ONCE
        facts = []
        if article.published:
            day = article.published
            facts.append(f"{day.day} {day:%b %Y}")
        if article.place:
            facts.append(article.place)
        if with_length:
            words = article.word_count
            facts += [f"{words:,} word{'s' * (words != 1)}", f"{article.minutes} min"]
        brand: tuple[Words, ...] = ((" closeread ", "brand"), ("  ", ""))
        if self.size.width < ROOM_FOR_BRAND:
            brand = ((" ", ""),)
        self.title_bar.left = (*brand, (article.title, "title"))
        # The title keeps half of the row; of the facts the last ones stay longest.
        room = self.size.width - min(width_of(self.title_bar.left), self.size.width // 2)
        choices = [(("  " + " · ".join(facts[n:]) + " ", "muted"),) for n in range(len(facts))]
        self.title_bar.right = first_that_fits([*choices, ()], room)

    async def _mount_panels(self) -> None:
        # With a cache the frame that brings the panels can have the results in them, too.
        if is_known := not self.private and self.paths.cache.exists():
            self.start_analysis()
        with self.app.batch_update():
            if is_known:
                await self.first_news()
            self.panels = self.make_panels()
            self.open_panel = PANEL_CHOICES.index(self.config.panels.open)
            await self.query_one("#side", Container).mount_all(self.panels)
        self.lay_out_panels()
        self.show_tabs()
        self.tell((*self.problems, *self.article.notices))
        # What follows would take the processor from the panels' first paint.
        self.call_after_refresh(self._complete, is_known)

    async def _complete(self, is_analysing: bool) -> None:
        await self.mount(self.make_find_row(), before=self.status)
        await self.mount(Static(id="too-small", markup=False))
        if not is_analysing:
            self.start_analysis()
        self.set_timer(LIBRARY_AFTER, self.open_library)
        self.set_timer(DIALOGS_AFTER, self._make_ready_for_dialogs)
        self._is_complete = True
        self._cover_if_too_small()
        self._show_title()
        for event in self._early_keys:
            self.on_key(event)
        # What the start has built stays; see where the collector is turned off.
        gc.freeze()
        gc.enable()

    def _make_ready_for_dialogs(self) -> None:
        from tui.dialogs.dialog import read_styles

        read_styles(self.app)

    def on_screen_resume(self) -> None:
        """Draw what may have changed while another screen was on top."""
        # A covered screen is not painted, and what waits for its painting would wait on.
        self.catch_up()
        self.update_status()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panels out for the new size; the first one comes with the first paint."""
        self.lay_out_panels()
        self._cover_if_too_small()
        self._show_title()
        self.show_tabs()
        self.update_status()
        if not self._is_painted:
            self._is_painted = True
            # A frame of its own would be in the way of the panels.
            self.catch_up()
            # `call_after_refresh` would wait for the refresh after this one.
            self.call_later(self._mount_panels)

    def _cover_if_too_small(self) -> None:
        if not self._is_complete:
            return
        width, height = LEAST_SIZE
        is_too_small = self.size.width < width or self.size.height < height
        cover = self.query_one("#too-small", Static)
        cover.display = is_too_small
        if is_too_small:
            has = f"{self.size.width}x{self.size.height}"
            cover.update(f"closeread needs {width}x{height}, this window has {has}")

    def on_article_view_cursor_moved(self) -> None:
        """Remember the place; the parts below keep rows and status with it."""
        self.save_place_soon()

    # -- keys -------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Every key of the desk goes through the dispatcher."""
        self.catch_up()
        above = self.app.screen
        if above is not self:
            # Dialogs are no part of the first paint: only one on top of the desk is asked for.
            from tui.dialogs.dialog import Dialog

            if isinstance(above, Dialog):
                event.stop()
                above.take_early(event)
                return
        if not self._is_complete:
            event.stop()
            self._early_keys += (event,)
            return
        if self.is_finding:
            if self.on_find_key(event):
                event.stop()
                event.prevent_default()
            return
        event.stop()
        event.prevent_default()
        key = key_name(event.key, event.character, is_printable=event.is_printable)
        if self.labelling:
            self.on_label_key(key)
            self.light_mentions()
            return
        outcome = self.dispatcher.feed(self.mode, key)
        self.show_pending(outcome if isinstance(outcome, Prefix) else None)
        if isinstance(outcome, Completed):
            self.letter = outcome.letter
            self.run_command(outcome.command)
            self.letter = ""
        elif not isinstance(outcome, (Prefix, DroppedKeys)):
            self.clear_message()
            self.say(f"no command on this key; {self.key('desk.help')} shows the keys")

    def run_command(self, command: Command) -> None:
        """Do what a command asks for; one that needs a letter waits for it first."""
        self.clear_message()
        if command.any_letter and not self.letter:
            self._wait_for_letter(command)
            return
        if not self.run_motion(command.id):
            getattr(self, f"command_{command.id.replace('.', '_')}")()
        if command.id != "mark.make":
            self.just_made = None
        # With the cursor, in the frame of the key: a mention lit later would flicker.
        self.light_mentions()
        self.update_status()

    def _wait_for_letter(self, command: Command) -> None:
        """Go on as if the keys before the letter had been typed: the palette has no letter."""
        if not command.keys:
            self.say(f"“{command.label}” needs a key: give it one in config.toml, under [keys]")
            return
        for key in command.keys[0].split()[:-1]:
            outcome = self.dispatcher.feed(self.mode, key)
            self.show_pending(outcome if isinstance(outcome, Prefix) else None)

    # -- desk -------------------------------------------------------------------------

    def command_layer_close(self) -> None:
        """Peel one layer: selection, panel, matches, text only, welcome. Never quits."""
        if not self._peel():
            self.hide_welcome()

    def _peel(self) -> bool:
        if self.drop_selection() or self.drop_filter():
            return True
        if self.leave_panel(stay=False) or self.drop_matches():
            return True
        if self.has_class("-text-only"):
            self.command_desk_text_only()
            return True
        return False

    def command_desk_quit(self) -> None:
        """Peel one layer; with none left quit."""
        if not self._peel():
            self.quit()

    def quit(self, *, is_whole: bool = False) -> None:
        """Leave the article: back to the one below, else out of the program.

        What is still being saved is waited for.

        Args:
            is_whole: Leave the program, whatever lies below.
        """
        from tui.desk.unsaved import refused_clause

        if not self._has_warned and (refused := refused_clause(self)):
            self._has_warned = True
            self.say(f"{refused}; {self.key('desk.quit')} leaves and prints it", warning=True)
            return
        self.save_place()
        if self.is_guest and is_whole:
            self.post_message(self.QuitRequested())
        elif self.is_guest:
            self.app.pop_screen()
        else:
            self.app.exit()

    def command_desk_cancel(self) -> None:
        """Cancel; a second time within a second quits."""
        if self.stop_command():
            return
        now = monotonic()
        if now - self._last_cancel < QUIT_WITHIN:
            self.quit(is_whole=True)
            return
        self._last_cancel = now
        self._peel()
        self.say(f"{self.key('desk.cancel')} again quits")

    def command_desk_palette(self) -> None:
        """Open the palette."""
        from tui.dialogs.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.keymap, self.mode), self._run_chosen)

    def _run_chosen(self, chosen: str | None) -> None:
        if chosen is None:
            return
        kind, _, number = chosen.partition(" ")
        if kind == "percent":
            self.record_jump()
            self.move_cursor(self.lines.offset_at(self.lines.height * int(number) // 100, 0))
        elif kind == "paragraph":
            self._go_to_paragraph(int(number))
        else:
            self._run_here(self.keymap.by_id[chosen])

    def _run_here(self, command: Command) -> None:
        """Run a command of the palette; one for the text takes the reader back to it."""
        if self.mode not in command.modes and Mode.TEXT in command.modes:
            self.drop_selection()
            self.leave_panel(stay=True)
        if self.mode in command.modes:
            self.run_command(command)
        else:
            where = "while something is selected" if Mode.SELECT in command.modes else "in a panel"
            self.say(f"“{command.label}” works only {where}")

    def _go_to_paragraph(self, number: int) -> None:
        blocks = self.article.blocks
        if not 1 <= number <= len(blocks):
            self.say(f"this text has paragraphs 1 to {len(blocks)}")
            return
        self.record_jump()
        self.move_cursor(blocks[number - 1].start)

    def command_desk_help(self) -> None:
        """Open help for where the reader is."""
        from tui.dialogs.help import HelpScreen

        self.app.push_screen(HelpScreen(self.mode, self.keymap))

    def command_desk_theme(self) -> None:
        """Open the list of themes."""
        from tui.dialogs.theme_list import ThemeScreen

        if self.app.no_color:
            self.say("NO_COLOR is set, so no theme makes a difference; unset it to choose one")
        else:
            self.app.push_screen(ThemeScreen(), self._keep_theme)

    def _keep_theme(self, name: str | None) -> None:
        if name is not None:
            self.post_message(self.ThemeChosen(name))

    def command_desk_text_only(self) -> None:
        """Hide or show everything but the text."""
        self.leave_panel(stay=True)
        self.toggle_class("-text-only")

    def _change_measure(self, by: int) -> None:
        from tui.settings.config import NARROWEST_MEASURE, WIDEST_MEASURE

        view, before = self.view, self.view.lines.width
        if by < 0 or before == view.measure:
            view.measure = max(NARROWEST_MEASURE, min(WIDEST_MEASURE, before + by))
            # A window too narrow for the measure must not make it grow unseen.
            view.measure = view.lines.width
            self.post_message(self.MeasureChanged(view.measure))
        width = view.lines.width
        if width != before:
            self.say(f"{width} columns")
        elif by < 0:
            self.say(f"{width} columns, the narrowest there is")
        else:
            why = "the widest there is" if width >= WIDEST_MEASURE else "all there is room for"
            self.say(f"{width} columns, {why}")

    def command_measure_wider(self) -> None:
        """Make the lines longer."""
        self._change_measure(WIDTH_STEP)

    def command_measure_narrower(self) -> None:
        """Make the lines shorter."""
        self._change_measure(-WIDTH_STEP)

    def command_desk_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.refresh(layout=True, repaint=True)
        self.app.refresh(layout=True)

    def command_desk_suspend(self) -> None:
        """Go to the shell until it says `fg`."""
        self.app.action_suspend_process()

    def on_status_row_panel_clicked(self, event: StatusRow.PanelClicked) -> None:
        """Open the panel whose name was clicked."""
        self.focus_panel(event.number - 1)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The mode may have changed; a panel that was clicked opens as with its key."""
        if event.widget in self.panels:
            self.enter_panel(self.panels.index(event.widget))
        self.update_status()
