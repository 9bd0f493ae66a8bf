"""Opening the library behind the desk, following its writer, and closing it again."""

from __future__ import annotations

from asyncio import create_task, to_thread, wait
from contextlib import suppress
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from tui.desk.part import Part
from tui.desk.reactions import MADE_WITH_LIBRARY, READY_FOR_KEYS
from tui.desk.refused_words import refused_sentence
from tui.desk.surface import Occasion
from tui.errors import ClosereadError, LibraryGoneError
from tui.panels.panel import Origin
from tui.widgets.article_view import text_in_sight

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.desk.column import Column
    from tui.desk.other_desks import OtherDesks
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface
    from tui.session.reading import ReadingSession, SaveEvent, SaveFailed

PLACE_AFTER = 1.0
"""Seconds the reader stays at a place until it is remembered."""
WAIT_FOR_SAVING = 5.0
"""Seconds that quitting waits for changes on their way to the disk."""


class LibraryOpening(Part):
    """The session over the article: opened in a thread, told of every commit, closed."""

    def __init__(
        self, state: DeskState, surface: Surface, column: Column, other_desks: OtherDesks
    ) -> None:
        """Prepare to open the library."""
        super().__init__(state, surface)
        self._column = column
        self._other_desks = other_desks
        self._entering = Lock()
        self._entered: tuple[ReadingSession, bool] | None = None
        self._place_timer: Timer | None = None
        self._moved = 0.0
        self._begins_anew = False
        self.is_first = False
        """Whether the library knew no article before."""
        self.unsaved_count = 0
        """Changes that could not be saved before the desk was closed."""

    # -- opening ----------------------------------------------------------------------

    def open(self) -> None:
        """Open the library and find the article in it, in a thread."""
        # Another program may hold it by now, and the reader waits for their highlights.
        self._other_desks.watch()
        self.surface.in_thread(self._open, "library")

    def open_again(self) -> None:
        """Try once more what failed."""
        self.state.library_trouble = ""
        self.open()

    def _open(self) -> None:
        try:
            session, is_first = self._enter()
        except LibraryGoneError as gone:
            self.surface.in_loop(self._ask_about, gone)
        except ClosereadError as error:
            self.surface.in_loop(self._fail, str(error))
        else:
            self.surface.import_parts(MADE_WITH_LIBRARY)
            self.surface.in_loop(self._take, session, is_first)
        # What the first keys need is imported before they come.
        self.surface.import_parts(READY_FOR_KEYS)
        self._empty_trash()

    def _empty_trash(self) -> None:
        """Remove what was forgotten long enough ago; nobody waits for it."""
        state = self.state
        if state.private or state.is_guest or state.database is None:
            return
        from tui.trash import Trash

        # What could not be removed today goes another day.
        with suppress(ClosereadError):
            Trash(state.database, state.paths.cache).empty()

    def _enter(self) -> tuple[ReadingSession, bool]:
        """The session over the article, and whether the library was empty before.

        Blocks, and is done once.

        Raises:
            ClosereadError: The library cannot be used.
        """
        from tui.desk.readers_library import is_new, opened_library
        from tui.session.reading import ReadingSession

        state = self.state
        with self._entering:
            if self._entered is None:
                if state.database is None:
                    state.database = opened_library(state, begins_anew=self._begins_anew)
                    self._begins_anew = False
                is_first = is_new(state.database)
                session = ReadingSession.open(
                    state.database,
                    state.loaded,
                    self._report,
                    keep=state.config.keep,
                    originals=state.config.keep_originals,
                )
                self._entered = (session, is_first)
            return self._entered

    def _ask_about(self, gone: LibraryGoneError) -> None:
        """Ask what to do without the library that there was; reading goes on meanwhile."""
        from tui.dialogs.library_gone import LibraryGoneScreen, WithoutLibrary

        def answered(wanted: WithoutLibrary | None) -> None:
            if wanted is WithoutLibrary.BEGIN:
                self._begins_anew = True
                self.open_again()
            elif wanted is WithoutLibrary.QUIT:
                self.surface.app.exit()

        self._fail(str(gone))
        self.surface.open_dialog(LibraryGoneScreen(gone.message, gone.hint), answered)

    def _take(self, session: ReadingSession, is_first: bool) -> None:
        """Show the highlights and go on where reading stopped."""
        self.state.session = session
        self.surface.make_parts()
        self.surface.react(Occasion.MARKS_CHANGED)
        self.surface.notify(session.notices)
        # What a desk with an older text was still saving when this one took its place.
        self.state.unsaved.settle(session)
        self.is_first = is_first
        self.surface.react(Occasion.LIBRARY_OPENED)

    def _fail(self, reason: str) -> None:
        """Say why nothing can be marked."""
        self.state.library_trouble = reason
        for panel, widget in zip(self._column.panels, self._column.widgets, strict=False):
            if panel.origin is Origin.LIBRARY:
                widget.state_text = reason
        self.surface.say(reason, warning=True)

    # -- news of the writer -----------------------------------------------------------

    def _report(self, event: SaveEvent) -> None:
        """Hand news over to the event loop; called on the writer's thread."""
        self.surface.in_loop(self._take_news, event)

    def _take_news(self, event: SaveEvent) -> None:
        """Count what is saved; draw back what could not be."""
        from tui.session.reading import ChangedElsewhere, SaveFailed

        if isinstance(event, SaveFailed):
            self.surface.react(Occasion.REFUSED)
            self._say_refused(event)
            # Not every refusal is told; none of them is still on its way.
            self.surface.update_status()
            return
        if isinstance(event, ChangedElsewhere):
            self._other_desks.take(event)
            return
        if event.notice:
            self.surface.say(event.notice)
        self.state.unsaved.refused.clear()
        self.state.unsaved.settle(self.state.session)
        self.surface.react(Occasion.SAVED)
        if self.state.session and not self.state.session.pending_count:
            self.surface.update_status()

    def _say_refused(self, failed: SaveFailed) -> None:
        """Say why a change is drawn back, and which key has the words that belong to it."""
        refusal = self.state.unsaved.refuse(failed)
        if refusal.words is not None:
            said = refused_sentence(refusal.words, refusal.reason, self.surface.key)
            self.surface.say(said, warning=True)
        elif refusal.is_told:
            self.surface.say(refusal.reason, warning=True)

    def name_speakers(self) -> None:
        """Highlights learn who says them, also where the results have changed since."""
        state, session = self.state, self.state.session
        if session is None or state.findings is None:
            return
        # Results that wait for the reader's corrections would give a name for a moment only.
        if state.findings.corrections == state.corrections:
            session.set_speakers({m.highlight.id: state.speaker_of_mark(m) for m in state.marks})

    # -- the place of the reading -----------------------------------------------------

    def save_place(self) -> None:
        """Remember where the reader is."""
        session, cursor = self.state.session, self.surface.view.cursor
        if session and session.places.last != cursor:
            session.places.save(cursor)

    def save_place_soon(self) -> None:
        """Remember where the reader is once they have stayed there a moment."""
        self._moved = monotonic()
        if self._place_timer is None:
            self._place_timer = self.surface.after(PLACE_AFTER, self._stay)

    def _stay(self) -> None:
        """The reader has stayed: what is in sight counts as read."""
        self._place_timer = None
        left = self._moved + PLACE_AFTER - monotonic()
        if left > 0:
            self._place_timer = self.surface.after(left, self._stay)
            return
        # The library may have been opened behind a desk that was left meanwhile.
        if not self.surface.is_attached:
            return
        session, view = self.state.session, self.surface.view
        if session and self.surface.is_on_top:
            session.places.stay(view.cursor, text_in_sight(view))
        self.save_place()

    # -- closing ----------------------------------------------------------------------

    async def close(self) -> None:
        """Wait for what is still being saved, then stop the analysis and close the library."""
        state = self.state
        if self._place_timer:
            self._place_timer.stop()
        if not state.library_trouble:
            await self._enter_before_leaving()
        if state.session:
            self.unsaved_count = await to_thread(state.session.close, WAIT_FOR_SAVING)
            state.unsaved.settle(state.session)
        if not state.is_guest:
            await close_library(state)

    async def _enter_before_leaving(self) -> None:
        """Have the article in the library, unless another program keeps it out for long."""
        entering = create_task(to_thread(self._enter_even_if_left_at_once))
        await wait({entering}, timeout=WAIT_FOR_SAVING)
        if not self.state.is_guest:
            if not entering.done() and self.state.database is not None:
                self.state.database.give_up()
            await entering

    def _enter_even_if_left_at_once(self) -> None:
        """What was opened is in the library, also when the reader quit before that was done."""
        with suppress(ClosereadError):
            self._enter()


async def close_library(state: DeskState) -> None:
    """Stop the analysis and close the library, once nothing of it is open any more."""
    if state.service:
        await to_thread(state.service.close)
    if state.database:
        # Another program may hold the library: that was waited for long enough.
        state.database.give_up()
        await to_thread(state.database.close, WAIT_FOR_SAVING)
