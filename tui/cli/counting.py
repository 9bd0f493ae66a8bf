"""Numbers of things in the words of a sentence."""

from __future__ import annotations


def counted(count: int, one: str, many: str = "") -> str:
    """A number and what it counts: "1 highlight", "2 highlights".

    Args:
        count: How many there are.
        one: The name of one of them.
        many: The name of several; `one` with an s when not given.
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
