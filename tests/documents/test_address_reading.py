"""What lies at an address, read as an article: whatever it is, whatever its host says it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.web_server import WebServer, answer, moved, serving, zipped
from tui.documents import address_reading, loading
from tui.documents.address_reading import meant_encoding
from tui.documents.article import Article
from tui.documents.loading import load, open_source
from tui.documents.refetching import refetch
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import CancelledError, SourceError

TEXT = "The harbour is closed, the mayor said.\n\nIt opens again in May.\n"


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: a list that another test has fetched."""
    monkeypatch.setattr(address_reading, "_last", None)


@pytest.fixture
def web(own_web: None) -> Iterator[WebServer]:
    with serving() as server:
        yield server


def refusal(address: str) -> str:
    with pytest.raises(SourceError) as refused:
        load(address)
    return str(refused.value)


def test_an_address_is_read_as_what_its_bytes_are(web: WebServer) -> None:
    web.pages["/"] = answer(TEXT.encode(), Content_Type="text/plain", ETag='"1"')
    article = load(web.address("/#part"))
    assert (article.text, article.source) == (TEXT, web.address("/"))
    assert article.origin is not None
    assert article.origin.format == "plain text"
    assert article.origin.etag == '"1"'
    assert article.origin.fetched
    assert article.original == TEXT.encode()


def test_nothing_is_asked_before_somebody_waits(web: WebServer) -> None:
    opened = open_source(web.address("/"))
    assert isinstance(opened, Unread)
    assert opened.label == web.address("/")
    assert web.asked == []


@pytest.mark.parametrize(
    ("path", "media_type", "is_markdown"),
    [
        ("/a.md", "text/plain; charset=utf-8", True),
        ("/a.md?raw=1", "", True),
        ("/a.MD", "application/octet-stream", True),
        ("/a", "text/markdown", True),
        ("/a.txt", "text/plain", False),
        ("/a?name=b.md", "text/plain", False),
    ],
)
def test_a_name_is_believed_where_its_host_knows_nothing_better(
    web: WebServer, path: str, media_type: str, is_markdown: bool
) -> None:
    web.pages[path] = answer(b"# The *harbour*\n\nIt is closed.\n", Content_Type=media_type)
    assert load(web.address(path)).is_rendered is is_markdown


def test_a_document_is_read_in_the_reading_process(web: WebServer) -> None:
    web.pages["/there"] = moved("/harbour")
    data = rb"{\rtf1\ansi The harbour is \b closed\b0 .}"
    web.pages["/harbour"] = answer(zipped(data), Content_Encoding="gzip", Content_Type="text/html")
    article = load(web.address("/there"))
    assert article.text == "The harbour is closed."
    assert article.source == web.address("/there")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "an image"),
    ],
)
def test_what_is_no_text_is_refused_whatever_its_host_says(
    web: WebServer, data: bytes, reason: str
) -> None:
    web.pages["/"] = answer(data, Content_Type="text/plain")
    said = refusal(web.address("/"))
    assert said.startswith(web.address("/"))
    assert reason in said


def test_a_private_address_is_refused_by_default(web: WebServer, home: Path) -> None:
    (home / "config.toml").unlink()
    assert "allow_private = true" in refusal(web.address("/"))
    assert web.asked == []


def test_fetching_can_be_stopped(web: WebServer) -> None:
    waiting = Waiting()
    opened = open_source(web.address("/"))
    waiting.stop()
    assert isinstance(opened, Unread)
    with pytest.raises(CancelledError):
        opened.read(waiting)


def test_an_address_of_a_file_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "the harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = load(path.as_uri())
    assert (article.source, article.text) == (str(path), TEXT)


# -- encodings ----------------------------------------------------------------------------

CURLY = "“Naïve”, she said"
POLISH = "Zażółć gęślą jaźń"


