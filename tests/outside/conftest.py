"""A web of our own for what goes outside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web_server import (
    WebServer,
    serving,
)


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving() as server:
        yield server
