"""What a page says about itself to machines: the articles in its JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element
from tui.documents.sanitising import sanitise_line

_ARTICLE = pattern(
    r"(?:\w*Article|\w*Posting|Report|\w*News\w*|Review|Recipe|HowTo|WebPage|Book|TechArticle)"
)
_LONGEST = 500
_DEEPEST = 12
_MOST = 5000
"""Values of a page that are looked at."""


class Described(NamedTuple):
    """An article as its page describes it; what is not said is empty."""

    kind: str
    headline: str
    authors: tuple[str, ...]
    published: str
    publisher: str


def described_articles(page: Element) -> list[Described]:
    """The articles that a page describes, in its order; web pages after all others."""
    found = [_described(item) for item in _items(page) if _ARTICLE.fullmatch(_kind(item))]
    return sorted(found, key=lambda each: each.kind == "WebPage")


def is_paid_for(page: Element) -> bool:
    """Whether a page says that not all of it may be read for nothing (`isAccessibleForFree`)."""
    said = (item.get("isAccessibleForFree") for item in _items(page))
    return any(str(each).lower() == "false" for each in said if each is not None)


def _items(page: Element) -> Iterator[dict[str, object]]:
    """Everything with a type, outer things first."""
    waiting: list[tuple[object, int]] = []
    for script in page.iter("script"):
        if "ld+json" in script.get("type", "").lower():
            try:
                waiting.append((json.loads(script.text or "", strict=False), 0))
            except (ValueError, RecursionError):
                continue
    for _ in range(_MOST):
        if not waiting:
            return
        value, depth = waiting.pop(0)
        if isinstance(value, dict):
            if "@type" in value:
                yield value
            inner: list[object] = list(value.values())
        else:
            inner = value if isinstance(value, list) else []
        if depth < _DEEPEST:
            waiting += ((each, depth + 1) for each in inner if isinstance(each, dict | list))


def _kind(item: dict[str, object]) -> str:
    kinds = item.get("@type")
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if isinstance(kind, str):
            return kind.rpartition("/")[2]
    return ""


def _described(item: dict[str, object]) -> Described:
    return Described(
        _kind(item),
        _line(item.get("headline") or item.get("name")),
        tuple(dict.fromkeys(_names(item.get("author")))),
        _line(item.get("datePublished")),
        next(_names(item.get("publisher")), ""),
    )


def _names(value: object) -> Iterator[str]:
    """The names of one or many persons or organisations."""
    for each in value[:20] if isinstance(value, list) else [value]:
        name = _line(each.get("name") if isinstance(each, dict) else each)
        if name:
            yield name


def _line(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    return sanitise_line(unescape(value), _LONGEST) if isinstance(value, str) else ""