@pytest.mark.parametrize(
    ("charset", "data", "encoding"),
    [
        ("", CURLY.encode(), ""),
        ("utf-8", CURLY.encode(), ""),
        ("UTF8", CURLY.encode(), ""),
        ("iso-8859-1", CURLY.encode(), ""),
        ("windows-1250", b"plain", ""),
        ("utf-8", POLISH.encode("cp1250"), ""),
        ("windows-1250", POLISH.encode("cp1250"), "cp1250"),
        ("iso-8859-1", CURLY.encode("cp1252"), "cp1252"),
        ("us-ascii", CURLY.encode("cp1252"), "cp1252"),
        ("gb2312", "港口".encode("gb18030"), "gb18030"),
        ("iso-2022-jp", "港".encode("iso-2022-jp"), "iso2022_jp"),
        ("utf-16le", "a港".encode("utf-16-le"), "utf-16-le"),
        ("utf-16", CURLY.encode("utf-16"), ""),
        ("nonsense", CURLY.encode("cp1252"), ""),
        ("a\0b", b"\xff", ""),
        ("hex", b"\xff", ""),
        ("zlib", b"\xff", ""),
        ("idna", b"\xff", ""),
        ("undefined", b"\xff", ""),
        ("unicode_escape", b"\xff\\x41", ""),
        ("utf-7", b"\xff", ""),
        ("x" * 10_000, b"\xff", ""),
        ("../../etc/passwd", b"\xff", ""),
    ],
)
def test_an_encoding_is_believed_unless_the_bytes_say_otherwise(
    charset: str, data: bytes, encoding: str
) -> None:
    assert meant_encoding(charset, data) == encoding


def test_a_page_is_read_in_the_encoding_of_its_host(web: WebServer) -> None:
    web.pages["/"] = answer(
        POLISH.encode("cp1250"), Content_Type="text/plain; charset=windows-1250"
    )
    article = load(web.address("/"))
    assert (article.text, article.notices) == (POLISH, ())
    opened = open_source(web.address("/"), encoding="cp1252")
    assert loading.article_of(opened, Waiting()).text != POLISH


# -- again --------------------------------------------------------------------------------


def again(article: Article) -> Article | None:
    return refetch(article, Waiting())


def test_an_article_is_asked_for_again_only_if_it_has_changed(web: WebServer) -> None:
    web.pages["/"] = answer(TEXT.encode(), Content_Type="text/plain", ETag='"1"')
    article = load(web.address("/"))
    web.pages["/"] = answer(b"", status="304 Not Modified")
    assert again(article) is None
    assert web.asked[-1].headers["if-none-match"] == '"1"'
    web.pages["/"] = answer(b"Another text.", Content_Type="text/plain")
    changed = again(article)
    assert changed is not None
    assert changed.text == "Another text."
    assert changed.source == article.source


def test_the_same_bytes_are_no_change(web: WebServer) -> None:
    web.pages["/"] = answer(TEXT.encode(), Content_Type="text/plain")
    article = load(web.address("/"))
    assert again(article) is None
    kept = replace(article, origin=None, original=b"")
    fetched = again(kept)
    assert fetched is not None
    assert fetched.text == kept.text


def test_a_file_is_read_again_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    article = load(str(path))
    path.write_text("Another text.", encoding="utf-8")
    changed = again(article)
    assert changed is not None
    assert changed.text == "Another text."


def test_an_address_that_is_gone_is_said_to_be(web: WebServer) -> None:
    web.pages["/"] = answer(TEXT.encode(), Content_Type="text/plain")
    article = load(web.address("/"))
    del web.pages["/"]
    with pytest.raises(SourceError, match="has no such page"):
        again(article)


def test_an_article_does_not_become_what_its_host_asks_in_its_place(web: WebServer) -> None:
    prose = "".join(
        f"<p>The ferry ran on day {n}, and the harbour was full.</p>" for n in range(20)
    )
    html = "text/html; charset=utf-8"
    web.pages["/"] = answer(f"<h1>The ferry</h1>{prose}".encode(), Content_Type=html)
    article = load(web.address("/"))
    asks = b"<h1>Privacy</h1><p>We and our partners use cookies.</p><button>Accept all</button>"
    web.pages["/"] = answer(asks, Content_Type=html)
    with pytest.raises(SourceError, match="asks for your consent first"):
        refetch(article, Waiting())


def test_a_feed_is_a_feed_whatever_its_host_says_it_is(web: WebServer) -> None:
    entry = "<item><title>A</title><link>https://a.example/b</link></item>"
    feed = f"<rss version='2.0'><channel><title>G</title>{entry}</channel></rss>".encode()
    web.pages["/feed"] = answer(feed, Content_Type="text/html")
    opened = open_source(web.address("/feed"))
    assert isinstance(opened, Unread)
    assert isinstance(opened.read(Waiting()), Listing)
