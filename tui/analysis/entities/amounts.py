"""Sums of money, numbers and dates of a paragraph, whole and without what is none.

The model tells where numbers and dates are; its spans are cut where they run on, widened
where a size or the rest of a date was left out, and dropped where nothing is counted or
dated. Sums are read from the text (`money`), digits that are no amount are barred
(`no_amounts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.entities.money import money_runs
from tui.analysis.entities.no_amounts import no_amounts
from tui.analysis.lexicons import words
from tui.analysis.lexicons.time_words import MONTHS, NUMBER_WORDS, TIME_WORDS, UNITS, WEEKDAYS
from tui.analysis.results import EntityType
from tui.documents.dates import FULL_DATE, MONTH_DAY
from tui.documents.pattern import pattern

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = tuple[int, int, EntityType]
"""First token, the token after the last, type."""

_LABELS = {
    "DATE": EntityType.DATE,
    "TIME": EntityType.DATE,
    "MONEY": EntityType.MONEY,
    "CARDINAL": EntityType.NUMBER,
    "PERCENT": EntityType.NUMBER,
    "QUANTITY": EntityType.NUMBER,
}
_DIGIT = pattern(r"\d")
_WHOLE_DATE = pattern(
    rf"(?<![\w/-])(?:{FULL_DATE}|{MONTH_DAY}|\d{{1,2}}/\d{{1,2}}/\d{{4}})(?![\w/-])"
)
_YEAR = pattern(
    r"(?:mid[-–]?)?(?:1\d|20|21)\d\d(?:['’]?s|\s?[-–/]\s?(?:\d{1,2}|(?:1\d|20|21)\d\d))?"
    r"|(?:the\s|early\s|late\s|mid-|['’])\d0['’]?s|['’]\d\d|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}",
    re.IGNORECASE,
)
_DAY = pattern(r"\d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})?", re.IGNORECASE)
_SIZES = words("m bn tn mn k K M B bln mln million billion trillion thousand % percent")
_GLUED = words("m bn tn mn k K M B bln mln %")
_LARGE = words("hundred thousand million billion trillion")
_SHARES = (["%"], ["percent"], ["per", "cent"])
_BARE = words("yesterday today tomorrow tonight christmas easter")
"""Words that date something alone."""
_MAYBE_MONTH = words("may march april june august")
_MONTH_VERBS = words("be see bring mark come begin start end pass go remain follow become")
"""What a month does as a subject; what else it does is done by somebody of that name."""
_LINKS = words("to and or than of")
_SHIFTS = words("that this last next")
_POSSESSORS = words("his her its their our my your")
_CLOSERS = frozenset({"'s", "’s", "'", "’"})


def amounts(doc: Doc, text: str) -> list[Run]:
    """The amounts of a paragraph; no two of them share a token.

    Args:
        doc: The parsed paragraph.
        text: Its text.
    """
    found: list[Run] = [(*run, EntityType.MONEY) for run in money_runs(doc, text)]
    taken = {token for start, end, _ in found for token in range(start, end)}
    barred: set[int] = taken | no_amounts(doc, text)
    whole = _whole_dates(doc, text)
    barred -= {token for start, end in whole for token in range(start, end)}
    for start, end, kind in _marked(doc, whole):
        for first, last in _parts(start, end, barred):
            run = _date(doc, first, last) if kind is EntityType.DATE else _number(doc, first, last)
            if run is not None and taken.isdisjoint(range(run[0], run[1])):
                taken.update(range(run[0], run[1]))
                found.append(run)
    return found


def _whole_dates(doc: Doc, text: str) -> list[tuple[int, int]]:
    """The tokens of dates with their day, which need no model."""
    if not _DIGIT.search(text):
        return []
    spans = (
        doc.char_span(*match.span(), alignment_mode="expand")
        for match in _WHOLE_DATE.finditer(text)
    )
    return [(span.start, span.end) for span in spans if span is not None]


def _marked(doc: Doc, whole: list[tuple[int, int]]) -> Iterator[Run]:
    """Whole dates, with what the model saw around them, and the amounts it saw elsewhere."""
    dates = dict.fromkeys(whole)
    for entity in doc.ents:
        kind = _LABELS.get(entity.label_)
        start, end = entity.start, entity.end
        around = [run for run in dates if run[0] < end and start < run[1]]
        for date in around:
            dates.pop(date)
            if kind is EntityType.DATE:
                start, end = min(start, date[0]), max(end, date[1])
            else:
                # The model saw a name ("OSLO 2021-05-04") or only a number of it.
                yield *date, EntityType.DATE
        if kind is not None:
            yield start, end, kind
    for date in dates:
        yield *date, EntityType.DATE


def _parts(start: int, end: int, barred: frozenset[int] | set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a span without barred tokens."""
    first = start
    for i in range(start, end + 1):
        if i < end and i not in barred:
            continue
        if first < i:
            yield first, i
        first = i + 1


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """A span without blanks, stray marks and whose it is."""
    while start < end and (
        doc[start].is_space
        or doc[start].is_punct
        or doc[start].lower_ in _POSSESSORS
        or doc[start].text in _CLOSERS
    ):
        start += 1
    while start < end and (
        doc[end - 1].is_space
        or (doc[end - 1].is_punct and doc[end - 1].text != "%")
        or doc[end - 1].text in _CLOSERS
    ):
        end -= 1
    return start, end


