"""An analysis as the object of the public contract (`closeread analyze --json`).

Other programs rely on these keys: keys may be added, those here never change. Offsets are
code points into `text`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tui.analysis.results import Analysis, Entity, Question, Quote
from tui.analysis.rules import QuestionRule, QuoteRule
from tui.documents.article import Article, Span
from tui.exchange.json_text import json_text

SCHEMA = 1
"""Version of the contract; raised only if a key ever had to change its meaning."""


def analysis_object(article: Article, analysis: Analysis) -> dict[str, Any]:
    """Everything found in an article, as plain JSON values."""
    lists = {name: list(rows) for name, rows in _lists(analysis)}
    return {**_head(article, analysis), **lists}


def analysis_json(article: Article, analysis: Analysis) -> Iterator[str]:
    """The object as JSON on one line, in parts: all of a book's rows at once take too much room."""
    yield json_text(_head(article, analysis))[:-1]
    for name, rows in _lists(analysis):
        yield f', "{name}": ['
        for number, row in enumerate(rows):
            yield f", {json_text(row)}" if number else json_text(row)
        yield "]"
    yield "}"


def _head(article: Article, analysis: Analysis) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "source": article.source,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "place": article.place,
        "language": analysis.language,
        "text": article.text,
    }


def _lists(analysis: Analysis) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    yield "entities", map(_entity, analysis.entities)
    yield "quotes", map(_quote, analysis.quotes)
    yield "questions", map(_question, analysis.questions)


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type.value,
        "mentions": _pairs(mention.span for mention in entity.mentions),
        "references": _pairs(mention.span for mention in entity.references),
        "role": entity.role,
        "resolved": entity.resolved,
        "stands_for": entity.stands_for,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "content": _pairs(quote.content),
        "kind": quote.kind.value,
        "cue": _pairs(quote.cue) or None,
        "speaker": _pairs(quote.speaker) or None,
        "speaker_name": quote.speaker_name,
        "anonymous": quote.anonymous,
        "rule": _phrase(quote.rule),
        "certainty": round(quote.certainty, 3),
        "view": quote.view,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "evidence": list(question.evidence),
        "question": question.text,
        "kind": question.kind.value,
        "holder": question.holder,
        "about": list(question.about),
        "salience": question.salience,
        "other_places": _pairs(question.other_places),
        "cues": _pairs(question.cues),
        "rule": _phrase(question.rule),
        "sure": question.is_sure,
        "certainty": round(question.certainty, 3),
    }


def _phrase(rule: QuoteRule | QuestionRule | None) -> str:
    """What a rule is called; empty where no rule found the result."""
    return "" if rule is None else rule.value


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
