"""What the analysis tests share: one loaded model, and articles made of plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tui.analysis.parsed import ParsedText
from tui.documents.article import Article, Block, BlockKind

if TYPE_CHECKING:
    from spacy.language import Language

Parse = Callable[[str], ParsedText]


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
