"""Reading the source again: a text that has changed takes the place of the one on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from tui.desk.part import Part
from tui.desk.requests import ChangedText, ReadingPlace
from tui.documents.article import AUTO, Article
from tui.documents.source import Source
from tui.documents.unread import Waiting
from tui.errors import ClosereadError
from tui.store.anchors import describe
from tui.store.placement import Placement

if TYPE_CHECKING:
    from tui.desk.analysing import Analysing
    from tui.desk.jumping import Jumping
    from tui.desk.shown_results import ShownResults
    from tui.desk.state import DeskState
    from tui.desk.surface import Surface

_AROUND = 80
"""Code points that stand for a place, to find it in the changed text."""


class _Outcome(NamedTuple):
    """What came of reading a source again."""

    said: str
    """What is said of it."""
    changed: ChangedText | None = None
    """The other text that it has now; `None` where it stays what it was."""
    is_read: bool = True
    """Whether it could be read."""


class Rereading(Part):
    """What becomes of the open article when its source has changed."""

    def __init__(
        self,
        state: DeskState,
        surface: Surface,
        jumping: Jumping,
        analysing: Analysing,
        shown_results: ShownResults,
    ) -> None:
        """Read again."""
        super().__init__(state, surface)
        self._jumping = jumping
        self._analysing = analysing
        self._results = shown_results
        self._waiting: ChangedText | None = None
        """A changed text that waits for the dialog over the desk to be closed."""
        self._asked: Waiting | None = None
        """Who waits for the source; `None` while nobody does."""

    def analysis_retry(self) -> None:
        """Read the source again, and analyse what it says."""
        self.read_as(self.state.encoding)

    def read_as(self, encoding: str, then: Callable[[], None] | None = None) -> None:
        """Read the source again in an encoding.

        Args:
            encoding: Its name; empty for what the bytes say.
            then: Called once that is what the source is read in.
        """
        self._results.show_waiting()
        self.surface.say("reading the source again…")
        # Who asks once more does not wait any longer for what was asked for before.
        self.cancel()
        place, jumps = self._jumping.place_here(), tuple(self.state.jumps.places)
        waiting = Waiting(lambda what: self.surface.in_loop(self._say_how_far, waiting, what))
        self._asked = waiting

        def read() -> None:
            outcome = None
            try:
                outcome = self._read(waiting, place, jumps, encoding)
            finally:
                self.surface.in_loop(self._take, waiting, outcome, encoding, then)

        self.surface.in_thread(read, "reread", exclusive=True)

    def _read(
        self, waiting: Waiting, place: ReadingPlace, jumps: tuple[int, ...], encoding: str
    ) -> _Outcome:
        """Read the source; runs in a thread."""
        old = self.state.loaded
        if not Source.parse(old.source).can_be_read_again:
            where = Source.parse(old.source).shown
            return _Outcome(f"this text came from {where} and cannot be read again", is_read=False)
        from tui.documents.refetching import refetch

        is_new = encoding != self.state.encoding
        try:
            new = refetch(old, waiting, encoding=encoding or AUTO, is_anew=is_new)
        except ClosereadError as error:
            return _Outcome(f"{error.message}; the text stays as it was", is_read=False)
        if new is None or _is_same(old, new):
            how = f"it reads the same as {encoding}" if is_new and encoding else ""
            return _Outcome(how or "the source has not changed")
        offsets = carried(old, new, (place.cursor, place.top, *jumps))
        kept = ReadingPlace(offsets[0], offsets[1], place.top_is_blank)
        said = "this is what the source says now"
        if is_new:
            said = f"read as {encoding} now" if encoding else "read as its bytes say now"
        elif old.origin and new.origin and old.origin.raw_hash == new.origin.raw_hash:
            said = "the source has not changed; a newer version of its reader reads it like this"
        elif old.text == new.text:
            said = "the text is the same; what the source says around it has changed"
        return _Outcome(said, ChangedText(new, said, kept, tuple(offsets[2:])))

    def _take(
        self,
        waiting: Waiting,
        outcome: _Outcome | None,
        encoding: str,
        then: Callable[[], None] | None,
    ) -> None:
        """Show what was read, unless it has been asked for once more; `None` for a failure."""
        if self._asked is not waiting:
            return
        self._asked = None
        if outcome is None:
            return
        if outcome.is_read:
            self.state.encoding = encoding
        if outcome.changed is not None:
            self._replace(outcome.changed)
        else:
            self.surface.say(f"{outcome.said}; it is analysed again")
            self._analysing.start(force=True)
        if outcome.is_read and then is not None:
            then()

    def _say_how_far(self, waiting: Waiting, what: str) -> None:
        if self._asked is waiting:
            self.surface.say(f"reading the source again: {what}")

    def cancel(self) -> bool:
        """Do not wait for the source any more; whether it was waited for."""
        asked = self._asked
        if asked is not None:
            asked.stop()
        return asked is not None

    def stop(self) -> None:
        """The desk closes."""
        self.cancel()

    def _replace(self, changed: ChangedText) -> None:
        """Put the new text in the place of this one, once no dialog lies over the desk."""
        self._waiting = changed
        self.replace_if_waiting()

    def replace_if_waiting(self) -> None:
        """Show a new text that waited for a dialog."""
        if self._waiting is not None and self.surface.is_on_top:
            changed, self._waiting = self._waiting, None
            self.surface.replace_article(changed)


def _is_same(old: Article, new: Article) -> bool:
    """Whether a reader would see no difference."""
    if (old.text, old.title) != (new.text, new.title):
        return False
    said = [(each.published, each.byline, each.site, each.address) for each in (old, new)]
    return said[0] == said[1] and old.styles == new.styles and old.milestones == new.milestones


def carried(old: Article, new: Article, offsets: tuple[int, ...]) -> list[int]:
    """Places of a text in the text it became; where one is lost, one about as far in it."""
    placement = Placement(new, {old.text_hash: old.text})
    length = len(old.text)
    anchors = [describe(old.text, at, min(length, at + _AROUND), old.text_hash) for at in offsets]
    return [placement.near(anchor) for anchor in anchors]
