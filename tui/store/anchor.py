"""What is kept of a place in a text, apart from how it is found again (`tui.store.anchors`)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage with its context and its place in one revision of a text."""

    exact: str
    """The words themselves."""
    prefix: str
    """What stood before them, at most 128 code points."""
    suffix: str
    """What stood after them, at most 128 code points."""
    start: int
    """Its first code point in that revision."""
    end: int
    """The first code point after it."""
    revision: str
    """The hash of that revision (`Article.text_hash`)."""
