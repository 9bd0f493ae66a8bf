"""Chapters of a plain text: "CHAPTER I.", "BOOK THE FIRST", "Part Two: The Ford".

A heading is a block of its own: a word for a part of a book, its number, perhaps a title. Prefers
to find nothing: outside a book with a head of its own one such line alone proves nothing ("Chapter
11" is a law), and of a list of contents nothing is taken. Limit: chapters that have a bare number
or nothing but a title are not found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.documents.article import Block, Milestone, MilestoneKind, StyledSpan, TextStyle
from tui.documents.lexicon import words
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line

_KINDS = words("chapter book part volume act scene canto letter stave adventure section")
_UNNUMBERED = words(
    "preface foreword introduction prologue epilogue conclusion afterword appendix postscript"
)
_UNITS = (
    "one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|"
    "eighth|ninth"
)
_NUMBER = (
    r"(?:\d{1,3}|[ivxlc]{1,9}|(?:the\s)?(?:(?:twen|thir|for|fif|six|seven|eigh|nine)t(?:y|ieth)"
    rf"(?:[-\s](?:{_UNITS}))?|{_UNITS}|tenth|ten|eleven(?:th)?|twel(?:ve|fth)|last|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teen(?:th)?))"
)
_HEADING = pattern(
    rf"(?P<kind>{'|'.join(sorted(_KINDS))})\s(?P<number>{_NUMBER})(?!['’\w])"
    r"(?P<stop>\s?[.:]|\s?[—–-]+(?=\s|\w))?(?:\s*(?<=[\s.:—–-])(?P<title>\S.*))?",
    re.IGNORECASE,
)
_AROUND = " \t_*=~"
"""What decorates a heading."""
_PAGE_NUMBER = pattern(r"(?:\s{2,}|\.{2,}\s*)\d{1,4}\s*$", re.MULTILINE)
_NOTE = pattern(r"\s?\[\w{1,3}\]$")
_LONGEST = 80
_MOST_LINES = 3
_LONGEST_LABEL = 120
_RUN = 3
"""So many headings with nothing between them are a list of contents."""
_SHORTEST_CHAPTER = 2_500
"""Code points: where the first heading comes again before so many for each heading between, those
are a list of contents. It takes a title and some lines for each; a chapter takes pages."""
_STARTS = tuple(
    form for kind in _KINDS | _UNNUMBERED for form in (kind.capitalize(), kind.upper())
)  # fmt: skip


class _Heading(NamedTuple):
    first: int
    """The number of its block."""
    last: int
    """The number of the block in which its title ends."""
    kind: str
    """The word for the part, in small letters."""
    number: str
    """Its number, as it is written; empty for a preface."""
    label: str
    """All of it, as one line."""


def find_chapters(
    text: str, blocks: Sequence[Block], *, is_book: bool
) -> tuple[tuple[Milestone, ...], tuple[StyledSpan, ...]]:
    """The chapters of a sanitised text and the styles of their headings, in text order.

    Args:
        text: The text.
        blocks: The blocks that may be headings.
        is_book: Whether the text says in its head that it is a book.
    """
    found = [heading for number in range(len(blocks)) if (heading := _read(text, blocks, number))]
    found = _without_summary(_without_contents(found), blocks)
    numbers = {heading.number.casefold() for heading in found if heading.number}
    if not numbers or (len(numbers) < 2 and not is_book):
        return (), ()
    chapters: list[Milestone] = []
    styles: list[StyledSpan] = []
    for heading in found:
        start, end = blocks[heading.first].start, blocks[heading.last].end
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        chapters.append(Milestone(start, MilestoneKind.CHAPTER, heading.label))
        styles.append(StyledSpan(start, start + len(words.strip()), TextStyle.HEADING))
    return tuple(chapters), tuple(styles)


def _read(text: str, blocks: Sequence[Block], number: int) -> _Heading | None:
    """The heading in a block, with the title that stands in it or in the block after it."""
    block = blocks[number]
    if not text[block.start : block.start + _LONGEST].lstrip(_AROUND).startswith(_STARTS):
        return None
    if block.end - block.start > _MOST_LINES * (_LONGEST + 20):
        return None
    words = text[block.start : block.end]
    head, *more = map(_bare, words.split("\n"))
    if len(more) >= _MOST_LINES or len(head) > _LONGEST or _PAGE_NUMBER.search(words):
        return None
    if not more and head.rstrip(".").lower() in _UNNUMBERED:
        return _Heading(number, number, head.lower().rstrip("."), "", head.rstrip("."))
    match = _HEADING.fullmatch(head)
    if match is None or not _is_set_as_title(match):
        return None
    if any(_HEADING.fullmatch(line) or not _is_title(line) for line in more):
        return None
    last = number
    if not match["title"] and not more:
        title = _title_below(text, blocks, number + 1)
        more, last = ([title], number + 1) if title else ([], number)
    parted = head if match["title"] or match["stop"] or not more else f"{head}:"
    label = sanitise_line(" ".join((parted, *more)).rstrip("."), _LONGEST_LABEL)
    return _Heading(number, last, match["kind"].lower(), match["number"], label)


def _bare(line: str) -> str:
    """A line without what decorates it, and without the sign of a note."""
    words = _NOTE.sub("", " ".join(line.strip(_AROUND).split()))
    return words.rstrip("]") if "[" not in words else words


def _is_set_as_title(match: re.Match[str]) -> bool:
    """Whether what follows a number is the title of a chapter, not the rest of a sentence."""
    title = match["title"]
    if not title:
        return True
    if match["stop"]:
        return not title[0].islower()
    return _is_title(title) and not title.endswith(".")


def _is_title(line: str) -> bool:
    """Whether a line is set as a title: in capitals, or with capitals on its long words."""
    if line.isupper():
        return True
    long = [word for word in re.findall(r"[^\W\d_][\w'’]*", line) if len(word) > 4]
    return bool(line) and line[0].isupper() and not any(word[0].islower() for word in long)


def _title_below(text: str, blocks: Sequence[Block], number: int) -> str:
    """The title that stands below a heading as a block of its own; empty for none."""
    if number >= len(blocks):
        return ""
    block = blocks[number]
    lines = text[block.start : min(block.end, block.start + 2 * _LONGEST)].strip().split("\n")
    line = _bare(lines[0])
    if len(lines) > 1 or not 1 < len(line) <= _LONGEST or line[0] == "[":
        return ""
    if _HEADING.fullmatch(line) or not _is_title(line):
        return ""
    return line if line.isupper() or line[-1].isalnum() else ""


def _without_contents(found: Sequence[_Heading]) -> list[_Heading]:
    """The headings without those of a list of contents, which follow one another.

    A part and its first chapter follow one another too: of a long run its end stays as far as
    every word for a part comes once there, and only if it does not come again below.
    """
    runs: list[list[_Heading]] = []
    for heading in found:
        if runs and runs[-1][-1].last + 1 == heading.first:
            runs[-1].append(heading)
        else:
            runs.append([heading])
    kept: list[_Heading] = []
    below = {_key(heading): place for place, run in enumerate(runs) for heading in run}
    for place, run in enumerate(runs):
        kinds = [heading.kind for heading in run]
        if len(run) < _RUN and all(a != b for a, b in pairwise(kinds)):
            kept += run
            continue
        end = len(run)
        while end and kinds[end - 1] not in kinds[end:]:
            end -= 1
        kept += [heading for heading in run[end:] if below[_key(heading)] == place]
    return kept


def _without_summary(found: list[_Heading], blocks: Sequence[Block]) -> list[_Heading]:
    """The headings without those of a list of contents that says more than titles."""
    first = next((place for place, heading in enumerate(found) if heading.number), 0)
    again = [
        place for place in range(first + 1, len(found)) if _key(found[place]) == _key(found[first])
    ]
    if not again:
        return found
    room = blocks[found[again[0]].first].start - blocks[found[first].first].start
    is_summary = room < _SHORTEST_CHAPTER * (again[0] - first)
    return found[:first] + found[again[0] :] if is_summary else found


def _key(heading: _Heading) -> tuple[str, str]:
    return heading.kind, heading.number.casefold()
