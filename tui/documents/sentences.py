"""Sentences for moving and marking: fast rules, the same in every session.

The rules follow the usual sources of false full stops (Kiss and Strunk 2006, "Unsupervised
multilingual sentence boundary detection"): abbreviations, initials, numbers, ellipses and
speech inside a sentence. Limits: a sentence that begins with a small letter is joined to the
one before, and an abbreviation before a name never ends a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tui.documents.article import Article, Block, BlockKind, Span
from tui.documents.blocks import block_at
from tui.documents.kept_lines import runs, runs_on
from tui.documents.lexicon import words
from tui.documents.pattern import pattern
from tui.documents.sanitising import FEEDS

_CACHED_PIECES = 2000
"""Pieces whose sentences are kept; more than any screen and jump list visits."""
_LONG = 20_000
"""Code points of a paragraph from which on it is looked at in parts."""
_PART = 10_000
"""Code points of a part; it goes on to the next certain beginning of a sentence."""

_CLOSERS = "\"'”’»›)\\]}」』"
_REFERENCE = (
    r"\[[^\[\]\n]{1,40}\](?::\s?\d{1,4}(?:[–-]\d{1,4})?)?|\s\[\d{1,3}\]|[¹²³⁰⁴-⁹†‡]+|\*{1,3}"
)
"""Marks of notes behind a stop: "[2]", "[a]", "[citation needed]", "[5]: 23", raised digits."""
_NUMBER = (
    rf"(?:(?<=[^\W\d_][.!?])|(?<=[.!?][{_CLOSERS}])|(?<=\D(?:1[5-9]|20)\d\d\.))\d{{1,3}}(?=\s)"
)
"""The number of a note whose raised digits became plain ones: "a dam.1", "in 1988.2"."""
_END = pattern(
    rf"(?<![.!?…‽])(?P<mark>[.!?…‽]++)(?P<close>[{_CLOSERS}]*(?:{_REFERENCE})*)"
    rf"(?P<note>{_NUMBER})?(?:\s+|\Z)"
    rf"|[。！？｡]+[{_CLOSERS}]*\s*"
)
_MARK = pattern("[.!?…‽]")
_PAGE_END = pattern(rf"[{FEEDS}]|\[[Pp]age ")
_QUOTES = frozenset("\"'”’»")
_GOES_ON = tuple(".,;:!?…")
_OPENERS = "\"'“‘„«‹([{「『¿¡"
_NEXT_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LAST_TOKEN = pattern(r"[^\s\"“‘(\[«—–/]+$")
_DOTTED = pattern(r"[^\W\d_](?:\.[^\W\d_]{1,2})+")
_ITEM = pattern(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})")


# Before a name, always: never the end of a sentence.
_TITLES = words(
    "mr mrs ms mx dr prof gen sen rep gov st ste lt col sgt capt rev hon pres messrs mme mlle "
    "maj adm cmdr cpl pte pvt supt det insp sr sra mt ft"
)
# Never the end of a sentence, even in small letters.
_ALWAYS = words("vs v cf eg ie viz approx ca esp")
# Before a number: "No. 4", "Jan. 3".
_BEFORE_NUMBER = words(
    "no nos art arts fig figs vol vols p pp para sec sect ch chap eq ex op cap reg jan feb mar "
    "apr jun jul aug sep sept oct nov dec"
)
# Inside a name or at its end: the end of a sentence only before a word that begins one.
_MAYBE = words(
    "inc corp co cos ltd llc plc bros jr sr esq etc al ave blvd rd hwy dept univ assn est intl "
    "natl gov govt jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sat ala ariz ark calif colo conn del fla ga ind kan ky la md mass mich "
    "minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ont que alta"
)
_STARTERS = words(
    "the a an this that these those he she it they we i you his her its their our my your there "
    "here but and or so yet nor for if when while as in on at by with from to of after before "
    "since although though because however meanwhile still also then now what who why how where "
    "which whether not no yes both some many most all one two another such asked according last "
    "earlier later today yesterday tomorrow"
)
_SPEECH = pattern(
    r"(?:[^\W\d_][\w’'.-]*\s+){1,4}?(?:said|says|asked|asks|replied|added|told|wrote|shouted|"
    r"cried|answered|demanded|wondered|exclaimed|whispered|tweeted|joked)\b"
)


def sentences(article_text: str, block: Block) -> tuple[Span, ...]:
    """The sentences of a block in order: trimmed, disjoint, with every visible character."""
    if block.kind is BlockKind.PARAGRAPH:
        return tuple(_split(article_text, block.start, block.end))
    # Most texts have no lines of their own before their first paint.

    found: list[Span] = []
    for start, end in runs(article_text, block):
        found += _split(article_text, start, end)
    return tuple(found)


def split_prose(text: str) -> tuple[Span, ...]:
    """The sentences of a stretch of prose that has no blocks of its own."""
    return tuple(_split(text, 0, len(text)))


class _Piece(NamedTuple):
    block: int
    """The number of its block."""
    part: int
    """Which part of that."""


class SentenceMap:
    """The sentences of an article, found piece by piece when they are asked for.

    A piece is a block, or a part of a long one that begins where a sentence begins for certain:
    sentences are the same whatever was asked for first. A dateline or credit line is a sentence by
    itself, so that marking the sentence after it does not take it along. What is set aside between
    two pages lies inside of the sentence that goes on over it.
    """

    def __init__(self, article: Article) -> None:
        """Remember the article; nothing is computed yet."""
        self._article = article
        self._cache: dict[_Piece, tuple[Span, ...]] = {}
        self._starts: dict[int, Sequence[int]] = {}
        self._has_case: dict[int, bool] = {}

    def in_block(self, number: int) -> tuple[Span, ...]:
        """The sentences that begin in `article.blocks[number]`."""
        pieces = [_Piece(number, part) for part in range(len(self._parts(number)))]
        return tuple(chain.from_iterable(map(self._in_piece, pieces)))

    def at(self, offset: int) -> Span:
        """The sentence at `offset`; between two it is the one before.

        Before the first sentence it is the first; without any it is the empty span at 0.
        """
        for found in self._from(offset, -1):
            position = _position(found, offset)
            if position >= 0:
                return found[position]
        return self.after(-1) or Span(0, 0)

    def after(self, offset: int) -> Span | None:
        """The first sentence that begins after `offset`; `None` after the last."""
        for found in self._from(offset, 1):
            position = _position(found, offset) + 1
            if position < len(found):
                return found[position]
        return None

    def before(self, offset: int) -> Span | None:
        """The last sentence that begins before `offset`; `None` before the first."""
        for found in self._from(offset, -1):
            position = _position(found, offset - 1)
            if position >= 0:
                return found[position]
        return None

    def _from(self, offset: int, step: int) -> Iterator[tuple[Span, ...]]:
        """The sentences of the piece at an offset, then those of the next ones that way."""
        blocks = self._article.blocks
        if not blocks:
            return
        number = block_at(blocks, offset)
        part = max(0, bisect_right(self._parts(number), offset) - 1)
        while True:
            yield self._in_piece(_Piece(number, part))
            part += step
            if not 0 <= part < len(self._parts(number)):
                number += step
                if not 0 <= number < len(blocks):
                    return
                part = 0 if step > 0 else len(self._parts(number)) - 1

    def _parts(self, number: int) -> Sequence[int]:
        """Where the pieces of a block begin."""
        block = self._article.blocks[number]
        if block.kind is not BlockKind.PARAGRAPH or block.end - block.start <= _LONG:
            return (block.start,)
        starts = self._starts.get(number)
        if starts is None:
            text = self._article.text
            has_case = self._has_case[number] = not text[block.start : block.end].islower()
            starts = self._starts[number] = tuple(_certain_starts(text, block, has_case))
        return starts

    def _in_piece(self, piece: _Piece) -> tuple[Span, ...]:
        found = self._own(piece)
        if not self._set_aside:
            return found
        if piece.block in self._set_aside:
            before, _ = self._around(piece.block)
            return () if before is not None and self._goes_on(before) is not None else found
        if piece.part == len(self._parts(piece.block)) - 1:
            after = self._goes_on(piece.block)
            if after is not None:
                end = self._own(_Piece(after, 0))[0].end
                found = (*found[:-1], Span(found[-1].start, end))
        if piece.part == 0 and piece.block - 1 in self._set_aside:
            before, _ = self._around(piece.block - 1)
            goes_on = before is not None and self._goes_on(before) is not None
            found = found[1:] if goes_on else found
        return found

    @cached_property
    def _set_aside(self) -> frozenset[int]:
        """The numbers of the blocks that are set aside whole."""
        text, blocks = self._article.text, self._article.blocks
        numbers = ((block_at(blocks, aside.start), aside) for aside in self._article.asides)
        return frozenset(
            number
            for number, aside in numbers
            if blocks and text[slice(*blocks[number][:2])].strip() == text[slice(*aside)]
        )

    def _around(self, number: int) -> tuple[int | None, int | None]:
        """The blocks that are not set aside before and after one that is."""
        before, after, last = number - 1, number + 1, len(self._article.blocks)
        while before in self._set_aside:
            before -= 1
        while after in self._set_aside:
            after += 1
        return before if before >= 0 else None, after if after < last else None

    def _goes_on(self, number: int) -> int | None:
        """The block behind some that are set aside in which a block's last sentence goes on."""
        if number + 1 not in self._set_aside:
            return None
        _, after = self._around(number + 1)
        if after is None:
            return None
        text, blocks = self._article.text, self._article.blocks
        if not _PAGE_END.search(text, blocks[number].end, blocks[after].start + 1):
            return None
        last = text[blocks[number].start : blocks[number].end].rstrip().rpartition("\n")[2]
        first = text[blocks[after].start : blocks[after].end].lstrip(f"{FEEDS} \t\n")
        first = first.partition("\n")[0]
        return after if runs_on(last, first) else None

    def _own(self, piece: _Piece) -> tuple[Span, ...]:
        """The sentences of a piece as if no other stood beside it; never none."""
        found = self._cache.get(piece)
        if found is None:
            if len(self._cache) >= _CACHED_PIECES:
                self._cache.clear()
            block, parts = self._article.blocks[piece.block], self._parts(piece.block)
            if len(parts) == 1:
                whole = sentences(self._article.text, block)
            else:
                until = (*parts, block.end)[piece.part + 1]
                start, has_case = parts[piece.part], self._has_case[piece.block]
                text = self._article.text
                whole = tuple(_split(text, start, block.end, until, has_case=has_case))
            found = self._cache[piece] = tuple(self._cut(whole))
        return found

    def _cut(self, found: tuple[Span, ...]) -> Iterator[Span]:
        """The sentences, parted from the asides that lie inside them."""
        text, asides = self._article.text, self._article.asides
        for sentence in found:
            start = sentence.start
            for number in range(bisect_right(asides, start, key=_end_of), len(asides)):
                if asides[number].start >= sentence.end:
                    break
                for edge in asides[number]:
                    if start < edge < sentence.end:
                        yield from _trimmed(text, start, edge)
                        start = edge
            yield from _trimmed(text, start, sentence.end)


