"""The program: theme, style sheets and the first screen; nothing else."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
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
from tui.documents.article import Article
from tui.errors import ClosereadError
from tui.settings.chosen_theme import theme_in_force
from tui.settings.config import OUR_THEMES, Config, load_config, unknown_theme
from tui.settings.paths import Paths, paths, resource
from tui.signals import when_ended
from tui.widgets.glyphs import choose_glyphs
from tui.widgets.plain_themes import ANSI, HIGH_CONTRAST
from tui.widgets.themes import INK, INK_LIGHT

if TYPE_CHECKING:
    from textual.worker import Worker

log = logging.getLogger(__name__)

FRAMES = {"frame": "round", "rule": "solid"}
"""The borders of panels and dialogs, and the line inside of one."""


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
        article: Article,
        *,
        private: bool = False,
        read_as_english: bool = False,
        where: Paths | None = None,
        config: Config | None = None,
    ) -> None:
        """Prepare to read an article.

        Args:
            article: The article of the first screen.
            private: Whether nothing may be written to disk.
            read_as_english: Whether the reader says that the article is English.
            where: Where library and cache are; the user's own by default.
            config: The reader's settings; read from the configuration file by default.
        """
        # Without colours the ANSI theme says by reversing and underlining what others paint.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.article = article
        self.private = private
        self.where = where or paths()
        self.problems: tuple[str, ...] = ()
        if config is None:
            config, self.problems = load_config(self.where.config)
        self.config = config
        self.read_as_english = {article.source} if read_as_english else set[str]()
        self.find_history: list[str] = []
        self.shell_history: list[str] = []
        self.ended_by = 0
        """The number of the signal that ended the program; 0 for none."""
        self._readers: list[ReaderScreen] = []
        self._is_ascii = config.glyphs == "ascii"
        choose_glyphs(is_ascii=self._is_ascii, is_colourless=self.no_color)
        self._choose_theme(theme_in_force(self.where.theme, config.theme))

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
        frames = {"frame": "ascii", "rule": "ascii"} if self._is_ascii else FRAMES
        if self.current_theme.name in OUR_THEMES:
            return frames
        from tui.widgets.derived_theme import derived_variables

        return {**derived_variables(self.current_theme), **frames}

    def get_default_screen(self) -> ReaderScreen:
        """The desk with the article, without an empty screen before it."""
        return self._reader(self.article)

    def on_load(self) -> None:
        """End on signals from before the terminal is taken: else one could leave it so."""
        if not self.is_headless:
            when_ended(self._end)

    def on_mount(self) -> None:
        """Prepare for what may come: another first desk, a terminal that forgot the screen."""
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        self.app_resume_signal.subscribe(self, self._draw_again)
        self.app_suspend_signal.subscribe(self, self._write_drafts)

    def _end(self, number: int) -> None:
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

    def _reader(self, article: Article) -> ReaderScreen:
        screen = ReaderScreen(article, paths=self.where, config=self.config, private=self.private)
        if not self._readers:
            screen.problems = tuple(map(_harmless, (*self.problems, *screen.state.keymap.problems)))
        screen.state.read_as_english = self.read_as_english
        screen.state.find_history = self.find_history
        screen.state.shell_history = self.shell_history
        self._readers.append(screen)
        return screen

    def on_article_requested(self, event: ArticleRequested) -> None:
        """Open another article over this one; `q` comes back. One that is open is gone back to."""
        readers = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        if any(screen.state.article.source == event.source for screen in readers):
            while isinstance(top := self.screen, ReaderScreen):
                if top.state.article.source == event.source:
                    top.parts.arriving.arrive(event.arrival)
                    return
                self.pop_screen()
        self._load(event)

    def on_measure_changed(self, event: MeasureChanged) -> None:
        """Keep the measure until the program ends; the configuration file is never written."""
        self.config = self.config._replace(measure=event.measure)

    async def on_quit_requested(self, event: QuitRequested) -> None:
        """Leave an article for the one below; or all, each saving what it holds, then end."""
        while isinstance(top := self.screen, ReaderScreen):
            if not top.state.is_guest:
                top.parts.leaving.quit()
                return
            top.parts.library_opening.save_place()
            await self.pop_screen()
            if not event.is_whole:
                self._remember_left(top)
                return

    def _remember_left(self, left: ReaderScreen) -> None:
        """Have `>` in the article that is on top now come to the one that was left."""
        if isinstance(below := self.screen, ReaderScreen):
            below.state.left_article = left.state.article.source

    def on_ledger_changed(self) -> None:
        """The question may be one of an article that is open below the top one."""
        for desk in self.screen_stack:
            if isinstance(desk, ReaderScreen):
                desk.parts.ledger_link.enter()

    def on_theme_chosen(self, event: ThemeChosen) -> None:
        """Remember the theme, unless nothing may be written."""
        if self.private:
            self._notify_top(f"{event.name}; not remembered, because this reading is private")
        else:
            self._remember_theme(event.name)

    @work(thread=True, exit_on_error=False, group="theme", exclusive=True)
    def _remember_theme(self, name: str) -> None:
        """Write the choice down; runs in a thread."""
        from tui.settings.chosen_theme import remember_theme

        try:
            remember_theme(self.where.theme, name, self.config.theme)
        except (ClosereadError, OSError) as error:
            reason = f"the theme is not remembered: {error}"
            self.call_from_thread(self._notify_top, reason, warning=True)
        else:
            self.call_from_thread(self._notify_top, f"{name}, also the next time")

    def _notify_top(self, text: str, *, warning: bool = False) -> None:
        if isinstance(self.screen, ReaderScreen):
            self.screen.surface.say(text, warning=warning)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Report what a thread did not expect."""
        from tui.dialogs.failures import failure

        if reason := failure(event):
            self._notify_top(reason, warning=True)

    @work(thread=True, exit_on_error=False, group="load", exclusive=True)
    def _load(self, wanted: ArticleRequested) -> None:
        """Read the article; runs in a thread."""
        below = self.screen
        if not isinstance(below, ReaderScreen) or below.state.database is None:
            return
        from tui.library import Library

        try:
            article = Library(below.state.database).read_article(wanted.source)
        except ClosereadError as error:
            self.call_from_thread(below.surface.say, str(error), warning=True)
            return
        new = self._reader(article)
        below.state.share_with(new.state)
        new.state.arrival = wanted.arrival
        self.call_from_thread(self.push_screen, new)

    def on_article_changed(self, event: ArticleChanged) -> None:
        """Put a desk with the new text in the place of the one with the old text."""
        old, changed = self.screen, event.changed
        if not isinstance(old, ReaderScreen) or event.desk is not old:
            return
        old.parts.library_opening.save_place()
        notices = (*changed.article.notices, changed.said)
        new = self._reader(replace(changed.article, notices=notices))
        new.take_over(old)
        new.place_to_keep = changed.place
        for jump in changed.jumps:
            new.state.jumps.record(jump)
        self._switch_desk(new)

    def _switch_desk(self, new: ReaderScreen) -> None:
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
