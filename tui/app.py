"""The program: theme, style sheets and the first screen; nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import App
from textual.binding import BindingType

from tui.config import Config, load_config
from tui.documents.article import Article
from tui.errors import ClosereadError, SourceError
from tui.keys import after_escape
from tui.paths import Paths, paths, resource
from tui.screens.desk import DeskScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.themes import INK, INK_LIGHT, INK_VARIABLES, LIGHT_VARIABLES

if TYPE_CHECKING:
    from tui.store.database import Database

log = logging.getLogger(__name__)


class ClosereadApp(App[None], inherit_bindings=False):
    """The reading desk as a program."""

    CSS_PATH: ClassVar = [resource("styles", "desk.tcss"), resource("styles", "dialogs.tcss")]
    BINDINGS: ClassVar[list[BindingType]] = []
    # Textual's palette has a priority binding that would swallow a key; ours is a command.
    ENABLE_COMMAND_PALETTE = False
    TITLE = "closeread"

    def __init__(
        self,
        article: Article,
        *,
        private: bool = False,
        where: Paths | None = None,
        config: Config | None = None,
    ) -> None:
        """Prepare to read an article.

        Args:
            article: The article of the first screen.
            private: Whether nothing may be written to disk.
            where: Where library and cache are; the user's own by default.
            config: The reader's settings; read from the configuration file by default.
        """
        super().__init__()
        self.article = article
        self.private = private
        self.where = where or paths()
        self.problems: tuple[str, ...] = ()
        if config is None:
            config, self.problems = load_config(self.where.config)
        self.config = config
        self.find_history: list[str] = []
        self._readers: list[ReaderScreen] = []
        self._choose_theme(config.theme)

    def _choose_theme(self, name: str) -> None:
        """Take a theme before anything is drawn, so that the style sheets are parsed once.

        Setting the reactive would have them parsed with Textual's colours first and twice
        more for ours, a tenth of the start.
        """
        self.register_theme(INK)
        self.register_theme(INK_LIGHT)
        if name not in self.available_themes:
            self.problems += (f"there is no theme “{name}”; ink is used",)
            name = INK.name
        self.set_reactive(ClosereadApp.theme, name)
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    @property
    def unsaved_notes(self) -> list[str]:
        """What was written and could not be saved, known once the program has ended."""
        readers = self._readers
        notes = [note.text for reader in readers for note in reader.unsaved_notes.values()]
        return notes + [made.value for reader in readers for made in reader.unsaved_words.values()]

    @property
    def unsaved(self) -> int:
        """Changes that could not be saved, known once the program has ended."""
        return sum(reader.unsaved for reader in self._readers)

    def _fatal_error(self) -> None:
        """End after an unhandled error: the details go to the log, not over the terminal.

        Textual would print a traceback; the command line says one sentence instead.
        """
        log.error("the desk stopped on an error", exc_info=self._exception)
        self._close_messages_no_wait()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The ink colours, for themes that do not name ours."""
        return INK_VARIABLES if self.current_theme.dark else LIGHT_VARIABLES

    def get_default_screen(self) -> ReaderScreen:
        """The desk with the article, without an empty screen before it."""
        return self._reader(self.article)

    async def on_event(self, event: events.Event) -> None:
        """Take Esc and a letter typed in one breath as the two keys they are."""
        if isinstance(event, events.Key):
            letter = after_escape(event.key, event.character)
            if letter is not None:
                await super().on_event(events.Key("escape", "\x1b"))
                event = events.Key(letter, letter)
        await super().on_event(event)

    def on_mount(self) -> None:
        """After a suspension the terminal has forgotten the screen."""
        self.app_resume_signal.subscribe(self, self._draw_again)

    def _draw_again(self, _: object) -> None:
        self.screen.refresh(layout=True, repaint=True)
        self.refresh(layout=True)

    def _reader(self, article: Article) -> ReaderScreen:
        screen = ReaderScreen(article, paths=self.where, config=self.config, private=self.private)
        screen.problems, self.problems = self.problems, ()
        screen.find_history = self.find_history
        self._readers.append(screen)
        return screen

    def on_desk_screen_article_requested(self, event: DeskScreen.ArticleRequested) -> None:
        """Open another article over this one; `q` comes back. One that is open is gone back to."""
        readers = [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen)]
        if any(screen.article.source == event.source for screen in readers):
            while isinstance(top := self.screen, ReaderScreen):
                if top.article.source == event.source:
                    top.show_highlight(event.highlight_id)
                    return
                self.pop_screen()
        self._load(event.source, event.highlight_id)

    @work(thread=True, exit_on_error=False, group="load", exclusive=True)
    def _load(self, source: str, highlight_id: str | None) -> None:
        """Read the article; runs in a thread."""
        below = self.screen
        if not isinstance(below, ReaderScreen) or below.database is None:
            return
        try:
            article = _read(source, below.database)
        except ClosereadError as error:
            self.call_from_thread(below.say, str(error), warning=True)
            return
        new = self._reader(article)
        new.database, new.service, new.is_guest = below.database, below.service, True
        new.highlight_to_show = highlight_id
        self.call_from_thread(self.push_screen, new)


def _read(source: str, database: Database) -> Article:
    """The article of a source as it is now, else as the library keeps it.

    Raises:
        ClosereadError: It can neither be read nor is it kept.
    """
    from tui.documents.loading import load
    from tui.library import Library

    try:
        return load(source)
    except SourceError:
        kept = Library(database).stored_article(source)
        if kept is None:
            raise
        return kept
