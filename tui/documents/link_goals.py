"""Where a link leads: into its own text, to another source, or out of what can be read."""

from __future__ import annotations

import os
import re
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from tui.documents.article import Article
from tui.documents.source import Source, SourceKind

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""How an absolute reference begins (RFC 3986, section 3.1); one letter is a drive, no scheme."""


class LinkGoal(NamedTuple):
    """Where a link leads."""

    source: str
    """What it leads to, as `Article.source` names it; empty where no article can be."""
    location: str
    """The same for a program outside: an address or a path; empty where there is none."""
    fragment: str
    """The name of a place in it; empty for its beginning."""
    is_here: bool
    """Whether it is the text that holds the link."""


def goal_of(target: str, article: Article) -> LinkGoal:
    """Where a link of an article leads.

    Args:
        target: `StyledSpan.target`; a relative one is relative to the article's source.
        article: What holds the link.
    """
    words, _, fragment = target.strip().partition("#")
    if not words:
        return LinkGoal(article.source, "", fragment, True)
    source, location = _source_of(words, article)
    is_here = source != "" and source in (article.source, article.address)
    return LinkGoal(source, location, fragment, is_here)


def _source_of(words: str, article: Article) -> tuple[str, str]:
    """The source behind a link, and the place of it for a program outside."""
    source = Source.parse(words)
    if source.kind is SourceKind.ADDRESS:
        return words, words
    if source.kind is not SourceKind.FILE:
        return words, ""
    if words.lower().startswith("file:"):
        path = unquote(urlsplit(words).path)
        return Source.parse(path).identity, path
    if _SCHEME.match(words):
        return "", words
    return _relative(words, Source.parse(article.source).in_container()[1])


def _relative(words: str, base: Source) -> tuple[str, str]:
    if base.kind is SourceKind.ADDRESS:
        address = urljoin(base.name, words)
        return address, address
    if base.kind is SourceKind.FILE:
        path = os.path.join(os.path.dirname(os.path.abspath(base.name)), unquote(words))
        return os.path.normpath(path), os.path.normpath(path)
    return "", ""
