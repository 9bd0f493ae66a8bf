"""Where the words a cue attributes end, when the sentence goes on behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import REPORTING_VERBS, SPEECH_EVENTS, VIEW_VERBS, Takes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NOUN_PREPOSITIONS = words("than for as of to by about against with from through over")
"""Prepositions whose phrase goes with the noun before it, whatever the parser joins it to."""
_NOMINALS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_IN_CLAUSE = frozenset({"conj", "nsubj", "nsubjpass"})
"""What a noun behind a comma is when it goes on with the clause: a list, a subject."""
_OPENING = frozenset({"IN", "WRB", "WDT", "WP"})
"""Tags of the words that open a clause."""
_STRAIGHT = ('"', "''", "``")
_SAME = words("it they he she we i you who which that")
_FIRST_CLAUSE = 12
"""Tokens in which a clause behind "and" shows its verb."""
_PAST = {"VBD", "VBN"}
_CLOSING = frozenset({'"', "”", "''", "’"})
_CONTRASTS = words("although though whereas while")


def end_of_reach(head: Token, stop: int) -> int:
    """The end of the sentence, unless what follows goes with the act of saying."""
    limit = head.sent.end
    for child in head.rights:
        if child.left_edge.i < stop:
            continue
        if child.dep_ == "conj" and _goes_on(child):
            continue
        if child.dep_ == "cc" and any(
            c.dep_ == "conj" and c.i > child.i and _goes_on(c) for c in head.rights
        ):
            continue
        if child.dep_ == "prep" and _is_of_noun(child):
            continue
        if child.dep_ == "advcl" and _is_purpose(child):
            continue
        if child.dep_ in {"cc", "conj", "advcl", "prep", "npadvmod"}:
            limit = min(limit, child.left_edge.i)
    if head.dep_ != "ROOT":
        limit = min(limit, head.right_edge.i + 1)
    return limit


def _is_of_noun(preposition: Token) -> bool:
    """Whether a phrase behind an object belongs to it ("the end of the strike").

    "In" and "on" do where they lead to no place, time or occasion of speaking.
    """
    word = preposition.lower_
    if preposition.i == 0 or preposition.nbor(-1).is_punct:
        return False
    if preposition.right_edge.ent_type_ in {"DATE", "TIME"}:
        return False
    if word in {"in", "on"}:
        noun = next((c for c in preposition.rights if c.dep_ in {"pobj", "pcomp"}), None)
        return noun is not None and not noun.ent_type_ and noun.lemma_ not in SPEECH_EVENTS
    return word in _NOUN_PREPOSITIONS


def _is_purpose(clause: Token) -> bool:
    """Whether an infinitive behind an object belongs to it ("a fund to help them")."""
    first = clause.left_edge
    return first.i > 0 and not first.nbor(-1).is_punct and first.lower_ == "to"


def _goes_on(verb: Token) -> bool:
    """Whether a verb joined to a cue rather goes on with what was said.

    "She said it was possible, but it would be hard": the parser may join either verb.
    """
    if verb.tag_ == "VB" and verb.head.tag_ != "VB":
        return True  # "urged them to stay, fight and win": only an infinitive has a bare form.
    if verb.lemma_.lower() in REPORTING_VERBS or verb.pos_ not in {"VERB", "AUX"}:
        return False
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.lefts)


def cut_end(head: Token, first: int, stop: int) -> int:
    """The end of a content, before a clause behind a comma that is about the saying."""
    doc = head.doc
    last = stop
    while last > first and doc[last - 1].is_punct:
        last -= 1
    # "That, while ..." has its own words still before it.
    opening = first + 2 if doc[first].tag_ in _OPENING else first
    for position in range(opening + 1, stop):
        token, before = doc[position], doc[position - 1]
        speaks = token.lemma_.lower() in REPORTING_VERBS and token.tag_ == "VBG"
        if before.dep_ == "cc" and before.lower_ != "or" and (speaks or _is_cue_again(token, head)):
            return position - 1
        if before.text in _CLOSING and doc[position - 2].text == "," and position - 1 > first:
            # The comma stands inside the marks: '"...," but he left', '"...," adding that'.
            is_writers = token.dep_ == "cc" and _opens_clause(token, stop)
            if is_writers or (speaks and token.dep_ == "advcl"):
                return position
            continue
        if _is_own_clause(doc, first, position, stop) or _somebody_else_says(token, stop):
            return position - 1
        if before.text not in {",", "-", "—", "–"}:
            continue
        if _is_afterthought(token, last):
            return position - 1
        if token.tag_ == "VBG" and token.dep_ == "advcl":
            # A participle behind the last comma comments on the whole: ", reflecting ...".
            is_last = token.head.i < token.i and token.right_edge.i + 1 >= last
            if speaks or is_last or token.head == head:
                return position - 1
        if token.lower_ in _CONTRASTS and token.dep_ == "mark":
            return position - 1
    return stop


def _is_own_clause(doc: Doc, first: int, position: int, stop: int) -> bool:
    """Whether a sentence of the writer's begins behind a semicolon, outside marks and brackets."""
    if doc[position - 1].text != ";":
        return False
    said = [t.text for t in doc[first:position]]
    if said.count("(") != said.count(")"):
        return False
    if sum(said.count(mark) for mark in _STRAIGHT) % 2 or said.count("“") != said.count("”"):
        return False
    return any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in doc[position:stop])


