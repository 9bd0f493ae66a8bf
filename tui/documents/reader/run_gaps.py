"""What an extractor left out between the runs it took: captions, headings, items of lists."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from tui.documents.reader.markup_names import HEADINGS
from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import Element, name_of

_LINKED = 0.5
"""Share of letters in links from which on a run leads elsewhere."""
_APART = ("a", "aside", "nav", "footer", "form")
"""What lies in these is another thing than what lies around them."""
_SIBLINGS = 0.5
"""Share of a list or a quotation that has to be taken for the rest to be."""
_WORDS = 4
"""Words of an item, on average: fewer are those of a menu."""
_SHORT_GAP = 2
"""Runs in a row that may be filled in as prose: more of them are something else."""
_LONGEST_QUOTATION = 6000
"""Code points; what is longer only looks like one."""
_DEEPEST = 8
"""Elements around a run among which a quotation is looked for."""
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
    if ends:
        taken.update(_quoted(runs, range(ends[0], ends[-1]), numbers))
    for low, high in pairwise(ends):
        for number in range(low + 1, high):
            if _list_of(runs[number]) in lists or _belongs(runs, number, low, high):
                taken.add(number)
    return frozenset(taken)


def _quoted(runs: Sequence[Run], numbers: Iterable[int], taken: Container[int]) -> Iterator[int]:
    """Which of some runs are of a quotation: extractors leave out whole posts of others."""
    quotations: dict[Element, list[int]] = {}
    for number in numbers:
        around = islice(_around(runs[number].element), _DEEPEST)
        quotes = [each for each in around if name_of(each) == "blockquote"]
        if quotes:
            quotations.setdefault(quotes[-1], []).append(number)
    for parts in quotations.values():
        letters = sum(len(runs[part].words) for part in parts)
        kept = sum(len(runs[part].words) for part in parts if part in taken)
        # Of a frame that only looks like a quotation a part is the article.
        if letters <= _LONGEST_QUOTATION and (not kept or kept >= _SIBLINGS * letters):
            yield from parts


def _around(element: Element) -> Iterator[Element]:
    """An element and those it lies in."""
    yield element
    yield from element.iterancestors()


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


def _taken_lists(runs: Sequence[Run], numbers: frozenset[int]) -> set[Element]:
    """The lists most of whose items were taken and that are lists of something said."""
    items: dict[Element, list[int]] = {}
    for number, run in enumerate(runs):
        around = _list_of(run)
        if around is not None:
            items.setdefault(around, []).append(number)
    return {around for around, each in items.items() if _is_taken(runs, each, numbers)}


def _is_taken(runs: Sequence[Run], items: Sequence[int], numbers: Container[int]) -> bool:
    """Whether most of the items of a list were taken and say something."""
    kept = [runs[number] for number in items if number in numbers]
    return (
        len(kept) >= _SIBLINGS * len(items)
        and sum(run.words.count(" ") + 1 for run in kept) >= _WORDS * len(kept)
        and sum(run.linked for run in kept) < _LINKED * len(kept)
    )


def _list_of(run: Run) -> Element | None:
    """The list that a run is an item of."""
    return run.element.getparent() if name_of(run.element) == "li" else None


def _are_siblings(one: Element, other: Element) -> bool:
    return one.getparent() is other.getparent()


def _is_inside(caption: Element) -> bool:
    """Whether a caption is not that of a teaser or an advertisement."""
    return all(name_of(each) not in _APART for each in islice(_around(caption), _DEEPEST))
