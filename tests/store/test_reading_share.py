"""How much of an article has been read: by what stood on the screen, whatever the cursor did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.reading import Reader, read
from tui.documents.article import Span
from tui.documents.loading import from_text
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database
from tui.store.document_list import Order
from tui.store.reading_share import points_in

TEXT = "\n\n".join(f"Paragraph {number:03} tells one thing." for number in range(100))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def stay(reader: Reader, first: float, last: float) -> None:
    """Have a part of the text on the screen for a while, the cursor at its beginning."""
    length = len(reader.session.article.text)
    shown = Span(int(first * length), int(last * length))
    reader.session.places.stay(shown.start, shown)
    reader.wait()


def shares(database: Database) -> dict[str, int | None]:
    listed = Library(database).shelved(Order.TITLE, 10)
    return {each.document.title: each.document.read_share for each in listed}


def test_what_stood_on_the_screen_counts_and_the_cursor_does_not(database: Database) -> None:
    reader = read(database, TEXT, title="a")
    assert shares(database) == {"a": None}
    stay(reader, 0, 0.3)
    assert shares(database) == {"a": 30}
    # A look at the end makes no read article of it, going back to the top no unread one.
    stay(reader, 0.95, 1)
    stay(reader, 0, 0.1)
    assert shares(database) == {"a": 35}


def test_reading_goes_on_another_day(database: Database) -> None:
    stay(read(database, TEXT, title="a"), 0, 0.5)
    stay(read(database, TEXT, title="a"), 0.4, 1)
    assert shares(database) == {"a": 100}


def test_a_text_that_has_grown_is_not_read_as_far_any_more(database: Database) -> None:
    stay(read(database, TEXT, title="a"), 0, 1)
    again = read(database, f"{TEXT}\n\n{TEXT}", title="a")
    again.session.places.stay(0, Span(0, 200))
    again.wait()
    assert shares(database) == {"a": 50}


def test_what_is_damaged_counts_as_unseen(database: Database) -> None:
    reader = read(database, TEXT, title="a")
    stay(reader, 0, 0.5)
    database.submit(lambda c: c.execute("UPDATE places SET seen = 'no number'")).result()
    stay(reader, 0.9, 1)
    assert shares(database) == {"a": 60}


def test_the_head_and_the_licence_of_a_book_are_not_to_be_read() -> None:
    licence = "\n\n".join(f"Condition {number} of this licence." for number in range(60))
    book = from_text(
        "Title: The Bridge\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE BRIDGE ***\n\n"
        f"{TEXT}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE BRIDGE ***\n\n{licence}",
        "/texts/book.txt",
    )
    body = Span(book.text.index("Paragraph 000"), book.text.index("*** END"))
    assert points_in(book, body).bit_count() == 100
    assert points_in(book, Span(body.end, len(book.text))) == 0


def test_unread_articles_are_found_and_come_first(database: Database) -> None:
    stay(read(database, TEXT, source="/a.txt", title="a"), 0, 1)
    stay(read(database, TEXT.replace("Paragraph", "Chapter"), source="/b.txt", title="b"), 0, 0.5)
    added = from_text("Something else was added to the library today.", "/c.txt")
    ReadingSession.open(database, added, lambda event: None, is_read=False).close()
    library = Library(database)
    listed = library.shelved(Order.UNREAD, 10)
    progress = [each.document.progress for each in listed]
    assert progress == ["unread", "50 %", "100 %"]
    for state, wanted in (("unread", "unread"), ("started", "50 %"), ("read", "100 %")):
        (found,) = library.shelved(Order.OPENED, 10, None, [state])
        assert found.document.progress == wanted
        assert library.article_count([state]) == 1


def test_the_tags_of_most_highlights_come_first(database: Database) -> None:
    reader = read(database, title="a")
    for words, tags in (("council", ("rare",)), ("repairs", ("war", "bridge")), ("end", ("war",))):
        reader.session.set_tags(reader.mark(words).highlight.id, tags)
    reader.wait()
    library = Library(database)
    (listed,) = library.shelved(Order.OPENED, 10)
    assert listed.tags == ("war", "bridge", "rare")
    (name,) = library.names()
    assert set(name.tags.split(",")) == {"war", "bridge", "rare"}
