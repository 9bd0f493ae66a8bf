"""What an extractor took that is not of the article: links to others, calls, empty headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.documents.pattern import pattern
from tui.documents.reader.markup_names import HEADINGS
from tui.documents.reader.markup_pieces import Run
from tui.documents.reader.markup_tree import name_of

_LINKED = 0.9
"""Share of a run that is linked when it is nothing but a link."""
_MOSTLY_LINKED = 0.35
"""Share of the words of a page from which on links are what it is made of."""
_LONGEST_CALL = 160
"""Code points of what asks the reader for something; longer runs say something as well."""
_CALL = pattern(
    r"(?:(?:advertise|advert)\w*|sponsored links?|comments?|read (?:more|next|also)\b.*|"
    r"(?:also|see) (?:more|read|also)\b:.*|related\b.{0,30}|continue reading\b.*|"
    r"(?:you (?:may|might) )?also (?:like|be interested)\b.*|don.t miss\b.*|"
    r"(?:click|tap) here\b.*|(?:sign up|subscribe|get access|get the latest|follow us)\b.*|"
    r"(?:like|follow)\b.{0,40}\b(?:facebook|twitter|instagram)\b.*|"
    r"share (?:this|on|with)\b.*|this slideshow requires javascript.*|"
    r"(?:image|photo) (?:copyright|credit)\b.*|(?:©|\(c\)|copyright).*|"
    r"all rights reserved\b.*|(?:facebook|twitter|linkedin|pinterest|whatsapp|email|print)|"
    r"loading\b.*|thanks for signing up.*)",
    re.IGNORECASE | re.DOTALL,
)


def trimmed(runs: Sequence[Run], numbers: frozenset[int], is_article: bool) -> frozenset[int]:
    """The numbers of the runs of an article without those that are not of it.

    Args:
        runs: The runs of the page.
        numbers: Those that were taken.
        is_article: Whether the page calls itself an article: then what is nothing but a link leads
            to another one.
    """
    letters = sum(len(runs[number].words) for number in numbers)
    linked = sum(len(runs[number].words) * runs[number].linked for number in numbers)
    kept = [number for number in sorted(numbers) if not _is_call(runs[number])]
    if is_article and linked < _MOSTLY_LINKED * letters:
        kept = [number for number in kept if not _leads_elsewhere(runs[number])]
    return frozenset(_without_empty_headings(runs, kept)) or numbers


def _is_call(run: Run) -> bool:
    return (
        len(run.words) <= _LONGEST_CALL and _CALL.fullmatch(run.words.strip(" \n.:!…")) is not None
    )


def _leads_elsewhere(run: Run) -> bool:
    return run.linked >= _LINKED and name_of(run.element) not in HEADINGS and not run.is_caption


def _without_empty_headings(runs: Sequence[Run], kept: list[int]) -> list[int]:
    """Without the headings at the end, which nothing stands under."""
    while kept and (name_of(runs[kept[-1]].element) in HEADINGS):
        kept.pop()
    return kept
