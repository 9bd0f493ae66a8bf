"""What an extractor left out between the runs it took: captions, headings, items of lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from tui.documents.reader.markup_names import HEADINGS
from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import Element, name_of

_LINKED = 0.5
"""Share of letters in links from which on a run leads elsewhere."""
_APART = ("a", "aside", "nav", "footer", "form")
"""What lies in these is another thing than what lies around them."""
_SIBLINGS = 0.5
"""Share of the items of a list that have to be taken for the others to be."""
_WORDS = 4
"""Words of an item, on average: fewer are those of a menu."""
_SHORT_GAP = 2
"""Runs in a row that may be filled in as prose: more of them are something else."""
_ENDS = tuple('.!?:…。！？”"’')


def filled(runs: Sequence[Run], numbers: frozenset[int]) -> frozenset[int]:
    """The numbers of the runs of an article, with those that belong between them.

    Args:
        runs: The runs of the page.
        numbers: Those an extractor took.
    """
    ends = sorted(numbers)
    lists = _taken_lists(runs, numbers)
    taken = set(numbers)
    for low, high in pairwise(ends):
        for number in range(low + 1, high):
            if id(_list_of(runs[number])) in lists or _belongs(runs, number, low, high):
                taken.add(number)
    return frozenset(taken)


def _belongs(runs: Sequence[Run], number: int, low: int, high: int) -> bool:
    run = runs[number]
    if run.is_caption:
        return _is_inside(run.element)
    name = name_of(run.element)
    if run.linked >= _LINKED:
        return False
    after = runs[high].element
    if name in HEADINGS:
        return _are_siblings(run.element, after) and all(
            runs[n].is_caption for n in range(number + 1, high)
        )
    if not (_are_siblings(run.element, after) and _are_siblings(runs[low].element, after)):
        return False
    if name in ("blockquote", "table", "pre", "hr"):
        return True
    return high - low <= _SHORT_GAP + 1 and name == "p" and run.words.endswith(_ENDS)


def _taken_lists(runs: Sequence[Run], numbers: frozenset[int]) -> set[int]:
    """The lists most of whose items were taken and that are lists of something said."""
    items = Counter(id(_list_of(run)) for run in runs)
    taken: dict[int, list[Run]] = {}
    for number in numbers:
        taken.setdefault(id(_list_of(runs[number])), []).append(runs[number])
    return {
        around
        for around, kept in taken.items()
        if around != id(None)
        and len(kept) >= _SIBLINGS * items[around]
        and sum(run.words.count(" ") + 1 for run in kept) >= _WORDS * len(kept)
        and sum(run.linked for run in kept) < _LINKED * len(kept)
    }


def _list_of(run: Run) -> Element | None:
    """The list that a run is an item of."""
    return run.element.getparent() if name_of(run.element) == "li" else None


def _are_siblings(one: Element, other: Element) -> bool:
    return one.getparent() is other.getparent()


def _is_inside(caption: Element) -> bool:
    """Whether a caption is not that of a teaser or an advertisement."""
    around: Element | None = caption
    for _ in range(8):
        if around is None:
            return True
        if name_of(around) in _APART:
            return False
        around = around.getparent()
    return True
