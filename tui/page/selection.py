"""What a selection covers, and the passages that one key may mean; pure functions of offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from tui.documents.article import Article, Span
from tui.documents.blocks import block_at
from tui.documents.passage_parts import Parts, contains, holds, reach, size
from tui.page.passage_edges import trimmed_parts

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


def without_page_breaks(article: Article, span: Span) -> Parts:
    """A passage without what is set aside between the paragraphs that it goes over."""
    first, last = (block_at(article.blocks, at) for at in (span.start, span.end - 1))
    if first == last or span.end <= span.start:
        return (span,)
    inside = [each for each in article.asides if span.start < each.start and each.end < span.end]
    edges = [span.start, *(edge for aside in inside for edge in aside), span.end]
    return tuple(Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True))


def in_paragraphs(article: Article, content: Sequence[Span]) -> list[Parts]:
    """The content of a quote as passages: its parts in each paragraph, then all of them."""
    blocks, ordered = article.blocks, sorted(content)
    groups = groupby(ordered, key=lambda part: block_at(blocks, part.start))
    passages = [tuple(parts) for _, parts in groups]
    return passages if len(passages) == 1 else [*passages, tuple(ordered)]


def natural_passages(
    article: Article, motions: Motions, found: Iterable[Parts], at: int
) -> list[Parts]:
    """What highlighting may mean at an offset: the shortest finding there, else the sentence.

    Behind it come the passages that it is widened to.

    Args:
        article: The article.
        motions: Its sentences.
        found: What the analysis found that is worth a highlight of its own: quotes, evidence.
        at: The offset.
    """
    passages = list(found)
    here = [parts for parts in passages if contains(parts, at)]
    sentence = without_page_breaks(article, motions.sentence(at))
    first = trimmed_parts(article.text, min(here, key=size, default=sentence))
    return [first, *wider_passages(article, motions, passages, first)] if first else []


def wider_passages(
    article: Article, motions: Motions, found: Iterable[Parts], passage: Parts
) -> list[Parts]:
    """Findings around a passage, its sentences, its paragraphs; each one wider."""
    span = reach(passage)
    ends = (motions.sentence(span.start), motions.sentence(span.end - 1))
    top, bottom = (article.blocks[block_at(article.blocks, end.start)] for end in ends)
    reaches = (Span(ends[0].start, ends[1].end), Span(top.start, bottom.end))
    around = [without_page_breaks(article, each) for each in reaches]
    whole = [trimmed_parts(article.text, each) for each in (*found, *around)]
    wider: list[Parts] = []
    for each in sorted(whole, key=size):
        inner = wider[-1] if wider else passage
        if each != inner and holds(each, inner):
            wider.append(each)
    return wider
