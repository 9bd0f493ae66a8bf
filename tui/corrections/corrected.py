"""What corrections hang on, and the rows they make of results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from tui.analysis.results import Entity, Question, Quote
from tui.documents.article import Span
from tui.documents.folding import fold_words
from tui.store.correction_rows import Correction, CorrectionKind, Subject

Result = TypeVar("Result", Entity, Quote, Question)


class CorrectionTarget(NamedTuple):
    """What a correction hangs on."""

    subject: Subject
    """What kind of result it is."""
    span: Span
    """Its passage."""
    name: str = ""
    """As `Correction.name`."""
    type: str = ""
    """As `Correction.type`."""


class PlacedCorrection(NamedTuple):
    """A correction with its place in the open text."""

    correction: Correction
    """The correction."""
    span: Span | None
    """Where its passage stands now; `None` for one of another article and for one without a
    certain place."""
    is_here: bool
    """Whether it was made in this article."""

    @property
    def is_lost(self) -> bool:
        """Whether it should have a place here and has none."""
        return self.is_here and self.span is None


@dataclass(frozen=True, slots=True)
class Corrected(Generic[Result]):
    """A result as the reader has it."""

    result: Result
    """The result, corrected."""
    found: Result
    """The result as it was found; one of the reader's own as they made it."""
    corrections: tuple[Correction, ...] = ()
    """What was corrected, the oldest first."""
    is_hidden: bool = False
    """Whether the reader hid it, or merged it into another."""
    part_of: str | None = None
    """The name of the entity it was merged into; `None` when it was not."""
    own: Correction | None = None
    """The correction that is this result; `None` for what the analysis found."""
    emptied_by: tuple[Correction, ...] = ()
    """What took all places of an entity away, so that it is hidden; none for other rows."""

    @property
    def target(self) -> CorrectionTarget:
        """What further corrections of it hang on; names are folded only when asked for."""
        if self.own and self.own.subject is not Subject.ENTITY:
            # Known by its id: its wording may change and its passage be shared.
            return CorrectionTarget(self.own.subject, span_of(self.found), self.own.id)
        return target_of(self.found)

    def value(self, kind: CorrectionKind) -> str | None:
        """What the reader put in; `None` when nothing."""
        values = [made.value for made in self.corrections if made.kind is kind]
        return values[-1] if values else None

    @property
    def answer(self) -> str | None:
        """The reader's answer to a question; `None` when there is none."""
        return self.value(CorrectionKind.ANSWER)


def folded(name: str) -> str:
    """A name as corrections compare it: its folded words."""
    return " ".join(word.text for word in fold_words(name)) or name.casefold()


def span_of(result: Entity | Quote | Question) -> Span:
    """The passage of a result: of an entity its first mention."""
    if isinstance(result, Entity):
        return result.mentions[0].span
    if isinstance(result, Quote):
        return Span(result.content[0].start, result.content[-1].end)
    return result.evidence


def target_of(result: Entity | Quote | Question) -> CorrectionTarget:
    """What corrections of something the analysis found hang on."""
    span = span_of(result)
    if isinstance(result, Entity):
        return CorrectionTarget(Subject.ENTITY, span, folded(result.name), result.type.value)
    if isinstance(result, Quote):
        return CorrectionTarget(Subject.QUOTE, span, type=result.kind.value)
    return CorrectionTarget(Subject.QUESTION, span, folded(result.text), result.kind.value)
