"""The corrections of a reader applied to what the analysis found.

Pure: frozen results and corrections in, frozen rows out, the same for the same input. What
the analysis found is never changed; it is corrected anew after every analysis.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tui.analysis.results import Analysis, Question, QuestionKind, Quote
from tui.analysis.rules import QuestionRule
from tui.corrections.corrected import (
    Corrected,
    CorrectionTarget,
    PlacedCorrection,
    Result,
    folded,
    span_of,
)
from tui.corrections.corrected_results import CorrectedResults, kept_sure, shown_first
from tui.corrections.merging import correct_entities, new_names
from tui.corrections.name_values import is_place
from tui.corrections.own_names import placed_names
from tui.corrections.own_quotes import own_quote, respoken
from tui.corrections.renaming import Renaming
from tui.documents.article import Span
from tui.store.correction_rows import Correction, CorrectionKind, Subject

SAME_PASSAGE = 0.5
"""Least share of a result's and a correction's passages that they have in common: under new
rules a quote may have gained its marks or a clause; half of it is another one."""
READER = "you"
"""The holder of a question of the reader's own."""


def with_corrections(
    analysis: Analysis,
    placed: Sequence[PlacedCorrection],
    listed_before: frozenset[CorrectionTarget],
    *,
    text: str,
) -> CorrectedResults:
    """What `corrected` gives, whether or not there are corrections."""
    of: dict[Subject, list[PlacedCorrection]] = defaultdict(list)
    places: list[PlacedCorrection] = []
    for each in placed:
        (places if is_place(each.correction) else of[each.correction.subject]).append(each)
    names_made = of[Subject.ENTITY]
    hidden = {(each.correction.name, each.correction.type) for each in names_made
              if each.correction.kind is CorrectionKind.HIDE}  # fmt: skip
    named, lost_places, reassigned = placed_names(analysis.entities, places, text, hidden)
    entities, unfitting = correct_entities(named, names_made)
    names = new_names(entities)
    said = respoken(analysis.quotes, reassigned)
    quotes, lost_quotes = _quotes(said, of[Subject.QUOTE], names)
    renamed = Renaming(entities, text).question if text and placed else None
    questions, lost_questions = _questions(analysis.questions, of[Subject.QUESTION], names, renamed)
    return CorrectedResults(
        analysis.language,
        shown_first(entities),
        shown_first(quotes),
        shown_first(kept_sure(questions, listed_before)),
        (*lost_places, *unfitting, *lost_quotes, *lost_questions),
    )


def _quotes(
    quotes: Sequence[Quote], placed: Iterable[PlacedCorrection], names: Mapping[str, str]
) -> tuple[list[Corrected[Quote]], list[PlacedCorrection]]:
    rest, own, lost = _own(placed, CorrectionKind.QUOTE, own_quote)
    rows = [Corrected(_renamed_speaker(quote, names), quote) for quote in quotes]
    rows, others = _applied(rows, rest, lambda quote, made: _quote(quote, made, names))
    if own:
        renamed = [replace(row, result=_renamed_speaker(row.result, names)) for row in own]
        taken = [span_of(row.found) for row in own]
        rows = [row for row in rows if not _is_any(span_of(row.found), taken)] + renamed
        rows.sort(key=lambda row: row.result.content[0].start)
    return rows, lost + others


def _is_any(span: Span, others: Iterable[Span]) -> bool:
    return any(_common(span, other) >= SAME_PASSAGE for other in others)


def quote_on(rows: Iterable[Corrected[Quote]], span: Span) -> Corrected[Quote] | None:
    """The quote, hidden or not, that a passage is; `None` where it is another one or none."""
    return max(
        (row for row in rows if _is_any(span_of(row.found), [span])),
        key=lambda row: _common(span_of(row.found), span),
        default=None,
    )


def _own(
    placed: Iterable[PlacedCorrection],
    kind: CorrectionKind,
    row_of: Callable[[Correction, Span], Corrected[Result]],
) -> tuple[list[PlacedCorrection], list[Corrected[Result]], list[PlacedCorrection]]:
    """Other corrections, the rows of those of a kind that are results, those without a place."""
    rows: list[Corrected[Result]] = []
    rest: list[PlacedCorrection] = []
    lost: list[PlacedCorrection] = []
    for each in placed:
        if each.correction.kind is not kind:
            rest.append(each)
        elif each.span is None:
            lost.append(each)
        else:
            rows.append(row_of(each.correction, each.span))
    return rest, rows, lost


