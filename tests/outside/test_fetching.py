"""Fetching from a web that misbehaves in every way it can."""

from __future__ import annotations

import re
import socket
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Event, Thread
from typing import Any

import pytest

from tests.web_server import (
    CERTIFICATES,
    Conversation,
    WebServer,
    answer,
    chunked,
    endless,
    moved,
    relay,
    serving,
    zipped,
)
from tui.errors import CancelledError, SourceError
from tui.outside import fetching, one_request, resolving
from tui.outside.fetching import Download, Known, fetch

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


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving() as server:
        yield server


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


# -- certificates -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certificate", "is_known", "reason"),
    [
        ("localhost", True, ""),
        ("localhost", False, "its certificate vouches for itself"),
        ("elsewhere", True, "its certificate is for another host"),
        ("expired", True, "its certificate has expired"),
    ],
)
def test_a_host_has_to_prove_who_it_is(
    certificate: str, is_known: bool, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_known:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{certificate}.pem"))
    with serving(certificate) as server:
        server.pages["/"] = answer(TEXT)
        if reason:
            assert f"localhost does not prove that it is localhost ({reason})" in refusal(
                server.address()
            )
            assert server.asked == []
        else:
            assert fetched(server.address()).data == TEXT


def test_a_host_that_speaks_no_tls(web: WebServer) -> None:
    address = web.address().replace("http:", "https:")
    assert "the secure connection failed" in refusal(address)


# -- proxies ------------------------------------------------------------------------------


def test_a_proxy_of_the_environment_asks_in_our_place(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://ann:word@127.0.0.1:{web.port}")
    web.pages["http://harbour.example/a"] = answer(TEXT)
    found = fetch("http://harbour.example/a", "the page", Waiter())
    assert found is not None
    assert found.address == "http://harbour.example/a"
    assert web.asked[0].headers["proxy-authorization"] == "Basic YW5uOndvcmQ="
    assert web.asked[0].headers["host"] == "harbour.example"


def test_a_secret_page_is_handed_through_a_proxy_unread(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{web.port}")
    assert "the proxy 127.0.0.1" in refusal("https://harbour.example/a")
    assert web.asked[0].path == "harbour.example:443"
    assert "user-agent" not in web.asked[0].headers


@pytest.mark.parametrize(
    ("certificate", "reason"), [("localhost", ""), ("elsewhere", "is for another host")]
)
def test_a_host_behind_a_proxy_has_to_prove_who_it_is(
    web: WebServer, certificate: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / f"{certificate}.pem"))
    monkeypatch.setenv("https_proxy", f"http://ann:word@127.0.0.1:{web.port}")
    with serving(certificate) as server:
        web.pages[f"localhost:{server.port}"] = relay(server.port)
        server.pages["/a"] = answer(TEXT)
        if reason:
            assert reason in refusal(server.address("/a"))
            return
        assert fetched(server.address("/a")).data == TEXT
        assert web.asked[0].headers["proxy-authorization"] == "Basic YW5uOndvcmQ="
        assert "proxy-authorization" not in server.asked[0].headers


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254"])
def test_a_proxy_is_not_asked_for_a_private_address(
    web: WebServer, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{web.port}")
    assert "private network" in refusal(f"http://{host}/", allow_private=False)
    assert web.asked == []


def test_hosts_for_which_there_is_no_proxy_are_asked_themselves(
    web: WebServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    web.pages["/"] = answer(TEXT)
    assert fetched(web.address()).data == TEXT


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "http://[", "http://x:y"])
def test_a_proxy_that_cannot_be_used_is_said_to_be(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", proxy)
    assert "a proxy that closeread cannot use" in refusal("http://harbour.example/")


def test_a_host_may_name_the_moment_from_which_it_answers(web: WebServer) -> None:
    moment = format_datetime(datetime.now(UTC) + timedelta(minutes=20), usegmt=True)
    web.pages["/"] = answer(b"", status="503 x", Retry_After=moment)
    assert re.search(r"try again in (?:19|20) minutes", refusal(web.address()))
