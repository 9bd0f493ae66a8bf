"""Comparing two runs of words, with the standard library's matcher."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from difflib import SequenceMatcher


def word_matcher(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    """A matcher of some words; imported with the first comparison, which most readings lack."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, old, new, autojunk=False)
