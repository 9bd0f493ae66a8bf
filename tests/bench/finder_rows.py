"""From a query to the rows of the finder, without a screen: searching and making the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import perf_counter

from tests.bench.texts import english
from tui.analysis.results import (
    Analysis,
    Entity,
    EntityType,
    Mention,
    Question,
    QuestionKind,
    Quote,
    QuoteKind,
)
from tui.analysis.rules import MentionRule
from tui.dialogs.finder_scopes import ArticleScope, MatchMode
from tui.documents.article import Article, Span
from tui.documents.loading import from_text

ENTITIES = 500
MENTIONS = 3
"""Places of each entity."""
QUERIES = (
    "reservoir",
    "almquist council",
    "'tunnel !monday",
    "kind:quote bridge",
    "ferry | budget",
)
_WORD = re.compile(r"[A-Za-z]{4,}")
_SENTENCE = re.compile(r"[A-Z“][^.]{20,}\.")
_WIDTH = 120


def seconds_to_rows(runs: int) -> list[float]:
    """Seconds after each letter of several queries, typed into a finder that was used before.

    Args:
        runs: How often each query is typed.
    """
    article = from_text(english(10_000), "finder")
    scope = ArticleScope(article, _analysis(article), (), {})
    scope.search("a", MatchMode.FUZZY, _WIDTH)
    seconds: list[float] = []
    for query in QUERIES * runs:
        for typed in range(1, len(query) + 1):
            start = perf_counter()
            scope.search(query[:typed], MatchMode.FUZZY, _WIDTH)
            seconds.append(perf_counter() - start)
    return seconds


def _analysis(article: Article) -> Analysis:
    """As many findings as a long text has, spread over this one."""
    sentences = [Span(*match.span()) for match in _SENTENCE.finditer(article.text)]
    quotes = (
        Quote((span,), QuoteKind.DIRECT, speaker_name=f"Speaker {number % 40}")
        for number, span in enumerate(sentences[::4])
    )
    questions = (
        Question(span, article.text[span.start : span.end], QuestionKind.UNKNOWN, "text", 2)
        for span in sentences[::10]
    )
    return Analysis("en", tuple(_entities(article)), tuple(quotes), tuple(questions))


def _entities(article: Article) -> Iterator[Entity]:
    words = [Span(*match.span()) for match in _WORD.finditer(article.text)]
    places = words[:: len(words) // (ENTITIES * MENTIONS)]
    for number in range(ENTITIES):
        mentions = [
            Mention(span, MentionRule.SAME_NAME) for span in places[number::ENTITIES][:MENTIONS]
        ]
        first = mentions[0].span
        name = f"{article.text[first.start : first.end]} {number}"
        yield Entity(name, EntityType.PERSON, tuple(mentions))
