"""What holds of every article, whatever its text is."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.documents.derived_title import cells
from tui.documents.loading import load_stream
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.sentence_map import SentenceMap
from tui.errors import SourceError
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database

LINES = st.sampled_from(
    [
        "date 2022-01-13",
        "Title: The closed bridge",
        "Author: Ada Quill",
        "The closed bridge",
        "By Ada Quill and Noor Haddad",
        "March 3, 2024",
        "MILLBROOK, March 3 (Reuters) - The council met. It will meet again.",
        "MILLBROOK —",
        "“We will not rush it,” she said. Nobody asked why.",
        "(Reporting by Ada Quill; Editing by Noor Haddad)",
        "Reuters",
        "- an item",
        "    code",
        "漢字。漢字！",
        "\x1b[2J\u202eodd\x00",
        "word " * 30,
        "",
        "",
    ]
)
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


def loaded(text: str) -> Article:
    try:
        return load_stream(BytesIO(text.encode()))
    except SourceError:
        assume(False)
        raise


@given(TEXTS)
def test_what_is_set_aside_is_text_and_reading_begins_on_a_visible_character(text: str) -> None:
    article = loaded(text)
    for aside in article.asides:
        assert 0 <= aside.start < aside.end <= len(article.text)
        assert article.text[slice(*aside)].strip() == article.text[slice(*aside)]
        assert block_at(article.blocks, aside.start) == block_at(article.blocks, aside.end - 1)
    ends = [Span(0, 0), *article.asides]
    assert all(a.end <= b.start for a, b in pairwise(ends))
    first = article.first_place
    assert article.blocks[0].start <= first < len(article.text)


@given(TEXTS)
def test_a_title_is_one_clean_line_that_fits(text: str) -> None:
    article = loaded(text)
    assert article.title == sanitise_line(article.title) != ""
    assert cells(article.title) <= 150
    for name in (article.place, article.byline):
        assert name is None or name == sanitise_line(name) != ""


@given(TEXTS)
def test_nothing_but_a_header_is_taken_off(text: str) -> None:
    article = loaded(text)
    clean = sanitise(text)
    assert clean.endswith(article.text)
    header = clean[: len(clean) - len(article.text)]
    assert not header or "date" in header or "Title" in header or "Author" in header


@given(TEXTS, st.data())
def test_the_sentence_under_the_cursor_is_the_same_from_each_of_its_characters(
    text: str, data: st.DataObject
) -> None:
    article = loaded(text)
    offset = data.draw(st.integers(0, len(article.text) - 1))
    sentence = SentenceMap(article).at(offset)
    other = SentenceMap(article)
    assert {other.at(inside) for inside in range(*sentence)} == {sentence}
    assert not any(
        sentence.start < edge < sentence.end for aside in article.asides for edge in aside
    )


@given(TEXTS)
def test_a_text_the_library_keeps_is_the_article_that_was_read(text: str) -> None:
    article = loaded(text)
    with Database.in_memory() as database:
        ReadingSession.open(database, article, lambda event: None)
        kept = Library(database).stored_article(article.source)
    assert kept == article
