"""A source that is being read in a thread, from before anybody shows how far it is."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING

from tui.documents.unread import Listing, Unread, Waiting

if TYPE_CHECKING:
    from tui.documents.article import Article


class Begun:
    """Reading that has begun; nothing here waits."""

    def __init__(self, unread: Unread) -> None:
        """Begin to read.

        Args:
            unread: What is read.
        """
        self.label = unread.label
        """What a sentence calls it."""
        self.progress = ""
        """What is being done, as a clause; empty while that is not known."""
        self._waiting = Waiting(self._tell, self._show)
        self._first: Future[Article] = Future()
        self._result: Future[Article | Listing] = Future()
        # A daemon: an answer that nobody waits for any more must not hold up the program's end.
        Thread(target=self._read, args=(unread,), name="reading", daemon=True).start()

    def _tell(self, progress: str) -> None:
        self.progress = progress

    def _show(self, first: Article) -> None:
        if not self._first.done():
            self._first.set_result(first)

    def _read(self, unread: Unread) -> None:
        try:
            found = unread.read(self._waiting)
        except BaseException as error:
            # At a thread's end: whoever takes the result raises it.
            self._result.set_exception(error)
        else:
            self._result.set_result(found)

    @property
    def is_over(self) -> bool:
        """Whether `found` can be asked."""
        return self._result.done()

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._waiting.is_stopped

    def found(self) -> Article | Listing:
        """What was read, once it is over.

        Raises:
            SourceError: It cannot be read.
        """
        return self._result.result()

    def when_shown(self, then: Callable[[Article], None]) -> None:
        """Call something with the first pages once they are there; may be called in any thread.

        Most sources are read to their end before they have any.
        """
        self._first.add_done_callback(lambda first: then(first.result()))

    def when_over(self, then: Callable[[], None]) -> None:
        """Call something once it is over, at once if it is; may be called in any thread."""
        self._result.add_done_callback(lambda _: then())

    def stop(self) -> None:
        """Read no further; what is over stays."""
        self._waiting.stop()
