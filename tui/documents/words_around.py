"""What stands around a passage, where it was cut within a word: whole words, and a sign for it."""

from __future__ import annotations


def words_before(text: str, *, is_cut: bool) -> str:
    """What stands before a passage, from its first whole word on.

    Args:
        text: It, up to the passage.
        is_cut: Whether more stands before it.
    """
    _, blank, rest = text.partition(" ")
    return f"… {rest.lstrip()}" if is_cut and blank else text


def words_behind(text: str, *, is_cut: bool) -> str:
    """What stands behind a passage, up to its last whole word.

    Args:
        text: It, from the passage on.
        is_cut: Whether more stands behind it.
    """
    rest, blank, _ = text.rpartition(" ")
    return f"{rest.rstrip()} …" if is_cut and blank else text
