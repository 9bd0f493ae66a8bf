"""What the analysis tests share: one loaded model, and articles made of plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest

from tui.analysis.parsed import Paragraph, ParsedText
from tui.documents.article import Article, Block, BlockKind

if TYPE_CHECKING:
    from spacy.language import Language

Parse = Callable[[str], ParsedText]
ParseAll = Callable[[Sequence[str]], dict[str, ParsedText]]


def make_article(text: str, source: str = "/test/article.txt") -> Article:
    """An article of prose paragraphs parted by blank lines."""
    blocks = tuple(
        Block(match.start(), match.end(), BlockKind.PARAGRAPH)
        for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
    )
    return Article(source, text, text.strip()[:40], blocks)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The language model, loaded once: it takes as long as a hundred tests."""
    from tui.analysis.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Parse:
    """Turn plain text into the parsed text that extractors read."""
    from tui.analysis.pipeline import parse as parse_article

    return lambda text: parse_article(make_article(text), nlp)


@pytest.fixture(scope="session")
def parse_all(parse: Parse) -> ParseAll:
    """Parse a table of texts at once, in half the time that they take one by one."""

    def parse_texts(texts: Sequence[str]) -> dict[str, ParsedText]:
        docs = iter(parse("\n\n".join(texts)).paragraphs)
        found = {}
        for text in texts:
            article = make_article(text)
            paragraphs = tuple(
                Paragraph(next(docs).doc, block.start, number)
                for number, block in enumerate(article.blocks, 1)
            )
            found[text] = ParsedText(article, paragraphs)
        return found

    return parse_texts