def _quote(quote: Quote, made: Correction, names: Mapping[str, str]) -> Quote:
    if made.kind is not CorrectionKind.SPEAKER:
        return quote
    # The words that were taken for the source are not this speaker's.
    name = made.value or None
    named = replace(quote, speaker=(), speaker_name=name, anonymous=False, certainty=1.0)
    return _renamed_speaker(named, names)


def _renamed_speaker(quote: Quote, names: Mapping[str, str]) -> Quote:
    name = quote.speaker_name and _new_name(quote.speaker_name, names)
    return quote if name == quote.speaker_name else replace(quote, speaker_name=name)


def _questions(
    questions: Sequence[Question],
    placed: Iterable[PlacedCorrection],
    names: Mapping[str, str],
    renamed: Callable[[Question], Question] | None,
) -> tuple[list[Corrected[Question]], list[PlacedCorrection]]:
    rest, rows, lost = _own(placed, CorrectionKind.QUESTION, _own_question)
    for one in questions:
        worded = renamed(one) if renamed else one
        rows.append(Corrected(_renamed_about(worded, names), one))
    rows, others = _applied(rows, rest, _question)
    return rows, lost + others


def _own_question(made: Correction, span: Span) -> Corrected[Question]:
    question = Question(
        span,
        made.value,
        QuestionKind.ASKED,
        READER,
        3,
        rule=QuestionRule.ASKED_BY_READER,
        certainty=1.0,
    )
    return Corrected(question, question, own=made)


def _question(question: Question, made: Correction) -> Question:
    """A question the reader has worked on counts among the surest, a hidden one, too."""
    text = made.value if made.kind is CorrectionKind.WORDING else question.text
    return replace(question, text=text, certainty=1.0)


def _renamed_about(question: Question, names: Mapping[str, str]) -> Question:
    if not names:
        return question
    # Two that were merged are one name now.
    about = tuple(dict.fromkeys(_new_name(name, names) for name in question.about))
    return replace(question, about=about, holder=_new_name(question.holder, names))


def _new_name(name: str, names: Mapping[str, str]) -> str:
    return names.get(folded(name), name) if names else name


def _applied(
    rows: list[Corrected[Result]],
    placed: Iterable[PlacedCorrection],
    apply: Callable[[Result, Correction], Result],
) -> tuple[list[Corrected[Result]], list[PlacedCorrection]]:
    """Each correction applied to the row of its passage; those that have none."""
    lost: list[PlacedCorrection] = []
    spans = [span_of(row.found) for row in rows]
    for each in placed:
        made, number = each.correction, _row_of(each, rows, spans)
        if number is None:
            lost.append(each)
            continue
        there: Corrected[Result] = rows[number]
        rows[number] = replace(
            there,
            result=apply(there.result, made),
            corrections=(*there.corrections, made),
            is_hidden=there.is_hidden or made.kind is CorrectionKind.HIDE,
        )
    return rows, lost


def _row_of(
    placed: PlacedCorrection, rows: Sequence[Corrected[Result]], spans: Sequence[Span]
) -> int | None:
    """The row whose passage a correction hangs on; its kind and wording decide between equals."""
    made, span = placed.correction, placed.span
    if not made.type:
        own = (number for number, row in enumerate(rows) if row.own and row.own.id == made.name)
        return next(own, None)
    if span is None:
        return None
    fits: dict[int, tuple[float, bool, bool]] = {}
    for number, other in enumerate(spans):
        if other.start < span.end and span.start < other.end and rows[number].own is None:
            share, target = _common(span, other), rows[number].target
            if share >= SAME_PASSAGE:
                fits[number] = (share, target.type == made.type, target.name == made.name)
    return max(fits, key=fits.__getitem__, default=None)


def _common(one: Span, other: Span) -> float:
    """The share of two passages that they have in common, 0 to 1."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(1, max(one.end, other.end) - min(one.start, other.start))
