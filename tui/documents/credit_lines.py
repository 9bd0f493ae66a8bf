"""Credit lines: agencies, bylines and who reported, where a text sets them apart.

Only whole lines, or a bracket after the last full stop, made of agency names and the
formulas of wire copy: a wrong credit would hide text from the analysis.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.article import Block, BlockKind, Span
from tui.documents.lexicon import words
from tui.documents.pattern import pattern

_NAMES = (
    "Reuters, Thomson Reuters, Bloomberg, Bloomberg News, Associated Press, The Associated Press, "
    "AP, AFP, Agence France-Presse, UPI, United Press International, Xinhua, Xinhua News Agency, "
    "DPA, ANI, PTI, Press Trust of India, IANS, TASS, Interfax, RIA Novosti, Kyodo, Kyodo News, "
    "Jiji Press, Yonhap, Yonhap News Agency, Bernama, Antara, EFE, ANSA, APA, PA, PA Media, "
    "Press Association, AAP, Canadian Press, The Canadian Press, Anadolu, Anadolu Agency, WAM, "
    "Ukrinform, Belta, CTK, PAP, MTI, NTB, Ritzau, Belga, ANP, Lusa, CNA, VOA, RFE/RL, "
    "Deutsche Welle, DW, Al Jazeera, CNN, BBC, BBC News, NBC News, CBS News, ABC News, NPR, "
    "New York Times, The New York Times, NYT, Washington Post, The Washington Post, "
    "Financial Times, Wall Street Journal, The Wall Street Journal, Dow Jones, "
    "Dow Jones Newswires, The Guardian, Guardian, The Straits Times, Los Angeles Times, "
    "Inter Press Service, Religion News Service, States News Service, Wikinews"
)
_AGENCIES = {name.lower(): name for name in _NAMES.split(", ")} | {"rtrs": "Reuters"}
_BETWEEN = pattern(r"\s*(?:[,;&+|]|/(?!RL\b)|\band\b)\s*", re.IGNORECASE)
_AGENCY_LINE = pattern(
    r"(?:(?:sources?|agenc(?:y|ies)):\s*)?[—–-]*\s*\(?\s*(?P<names>[^()\n]{2,90}?)\s*\)?\.?",
    re.IGNORECASE,
)
_AFTER_STOP = pattern(
    r"(?<=[.!?\"'”’])\s+(?P<credit>[—–-]+\s?(?P<names>[^()\n—–]{2,60}?)|\((?P<more>[^()\n]{2,60})\))"
    r"\s*$"
)
_STOPPED = pattern(r"[.!?][\"'”’)]*\s*$")
_FORMULA = (
    r"(?:(?:Additional |Further )?(?:Reporting|Writing|Editing|Compiling|Translation|Graphics)"
    r"(?: and (?:writing|editing|reporting))?|Reported|Written|Compiled|Edited|Translated|"
    r"With (?:files|assistance|reporting)) (?:by|from) "
)
_FORMULA_LINE = pattern(rf"[(\[—–-]?\s*{_FORMULA}[^\n]{{2,400}}", re.IGNORECASE)
_FORMULA_TAIL = pattern(rf"\s(?P<credit>\({_FORMULA}[^()]{{2,400}}\))\s*$", re.IGNORECASE)
_REPORTERS = pattern(
    r"(?:Reporting|Writing|Reported|Written)(?: and \w+)? by (?P<names>[^;.()\[\]]+)", re.IGNORECASE
)
_SMALL_WORDS = words(
    "in and at for from by of the with editing edited writing written reporting reported "
    "additional further compiling compiled graphics translation translated files assistance "
    "newsroom bureau staff team de la van von der den bin al el di da dos du le"
)
_PLACE_OF_REPORTER = pattern(r"\s+in\s+[^,;]+?(?=,|\sand\s|$)")
_NAME = r"[^\W\d_a-z][^\W\d_]*(?:[-.'’][^\W\d_]*)*"
_BY_LINE = pattern(
    rf"(?:By|BY)\s+(?P<names>{_NAME}(?:\s(?:(?:de|van|von|der|bin|al)\s)?{_NAME}){{1,3}}"
    rf"(?:(?:,\s|\sand\s|,\sand\s|\sAND\s){_NAME}(?:\s{_NAME}){{1,4}}){{0,4}})"
    rf"(?:\s?[|•,/–—-]\s?[^\n.!?]{{2,40}})?"
)
_NOT_NAMES = words("the a an this that our all any")
_TRAILING_BLOCKS = 4
"""Wires end with up to four lines of credits and addresses."""


class Credit(NamedTuple):
    """A credit line found in a text."""

    span: Span
    """The whole line or bracket."""
    names: str | None
    """The agencies or reporters in it; `None` when it names only editors."""


def agency_name(text: str) -> str | None:
    """The usual spelling of an agency ("Reuters" for "REUTERS"); `None` for other words."""
    names = [_AGENCIES.get(part.lower()) for part in _BETWEEN.split(text.strip())]
    return None if None in names else ", ".join(filter(None, names))


def find_by_line(text: str, span: Span) -> Credit | None:
    """The credit if the line is "By" and the names of people."""
    line = text[span.start : span.end]
    match = _BY_LINE.fullmatch(line.strip()) if len(line) <= 120 else None
    if match is None or match["names"].split()[0].lower() in _NOT_NAMES:
        return None
    names = " ".join(match["names"].split())
    return Credit(span, names.title() if names.isupper() else names)


def find_credits(text: str, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """The credit lines at the end of the text, in text order; never the whole text."""
    found = []
    for block in blocks[max(1, len(blocks) - _TRAILING_BLOCKS) :]:
        credit = _whole(text, block)
        if credit is not None:
            found.append(credit)
    last = _last_prose(blocks, found)
    if last is not None:
        tail = _tail(text, last)
        if tail is not None:
            found.insert(0, tail)
    return tuple(sorted(found, key=lambda credit: credit.span))


def _whole(text: str, block: Block) -> Credit | None:
    """The block, or the last of its kept lines, as a credit."""
    start = block.start
    if block.kind is BlockKind.LINES:
        start = text.rfind("\n", block.start, block.end) + 1 or block.start
        if start > block.start and not _STOPPED.search(text[max(block.start, start - 40) : start]):
            return None
    line = text[start : block.end]
    span = Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
    line = line.strip()
    match = _AGENCY_LINE.fullmatch(line) if len(line) <= 100 else None
    agencies = agency_name(match["names"]) if match and _is_set_apart(line) else None
    if agencies:
        return Credit(span, agencies)
    if _FORMULA_LINE.fullmatch(line) and _names_people(line):
        return Credit(span, _reporters(line))
    return None


def _names_people(line: str) -> bool:
    """Whether a line of reporters holds names only: "Reporting by X showed that" is prose."""
    small = (word for word in re.findall(r"[^\W\d_]+", line) if word.islower())
    return all(word in _SMALL_WORDS for word in small)


def _is_set_apart(line: str) -> bool:
    """Whether a line of agency names is written as names: no "guardian" in small letters."""
    return not any(word[:1].islower() for word in re.findall(r"\w{4,}", line)) or line == "dpa"


def _last_prose(blocks: Sequence[Block], found: Sequence[Credit]) -> Block | None:
    """The last block that is no credit itself."""
    for block in reversed(blocks):
        if not any(block.start <= credit.span.start < block.end for credit in found):
            return block
    return None


def _tail(text: str, block: Block) -> Credit | None:
    """A credit after the last full stop of a block."""
    start = max(block.start, block.end - 450)
    part = text[start : block.end]
    formula = _FORMULA_TAIL.search(part) if part.rstrip().endswith(")") else None
    if formula and _names_people(formula["credit"]):
        span = Span(start + formula.start("credit"), start + formula.end("credit"))
        return Credit(span, _reporters(formula["credit"]))
    agency = _AFTER_STOP.search(part)
    names = agency_name(agency["names"] or agency["more"]) if agency else None
    if agency and names and _is_set_apart(agency["credit"]):
        span = Span(start + agency.start("credit"), start + agency.end("credit"))
        return Credit(span, names)
    return None


def _reporters(line: str) -> str | None:
    """Who reported or wrote, without where they did and without editors."""
    match = _REPORTERS.search(line)
    if match is None:
        return None
    return " ".join(_PLACE_OF_REPORTER.sub("", match["names"]).split()) or None
