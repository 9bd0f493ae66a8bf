"""Datelines: "BRUSSELS, Jan 3 (Reuters) - ", "Geneva, Switzerland — ", "OSLO 2021-05-04".

Limits: a place without an agency, a date or a region is believed only when the text does
not use the same words otherwise; labels ("NOTE - ", "UPDATE 1 - ") and headlines are not
datelines.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from tui.documents.article import Block, Span
from tui.documents.credit_lines import agency_name
from tui.documents.dates import FULL_DATE, MONTH_DAY, WEEKDAY, parse_date
from tui.documents.lexicon import words
from tui.documents.pattern import pattern

_REACH = 100
"""No dateline is longer; the longest name three places, a date and an agency."""
_CONTEXT = 20_000
"""Characters after a dateline that are asked how they use its words."""

_SEPARATOR = pattern(r"\s*(?P<strong>—|―|–|--+|•)\s*|\s+(?P<weak>-|_|·|\|)\s+|(?P<colon>:)\s+")
_AGENCY = pattern(r"[,\s]*(?:\((?P<agency>[^()]{2,40})\)|(?<=\s)/(?P<wire>[^/()]{2,40})/)$")
_CALLED = pattern(r"[A-Z][\w.&'’-]*(?:\s(?:of|the|and|&|[A-Z][\w.&'’-]*)){0,4}")
"""What an agency that nobody has listed is called."""
_DATE = pattern(
    rf"[,\s]*\(?(?:(?P<full>{FULL_DATE})|(?:{WEEKDAY},?\s)?{MONTH_DAY})\)?$", re.IGNORECASE
)
_CAPITALS = r"[^\W\d_a-z]{2,}[.'’]?"
_REGION = r"[^\W\d_a-z][\w.'’]*"
_REPORTER = r"(?:Mc|Mac|[OD]['’])?[^\W\d_a-z](?:[^\W\d_A-Z]+|\.)(?:-[^\W\d_a-z][^\W\d_A-Z]+)?"
_UNPARTED = pattern(
    rf"(?P<by>(?:{_REPORTER}\s(?:(?:de|van|von|der|bin|al)\s)?){{2,3}})?"
    rf"(?P<place>{_CAPITALS}(?:[ -]{_CAPITALS}){{0,3}}(?:,\s{_REGION}(?:\s{_REGION})?)?)"
    rf",?\s(?P<date>(?-i:{FULL_DATE}))(?=\s+[^\W\d_a-z])"
)
"""A dateline that nothing parts from its text: "JERUSALEM 1996-08-25 The ministers met"."""
_OBITUARY = pattern(r"(?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]*,\s\d{1,3},")
_PARTS = pattern(r"\s*[,/;]\s*|\s+(?:and|AND|&)\s+")
_WORD = pattern(r"[^\W\d_]+(?:[.'’‘-]+[^\W\d_]+)*\.?")
_LETTERS = pattern(r"[^\W\d_]+")
_SMALL = words("de del da do das dos di du of and the on upon am an au aux la le les en sur")
_GENERIC = words(
    "city town new point springs beach lake falls bay hills park fort port san santa saint st "
    "north south east west united nations river island islands heights valley mount cape rock "
    "grand green white salt long little big rapids harbour harbor aviv"
)
_LABELS = words(
    "note notes update updates updated breaking exclusive analysis opinion comment editorial "
    "review warning alert advisory correction corrected clarification editor editors factbox "
    "explainer timeline summary highlights headline headlines newsmaker interview feature "
    "focus insight special report live watch video photos photo audio podcast news new read "
    "more related background context preview recap results result key facts fact check "
    "disclaimer attention important urgent flash bulletin embargoed draft confidential "
    "caution danger tip tips faq question answer introduction abstract chapter part section "
    "appendix figure table example sport sports business politics world health science "
    "technology culture travel weather market markets stocks column dear however today "
    "yesterday tomorrow yes no ok but and then monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october "
    "november december spoiler spoilers press release statement memo re fw fwd from to date "
    "subject"
)
_PERSONAL = r"(?:Mr|Mrs|Ms|Dr|Sir|President|Minister|Senator|Prince|King|Queen)\.?\s+"
_SAID = r"(?:said|says|told|added)"
_OPENERS = "\"'“‘«„(["


class Dateline(NamedTuple):
    """Where and when a report was written, by its own first words."""

    span: Span
    """All of it, the separator included, without the blank after it."""
    place: str | None
    """The place or places, in title case; `None` when only an agency is named."""
    published: date | None
    """The day, when the year is given."""
    agency: str | None
    """The agency or the reporter, when one is named."""


def find_dateline(text: str, block: Block) -> Dateline | None:
    """The dateline that a paragraph of prose begins with, if it does."""
    start = block.start
    while start < block.end and text[start].isspace():
        start += 1
    reach = min(block.end, start + _REACH)
    head = text[start:reach]
    # Its pattern takes a millisecond to compile, and few articles begin with a year.
    may_be_unparted = head[:1].isupper() and any(map(str.isdigit, head))
    if may_be_unparted and (unparted := _UNPARTED.match(text, start, block.end)):
        found = _read_unparted(unparted)
        if found is not None:
            return found
    for separator in _SEPARATOR.finditer(text, start, reach):
        if not _goes_on(text, separator.end(), block.end):
            continue
        found = _read(text, start, separator)
        if found is not None:
            return found
        if not separator["colon"]:
            return None
    return None


def title_case(place: str) -> str:
    """The place as a reader writes it: "NEW YORK" is "New York", "D.C." stays."""
    parts = re.split(r"(\s*[,/;]\s*|\s+(?:and|AND|&)\s+)", place)
    return "".join(" and " if part == " AND " else _title_part(part) for part in parts)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins at `start`, and prose at that."""
    position = start
    while position < end and text[position] in _OPENERS:
        position += 1
    first = text[position : position + 1]
    rest = text[position : min(end, position + 200)]
    return (
        bool(first)
        and (not first.islower())
        and first.isalnum() | (first in "$£€¥")
        and (len(rest) >= 20 and sum(map(str.isupper, rest)) * 2 < len(rest))
    )


