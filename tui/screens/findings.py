"""The results of an analysis made ready to be shown, off the event loop.

What takes longer in a long text than a frame may last is done here, on the thread that
brings the results; the desk only takes it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tui.analysis.parsed import EntityIndex
from tui.analysis.results import Analysis, QuoteKind
from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.widgets.painting import SpanIndex
from tui.widgets.panel_rows import (
    STYLES,
    entity_key,
    entity_rows,
    question_key,
    question_rows,
    quote_key,
    quote_rows,
    speaker_of,
)
from tui.widgets.row_list import ListRow


@dataclass(frozen=True, slots=True)
class Findings:
    """An analysis with everything the desk derives from it."""

    analysis: Analysis
    """The results themselves."""
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
    row_keys: Mapping[Span, frozenset[str]]
    """Which rows belong to a place in the text."""
    places: SpanIndex
    """The keys of `row_keys`, to be found by offset."""

    @property
    def is_whole(self) -> bool:
        """Whether they cover the whole text."""
        return self.share >= 1


def prepare(
    article: Article, analysis: Analysis, share: float = 1.0, *, is_strict: bool = False
) -> Findings:
    """Make an analysis ready to be shown; takes a tenth of a second for 50,000 words.

    Args:
        article: The text it belongs to.
        analysis: What was found.
        share: In how much of the text; below 1 more will come.
        is_strict: Whether only the surest questions are shown.
    """
    if is_strict:
        analysis = replace(analysis, questions=tuple(q for q in analysis.questions if q.sure))

    def paragraph_of(offset: int) -> int:
        return block_at(article.blocks, offset) + 1

    row_keys = _row_keys(analysis)
    return Findings(
        analysis,
        share,
        EntityIndex(analysis.entities),
        _layers(analysis),
        entity_rows(analysis, article.text),
        quote_rows(analysis, article.text, paragraph_of),
        question_rows(analysis, article.text, paragraph_of),
        _counts(analysis, article.text),
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


def _counts(analysis: Analysis, text: str) -> tuple[str, str, str]:
    if analysis.language != "en":
        return ("", "", "")
    mentions = sum(len(entity.mentions) for entity in analysis.entities)
    speakers = len({speaker_of(q, text) for q in analysis.quotes if q.speaker_name})
    return (
        f"{len(analysis.entities)} · {mentions} mention{'s' * (mentions != 1)}",
        f"{len(analysis.quotes)} · {speakers} speaker{'s' * (speakers != 1)}",
        str(len(analysis.questions)),
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
