"""Closed classes of words the extractors look up."""

from __future__ import annotations


def words(*rows: str) -> frozenset[str]:
    """The words of some rows of text, parted by blanks."""
    return frozenset(word for row in rows for word in row.split())


def phrases(text: str) -> frozenset[str]:
    """The phrases of a text, parted by commas or line ends."""
    return frozenset(
        phrase for row in text.splitlines() for part in row.split(",") if (phrase := part.strip())
    )
