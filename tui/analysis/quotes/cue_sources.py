"""Whose words a verb of saying gives: its subject, or what stands beside it as one.

A verb without a subject of its own shares that of the verbs above it in the tree; where the
parser gave it none, the noun phrase right beside it is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    ADDRESSING_VERBS,
    DOCUMENT_NOUNS,
    REPORTING_VERBS,
    SPEECH_EVENTS,
    SPEECH_NOUNS,
    TIME_NOUNS,
    Takes,
)
from tui.analysis.quotes.source_spans import may_judge
from tui.analysis.rules import QuoteRule as Rule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_DUMMIES = frozenset({"it", "there"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "dep", "pcomp", "prep", "ccomp", "acomp"})
_OPENING = frozenset({"advcl", "pcomp", "xcomp"})
_TO_VERB = frozenset({"prep", "pobj", "conj", "dative", "dobj"})
"""What leads from a noun up to its verb ("wrote a letter to Lee")."""
_INSIDE_PHRASE = frozenset({"compound", "poss", "nmod", "det"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOMINATIVES = frozenset({"he", "she", "they", "we", "i", "it"})
_IN_TITLE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "VERB", "NUM"})
_WITH_HEARER = Takes.HEARER | Takes.OBJECT_AND_MORE
_SUBORDINATE = frozenset({"advcl", "relcl", "acl", "pcomp"})
_LONGEST_TITLE = 9
"""Tokens at most of a name with its title."""
_LONGEST_ASIDE = 16
"""Tokens at most between the commas behind a name."""
_CLIMB = 4
"""Verbs climbed at most to find a subject: longer chains are wrong trees."""


def holder_of(token: Token, is_quoted: Sequence[bool]) -> tuple[Token | None, Rule, bool]:
    """The head of the source phrase of a verb, the construction, whether it is inverted."""
    if _is_passive(token):
        holder = _agent_of(token)
        return holder, Rule.PASSIVE_WITH_BY if holder is not None else Rule.PASSIVE, False
    if token.tag_ == "NNS":
        return token.doc[token.i - 1], Rule.VERB_OF_SAYING, False  # See `is_verb_after_all`.
    own = _own_subject(token, is_quoted)
    named = _name_behind(token)
    if named is not None and (own is None or own.i < token.i or own.ent_type_ != "PERSON"):
        return named, Rule.VERB_OF_SAYING, True
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
    if holder is not None and token.tag_ == "VBG" and not may_judge(holder):
        # "Lee called the mill old, vowing to sell it": the mill cannot vow.
        holder = _judge_of(token) or holder
    participle = token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "prep", "conj", "xcomp"}
    return holder, Rule.PARTICIPLE if participle else Rule.SHARED_SUBJECT, False


def _agent_of(passive: Token) -> Token | None:
    """Who did what a passive verb tells, where "by" says it."""
    predicates = [c for c in passive.rights if c.dep_ in {"dobj", "oprd"} and c.pos_ != "VERB"]
    for child in chain(passive.rights, *(c.rights for c in predicates)):
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            holder = next((c for c in child.rights if c.dep_ == "pobj"), None)
            is_time = holder is not None and holder.lemma_.lower() in TIME_NOUNS
            if holder is not None and not is_time and (child.dep_ == "agent" or may_judge(holder)):
                return holder
    return None


def is_verb_after_all(token: Token) -> bool:
    """Whether a word taken for a noun is a verb of saying: "Lee claims that it rained".

    A noun would have an article or a possessive before it, and no name right beside it.
    """
    doc = token.doc
    if token.tag_ != "NNS" or not 0 < token.i < len(doc) - 2 or doc[token.i + 1].lower_ != "that":
        return False
    that, behind = doc[token.i + 1], doc[token.i + 2]
    is_clause = (that.tag_ == "IN" or that.dep_ == "mark") and behind.pos_ not in {"VERB", "AUX"}
    before = doc[token.i - 1]
    is_name = before.pos_ == "PROPN" or (before.tag_ == "NN" and before.text[0].isupper())
    takes = REPORTING_VERBS.get(token.lemma_.lower(), Takes.NOTHING)
    return is_clause and is_name and token.dep_ != "pobj" and bool(takes & Takes.CLAUSE)


def _judge_of(participle: Token) -> Token | None:
    """The subject of the sentence, if it is one that can speak, before a closing participle."""
    root = participle.sent.root
    behind_comma = participle.i > 0 and participle.doc[participle.i - 1].text == ","
    if not behind_comma or root.i > participle.i:
        return None
    found = _subject_for(root, participle)
    return found if found is not None and may_judge(found) else None


def _own_subject(token: Token, is_quoted: Sequence[bool]) -> Token | None:
    """The subject nearest to a verb: a word inside or before its quotation is none."""
    found = [
        c
        for c in token.children
        if c.dep_ in _SUBJECTS and not is_quoted[c.i] and c.lower_ != "what"
    ]
    return min(found, key=lambda c: abs(c.i - token.i), default=None)


def _name_behind(token: Token) -> Token | None:
    """The last word of the person's name that stands right behind an inverted verb.

    The title before it may mislead the parser ("said House Leader Ann Lee"). What follows the
    name must not be its verb ("said Ann Lee was ill").
    """
    doc, first = token.doc, token.i + 1
    if token.tag_ not in {"VBD", "VBZ", "VBP"} or not _may_be_inverted(token):
        return None
    last = None
    for position in range(first, min(first + _LONGEST_TITLE, token.sent.end)):
        word = doc[position]
        if word.ent_type_ == "PERSON" and word.pos_ == "PROPN":
            last = word
        elif last is not None or word.is_punct or word.pos_ not in _IN_TITLE:
            break
    if last is None or last.i + 1 >= token.sent.end:
        return last
    behind = doc[last.i + 1]
    ends = behind.is_punct or behind.lower_ in {"of", "from", "in", "at", "on"}
    return last if ends and behind.text not in {"'s", "’s"} else None


def _may_be_inverted(token: Token) -> bool:
    """Whether a verb follows a comma or opens its sentence, and has no hearer behind it."""
    takes = REPORTING_VERBS.get(token.lemma_.lower(), Takes.NOTHING)
    before = token.doc[token.i - 1].lower_ if token.i else ""
    may_be = bool(token.is_sent_start) or before in {",", "so", "thus"}
    return may_be and bool(takes & Takes.QUOTE) and not takes & _WITH_HEARER


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
    if _comments_on_sentence(token):
        found = _subject_for(token.sent.root, token)
        if found is not None:
            return found
    verb = token
    for _ in range(_CLIMB):
        found = _subject_for(verb, token)
        if found is not None:
            return found
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            above = _beyond(verb.head)
            if above is None:
                return verb.head
            verb = above
            continue
        if verb.dep_ not in _SHARING:
            return None
        if verb.dep_ == "ccomp" and verb.tag_ not in {"VBG", "VB"}:
            return None
        verb = verb.head
    return None


def _subject_for(verb: Token, token: Token) -> Token | None:
    """The subject of `verb` if it may be that of `token`, which hangs on it."""
    # A clause that opens the sentence has the subject that follows it ("Saying so, Ann left").
    opens = token.i < verb.i and token.dep_ in _OPENING
    for child in verb.children:
        is_subject = child.dep_ in _SUBJECTS or (child.dep_ == "nsubjpass" and verb != token)
        stands_before = child.i < token.i or (opens and child.i < verb.i)
        if is_subject and stands_before and child.lower_ not in _DUMMIES:
            return _antecedent(child, verb)
    return None


def _comments_on_sentence(token: Token) -> bool:
    """Whether a participle at the end of a sentence is hung on a clause or noun inside it.

    "Baker left before Lee came, citing the rain": it is Baker who cites it. What hangs on a
    clause that is itself reported may be said by its subject.
    """
    if token.tag_ != "VBG" or token.i == 0 or token.doc[token.i - 1].text != ",":
        return False
    if any(t.dep_ in {"nsubj", "cc"} for t in token.sent[: token.i - token.sent.start][-2:]):
        return False
    verb, is_inside = token, False
    while verb.dep_ != "ROOT":
        if verb.dep_ == "ccomp" or verb.dep_ in _SUBJECTS or verb.dep_ == "nsubjpass":
            return False
        is_inside = is_inside or (verb != token and verb.dep_ in _SUBORDINATE)
        verb = verb.head
    is_on_noun = token.dep_ == "acl" and token.head.dep_ in {"dobj", "pobj", "attr"}
    return is_inside or is_on_noun


def _beyond(noun: Token) -> Token | None:
    """The verb whose subject speaks, where a noun before a participle does not.

    Who issues a statement says it; who writes to somebody does the saying; a time says nothing.
    """
    verb = noun.head
    while verb.dep_ in _TO_VERB and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX"} or verb.i > noun.i:
        return None
    if noun.lemma_.lower() in TIME_NOUNS or noun.ent_type_ in {"DATE", "TIME"}:
        return verb
    is_event = noun.lemma_.lower() in SPEECH_EVENTS or noun.lower_ == "pains"
    if is_event and noun.dep_ == "pobj":
        return verb  # "At a news conference announcing that", "at pains to stress that"
    is_addressed = noun.dep_ in {"dobj", "dative", "pobj"} and (
        verb.lemma_.lower() in ADDRESSING_VERBS
    )
    return verb if _is_issued(noun) or is_addressed else None


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
    return phrase_head(doc, first)


def phrase_head(doc: Doc, first: int) -> Token | None:
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
    # "About four in ten say": a share of people speaks as well.
    if position < 0 or is_quoted[position] or doc[position].pos_ not in _NOMINAL:
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
