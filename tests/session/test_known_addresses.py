"""An address that the library knows is shown as it keeps it, and asked again only on request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web_server import WebServer, answer, serving
from tui.documents import address_reading
from tui.documents.loading import load
from tui.documents.unread import Listing, Waiting
from tui.errors import SourceError
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database

TEXT = "The harbour is closed, the mayor said.\n\nIt opens again in May.\n"
FEED = (
    "<rss version='2.0'><channel><title>G</title><item><title>The harbour</title>"
    "<description>It is closed.</description></item></channel></rss>"
)


@pytest.fixture
def web(own_web: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[WebServer]:
    monkeypatch.setattr(address_reading, "_last", None)
    with serving() as server:
        server.pages["/"] = answer(TEXT.encode(), Content_Type="text/plain", ETag='"1"')
        server.pages["/feed"] = answer(FEED.encode())
        yield server


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def known(web: WebServer, database: Database) -> Library:
    """A library that has the page."""
    keep(database, web.address("/"))
    web.asked.clear()
    return Library(database)


def keep(database: Database, source: str) -> None:
    ReadingSession.open(database, load(source), lambda event: None).close()


def want_refetch(home: Path) -> None:
    (home / "config.toml").write_text("allow_private = true\nrefetch = true\n", encoding="utf-8")


def test_a_known_address_is_not_asked_again(web: WebServer, known: Library) -> None:
    article = known.read_article(web.address("/"))
    assert (article.text, article.notices) == (TEXT, ())
    assert web.asked == []


def test_another_address_is_asked(web: WebServer, known: Library) -> None:
    web.pages["/?b"] = answer(b"Another page.", Content_Type="text/plain")
    assert known.read_article(web.address("/?b")).text == "Another page."


def test_it_is_asked_whether_it_has_changed_if_the_settings_want_it(
    web: WebServer, known: Library, home: Path
) -> None:
    want_refetch(home)
    web.pages["/"] = answer(b"", status="304 Not Modified")
    assert known.read_article(web.address("/")).text == TEXT
    assert web.asked[0].headers["if-none-match"] == '"1"'
    web.pages["/"] = answer(b"It is open.", Content_Type="text/plain")
    assert known.read_article(web.address("/")).text == "It is open."
    del web.pages["/"]
    kept = known.read_article(web.address("/"))
    assert kept.text == TEXT
    assert "has no such page (404); this is the text as the library keeps it" in kept.notices[0]


def test_an_entry_of_a_feed_is_kept_like_any_other_article(
    web: WebServer, database: Database
) -> None:
    library = Library(database)
    found = library.read_source(web.address("/feed"), Waiting())
    assert isinstance(found, Listing)
    source = found.sources()[0]
    keep(database, source)
    del web.pages["/feed"]
    address_reading._last = None
    assert library.read_article(source).text == "It is closed."


def test_a_new_address_that_cannot_be_had_is_refused(web: WebServer, known: Library) -> None:
    with pytest.raises(SourceError, match="has no such page"):
        known.read_article(web.address("/other"))


def test_a_copy_at_another_address_is_asked_about_and_nothing_is_fetched(
    web: WebServer, known: Library, database: Database
) -> None:
    paragraphs = "\n\n".join(f"Number {n} of the sentences is said here." for n in range(20))
    web.pages["/long"] = answer(paragraphs.encode(), Content_Type="text/plain")
    web.pages["/copy"] = answer((paragraphs + "\n\nOne more.").encode(), Content_Type="text/plain")
    keep(database, web.address("/long"))
    session = ReadingSession.open(database, load(web.address("/copy")), lambda event: None)
    assert [asked.path for asked in web.asked] == ["/long", "/copy"]
    assert not (session.near and session.near.is_same)
