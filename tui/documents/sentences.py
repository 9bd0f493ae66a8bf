"""Sentences for moving and marking: fast rules, the same in every session.

The rules follow the usual sources of false full stops (Kiss and Strunk 2006, "Unsupervised
multilingual sentence boundary detection"): abbreviations, initials, numbers, ellipses and
speech inside a sentence. Limits: a sentence that begins with a small letter is joined to the
one before, and an abbreviation before a name never ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.documents.article import Block, BlockKind, Span
from tui.documents.kept_lines import runs
from tui.documents.lexicon import words
from tui.documents.pattern import pattern

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
        return tuple(split_run(article_text, block.start, block.end))
    # Most texts have no lines of their own before their first paint.

    found: list[Span] = []
    for start, end in runs(article_text, block):
        found += split_run(article_text, start, end)
    return tuple(found)


def split_prose(text: str) -> tuple[Span, ...]:
    """The sentences of a stretch of prose that has no blocks of its own."""
    return tuple(split_run(text, 0, len(text)))


def split_run(
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
        yield from trimmed(text, sentence, match.end())
        sentence = match.end()
        if sentence == until:
            return
    yield from trimmed(text, sentence, end)


def certain_starts(text: str, block: Block, has_case: bool) -> Iterator[int]:
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


def trimmed(text: str, start: int, end: int) -> Iterator[Span]:
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
