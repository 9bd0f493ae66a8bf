"""A source phrase: how far it reaches, and whether it can say anything at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    DOCUMENT_NOUNS,
    INSTITUTION_NOUNS,
    PEOPLE_NOUNS,
    PEOPLE_SUFFIXES,
)
from tui.analysis.lexicons.title_words import GENDERED_NOUNS, OFFICES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES_ABOUT = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_SPEAKING = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Types of names that can speak, whatever part of speech the tagger gives them."""
_ABSTRACT = ("ce", "dom", "ing", "ism", "ity", "ment", "ness", "ship", "sion", "th", "tion")
"""How most nouns for no thing end."""
_NO_START = frozenset({"ADP", "ADV", "CCONJ", "PART", "SCONJ"})
"""What begins no phrase for a speaker."""
_LONGEST_TITLE = 8
"""Tokens at most between a quotation and its verb."""
_LONGEST = 30
"""Tokens of a source phrase at most: beyond it the parse is wrong."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase as the parse shows it: half-open token numbers of one Doc."""

    first: int
    """Its first token."""
    stop: int
    """The token after its last one."""
    head: int
    """Its head, the word that says who it is."""
    relative: int | None = None
    """The "who" or "which" that stands for it beside the cue; `None` when nothing does."""


def source_of(head: Token, *, after: int | None = None, before: int | None = None) -> Source:
    """The extent of the source phrase around its head.

    Args:
        head: The head of the noun phrase.
        after: The phrase begins at this token or later (a cue stands before it).
        before: The phrase ends before this token (a cue stands after it).
    """
    first, stop = head.left_edge.i, head.right_edge.i + 1
    for child in head.rights:
        # Relative clauses and coordinated clauses tell about the source, they do not name it.
        if (child.dep_ in _CLAUSES_ABOUT and (child.dep_ != "relcl" or _has_comma(child))) or (
            child.dep_ in {"acl", "conj"} and child.pos_ in {"VERB", "AUX"} and _has_comma(child)
        ):
            stop = min(stop, child.left_edge.i)
            break
    stop = _before_anonymity(head, stop)
    if after is not None:
        first = max(first, after)
    if before is not None:
        stop = min(stop, before)
    doc = head.doc
    first, stop = _without_edges(head, first, stop)
    if after is not None and after <= first:
        stop = max(stop, _postnominal(doc, stop))
    if stop - first > _LONGEST:
        stop = head.i + 1
        first = max(first, stop - _LONGEST)
    stop = max(stop, head.i + 1)
    while stop - 1 > head.i and doc[stop - 1].is_space:
        stop -= 1
    return Source(first, stop, head.i)


def behind_marks(verb: Token, is_quoted: Sequence[bool]) -> Source | None:
    """All that stands between a quotation and the verb right behind it: `"...," guard Lee said`.

    The parser often takes a title there, or the whole name, for part of what is quoted.
    """
    doc, stop = verb.doc, verb.i
    while stop > 0 and doc[stop - 1].pos_ in {"ADV", "AUX"} and doc[stop - 1].text.islower():
        stop -= 1
    first = stop
    while first > 0 and not is_quoted[first - 1] and stop - first <= _LONGEST_TITLE:
        if doc[first - 1].is_punct and doc[first - 1].text != "-":
            break
        first -= 1
    mark = first - 2 if first > 1 and doc[first - 1].text == "," else first - 1
    if first == stop or mark < 1 or not is_quoted[mark] or is_quoted[mark - 1] is False:
        return None
    ends = doc[mark - 1].text in {",", "?", "!"} or mark == first - 2
    phrase = doc[first:stop]
    if not ends or phrase[0].pos_ in _NO_START or any(_is_finite(t) for t in phrase):
        return None
    return Source(first, stop, stop - 1)


def _is_finite(token: Token) -> bool:
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and not token.text[0].isupper()


def _without_edges(head: Token, first: int, stop: int) -> tuple[int, int]:
    """A phrase without the punctuation, blanks and conjunctions at its ends."""
    doc = head.doc
    while stop - 1 > head.i and _is_edge(doc[stop - 1]):
        if doc[stop - 1].text in {")", "]"} and any(t.text in {"(", "["} for t in doc[first:stop]):
            break
        stop -= 1
    while first < head.i and _is_edge(doc[first]):
        first += 1
    return first, stop


def _is_edge(token: Token) -> bool:
    return bool(token.is_punct or token.is_space or token.dep_ == "cc")


def _before_anonymity(head: Token, stop: int) -> int:
    """The end of a source phrase before a clause that only says why it has no name.

    "a diplomat who spoke on condition of anonymity": the source is "a diplomat".
    """
    doc = head.doc
    for position in range(head.i + 1, stop):
        if doc[position].tag_ == "WP":
            is_anonymous = any(t.lower_ == "anonymity" for t in doc[position:stop])
            return position if is_anonymous else stop
    return stop


def _postnominal(doc: Doc, stop: int) -> int:
    """The end of an adjective phrase right behind a noun ("people close to the talks").

    Behind an inverted verb the parser often makes it a clause of the verb.
    """
    if stop < len(doc) and doc[stop].pos_ == "ADJ" and doc[stop].right_edge.i < doc[stop].sent.end:
        end = doc[stop].right_edge.i + 1
        inside = doc[stop:end]
        if not any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in inside):
            return end
    return stop


def _has_comma(token: Token) -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text == ","


def may_judge(head: Token) -> bool:
    """Whether a source is one that can promise, deny or praise: a person or a body.

    Of nouns this is told by their ending and a list of classes; "the results" cannot.
    """
    if head.pos_ in {"PROPN", "PRON"} and head.tag_ not in {"WDT"} and head.lower_ != "it":
        return True
    if head.ent_type_ in _SPEAKING:
        return True
    if _is_name(head):
        return True
    lemma = head.lemma_.lower()
    if lemma in DOCUMENT_NOUNS:
        return False
    return lemma in INSTITUTION_NOUNS or is_person_noun(head)


def _is_name(head: Token) -> bool:
    """Whether a capital shows a name the tagger does not know.

    A noun would have its article, but for one of no thing that opens a sentence ("Silence").
    """
    if head.tag_ != "NN" or not head.text[0].isupper() or head.left_edge != head:
        return False
    return not head.is_sent_start or not head.lower_.endswith(_ABSTRACT)


def is_person_noun(head: Token) -> bool:
    """Whether a noun is one for people, by its ending or a list."""
    lemma = head.lemma_.lower()
    if lemma in PEOPLE_NOUNS or lemma in GENDERED_NOUNS or lemma in OFFICES:
        return True
    return lemma.endswith(PEOPLE_SUFFIXES) and not is_body(head)


def outside_marks(source: Source, is_quoted: Sequence[bool]) -> Source:
    """A source without the end of the quotation before it."""
    first = source.first
    while first < source.head and is_quoted[first]:
        first += 1
    return source if first == source.first else replace(source, first=first)


def is_body(head: Token) -> bool:
    """Whether a noun is one for a body or a document, which are "it"."""
    lemma = head.lemma_.lower()
    return lemma in INSTITUTION_NOUNS or lemma in DOCUMENT_NOUNS
