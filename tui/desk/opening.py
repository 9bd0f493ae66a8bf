"""Opening what the reader names, over what is open or first of all: read while nobody waits."""

from __future__ import annotations

import gc
import logging
import time
from contextlib import suppress
from functools import partial
from signal import SIGINT
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tui.desk.library_opening import close_library
from tui.desk.screen import ReaderScreen
from tui.desk.state import Arrival
from tui.desk.waiting_screen import QUIET, WaitingScreen
from tui.documents.begun import Begun
from tui.documents.file_reading import source_label
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import UNEXPECTED, ClosereadError, StoreError
from tui.keys.keymap import keymap_of
from tui.settings.paths import is_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.app import ClosereadApp
    from tui.desk.state import DeskState
    from tui.documents.article import Article
    from tui.library import Library
    from tui.settings.paths import Paths
    from tui.store.database import Database

T = TypeVar("T")

_log = logging.getLogger(__name__)

AT_HOME = Arrival()
"""Where reading stopped."""


class _Wanted(NamedTuple):
    """Something that is being read, and what becomes of it."""

    begun: Begun
    """The reading."""
    since: float
    """When it was asked for (`time.monotonic`)."""
    below: Screen[object] | None
    """What it is opened over; `None` for the first screen of the program."""
    arrival: Arrival
    """Where to go in it."""


