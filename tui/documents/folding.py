"""Texts as search sees them: one folding for the index, the query and the letters to mark.

Folding is compatibility decomposition without combining marks, casefolded: "Café",
"CAFE" and "cafe" are one word. Of signs the styles are one: straight and curly quotation
marks, hyphens and dashes, "…" and "...". Offsets point into the text that was folded.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.documents.pattern import pattern

_STRETCH = 1 << 18

_ALIKE = {
    **dict.fromkeys("‘’‚‛ʼ", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    "ς": "σ",
    "\u2044": "/",
}

# A combining mark belongs to the letter before it, however the text composes its accents.
_LETTERS = r"\w[\w\u0300-\u036f]*"
_WORD = pattern(rf"{_LETTERS}(?:['’]{_LETTERS})*")

APART = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
"""Letters that Unicode takes for whole ones and that people type without their strokes."""
_APART = str.maketrans(
    {**APART, **{c.upper(): plain.upper() for c, plain in APART.items() if c != "ı"}}
)


class FoldedWord(NamedTuple):
    """A folded word with its place in the text, in code points, half-open."""

    text: str
    """The folded letters; never empty."""
    start: int
    """Its first code point in the unfolded text."""
    end: int
    """The first code point after it."""


def fold(text: str) -> str:
    """The text without case, accents and apostrophes; its length may differ."""
    if text.isascii():
        return text.lower().replace("'", "")
    bare = "".join(c for c in _without_marks(text) if c not in "'’")
    # "⑴" decomposes into brackets and "ﷺ" into several words: one word must stay one word.
    return "".join(c for c in bare if c.isalnum() or c == "_" or c in text).casefold()


def fold_words(text: str) -> Iterator[FoldedWord]:
    """The words of a text in order; runs of letters, digits and inner apostrophes."""
    if text.isascii():
        for match in _WORD.finditer(text.lower()):
            # Of a word without an apostrophe nothing is left to be folded.
            yield FoldedWord(match[0].replace("'", ""), match.start(), match.end())
        return
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            yield FoldedWord(folded, match.start(), match.end())


def joined_words(text: str) -> str:
    """The folded words of a text, parted by blanks, as the indexes hold them."""
    return " ".join(word.text for word in fold_words(text))


def fold_sign(sign: str) -> str:
    """One code point of a text as it stands: its accent, its style and ties taken off.

    Letters keep their case. An accent that is a code point of its own folds to nothing, "ﬁ" to
    two letters; what is no letter never becomes one, for no word of the index would hold it.

    Args:
        sign: Any code point.
    """
    if sign in _ALIKE:
        return _ALIKE[sign]
    # Other marks part words for the index, and stay.
    if "\u0300" <= sign <= "\u036f":
        return "" if unicodedata.combining(sign) else sign
    bare = _without_marks(sign)
    if sign.isalnum():
        # "½" is two digits to the index, whose words a stroke may part here.
        plain = (_ALIKE.get(c, c) for c in bare)
        letters = "".join(c for c in plain if c.isalnum() or c in "_/") or sign
        # "ß" is taken apart by nothing but the folding of case.
        apart = letters.casefold() if len(letters) == 1 else letters
        if len(apart) == len(letters):
            return letters
        return apart.upper() if letters.isupper() else apart
    return bare if bare and not any(c.isalnum() or c.isspace() for c in bare) else sign


class FoldedStretch(NamedTuple):
    """A text folded sign by sign, with the way back to the places its signs come from."""

    text: str
    """The folded text."""
    starts: Sequence[int] = ()
    """Where in it each sign begins that does not fold to exactly one, in order."""
    origins: Sequence[int] = ()
    """Where these signs stand in the unfolded text."""
    lengths: Sequence[int] = ()
    """How many code points they fold to."""

    def origin(self, at: int) -> int:
        """The sign of the unfolded text that a folded one comes from."""
        last = bisect_right(self.starts, at) - 1
        if last < 0:
            return at
        beyond = at - self.starts[last] - self.lengths[last]
        return self.origins[last] if beyond < 0 else self.origins[last] + 1 + beyond

    def end(self, at: int) -> int:
        """Where in the unfolded text ends what ends here; accents belong to their letter.

        Args:
            at: The first folded sign after it; more than 0.
        """
        end = self.origin(at - 1) + 1
        number = bisect_right(self.origins, end - 1)
        for origin, length in zip(self.origins[number:], self.lengths[number:], strict=True):
            if origin != end or length:
                break
            end += 1
        return end


class Signs(NamedTuple):
    """The signs of a text that fold to something else, and what they fold to."""

    folded: Sequence[tuple[str, str]]
    """Each with what it folds to."""
    uneven: re.Pattern[str] | None
    """Finds those that do not fold to exactly one; `None` without any."""
    keeps_case: bool
    """Whether capitals stay capitals."""


# A text has few signs that are not ASCII: looked for once, they are folded one after another,
# which takes a tenth of the time of looking at every sign.
@lru_cache(maxsize=2)
def signs_of(text: str, *, keeps_case: bool) -> Signs:
    """What there is to be folded in a text; kept for the next search of it.

    Args:
        text: The whole text.
        keeps_case: Whether capitals stay capitals.
    """
    signs: set[str] = set()
    # In stretches: one call keeps every other thread waiting.
    for at in range(0, 0 if text.isascii() else len(text), _STRETCH):
        signs.update(text[at : at + _STRETCH])
    folded = [(sign, fold_sign(sign)) for sign in sorted(signs) if not sign.isascii()]
    if not keeps_case:
        folded = [(sign, plain.casefold()) for sign, plain in folded]
    uneven = "".join(re.escape(sign) for sign, plain in folded if len(plain) != 1)
    return Signs(
        [(sign, plain) for sign, plain in folded if sign != plain],
        pattern(f"[{uneven}]") if uneven else None,
        keeps_case,
    )


def fold_stretch(text: str, signs: Signs) -> FoldedStretch:
    """A stretch of a text folded by `fold_sign`; its white space stays.

    Args:
        text: The stretch.
        signs: `signs_of` the whole text.
    """
    starts: list[int] = []
    origins: list[int] = []
    lengths: list[int] = []
    if signs.uneven:
        longer, length_of = 0, {sign: len(plain) for sign, plain in signs.folded}
        for hit in signs.uneven.finditer(text):
            starts.append(hit.start() + longer)
            origins.append(hit.start())
            lengths.append(length_of[hit[0]])
            longer += lengths[-1] - 1
    for sign, plain in signs.folded:
        text = text.replace(sign, plain)
    # Of what is not ASCII no capital is left.
    return FoldedStretch(text if signs.keeps_case else text.lower(), starts, origins, lengths)


def _without_marks(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_APART)
