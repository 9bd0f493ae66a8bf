"""Where a passage begins and ends so that it reads whole: no blank, comma or half pair of marks.

The analysis cuts where a clause ends and a reader where a key is; what is kept of it begins
and ends with a word, and a quotation mark in it has the other one, too.
"""

from __future__ import annotations

from tui.documents.article import Span
from tui.documents.passage_parts import Parts, Where, parts_of

_STRAIGHT = '"'
_PAIRS = (("“", "”"), ("«", "»"), (_STRAIGHT, _STRAIGHT))
_NOT_FIRST = ",;:)]}”»\N{SYMBOL FOR FORM FEED}"
"""What ends something before the passage: a clause, a bracket, a page."""
_NOT_LAST = ",;([{“«„"
"""What leads on to something behind the passage."""
_STOPS = ".!?"
"""Before a blank they end what stands before the passage."""
_DASHES = "–—-"
_BEFORE_AN_OPENING = "([{—–-/“‘«"
"""What may stand right before a straight mark that opens a quotation."""
_BEFORE_A_MARK = ".,;:!?…"
"""Of these one may stand between the last word and the mark that closes a quotation."""
_ROUNDS = 4
"""More than any passage takes: a mark dropped, a comma before it, a blank."""


def without_blanks(text: str, span: Span) -> Span:
    """The passage without the white space at its ends; empty where there is nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def trimmed(text: str, span: Span) -> Span:
    """The passage with edges that read whole.

    Stray punctuation and half pairs of quotation marks at its edges are left out; the other
    mark is taken in where it stands right beside the passage. Where nothing would be left it
    stays as it is, but for blanks.
    """
    whole = span = without_blanks(text, span)
    for _ in range(_ROUNDS):
        before = span
        span = _balanced(text, without_blanks(text, _without_strays(text, span)))
        if span == before or span.end <= span.start:
            break
    return span if span.end > span.start else whole


def trimmed_parts(text: str, where: Where) -> Parts:
    """The passage with parts whose edges read whole; empty where it holds nothing.

    Parts with no word between them are one.
    """
    whole: list[Span] = []
    for part in sorted(parts_of(where)):
        if whole and not any(map(str.isalnum, text[whole[-1].end : part.start])):
            part = Span(whole[-1].start, max(whole.pop().end, part.end))
        whole.append(part)
    # A word stands between any two of them: no edge reaches into another part.
    return tuple(part for each in whole if (part := trimmed(text, each)).end > part.start)


def _without_strays(text: str, span: Span) -> Span:
    start, end = span
    if text[start : start + 1] == ">" and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        # The signs of quoted mail.
        while start < end and (text[start] == ">" or text[start].isspace()):
            start += 1
    while start < end and text[start] in _NOT_FIRST and not _closes(text, start, end):
        start += 1
    if end - start > 2 and text[start] in _STOPS and text[start + 1].isspace():
        start += 1
    while end > start + 1 and text[end - 1] in _NOT_LAST and not _opens_before(text, start, end):
        end -= 1
    if end - start > 2 and text[end - 1] in _DASHES and text[end - 2].isspace():
        end -= 1
    return Span(start, end)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether "»" begins a quotation here, as it does in German."""
    return text[start] == "»" and "«" in text[start:end]


def _opens_before(text: str, start: int, end: int) -> bool:
    """Whether "“" or "«" at the end closes a quotation, as they do in German."""
    opening = {"“": "„", "«": "»"}.get(text[end - 1])
    return opening is not None and opening in text[start : end - 1]


def _balanced(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    if "„" in words or ("»" in words and words.find("»") < words.find("«")):
        # Where these open, "“" and "«" close: pairs by counting would be guessed.
        return span
    for opening, closing in _PAIRS:
        if opening not in words and closing not in words:
            continue
        opened, closed = _alone(text, span, opening, closing)
        if opened is not None:
            return _with_closing(text, span, opened, closing)
        if closed is not None:
            return _with_opening(text, span, closed, opening)
    return span


def _alone(text: str, span: Span, opening: str, closing: str) -> tuple[int | None, int | None]:
    """The last mark of a passage that is opened and not closed, else the first only closed."""
    opened: list[int] = []
    closed: int | None = None
    for at in range(*span):
        if text[at] not in (opening, closing):
            continue
        if opening == closing and not _begins_word(text, at):
            is_opening = False
        else:
            is_opening = text[at] == opening
        if is_opening:
            opened.append(at)
        elif opened:
            opened.pop()
        elif closed is None:
            closed = at
    return (opened[-1], None) if opened else (None, closed)


def _begins_word(text: str, at: int) -> bool:
    """Whether a straight mark stands before a word, not behind one."""
    before = text[at - 1 : at]
    return not before or before.isspace() or before in _BEFORE_AN_OPENING


def _with_closing(text: str, span: Span, opened: int, closing: str) -> Span:
    """The passage with the mark that closes what it opens, or without the one that it opens."""
    start, end = span
    behind = end + (text[end : end + 1] != "" and text[end : end + 1] in _BEFORE_A_MARK)
    if text[behind : behind + 1] == closing and not (
        closing == _STRAIGHT and _begins_word(text, behind)
    ):
        return Span(start, behind + 1)
    return Span(start + 1, end) if opened == start else span


def _with_opening(text: str, span: Span, closed: int, opening: str) -> Span:
    """The passage with the mark that opens what it closes, or without the one that it closes."""
    start, end = span
    if text[start - 1 : start] == opening and start > 0:
        return Span(start - 1, end)
    return Span(start, end - 1) if closed == end - 1 else span
