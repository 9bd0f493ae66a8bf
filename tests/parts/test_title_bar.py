"""What the title bar says of an article whose title was cut out of its first sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tui.desk.title_bar import title_runs
from tui.documents.article import Article
from tui.documents.loading import from_text

SENTENCE = (
    "The harbour bridge of Port Ellis was closed on Monday after one of its piers had moved by the "
    "width of a hand, and nobody at the town hall would say for how long it is to stay so."
)


def shown(article: Article, width: int) -> str:
    left, right = title_runs(article, width, is_complete=True)
    row = "".join(words for words, _ in (*left, *right))
    assert len(row) <= width
    return left[-1][0]


@pytest.fixture
def article() -> Article:
    return from_text(f"{SENTENCE} Ferries run.\n\nShops shut.\n", "/a.txt")


def test_it_is_shown_as_far_as_there_is_room(article: Article) -> None:
    assert article.title == "The harbour bridge of Port Ellis was closed on Monday…"
    assert shown(article, 90) == article.title
    clause = SENTENCE.partition(",")[0]
    assert shown(article, 200) == f"{clause}…"
    assert shown(article, 260) == SENTENCE[:-1]


def test_a_title_that_the_reader_gave_stays_as_it_is(article: Article) -> None:
    own = replace(article, title="The harbour bridge…")
    assert shown(own, 260) == own.title
