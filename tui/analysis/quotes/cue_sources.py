"""Whose words a verb of saying gives: its subject, or what stands beside it as one.

A verb without a subject of its own shares that of the verbs above it in the tree; where the
parser gave it none, the noun phrase right beside it is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import DOCUMENT_NOUNS, SPEECH_NOUNS
from tui.analysis.rules import QuoteRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_DUMMIES = frozenset({"it", "there"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "dep", "pcomp", "prep", "ccomp"})
_OPENING = frozenset({"advcl", "pcomp", "xcomp"})
_INSIDE_PHRASE = frozenset({"compound", "poss", "nmod", "det"})
_NOMINATIVES = frozenset({"he", "she", "they", "we", "i", "it"})
_LONGEST_ASIDE = 16
"""Tokens at most between the commas behind a name."""
_CLIMB = 4
"""Verbs climbed at most to find a subject: longer chains are wrong trees."""


def holder_of(token: Token, is_quoted: Sequence[bool]) -> tuple[Token | None, Rule, bool]:
    """The head of the source phrase of a verb, the construction, whether it is inverted."""
    if _is_passive(token):
        agent = next((c for c in token.rights if c.dep_ == "agent"), None)
        holder = next((c for c in agent.rights if c.dep_ == "pobj"), None) if agent else None
        return holder, Rule.PASSIVE_WITH_BY if holder is not None else Rule.PASSIVE, False
    own = _own_subject(token, is_quoted)
    if own is not None:
        return _antecedent(own, token), Rule.VERB_OF_SAYING, own.i > token.i
    inverted = _right_phrase(token, is_quoted)
    if inverted is not None:
        return inverted, Rule.VERB_OF_SAYING, True
    beside = _left_phrase(token, is_quoted)
    if beside is not None:
        return beside, Rule.VERB_OF_SAYING, False
    holder = subject_of(token)
    if holder is None and token.dep_ == "conj":
        holder = _left_phrase(token.head, is_quoted)
    if holder is not None and is_quoted[holder.i]:
        holder = None
    participle = token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "prep", "conj", "xcomp"}
    return holder, Rule.PARTICIPLE if participle else Rule.SHARED_SUBJECT, False


def _own_subject(token: Token, is_quoted: Sequence[bool]) -> Token | None:
    """The subject nearest to a verb: a word inside or before its quotation is none."""
    found = [
        c
        for c in token.children
        if c.dep_ in _SUBJECTS and not is_quoted[c.i] and c.lower_ != "what"
    ]
    return min(found, key=lambda c: abs(c.i - token.i), default=None)


def _is_passive(token: Token) -> bool:
    """Whether a verb is passive, its "be" left out included ("asked whether ..., she said")."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children):
        return True
    return (
        token.tag_ == "VBN"
        and token.dep_ in {"advcl", "acl"}
        and not any(c.dep_ in {"nsubj", "aux"} for c in token.children)
    )


def subject_of(token: Token) -> Token | None:
    """The subject of a verb, its own or one it shares with the verbs above it."""
    verb = token
    for _ in range(_CLIMB):
        # A clause that opens the sentence has the subject that follows it ("Saying so, Ann left").
        opens = token.i < verb.i and token.dep_ in _OPENING
        for child in verb.children:
            is_subject = child.dep_ in _SUBJECTS or (child.dep_ == "nsubjpass" and verb != token)
            stands_before = child.i < token.i or (opens and child.i < verb.i)
            if is_subject and stands_before and child.lower_ not in _DUMMIES:
                return _antecedent(child, verb)
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if not _is_issued(verb.head):
                return verb.head
            verb = verb.head  # "issued a statement saying": the issuer says it.
        if verb.dep_ not in _SHARING and not _is_issued(verb):
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in {"VBG", "VB"}:
            return None
        verb = verb.head
    return None


def _is_issued(noun: Token) -> bool:
    """Whether a noun is a document that the subject of its verb puts out."""
    lemma = noun.lemma_.lower()
    return noun.dep_ == "dobj" and (lemma in DOCUMENT_NOUNS or lemma in SPEECH_NOUNS)


def _antecedent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; the subject itself otherwise."""
    relative = subject.tag_ in {"WP", "WDT"} or (subject.lower_ == "that" and verb.dep_ == "relcl")
    return verb.head if relative and verb.dep_ == "relcl" and verb.head.i < subject.i else subject


def _right_phrase(token: Token, is_quoted: Sequence[bool]) -> Token | None:
    """The noun phrase right after a verb that follows a comma or a closing mark."""
    doc, first = token.doc, token.i + 1
    if token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or first >= len(doc) or is_quoted[first]:
        return None
    before = doc[token.i - 1] if token.i else None
    if before is None or not (before.text in {",", "—", "–"} or is_quoted[before.i]):
        return None
    if doc[first].lower_ in _NOMINATIVES:
        return None  # "said he was ill": what follows is the clause, not its speaker.
    if any(c.dep_ == "xcomp" and c.tag_ == "VB" for c in token.rights):
        return None  # ", asked a judge to go": what follows is who shall do it.
    if doc[first].pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM"}:
        return None
    return _phrase_head(doc, first)


def _phrase_head(doc: Doc, first: int) -> Token | None:
    """The head of the noun phrase that begins at a token, if one does."""
    for position in range(first, min(first + 12, len(doc))):
        token = doc[position]
        if token.is_punct and token.text not in {"-", "'", "’"}:
            return None
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in _INSIDE_PHRASE:
            return token
        if token.pos_ in {"VERB", "AUX", "ADP", "SCONJ"}:
            return None
    return None


def _before_aside(doc: Doc, comma: int) -> int:
    """Where a name ends behind which an age, a post or a degree stands in commas.

    "Ann Lee, 70, said"; "Ann Lee, head of the port, said", where the parser went astray.
    """
    for position in range(comma - 1, max(comma - _LONGEST_ASIDE, 0), -1):
        token = doc[position]
        if token.pos_ in {"VERB", "AUX", "SCONJ"} or token.tag_ in {"WP", "WDT"}:
            return comma
        if token.text == ",":
            return position - 1 if doc[position - 1].pos_ == "PROPN" else comma
    return comma


def _left_phrase(token: Token, is_quoted: Sequence[bool]) -> Token | None:
    """The noun phrase right before a verb the parser gave no subject."""
    doc, position = token.doc, token.i - 1
    if token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    while position >= 0 and doc[position].pos_ in {"ADV", "AUX"}:
        position -= 1
    if position > 1 and doc[position].text == ")":
        # A party or paper in brackets ("Ann Lee (D-Ohio) said").
        while position > 0 and doc[position].text != "(":
            position -= 1
        position -= 1
    if position >= 3 and doc[position].text == ",":
        position = _before_aside(doc, position)
    if position < 0 or is_quoted[position] or doc[position].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    head = doc[position]
    if head.tag_ in {"WP", "WDT"}:
        return None
    if head.dep_ in {"pobj", "dobj", "appos", "conj"} and head.ent_type_ == "PERSON":
        # A person right before a verb without a subject is its subject.
        return head if token.dep_ in {"ROOT", "ccomp", "parataxis"} else None
    if head.dep_ in {"pobj", "dobj", "conj", "relcl"}:
        return None
    first = head.left_edge.i
    starts = first == 0 or doc[first - 1].text in {",", "—"} or is_quoted[first - 1]
    return head if starts or head.is_sent_start else None
