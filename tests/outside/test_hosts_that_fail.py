"""Fetching from hosts that refuse, lie, drip or say nothing."""

from __future__ import annotations

import re
import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Event, Thread

import pytest

from tests.outside.fetched import LARGE, TEXT, Waiter, fetched, refusal, shortly
from tests.web_server import (
    Conversation,
    WebServer,
    answer,
    chunked,
    endless,
    zipped,
)
from tui.errors import CancelledError, SourceError
from tui.outside import fetching, one_request, resolving
from tui.outside.fetching import fetch


def test_a_host_that_refuses() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    assert "127.0.0.1 refuses the connection" in refusal(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("address", ["http://", "https:///x", "http://a b/", "http://[", "x:y"])
def test_what_is_no_address(address: str) -> None:
    assert "of the web" in refusal(address)


def hang_up(caller: socket.socket) -> None:
    caller.close()


def cut_in_chunk(caller: socket.socket) -> None:
    caller.sendall(chunked(TEXT, end=b"ffff\r\nThe rest"))


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (hang_up, "broke off the connection"),
        (b"", "broke off the connection"),
        (b"The harbour is closed.\r\n\r\n", "no answer of the web"),
        (b"HTTP/9.9 whatever\r\n\r\n", "no answer of the web"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", "no answer of the web"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "no answer of the web"),
        (b"\xff\xfe" * 1000, "no answer of the web"),
        (answer(TEXT, length=1000), "was cut"),
        (chunked(TEXT, end=b""), "was cut"),
        (chunked(TEXT, end=b"nonsense\r\n\r\n"), "was cut"),
        (cut_in_chunk, "was cut"),
        (answer(zipped(TEXT)[:-9], Content_Encoding="gzip"), "was cut"),
        (answer(TEXT, Content_Encoding="gzip"), "is damaged"),
        (answer(TEXT, Content_Encoding="deflate"), "is damaged"),
        (answer(TEXT, Content_Encoding="br"), "nobody asked for"),
        (answer(TEXT, Content_Encoding="gzip, gzip"), "nobody asked for"),
        (answer(TEXT, length=25_000_000), "larger than 20 MB"),
        (answer(LARGE), "larger than 20 MB"),
        (answer(LARGE, length=None), "larger than 20 MB"),
        (answer(zipped(LARGE), Content_Encoding="gzip"), "larger than 20 MB"),
        (answer(zipped(zipped(bytes(1 << 27))), Content_Encoding="gzip"), ""),
        (chunked(zipped(bytes(1 << 27)), Content_Encoding="gzip"), "larger than 20 MB"),
        (answer(b"", status="400 x"), "does not understand the request (400)"),
        (answer(b"", status="401 x"), "wants a login (401)"),
        (answer(b"", status="403 x"), "does not give it to this program (403)"),
        (answer(b"", status="404 x"), "has no such page (404)"),
        (answer(b"", status="410 x"), "has it no more (410)"),
        (answer(b"", status="418 x"), "does not give it to this program (418)"),
        (answer(b"", status="423 x"), "gives no page (423)"),
        (answer(b"", status="999 x"), "does not give it to this program (999)"),
        (answer(b"", status="429 x", Retry_After="120"), "try again in 120 seconds"),
        (answer(b"", status="429 x", Retry_After="Mon, 02 Nov 2026"), "try again later"),
        (answer(b"", status="451 x"), "for reasons of law (451)"),
        (answer(b"", status="500 x"), "has a problem of its own (500)"),
        (answer(b"", status="429 x", Retry_After="Mon, 02 Nov 2026 10:00:00 GMT"), "again later"),
        (answer(b"", status="429 x", Retry_After="86400"), "try again later"),
        (answer(b"", status="503 x", Retry_After="9"), "try again in 9 seconds"),
        (answer(b"", status="503 x", Retry_After="1801"), "try again in 31 minutes"),
        (answer(b"", status="503 x"), "is overloaded or being mended (503)"),
        (answer(b"", status="204 x"), "gives no page (204)"),
        (answer(TEXT, status="206 x"), "gives no page (206)"),
        (answer(b"", status="302 x"), "gives no page (302)"),
        (answer(b"\x89PNG", Content_Type="image/png"), "it is a picture and no text"),
        (answer(b"ID3", Content_Type="audio/mpeg"), "it is sound and no text"),
    ],
    ids=shortly,
)  # fmt: skip
def test_what_cannot_be_used_is_refused_in_one_sentence(
    web: WebServer, page: bytes | Conversation, reason: str
) -> None:
    web.pages["/"] = page
    if reason:
        assert reason in refusal(web.address())
    else:
        # Packed twice and said once to be: what is in it is not looked into.
        assert len(fetched(web.address()).data) < one_request.LARGEST


