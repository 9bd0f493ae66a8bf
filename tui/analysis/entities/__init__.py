"""Who and what a text names."""

from tui.analysis.entities.entity_extractor import find_entities

__all__ = ["find_entities"]
