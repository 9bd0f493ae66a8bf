"""Words of an article on their way out of the program, apart from how they are cited."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an article that somebody wants to quote."""

    words: str
    """The words as they are shown: soft line breaks are blanks, paragraphs a blank line apart."""
    speaker: str | None = None
    """Who says them; `None` when nobody or not known."""
    about: str = ""
    """What they are evidence for (an open question); empty for nothing."""
    where: str = ""
    """Where they stand by what the source counts: "p. 17"; empty when it counts nothing."""
