"""Forgetting an article of the library: what would go is shown first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.dialogs.forgetting_articles import ForgetScreen
from tui.errors import ClosereadError

if TYPE_CHECKING:
    from tui.dialogs.library_list import LibraryScreen
    from tui.library import Forgettable, Library
    from tui.store.document_list import ShelvedDocument


class Forgetting:
    """The command that forgets the current article of a list."""

    def __init__(
        self,
        library_list: LibraryScreen,
        library: Library,
        current: Callable[[], ShelvedDocument | None],
        open_ids: frozenset[str],
        forgets: Callable[[list[str]], None],
    ) -> None:
        """Forget articles of a list.

        Args:
            library_list: The list.
            library: The open library.
            current: The article of the current row; `None` for none.
            open_ids: The articles that are open on the desk.
            forgets: Called in a thread with the hashes of the texts that are gone.
        """
        self._list = library_list
        self._library = library
        self._current = current
        self._open_ids = open_ids
        self._forgets = forgets

    def command_articles_forget(self) -> None:
        """Show what would go, and ask."""
        shelved = self._current()
        if shelved is None:
            return
        if shelved.document.id in self._open_ids:
            leaves = self._list.key("desk.quit")
            self._list.say(f"it is open on the desk; leave it with {leaves} first")
            return
        self._in_thread(lambda: self._count(shelved), exclusive=True)

    def _in_thread(self, work: Callable[[], None], *, exclusive: bool = False) -> None:
        self._list.run_worker(
            work, thread=True, exit_on_error=False, group="forget", exclusive=exclusive
        )

    def _count(self, shelved: ShelvedDocument) -> None:
        try:
            found = self._library.forget_document_preview(shelved.document.id)
        except ClosereadError as error:
            self._list.call_later(self._list.say, f"{error}")
            return
        if found is not None:
            self._list.call_later(self._ask, shelved, found)

    def _ask(self, shelved: ShelvedDocument, found: Forgettable) -> None:
        if not self._list.is_current:
            return

        def answered(is_sure: bool | None) -> None:
            if is_sure:
                self._list.say("forgetting…")
                self._in_thread(lambda: self._forget(shelved.document.id))

        self._list.app.push_screen(ForgetScreen(found), answered)

    def _forget(self, document_id: str) -> None:
        said = "forgotten"
        try:
            self._forgets(self._library.forget_document(document_id))
        except ClosereadError as error:
            said = f"not forgotten: {error}"
        self._list.call_later(self._list.say, said)
        self._list.call_later(self._list.read_again)
