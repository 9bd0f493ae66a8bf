"""How a source is shown: its phrase cut down to what names somebody, or nothing at all.

Every label passes here. A parser hangs times, places, datelines and half relative clauses on a
subject; a reader who sees "Lee on Wednesday" or "the group which" loses trust in the row.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import SPEECH_EVENTS, TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from tui.analysis.quotes.source_spans import Source

_DASHES = frozenset({"--", "—", "–"})
_RELATIVES = frozenset({"WDT", "WP", "WP$"})
_LONGEST_CLAUSE = 9
"""Tokens of a relative clause up to which it stays: what is longer tells, it does not name."""
_LOOSE = frozenset({"AUX", "PART", "CCONJ", "SCONJ", "ADP", "PUNCT", "SPACE", "ADV"})
_TIMED = frozenset({"DATE", "TIME"})
_WHEN_AND_WHERE = words("on in at during after before since until by from over via through")


def fit_label(doc: Doc, source: Source) -> tuple[int, int] | None:
    """The tokens of a source phrase that are fit to be shown; `None` if there are none.

    A bare pronoun stays: it is where the source stands, though nobody is shown by it.
    """
    head = doc[source.head]
    if _is_no_speaker(head):
        return None
    first, stop = source.first, source.stop
    for position in range(source.head + 1, stop):
        if doc[position].text in {"(", "["} or _opens_loose_clause(doc, position, stop):
            stop = position
        else:
            continue
        break
    stop = _without_adverbials(head, stop)
    while first < source.head and doc[first].pos_ in {"PUNCT", "SPACE", "CCONJ"}:
        first += 1
    return first, _with_closing_mark(doc, first, max(stop, source.head + 1))


def _with_closing_mark(doc: Doc, first: int, stop: int) -> int:
    """The end of a phrase with the mark that closes a nickname in it."""
    inside = doc[first:stop].text
    if inside.count("“") > inside.count("”") or inside.count('"') % 2:
        for position in range(stop, min(stop + 3, len(doc))):
            if doc[position].text in {"”", '"'}:
                return position + 1
            if not doc[position].is_punct:
                break
    return stop


def _is_no_speaker(head: Token) -> bool:
    """Whether a head is a time or a sign."""
    if head.lemma_.lower() in TIME_NOUNS and head.pos_ != "PROPN":
        return True
    return not any(character.isalpha() for character in head.text)


def mended(doc: Doc, source: Source) -> Source:
    """A source without the dateline before it and with the rest of a divided compound."""
    return _with_compound(doc, _behind_opening(doc, _behind_dateline(doc, source)))


def _behind_opening(doc: Doc, source: Source) -> Source:
    """A source without the participle that opens its sentence ("Welcoming it, Lee said")."""
    if doc[source.head].tag_ != "VBG":
        return source
    commas = [i for i in range(source.head, source.stop) if doc[i].text == ","]
    if not commas or commas[0] + 1 >= source.stop:
        return source
    first = commas[0] + 1
    rest = doc[first : commas[1] if len(commas) > 1 else source.stop]
    return replace(source, first=first, head=rest.root.i) if len(rest) else source


def _behind_dateline(doc: Doc, source: Source) -> Source:
    """A source without the place, date and agency that open a report."""
    for position in range(source.stop - 2, source.first, -1):
        before = doc[source.first : position]
        if doc[position].text not in _DASHES or not (
            before[0].text.isupper() or any(t.ent_type_ == "DATE" for t in before)
        ):
            continue
        bracket = next((i for i in range(position, source.stop) if doc[i].text[0] in "(["), None)
        rest = doc[position + 1 : bracket if bracket is not None else source.stop]
        head = source.head if source.head > position else rest.root.i
        return replace(source, first=position + 1, head=head)
    return source


def _with_compound(doc: Doc, source: Source) -> Source:
    """A source whose head the parser cut at a hyphen ("the co-" of "the co-owner Ann Lee")."""
    stop = source.stop
    while stop + 1 < len(doc) and doc[stop].text == "-" and not doc[stop - 1].whitespace_:
        stop += 2
    if stop == source.stop:
        return source
    while stop < len(doc) and doc[stop].pos_ in {"NOUN", "PROPN"} and doc[stop - 1].whitespace_:
        stop += 1
    return replace(source, stop=stop, head=stop - 1)


def _opens_loose_clause(doc: Doc, position: int, stop: int) -> bool:
    """Whether a relative clause begins here that is cut short or tells a story."""
    token = doc[position]
    is_relative = token.tag_ in _RELATIVES or (
        token.lower_ == "that" and token.dep_ in {"nsubj", "dobj", "nsubjpass", "mark"}
    )
    if not is_relative:
        return False
    clause = doc[position + 1 : stop]
    verbs = [t for t in clause if t.pos_ == "VERB"]
    return not verbs or len(clause) > _LONGEST_CLAUSE or clause[-1].pos_ in {"AUX", "ADP"}


def _without_adverbials(head: Token, stop: int) -> int:
    """The end of a phrase without the times, places and occasions at its end."""
    doc = head.doc
    while stop - 1 > head.i:
        last = doc[stop - 1]
        if last.pos_ in _LOOSE and last.text not in {"'s", "’s", "'", "’", ")"}:
            stop -= 1
            continue
        start = _adverbial_start(head, last)
        if start is None:
            return stop
        stop = start
        if stop - 1 > head.i and doc[stop - 1].tag_ == "VBN":
            stop -= 1  # "a poll released on Monday"
    return stop


def _adverbial_start(head: Token, last: Token) -> int | None:
    """Where the adverbial begins that ends with a token, if one does."""
    is_occasion = last.lemma_.lower() in SPEECH_EVENTS or last.lemma_.lower() in TIME_NOUNS
    if last.ent_type_ not in _TIMED and not is_occasion:
        return None
    for position in range(last.i, head.i, -1):
        token = last.doc[position]
        if token.lower_ in _WHEN_AND_WHERE:
            # "Two men in the hall" tells who, "Lee in a letter" how it was said.
            is_told = last.ent_type_ in _TIMED or last.doc[position + 1].lower_ != "the"
            return position if is_told else None
        if token.pos_ in {"VERB", "AUX"} or token.is_punct:
            break
    return last.i if last.ent_type_ in _TIMED and last.dep_ == "npadvmod" else None
