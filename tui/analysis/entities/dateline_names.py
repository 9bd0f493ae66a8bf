"""The places and the reporter of a dateline, which is set aside before the text is parsed.

They are named there like anywhere else in the text: "Anna Berg OSLO 2021-05-04". No model
is asked: the rules that set the dateline aside know what each of its words is.
"""

from __future__ import annotations

import re

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.results import EntityType
from tui.documents.article import Article, Span

_BETWEEN = re.compile(r"\s*[,/;]\s*|\s+and\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s,;/]+|[,;/]|\s+")


def find_dateline_names(parsed: ParsedText) -> list[NameCandidate]:
    """The names of the dateline; none for a text without one."""
    article = parsed.article
    places = [name for name in _BETWEEN.split(article.place or "") if name]
    if not parsed.paragraphs or not places:
        return []
    for aside in article.asides:
        text = article.text[aside.start : aside.end]
        if places[0].casefold() in text.casefold():
            return _names_of(parsed, article, aside, places)
    return []


def _names_of(
    parsed: ParsedText, article: Article, aside: Span, places: list[str]
) -> list[NameCandidate]:
    """The candidates of one dateline, its places in the letters a reader writes them in."""
    text = article.text[aside.start : aside.end]
    spans: list[tuple[int, int, EntityType]] = []
    position = 0
    if article.byline and text.startswith(f"{article.byline} "):
        position = len(article.byline)
        spans.append((0, position, EntityType.PERSON))
    for name in places:
        start = text.casefold().find(name.casefold(), position)
        if start < 0 or len(text.casefold()) != len(text):
            break
        position = start + len(name)
        text = text[:start] + name + text[position:]
        spans.append((start, position, EntityType.PLACE))
    words = _TOKEN.findall(text)
    doc = parsed.paragraphs[0].doc
    count = len(words)
    # Every word is its own sentence: nothing is known of how they hang together.
    line = type(doc)(
        doc.vocab,
        words=words,
        spaces=[False] * count,
        pos=["PROPN"] * count,
        heads=list(range(count)),
        deps=["ROOT"] * count,
    )
    names = Names(Paragraph(line, aside.start, 0))
    for start, end, kind in spans:
        span = line.char_span(start, end)
        if span is not None:
            names.add(NameCandidate(names.paragraph, span.start, span.end, kind, is_sure=True))
    return list(names)
