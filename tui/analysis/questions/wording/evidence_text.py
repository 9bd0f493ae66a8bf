"""The words of a text that show a question to be open, where no wording is sure."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.documents.article import Span

if TYPE_CHECKING:
    from tui.analysis.parsed import Paragraph

LONGEST_EVIDENCE = 140
"""Code points of evidence that are shown: about a row and a half of a panel."""
_BLANKS = re.compile(r"\s+")
_JOINING = words("and but or so yet that although though while whereas because since as")
"""What a clause is joined to another one with, and can do without."""
_AS_FAR = re.compile(r"as (far|long|soon|well|much|many|if|though)\b", re.IGNORECASE)
"""What begins with "as" and needs it."""
_EDGES = " \t\n,;:.!?-–—…\"'“”‘’«»`()[]{}*_|<>="
"""Marks around a clause that are no part of it."""
_CLOSES = {")": "(", "]": "[", "”": "“", "»": "«", "’": "‘"}
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"))
CUT = "…"


def evidence_text(paragraph: Paragraph, span: Span, kept: Span | None = None) -> str:
    """A clause of the text as a reader is shown it: trimmed, on one line, cut where it is long.

    Args:
        paragraph: Where it stands; what is no prose in it (dateline, credit) is left out.
        span: The clause, in code points of the article.
        kept: The words that must stay where it is cut; its beginning by default.
    """
    start, end = _with_antecedent(paragraph, span), span.end - paragraph.start
    while _closes_pair(paragraph.text, start, end):
        end += 1
    text = _BLANKS.sub(" ", paragraph.text[start:end])
    text = _unjoined(_balanced(_trimmed(text)))
    if paragraph.text[end : end + 1] == "?" and _begins_sentence(paragraph, start):
        text += "?"
    if len(text) <= LONGEST_EVIDENCE:
        return text
    if kept is not None:
        reach = len(_BLANKS.sub(" ", paragraph.text[kept.end - paragraph.start : end]))
        if len(text) - reach > LONGEST_EVIDENCE:
            return _tail(text, len(text) - reach)
    return _trimmed(text[:LONGEST_EVIDENCE].rpartition(" ")[0]) + CUT


def _closes_pair(text: str, start: int, end: int) -> bool:
    """Whether the mark behind a stretch of text closes a pair that was opened in it."""
    mark = text[end : end + 1]
    opening = _CLOSES.get(mark, "")
    return bool(opening) and text.count(opening, start, end) > text.count(mark, start, end)


def _begins_sentence(paragraph: Paragraph, start: int) -> bool:
    """Whether nothing but marks stands before a place in its sentence."""
    before = paragraph.text[:start].rstrip(
        _EDGES.replace(".", "").replace("!", "").replace("?", "")
    )
    return not before or before[-1] in ".!?:"


def _with_antecedent(paragraph: Paragraph, span: Span) -> int:
    """Where a clause begins; where a relative pronoun opens it, with what that stands for."""
    start = span.start - paragraph.start
    first = paragraph.tokens[min(bisect_left(paragraph.offsets, start), len(paragraph.tokens) - 1)]
    clause = first.head
    relative = first.tag_ in {"WDT", "WP", "WP$"} and clause.dep_ == "relcl"
    if not relative or clause.head.i > first.i or clause.head.sent != first.sent:
        return start
    return int(clause.head.left_edge.idx)


def _tail(text: str, kept: int) -> str:
    """The part of a long text that ends a little after its first `kept` code points."""
    stop = min(len(text), kept + LONGEST_EVIDENCE // 4)
    stop = len(text) if text[stop:].strip() == "" else text.rfind(" ", 0, stop)
    begin = text.find(" ", max(0, stop - LONGEST_EVIDENCE)) + 1
    shown = _trimmed(text[begin:stop])
    return f"{CUT}{shown}" + ("" if stop == len(text) else CUT)


def _trimmed(text: str) -> str:
    """A text without the marks around it; a bracket or mark that closes a pair stays."""
    text = text.lstrip(_EDGES)
    bare = text.rstrip(_EDGES)
    after = text[len(bare) : len(bare) + 1]
    return bare + after if after in _CLOSES and _CLOSES[after] in bare else bare


def _balanced(text: str) -> str:
    """A text without the halves of pairs whose other half it does not hold."""
    for opening, closing in _PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def _unjoined(text: str) -> str:
    """A clause without the conjunctions it begins with."""
    first, _, rest = text.partition(" ")
    while rest and first.lower().rstrip(",") in _JOINING and not _AS_FAR.match(text):
        text = rest.lstrip(_EDGES)
        first, _, rest = text.partition(" ")
    return text
