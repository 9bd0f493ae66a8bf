"""Forgetting articles of the library, and putting them back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.dialogs.forgetting_articles import ForgetScreen
from tui.dialogs.trash_rows import day_of
from tui.documents.sanitising import sanitise_line
from tui.errors import ClosereadError
from tui.store.trash_entries import KEPT, Trashed

if TYPE_CHECKING:
    from tui.dialogs.library_list import LibraryScreen
    from tui.store.document_list import ShelvedDocument
    from tui.trash import Forgettable, PutBack, Trash


class Forgetting:
    """The commands that forget the current article of a list, or put it back."""

    def __init__(
        self,
        library_list: LibraryScreen,
        trash: Trash,
        current: Callable[[], ShelvedDocument | Trashed | None],
        open_ids: frozenset[str],
        came_back: Callable[[str], None],
    ) -> None:
        """Forget articles of a list.

        Args:
            library_list: The list.
            trash: The trash of the library.
            current: What the current row stands for; `None` for nothing.
            open_ids: The articles that are open on the desk.
            came_back: Told the document that has what was put back.
        """
        self._list = library_list
        self._trash = trash
        self._current = current
        self._open_ids = open_ids
        self._came_back = came_back
        self._thrown: list[str] = []

    def command_articles_forget(self) -> None:
        """Show what would go, and ask."""
        current = self._current()
        if current is None:
            return
        if isinstance(current, Trashed):
            self._ask(ForgetScreen.for_good(current), lambda: self._forget_for_good(current))
        elif current.document.id in self._open_ids:
            leaves = self._list.key("desk.quit")
            self._list.say(f"it is open on the desk; leave it with {leaves} first")
        else:
            self._in_thread(lambda: self._count(current.document.id), exclusive=True)

    def command_articles_undo(self) -> None:
        """Put back the current article of the trash, else the one forgotten here last."""
        current = self._current()
        if isinstance(current, Trashed):
            self._list.say("putting it back…")
            self._in_thread(lambda: self._put_back(current.id))
        elif self._thrown:
            # Here, not in the thread: the same key again is for the one before.
            thrown = self._thrown.pop()
            self._list.say("putting it back…")
            self._in_thread(lambda: self._put_back(thrown, is_last=True))
        else:
            self._list.say("nothing was forgotten here; the trash is at the end of the list")

    def _in_thread(self, work: Callable[[], None], *, exclusive: bool = False) -> None:
        self._list.run_worker(
            work, thread=True, exit_on_error=False, group="forget", exclusive=exclusive
        )

    def _count(self, document_id: str) -> None:
        try:
            found = self._trash.preview([document_id])
        except ClosereadError as error:
            self._list.call_later(self._list.say, f"{error}")
            return
        if found is not None:
            self._list.call_later(self._ask_about, document_id, found)

    def _ask_about(self, document_id: str, found: Forgettable) -> None:
        screen = ForgetScreen.into_the_trash(found, KEPT.days)
        self._ask(screen, lambda: self._throw_away(document_id))

    def _ask(self, screen: ForgetScreen, forget: Callable[[], None]) -> None:
        if not self._list.is_current:
            return

        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self._list.say("forgetting…")
                self._in_thread(forget)

        self._list.app.push_screen(screen, answered)

    # -- in a thread ------------------------------------------------------------------

    def _throw_away(self, document_id: str) -> None:
        try:
            (thrown,) = self._trash.throw_away([document_id])
        except ClosereadError as error:
            said = f"not forgotten: {error}"
        else:
            self._thrown.append(thrown.id)
            undoes = self._list.key("articles.undo")
            said = f"kept until {day_of(thrown.until)}: {undoes} puts it back"
        self._tell(said)

    def _put_back(self, entry: str, *, is_last: bool = False) -> None:
        try:
            back = self._trash.put_back(entry)
        except ClosereadError as error:
            self._thrown += [entry] * is_last
            self._tell(f"not put back: {error}")
        else:
            self._tell(_put_back_in_words(back))
            if back is not None:
                self._list.call_later(self._came_back, back.document_id)

    def _forget_for_good(self, entry: Trashed) -> None:
        try:
            erased = self._trash.forget_now([], [entry])
        except ClosereadError as error:
            self._tell(f"not forgotten: {error}")
        else:
            backups = erased.rewritten + erased.removed
            of = f", also from {backups} backup{'s' * (backups != 1)}" if backups else ""
            still = f", but not from {', '.join(erased.remaining)}" if erased.remaining else ""
            self._tell(f"forgotten for good{of}{still}")

    def _tell(self, said: str) -> None:
        self._list.call_later(self._list.say, sanitise_line(said))
        self._list.call_later(self._list.read_again)


def _put_back_in_words(back: PutBack | None) -> str:
    """What has become of a forgotten article."""
    if back is None:
        return "it is not in the trash any more"
    if back.is_joined:
        return "put back into the article as it was opened since"
    if back.taken:
        return f"put back; {back.taken[0]} holds another article now and keeps its name"
    return f"put back: {back.title}"
