"""The program: theme, style sheets and the first screen; nothing else."""

from __future__ import annotations

import logging
import os
import sys
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType

from tui.desk.requests import (
    ArticleChanged,
    ArticleRequested,
    MeasureChanged,
    QuitRequested,
    ThemeChosen,
)
from tui.desk.screen import ReaderScreen
from tui.documents.article import ENGLISH, Article
from tui.documents.source import Source
from tui.errors import ClosereadError
from tui.settings.config import OUR_THEMES, Config, load_config, unknown_theme
from tui.settings.paths import Paths, is_there, paths, resource
from tui.settings.picks import pick_in_force, remember_pick
from tui.signals import suspend_between_events, when_ended, when_hung_up, when_resumed
from tui.widgets.glyphs import can_draw, choose_glyphs
from tui.widgets.plain_themes import ANSI, HIGH_CONTRAST
from tui.widgets.themes import INK, INK_LIGHT

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.worker import Worker

    from tui.desk.opening import Opening
    from tui.dialogs.listing_list import ListingScreen
    from tui.documents.begun import Begun
    from tui.documents.unread import Listing

log = logging.getLogger(__name__)

FRAMES = {"frame": "round", "dialog-frame": "round", "rule": "solid"}
"""The borders of panels and of dialogs, and the line inside of one."""
ASCII_FRAMES = dict.fromkeys(FRAMES, "ascii")


