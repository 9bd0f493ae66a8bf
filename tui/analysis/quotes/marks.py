"""Which stretches of a paragraph stand in quotation marks.

Straight, curly, angled and typewriter (`` '') double marks are paired left to right, each
judged by what stands on its two sides; single marks count only where they cannot be an
apostrophe. A mark that finds no partner is worth at most its own paragraph: it opens a
quotation that the next paragraph goes on with, or it is ignored.

Limits: a quotation inside a quotation is part of the outer one; measures in inches right
before a closing mark are taken for the closing mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.documents.pattern import pattern

_DOUBLE = pattern(r"``|''|[\"“”„«»「」『』]")
_SINGLE_OPEN = pattern(r"(?:(?<=[\s(\[—–-])|^)[‘'](?=[^\W\d])")
_SINGLE_CLOSE = pattern(r"[’'](?!\w)")
_OPENING = frozenset(("“", "„", "«", "``", "「", "『"))
_CLOSING = frozenset(("”", "»", "」", "』"))
_BEFORE_OPENING = frozenset("([{—–-:")
_AFTER_CLOSING = frozenset(")]}—–-.,;:?!'’")
_SAYING_VERB = r"\b(?:said|says|added|wrote|told|asked)\b"
_SAYING = pattern(_SAYING_VERB)
_SAYS = pattern(rf"(?:[\w.'’-]+ ){{0,8}}?{_SAYING_VERB}")
"""A speaker with his office and a verb of saying, right behind a mark."""
_SHORTEST_PARAGRAPH = 3
"""Blanks at least in one that is quoted whole."""
_SINGLE_MARKS = ("'", "’")
_WORD = pattern(r"\w+(?:['’]\w+)*")


class QuotedRegion(NamedTuple):
    """A stretch in quotation marks; offsets count from the start of its paragraph."""

    start: int
    """The opening mark."""
    end: int
    """After the closing mark, or the end of the paragraph when it has none."""
    inner: int
    """The first code point after the opening mark."""
    inner_end: int
    """The closing mark, or `end` when there is none."""

    @property
    def is_closed(self) -> bool:
        """Whether it has its closing mark."""
        return self.inner_end < self.end


def quoted_regions(text: str, *, is_continued: bool = False) -> tuple[QuotedRegion, ...]:
    """The quoted stretches of one paragraph, in order, never overlapping.

    Only the last one may be unclosed.

    Args:
        text: The paragraph.
        is_continued: The paragraph before left a quotation open. Then a closing mark that
            comes first ends it, although this paragraph does not open with a mark.
    """
    doubles = list(_double_regions(text, is_continued=is_continued))
    singles = list(_single_regions(text))
    # British nesting: what a single quotation holds whole is part of it.
    outer = [s for s in singles if _holds(text, s, doubles)]
    doubles = [d for d in doubles if not any(s.start < d.start < s.end for s in outer)]
    singles = [
        region
        for region in singles
        if region in outer
        or not any(region.start < d.end and d.start < region.end for d in doubles)
    ]
    return tuple(sorted(doubles + singles))


def _holds(text: str, single: QuotedRegion, doubles: list[QuotedRegion]) -> bool:
    """Whether a single quotation surely ends behind double ones that lie inside it."""
    inside = [d for d in doubles if single.start < d.end and d.start < single.end]
    return (
        bool(inside)
        and text[single.inner_end - 1] in ".,?!…"
        and all(single.start < d.start and d.end < single.end and d.is_closed for d in inside)
    )


def word_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The words of a stretch of text; punctuation is none."""
    for match in _WORD.finditer(text, start, end):
        yield match.span()


def word_count(text: str) -> int:
    """Words as a reader counts them."""
    return sum(1 for _ in word_spans(text, 0, len(text)))


def _double_regions(text: str, *, is_continued: bool) -> Iterator[QuotedRegion]:
    opening: tuple[int, int] | None = None
    first = _DOUBLE.search(text)
    if is_continued and first is not None:
        direction = _direction(text, first.group(), *first.span(), is_open=False)
        opening = (0, 0) if direction == "close" else None
    inner = 0
    for match in _DOUBLE.finditer(text):
        start, end = match.span()
        direction = _direction(text, match.group(), start, end, is_open=opening is not None)
        if direction == "open" and opening is not None and _is_nested(text, end):
            inner += 1
        elif direction == "open" and opening is not None and _is_repeated(text, opening, start):
            continue
        elif direction == "open":
            # An earlier opening mark without a partner is an error of the text: forget it.
            opening, inner = (start, end), 0
        elif direction == "close" and inner:
            inner -= 1
        elif direction == "close" and opening is not None:
            if text[end : end + 1] in _SINGLE_MARKS:
                end += 1  # `..., 'We won,'" he said`: the inner mark closes with the outer one.
            if text[opening[1] : start].strip():
                yield QuotedRegion(opening[0], end, opening[1], start)
            opening = None
    if opening is not None and text[opening[1] :].strip():
        length = len(text.rstrip())
        yield QuotedRegion(opening[0], length, opening[1], length)


def _direction(text: str, mark: str, start: int, end: int, *, is_open: bool) -> str:
    """Whether a mark opens or closes, by its neighbours first and its shape second."""
    before, after = text[start - 1 : start], text[end : end + 1]
    may_open = not before or before.isspace() or before in _BEFORE_OPENING
    may_close = not after or after.isspace() or after in _AFTER_CLOSING
    if may_open and not may_close:
        # `it failed, "Lee said`: the blank stands on the wrong side of the mark.
        is_late = is_open and mark == '"' and text[:start].rstrip()[-1:] == ","
        return "close" if is_late and _SAYS.match(text, end) else "open"
    if may_close and not may_open:
        if not is_open and mark == '"' and before.isdigit():
            return "none"
        return "close"
    if mark in _OPENING:
        return "open"
    if mark in _CLOSING:
        return "close"
    return "close" if is_open else "open"


def _is_repeated(text: str, opening: tuple[int, int], start: int) -> bool:
    """Whether a mark only opens the next paragraph of a quotation that none closed.

    Papers open each paragraph of a long quotation and close the last one; where the paragraphs
    were run together, such a mark stands between two sentences: `"We go. "We stay."`.
    """
    said = text[opening[1] : start].rstrip()
    return (
        text[start] in '"“'
        and said[-1:] in ".?!…"
        and said.count(" ") >= _SHORTEST_PARAGRAPH
        and _SAYING.search(said) is None
    )


def _is_nested(text: str, end: int) -> bool:
    """Whether what opens here closes and then what was open before closes too."""
    match = _DOUBLE.search(text, end)
    if match is None:
        return False
    second = _DOUBLE.search(text, match.end())
    return (
        second is not None
        and _direction(text, match.group(), *match.span(), is_open=True) == "close"
        and _direction(text, second.group(), *second.span(), is_open=True) == "close"
    )


def _single_regions(text: str) -> Iterator[QuotedRegion]:
    position = 0
    while match := _SINGLE_OPEN.search(text, position):
        position = match.end()
        following = _SINGLE_OPEN.search(text, position)
        limit = following.start() if following else len(text)
        closings = [m.start() for m in _SINGLE_CLOSE.finditer(text, position, limit)]
        # "the workers' rights" may stand inside: a mark after punctuation is surer.
        sure = [c for c in closings if text[c - 1] in ".,?!…—" or text[c + 1 : c + 2] in ".,;:?!"]
        closing = sure[0] if sure else closings[0] if closings else None
        if closing is not None and word_count(text[position:closing]) >= 2:
            yield QuotedRegion(match.start(), closing + 1, position, closing)
            position = closing + 1
