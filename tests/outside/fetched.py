"""What is fetched, and how a refusal is told, for tests."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from tui.errors import SourceError
from tui.outside.fetching import Download, fetch

TEXT = b"The harbour is closed, the mayor said.\n"
LARGE = b"harbour " * 2_800_000
"""More than may come."""


class Waiter:
    """Somebody who waits, and is told."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.stopped = Event()
        self.told: Callable[[str], None] = self.heard.append

    @property
    def is_stopped(self) -> bool:
        return self.stopped.is_set()


def shortly(value: object) -> str:
    """The name of a case: what is said of it, not all that comes."""
    return value if isinstance(value, str) else "page"


def fetched(address: str, **also: Any) -> Download:
    found = fetch(address, "the page", Waiter(), allow_private=True, **also)
    assert found is not None
    return found


def refusal(address: str, **also: Any) -> str:
    allow = {"allow_private": True} | also
    with pytest.raises(SourceError) as refused:
        fetch(address, "the page", Waiter(), **allow)
    said = str(refused.value)
    assert said.startswith("the page cannot be opened: ")
    assert "\n" not in said
    assert said.isprintable()
    return said
