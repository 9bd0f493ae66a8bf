"""The one place that turns places of a parse into places of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.conftest import Parse, ParseAll
from tui.analysis.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language


def test_words_of_the_second_paragraph_stand_where_the_article_has_them(parse: Parse) -> None:
    text = "It rained.\n\nAnn Lee left."
    parsed = parse(text)
    second = parsed.paragraphs[1]
    assert text[slice(*second.run(0, 2))] == second.run_text(0, 2) == "Ann Lee"
    assert text[slice(*second.span(second.doc[0:3]))] == "Ann Lee left"
    assert text[slice(*second.between(second.doc[1], second.doc[2]))] == "Lee left"


@settings(max_examples=40)
@given(st.text(alphabet="ab .,\"'’\n\t—", min_size=1, max_size=30), st.integers(0, 50))
def test_every_run_of_words_is_found_again_in_its_text(
    nlp: Language, text: str, start: int
) -> None:
    paragraph = Paragraph(nlp.make_doc(text), start, 1)
    assert paragraph.text == text
    for first in range(len(paragraph.tokens)):
        for stop in range(first + 1, len(paragraph.tokens) + 1):
            span = paragraph.run(first, stop)
            assert text[span.start - start : span.end - start] == paragraph.run_text(first, stop)
            assert span == paragraph.span(paragraph.doc[first:stop])


def test_texts_parsed_at_once_are_parsed_as_one_by_one(parse: Parse, parse_all: ParseAll) -> None:
    texts = ["It rained.\n\nAnn Lee left.", "Nobody knows why.", "\n\nThe mill closed."]
    for text, parsed in parse_all(texts).items():
        alone = parse(text)
        assert parsed.article == alone.article
        assert [(p.start, p.number, p.words) for p in parsed.paragraphs] == [
            (p.start, p.number, p.words) for p in alone.paragraphs
        ]
        assert [[t.dep_ for t in p.tokens] for p in parsed.paragraphs] == [
            [t.dep_ for t in p.tokens] for p in alone.paragraphs
        ]
