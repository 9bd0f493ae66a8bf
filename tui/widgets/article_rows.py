"""One row of the article as it is drawn: air, the signs of the gutter, the text, its labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.page.line_map import LineMap, Row
from tui.page.wide_tables import Window
from tui.widgets.glyphs import drawn
from tui.widgets.painting import MARK_LAYERS, SpanIndex, pieces

GUTTER = 4
"""Columns left of the text: question sign or quote bar, mark bar, and air."""

Layers = Mapping[str, SpanIndex]
"""What lies over the text, by the names of `LAYERS`."""
Look = Callable[..., Style]
"""Styles by their names; see `Painted.look`."""


class Label(NamedTuple):
    """Letters drawn over the text, which stays where it is."""

    offset: int
    """The code point they stand over; their first cell is its first cell."""
    text: str
    """The letters, each one cell wide."""


def row_strip(
    lines: LineMap,
    number: int,
    layers: Layers,
    labels: Iterable[Label],
    look: Look,
    *,
    left: int,
    width: int,
) -> Strip:
    """Draw a row.

    Args:
        lines: The wrapped text.
        number: The row.
        layers: What lies over the text.
        labels: The labels of this row.
        look: Makes the styles.
        left: The column where the text begins, right of the gutter.
        width: The cells to fill.
    """
    base = look()
    row = lines.row(number)
    if row is None:
        return Strip.blank(width, base)
    segments = [Segment(" " * (left - GUTTER), base), *_gutter(row, layers, look)]
    seen = lines.window(number)
    if seen is None:
        segments += _text(lines, number, row, layers, look)
    else:
        segments += _seen(lines, number, seen, layers, look)
        labels = [each for each in labels if 0 <= lines.column_of(each.offset) < lines.width]
    filled = sum(segment.cell_length for segment in segments)
    segments.append(Segment(" " * max(0, width - filled), base))
    strip = Strip(segments, max(width, filled))
    if not labels:
        return strip
    placed = sorted((left + lines.column_of(label.offset), label) for label in labels)
    return _with_labels(strip, placed, look("text--label"))


def _with_labels(strip: Strip, labels: Iterable[tuple[int, Label]], style: Style) -> Strip:
    """The row with labels over it by column; a wide character cut by one becomes a blank."""
    parts: list[Strip] = []
    at = 0
    for column, label in labels:
        start = max(at, column)
        parts += (strip.crop(at, start), Strip([Segment(label.text, style)], len(label.text)))
        at = start + len(label.text)
    return Strip.join((*parts, strip.crop(at, strip.cell_length)))


def _text(lines: LineMap, number: int, row: Row, layers: Layers, look: Look) -> Iterator[Segment]:
    is_plain = lines.is_plain(number)
    clusters = () if is_plain else lines.clusters(number)
    text = lines.text
    if row.indent:
        yield Segment(" " * row.indent, look())
    for piece in pieces(row.start, row.end, layers):
        if is_plain:
            shown = text[piece.start : piece.end].replace("\n", " ").replace("\t", " ")
        else:
            # A cluster is drawn whole, in the piece in which it begins.
            shown = "".join(c.text for c in clusters if piece.start <= c.start < piece.end)
        if shown:
            yield Segment(shown, look(*[f"text--{name}" for name in piece.layers]))


def _seen(
    lines: LineMap, number: int, seen: Window, layers: Layers, look: Look
) -> Iterator[Segment]:
    """What is seen of a row of a wide table, and the signs that there is more."""
    shown = [c for c in lines.clusters(number) if seen.start <= c.column <= seen.end - c.width]
    if seen.is_cut_before:
        yield Segment(drawn("‹"), look("text--aside"))
    at = seen.start
    if shown:
        # Half of a wide letter, or of the room of a tab, is not drawn.
        yield Segment(" " * (shown[0].column - at), look())
        for piece in pieces(shown[0].start, shown[-1].end, layers):
            words = "".join(c.text for c in shown if piece.start <= c.start < piece.end)
            yield Segment(words, look(*[f"text--{name}" for name in piece.layers]))
        at = shown[-1].column + shown[-1].width
    if seen.is_cut_behind:
        yield Segment(" " * (seen.end - at), look())
        yield Segment(drawn("›"), look("text--aside"))


def _gutter(row: Row, layers: Layers, look: Look) -> tuple[Segment, ...]:
    base = look()
    sign, bar = Segment(" ", base), Segment(" ", base)
    if _lies_on(row, layers, "quotation"):
        sign = Segment(drawn(">"), look("gutter--quotation"))
    if _lies_on(row, layers, "indirect"):
        sign = Segment(drawn("┆"), look("gutter--quote"))
    if _lies_on(row, layers, "quote"):
        sign = Segment(drawn("│"), look("gutter--quote"))
    if _begins_on(row, layers, "question"):
        sign = Segment(drawn("?"), look("gutter--question"))
    for layer in MARK_LAYERS:
        if _lies_on(row, layers, layer):
            colour = layer.removeprefix("mark-")
            bar = Segment(drawn("▐", colour), look(f"gutter--{colour}"))
    if _begins_on(row, layers, "changed"):
        bar = Segment(drawn("≠"), look("gutter--changed"))
    return Segment(" ", base), sign, bar, Segment(" ", base)


def _lies_on(row: Row, layers: Layers, layer: str) -> bool:
    index = layers.get(layer)
    return index is not None and bool(index.touching(row.start, row.end))


def _begins_on(row: Row, layers: Layers, layer: str) -> bool:
    index = layers.get(layer)
    return index is not None and any(
        row.start <= span.start < row.end for span in index.touching(row.start, row.end)
    )
