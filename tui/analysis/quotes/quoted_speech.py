"""What a stretch in quotation marks is, by the text around it: speech, a title, a fragment."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from tui.analysis.lexicons import words
from tui.analysis.quotes.marks import QuotedRegion, word_count

# A full stop behind a title, an initial or a short form ends no sentence.
SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bMrs)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)"
    r"(?<!\bCol)(?<!\bJr)(?<!\bSr)(?<!\bRev)(?<!\bProf)(?<!\b[A-Z])[.?!…][\"'”’)\]»]*\s+(?=[\"'`“‘«(\[A-Z])"
)
LINKS = re.compile(r"(?:\s|[,;—–-]|\b(?:and|but|then|so|as|yet|also|later)\b)*", re.IGNORECASE)
_LONGEST_END = 40
"""Code points looked at for the end of a sentence: a short form, marks and blanks."""
LEAST_WORDS = 4
"""A quotation without a cue has at least so many words: fewer are titles and scare quotes."""
_LONGEST_TITLE = 7
"""Words of a capitalised quotation up to which it is taken for a title."""
_SMALL_WORDS = words("a an and as at but by for from in of on or the to with")


def sentence_start(text: str, end: int) -> int:
    """Where the sentence begins that goes on at `end`, by its punctuation."""
    ends = _sentence_ends(text)
    position = bisect_right(ends, end)
    start = ends[position - 1] if position else 0
    return end if start < end and _ends_at(text, end) else start


@lru_cache(maxsize=4)
def _sentence_ends(text: str) -> list[int]:
    """Where the sentences of a paragraph begin behind the first; it is asked many times."""
    return [match.end() for match in SENTENCE_END.finditer(text)]


def _ends_at(text: str, end: int) -> bool:
    """Whether a sentence ends before a place, whatever stands there."""
    mark = len(text[max(0, end - _LONGEST_END) : end].rstrip()) + max(0, end - _LONGEST_END)
    near = text[max(0, mark - _LONGEST_END) : end] + "A"
    return any(match.end() == len(near) - 1 for match in SENTENCE_END.finditer(near))


def is_fragment(text: str, region: QuotedRegion) -> bool:
    """Whether a region is part of a sentence that begins before it."""
    start = sentence_start(text, region.start)
    return bool(text[start : region.start].strip())


def is_title(text: str, region: QuotedRegion) -> bool:
    """Whether a region names a work: few words, all capitalised, inside a sentence."""
    lead = text[sentence_start(text, region.start) : region.start].rstrip()
    if not lead or lead.endswith((":", ",", "—", "–")):
        return False
    found = re.findall(r"\w[\w'’]*", text[region.inner : region.inner_end])
    return len(found) <= _LONGEST_TITLE and all(
        w[0].isupper() or w[0].isdigit() or (w in _SMALL_WORDS and w != found[0]) for w in found
    )


def fills_sentence(text: str, region: QuotedRegion) -> bool:
    """Whether a region goes on to the end of its sentence."""
    inner = text[region.inner : region.inner_end].rstrip()
    rest = text[region.end : region.end + 2].strip()
    return inner[-1:] in {".", "?", "!", ",", "…"} or not rest or rest[0] in ".,?!;"


def stands_alone(text: str, region: QuotedRegion) -> bool:
    """Whether a region is a sentence or more of its own, not words inside another."""
    # The marks of a quotation inside it may close with it.
    inner = text[region.inner : region.inner_end].strip().rstrip("'’")
    if word_count(inner) < LEAST_WORDS and not inner.endswith((".", "?", "!")):
        return False
    lead = text[sentence_start(text, region.start) : region.start].strip()
    if lead and not lead.endswith((":", ".", "?", "!")) and not link_before(text, region):
        return False
    rest = text[region.end : region.end + 2].strip()
    return inner[:1] != "" and (
        inner.endswith((".", "?", "!", "…", "—", ","))
        or rest[:1] in {".", "?", "!"}
        or not region.is_closed
    )


def link_before(text: str, region: QuotedRegion) -> str:
    """The word that joins a quotation to the one before it: `But "we failed."`."""
    lead = text[sentence_start(text, region.start) : region.start].lstrip()
    return lead if lead and lead[0].isupper() and LINKS.fullmatch(lead) else ""
