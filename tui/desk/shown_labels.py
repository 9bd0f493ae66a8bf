"""Labels as they stand on the screen, and what the status row says meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tui.documents.article import Span
from tui.page.labels import TypedWord
from tui.widgets.row_list import Run


class LabelTarget(NamedTuple):
    """Something a label stands for."""

    offset: int
    """Where it begins, or else the screen does: there the cursor goes."""
    span: Span
    """The passage."""
    typed: int = 0
    """How many of its code points are typed: its label stands behind them."""


class Labels(NamedTuple):
    """Labels on the screen, and what is done with the place that is chosen."""

    marks: bool
    """Whether the chosen passage is highlighted; else the cursor goes there."""
    targets: dict[str, LabelTarget]
    """What each label stands for."""
    seen: tuple[object, int]
    """The wrapped text and its topmost row: labels are right only while both stay."""
    typed: str = ""
    """The first letter of a label of two; of a word those of its letters that were typed."""
    first: Span | None = None
    """The first word of the phrase to highlight, once it is chosen."""
    what: str = ""
    """What the labels stand for, where another part asks; empty for places and sentences."""
    then: Callable[[Span], None] | None = None
    """What that part does with the chosen one."""
    words: tuple[Span, ...] | None = None
    """The words to choose from by their first letters; `None` where all has its label."""
    found: tuple[TypedWord, ...] = ()
    """The words that begin with what was typed."""
    missed: str = ""
    """What was typed last, if no word begins so."""

    @property
    def can_be_words(self) -> bool:
        """Whether Space lets the reader type a word instead."""
        return self.words is None and self.then is None


def status_runs(shown: Labels, *, is_selecting: bool) -> tuple[Run, ...]:
    """What can be typed while labels are shown.

    Args:
        shown: The labels.
        is_selecting: Whether the place that is chosen ends a selection.
    """
    pill: Run = (" HIGHLIGHT ", "select") if shown.marks else (" JUMP ", "find")
    if shown.words is None:
        what = shown.what or ("sentence to highlight" if shown.marks else "place to go to")
        runs: list[Run] = [pill, (f" type the label of the {what} ", "title")]
        if shown.can_be_words:
            runs += [(" Space", "key"), (" type a word instead ", "muted")]
        return (*runs, (" Esc", "key"), (" cancel ", "muted"))
    what = "word to select to" if is_selecting else "word to go to"
    if shown.marks:
        what = f"{'last' if shown.first else 'first'} word of the phrase"
    said = f" type the {what} "
    if shown.missed:
        said = f" no word here begins with “{shown.missed}” "
    elif shown.typed:
        said = f" “{shown.typed}”: type on, or a label "
    return (pill, (said, "title"), (" Esc", "key"), (" cancel ", "muted"))
