"""What the tests of quotes share: quotes of a text with three known names."""

from __future__ import annotations

from tests.analysis.conftest import Parse
from tui.analysis.entity_index import EntityIndex
from tui.analysis.quotes.quote_extractor import find_quotes
from tui.analysis.results import Entity, EntityType, Mention, Quote
from tui.analysis.rules import MentionRule
from tui.documents.article import Span


def index_of(text: str, **named: EntityType) -> EntityIndex:
    """An index of names, each found wherever it stands ("Ann_Lee" is the name Ann Lee)."""
    entities = []
    for key, kind in named.items():
        name = key.replace("_", " ")
        last = name.split()[-1]
        places = [i for i in range(len(text)) if text.startswith(last, i)]
        spans = [
            Span(i - len(name) + len(last), i + len(last))
            if text[: i + len(last)].endswith(name)
            else Span(i, i + len(last))
            for i in places
        ]
        if spans:
            entities.append(
                Entity(name, kind, tuple(Mention(s, MentionRule.SAME_NAME) for s in spans))
            )
    return EntityIndex(entities)


def quotes_of(parse: Parse, text: str) -> tuple[Quote, ...]:
    index = index_of(
        text,
        Ann_Lee=EntityType.PERSON,
        Tom_Baker=EntityType.PERSON,
        Acme=EntityType.ORG,
    )
    return find_quotes(parse(text), index)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]
