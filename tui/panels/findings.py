"""The results of an analysis made ready to be shown, off the event loop.

What takes longer in a long text than a frame may last is done here, on the thread that
brings the results; the desk only takes it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.analysis.entity_index import EntityIndex
from tui.analysis.results import Analysis, Question
from tui.corrections.corrected import Corrected, CorrectionTarget, PlacedCorrection
from tui.corrections.corrected_results import CorrectedResults, corrected
from tui.documents.article import Article, Span
from tui.panels.corrected_rows import hidden_keys
from tui.panels.panel import Contents, Origin
from tui.panels.row_keys import PanelRow, RowKey
from tui.panels.table import PANELS
from tui.widgets.painting import SpanIndex


class Findings(NamedTuple):
    """An analysis with everything the desk derives from it."""

    found: Analysis
    """What the analysis found."""
    corrections: tuple[PlacedCorrection, ...]
    """What the reader put right in it."""
    listed_before: frozenset[CorrectionTarget]
    """Questions that count as sure because they have been listed as such."""
    contents: Contents
    """The results with the corrections applied, as the panels list them."""
    results: CorrectedResults
    """The same with the corrections of each."""
    questions: tuple[Corrected[Question], ...]
    """Every question that is not hidden, those a strict list leaves out, too: the ledger
    knows them all."""
    analysis: Analysis
    """The results as the reader has them, without the hidden ones."""
    share: float
    """In how much of the text they were found, 0 to 1."""
    entities: EntityIndex
    """The entities by place."""
    layers: Mapping[str, SpanIndex]
    """What is painted over the text, by layer."""
    rows: Mapping[str, tuple[PanelRow, ...]]
    """The rows of each panel of results, by its id."""
    counts: Mapping[str, str]
    """What the borders of these panels say; empty in a language that is not analysed."""
    hidden_keys: frozenset[RowKey]
    """The keys of the rows that are listed although they are hidden."""
    row_keys: Mapping[Span, frozenset[RowKey]]
    """Which rows belong to a place in the text."""
    places: SpanIndex
    """The keys of `row_keys`, to be found by offset."""

    @property
    def is_whole(self) -> bool:
        """Whether they cover the whole text."""
        return self.share >= 1

    @property
    def with_hidden(self) -> bool:
        """Whether the panels list hidden rows, too."""
        return self.contents.with_hidden


def prepare(
    article: Article,
    analysis: Analysis,
    share: float = 1.0,
    *,
    is_strict: bool = False,
    with_views: bool = False,
    corrections: Sequence[PlacedCorrection] = (),
    listed_before: frozenset[CorrectionTarget] = frozenset(),
    with_hidden: bool = False,
    folded: frozenset[str] = frozenset(),
) -> Findings:
    """Make an analysis ready to be shown; takes a tenth of a second for 50,000 words.

    Args:
        article: The text it belongs to.
        analysis: What was found.
        share: In how much of the text; below 1 more will come.
        is_strict: Whether only the surest questions are shown.
        with_views: Whether quotes are also what somebody believes, fears or hopes.
        corrections: What the reader put right, the oldest first.
        listed_before: Questions that count as sure because they have been listed as such.
        with_hidden: Whether the panels list hidden rows, too.
        folded: The groups of rows that are folded.
    """
    results = corrected(analysis, corrections, listed_before, text=article.readable)
    questions = tuple(row for row in results.questions if not row.is_hidden)
    if is_strict:
        sure = tuple(row for row in results.questions if row.result.is_sure)
        results = results._replace(questions=sure)
    if not with_views:
        # What the reader has worked on stays listed.
        said = tuple(row for row in results.quotes if row.corrections or not row.result.view)
        results = results._replace(quotes=said)
    shown = results.listed(with_hidden=False)
    listed = results.listed(with_hidden=with_hidden)
    contents = Contents(article, results, shown, listed, share >= 1, with_hidden, folded)
    panels = [panel for panel in PANELS if panel.origin is Origin.ANALYSIS]
    layers = {
        name: SpanIndex(spans) for panel in panels for name, spans in panel.layers(contents).items()
    }
    row_keys: dict[Span, set[RowKey]] = defaultdict(set)
    for panel in panels:
        for span, key in panel.places(contents):
            row_keys[span].add(key)
    hidden = hidden_keys({panel.id: panel.results(contents) for panel in panels})
    return Findings(
        found=analysis,
        corrections=tuple(corrections),
        listed_before=listed_before,
        contents=contents,
        results=results,
        questions=questions,
        analysis=shown,
        share=share,
        entities=EntityIndex(shown.entities),
        layers=layers,
        rows={panel.id: panel.rows(contents) for panel in panels},
        counts={panel.id: panel.counts(contents) if shown.is_read else "" for panel in panels},
        hidden_keys=hidden if with_hidden else frozenset(),
        row_keys={span: frozenset(keys) for span, keys in row_keys.items()},
        places=SpanIndex(row_keys),
    )
