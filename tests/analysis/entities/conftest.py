"""What the tests of entities share: finding one by name, and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.analysis.conftest import Parse
from tui.analysis.entities import find_entities
from tui.analysis.parsed import ParsedText
from tui.analysis.results import Entity, EntityType

if TYPE_CHECKING:
    pass

PERSON, ORG, PLACE, GROUP = (
    EntityType.PERSON,
    EntityType.ORG,
    EntityType.PLACE,
    EntityType.GROUP,
)


def words(parsed: ParsedText, entity: Entity) -> list[str]:
    text = parsed.article.text
    return [text[m.span.start : m.span.end] for m in entity.mentions]


def rules(entity: Entity) -> list[str]:
    return [mention.rule for mention in entity.mentions]


def named(entities: tuple[Entity, ...], name: str) -> Entity:
    found = [entity for entity in entities if entity.name == name]
    assert found, f"{name} is not among {[entity.name for entity in entities]}"
    assert len(found) == 1
    return found[0]


def references(parse: Parse, text: str, rule: str) -> list[tuple[str, str]]:
    """What stands for a name by one rule, with that name, in text order."""
    found = [
        (mention.span, entity.name)
        for entity in find_entities(parse(text))
        for mention in entity.references
        if mention.rule == rule
    ]
    return [(text[span.start : span.end], name) for span, name in sorted(found)]
