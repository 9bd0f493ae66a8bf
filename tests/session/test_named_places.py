"""Places with a letter are kept, found again and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import (
    FIRST,
    OPEN,
    allow_writing,
    forget,
    forget_preview,
    read,
    refuse_writing,
)
from tests.store.articles import TEXT
from tui.documents.article import Article
from tui.library import Library
from tui.store.database import Database


def place(of: Article, words: str) -> int:
    return of.text.index(words)


def test_a_place_is_there_at_once_and_after_the_library_was_closed(path: Path) -> None:
    with Database(path) as database:
        reader = read(database)
        at = place(reader.session.article, OPEN)
        reader.session.places.name("a", at)
        assert reader.session.places.named == {"a": at}
        reader.wait()
    with Database(path) as database:
        assert read(database).session.places.named == {"a": at}


def test_a_letter_given_again_names_the_new_place(database: Database) -> None:
    reader = read(database)
    reader.session.places.name("a", 0)
    reader.session.places.name("a", place(reader.session.article, OPEN))
    reader.wait()
    assert read(database).session.places.named == {"a": TEXT.index(OPEN)}


def test_a_small_letter_belongs_to_its_article(database: Database) -> None:
    one = read(database, source="/texts/one.txt")
    other = read(database, "Quite another text. It has its own places.", source="/texts/two.txt")
    one.session.places.name("a", 0)
    other.session.places.name("a", 20)
    one.wait(), other.wait()
    assert one.session.places.named == {"a": 0}
    assert other.session.places.named == {"a": 20}
    assert one.session.places.of_library() == ()


def test_a_capital_is_one_place_of_the_whole_library(database: Database) -> None:
    one = read(database, source="/texts/one.txt")
    other = read(
        database, "Quite another text.", source="/texts/two.txt", title="The other article"
    )
    one.session.places.name("A", TEXT.index(OPEN))
    (found,) = other.session.places.of_library()
    assert (found.letter, found.source, found.title) == ("A", "/texts/one.txt", "The closed bridge")
    assert found.words.startswith(OPEN[:40])
    other.session.places.name("A", 0)
    (found,) = one.session.places.of_library()
    assert found.title == "The other article"


def test_a_place_moves_with_its_words_when_the_text_is_edited(database: Database) -> None:
    reader = read(database)
    reader.session.places.name("a", TEXT.index(OPEN))
    reader.wait()
    edited = "A new first paragraph was added on Tuesday.\n\n" + TEXT
    assert read(database, edited).session.places.named == {"a": edited.index(OPEN)}


def test_a_place_whose_words_are_gone_is_kept_without_a_position(database: Database) -> None:
    reader = read(database)
    reader.session.places.name("a", TEXT.index("“We will not"))
    reader.wait()
    without = TEXT[: TEXT.index("“We will not")]
    assert read(database, without).session.places.named == {"a": None}
    assert read(database).session.places.named == {"a": TEXT.index("“We will not")}


def test_a_place_the_disk_refuses_is_taken_back_and_told(database: Database) -> None:
    reader = read(database)
    reader.session.places.name("a", 0)
    reader.wait()
    refuse_writing(database, "named_places")
    reader.session.places.name("a", 30)
    reader.session.places.name("b", 40)
    reader.wait()
    assert reader.session.places.named == {"a": 0}
    assert len(reader.failures) == 2
    allow_writing(database)
    reader.session.places.name("b", 40)
    reader.wait()
    assert read(database).session.places.named == {"a": 0, "b": 40}


def test_the_first_place_keeps_a_text_that_only_marks_keep(database: Database) -> None:
    reader = read(database, keep="marked")
    assert Library(database).documents() == []
    reader.session.places.name("a", TEXT.index(FIRST))
    reader.wait()
    assert [record.title for record in Library(database).documents()] == ["The closed bridge"]
    again = read(database, keep="marked")
    assert again.session.places.named == {"a": 0}


def test_forgetting_an_article_forgets_its_places(database: Database) -> None:
    reader = read(database)
    reader.session.places.name("A", 0)
    reader.wait()
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    assert preview.places == 1
    forget(database, "/texts/bridge.txt")
    rows = database.read(lambda c: c.execute("SELECT count(*) FROM named_places").fetchone())
    assert rows == (0,)


@pytest.mark.parametrize("letter", ["a", "A"])
def test_a_library_in_memory_takes_places_too(letter: str) -> None:
    with Database.in_memory() as database:
        reader = read(database)
        reader.session.places.name(letter, 10)
        reader.wait()
        assert read(database).session.places.named == {letter: 10}
