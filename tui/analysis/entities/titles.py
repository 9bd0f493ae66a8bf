"""Titles before a name: honorifics, offices, and what belongs to an office.

"Swiss Deputy Minister of Finance" is read right to left from the name: an office or its
portfolio must stand next to it; modifiers, nationalities, organisations and "of" may
stand before it in any number.
"""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.lexicons import words
from tui.analysis.lexicons.countries import ADJECTIVES, PLACE_NAMES
from tui.analysis.lexicons.title_words import (
    GENDERED_NOUNS,
    HONORIFICS,
    MODIFIERS,
    OFFICES,
    PORTFOLIOS,
    RANKS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LINKS = frozenset({"of", "for", "and", "the", "-", "'s", "’s", "&"})
_LONGEST = 12
"""Tokens of the longest title read; a longer one is a sentence gone wrong."""
_PHRASE = 7
"""Tokens between a comma and the office behind it at most."""
_LONGEST_OF = 9
"""Tokens of the longest "of ..." that still belongs to an office."""
_MARKS = frozenset(",.;:()[]—–-")
_ROLE_ENDS = words(
    """
    who whose which that on during after before since until from by with as about over against
    when where while but
    """
)
"""What no role goes on with."""


class Title(NamedTuple):
    """What stands before a name."""

    role: str | None
    """The office; `None` when there is none."""
    gender: str | None
    """`m` or `f` when honorific or office tells."""
    is_honorific: bool
    """Whether a "Mr" or the like stands there."""


def honorific(word: str) -> str | None:
    """The honorific a word is, in lower case and without its dot; `None` when it is none."""
    if not word[:1].isupper():
        return None
    lower = word.lower().rstrip(".")
    return lower if lower in HONORIFICS else None


def leading_title(doc: Doc, start: int, end: int) -> int:
    """How many tokens at the front of a person's name are its title."""
    cut = 0
    for i in range(start, end):
        token = doc[i]
        if _is_office(token) or honorific(token.text) or _is_portfolio(doc, i):
            cut = i + 1 - start
        elif not (_is_modifier(token) or token.lower_ in _LINKS or _is_national(token)):
            break
    # "Justice" or "King" alone may be a name; "Prime Minister" alone is none.
    if cut == end - start and cut == 1 and doc[start].lower_ not in HONORIFICS:
        return 0 if doc[start].pos_ == "PROPN" and not _is_office(doc[start]) else cut
    return cut


def title_before(doc: Doc, start: int, names: Container[int]) -> Title:
    """The title that ends right before the token `start`.

    Args:
        doc: The paragraph.
        start: The first token of the name.
        names: The tokens of organisations and places, which may stand in a title.
    """
    gender, is_honorific = None, False
    end = start
    while end > 0 and (word := honorific(doc[end - 1].text)):
        gender, is_honorific, end = gender or HONORIFICS[word], True, end - 1
    rank = next((i for i in range(end, start) if doc[i].lower_.rstrip(".") in RANKS), None)
    first = end
    if rank is not None and not (first > 0 and _is_office(doc[first - 1])):
        end, first = rank + 1, rank
        while first > 0 and end - first < _LONGEST and _belongs(doc, first - 1, names):
            first -= 1
    elif first > 0 and (_is_office(doc[first - 1]) or _is_portfolio(doc, first - 1)):
        while first > 0 and end - first < _LONGEST and _belongs(doc, first - 1, names):
            first -= 1
            if first > 0 and doc[first - 1 : first + 1].text in ADJECTIVES:
                # "South African"
                first -= 1
    while first < end and (doc[first].lower_ in _LINKS or doc[first].lower_ == "rival"):
        first += 1
    first = _after_other_office(doc, first, end)
    words = [token.lower_ for token in doc[first:end]]
    if rank is None and not any(word in OFFICES for word in words):
        return Title(None, gender, is_honorific)
    gender = gender or next(
        (GENDERED_NOUNS[word] for word in words if word in GENDERED_NOUNS), None
    )
    return Title(" ".join(doc[first:end].text.split()), gender, is_honorific)


def _after_other_office(doc: Doc, first: int, end: int) -> int:
    """Where a title begins that "of" joins to another one: "aide of President" is two."""
    for i in range(end - 1, first, -1):
        behind = doc[i + 1 : end]
        if doc[i].lower_ in ("of", "for") and all(map(_is_title_word, behind)):
            return i + 1 if _is_office(behind[-1]) else first
    return first


def _is_title_word(token: Token) -> bool:
    return _is_office(token) or _is_modifier(token)


def title_after(doc: Doc, start: int, end: int) -> Title:
    """The office in apposition to a name: "Anna Berg, the party's new leader"."""
    name = doc[start:end].root
    nouns = [
        noun.i
        for noun in name.children
        if noun.dep_ == "appos"
        and noun.i >= end
        and (_is_office(noun) or noun.lower_ in GENDERED_NOUNS)
    ]
    if not nouns:
        # The parser often makes a list or a clause of it.
        nouns = [i for i in (_office_behind_comma(doc, end),) if i is not None]
    for i in nouns:
        first = min(doc[i].left_edge.i, i)
        first = max(first, end)
        while first < i and _is_no_role_word(doc[first]):
            first += 1
        last = phrase_end(doc, i)
        if last - first > _LONGEST:
            continue
        role = " ".join(doc[first:last].text.split())
        return Title(role, GENDERED_NOUNS.get(doc[i].lower_), False)
    return Title(None, None, False)


def _office_behind_comma(doc: Doc, end: int) -> int | None:
    """The office of ", a consultant paediatric allergist," by its words alone."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return None
    for i in range(end + 1, min(end + 1 + _PHRASE, len(doc))):
        token = doc[i]
        goes_on = i + 1 < len(doc) and doc[i + 1].pos_ in ("NOUN", "PROPN", "VERB", "AUX")
        if _is_office(token) and not goes_on and token.is_lower:
            behind = doc[i + 1].text if i + 1 < len(doc) else "."
            return i if behind in (",", ".", "of", "for", "at", ")", ";") else None
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "PART") and token.text != "-":
            return None
    return None


def phrase_end(doc: Doc, office: int) -> int:
    """The token behind an office and what belongs to it: "president and COO of the bank"."""
    end = office + 1
    while end + 1 < len(doc) and doc[end].lower_ == "and":
        other = end + 1
        while other + 1 < len(doc) and _is_modifier(doc[other]) and _is_title_word(doc[other + 1]):
            other += 1
        if not _is_office(doc[other]):
            break
        end = other + 1
    if end >= len(doc) or doc[end].lower_ not in ("of", "for", "at"):
        return end
    stop = end + 1
    while stop < len(doc) and stop - end <= _LONGEST_OF and not _ends_role(doc, stop):
        stop += 1
    if stop - end > _LONGEST_OF:
        links = [i for i in range(end + 2, stop) if doc[i].pos_ in ("ADP", "CCONJ")]
        stop = links[-1] if links else end
    while stop > end and doc[stop - 1].pos_ in ("ADP", "CCONJ", "DET", "PUNCT"):
        stop -= 1
    return stop


def _ends_role(doc: Doc, i: int) -> bool:
    """Whether a role does not go on across a token: a mark, a verb, a time, another person."""
    token = doc[i]
    if token.text == "-" and not token.whitespace_ and not doc[i - 1].whitespace_:
        return False
    return (
        token.text in _MARKS
        or token.is_quote
        or (token.pos_ in ("VERB", "AUX", "SCONJ", "PRON", "SPACE") and not token.is_title)
        or token.lower_ in _ROLE_ENDS
        or token.ent_type_ in ("DATE", "TIME")
        or (token.ent_type_ == "PERSON" and doc[i - 1].lower_ == "and")
    )


def title_around(doc: Doc, start: int, end: int) -> Title:
    """The office a name is in apposition to: "the chair of the board, Anna Berg, said"."""
    name = doc[start:end].root
    noun = name.head
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "for", "at"):
        # The parser often hangs the name on the last noun before it: "of the board".
        noun = noun.head.head
    if (
        name.dep_ != "appos"
        or noun.i >= start
        or noun.lower_ not in OFFICES
        or doc[start - 1].text != ","
        or any(child.lower_ in ("a", "an") for child in noun.lefts)
    ):
        return Title(None, None, False)
    first = noun.left_edge.i
    while first < noun.i and _is_no_role_word(doc[first]):
        first += 1
    while first > 1 and doc[first - 1].text == "-":
        first -= 2
    # What stands between office and comma: "of the board".
    last = start - 2
    if last - first > _LONGEST or last < noun.i:
        return Title(None, None, False)
    role = " ".join(doc[first : last + 1].text.split())
    return Title(role, GENDERED_NOUNS.get(noun.lower_), False)


def _is_no_role_word(token: Token) -> bool:
    """Whether no role begins with a word: "its" founder, "the" leader."""
    return token.pos_ in ("DET", "PUNCT", "SPACE", "PRON")


def is_title_only(doc: Doc, start: int, end: int) -> bool:
    """Whether a span is a title or a part of one.

    So is "Minister of Finance", "Finance" after "Minister of" and "Home" before "Secretary".
    """
    if all(_is_portfolio(doc, i) or doc[i].lower_ in _LINKS for i in range(start, end)):
        return True
    goes_on = end < len(doc) and _is_office(doc[end])
    return (goes_on or any(_is_office(token) for token in doc[start:end])) and all(
        _is_office(doc[i])
        or _is_modifier(doc[i])
        or doc[i].text in PORTFOLIOS
        or doc[i].lower_ in _LINKS
        for i in range(start, end)
    )


def _belongs(doc: Doc, i: int, names: Container[int]) -> bool:
    """Whether the token may stand inside a title."""
    token = doc[i]
    if token.lower_ in ("of", "for"):
        return i > 0 and _is_office(doc[i - 1])
    if token.lower_ == "and":
        return i > 0 and doc[i - 1].text in PORTFOLIOS
    if token.lower_ == "the":
        return i > 0 and doc[i - 1].lower_ in ("of", "for")
    if token.text == "-" or doc[i + 1].text == "-":
        return not token.whitespace_ and token.text.lower() not in ("the", "a")
    return (
        token.lower_ in _LINKS
        or _is_office(token)
        or _is_modifier(token)
        or _is_compound(doc, i)
        or token.text in PORTFOLIOS
        or _is_national(token)
        or i in names
    )


def _is_compound(doc: Doc, i: int) -> bool:
    """Whether a noun narrows down the office behind it: "operations officer"."""
    token = doc[i]
    behind = doc[i + 1]
    return (
        token.is_lower
        and token.pos_ in ("NOUN", "ADJ")
        and token.dep_ in ("compound", "amod", "nmod")
        and (_is_office(behind) or behind.pos_ in ("NOUN", "PROPN", "ADJ"))
    )


def _is_office(token: Token) -> bool:
    return token.lower_ in OFFICES


def _is_modifier(token: Token) -> bool:
    return token.lower_ in MODIFIERS


def _is_national(token: Token) -> bool:
    return token.text in ADJECTIVES or token.text in PLACE_NAMES


def _is_portfolio(doc: Doc, i: int) -> bool:
    """Whether the token is a portfolio, reached from an office by "of", "for" or "and"."""
    if doc[i].text not in PORTFOLIOS:
        return False
    before = i - 1
    while before >= 0 and (doc[before].text in PORTFOLIOS or doc[before].lower_ in _LINKS):
        before -= 1
    return before >= 0 and before < i - 1 and _is_office(doc[before])
