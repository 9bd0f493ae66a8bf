"""Which lines that are kept belong to one sentence: items of lists, quoted mail, uneven prose.

Prose whose lines are uneven, quoted or mixed with lines of their own is drawn line by line,
because what the newlines mean is not certain for all of it. Of a single newline it often is: the
line before stops in the middle of a sentence, and the next one goes on in small letters, or the
last word ("on", "the") ends no sentence. Verse is read so, too: a sentence of it has several
lines. Limits: a line that ends before a name is its own unless most lines of the block run on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tui.documents.article import Block
from tui.documents.lexicon import words
from tui.documents.pattern import pattern

_QUOTING = pattern(r"[^\S\n]{0,3}(?:>[^\S\n]?)+")
"""The signs before a line of quoted mail."""
_OPEN_LINE = pattern(r"[^\n]*[^\W\d_][,’'-]?$")
"""A line that stops in the middle of a sentence as far as its last sign can tell."""
_NO_PROSE = pattern(r"[{}=<>|\\\t]|\S {3,}\S|://")
"""Signs of code, tables and addresses."""
_FEWEST_WORDS = 4
"""Words of a line that may be prose."""
_LEADS_ON = words(
    "the a an this that these those his her its their our my your on in at to of by for from with "
    "into onto over under between about against during without and or but nor as than when while "
    "if whether because which who whose whom is are was were be been has have had will would can "
    "could may might must shall should not no very more most mr mrs ms dr"
)
"""Words that end no sentence: what stands on the next line goes on with it."""
_LIST_ITEM = pattern(r"[^\S\n]*(?:[-*+•‣▪◦●○·–]|\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])[^\S\n]+\S")


def runs(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """The parts of a block of kept lines that no sentence leaves."""
    start = line_start = block.start
    is_item = False
    running = _is_running(text[block.start : block.end])
    while line_start <= block.end:
        newline = text.find("\n", line_start, block.end)
        line_end = newline if newline >= 0 else block.end
        starts_item = bool(_LIST_ITEM.match(text, line_start, line_end))
        indented = text[line_start : line_start + 1].isspace()
        goes_on = line_start > start and _goes_on(text, line_start, line_end, running)
        if line_start > start and (starts_item or not ((is_item and indented) or goes_on)):
            yield start, line_start
            start = line_start
        is_item = starts_item or (is_item and indented)
        line_start = line_end + 1
    yield start, block.end


def _is_running(block: str) -> bool:
    """Whether most lines that stop in the middle of a sentence go on in small letters."""
    pairs = [pair for pair in pairwise(block.split("\n")) if _is_open(*pair)]
    small = sum(1 for _, following in pairs if _unquoted(following)[:1].islower())
    return len(pairs) > 1 and small * 2 >= len(pairs)


def _goes_on(text: str, start: int, end: int, running: bool) -> bool:
    """Whether a line goes on with the sentence of the line before it.

    Args:
        text: The text.
        start: Where the line begins, behind the newline of the other.
        end: Where it ends.
        running: What `_is_running` says of its block.
    """
    before = text[text.rfind("\n", 0, start - 1) + 1 : start - 1]
    line = text[start:end]
    if not _is_open(before, line):
        return False
    first, last = _unquoted(line)[:1], before.split()[-1].lower()
    return first.islower() or (first.isupper() and (running or last in _LEADS_ON))


def runs_on(before: str, line: str) -> bool:
    """Whether a sentence that stops at the end of a line goes on in one that stands apart."""
    if not _is_open(before, line):
        return False
    first, last = _unquoted(line)[:1], before.split()[-1].lower()
    return first.islower() or (first.isupper() and last in _LEADS_ON)


def _is_open(before: str, line: str) -> bool:
    """Whether a line stops in the middle of a sentence, and another one may go on with it."""
    if not _OPEN_LINE.match(before.rstrip()) or _LIST_ITEM.match(line):
        return False
    quoting, other = _QUOTING.match(before), _QUOTING.match(line)
    signs = (each.group().count(">") if each else 0 for each in (quoting, other))
    if len(set(signs)) > 1:
        return False
    both = (_unquoted(before), _unquoted(line))
    if any(_NO_PROSE.search(each) for each in both) or not both[1]:
        return False
    return len(both[0].split()) >= _FEWEST_WORDS


def _unquoted(line: str) -> str:
    """A line without the signs of quoted mail and the blanks around it."""
    quoting = _QUOTING.match(line)
    return line[quoting.end() if quoting else 0 :].strip()
