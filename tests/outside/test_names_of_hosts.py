"""Which hosts are asked: private networks, names and their numbers."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from tests.outside.fetched import TEXT, Waiter, fetched, refusal
from tests.web_server import (
    WebServer,
    answer,
    moved,
)
from tui.outside import resolving
from tui.outside.fetching import fetch

# -- private addresses --------------------------------------------------------------------


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::1]", "0.0.0.0"]
)
def test_this_machine_is_not_asked_unless_the_settings_allow_it(web: WebServer, host: str) -> None:
    assert "private network" in refusal(web.address(host=host), allow_private=False)
    assert web.asked == []


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What names stand for; those in `PUBLIC` count as numbers of the world."""
    known: dict[str, list[str]] = {}

    def numbers_of(host: str, port: int) -> list[str]:
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "no")
        return known[host]

    monkeypatch.setattr(resolving, "numbers_of", numbers_of)
    monkeypatch.setattr(resolving, "is_public", lambda number: number == "127.0.0.1")
    return known


@pytest.mark.parametrize("private", ["10.0.0.1", "169.254.169.254", "127.0.0.2"])
def test_no_answer_leads_into_a_private_network(
    web: WebServer, names: dict[str, list[str]], private: str
) -> None:
    names |= {"harbour.example": ["127.0.0.1"], "inside.example": [private]}
    web.pages["/"] = moved(f"http://inside.example:{web.port}/")
    said = refusal(web.address(host="harbour.example"), allow_private=False)
    assert "inside.example is an address of this machine or of a private network" in said


def test_a_name_with_one_private_number_is_not_asked(
    web: WebServer, names: dict[str, list[str]]
) -> None:
    names["harbour.example"] = ["127.0.0.1", "10.0.0.1"]
    refusal(web.address(host="harbour.example"), allow_private=False)
    assert web.asked == []


def test_a_name_that_changes_its_number_is_asked_at_the_one_that_was_checked(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = iter(["127.0.0.1"])
    monkeypatch.setattr(resolving, "numbers_of", lambda host, port: [next(numbers)])
    monkeypatch.setattr(resolving, "is_public", lambda number: True)
    looked_up: list[str] = []
    look_up = socket.getaddrinfo

    def noted(host: str, *rest: Any, **also: Any) -> Any:
        looked_up.append(host)
        return look_up(host, *rest, **also)

    monkeypatch.setattr(socket, "getaddrinfo", noted)
    web.pages["/"] = answer(TEXT)
    found = fetch(web.address(host="harbour.example"), "the page", Waiter())
    assert found is not None
    assert found.address == web.address(host="harbour.example")
    assert set(looked_up) == {"127.0.0.1"}
    assert web.asked[0].headers["host"] == f"harbour.example:{web.port}"


def test_the_next_number_of_a_name_is_tried(
    web: WebServer, names: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolving, "is_public", lambda number: True)
    names["harbour.example"] = ["127.0.0.3", "127.0.0.1"]
    web.pages["/"] = answer(TEXT)
    assert fetched(web.address(host="harbour.example")).data == TEXT


# -- hosts that do not answer -------------------------------------------------------------


def test_a_name_that_nobody_knows(names: dict[str, list[str]]) -> None:
    said = refusal("http://harbour.example/")
    assert "no host called harbour.example is known; " in said
    assert "online" in said