def _read_unparted(match: re.Match[str]) -> Dateline | None:
    """A place in capitals with a full date behind it, which no sentence begins with."""
    published = parse_date(match["date"])
    if published is None or not _looks_like_places(match["place"]):
        return None
    by = (match["by"] or "").strip() or None
    return Dateline(Span(match.start(), match.end()), title_case(match["place"]), published, by)


def _read(text: str, start: int, separator: re.Match[str]) -> Dateline | None:
    """The words before the separator as a dateline, if they can be one."""
    head = text[start : separator.start()].rstrip()
    agency = published = None
    is_known = False
    named = _AGENCY.search(head)
    if named and not _DATE.fullmatch(named.group().strip()):
        words = " ".join((named["agency"] or named["wire"]).split())
        agency = agency_name(words)
        is_known = agency is not None or named["wire"] is not None
        if agency is None and _CALLED.fullmatch(words):
            agency = words
        if agency is None:
            return None
        head = head[: named.start()]
    # Most datelines have no date, and this is the slowest of the rules to make ready.
    dated = _DATE.search(head) if any(map(str.isdigit, head)) else None
    if head.count("(") != head.count(")"):
        return None
    if dated:
        if dated["full"]:
            published = parse_date(dated["full"])
            if published is None:
                return None
        head = head[: dated.start()]
    span = Span(start, separator.start() + len(text[separator.start() : separator.end()].rstrip()))
    head = head.strip(" ,")
    own = agency_name(head) if head.isupper() else None
    if not head or own:
        # "RTRS - " is who reports and not where.
        agency = agency if is_known else own
        return Dateline(span, None, published, agency) if agency else None
    if not _looks_like_places(head):
        return None
    body = text[separator.end() : separator.end() + _CONTEXT]
    in_capitals = _PARTS.split(head)[0].isupper()
    if not (is_known or (dated and in_capitals)) and not _is_believed(head, body, separator):
        return None
    return Dateline(span, title_case(" ".join(head.split())), published, agency)


def _looks_like_places(head: str) -> bool:
    """Whether the words are one to four names of places in the form datelines give them."""
    parts = _PARTS.split(head)
    if len(parts) > 4 or len(head) > 60:
        return False
    for part in parts:
        words = part.split()
        if not 1 <= len(words) <= 4:
            return False
        for number, word in enumerate(words):
            if not _WORD.fullmatch(word):
                return False
            if not word[0].isupper() and (number == 0 or word not in _SMALL):
                return False
        if all(word.lower().rstrip(".") in _LABELS for word in words):
            return False
        if words[0].lower() in _LABELS - {"new"}:
            return False
    return True


def _is_believed(head: str, body: str, separator: re.Match[str]) -> bool:
    """Whether the rest of the text lets these words be a place."""
    if _OBITUARY.match(body):
        return False
    parts = _PARTS.split(head)
    first = parts[0]
    name = re.escape(_title_part(first))
    if re.search(rf"\b(?:in|from|near|outside|around|across)\s{name}\b", body):
        return True
    # "Ann Lee said" and "Mr Lee", but not "Washington said": capitals speak for countries.
    if re.search(rf"{_PERSONAL}(?:\w+\s)?{name}\b|\b[A-Z][a-z]+\s{name}\s{_SAID}\b", body):
        return False
    if separator["colon"]:
        return False
    words = _LETTERS.findall(first)
    if any(
        word.lower() not in _GENERIC | _SMALL and re.search(rf"\b{word.lower()}\b", body)
        for word in words
    ):
        return False
    if not first.isupper():
        return len(parts) >= 2 and bool(separator["strong"])
    # An acronym is used again as it stands; a place comes back in small letters.
    if re.search(rf"\b{re.escape(first)}\b", body):
        return False
    return len(parts) >= 2 or len(first) >= 4


def _title_part(part: str) -> str:
    """One place in title case; two letters after a comma are a state and stay."""
    if not part.isupper() or (len(part) <= 2) or re.fullmatch(r"(?:[^\W\d_]\.)+", part):
        return part

    def recase(match: re.Match[str]) -> str:
        word = match.group()
        if match.start() and word.lower() in _SMALL:
            return word.lower()
        if match.start() and word == "S" and part[match.start() - 1] in "'’":
            return "s"
        return word.capitalize()

    return _LETTERS.sub(recase, part)
