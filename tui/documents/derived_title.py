"""Titles: the headline a text begins with, else its first words.

Cells are terminal cells, counted by East Asian width: a title has to fit a header, and
this room knows no terminal library.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tui.documents.article import Block, BlockKind, Span
from tui.documents.datelines import find_dateline
from tui.documents.lexicon import words
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line
from tui.documents.sentences import sentences

TITLE_CELLS = 60
"""The longest derived title: it leaves room for date, place and words in 120 columns."""
_HEADLINE = 150
"""The longest line that is read as a headline."""
_SHORTEST_CLAUSE = 28
"""A clause shorter than this says too little to stand for an article."""

_FINAL = pattern(r"[.:;,…][\"'”’»)\]]*$")
_ASKING = pattern(r"[?!][\"'”’»)\]]*$")
_MARKUP = pattern(r"^#{1,6}\s+|\s+#+$")
_LIST_LINE = pattern(r"\s*(?:[-*+•>|]\s|\d{1,3}[.)]\s)")
_LETTERS = pattern(r"[^\W\d_]+")
_CLAUSE = pattern(r"[,;:]\s|\s[—–-]+\s|—")
_GENERIC = words(
    "introduction summary abstract background contents overview preface foreword prologue examples"
)
_WEAK = words(
    "a an the and or but of in on at to for from with by as that which who is was are were "
    "has have had be its his her their our this these those not than over into after before "
    "between"
)


def headline(text: str, blocks: Sequence[Block], number: int) -> str | None:
    """The headline when block `number` is one line without a full stop, and prose follows."""
    block = blocks[number]
    line, _, more = text[block.start : block.end].partition("\n")
    line = line.rstrip()
    if len(line) > 2 * _HEADLINE:
        return None
    bare = _MARKUP.sub("", line.strip())
    if not 2 <= len(bare) <= _HEADLINE or _FINAL.search(bare) or _LIST_LINE.match(line):
        return None
    if not any(map(str.isalpha, bare)) or line[:4] == "    " or line[:1] == "\t":
        return None
    if _ASKING.search(bare) and len(bare) > 100:
        return None
    if _is_fragment(bare):
        return None
    if more:
        # "The treaty is inter-" goes on in the next line.
        if bare[-1] in "-\u2010":
            return None
        if find_dateline(text, block):
            return None
        return bare if block.kind is BlockKind.LINES and len(bare) <= 100 else None
    return bare if number + 1 < len(blocks) else None


def derive_title(
    text: str, blocks: Sequence[Block], asides: Sequence[Span], most: int = TITLE_CELLS
) -> str:
    """The first sentence outside the asides, cut at a clause to some cells."""
    for block in blocks:
        # A paragraph of a million words is asked for its beginning only.
        beginning = block._replace(end=min(block.end, block.start + 20 * most))
        for sentence in sentences(text, beginning):
            start = sentence.start
            for aside in asides:
                if aside.start <= start < aside.end:
                    start = aside.end
            end = min(sentence.end, start + 4 * most)
            line = sanitise_line(_whole(text[start:end]))
            if any(map(str.isalnum, line)) and (not _is_fragment(line) or block is blocks[-1]):
                return _shorten(line, most)
    return ""


def _whole(words: str) -> str:
    """Words of a text, those whole that the end of a line divides; mostly there are none."""
    if "-\n" not in words and "\u2010\n" not in words:
        return words
    from tui.documents.divided_words import whole_words

    return whole_words(words)


def _is_fragment(line: str) -> bool:
    """Whether the words say nothing about a text: "by", "Introduction"."""
    return all(word in _WEAK | _GENERIC for word in _LETTERS.findall(line.lower()))


def cells(text: str) -> int:
    """How many terminal cells the text takes."""
    return sum(map(_cell, text))


def _cell(char: str) -> int:
    """0 for a combining mark, 2 for a wide character, else 1."""
    if char.isascii():
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _shorten(line: str, most: int) -> str:
    """The line without its full stop, or what fits of it before a clause or word ends."""
    line = line.rstrip(" ;,")
    if cells(line) <= most:
        return _balanced(line[:-1] if line.endswith(".") and not line.endswith("..") else line)
    room = 0
    width = 0
    for char in line:
        width += _cell(char)
        if width > most - 1:
            break
        room += 1
    clauses = [match.start() for match in _CLAUSE.finditer(line, 0, room + 1)]
    if clauses and clauses[-1] >= _SHORTEST_CLAUSE:
        return _balanced(line[: clauses[-1]].rstrip()) + "…"
    cut = line[: room + 1].rsplit(None, 1)[0] if " " in line[: room + 1] else line[:room]
    words = cut.split()
    while len(words) > 3 and words[-1].lower() in _WEAK:
        words.pop()
    return _balanced(" ".join(words).rstrip(",;:—–-")) + "…"


def _balanced(line: str) -> str:
    """The line without an opening quotation mark that is never closed."""
    if line[:1] in ('"', "“", "«", "‘") and not re.search(r"[\"”»’]", line[1:]):
        return line[1:]
    return line
