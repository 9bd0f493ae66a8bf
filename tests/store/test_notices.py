"""Notices about an article: the reason first, the name last and short."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.articles import TEXT, article
from tui.documents.article import Article
from tui.store.database import Database
from tui.store.documents import register
from tui.store.identity import identify
from tui.store.short_names import NAME_CELLS, short_source, short_title

OTHER = "Something else entirely stands here now. Nobody expected it."
LONG = "/home/reader/" + "a long folder/" * 9 + "name.txt"
TITLE = "A title that goes on and on, " * 9


@pytest.fixture
def library() -> Iterator[Database]:
    with Database.in_memory() as opened:
        yield opened


def notice(library: Database, known: Article, opened: Article) -> str:
    """What is said when an article is opened after another one."""
    library.submit(lambda c: register(c, "d1", known)).result()
    (sentence,) = library.read(lambda c: identify(c, opened)).notices
    return sentence


def test_another_article_is_said_before_the_title_of_the_old_one(library: Database) -> None:
    sentence = notice(library, article(title=TITLE), article(OTHER))
    assert sentence.startswith("this source now holds another article; kept: the highlights of")
    assert sentence.endswith("A title that goes on and on…”")
    assert len(sentence) <= 100


def test_a_copy_is_said_before_the_end_of_the_old_path(library: Database) -> None:
    sentence = notice(library, article(source=LONG), article(source="/new.txt"))
    assert sentence.startswith("its highlights are here: the same text was opened before")
    assert sentence.endswith(" …/a long folder/name.txt")
    assert len(sentence) <= 100


def test_a_copy_of_an_article_without_a_name_is_told_by_its_title(library: Database) -> None:
    library.submit(lambda c: register(c, "d1", article(TEXT))).result()
    library.submit(lambda c: register(c, "d2", article(OTHER))).result()
    (sentence,) = library.read(lambda c: identify(c, article(source="/new.txt"))).notices
    assert sentence.endswith("opened before as “The closed bridge”")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("/texts/bridge.txt", "/texts/bridge.txt"),
        ("seed:a-sample", "seed:a-sample"),
        ("stdin:" + "0" * 64, "a pipe"),
        ("/texts/" + "very-" * 9 + "long-1.txt", "…y-very-very-very-long-1.txt"),
        ("/" + "f" * 40 + "/a\x1b[2J.txt", "…/a␛[2J.txt"),
    ],
)
def test_a_source_is_shown_by_its_last_parts(source: str, shown: str) -> None:
    assert short_source(source) == shown


@given(st.text("a日/ é.", max_size=80))
def test_a_name_never_takes_more_than_its_room(name: str) -> None:
    for short in (short_source(name), short_title(name)):
        assert sum(2 if char == "日" else 1 for char in short) <= NAME_CELLS