class ClosereadApp(App[None], inherit_bindings=False):
    """The reading desk as a program."""

    CSS_PATH: ClassVar = resource("styles", "desk.tcss")
    BINDINGS: ClassVar[list[BindingType]] = []
    # Textual's palette has a priority binding that would swallow a key; ours is a command.
    ENABLE_COMMAND_PALETTE = False
    TITLE = "closeread"
    # The stack of the first desk; one of Textual's own name could not be removed.
    DEFAULT_MODE = "desk"

    _is_ascii: bool | None = None
    """Whether frames are drawn in ASCII; `None` until the theme is chosen."""

    def __init__(
        self,
        opened: Article | Listing | Begun,
        *,
        private: bool = False,
        read_as_english: bool = False,
        encoding: str = "",
        where: Paths | None = None,
        config: Config | None = None,
    ) -> None:
        """Prepare to read an article.

        Args:
            opened: The article of the first screen, a list of articles, or what is being read.
            private: Whether nothing may be written to disk.
            read_as_english: Whether the reader says that the article is English.
            encoding: The encoding the reader says it is in; empty for none.
            where: Where library and cache are; the user's own by default.
            config: The reader's settings; read from the configuration file by default.
        """
        # Without colours the ANSI theme says by reversing and underlining what others paint.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._opened = opened
        self.private = private
        self.where = where or paths()
        self.problems: tuple[str, ...] = ()
        if config is None:
            config, self.problems = load_config(self.where.config)
        self.config = config
        self._is_first_english = read_as_english
        self._first_encoding = encoding
        self.read_as_english = set[str]()
        self.find_history: list[str] = []
        self.shell_history: list[str] = []
        self.ended_by = 0
        """The number of the signal that ended the program; 0 for none."""
        self.failure: ClosereadError | None = None
        """Why there was nothing to show, so that the program ended."""
        self._readers: list[ReaderScreen] = []
        self._choose_looks()

    def _choose_looks(self) -> None:
        encoding = getattr(sys.__stderr__, "encoding", None)
        self._is_ascii = self.config.glyphs == "ascii" or not can_draw(encoding)
        choose_glyphs(is_ascii=self._is_ascii, is_colourless=self.no_color)
        self._choose_theme(pick_in_force(self.where.theme, self.config.theme))

    @property
    def has_few_colours(self) -> bool:
        """Whether the terminal has 16 colours or none: only the ANSI theme can be read there."""
        return self.no_color or self.console.color_system in (None, "standard")

    def _choose_theme(self, name: str) -> None:
        """Take a theme before anything is drawn, so that the style sheets are parsed once.

        Setting the reactive would have them parsed with Textual's colours first and twice
        more for ours, a tenth of the start.
        """
        for theme in (INK, INK_LIGHT, HIGH_CONTRAST, ANSI):
            self.register_theme(theme)
        if name not in self.available_themes:
            self.problems += (unknown_theme(name, self.available_themes),)
            name = INK.name
        if self.has_few_colours:
            name = ANSI.name
        self.set_reactive(ClosereadApp.theme, name)
        # What Textual's own watcher does: the 16 colours of an ANSI theme are left to the terminal.
        self._refresh_truecolor_filter(self.ansi_theme)
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def unsaved_words(self) -> list[str]:
        """What was written and could not be saved, known once the program has ended."""
        desks = [reader.state.unsaved for reader in self._readers]
        return [unsaved.printed for desk in desks for unsaved in desk]

    @property
    def unsaved(self) -> int:
        """Changes that could not be saved, known once the program has ended."""
        return sum(reader.parts.library_opening.unsaved_count for reader in self._readers)

    def _fatal_error(self) -> None:
        """End after an unhandled error: the details go to the log, not over the terminal.

        Textual would print a traceback; the command line says one sentence instead.
        """
        log.error("the desk stopped on an error", exc_info=self._exception)
        self._close_messages_no_wait()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our colours, for themes that do not name them, and how frames are drawn."""
        if self._is_ascii is None:
            # Textual asks before the theme is chosen; nothing is drawn with that answer.
            return FRAMES
        frames = ASCII_FRAMES if self._is_ascii else FRAMES
        if self.current_theme.ansi and not self._is_ascii:
            # No ground of its own, perhaps no colour: a dialog is told apart by its frame.
            frames = {**FRAMES, "dialog-frame": "heavy"}
        if self.current_theme.name in OUR_THEMES:
            return frames
        from tui.widgets.derived_theme import derived_variables

        return {**derived_variables(self.current_theme), **frames}

    @cached_property
    def opening(self) -> Opening:
        """What opens sources that are not read yet; imported with the first of them."""
        from tui.desk.opening import Opening

        return Opening(self)

    def get_default_screen(self) -> Screen[None]:
        """The desk with the article, without an empty screen before it."""
        if isinstance(self._opened, Article):
            return self.reader(self._opened)
        return self.opening.first(self._opened)

    def on_load(self) -> None:
        """End on signals from before the terminal is taken: else one could leave it so."""
        if not self.is_headless:
            when_ended(self._end)

    def on_mount(self) -> None:
        """Prepare for what may come: another first desk, a terminal that forgot the screen."""
        if not self.is_headless:
            suspend_between_events(lambda: not getattr(self._driver, "_auto_restart", True))
            if sys.__stdin__ is not None:
                when_hung_up(sys.__stdin__.fileno(), self._end)
            when_resumed(lambda: getattr(self._driver, "_must_signal_resume", True))
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        self.app_resume_signal.subscribe(self, self._draw_again)
        self.app_suspend_signal.subscribe(self, self._write_drafts)

    def _end(self, number: int) -> None:
        if self.ended_by:
            # A terminal that goes away is told by its signal, too.
            return
        self.ended_by = number
        self._write_drafts()
        self.exit()

    def _write_drafts(self, _: object = None) -> None:
        """Keep the words being typed now; closing a sheet saves them, if there is time."""
        from tui.dialogs.drafting import Drafts

        for screen in self.screen_stack:
            if isinstance(screen, Drafts):
                screen.write_draft()

    def _draw_again(self, _: object) -> None:
        self.screen.refresh(layout=True, repaint=True)
        self.refresh(layout=True)

    def reader(self, article: Article) -> ReaderScreen:
        """A desk for an article."""
        screen = ReaderScreen(article, paths=self.where, config=self.config, private=self.private)
        if not self._readers:
            if self._is_first_english:
                self.read_as_english.add(article.source)
            screen.state.encoding = self._first_encoding
            screen.problems = tuple(map(_harmless, (*self.problems, *screen.state.keymap.problems)))
        if is_there(self.where.readings):
            self._recall(screen)
        screen.state.read_as_english = self.read_as_english
        screen.state.find_history = self.find_history
        screen.state.shell_history = self.shell_history
        self._readers.append(screen)
        return screen

    def _recall(self, screen: ReaderScreen) -> None:
        """Take what the reader once named for the source of a desk."""
        from tui.settings.named_readings import named_reading

        source = screen.state.article.source
        named = named_reading(self.where.readings, Source.parse(source).in_container()[1].identity)
        screen.state.encoding = screen.state.encoding or named.encoding
        if named.language == ENGLISH:
            self.read_as_english.add(source)

    def on_article_requested(self, event: ArticleRequested) -> None:
        """Open another article over this one; `q` comes back. One that is open is gone back to."""
        if (found := self._open_desk(event.source)) is None:
            self.opening.over(event.source, event.arrival)
            return
        while self.screen is not found:
            self.pop_screen()
        found.parts.arriving.arrive(event.arrival)

    def _open_desk(self, source: str) -> ReaderScreen | None:
        """The desk on which a source is open; `None` when there is none."""
        desks = (each for each in self.screen_stack if isinstance(each, ReaderScreen))
        return next((desk for desk in desks if desk.state.article.source == source), None)

    def on_listing_screen_picked(self, event: ListingScreen.Picked) -> None:
        """Open an article over the list it was picked from."""
        self.opening.over(event.source)

    def on_waiting_screen_stopped(self) -> None:
        """The reader does not want to wait for a source."""
        self.opening.give_up()

    async def on_unmount(self) -> None:
        """Wait for nothing more, and close what belongs to no single desk."""
        if "opening" in self.__dict__:
            await self.opening.close()

    def on_measure_changed(self, event: MeasureChanged) -> None:
        """Keep the measure until the program ends; the configuration file is never written."""
        self.config = self.config._replace(measure=event.measure)

    async def on_quit_requested(self, event: QuitRequested) -> None:
        """Leave an article for what lies below; or all, each saving what it holds, then end."""
        while len(self.screen_stack) > 1 or isinstance(self.screen, ReaderScreen):
            if isinstance(top := self.screen, ReaderScreen):
                if not top.state.is_guest:
                    top.parts.leaving.quit()
                    return
                top.parts.library_opening.save_place()
            # Below it may lie a list that it was picked from.
            await self.pop_screen()
            if isinstance(top, ReaderScreen) and not event.is_whole:
                self._remember_left(top)
                return
        self.exit()

    def _remember_left(self, left: ReaderScreen) -> None:
        """Have `>` in the article that is on top now come to the one that was left."""
        if isinstance(below := self.screen, ReaderScreen):
            below.state.left_article = left.state.article.source

    def on_ledger_changed(self) -> None:
        """The question, or the highlight of its answer, may be of an article below the top one."""
        for desk in self.screen_stack:
            if isinstance(desk, ReaderScreen):
                desk.parts.ledger_link.enter()
                if desk.state.session is not None:
                    desk.state.session.follow(anew=True)

    def on_theme_chosen(self, event: ThemeChosen) -> None:
        """Remember the theme, unless nothing may be written."""
        if self.private:
            self._notify_top(f"{event.name}; not remembered, because this reading is private")
        else:
            self._remember_theme(event.name)

    @work(thread=True, exit_on_error=False, group="theme", exclusive=True)
    def _remember_theme(self, name: str) -> None:
        """Write the choice down; runs in a thread."""
        try:
            remember_pick(self.where.theme, name, self.config.theme)
        except (ClosereadError, OSError) as error:
            reason = f"the theme is not remembered: {error}"
            self.call_from_thread(self._notify_top, reason, warning=True)
        else:
            self.call_from_thread(self._notify_top, f"theme {name}, kept for the next time")

    def _notify_top(self, text: str, *, warning: bool = False) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.surface.say(text, warning=warning)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what a thread did not expect."""
        from tui.dialogs.failures import failure

        if reason := failure(event):
            self._notify_top(reason, warning=True)

    def on_article_changed(self, event: ArticleChanged) -> None:
        """Put a desk with the new text in the place of the one with the old text."""
        old, changed = self.screen, event.changed
        if not isinstance(old, ReaderScreen) or event.desk is not old:
            return
        old.parts.library_opening.save_place()
        notices = (*changed.article.notices, changed.said)
        new = self.reader(replace(changed.article, notices=notices))
        new.take_over(old)
        new.place_to_keep = changed.place
        for jump in changed.jumps:
            new.state.jumps.record(jump)
        self.switch_desk(new)

    def switch_desk(self, new: ReaderScreen) -> None:
        """Put a desk in the place of the top one; the one below stays, if there is one."""
        if len(self.screen_stack) > 1:
            self.switch_screen(new)
            return
        # Textual cannot switch the first screen of a stack, but the stack.
        left, mode = self.current_mode, f"desk {len(self._readers)}"
        self.add_mode(mode, lambda: new)
        self.switch_mode(mode)
        self.remove_mode(left)


def _harmless(sentence: str) -> str:
    """A sentence that quotes the reader's file, safe for the terminal."""
    from tui.documents.sanitising import sanitise_line

    return sanitise_line(sentence)
