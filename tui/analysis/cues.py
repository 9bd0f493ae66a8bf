"""Words that attribute something, each with its source: the first half of an attribution.

Follows the source-cue-content scheme of Pareti (2015) and the syntactic rules of Krestel
et al. (2008) and GenderGapTracker (Asr et al. 2021): a reporting verb with its subject, found
up the tree where the verb has none of its own, or beside the verb where it is inverted;
`according to`; a noun of speech with its clause. Words inside quotation marks attribute
nothing here, nor do denials of having spoken ("would not say") and mere possibilities.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    DOCUMENT_NOUNS,
    FORWARDING_VERBS,
    HEARER_PREPOSITIONS,
    IRREALIS_MODALS,
    PHRASAL_VERBS,
    REPORTING_VERBS,
    SPEECH_NOUNS,
    Takes,
)
from tui.analysis.speakers import Source, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "csubj"})
_DUMMIES = frozenset({"it", "there"})
_ADVERBS = frozenset({"npadvmod", "advmod", "aux", "neg", "auxpass"})
_SHARING = frozenset({"conj", "advcl", "xcomp", "dep", "pcomp", "prep", "ccomp"})
_INSIDE_PHRASE = frozenset({"compound", "poss", "nmod", "det"})
_SIGNING = frozenset({":", "-", "--", "–", "—", "―"})
_LONGEST_SIGNATURE = 6
_CLIMB = 4
"""Verbs climbed at most to find a subject: longer chains are wrong trees."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes, with its source and the tokens that go with it."""

    head: int
    """The verb, noun or "according"."""
    tokens: tuple[int, int]
    """The cue itself as half-open token numbers ("pointed out", "according to")."""
    takes: Takes
    """What can hold the words attributed."""
    source: Source | None
    """Who they are attributed to; `None` when the clause does not say."""
    frame: tuple[int, int]
    """Cue with source (if it stands beside it), hearer, adverbs: never part of the content."""
    is_inverted: bool
    """Whether the source stands right after the verb ("said Ann")."""
    rule: str
    """The construction, as a short phrase for the reader."""


def find_cues(doc: Doc, is_quoted: Sequence[bool]) -> list[Cue]:
    """All cues of one paragraph in text order; `is_quoted` says it of each token."""
    cues: list[Cue] = []
    for cue in _cues(doc, is_quoted):
        cues.append(_coordinated(doc, cue, cues))
    return cues


def _cues(doc: Doc, is_quoted: Sequence[bool]) -> Iterator[Cue]:
    for token in doc:
        if is_quoted[token.i]:
            continue
        if token.lower_ == "according":
            cue = _according(token)
        elif token.pos_ in {"VERB", "AUX"}:
            cue = _verb(token, is_quoted)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in SPEECH_NOUNS:
            cue = _noun(token)
        elif token.text in _SIGNING:
            cue = _signature(token, is_quoted)
        else:
            cue = None
        if cue is not None:
            yield cue


def _coordinated(doc: Doc, cue: Cue, earlier: list[Cue]) -> Cue:
    """A participle with the source of the cue it goes on from.

    That is an earlier participle it is joined to ("hinting ... but warning") or a cue in
    parenthesis ("the tax, she said, was unfair, adding"), where the tree leads elsewhere.
    """
    first = cue.frame[0]
    if doc[cue.head].tag_ != "VBG" or first == 0:
        return cue
    sentence = doc[cue.head].sent
    for other in reversed(earlier):
        if other.head < sentence.start:
            return cue
        joined = doc[first - 1].dep_ == "cc" and doc[other.head].tag_ == "VBG"
        before, behind = doc[max(other.frame[0] - 1, 0)], doc[min(other.frame[1], len(doc) - 1)]
        inserted = doc[first - 1].text == before.text == behind.text == ","
        if other.source is not None and (joined or inserted):
            return replace(cue, source=other.source, rule="participle")
    return cue


def _according(token: Token) -> Cue | None:
    to = next((c for c in token.rights if c.lower_ == "to"), None)
    holder = next((c for c in to.rights if c.dep_ in {"pobj", "pcomp"}), None) if to else None
    if to is None or holder is None or holder.pos_ == "VERB":
        return None
    source = source_of(holder, after=to.i + 1)
    return Cue(
        token.i,
        (token.i, to.i + 1),
        Takes.QUOTE,
        source,
        (token.i, source.stop),
        is_inverted=False,
        rule="according to",
    )


