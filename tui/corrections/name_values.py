"""How a correction holds a name: the words of its value, and what an entity is known by."""

from __future__ import annotations

from tui.analysis.results import Entity, EntityType
from tui.corrections.corrected import folded
from tui.store.correction_rows import PLACES, Correction, CorrectionKind, Subject

Key = tuple[str, str]
"""Folded name and type: what an entity is known by in every article."""


def named_value(kind: EntityType, name: str) -> str:
    """How a correction holds a type and a name."""
    return f"{kind.value} {name}"


def named_by(value: str) -> tuple[EntityType, str] | None:
    """Type and name that a correction holds; `None` for a type that is not known here."""
    kind, _, name = value.partition(" ")
    return (EntityType(kind), name) if kind in set(EntityType) and name else None


def key_given(made: Correction) -> Key | None:
    """What the entity is known by that a place is given to; `None` where it is taken off."""
    if made.kind is CorrectionKind.NAME:
        named = named_by(made.value)
        return named and (folded(named[1]), named[0].value)
    return (made.name, made.type) if made.kind is CorrectionKind.MENTION else None


def is_place(made: Correction) -> bool:
    """Whether a correction is about one place of a name, not about the name."""
    return made.kind in PLACES and made.subject is Subject.ENTITY


def merge_value(entity: Entity) -> str:
    """How a merge names the entity it leads to, as the analysis found it."""
    return named_value(entity.type, entity.name)
