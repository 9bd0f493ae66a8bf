"""What of an article is parsed at once: a block, or a stretch of one that is too long for that.

A long block is cut where a sentence ends, outside quotation marks if it can be. Each stretch is
parsed with a sentence or so of its neighbours around it, which is thrown away afterwards: every
token comes from the parse in which it stands away from the edge.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Article, Block, BlockKind
from tui.documents.emphasis_signs import with_blank_signs
from tui.documents.sentences import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 6_000
"""Code points parsed at once, about 1,200 tokens: memory grows with it, and so does the time of
rules that look at all of a paragraph from each of its places. In 690 news articles the longest
paragraph has 4,249."""

BATCH_SIZE = 16
"""Stretches the model computes at once: more is hardly faster and reports progress late."""

LARGEST_BATCH = 4 * LONGEST
"""Code points of the stretches computed at once: 16 usual paragraphs have 6,000."""

_CONTEXT = 400
"""Code points of the neighbours at most that are parsed with a stretch, on either side."""

_REFERENCE = re.compile(
    # "[6]", "[6]: 23", "[citation needed]" behind a word or mark, "[a]" behind a mark only.
    r"(?<=[\w.,;:!?\"”’)\]])\[(?:\d{1,3}|(?:note|nb) \d+|[a-z ]{0,14}needed)\](?::\s?\d{1,4}\b)?"
    r"|(?<=[.,;:!?\"”’)\]])\[[a-z]\]"
    # A footnote's number glued to a full stop: "the books.4", "in 1988.2 Marsh".
    r"|(?:(?<=[a-z][a-z][.,])|(?<=[a-z][a-z][.,][\"”’])|(?<=\b(?:1[89]|20)\d\d\.))\d{1,2}"
    r"(?=\s+[A-Z]|\s*$)"
)


class Stretch(NamedTuple):
    """What is parsed at once, and what of it counts."""

    text: str
    """The text parsed: the stretch with its context."""
    start: int
    """Where that begins in the article."""
    first: int
    """Where the stretch itself begins, counted from `start`."""
    stop: int
    """Where it ends."""
    number: int
    """The number of its block, from 1."""

    @property
    def end(self) -> int:
        """The first code point of the article after it."""
        return self.start + self.stop

    def own(self, doc: Doc) -> tuple[Doc, int]:
        """The parse without its context, and where it begins in the article."""
        if self.first == 0 and self.stop == len(self.text):
            return doc, self.start
        places = [token.idx for token in doc]
        low, high = bisect_left(places, self.first), bisect_left(places, self.stop)
        parsed = doc[low:high].as_doc()
        for token in parsed:
            # What hung on a word of the context would be its own head and no root: whoever goes
            # up to a root would never arrive.
            if token.head.i == token.i:
                token.dep_ = "ROOT"
        return parsed, self.start + places[low]


def stretches(article: Article) -> Iterator[Stretch]:
    """What is parsed of an article, in text order: no soft newlines, no asides."""
    asides, passed = article.asides, 0
    for number, block in enumerate(article.blocks, 1):
        text = article.text[block.start : block.end]
        text = with_blank_signs(text, article.readable[block.start : block.end])
        while passed < len(asides) and asides[passed].end <= block.start:
            passed += 1
        for aside in asides[passed:]:
            if aside.start >= block.end:
                break
            low, high = max(aside.start - block.start, 0), aside.end - block.start
            high = min(high, len(text))
            text = text[:low] + " " * (high - low) + text[high:]
        # Reference marks are no words: a parser takes "denied[6] that" for something else.
        text = _REFERENCE.sub(lambda mark: " " * len(mark.group()), text)
        if block.kind is BlockKind.PARAGRAPH:
            text = text.replace("\n", " ")
        if len(text) > LONGEST:
            yield from _cut(text, block, number)
            continue
        # The model has never seen a sentence behind the blanks that a dateline leaves.
        start = len(text) - len(text.lstrip())
        if start < len(text):
            yield Stretch(text[start:], block.start + start, 0, len(text) - start, number)


def batches(pieces: Sequence[Stretch]) -> Iterator[Sequence[Stretch]]:
    """The stretches in batches that take a bounded memory."""
    start = size = 0
    for number, piece in enumerate(pieces):
        if number > start and (
            number - start == BATCH_SIZE or size + len(piece.text) > LARGEST_BATCH
        ):
            yield pieces[start:number]
            start, size = number, 0
        size += len(piece.text)
    if start < len(pieces):
        yield pieces[start:]


def _cut(text: str, block: Block, number: int) -> Iterator[Stretch]:
    """The stretches of a long block, each with its context."""
    starts = [span.start for span in sentences(text, Block(0, len(text), block.kind))]
    first = 0
    while first < len(text):
        stop = _end_of(text, starts, first)
        begin = _context_before(text, starts, first)
        end = _context_behind(text, starts, stop)
        begin += len(text[begin:first]) - len(text[begin:first].lstrip())
        # As of a whole block: what counts begins with a word.
        own = first + len(text[first:stop]) - len(text[first:stop].lstrip())
        if own < stop:
            begin = own if begin == first else begin
            yield Stretch(text[begin:end], block.start + begin, own - begin, stop - begin, number)
        first = stop


def _end_of(text: str, starts: Sequence[int], first: int) -> int:
    """Where a stretch ends: before the last sentence that fits and is no part of a quotation.

    Else before the last one that fits, else at a blank, else in the middle of a word.
    """
    limit = first + LONGEST
    if limit >= len(text):
        return len(text)
    least = first + LONGEST // 2
    fitting = starts[bisect_right(starts, least) : bisect_right(starts, limit)]
    for place in reversed(fitting):
        before = text[first:place]
        if before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
            return place
    if fitting:
        return fitting[-1]
    blank = max(text.rfind(" ", least, limit), text.rfind("\n", least, limit))
    return blank + 1 if blank >= 0 else limit


def _context_before(text: str, starts: Sequence[int], first: int) -> int:
    """Where the sentence before a stretch begins, or a blank near it; at its start if neither."""
    if not text[first - 1 : first].isspace():
        return first  # Of a word that is cut in two no part may be read twice.
    least = max(0, first - _CONTEXT)
    place = starts[max(bisect_left(starts, first) - 1, 0)]
    if place >= least:
        return min(place, first)
    blank = text.find(" ", least, first)
    return blank + 1 if blank >= 0 else first


def _context_behind(text: str, starts: Sequence[int], stop: int) -> int:
    """Where the sentence behind a stretch ends, or a blank near it; at its end if neither."""
    if not text[stop - 1 : stop].isspace():
        return stop
    most = min(len(text), stop + _CONTEXT)
    position = bisect_right(starts, stop)
    place = starts[position] if position < len(starts) else len(text)
    if place <= most:
        return place
    blank = text.rfind(" ", stop, most)
    return blank if blank >= 0 else stop
