"""The results of an analysis made ready to be shown, off the event loop.

What takes longer in a long text than a frame may last is done here, on the thread that
brings the results; the desk only takes it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.analysis.entity_index import EntityIndex
from tui.analysis.results import Analysis, QuoteKind
from tui.corrections.applying import CorrectedResults, corrected
from tui.corrections.corrected import PlacedCorrection
from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.panels.corrected_rows import hidden_keys, with_answers, without_result
from tui.panels.panel_rows import (
    STYLES,
    entity_key,
    entity_rows,
    question_key,
    question_rows,
    quote_key,
    quote_rows,
    speaker_of,
)
from tui.store.correction_rows import Subject
from tui.widgets.painting import SpanIndex
from tui.widgets.row_list import ListRow


class Findings(NamedTuple):
    """An analysis with everything the desk derives from it."""

    found: Analysis
    """What the analysis found."""
    corrections: tuple[PlacedCorrection, ...]
    """What the reader put right in it."""
    with_hidden: bool
    """Whether the panels list hidden rows, too."""
    rows: CorrectedResults
    """The results with the corrections applied."""
    analysis: Analysis
    """The results as the reader has them, without the hidden ones."""
    listed: Analysis
    """What the panels list: the same, followed by the hidden ones where they are wanted."""
    share: float
    """In how much of the text they were found, 0 to 1."""
    entities: EntityIndex
    """The entities by place."""
    layers: Mapping[str, SpanIndex]
    """What is painted over the text, by layer."""
    entity_rows: tuple[ListRow, ...]
    """The rows of the panel of entities."""
    quote_rows: tuple[ListRow, ...]
    """The rows of the panel of quotes."""
    question_rows: tuple[ListRow, ...]
    """The rows of the panel of questions."""
    counts: tuple[str, str, str]
    """What the borders of the panels say; empty in a language that is not analysed."""
    hidden_keys: frozenset[str]
    """The keys of the rows that are listed although they are hidden."""
    row_keys: Mapping[Span, frozenset[str]]
    """Which rows belong to a place in the text."""
    places: SpanIndex
    """The keys of `row_keys`, to be found by offset."""

    @property
    def is_whole(self) -> bool:
        """Whether they cover the whole text."""
        return self.share >= 1


def prepare(
    article: Article,
    analysis: Analysis,
    share: float = 1.0,
    *,
    is_strict: bool = False,
    corrections: Sequence[PlacedCorrection] = (),
    with_hidden: bool = False,
) -> Findings:
    """Make an analysis ready to be shown; takes a tenth of a second for 50,000 words.

    Args:
        article: The text it belongs to.
        analysis: What was found.
        share: In how much of the text; below 1 more will come.
        is_strict: Whether only the surest questions are shown.
        corrections: What the reader put right, the oldest first.
        with_hidden: Whether the panels list hidden rows, too.
    """
    rows = corrected(analysis, corrections)
    if is_strict:
        rows = rows._replace(questions=tuple(row for row in rows.questions if row.result.sure))

    def paragraph_of(offset: int) -> int:
        return block_at(article.blocks, offset) + 1

    shown, listed = rows.listed(with_hidden=False), rows.listed(with_hidden=with_hidden)
    # In a part of the text nobody knows yet what is missing.
    astray = rows.unfitting if share >= 1 else ()
    below = {
        subject: without_result(astray, subject, with_hidden=with_hidden) for subject in Subject
    }
    row_keys = _row_keys(shown)
    questions = question_rows(listed, article.text, paragraph_of)
    return Findings(
        analysis,
        tuple(corrections),
        with_hidden,
        rows,
        shown,
        listed,
        share,
        EntityIndex(shown.entities),
        _layers(shown),
        entity_rows(listed, article.text) + below[Subject.ENTITY],
        quote_rows(listed, article.text, paragraph_of) + below[Subject.QUOTE],
        with_answers(questions, rows.questions) + below[Subject.QUESTION],
        _counts(shown, rows, article.text),
        hidden_keys(rows) if with_hidden else frozenset(),
        row_keys,
        SpanIndex(row_keys),
    )


def _layers(analysis: Analysis) -> dict[str, SpanIndex]:
    layers: dict[str, list[Span]] = {name: [] for name in STYLES.values()}
    layers |= {"indirect": [], "quote": [], "question": []}
    for entity in analysis.entities:
        if entity.type in STYLES:
            layers[STYLES[entity.type]] += [mention.span for mention in entity.mentions]
    for quote in analysis.quotes:
        layers["indirect" if quote.kind is QuoteKind.INDIRECT else "quote"] += quote.content
    layers["question"] = [question.evidence for question in analysis.questions]
    return {name: SpanIndex(spans) for name, spans in layers.items()}


def _counts(analysis: Analysis, rows: CorrectedResults, text: str) -> tuple[str, str, str]:
    if analysis.language != "en":
        return ("", "", "")
    mentions = sum(len(entity.mentions) for entity in analysis.entities)
    speakers = len({speaker_of(q, text) for q in analysis.quotes if q.speaker_name})
    hidden = [
        f" · {count} hidden" if count else ""
        for count in (
            len(rows.entities) - len(analysis.entities),
            len(rows.quotes) - len(analysis.quotes),
            len(rows.questions) - len(analysis.questions),
        )
    ]
    return (
        f"{len(analysis.entities)} · {mentions} mention{'s' * (mentions != 1)}{hidden[0]}",
        f"{len(analysis.quotes)} · {speakers} speaker{'s' * (speakers != 1)}{hidden[1]}",
        f"{len(analysis.questions)}{hidden[2]}",
    )


def _row_keys(analysis: Analysis) -> dict[Span, frozenset[str]]:
    keys: dict[Span, set[str]] = defaultdict(set)
    for number, entity in enumerate(analysis.entities):
        for mention in (*entity.mentions, *entity.references):
            keys[mention.span].add(entity_key(number))
    for number, quote in enumerate(analysis.quotes):
        for part in quote.content:
            keys[part].add(quote_key(number))
    for number, question in enumerate(analysis.questions):
        for span in (question.evidence, *question.other_places):
            keys[span].add(question_key(number))
    return {span: frozenset(found) for span, found in keys.items()}
