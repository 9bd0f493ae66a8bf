"""Cues that are no verbs: `according to`, `in the words of`, signatures, nouns of speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    ISSUING_VERBS,
    LABELS,
    LIGHT_VERBS,
    PROMISE_NOUNS,
    REPORTING_HEADS,
    SPEECH_NOUNS,
    Takes,
)
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.cue_sources import subject_of
from tui.analysis.quotes.source_spans import Source, may_judge, source_of
from tui.analysis.rules import QuoteRule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_TRANSCRIPT_LETTERS = frozenset({"Q", "A"})
_OF_A_PERSON = frozenset({"of", "from", "at", "with", "for"})
"""Prepositions that tell whose or where somebody is."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_SIGNATURE = 6
_LONGEST_HEAD = 4
"""Words at most of a name before the colon of a headline."""
_SHORTEST_FINDING = 3
"""Words at least behind "Poll:"."""
_SHORTEST_HEADLINE = 5
"""Words at least behind a last name: fewer are an item of a list."""


def according_cue(token: Token) -> Cue | None:
    """The adverbial that names where a statement comes from ("according to the mayor")."""
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    holders = [c for c in to.rights if c.dep_ in {"pobj", "pcomp"}] if to else []
    if to is None or not holders or holders[0].pos_ == "VERB":
        return None
    source = source_of(holders[0], after=to.i + 1)
    for name in holders[1:]:
        # "Curator Ann Lee": the parser may take the post and the name for two objects.
        if name.left_edge.i == source.stop:
            source = replace(source_of(name, after=source.stop), first=source.first)
    if token.is_sent_start:
        source = _before_adverbial(token.doc, source)
    return Cue(
        token.i,
        (token.i, to.i + 1),
        Takes.QUOTE,
        source,
        (token.i, source.stop),
        is_inverted=False,
        rule=QuoteRule.ACCORDING_TO,
    )


def _before_adverbial(doc: Doc, source: Source) -> Source:
    """A source without what belongs to the sentence it opens ("According to Ann, in May, ...").

    Where a verb stands right behind it, the parser took the subject for an apposition.
    """
    comma = next((i for i in range(source.head + 1, source.stop) if doc[i].text == ","), None)
    if comma is not None and source.stop < len(doc) and doc[source.stop].tag_ in _FINITE:
        return replace(source, stop=comma)
    for position in range(source.head + 1, source.stop - 1):
        behind = doc[position + 1]
        if doc[position].text == "," and behind.tag_ == "IN" and behind.lower_ not in _OF_A_PERSON:
            return replace(source, stop=position)
    return source


def words_of_cue(token: Token) -> Cue | None:
    """The adverbial that gives words to somebody ("in the words of the mayor")."""
    doc, at = token.doc, token.i
    if at < 2 or doc[at - 2 : at + 2].text.lower() != "in the words of":
        return None
    holder = next((c for c in doc[at + 1].rights if c.dep_ == "pobj"), None)
    if holder is None:
        return None
    source = source_of(holder, after=at + 2)
    frame = (at - 2, source.stop)
    return Cue(at, (at - 2, at + 2), Takes.QUOTE, source, frame, False, QuoteRule.IN_THE_WORDS_OF)


