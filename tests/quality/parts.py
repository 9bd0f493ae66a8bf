"""Which annotated articles were read while rules were written, and which never were.

The articles named in `unread_articles.txt` were drawn at random, before the work that is
measured with them, from the collections `news2` and `news3`. Nobody reads them, no rule is
written from them and the learned table is not fitted to them. Of those in
`judged_articles.txt` only random rows are read, to judge them (`judge.py`); no rule is written
from them either.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

JUDGED = Path(__file__).with_name("judged_articles.txt")
UNREAD = Path(__file__).with_name("unread_articles.txt")
NEW = ("news2", "news3")
"""The collections that came after the first rules were written."""
OLD = ("train", "dev")
"""The collections that the first rules were written from."""


@cache
def unread_ids() -> frozenset[str]:
    """The names of the articles that nobody reads."""
    return frozenset(UNREAD.read_text(encoding="utf-8").split())


@cache
def judged_ids() -> frozenset[str]:
    """The names of the articles of which random rows are judged."""
    return frozenset(JUDGED.read_text(encoding="utf-8").split())


def is_unread(article: dict[str, Any]) -> bool:
    """Whether an annotated article is one that nobody reads."""
    return article["id"] in unread_ids()


def publisher(article: dict[str, Any]) -> str:
    """The collection an article came from, as its name begins."""
    return str(article["id"]).partition("_")[0]


def articles_of(gold: Path, *names: str) -> Iterator[dict[str, Any]]:
    """The annotated articles of some collections that are there, in order."""
    for name in names:
        path = gold / "questions" / f"{name}.jsonl"
        if path.is_file():
            with path.open(encoding="utf-8") as lines:
                yield from (json.loads(line) for line in lines)
