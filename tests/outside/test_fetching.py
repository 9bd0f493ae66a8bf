"""Fetching from a web that misbehaves in every way it can."""

from __future__ import annotations

import socket
import zlib
from threading import Event

import pytest

from tests.outside.fetched import TEXT, Waiter, fetched, refusal, shortly
from tests.web_server import (
    WebServer,
    answer,
    chunked,
    moved,
    serving,
    zipped,
)
from tui.outside.fetching import Known, fetch

# -- what comes ---------------------------------------------------------------------------


def test_a_page_comes_with_what_its_host_says_of_it(web: WebServer) -> None:
    web.pages["/a?b"] = answer(
        TEXT,
        Content_Type='Text/Plain; Charset="UTF-8"',
        ETag='"1"',
        Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT",
    )
    found = fetched(web.address("/a?b#part"))
    assert (found.data, found.address) == (TEXT, web.address("/a?b"))
    assert (found.media_type, found.charset) == ("text/plain", "UTF-8")
    assert (found.etag, found.modified) == ('"1"', "Mon, 02 Nov 2026 10:00:00 GMT")
    assert found.moment.endswith("+00:00")


def test_a_host_is_told_who_asks_and_nothing_else(web: WebServer) -> None:
    web.pages["/"] = answer(TEXT, Set_Cookie="id=1")
    fetched(web.address())
    fetched(web.address())
    assert len(web.asked) == 2
    for asked in web.asked:
        assert set(asked.headers) == {
            "host", "user-agent", "accept", "accept-encoding", "connection",
        }  # fmt: skip
        assert asked.headers["user-agent"].startswith("closeread/")
        assert asked.headers["host"] == f"127.0.0.1:{web.port}"


def test_who_waits_is_told_where_things_are(web: WebServer) -> None:
    released = Event()

    def slowly(caller: socket.socket) -> None:
        caller.sendall(answer(b"x" * 1_258_291, length=3_565_158))
        released.wait(20)
        caller.sendall(b"y" * (3_565_158 - 1_258_291))

    web.pages["/"] = slowly
    waiter = Waiter()

    def heard(words: str) -> None:
        waiter.heard.append(words)
        if words == "1.2 of 3.4 MB":
            released.set()

    waiter.told = heard
    assert fetch(web.address(), "the page", waiter, allow_private=True)
    assert "1.2 of 3.4 MB" in waiter.heard


@pytest.mark.parametrize(
    "page",
    [
        answer(zipped(TEXT), Content_Encoding="gzip"),
        answer(zipped(TEXT[:9]) + zipped(TEXT[9:]), Content_Encoding="x-gzip"),
        answer(zipped(TEXT) + bytes(20), Content_Encoding="gzip"),
        answer(zlib.compress(TEXT), Content_Encoding="deflate"),
        answer(zlib.compress(TEXT, wbits=-15), Content_Encoding="deflate"),
        answer(TEXT, Content_Encoding="identity"),
        answer(TEXT, length=None),
        answer(TEXT + b"and what was not promised", length=len(TEXT)),
        chunked(TEXT[:5], TEXT[5:]),
        chunked(zipped(TEXT)[:5], zipped(TEXT)[5:], Content_Encoding="gzip"),
        chunked(TEXT, end=b"0\r\nTrailer: x\r\n\r\n"),
        b"HTTP/1.0 200 OK\r\n\r\n" + TEXT,
        b"HTTP/1.1 200\r\nContent-Length: %d\r\n\r\n" % len(TEXT) + TEXT,
        b"HTTP/1.1 200 OK\nContent-Length: %d\n\n" % len(TEXT) + TEXT,
        b"HTTP/1.1 100 Continue\r\n\r\n" + answer(TEXT),
        answer(TEXT, Content_Type="nonsense"),
        answer(TEXT, Content_Type="text/plain; charset*=x'y"),
        answer(TEXT, ETag="\x00\x01"),
        answer(TEXT, X="y" * 60_000),
    ],
    ids=shortly,
)
def test_a_page_comes_in_whatever_form(web: WebServer, page: bytes) -> None:
    web.pages["/"] = page
    assert fetched(web.address()).data == TEXT


