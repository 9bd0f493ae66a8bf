"""Something for the writer thread of a library to do."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from sqlite3 import Connection
from typing import Any, NamedTuple

from tui.errors import SEE_LOG, StoreError

_log = logging.getLogger("tui.store.database")


class WriterTask(NamedTuple):
    """A change, or a look between two changes."""

    run: Callable[[Connection], object]
    """The work, inside one transaction."""
    future: Future[Any]
    """Where its outcome goes."""
    is_change: bool
    """Whether it runs in a transaction."""
    then: Callable[[Future[Any]], None] | None
    """Called on the writer thread when the outcome is known."""

    def outcome(self, do: Callable[[WriterTask], object]) -> tuple[object, Exception | None]:
        """What comes of it, and why it failed; `None` when it did not. Raises nothing.

        Args:
            do: Does a task.
        """
        try:
            return do(self), None
        except StoreError as refused:
            reason = refused.__cause__ or refused
            _log.warning("a change of the library was refused: %s", reason, exc_info=refused)
            return None, refused
        except Exception as broken:
            _log.exception("a change of the library failed")
            if not self.is_change:
                return None, broken
            said = "the library is unchanged: something unexpected went wrong"
            error = StoreError(said, SEE_LOG)
            error.__cause__ = broken
            return None, error