class Opening:
    """Reads one source at a time, shows that it does, and puts on the terminal what it was."""

    def __init__(self, app: ClosereadApp) -> None:
        """Open sources.

        Args:
            app: The program.
        """
        self._app = app
        self._wanted: _Wanted | None = None
        self._waiting_screen: WaitingScreen | None = None
        self._owners: list[DeskState] = []
        """Who opened library and analysis over a list that is the lowest of all: what is opened
        over it later has them too, so that they stay open until the program ends."""

    # -- beginning --------------------------------------------------------------------

    def first(self, opened: Begun | Listing) -> WaitingScreen:
        """The first screen of the program, for a source that is being read or is a list."""
        if isinstance(opened, Listing):
            frame = WaitingScreen(self._app.config)
            self._app.call_later(self._list, opened)
            return frame
        wanted = _Wanted(opened, time.monotonic(), None, AT_HOME)
        self._wanted = wanted
        self._waiting_screen = screen = self._screen_for(wanted)
        self._app.call_later(self._follow, wanted)
        return screen

    def over(self, source: str, arrival: Arrival = AT_HOME) -> None:
        """Open a source over what is on top; one that is still being read is given up.

        Args:
            source: The source, as `Article.source` names it.
            arrival: Where to go in it.
        """
        self.stop()
        self._go_back()
        # Nobody's library is looked into for a private reading.
        where = None if self._app.private else self._app.where
        unread = Unread(source_label(source), partial(_read, source, self._database(), where))
        since = time.monotonic()
        self._wanted = wanted = _Wanted(Begun(unread), since, self._app.screen, arrival)
        self._app.set_timer(QUIET, partial(self._show_waiting, wanted))
        self._follow(wanted)

    def _follow(self, wanted: _Wanted) -> None:
        def over() -> None:
            self._app.call_later(self._take, wanted)

        wanted.begun.when_over(over)

    def _show_waiting(self, wanted: _Wanted) -> None:
        if wanted is self._wanted:
            self._waiting_screen = self._screen_for(wanted)
            self._app.push_screen(self._waiting_screen)

    def _screen_for(self, wanted: _Wanted) -> WaitingScreen:
        return WaitingScreen(self._app.config, wanted.begun, since=wanted.since)

    def _lender(self) -> DeskState | None:
        """Whose library and analysis what is opened now has, too; `None` before there are any."""
        desks = [each for each in self._app.screen_stack if isinstance(each, ReaderScreen)]
        states = [*self._owners, *(desk.state for desk in desks)]
        return next((state for state in reversed(states) if state.database), None)

    def _database(self) -> Database | None:
        lender = self._lender()
        return lender.database if lender else None

    # -- ending -----------------------------------------------------------------------

    def stop(self) -> None:
        """Give up what is being read."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted.begun.stop()

    def give_up(self) -> None:
        """Stop, because the reader does not want to wait: back to what is open, else out."""
        wanted = self._wanted
        if wanted is None:
            return
        self.stop()
        if wanted.below is None:
            # As ctrl+c ends any command.
            self._app.ended_by = SIGINT
            self._app.exit()
        else:
            self._go_back()
            self._say(f"reading {wanted.begun.label} was stopped")

    def _go_back(self) -> None:
        """Take the waiting screen off again, if it is there."""
        if self._waiting_screen is not None and self._app.screen is self._waiting_screen:
            self._app.pop_screen()
        self._waiting_screen = None

    async def close(self) -> None:
        """Read nothing more, and close the library of articles that were picked from a list."""
        self.stop()
        for owner in self._owners:
            await close_library(owner)

    def _say(self, text: str, *, warning: bool = False) -> None:
        top = self._app.screen
        if isinstance(top, ReaderScreen):
            top.surface.say(text, warning=warning)
            return
        from tui.dialogs.listing_list import ListingScreen

        if isinstance(top, ListingScreen):
            top.say(text)

    # -- what was read ----------------------------------------------------------------

    def _take(self, wanted: _Wanted) -> None:
        """Show what was read, or say why there is nothing."""
        if wanted is not self._wanted or not self._app.screen.is_attached:
            return
        self._wanted = None
        try:
            found = wanted.begun.found()
        except ClosereadError as error:
            self._fail(wanted, error)
        except Exception:
            _log.exception("reading %s failed", wanted.begun.label)
            self._fail(wanted, ClosereadError(UNEXPECTED))
        else:
            self._show(wanted, found)

    def _fail(self, wanted: _Wanted, error: ClosereadError) -> None:
        if wanted.below is None:
            self._app.failure = error
            self._app.exit()
        else:
            self._go_back()
            self._say(str(error), warning=True)

    def _show(self, wanted: _Wanted, found: Article | Listing) -> None:
        waiting, self._waiting_screen = self._waiting_screen, None
        if waiting is not None and self._app.screen is not waiting:
            waiting = None
        if isinstance(found, Listing):
            if waiting is not None and wanted.below is not None:
                self._app.pop_screen()
            elif waiting is not None:
                waiting.be_empty()
            self._list(found)
            return
        new = self._app.reader(found)
        new.state.arrival = wanted.arrival
        if lender := self._lender():
            lender.share_with(new.state)
        elif wanted.below is not None:
            new.state.is_guest = True
            self._owners.append(new.state)
        if waiting is None:
            self._app.push_screen(new)
        else:
            new.early_keys = waiting.early_keys
            self._app.switch_desk(new)

    def _list(self, listing: Listing) -> None:
        """Show a list to pick from; with nothing below it, leaving it ends the program."""
        from tui.dialogs.listing_list import ListingScreen

        # It is off until something stands on the terminal.
        gc.enable()
        new = partial(self._new, listing)
        screen = ListingScreen(listing, self._known, new, keymap_of(self._app.config))
        is_lowest = isinstance(self._app.screen, WaitingScreen)
        self._app.push_screen(screen, self._end if is_lowest else None)

    def _end(self, _: None) -> None:
        self._app.exit()

    def _known(self) -> frozenset[str]:
        """The sources that the library knows. Blocks."""
        return self._in_library(lambda library: library.known_sources()) or frozenset()

    def _new(self, listing: Listing) -> frozenset[str]:
        """The sources that a list did not have when it was opened before. Blocks."""
        return self._in_library(lambda library: library.look_over(listing)) or frozenset()

    def _in_library(self, look: Callable[[Library], T]) -> T | None:
        """What is found in the library; `None` where there is none that can be read."""
        if (database := self._database()) is not None:
            return look(_library(database))
        return None if self._app.private else _look_into(self._app.where, look)


def _look_into(where: Paths, look: Callable[[Library], T]) -> T | None:
    """What is found in a library that no desk has opened; `None` where it cannot be read."""
    from tui.store.known_libraries import open_known

    if not is_there(where.library):
        return None
    with suppress(StoreError), open_known(where.library, where.backups) as database:
        return look(_library(database))
    return None


def _library(database: Database) -> Library:
    from tui.library import Library

    return Library(database)


def _read(
    source: str, database: Database | None, where: Paths | None, waiting: Waiting
) -> Article | Listing:
    """Read a source, or what the library keeps of it. Blocks.

    Args:
        source: The source.
        database: The open library; `None` before any desk has opened it.
        where: Where the library is then; `None` for a private reading.
        waiting: Who waits.
    """
    from tui.documents.loading import open_source

    if database is not None:
        return _library(database).read_source(source, waiting)
    if where is not None:
        kept = _look_into(where, lambda library: library.read_source(source, waiting))
        if kept is not None:
            return kept
    opened = open_source(source)
    return opened.read(waiting) if isinstance(opened, Unread) else opened
