"""Word lists written as text, so that a list of a hundred words stays readable."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of `text`, which blanks and newlines part."""
    return frozenset(text.split())
