"""Words that a paper or agency quotes somebody as saying: they are that somebody's.

"The daily quoted Lee as saying it rained": the source is Lee, not the daily, in the active and
in the passive ("Lee was quoted by the daily as saying").
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import QUOTING_VERBS, REPORTING_VERBS, Takes
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.cue_sources import phrase_head
from tui.analysis.quotes.source_spans import source_of
from tui.analysis.rules import QuoteRule

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 24
"""Tokens at most from the quoting verb to what was said."""


def quoted_as_saying(token: Token) -> Cue | None:
    """The cue of "quoted ... as saying", for its participle; `None` where there is none."""
    if not _is_said_as(token):
        return None
    doc, as_ = token.doc, token.i - 1
    verb = next(
        (
            doc[i]
            for i in range(as_ - 1, max(token.sent.start, as_ - _LONGEST) - 1, -1)
            if doc[i].lemma_.lower() in QUOTING_VERBS and doc[i].pos_ == "VERB"
        ),
        None,
    )
    if verb is None:
        return None
    holder = _quoted_one(verb, as_)
    if holder is None:
        return None
    behind = verb.i + 1 if holder.i > verb.i else None
    source = source_of(holder, after=behind, before=as_ if behind else verb.i)
    takes = REPORTING_VERBS[token.lemma_.lower()]
    quoter = next((c for c in verb.lefts if c.dep_ in {"nsubj", "nsubjpass"}), verb)
    frame = (min(quoter.left_edge.i, verb.i, source.first), token.i + 1)
    cue = Cue(token.i, (token.i, token.i + 1), takes, source, frame, False, QuoteRule.QUOTED_AS)
    hearer = next((c for c in token.rights if c.dep_ in {"dobj", "dative"}), None)
    if takes & Takes.HEARER and hearer is not None:
        cue = replace(cue, frame=(frame[0], hearer.right_edge.i + 1))
    return cue


def is_quoting(verb: Token) -> bool:
    """Whether a verb only passes on what somebody is quoted as saying."""
    if verb.lemma_.lower() not in QUOTING_VERBS:
        return False
    stop = min(verb.sent.end, verb.i + _LONGEST)
    return any(_is_said_as(verb.doc[i]) for i in range(verb.i + 1, stop))


def _is_said_as(token: Token) -> bool:
    return (
        token.tag_ == "VBG"
        and token.i > 0
        and token.doc[token.i - 1].lower_ == "as"
        and token.lemma_.lower() in REPORTING_VERBS
    )


def _quoted_one(verb: Token, as_: int) -> Token | None:
    """The head of who is quoted: the subject of a passive, else the object."""
    passive = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if passive is not None:
        is_relative = passive.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl"
        return verb.head if is_relative else passive
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}:
        return verb.head
    head = phrase_head(verb.doc, verb.i + 1)
    return head if head is not None and head.i < as_ else None
