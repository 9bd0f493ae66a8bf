"""What the reader says an article is: kept, taken back, found and thrown away like a note."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.session.reading import OPEN, Reader, forget, read
from tests.store.articles import article
from tests.store.earlier_library import take_back
from tui.corrections.corrected import CorrectionTarget
from tui.corrections.stated_facts import corrections_of_facts, stated
from tui.documents.article import Article, Origin, Span
from tui.exchange.as_json import as_json
from tui.exchange.as_markdown import as_markdown
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.session.reading import ReadingSession
from tui.store.correction_rows import CorrectionKind, Subject
from tui.store.database import Database
from tui.store.document_facts import add_facts
from tui.store.documents import DocumentRecord
from tui.store.salvage import salvage
from tui.trash import Trash

TITLE, BYLINE, SITE, DAY, ADDRESS = (
    CorrectionKind.TITLE,
    CorrectionKind.BYLINE,
    CorrectionKind.SITE,
    CorrectionKind.PUBLISHED,
    CorrectionKind.ADDRESS,
)
SAID = {
    TITLE: "Bridge shut for good",
    BYLINE: "Miriam Oduya",
    SITE: "The Millbrook Echo",
    DAY: "2022-01-14",
    ADDRESS: "https://echo.example/bridge",
}


def says(reader: Reader, values: dict[CorrectionKind, str | None]) -> None:
    corrections = reader.session.corrections
    made = corrections_of_facts(corrections.placed)
    target = CorrectionTarget(Subject.ARTICLE, Span(0, 20))
    assert corrections.make("facts", target, values, made).ok


def told(database: Database) -> Reader:
    """A marked article whose facts were put right."""
    reader = read(database)
    reader.mark(OPEN)
    says(reader, dict(SAID))
    reader.wait()
    return reader


def facts(known: Article | DocumentRecord) -> list[str | None]:
    web = known.address if isinstance(known, Article) else known.web_address
    day = known.published.isoformat() if known.published else None
    return [known.title, known.byline, known.site, day, web]


def document(database: Database) -> DocumentRecord:
    (known,) = Library(database).documents()
    return known


def test_the_library_and_the_article_have_what_the_reader_says(database: Database) -> None:
    told(database)
    assert facts(document(database)) == list(SAID.values())
    session = read(database).session
    made = corrections_of_facts(session.corrections.placed)
    assert facts(stated(session.article, made)) == list(SAID.values())
    assert session.notices == ()
    # Opening it again has not written what the source says over it.
    assert facts(document(database)) == list(SAID.values())


def test_empty_words_say_that_there_is_none_but_every_article_has_a_title(
    database: Database,
) -> None:
    reader = read(database)
    says(reader, {TITLE: "", DAY: ""})
    reader.wait()
    assert facts(document(database)) == ["The closed bridge", None, None, None, None]
    made = corrections_of_facts(reader.session.corrections.placed)
    assert stated(article(), made).title == "The closed bridge"
    assert stated(article(), made).published is None


def test_taken_back_it_says_what_its_text_says(database: Database) -> None:
    told(database)
    reader = read(database)
    change = reader.session.undo()
    assert change is not None
    assert (change.description, change.span) == ("article facts changed back", None)
    reader.wait()
    assert facts(document(database)) == ["The closed bridge", None, None, "2022-01-13", None]
    assert document(database).published == date(2022, 1, 13)


def test_it_holds_in_a_later_text_of_the_article(database: Database) -> None:
    told(database)
    later = "It rained. " + article().text.replace("Monday", "Tuesday")
    session = read(database, later).session
    assert session.notices == ()
    assert facts(stated(session.article, corrections_of_facts(session.corrections.placed))) == list(
        SAID.values()
    )
    assert document(database).title == SAID[TITLE]


def page(byline: str = "Miriam Odua", site: str | None = "The Echo") -> Article:
    """The article as a page has it that says something of itself."""
    made_from = Origin("a web page", "an extractor/1", f"hash of {byline}, {site}")
    return replace(article(), byline=byline, site=site, origin=made_from, is_rendered=True)


def opened(database: Database, page: Article) -> Article:
    """What the library has of it once it was opened on the desk."""
    reader = Reader(ReadingSession.open(database, page, lambda event: None, "all"), [])
    reader.wait()
    kept = Library(database).stored_article(page.source)
    assert kept is not None
    return kept


def test_what_a_source_says_around_the_same_text_is_what_it_says_now(database: Database) -> None:
    assert opened(database, page()).byline == "Miriam Odua"
    corrected = page(byline="Miriam Oduya", site=None)
    kept = opened(database, corrected)
    assert (kept.byline, kept.site, kept.origin) == ("Miriam Oduya", None, corrected.origin)
    # The library, which nobody asks a network for, opens it with them.
    assert facts(document(database))[1:3] == ["Miriam Oduya", None]
    assert opened(database, kept).byline == "Miriam Oduya"
    assert facts(document(database))[1:3] == ["Miriam Oduya", None]


def test_what_a_source_says_now_does_not_touch_what_the_reader_says(database: Database) -> None:
    opened(database, page())
    session = ReadingSession.open(database, page(), lambda event: None, "all")
    reader = Reader(session, [])
    says(reader, {BYLINE: "M. Oduya"})
    reader.wait()
    assert opened(database, page(byline="Miriam Oduya", site="The Post")).byline == "Miriam Oduya"
    assert facts(document(database))[1:3] == ["M. Oduya", "The Post"]


def test_a_copy_of_the_words_in_another_form_does_not_take_the_place_of_a_page(
    database: Database,
) -> None:
    opened(database, page())
    kept = opened(database, article())
    assert (kept.byline, kept.site, kept.is_rendered) == ("Miriam Odua", "The Echo", True)


def test_exports_and_searches_have_it(database: Database) -> None:
    reader = told(database)
    marked = reader.session.marked()
    text = "".join(as_markdown(marked))
    assert "# Bridge shut for good" in text
    assert (
        'author: "Miriam Oduya"\npublication: "The Millbrook Echo"\npublished: 2022-01-14\n'
        'source: "https://echo.example/bridge"\n'
    ) in text
    assert '"site": "The Millbrook Echo"' in "".join(as_json(marked))
    for typed in ("shut", "src:echo", "src:oduya", "src:bridge.txt"):
        assert len(list(LibrarySearch(Library(database)).hits(typed))) == 1, typed
    assert not list(LibrarySearch(Library(database)).hits("src:elsewhere"))


def test_it_goes_into_the_trash_and_comes_back(database: Database) -> None:
    told(database)
    trash = Trash(database)
    shown = trash.named("/texts/bridge.txt").shown
    assert shown is not None
    (thrown,) = trash.throw_away([shown])
    assert thrown.title == SAID[TITLE]
    assert not Library(database).documents()
    trash.put_back(thrown.id)
    assert facts(document(database)) == list(SAID.values())
    forget(database, "/texts/bridge.txt")
    assert not Library(database).documents()


def test_it_is_salvaged_even_where_the_row_of_the_article_is_lost(path: Path) -> None:
    with Database(path) as database:
        told(database)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM documents")
    target = path.with_name("salvaged.db")
    salvage(path, target)
    with Database(target) as database:
        assert facts(document(database)) == list(SAID.values())


def test_a_library_of_an_earlier_version_knows_publication_and_address_of_its_texts(
    path: Path,
) -> None:
    with Database(path) as database:
        told(database)
        header = database.read(
            lambda c: c.execute("SELECT header FROM revisions").fetchone()[0]
        ).replace('"asides"', '"site": "The Echo", "address": "https://echo.example", "asides"')
        database.submit(lambda c: c.execute("UPDATE revisions SET header = ?", (header,))).result()
    take_back(path, add_facts)
    with Database(path) as database:
        known = document(database)
        assert (known.title, known.site, known.web_address) == (
            SAID[TITLE],
            "The Echo",
            "https://echo.example",
        )
