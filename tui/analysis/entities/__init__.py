"""Who and what a text names."""

from tui.analysis.entities.extractor import find_entities

__all__ = ["find_entities"]
