"""Whatever is typed as an address, and whatever a host answers: a text or one sentence."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.web_server import WebServer, answer, chunked, serving, zipped
from tui.documents.source import Source, SourceKind
from tui.errors import SourceError
from tui.outside.counted_unpacking import CODINGS, Unpacking
from tui.outside.fetching import fetch
from tui.outside.web_target import FailedError, Target, led_to, target_of

HOSTILE = st.text(
    st.one_of(st.sampled_from("/:@?#[]%\\.\0\t\n\r \x1b\u202e"), st.characters(codec=None))
)
PIECES = st.sampled_from(
    [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ",
        b"Content-Length: 5\r\n",
        b"Content-Length: -5\r\n",
        b"Content-Length: 99999999999999999999999999\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Content-Encoding: deflate\r\n",
        b"Content-Type: text/html; charset=\xff\r\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"ETag: \xff\x00\r\n",
        b" folded\r\n",
        b"no colon\r\n",
        b"\r\n",
        b"5\r\nhello\r\n",
        b"0\r\n\r\n",
        b"ffffffffffffffffffff\r\n",
        b"-1\r\n",
        zipped(b"hello"),
        zlib.compress(b"hello"),
        b"\0",
        b"\xff\xfe",
    ]
)


class Nobody:
    """Somebody who waits and is not told anything."""

    is_stopped = False

    def told(self, words: str) -> None:
        pass


def is_clean(target: Target) -> bool:
    """Whether everything that is sent of it is one word of ASCII."""
    sent = (target.host, target.path, target.authority, target.address)
    return all(part.isascii() and part.isprintable() and " " not in part for part in sent)


@given(HOSTILE)
@example("h:80:80/")
@example("h\\@evil.example/")
@example("\udcff/\udcff")
def test_whatever_is_typed_as_an_address_has_one_name(rest: str) -> None:
    source = Source.parse(f"http://{rest}")
    assert source.kind is SourceKind.ADDRESS
    assert Source.parse(source.identity).identity == source.identity


@given(HOSTILE)
@example("h\\@evil.example/")
@example("h/\r\nHost: evil.example")
@example("\udcff/\udcff")
@example("\u2100.example")
def test_whatever_is_typed_asks_for_something_sound_or_nothing(rest: str) -> None:
    try:
        target = target_of(f"http://{rest}")
    except FailedError:
        return
    assert is_clean(target)
    assert target_of(target.address) == target


@given(HOSTILE)
@example("//[")
@example("http://\udcff")
def test_wherever_an_answer_leads_it_is_sound_or_nothing(location: str) -> None:
    try:
        target = led_to(Target("https", "gazette.example", 443, "/a"), location)
    except FailedError:
        return
    assert is_clean(target)


@given(st.binary(max_size=200), st.sampled_from(CODINGS))
def test_bytes_that_are_not_packed_are_no_reason_to_break(data: bytes, coding: str) -> None:
    unpacking = Unpacking(coding)
    try:
        found = b"".join([*unpacking.add(data), unpacking.end()])
    except zlib.error:
        return
    assert coding or found == data


@pytest.fixture(scope="module")
def web() -> Iterator[WebServer]:
    with serving() as server:
        yield server


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map(b"".join))
@example(answer(b"hello", Location="\x00"))
@example(chunked(b"hello", end=b"5\r\nhel"))
@example(b"HTTP/1.1 302 Found\r\nLocation: \r\n\r\n")
@example(b"HTTP/1.1 200 OK\r\n folded\r\nContent-Length: 5\r\n\r\nhello")
def test_whatever_a_host_answers_is_a_text_or_one_sentence(web: WebServer, page: bytes) -> None:
    web.pages["/"] = page
    # Any other error would be a page that ends the program.
    with suppress(SourceError):
        fetch(web.address(), "the page", Nobody(), allow_private=True)