def _number(doc: Doc, start: int, end: int) -> Run | None:
    """A number with its size, from a span that may have lost it; `None` for none."""
    start, end = _trimmed(doc, start, end)
    while start < end and doc[end - 1].lower_ in _LINKS:
        end -= 1
    if start == end or not any(_is_number(doc[i]) for i in range(start, end)):
        return None
    if end < len(doc) and doc[end - 1].text[-1].isdigit():
        text = doc[end].text
        is_glued = not doc[end - 1].whitespace_
        if text in _SIZES and (is_glued or text not in _GLUED or text in ("bn", "m", "%")):
            end += 1
    while end < len(doc) and doc[end - 1].lower_ in NUMBER_WORDS and doc[end].lower_ in _LARGE:
        end += 1
    for share in _SHARES:
        if [token.lower_ for token in doc[end : end + len(share)]] == share:
            end += len(share)
    if _is_label(doc, start, end):
        return None
    return start, end, EntityType.NUMBER


def _is_number(token: Token) -> bool:
    return token.text[:1].isdigit() or token.lower_ in NUMBER_WORDS or token.like_num


def _is_label(doc: Doc, start: int, end: int) -> bool:
    """Whether digits are part of a name before them: "Tarn 4", "Article 50"."""
    token, before = doc[start], doc[start - 1] if start else None
    return (
        before is not None
        and end == start + 1
        and token.is_digit
        and before.pos_ == "PROPN"
        and before.text[0].isupper()
        and token.head.i < start
        and token.head.pos_ == "PROPN"
    )


def _date(doc: Doc, start: int, end: int) -> Run | None:
    """A date from its first word of time to its last one; `None` for none."""
    while start < end and _stands_before(doc, start, end):
        start += 1
    start, end = _trimmed(doc, start, end)
    last = end
    while start < last and not _is_time(doc, start, last):
        last -= 1
    if start == last or _goes_on(doc, last, end) or _is_bare(doc, start, last):
        return None
    return start, last, EntityType.DATE


def _stands_before(doc: Doc, start: int, end: int) -> bool:
    """Whether the first word of a date is a name before it: "OSLO 2021-05-04"."""
    token = doc[start]
    if end - start > 2 and token.lower_ in _MAYBE_MONTH and doc[start + 1].lower_ in _SHIFTS:
        return True  # "She met May that April": somebody's name.
    return (
        end - start > 1
        and token.pos_ == "PROPN"
        and token.text[0].isupper()
        and not _is_time(doc, start, start + 1)
        and (doc[start + 1].text[0].isdigit() or doc[start + 1].lower_.rstrip(".") in MONTHS)
    )


def _is_time(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word of a run can end a date."""
    word = doc[end - 1].lower_.rstrip(".")
    if word in TIME_WORDS or re.split("[-–]", word)[-1] in TIME_WORDS:
        return True
    if (word[:1].isdigit() or word.startswith("mid")) and any(
        _YEAR.fullmatch(doc[i:end].text) for i in range(max(0, end - 3, start - 1), end)
    ):
        return True
    # "March 4", "4-5 March" and "Sept 20 - Oct 10", but not "the last 8".
    near = [token.lower_.rstrip(".") for token in doc[max(start, end - 5) : end - 1]]
    if word == "half":
        return not UNITS.isdisjoint(near)
    if _DAY.fullmatch(word) and not MONTHS.isdisjoint(near):
        return True
    return bool(_WHOLE_DATE.fullmatch(doc[max(start, end - 5) : end].text))


def _goes_on(doc: Doc, last: int, end: int) -> bool:
    """Whether the words cut off behind were what the span is about: "summer holiday"."""
    return last < end and not doc[last].is_punct and doc[last - 1].head.i in range(last, end)


def _is_bare(doc: Doc, start: int, end: int) -> bool:
    """Whether a run dates nothing: "week", "the years", "May" of a person."""
    if doc[start].lower_ == "the":
        start += 1
    if end - start != 1:
        return start == end
    token = doc[start]
    word = token.lower_.rstrip(".")
    if word in _MAYBE_MONTH:
        return token.is_lower or token.pos_ in ("VERB", "AUX") or _is_somebody(doc, token)
    return word in UNITS or (token.is_lower and word not in _BARE and word.isalpha())


def _is_somebody(doc: Doc, token: Token) -> bool:
    """Whether a word for a month is a person's name here."""
    before = doc[token.i - 1] if token.i else None
    if before is not None and before.pos_ == "PROPN" and before.dep_ == "compound":
        return before.head.i == token.i and before.lower_ not in WEEKDAYS
    return token.dep_ == "nsubj" and token.head.lemma_ not in _MONTH_VERBS