def _end_of(aside: Span) -> int:
    return aside.end


def _position(found: tuple[Span, ...], offset: int) -> int:
    """The last sentence that begins at or before `offset`; -1 if none does."""
    return bisect_right(found, offset, key=lambda sentence: sentence.start) - 1


def _split(
    text: str, start: int, end: int, until: int | None = None, *, has_case: bool | None = None
) -> Iterator[Span]:
    """The sentences of a run of prose, or of its part from `start` to `until`.

    Args:
        text: The text.
        start: Where the run or its part begins.
        end: Where the run ends.
        until: Where its part ends, with a sentence; `None` for all of it.
        has_case: Whether the run has capital letters, where that is known.
    """
    if has_case is None:
        has_case = not text[start:end].islower()
    sentence = start
    for match in _END.finditer(text, start, end):
        if match.end() < end and not _ends(text, sentence, match, end, has_case):
            continue
        yield from _trimmed(text, sentence, match.end())
        sentence = match.end()
        if sentence == until:
            return
    yield from _trimmed(text, sentence, end)


def _certain_starts(text: str, block: Block, has_case: bool) -> Iterator[int]:
    """Where the parts of a long paragraph begin: at its start, then about every `_PART`.

    What stands around the end of a sentence decides it alone, wherever that sentence began, but
    where its last word may be a number of a list or is not parted from it by a blank.
    """
    yield block.start
    at = block.start + _PART
    # Where no sentence ends, one look at single signs says so in a fifth of the time.
    while at < block.end - _PART and _MARK.search(text, at, block.end):
        for match in _END.finditer(text, at, block.end):
            if match["mark"] is None:
                continue
            token = _LAST_TOKEN.search(text, max(at, match.start() - 40), match.start())
            is_open = token is None or token.start() <= at or not token.group().isascii()
            if is_open or (token and _ITEM.fullmatch(token.group())):
                continue
            if match.end() < block.end and _ends(text, at, match, block.end, has_case):
                yield match.end()
                at = match.end() + _PART
                break
        else:
            return


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The range without outer white space; nothing when nothing else is in it."""
    part = text[start:end]
    stripped = part.lstrip()
    start += len(part) - len(stripped)
    stripped = stripped.rstrip()
    if stripped:
        yield Span(start, start + len(stripped))


def _ends(text: str, sentence: int, match: re.Match[str], end: int, has_case: bool) -> bool:
    """Whether a sentence ends at this mark, judged by what stands on both sides."""
    mark = match["mark"]
    if mark is None:
        return True
    following = match.end()
    while following < end and text[following] in _OPENERS:
        following += 1
    first = text[following : following + 1]
    if first.islower() and has_case:
        return False
    if match["note"] and not _is_note(text, match, following):
        return False
    if first in _GOES_ON and not text[following + 1 : following + 2].strip():
        return False
    if mark != ".":
        is_speech = mark[-1] in "?!‽" and not _QUOTES.isdisjoint(match["close"])
        return not (is_speech and _SPEECH.match(text, following, min(end, following + 60)))
    if match["close"]:
        return True
    token = _LAST_TOKEN.search(text, max(sentence, match.start() - 40), match.start())
    if token is None:
        return True
    return _ends_after(token.group(), token.start() == sentence, text, following, end)


def _is_note(text: str, match: re.Match[str], following: int) -> bool:
    """Whether the digits glued to a full stop are those of a note: "a dam.1 Harrow", not "No.1"."""
    if not (text[following : following + 1].isupper() or match.end() < following):
        return False
    if match["close"]:
        return True
    token = _LAST_TOKEN.search(text, max(0, match.start() - 40), match.start())
    bare = token.group().lower() if token else ""
    return len(bare) > 1 and bare not in _BEFORE_NUMBER


def _ends_after(token: str, is_first: bool, text: str, following: int, end: int) -> bool:
    """Whether the full stop after `token` is more than the token's own."""
    bare = token.rstrip(".").lower()
    word = _NEXT_WORD.match(text, following, end)
    starts = word is not None and word.group().lower() in _STARTERS
    if is_first and _ITEM.fullmatch(token):
        return False
    if len(bare) == 1 and token[0].isupper():
        return starts or token == "I"
    if _DOTTED.fullmatch(token):
        return starts and bare not in ("e.g", "i.e")
    if bare in _BEFORE_NUMBER and text[following : following + 1].isdigit():
        return False
    if bare in _ALWAYS or (bare in _TITLES and token[0].isupper()):
        return False
    if bare in _MAYBE and (token[0].isupper() or bare in ("etc", "al")):
        return starts
    return True
