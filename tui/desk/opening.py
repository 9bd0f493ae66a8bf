"""Opening the library and the analysis behind the desk, and closing them again."""

from __future__ import annotations

import logging
from contextlib import suppress
from threading import Event as Occasion
from threading import Lock
from typing import TYPE_CHECKING

from textual import work
from textual.timer import Timer

from tui.desk.rereading import Rereading
from tui.desk.shelves import Shelves
from tui.documents.article import Article
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.chrome import Bar
from tui.widgets.field_message import FieldMessage
from tui.widgets.row_list import Run

if TYPE_CHECKING:
    from tui.analysis.service import AnalysisEvent, AnalysisService
    from tui.panels.findings import Findings
    from tui.session.reading import ReadingSession, SaveEvent

_log = logging.getLogger(__name__)

ROOM_TO_GREET = 16
"""Rows below which the text needs every one of them."""
PLACE_AFTER = 1.0
"""Seconds the reader stays at a place until it is remembered."""
WAIT_FOR_KNOWN = 0.2
"""Seconds the panels may wait for results that are known, to come with them in one frame."""
WAIT_FOR_SAVING = 5.0
"""Seconds that quitting waits for changes on their way to the disk."""


class Opening(Shelves):
    """What happens beside the keys: nothing here is waited for."""

    class LibraryOpened(FieldMessage):
        """The library is open and knows the article."""

        session: ReadingSession
        """The session over the article."""
        is_first: bool
        """Whether the library knew no article before."""

    class LibraryFailed(FieldMessage):
        """The library cannot be used; reading goes on."""

        reason: str
        """Why."""

    class Analysed(FieldMessage):
        """News from the analysis."""

        event: AnalysisEvent
        """What happened."""
        findings: Findings | None
        """The results made ready to be shown; `None` where there are none, or that failed."""

    class Stored(FieldMessage):
        """News from the library's writer."""

        event: SaveEvent
        """What happened."""

    service: AnalysisService | None = None
    highlight_to_show: str | None = None
    """The highlight to go to once the library is open."""
    place_to_show: str | None = None
    """The letter of the place to go to then."""
    is_guest: bool = False
    """Whether library and analysis belong to the desk below."""
    unsaved: int = 0
    """Changes that could not be saved before the desk was closed."""
    _run: int = 0
    _place_timer: Timer | None = None
    _entered: tuple[ReadingSession, bool] | None = None

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self._entering = Lock()
        self._has_news = Occasion()

    def take_over(self, other: Opening) -> None:
        """Take the place of a desk: its library, its analysis, and how the reader had set it."""
        from tui.desk.unsaved import hand_over

        self.database, self.service = other.database, other.service
        self.is_guest, other.is_guest = other.is_guest, True
        self.last_colour = other.last_colour
        hand_over(other, self)
        self.set_class(other.has_class("-text-only"), "-text-only")

    # -- library ----------------------------------------------------------------------

    @work(thread=True, exit_on_error=False, group="library")
    def open_library(self) -> None:
        """Open the library and find the article in it; runs in a thread."""
        from tui.errors import ClosereadError

        try:
            session, is_first = self._enter_library()
        except ClosereadError as error:
            self.post_message(self.LibraryFailed(str(error)))
        else:
            self.post_message(self.LibraryOpened(session, is_first))
        # What the first key needs is there before it comes.
        import tui.page.motions  # noqa: F401

    def _enter_library(self) -> tuple[ReadingSession, bool]:
        """The session over the article, and whether the library was empty before.

        Blocks, and is done once.

        Raises:
            ClosereadError: The library cannot be used.
        """
        from tui.library import Library
        from tui.session.reading import ReadingSession
        from tui.store.database import Database

        with self._entering:
            if self._entered is None:
                if self.database is None:
                    self.database = (
                        Database.in_memory()
                        if self.private
                        else Database(self.paths.library, self.paths.backups)
                    )
                is_first = Library(self.database).last_opened() is None
                keep = self.config.keep
                session = ReadingSession.open(
                    self.database, self.article, self._tell_stored, keep=keep
                )
                self._entered = (session, is_first)
            return self._entered

    def on_opening_library_opened(self, event: LibraryOpened) -> None:
        """Show the highlights and go on where reading stopped."""
        self.session = event.session
        self.show_marks()
        self.correct_again()
        self.tell(event.session.notices)
        # What a desk with an older text was still saving when this one took its place.
        self.notes_settled()
        self.words_settled()
        first = self.article.first_place
        if self.highlight_to_show:
            self.show_highlight(self.highlight_to_show)
        elif self.place_to_show:
            self.show_place(self.place_to_show)
        elif self.anchor_to_show:
            self.show_anchor(self.anchor_to_show)
        elif event.session.place > first and self.view.cursor == first:
            self.view.cursor = event.session.place
        if event.is_first:
            self.show_welcome()
        self.offer_words()
        self._offer_drafts(event.session)
        self.enter_questions()

    def show_highlight(self, highlight_id: str | None) -> None:
        """Go to a highlight, or say that it has no place in this text."""
        target = next((m for m in self.marks if m.highlight.id == highlight_id), None)
        if target:
            self.go_to(target.span)
        elif highlight_id:
            self.say("this highlight has no certain place in the text as it is now")

    def show_welcome(self) -> None:
        """On the very first run: five keys, and how to open a text of one's own."""
        if self.size.height < ROOM_TO_GREET:
            return
        welcome = self.query_one("#welcome", Bar)
        five = ("line.next", "mark.make", "mark.note", "find.open", "desk.help")
        runs: list[Run] = []
        for command_id in five:
            hint = self.keymap.by_id[command_id].hint
            runs += [(f" {self.key(command_id)}", "key"), (f" {hint} ", "muted")]
        runs += [("  closeread FILE", "key")]
        if not self.is_narrow:
            runs += [(" opens your own ", "muted")]
        welcome.left = tuple(runs)
        welcome.right = ((f" {self.key('layer.close')}", "key"), (" hides this ", "muted"))
        welcome.add_class("-shown")

    def hide_welcome(self) -> bool:
        """Dismiss the welcome; `False` when there was none."""
        welcome = self.query_one("#welcome", Bar)
        was_shown = welcome.has_class("-shown")
        welcome.remove_class("-shown")
        return was_shown

    def _offer_drafts(self, session: ReadingSession) -> None:
        left = [mark for mark in self.marks if mark.highlight.id in session.drafts]
        if left:
            self.view.cursor = left[0].span.start
            self.edit_note(left[0], session.drafts[left[0].highlight.id].text)

    def on_desk_screen_library_wanted(self) -> None:
        """Try to open the library once more."""
        self.library_trouble = ""
        self.open_library()

    def on_opening_library_failed(self, event: LibraryFailed) -> None:
        """Say why nothing can be marked."""
        self.library_trouble = event.reason
        if self.panels:
            self.panels[3].state_text = event.reason
        self.say(event.reason, warning=True)

    def _tell_stored(self, event: SaveEvent) -> None:
        """Hand news over to the event loop; called on the writer's thread."""
        self.post_message(self.Stored(event))

    def on_opening_stored(self, event: Stored) -> None:
        """Count what is saved; draw back what could not be."""
        from tui.desk.unsaved import tell_refused
        from tui.session.reading import SaveFailed

        if isinstance(event.event, SaveFailed):
            self.show_marks()
            self.correct_again()
            tell_refused(self, event.event)
            return
        self.refused.clear()
        self.notes_settled()
        self.words_settled()
        if self.waits_for_first_mark:
            self.enter_questions()
        if self.session and not self.session.pending_count:
            self.update_status()

    def save_place(self) -> None:
        """Remember where the reader is."""
        self._place_timer = None
        if self.session and self.session.place != self.view.cursor:
            self.session.save_place(self.view.cursor)

    def save_place_soon(self) -> None:
        """Remember where the reader is once they have stayed there a moment."""
        if self._place_timer:
            self._place_timer.stop()
        self._place_timer = self.set_timer(PLACE_AFTER, self.save_place)

    # -- analysis ---------------------------------------------------------------------

    def start_analysis(self, *, force: bool = False) -> None:
        """Ask for the analysis; its answers arrive as messages."""
        from tui.analysis.service import AnalysisService
        from tui.store.analysis_cache import AnalysisCache

        if self.service is None:
            cache = AnalysisCache(None if self.private else self.paths.cache)
            self.service = AnalysisService(
                cache,
                self._tell_analysed,
                None if self.private else self.paths.log,
            )
        # The desk below has the same service; the news is for the one on top.
        self._run = self.service.analyse(
            self.article, near=self.view.cursor, force=force, on_event=self._tell_analysed
        )

    async def first_news(self) -> None:
        """Wait for the first news of the analysis, but not for a slow disk."""
        from asyncio import to_thread

        await to_thread(self._has_news.wait, WAIT_FOR_KNOWN)

    def on_screen_resume(self) -> None:
        """Go on with an analysis that was given up for an article above this one."""
        is_given_up = self.service and self._run and self.service.latest_run != self._run
        if is_given_up and not self.is_analysed:
            self.start_analysis()

    def _tell_analysed(self, event: AnalysisEvent) -> None:
        """Make news ready and hand it over to the event loop; called on the service's thread."""
        from tui.analysis.service import Finished, Part

        findings = None
        if isinstance(event, (Finished, Part)):
            share = event.done / max(1, event.total) if isinstance(event, Part) else 1.0
            try:
                findings = self.prepared(event.analysis, share)
            except Exception:
                # At a thread's end: whatever it is, the reader must not wait for it.
                _log.exception("the results could not be made ready to be shown")
        self.post_message(self.Analysed(event, findings))
        self._has_news.set()

    def on_opening_analysed(self, message: Analysed) -> None:
        """Show results, progress or the reason why there are none."""
        from tui.analysis.service import Failed, Finished, Part, Progress, Skipped

        event = message.event
        if event.run != self._run:
            return
        if message.findings is not None:
            self.show_findings(message.findings)
        elif isinstance(event, (Finished, Part)):
            self.show_not_shown()
        elif isinstance(event, Progress):
            self.show_progress(event.done / max(1, event.total))
        elif isinstance(event, Failed):
            again = self.key("analysis.retry")
            self.show_trouble(f"the analysis stopped ({event.reason}); {again} tries again")
        elif isinstance(event, Skipped):
            again = self.key("analysis.retry")
            self.show_state(f"{event.reason}; {again} analyses it all the same")

    def show_findings(self, findings: Findings) -> None:
        """Fill the panels; the highlights learn who speaks, the ledger what is open."""
        super().show_findings(findings)
        if self.is_analysed:
            self._name_speakers()
            self.enter_questions()

    def _name_speakers(self) -> None:
        """Highlights learn who says them, also when the reader has set the speaker since."""
        if self.session is None:
            return
        speakers = {mark.highlight.id: self.speaker_at(mark.span) for mark in self.marks}
        known = {key: speaker for key, speaker in speakers.items() if speaker}
        if known:
            self.session.set_speakers(known)

    def command_analysis_retry(self) -> None:
        """Read the source again, and analyse what it says."""
        for panel in self.panels[:3]:
            panel.state_text = "reading…"
        self.say("reading the source again…")
        self.reread()

    def on_rereading_reread(self, event: Rereading.Reread) -> None:
        """Show a text that has changed; analyse one that has not."""
        if event.article is not None:
            self.replace_article(event)
            return
        self.say(f"{event.said}; it is analysed again")
        self.start_analysis(force=True)

    # -- closing ----------------------------------------------------------------------

    async def on_unmount(self) -> None:
        """Stop the analysis and wait for what is still being saved."""
        from asyncio import to_thread

        if not self.library_trouble:
            await to_thread(self._enter_even_if_left_at_once)
        if self.session:
            self.unsaved = await to_thread(self.session.close, WAIT_FOR_SAVING)
            self.notes_settled()
            self.words_settled()
        if self.is_guest:
            return
        if self.service:
            await to_thread(self.service.close)
        if self.database:
            await to_thread(self.database.close, WAIT_FOR_SAVING)

    def _enter_even_if_left_at_once(self) -> None:
        """What was opened is in the library, also when the reader quit before that was done."""
        from tui.errors import ClosereadError

        with suppress(ClosereadError):
            self._enter_library()
