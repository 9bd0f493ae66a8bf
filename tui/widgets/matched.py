"""Matched letters in the rows of a list."""

from __future__ import annotations

from tui.documents.article import Span
from tui.widgets.row_list import Run


def marked_runs(text: str, spans: tuple[Span, ...], style: str = "") -> tuple[Run, ...]:
    """A text with its matched letters in the style for matches.

    Args:
        text: The text.
        spans: The matched letters, in order, as code points of `text`.
        style: The style of the rest.
    """
    runs: list[Run] = []
    at = 0
    for span in spans:
        start, end = max(at, span.start), min(span.end, len(text))
        if end <= start:
            continue
        if start > at:
            runs.append((text[at:start], style))
        runs.append((text[start:end], f"{style} matched".strip()))
        at = end
    if at < len(text):
        runs.append((text[at:], style))
    return tuple(runs)