def _signature(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    """A name behind a dash that signs a quotation, or before a colon that opens one."""
    doc, at = token.doc, token.i
    if token.text == ":":
        first, stop = 0, at
        beside = at + 1 < len(doc) and is_quoted[at + 1]
    else:
        first, stop = at + 1, len(doc)
        beside = at > 0 and is_quoted[at - 1]
    name = doc[first:stop]
    if not beside or not 0 < len(name) <= _LONGEST_SIGNATURE:
        return None
    if name[-1].pos_ != "PROPN" or not all(t.pos_ == "PROPN" or t.is_punct for t in name):
        return None
    source = Source(first, stop, stop - 1)
    frame = (min(first, at), max(stop, at + 1))
    return Cue(at, (at, at + 1), Takes.QUOTE, source, frame, is_inverted=False, rule="signature")


def _noun(token: Token) -> Cue | None:
    """A noun of speech with a clause that says what was said."""
    clause = next(
        (c for c in token.rights if c.dep_ in {"acl", "ccomp", "relcl"} and _has_that(c)), None
    )
    if clause is None:
        return None
    holder = next((c for c in token.lefts if c.dep_ == "poss"), None)
    if holder is None:
        by = next((c for c in token.rights if c.lower_ in {"by", "from"}), None)
        holder = next((c for c in by.rights if c.dep_ == "pobj"), None) if by else None
    if token.dep_ == "dobj" and (holder is None or holder.tag_ == "PRP$"):
        holder = _subject(token.head) or holder
    if holder is None:
        return None
    source = source_of(holder)
    if holder.doc[source.stop - 1].tag_ == "POS":
        source = replace(source, stop=source.stop - 1)
    return Cue(
        token.i,
        (token.i, token.i + 1),
        Takes.CLAUSE,
        source,
        (min(token.i, source.first), token.i + 1),
        is_inverted=False,
        rule="noun of speech",
    )


def _has_that(clause: Token) -> bool:
    return any(c.lower_ == "that" and (c.dep_ == "mark" or c.tag_ == "IN") for c in clause.lefts)


def _verb(token: Token, is_quoted: Sequence[bool]) -> Cue | None:
    takes, end = _takes(token)
    if not takes or not _happened(token):
        return None
    holder, rule, is_inverted = _holder(token, is_quoted)
    source = None
    if holder is not None:
        beside = token.i if holder.i < token.i else None
        source = source_of(holder, before=beside, after=end if holder.i > token.i else None)
    first, stop = _frame(token, end, source, takes)
    if first > 0 and token.doc[first - 1].lower_ == "what":
        return None  # "what they say is a deal": the words are the writer's, not theirs.
    return Cue(token.i, (token.i, end), takes, source, (first, stop), is_inverted, rule)


def _takes(token: Token) -> tuple[Takes, int]:
    """What a verb takes and where it ends, its particle included; nothing if it is no cue."""
    lemma, doc = token.lemma_.lower(), token.doc
    end = token.i + 1
    if end < len(doc) and (together := PHRASAL_VERBS.get(f"{lemma}_{doc[end].lower_}")):
        return together, end + 1
    if any(child.dep_ == "prt" for child in token.rights):
        return Takes.NOTHING, end
    return REPORTING_VERBS.get(lemma, Takes.NOTHING), end


def _happened(token: Token) -> bool:
    """Whether the verb says that something was said."""
    if token.dep_ in {"amod", "compound", "aux", "auxpass"}:
        return False
    if token.tag_ == "VB" and _is_order(token):
        return False
    for child in token.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "neither"}:
            return False
        if child.dep_ == "aux" and child.lower_ in IRREALIS_MODALS:
            return False
        if child.dep_ == "mark" and child.lower_ in {"if", "unless", "whether"}:
            return False
        if child.dep_ == "aux" and child.lower_ == "to":
            return token.head.lemma_ in FORWARDING_VERBS and token.dep_ in {"xcomp", "advcl"}
    return True


