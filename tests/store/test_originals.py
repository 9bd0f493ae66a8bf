"""The bytes an article was made from: kept when the reader wants it, given back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tui.documents.article import Article, Milestone, MilestoneKind, Origin, Span
from tui.documents.loading import from_text
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.store.database import Database
from tui.store.documents import document_of_source, stored_article
from tui.store.forgetting import forget
from tui.store.originals import original_of

RAW = b"{\\rtf1 The harbour is closed.}"
SOURCE = "/harbour.rtf"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "library.db")
    yield opened
    opened.close()


@pytest.fixture
def article() -> Article:
    plain = from_text("The harbour is closed.\n\nIt opens in May.", SOURCE)
    return replace(
        plain,
        is_rendered=True,
        milestones=(Milestone(24, MilestoneKind.PAGE, "ii"),),
        site="The Harbour Gazette",
        address="https://example.org/harbour",
        origin=Origin("a Rich Text document", "striprtf/1/1", "not the hash"),
        original=RAW,
    )


def opened(database: Database, article: Article, originals: str) -> ReadingSession:
    return ReadingSession.open(database, article, lambda event: None, originals=originals)


def kept(database: Database) -> bytes | None:
    # What was given to the writer before is done.
    ident = database.submit(lambda c: document_of_source(c, SOURCE)).result()
    assert ident is not None
    raw_hash = sha256(RAW).hexdigest()
    return database.read(lambda c: original_of(c, ident, raw_hash))


def with_hash(article: Article) -> Article:

    assert article.origin is not None
    return replace(article, origin=article.origin._replace(raw_hash=sha256(RAW).hexdigest()))


def test_bytes_are_kept_with_the_first_highlight(database: Database, article: Article) -> None:
    session = opened(database, with_hash(article), "marked")
    assert kept(database) is None
    session.highlight(Span(0, 11), Colour.YELLOW)
    assert session.close() == 0
    assert kept(database) == RAW


def test_bytes_of_an_article_with_highlights_are_kept_when_it_is_opened(
    database: Database, article: Article
) -> None:
    opened(database, with_hash(article), "none").highlight(Span(0, 11), Colour.YELLOW)
    assert kept(database) is None
    opened(database, with_hash(article), "marked")
    assert kept(database) == RAW


def test_all_bytes_are_kept_or_none(database: Database, article: Article) -> None:
    opened(database, with_hash(article), "none").highlight(Span(0, 11), Colour.YELLOW)
    assert kept(database) is None
    opened(database, with_hash(article), "all")
    assert kept(database) == RAW


def test_bytes_that_the_disk_has_changed_are_not_given(
    database: Database, article: Article
) -> None:
    opened(database, with_hash(article), "all")
    database.submit(lambda c: c.execute("UPDATE originals SET data = x'00'")).result()
    assert kept(database) is None


def test_bytes_are_forgotten_with_their_article(database: Database, article: Article) -> None:
    opened(database, with_hash(article), "all")
    ident = database.submit(lambda c: document_of_source(c, SOURCE)).result()
    assert ident is not None
    database.submit(lambda c: forget(c, [ident])).result()
    left = database.read(lambda c: c.execute("SELECT count(*) FROM originals").fetchone())
    assert left == (0,)


def test_an_article_comes_back_with_all_that_it_carries(
    database: Database, article: Article
) -> None:
    opened(database, article, "none")
    ident = database.submit(lambda c: document_of_source(c, SOURCE)).result()
    assert ident is not None
    assert database.read(lambda c: stored_article(c, ident, SOURCE)) == article