def signature_cue(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    """A name behind a dash that signs a quotation, or before a colon that opens one."""
    doc, at = token.doc, token.i
    if token.text == ":":
        beside = at + 1 < len(doc) and is_quoted[at + 1]
        first, stop = _name_start(token) if beside else 0, at
    else:
        first, stop = at + 1, _name_end(token, is_quoted)
        beside = at > 0 and is_quoted[at - 1]
    name = doc[first:stop]
    if not 0 < len(name) <= _LONGEST_SIGNATURE:
        return None
    is_name = name[-1].pos_ == "PROPN" and all(t.pos_ == "PROPN" or t.is_punct for t in name)
    # In a headline the tagger often knows no name.
    is_word = len(name) == 1 and name[0].text.istitle() and name[0].tag_ == "NN"
    is_name = is_name or (beside and is_word and name[0].lemma_.lower() not in LABELS)
    if token.text != ":" and beside:
        # Behind a quotation the tagger often knows no name: capitals are enough.
        is_name = is_name or all(t.text[0].isupper() or t.is_punct for t in name)
    rule, takes = QuoteRule.SIGNATURE, Takes.QUOTE
    if not beside:
        rule, takes = QuoteRule.NAME_BEFORE_A_COLON, Takes.CLAUSE
        if token.text != ":" or not _heads_speech(name, is_name=is_name):
            return None
    elif not is_name:
        return None
    source = Source(first, stop, stop - 1)
    frame = (min(first, at), max(stop, at + 1))
    return Cue(at, (at, at + 1), takes, source, frame, is_inverted=False, rule=rule)


def _name_end(dash: Token, is_quoted: Sequence[bool]) -> int:
    """Where the name behind a dash ends: with its paragraph or before the next quotation."""
    doc, stop = dash.doc, dash.i + 1
    while stop < len(doc) and not is_quoted[stop] and stop <= dash.i + _LONGEST_SIGNATURE + 1:
        stop += 1
    while stop > dash.i + 1 and (doc[stop - 1].is_space or doc[stop - 1].text == "."):
        stop -= 1
    return stop


def _name_start(colon: Token) -> int:
    """Where the name right before a colon begins, if it stands apart from what is before it."""
    doc, first = colon.doc, colon.i
    while first > 0 and doc[first - 1].pos_ == "PROPN" and not doc[first].is_sent_start:
        first -= 1
    is_apart = first == 0 or doc[first].is_sent_start or doc[first - 1].is_punct
    return first if is_apart else 0


def _heads_speech(name: Span, *, is_name: bool) -> bool:
    """Whether a line without quotation marks is what the words before its colon say.

    So it is in the transcript of an interview ("LEE: We tried.", "Q: Why?") and in headlines
    ("Poll: Voters want a bridge"); a label ("Note:", "Photo:") says nothing.
    """
    rest = name.doc[name.end + 1 :]
    lemma = name[0].lemma_.lower()
    if len(name) > _LONGEST_HEAD or name[0].ent_type_ == "GPE":
        return False  # "Lee Backs Baker: ...", "Norway: ..."
    length = sum(t.is_alpha for t in rest)
    if len(name) == 1 and name[0].text.istitle() and lemma in REPORTING_HEADS:
        # In a headline with capitals the tagger sees names where the verbs are.
        return length >= _SHORTEST_FINDING
    if lemma in LABELS or not any(t.pos_ in {"VERB", "AUX"} for t in rest):
        return False
    if name.text in _TRANSCRIPT_LETTERS:
        return True
    if len(name) == 1 and name[0].text.istitle():
        is_named = name[0].pos_ == "PROPN" or name[0].ent_type_ == "PERSON"
        return name.start == 0 and length >= _SHORTEST_HEADLINE and (is_named or may_judge(name[0]))
    return is_name and (name.text.isupper() or name[-1].ent_type_ == "PERSON")


def noun_cue(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    """A noun of speech with a clause or a quotation that says what was said."""
    takes = _noun_takes(token) or _announces(token, is_quoted)
    if not takes:
        return None
    holder = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if holder is None:
        by = next((c for c in token.rights if c.lower_ in {"by", "from"}), None)
        holder = next((c for c in by.rights if c.dep_ == "pobj"), None) if by else None
    # "Played down claims that": there others claim it.
    is_said = token.dep_ == "dobj" and token.head.lemma_.lower() in LIGHT_VERBS
    if is_said and (holder is None or holder.tag_ == "PRP$"):
        holder = subject_of(token.head) or holder
    if holder is None:
        return None
    source = source_of(holder)
    if holder.doc[source.stop - 1].tag_ == "POS":
        source = replace(source, stop=source.stop - 1)
    return Cue(
        token.i,
        (token.i, token.i + 1),
        takes,
        source,
        (min(token.i, source.first), token.i + 1),
        is_inverted=False,
        rule=QuoteRule.NOUN_OF_SPEECH,
    )


def _noun_takes(token: Token) -> Takes:
    """What of the words behind a noun was said; nothing if it is no cue."""
    lemma = token.lemma_.lower()
    for child in token.rights:
        is_clause = child.dep_ in {"acl", "ccomp", "relcl"}
        if is_clause and lemma in SPEECH_NOUNS and _has_that(child):
            return Takes.CLAUSE
        if is_clause and lemma in PROMISE_NOUNS and _has_to(child):
            return Takes.INFINITIVE
    return Takes.NOTHING


def _announces(token: Token, is_quoted: Sequence[bool]) -> Takes:
    """Quoted words where a form of speech is given and they follow ("issued a statement: ...")."""
    doc, behind = token.doc, token.i + 1
    if token.dep_ != "dobj" or token.head.lemma_.lower() not in ISSUING_VERBS:
        return Takes.NOTHING
    if behind >= len(doc) or doc[behind].text not in {":", ","}:
        return Takes.NOTHING
    follows = behind + 1 >= len(doc) or is_quoted[behind + 1] or doc[behind + 1].is_space
    return Takes.QUOTE if follows else Takes.NOTHING


def _has_to(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)


def _has_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in clause.lefts)