@pytest.mark.parametrize(
    ("piece", "head"),
    [
        (b"harbour " * 9000, answer(b"", length=None)),
        (b"2000\r\n" + b"harbour " * 1024 + b"\r\n", chunked(end=b"")),
        (b"X: " + b"y" * 60_000 + b"\r\n", b"HTTP/1.1 200 OK\r\n"),
    ],
    ids=shortly,
)
def test_what_never_ends_is_ended(web: WebServer, piece: bytes, head: bytes) -> None:
    web.pages["/"] = endless(piece, head)
    refusal(web.address())
    assert web.hung_up.wait(20)


@pytest.mark.parametrize(
    ("piece", "head"),
    [
        (b"x", answer(b"", length=None)),
        (b"x", b""),
        (b"X: y\r\n", b"HTTP/1.1 200 OK\r\n"),
        (b"1\r\nx\r\n", chunked(end=b"")),
        (b"x", chunked(end=b"0\r\n")),
    ],
    ids=shortly,
)
def test_what_only_drips_is_ended(
    web: WebServer, piece: bytes, head: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "IN_ALL", 0.2)
    web.pages["/"] = endless(piece, head, pause=0.01)
    assert "did not come within" in refusal(web.address())
    assert web.hung_up.wait(20)


def test_a_host_that_is_silent_is_given_up(web: WebServer, monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()

    def say_nothing(caller: socket.socket) -> None:
        released.wait(20)

    monkeypatch.setattr(one_request, "SILENCE", 0.05)
    web.pages["/"] = say_nothing
    assert "127.0.0.1 does not answer" in refusal(web.address())
    released.set()


def test_a_name_that_takes_for_ever_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()
    monkeypatch.setattr(resolving, "numbers_of", lambda host, port: released.wait(20) and [])
    monkeypatch.setattr(fetching, "IN_ALL", 0.1)
    assert "did not come within" in refusal("http://harbour.example/")
    released.set()


def test_who_waits_is_told_who_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    released = Event()
    monkeypatch.setattr(resolving, "numbers_of", lambda host, port: released.wait(20) and [])
    waiter = Waiter()

    def heard(words: str) -> None:
        waiter.heard.append(words)
        released.set()

    waiter.told = heard
    with pytest.raises(SourceError):
        fetch("http://harbour.example/", "the page", waiter)
    assert waiter.heard == ["connecting to harbour.example"]


def test_who_does_not_wait_any_more_is_obeyed_at_once(web: WebServer) -> None:
    waiter = Waiter()
    web.pages["/"] = endless(b"x", answer(b"", length=None), pause=0.01)

    def stop_when_asked(words: str) -> None:
        Thread(target=waiter.stopped.set).start()

    waiter.told = stop_when_asked
    with pytest.raises(CancelledError):
        fetch(web.address(), "the page", waiter, allow_private=True)
    assert web.hung_up.wait(20)


def test_a_host_may_name_the_moment_from_which_it_answers(web: WebServer) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(minutes=20), usegmt=True)
    web.pages["/"] = answer(b"", status="503 x", Retry_After=moment)
    assert re.search(r"try again in (?:19|20) minutes", refusal(web.address()))