def test_an_address_in_letters_of_any_script_is_asked_for_as_the_web_writes_it(
    web: WebServer,
) -> None:
    web.pages["/Stra%C3%9Fe%20x?%C3%BC=1"] = answer(TEXT)
    assert fetched(web.address("/Straße x?ü=1")).data == TEXT


# -- what does not change -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("known", "header"),
    [
        (Known(etag='W/"7"'), ("if-none-match", 'W/"7"')),
        (Known(modified="Mon, 02 Nov 2026 10:00:00 GMT"),
         ("if-modified-since", "Mon, 02 Nov 2026 10:00:00 GMT")),
    ],
)  # fmt: skip
def test_what_is_known_need_not_come_again(
    web: WebServer, known: Known, header: tuple[str, str]
) -> None:
    web.pages["/"] = answer(b"", status="304 Not Modified")
    assert fetch(web.address(), "the page", Waiter(), known=known, allow_private=True) is None
    assert header in web.asked[0].headers.items()


def test_nothing_that_was_not_asked_for_is_unchanged(web: WebServer) -> None:
    web.pages["/"] = answer(b"", status="304 Not Modified")
    assert "gives no page (304)" in refusal(web.address())


def test_another_host_is_not_told_what_the_first_one_said(web: WebServer) -> None:
    with serving() as other:
        web.pages["/"] = moved(other.address("/", host="localhost"))
        other.pages["/"] = answer(TEXT)
        fetched(web.address(), known=Known(etag='"1"'))
        assert "if-none-match" in web.asked[0].headers
        assert "if-none-match" not in other.asked[0].headers


# -- where an answer leads ----------------------------------------------------------------


@pytest.mark.parametrize("status", ["301 a", "302 b", "303 c", "307 d", "308 e"])
def test_an_answer_that_leads_on_is_followed(web: WebServer, status: str) -> None:
    web.pages["/"] = moved("b/../there", status)
    web.pages["/there"] = answer(TEXT)
    assert fetched(web.address()).address == web.address("/there")
    assert "referer" not in web.asked[1].headers


def test_ten_answers_may_lead_on(web: WebServer) -> None:
    for number in range(10):
        web.pages[f"/{number}"] = moved(f"/{number + 1}")
    web.pages["/10"] = answer(TEXT)
    assert fetched(web.address("/0")).data == TEXT
    web.pages["/10"] = moved("/11")
    assert "more than 10 addresses" in refusal(web.address("/0"))


def test_a_name_and_a_password_are_sent_to_nobody(web: WebServer) -> None:
    web.pages["/"] = moved(f"http://ann:secret@127.0.0.1:{web.port}/there")
    web.pages["/there"] = answer(TEXT)
    assert fetched(web.address()).address == web.address("/there")
    assert "authorization" not in web.asked[1].headers
    said = refusal(f"http://ann:secret@127.0.0.1:{web.port}/there")
    assert "neither sends nor keeps" in said
    assert "secret" not in said
    assert len(web.asked) == 2


def test_a_location_in_letters_of_any_script_is_followed(web: WebServer) -> None:
    web.pages["/"] = moved("/stra\u00dfe")
    web.pages["/stra%C3%9Fe"] = answer(TEXT)
    assert fetched(web.address()).data == TEXT


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/", "back again"),
        ("/#part", "back again"),
        ("/other", "back again"),
        ("file:///etc/passwd", "no page of the web"),
        ("ftp://127.0.0.1/", "no page of the web"),
        ("data:text/plain,x", "no page of the web"),
        ("javascript:1", "no page of the web"),
        ("//", "back again"),
        ("http://[::1", "no address of the web"),
        ("http://[fe80::1%25lo]/", "no address of the web"),
        ("http://a b/", "no address of the web"),
        ("http://127.0.0.1:99999/", "no address of the web"),
    ],
)
def test_an_answer_that_leads_nowhere_is_said_to(
    web: WebServer, location: str, reason: str
) -> None:
    web.pages["/"] = moved(location)
    web.pages["/other"] = moved("/")
    assert reason in refusal(web.address())
