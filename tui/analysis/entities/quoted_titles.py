"""Titles of works: 'the hit "Girls of Tarvo"', "the BBC's Breakfast with Berg programme".

What is quoted and has a capital on every longer word is a title, where the model saw names
in it or none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import ORG_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRS = {'"': '"', "“": "”", "‘": "’", "'": "'", "«": "»"}
_SMALL = words("of the a an and in to for with on from at by or de la le")
"""What a title writes with a small letter."""
_FEWEST, _LONGEST = 2, 8
"""Words with capitals a title has at least, and tokens at most."""
_PROGRAMMES = ("programme", "show")
_NAMING = words("mr mrs ms dr call dub nickname name")


def add_titles(names: Names) -> None:
    """Add the titles of works that a paragraph quotes."""
    words_ = names.words
    if words_ and all(word[:1].isupper() for word in words_ if len(word) > 3 and word.isalpha()):
        return  # A headline says nothing by its capitals.
    for start, end in (*_quoted(names), *_broadcast(names)):
        owners = {id(o): o for o in map(names.owner, range(start, end)) if o is not None}.values()
        if any(o.is_sure or o.type in AMOUNTS or _is_whole(o, start, end) for o in owners):
            continue
        if any(owner.start < start or owner.end > end for owner in owners):
            continue
        for owner in owners:
            names.remove(owner)
        names.add(NameCandidate(names.paragraph, start, end, EntityType.WORK))


def _is_whole(owner: NameCandidate, start: int, end: int) -> bool:
    """Whether the whole quotation is a name of another kind."""
    if (owner.start, owner.end) != (start, end):
        return False
    parts = owner.text.split()
    return (
        owner.type in (EntityType.WORK, EntityType.EVENT, EntityType.LAW, EntityType.GROUP)
        or known_type(owner.text) is not None
        or parts[-1] in ORG_NOUNS
        or (owner.type is EntityType.PERSON and parts[0] in GIVEN_NAMES)
    )


def _quoted(names: Names) -> Iterator[tuple[int, int]]:
    """The quotations that are written like titles."""
    words_, doc = names.words, names.doc
    i = 0
    while i < len(words_) - _FEWEST - 1:
        close = _PAIRS.get(words_[i])
        i += 1
        if close is None or (i > 1 and _gives_nickname(doc[i - 2])):
            continue
        end = next(
            (k for k in range(i, min(i + _LONGEST + 2, len(words_))) if words_[k] == close), i
        )
        stop = end - 1 if end > i and words_[end - 1] in (",", ".") else end
        if _is_title(names, i, stop) and not _is_nickname(names, i - 1, end):
            yield i, stop
            i = end + 1


def _gives_nickname(before: Token) -> bool:
    """Whether what is quoted behind a word is a by-name: 'the "Iron Duck"', 'called "Big Bird"'."""
    return before.lemma_.lower() in _NAMING or before.pos_ in ("DET", "PRON")


def _broadcast(names: Names) -> Iterator[tuple[int, int]]:
    """The titles of programmes: what stands between an owner and "programme"."""
    words_ = names.words
    for end, word in enumerate(words_):
        if word not in _PROGRAMMES:
            continue
        start = end
        while start > 0 and end - start < _LONGEST and _is_title_word(words_[start - 1]):
            start -= 1
        is_owned = start > 0 and words_[start - 1] in ("'s", "’s")
        if is_owned and start < end and words_[start][:1].isupper() and words_[end - 1].istitle():
            yield start, end


def _is_title_word(word: str) -> bool:
    return word in _SMALL or (word[:1].isupper() and word.isalpha())


def _is_title(names: Names, start: int, end: int) -> bool:
    """Whether every longer word has its capital, and only those."""
    run = names.words[start:end]
    capital = [word for word in run if word[:1].isupper()]
    return (
        len(capital) >= _FEWEST
        and len(run) <= _LONGEST
        and run[0][:1].isupper()
        and all(word[:1].isupper() or word in _SMALL or word in ("'s", "’s", "-") for word in run)
        and not all(word.isupper() for word in run)
    )


def _is_nickname(names: Names, opening: int, closing: int) -> bool:
    """Whether names stand on both sides: 'Anna "Big Bird" Berg'."""
    doc = names.doc
    return (
        opening > 0
        and closing + 1 < len(doc)
        and doc[opening - 1].pos_ == "PROPN"
        and doc[closing + 1].pos_ == "PROPN"
    )
