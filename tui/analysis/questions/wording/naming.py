"""The names that questions call somebody by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from tui.analysis.results import Entity, EntityType
from tui.analysis.rules import MentionRule

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUFFIXES = re.compile(r"[js]r\.?|[ivx]+", re.IGNORECASE)


def short_names(entities: Iterable[Entity]) -> Mapping[str, str]:
    """The short usual name by the full one: the last name of a person who has it alone.

    Only where the text itself uses it: the last word of a firm taken for a person is no name.
    """
    chosen: dict[str, str] = {}
    people = [e for e in entities if e.type is EntityType.PERSON]
    last = Counter(_last_name(e.name) for e in people)
    for entity in entities:
        if entity.type is EntityType.PERSON:
            name = _last_name(entity.name)
            alone = last[name] == 1 and _is_called(entity, name)
            chosen[entity.name] = name if alone else entity.name
    return chosen


def _is_called(entity: Entity, name: str) -> bool:
    """Whether the text calls a person by the last name alone somewhere."""
    return any(
        m.rule is MentionRule.LAST_NAME and m.span.end - m.span.start <= len(name)
        for m in entity.mentions
    )


def _last_name(name: str) -> str:
    parts = [p for p in name.split() if not _SUFFIXES.fullmatch(p)]
    return parts[-1] if parts else name


def possessive(name: str) -> str:
    """A name as it stands before what somebody owns."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def set_off(head: Token, name: str) -> str:
    """A subject that ends in another name for it, with the comma behind that: "the mayor, Ada,"."""
    explained = any(c.dep_ == "appos" for c in head.rights) and name.count(", ") == 1
    return f"{name}," if explained and not name.startswith(", ") else name
