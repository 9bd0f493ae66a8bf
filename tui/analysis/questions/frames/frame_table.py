"""All frames: the table that a new module of them is a row of."""

from __future__ import annotations

from functools import cache

from tui.analysis.questions.frames import (
    allegations,
    asked,
    bargaining,
    chances,
    conditions,
    confirmation,
    contests,
    contingencies,
    coordinated,
    courts,
    delays,
    demands,
    disputes,
    fears,
    forecasts,
    hypotheses,
    inquiries,
    intentions,
    knowledge,
    obligations,
    pending,
    prospects,
    pursuits,
    refutations,
    reluctance,
    searches,
    silence,
    states,
    undecided,
    withholding,
)
from tui.analysis.questions.frames.frame import Frame

# Of two frames that find one clause and are as sure of it, the earlier one words the question.
FRAMES: tuple[Frame, ...] = (
    *knowledge.FRAMES,
    *inquiries.FRAMES,
    *withholding.FRAMES,
    *silence.FRAMES,
    *confirmation.FRAMES,
    *intentions.FRAMES,
    *disputes.FRAMES,
    *refutations.FRAMES,
    *searches.FRAMES,
    *undecided.FRAMES,
    *reluctance.FRAMES,
    *delays.FRAMES,
    *demands.FRAMES,
    *conditions.FRAMES,
    *courts.FRAMES,
    *contests.FRAMES,
    *forecasts.FRAMES,
    *prospects.FRAMES,
    *contingencies.FRAMES,
    *chances.FRAMES,
    *hypotheses.FRAMES,
    *obligations.FRAMES,
    *pursuits.FRAMES,
    *fears.FRAMES,
    *asked.FRAMES,
    *states.FRAMES,
    *bargaining.FRAMES,
    *pending.FRAMES,
    *allegations.FRAMES,
    *coordinated.FRAMES,
)


@cache
def frames_by_word() -> dict[str, list[Frame]]:
    """The frames by the lemmas they test."""
    found: dict[str, list[Frame]] = {}
    for frame in FRAMES:
        for word in frame.words:
            found.setdefault(word, []).append(frame)
    return found
