"""The open questions of annotated articles, analysed in this process, and their scores."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.quality.parts import articles_of, is_unread
from tui.analysis.results import Question

Rows = dict[str, list[dict[str, Any]]]
"""Questions in the shape of the scorer, by article, best first."""


def scorer_path(gold: Path) -> Path:
    """Where the scorer of open questions is, or would be: beside the collections."""
    return gold.parent / "tools" / "score_questions.py"


def scorer_of(gold: Path) -> ModuleType:
    """The scorer of open questions."""
    spec = importlib.util.spec_from_file_location("score_questions", scorer_path(gold))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row_of(question: Question, offset: int) -> dict[str, Any]:
    """A question in the shape of the scorer.

    Args:
        question: The question.
        offset: Code points of the collection's text before that of the article.
    """
    return {
        "evidence": [question.evidence.start + offset, question.evidence.end + offset],
        "question": question.text,
        "kind": question.kind.value,
    }


def scored(gold: Path, name: str, scorer: ModuleType) -> tuple[dict[str, Any], dict[str, Any]]:
    """The scores of a collection's unread articles: of all rows, and of the sure ones."""
    from tui.analysis.pipeline import analyse, load_pipeline
    from tui.documents.loading import from_text

    nlp = load_pipeline()
    articles = [article for article in articles_of(gold, name) if is_unread(article)]
    every: Rows = {}
    sure: Rows = {}
    for row in articles:
        article = from_text(row["text"], row["id"])
        offset = max(0, row["text"].find(article.text))
        questions = analyse(article, nlp).questions
        every[row["id"]] = [row_of(question, offset) for question in questions]
        sure[row["id"]] = [row_of(q, offset) for q in questions if q.is_sure]
    whole, surest = (scorer.score(articles, rows, out=str) for rows in (every, sure))
    return whole, surest
