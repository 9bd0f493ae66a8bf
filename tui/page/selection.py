"""What a selection covers, and the passages that one key may mean; pure functions of offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.page.passage_edges import trimmed

if TYPE_CHECKING:
    from tui.page.line_map import LineMap
    from tui.page.motions import Motions


def selected_span(lines: LineMap, anchor: int, cursor: int) -> Span:
    """The passage from the anchor to the cursor, both included with their whole clusters."""
    start, last = min(anchor, cursor), max(anchor, cursor)
    end = last + 1
    for cluster in lines.clusters(lines.row_of(last)):
        if cluster.start <= last < cluster.end:
            end = cluster.end
    return Span(start, end)


def units_between(pressed: Span, here: Span) -> tuple[int, int]:
    """Anchor and cursor of a selection from one word or sentence to another, both whole.

    Args:
        pressed: Where the selection began.
        here: The unit it has come to.
    """
    last = max(pressed.end, here.end) - 1
    if here.start < pressed.start:
        return last, here.start
    return pressed.start, max(pressed.start, last)


def natural_spans(article: Article, motions: Motions, found: Sequence[Span], at: int) -> list[Span]:
    """What highlighting may mean at an offset: the shortest finding there, else the sentence.

    Behind it come the passages that it is widened to.

    Args:
        article: The article.
        motions: Its sentences.
        found: What the analysis found that is worth a highlight of its own: quotes, evidence.
        at: The offset.
    """
    here = [span for span in found if span.contains(at)]
    first = min(here, key=lambda span: span.end - span.start, default=motions.sentence(at))
    first = trimmed(article.text, first)
    return [first, *wider_spans(article, motions, found, first)]


def wider_spans(
    article: Article, motions: Motions, found: Iterable[Span], span: Span
) -> list[Span]:
    """Findings around a passage, its sentences, its paragraphs; each one wider."""
    ends = (motions.sentence(span.start), motions.sentence(span.end - 1))
    top, bottom = (article.blocks[block_at(article.blocks, end.start)] for end in ends)
    around = [Span(ends[0].start, ends[1].end), Span(top.start, bottom.end)]
    whole = [trimmed(article.text, each) for each in (*found, *around)]
    wider: list[Span] = []
    for each in sorted(whole, key=lambda each: each.end - each.start):
        inner = wider[-1] if wider else span
        if each != inner and each.start <= inner.start and each.end >= inner.end:
            wider.append(each)
    return wider
