"""A sentence with the row a reader is shown for it, and one with the same words without a row."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.questions.frames.frame import Frame

Frames = tuple[Frame, ...]
"""The frames of one reason why a question is open."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one frame shows for a sentence of its own."""

    text: str
    """The sentence."""
    kind: str
    """Why its question is open."""
    asked: str
    """The question, or its topic; empty where the wording does not matter."""
    cues: str
    """The words that gave it away."""
    holder: str = "text"
    """Who does not know, withholds or decides."""
    lit: str = ""
    """The clause that shows it; empty for the whole sentence."""
    miss: str = ""
    """A sentence with the same words in which no frame of the same reason sees a question."""


Table = tuple[Frames, tuple[Row, ...]]
"""The frames of one reason with their rows."""
