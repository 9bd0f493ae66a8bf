"""Something for the writer thread of a library to do."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from sqlite3 import Connection
from typing import Any, NamedTuple


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