def _is_order(token: Token) -> bool:
    """Whether a bare form is an imperative ("Tell us what you think")."""
    return token.dep_ == "ROOT" and not any(c.dep_ in {"nsubj", "aux"} for c in token.children)


def _holder(token: Token, is_quoted: Sequence[bool]) -> tuple[Token | None, str, bool]:
    """The head of the source phrase of a verb, the construction, whether it is inverted."""
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in token.children)
    if passive:
        agent = next((c for c in token.rights if c.dep_ == "agent"), None)
        holder = next((c for c in agent.rights if c.dep_ == "pobj"), None) if agent else None
        return holder, "passive with by", False
    own = next((c for c in token.children if c.dep_ in _SUBJECTS), None)
    if own is not None and not is_quoted[own.i] and own.lower_ != "what":
        return _antecedent(own, token), "verb of saying", own.i > token.i
    inverted = _right_phrase(token, is_quoted)
    if inverted is not None:
        return inverted, "verb of saying", True
    beside = _left_phrase(token, is_quoted)
    if beside is not None:
        return beside, "verb of saying", False
    holder = _subject(token)
    if holder is not None and is_quoted[holder.i]:
        holder = None
    participle = token.tag_ == "VBG" and token.dep_ in {"advcl", "acl", "prep", "conj", "xcomp"}
    return holder, "participle" if participle else "shared subject", False


def _subject(token: Token) -> Token | None:
    """The subject of a verb, its own or one it shares with the verbs above it."""
    verb = token
    for _ in range(_CLIMB):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < token.i and child.lower_ not in _DUMMIES:
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


def _left_phrase(token: Token, is_quoted: Sequence[bool]) -> Token | None:
    """The noun phrase right before a verb the parser gave no subject."""
    doc, position = token.doc, token.i - 1
    if token.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    while position >= 0 and doc[position].pos_ in {"ADV", "AUX"}:
        position -= 1
    if position >= 3 and doc[position].text == doc[position - 2].text == ",":
        # An age in commas ("Ann Lee, 70, said").
        position -= 3 if doc[position - 1].pos_ == "NUM" else 0
    if position < 0 or is_quoted[position] or doc[position].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    head = doc[position]
    if head.dep_ in {"pobj", "dobj", "conj", "relcl"} or head.tag_ in {"WP", "WDT"}:
        return None
    first = head.left_edge.i
    starts = first == 0 or doc[first - 1].text in {",", "—"} or is_quoted[first - 1]
    return head if starts or head.is_sent_start else None


def _frame(token: Token, end: int, source: Source | None, takes: Takes) -> tuple[int, int]:
    """The run of tokens around a verb that belongs to the act of saying."""
    first, stop = token.i, end
    doc = token.doc
    if source is not None and source.stop <= token.i:
        between = doc[source.stop : token.i]
        if all(_may_stand_between(t, source) for t in between):
            first = source.first
    elif source is not None and source.first >= token.i:
        stop = max(stop, source.stop)
    while first > 0 and doc[first - 1].head == token and doc[first - 1].dep_ in _ADVERBS:
        first -= 1
    follower = _follower(token, stop, takes)
    while follower is not None:
        stop = follower.right_edge.i + 1
        follower = _follower(token, stop, takes)
    return first, stop


def _may_stand_between(token: Token, source: Source) -> bool:
    """Whether a token may part a source from its verb ("Ann, a lawyer, later said")."""
    if token.pos_ in {"ADV", "AUX", "PART", "NUM"} or token.is_punct:
        return True
    return token.doc[source.head].is_ancestor(token)


def _follower(token: Token, stop: int, takes: Takes) -> Token | None:
    """The hearer, time or place that begins right at `stop` ("to reporters", "on Monday")."""
    for child in token.rights:
        if child.left_edge.i != stop or child.pos_ == "SCONJ":
            continue
        if child.dep_ in _ADVERBS:
            return child
        if child.dep_ in {"dobj", "dative"} and takes & Takes.HEARER:
            return child
        timed = child.right_edge.ent_type_ in {"DATE", "TIME"}
        if child.dep_ in {"prep", "dative"} and (child.lower_ in HEARER_PREPOSITIONS or timed):
            return child
    return None
