"""Where exported highlights stand: the page or the paragraph, prose without its soft newlines."""

from __future__ import annotations

import json

import pytest

from tests.session.reading import Reader
from tui.documents.loading import from_text
from tui.exchange.as_json import as_json
from tui.exchange.as_markdown import as_markdown
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database

PROSE = (
    "The bridge was closed on Monday after one of its piers\n"
    "had moved by the width of a hand, and the town council\n"
    "would not say for how long it is to stay closed."
)
VERSE = "O bridge,\nO pier of stone,\nthe sea is high."
TEXT = f"A town waits.\n\n{PROSE}\n\n{VERSE}\n\nNobody knows more."


@pytest.fixture
def reader(database: Database) -> Reader:
    made = from_text(TEXT, "/texts/bridge.txt")
    return Reader(ReadingSession.open(database, made, lambda _: None), [])


def test_one_article_names_paragraphs_and_joins_the_lines_of_prose_only(
    database: Database, reader: Reader
) -> None:
    reader.mark("one of its piers\nhad moved")
    reader.mark(VERSE)
    reader.mark("stay closed.\n\nO bridge")
    reader.wait()
    text = "".join(as_markdown(reader.session.marked()))
    assert "> one of its piers had moved\n\n— *A town waits*, ¶ 2\n" in text
    assert "> O bridge,\n> O pier of stone,\n> the sea is high.\n\n— *A town waits*, ¶ 3\n" in text
    # Of a passage over both the lines stay as they are.
    assert "> stay closed.\n>\n> O bridge\n\n— *A town waits*, ¶ 2\n" in text
    known = Library(database).document("/texts/bridge.txt")
    assert known is not None
    assert text == "".join(as_markdown(Library(database).marked_articles(known.id)))


def test_of_all_articles_no_texts_are_read_and_json_has_the_very_words(
    database: Database, reader: Reader
) -> None:
    reader.mark("one of its piers\nhad moved")
    reader.wait()
    assert "¶" not in "".join(as_markdown(Library(database).marked_articles()))
    (document,) = json.loads("".join(as_json(reader.session.marked())))["documents"]
    assert document["marks"][0]["anchor"]["exact"] == "one of its piers\nhad moved"


def test_where_pages_are_counted_the_page_is_named(database: Database) -> None:
    pages = "\n\n".join(
        f"{PROSE} It rained for the {day} day and nobody in the town could\n\nPage {number} of 4"
        for number, day in enumerate(("first", "second", "third", "fourth"), 1)
    )
    made = from_text(pages, "/texts/pages.txt")
    reader = Reader(ReadingSession.open(database, made, lambda _: None), [])
    reader.mark("for the third day")
    reader.wait()
    text = "".join(as_markdown(reader.session.marked()))
    assert ", p. 3\n" in text
    assert "¶" not in text
