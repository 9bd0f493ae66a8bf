"""Results as the reader has them: what the analysis found, with any corrections applied.

Most articles have none; what applies them is imported for the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.results import Analysis, Entity, Question, Quote
from tui.corrections.corrected import Corrected, CorrectionTarget, PlacedCorrection, Result


class CorrectedResults(NamedTuple):
    """An analysis as the reader has it; of each kind the hidden rows come last."""

    language: str
    """As `Analysis.language`."""
    entities: tuple[Corrected[Entity], ...]
    """Most mentioned first."""
    quotes: tuple[Corrected[Quote], ...]
    """In text order."""
    questions: tuple[Corrected[Question], ...]
    """The reader's own first, then best first."""
    unfitting: tuple[PlacedCorrection, ...]
    """Corrections made in this article whose result is not there."""

    @property
    def hidden_count(self) -> int:
        """How many results the reader hid or merged into others."""
        hidden = [row.is_hidden for row in self.entities]
        hidden += [row.is_hidden for row in self.quotes]
        return sum(hidden) + sum(row.is_hidden for row in self.questions)

    def listed(self, *, with_hidden: bool) -> Analysis:
        """The results as an analysis, the hidden ones last or not at all."""
        return Analysis(
            self.language,
            _results(self.entities, with_hidden=with_hidden),
            _results(self.quotes, with_hidden=with_hidden),
            _results(self.questions, with_hidden=with_hidden),
        )


def corrected(
    analysis: Analysis,
    placed: Sequence[PlacedCorrection] = (),
    listed_before: frozenset[CorrectionTarget] = frozenset(),
    *,
    text: str = "",
) -> CorrectedResults:
    """Apply the corrections that hold in an article to what was found in it.

    Args:
        analysis: What was found, in the whole text or a part of it.
        placed: The corrections, the oldest first.
        listed_before: Questions that count as sure because they have been listed as such.
        text: The article's text as it is shown, in which names that the reader added stand again;
            empty leaves them where they were added, and questions with the names they have.
    """
    if placed:
        # The panels of an article without corrections do not wait for what applies them.
        from tui.corrections.applying import with_corrections

        return with_corrections(analysis, placed, listed_before, text=text)
    return CorrectedResults(
        analysis.language,
        tuple(Corrected(each, each) for each in analysis.entities),
        tuple(Corrected(each, each) for each in analysis.quotes),
        tuple(kept_sure([Corrected(each, each) for each in analysis.questions], listed_before)),
        (),
    )


def shown_first(rows: Iterable[Corrected[Result]]) -> tuple[Corrected[Result], ...]:
    """The rows with the hidden ones last, else in their order."""
    return tuple(sorted(rows, key=lambda row: row.is_hidden))


def _results(rows: Sequence[Corrected[Result]], *, with_hidden: bool) -> tuple[Result, ...]:
    return tuple(row.result for row in rows if with_hidden or not row.is_hidden)


def kept_sure(
    rows: list[Corrected[Question]], listed_before: frozenset[CorrectionTarget]
) -> list[Corrected[Question]]:
    """What a list has shown never leaves it, however the analysis thinks of it now."""
    if not listed_before:
        return rows
    return [
        replace(row, result=replace(row.result, certainty=1.0))
        if row.target in listed_before
        else row
        for row in rows
    ]
