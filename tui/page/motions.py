"""How the reading cursor moves: pure functions of the text and its line map.

Every motion takes an offset and gives an offset, both code points of the article's text
on a visible character; at an end of the text it stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tui.documents.article import Article, Span
from tui.documents.sentence_map import SentenceMap
from tui.documents.words import next_word, previous_word, word_at, word_end

if TYPE_CHECKING:
    from tui.page.line_map import LineMap


class Motions:
    """The motions over one article."""

    def __init__(self, article: Article) -> None:
        """Prepare for an article; sentences are found block by block when asked for."""
        self.article = article
        self.sentences = SentenceMap(article)

    def clamp(self, offset: int) -> int:
        """The nearest offset the cursor can stand on."""
        blocks = self.article.blocks
        if not blocks:
            return 0
        return max(blocks[0].start, min(offset, blocks[-1].end - 1))

    def line(self, lines: LineMap, offset: int, rows: int, column: int) -> int:
        """`rows` rows down (up when negative) at `column` cells, past blank rows."""
        here = lines.row_of(offset)
        target = min(max(here + rows, 0), lines.height - 1)
        direction = 1 if rows > 0 else -1
        while lines.row(target) is None or self._is_empty(lines, target):
            if not 0 <= target + direction < lines.height:
                return offset
            target += direction
        return lines.offset_at(target, column)

    @staticmethod
    def _is_empty(lines: LineMap, number: int) -> bool:
        row = lines.row(number)
        return row is None or row.end <= row.start

    def next_sentence(self, offset: int) -> int:
        """The start of the sentence after the one at `offset`."""
        following = self.sentences.after(offset)
        return following.start if following else offset

    def previous_sentence(self, offset: int) -> int:
        """The start of the sentence at `offset`, or when there, of the one before."""
        here = self.sentences.at(offset)
        if offset > here.start:
            return here.start
        before = self.sentences.before(offset)
        return before.start if before else offset

    def sentence_end(self, offset: int) -> int:
        """The last character of the sentence at `offset`, or when there, of the next."""
        here = self.sentences.at(offset)
        if offset >= here.end - 1:
            following = self.sentences.after(offset)
            return following.end - 1 if following else offset
        return here.end - 1

    def next_paragraph(self, lines: LineMap, offset: int) -> int:
        """The start of the next block."""
        block = lines.block_of(offset) + 1
        blocks = self.article.blocks
        return blocks[block].start if block < len(blocks) else self.clamp(len(self.article.text))

    def previous_paragraph(self, lines: LineMap, offset: int) -> int:
        """The start of the block at `offset`, or when there, of the one before."""
        block = lines.block_of(offset)
        blocks = self.article.blocks
        if not blocks:
            return 0
        if offset > blocks[block].start:
            return blocks[block].start
        return blocks[max(0, block - 1)].start

    def paragraph_end(self, lines: LineMap, offset: int) -> int:
        """The last character of the block at `offset`, or when there, of the next."""
        blocks = self.article.blocks
        if not blocks:
            return 0
        block = lines.block_of(offset)
        if offset >= blocks[block].end - 1 and block + 1 < len(blocks):
            block += 1
        return blocks[block].end - 1

    def next_word(self, offset: int) -> int:
        """The start of the next word."""
        return self.clamp(next_word(self.article.text, offset))

    def previous_word(self, offset: int) -> int:
        """The start of the word at `offset`, or when there, of the one before."""
        return self.clamp(previous_word(self.article.text, offset))

    def word_end(self, offset: int) -> int:
        """The last character of the word at `offset`, or when there, of the next one."""
        return self.clamp(word_end(self.article.text, offset))

    def word(self, offset: int) -> Span:
        """The word at `offset`."""
        return word_at(self.article.text, offset)

    def sentence(self, offset: int) -> Span:
        """The sentence at `offset`."""
        return self.sentences.at(offset)


MOTIONS = frozenset({
    "sentence.next", "sentence.previous", "paragraph.next", "paragraph.previous", "word.next",
    "word.previous", "word.end", "character.next", "character.previous", "text.top", "text.bottom",
})  # fmt: skip
"""The commands that move by a unit of the text."""


def text_motions(motions: Motions, lines: LineMap) -> Mapping[str, Callable[[int], int]]:
    """The motions of the text by command id: to the start of a unit."""
    return {
        "sentence.next": motions.next_sentence,
        "sentence.previous": motions.previous_sentence,
        "paragraph.next": lambda offset: motions.next_paragraph(lines, offset),
        "paragraph.previous": lambda offset: motions.previous_paragraph(lines, offset),
        "word.next": motions.next_word,
        "word.previous": motions.previous_word,
        "word.end": motions.word_end,
        "character.next": lines.next_cluster,
        "character.previous": lines.previous_cluster,
        "text.top": lambda _: motions.article.first_place,
        "text.bottom": lambda _: motions.clamp(len(motions.article.text)),
    }


def selecting_motions(motions: Motions, lines: LineMap) -> Mapping[str, Callable[[int], int]]:
    """The same while selecting: forward to the end of a unit, which then is selected whole."""
    return {
        **text_motions(motions, lines),
        "sentence.next": motions.sentence_end,
        "paragraph.next": lambda offset: motions.paragraph_end(lines, offset),
        "word.next": motions.word_end,
    }
