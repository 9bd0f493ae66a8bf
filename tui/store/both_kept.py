"""Words that two programs wrote at once: nobody's are lost.

Three versions decide: what the desk showed when the reader began (`seen`), what the reader
wants (`wanted`), and what the library holds by the time of the commit (`held`).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime


def writing_time() -> str:
    """The reader's day and minute, for the line between two versions."""
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")


def words_of_both(seen: str, wanted: str, held: str, when: str) -> str:
    """A note or answer that loses nothing of either program's.

    Args:
        seen: What the reader saw when they began to write.
        wanted: What they wrote.
        held: What the library holds now.
        when: Stands in the line between the two, see `writing_time`.
    """
    if held in (seen, wanted) or not held.strip():
        return wanted
    if wanted == seen or not wanted.strip() or has_lines(held, wanted):
        return held
    if has_lines(wanted, held):
        return wanted
    return f"{held.rstrip()}\n\n— {when}, written on another desk —\n{wanted.lstrip()}"


def has_lines(longer: str, shorter: str) -> bool:
    """Whether all lines of a text stand in another one; a part of a line is other words."""
    return not shorter.strip() or f"\n{shorter.strip()}\n" in f"\n{longer.strip()}\n"


def tags_of_both(
    seen: Iterable[str], wanted: Iterable[str], held: Iterable[str]
) -> tuple[str, ...]:
    """The tags that either program added; one is gone only if the reader saw and removed it."""
    before, after = set(seen), set(wanted)
    return tuple(sorted((set(held) - (before - after)) | (after - before)))