def _somebody_else_says(token: Token, stop: int) -> bool:
    """Whether a clause behind a comma has a speaker of its own (", and others warned that")."""
    doc = token.doc
    if doc[token.i - 1].text != "," or token.dep_ != "cc":
        return False
    verb = next(
        (t for t in doc[token.i + 1 : min(token.i + _FIRST_CLAUSE, stop)] if t.pos_ == "VERB"), None
    )
    if verb is None or not REPORTING_VERBS.get(verb.lemma_.lower(), Takes.NOTHING) & Takes.CLAUSE:
        return False
    if verb.dep_ == "relcl":
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    return (
        subject is not None
        and subject.lower_ not in _SAME
        and any(c.dep_ == "ccomp" and c.i > verb.i for c in verb.rights)
    )


def _opens_clause(conjunction: Token, stop: int) -> bool:
    """Whether a clause with a subject of its own begins right behind a conjunction."""
    behind = conjunction.doc[conjunction.i + 1 : min(conjunction.i + 5, stop)]
    return any(t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in behind)


def _is_cue_again(token: Token, head: Token) -> bool:
    """Whether a verb behind "and" is a further cue of the same source ("... and vowed to")."""
    while token.pos_ in {"ADV", "AUX"} and token.i + 1 < token.sent.end and token.i < token.head.i:
        token = token.doc[token.i + 1]
    lemma = token.lemma_.lower()
    return (
        (lemma in REPORTING_VERBS or lemma in VIEW_VERBS)
        and token.pos_ == "VERB"
        and head.tag_ != "VB"
        and (token.tag_ == head.tag_ or {token.tag_, head.tag_} == _PAST)
        and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in token.lefts)
        and any(c.dep_ in {"ccomp", "xcomp", "dobj"} for c in token.rights)
    )


def _is_afterthought(token: Token, stop: int) -> bool:
    """Whether a clause or noun phrase behind the last comma tells more about its noun.

    ", which opened in May" and ", a former judge" at the end of a sentence are mostly the
    writer's; inside it they cannot be left out.
    """
    if token.tag_ in {"WDT", "WP"}:
        clause = token
        while clause.dep_ != "relcl" and clause.head.i != clause.i:
            clause = clause.head
        return clause.dep_ == "relcl" and clause.right_edge.i + 1 >= stop
    if token.lower_ == "compared":
        return True  # The writer's own comparison: ", compared to 8 percent last year".
    if token.pos_ == "DET" or token.lower_ == "one":
        # Whatever the parser joins it to: ", one that will cost him" is an apposition too.
        noun = token if token.lower_ == "one" else token.head
        is_last = noun.left_edge == token and noun.right_edge.i + 1 >= stop
        return is_last and noun.pos_ in _NOMINALS and noun.dep_ not in _IN_CLAUSE
    return False
