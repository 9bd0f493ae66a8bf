"""The words a cue attributes, outside quotation marks: the second half of an attribution.

Follows Pareti (2015): the content is the complement of the cue, whole, with its "that" and
its adjuncts, without the source, the hearer and the punctuation around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.attribution_ends import cut_end, end_of_reach
from tui.analysis.cue import Cue
from tui.analysis.lexicons.reporting import (
    AIM_PREPOSITIONS,
    TOPIC_PREPOSITIONS,
    Takes,
    words,
)
from tui.analysis.speakers import may_judge

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TokenRange = tuple[int, int]
"""Half-open token numbers of one Doc."""

_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_CHARGES = words("of with")
"""Prepositions behind a passive that lead to a charge: accused of, charged with."""
_LONGEST_PHRASE = 8
"""Tokens at most between a cue and the "that" of its clause."""
_CONDITIONS = words("if unless")
_HOLDERS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_BEFORE = frozenset(",;:.—–-)]”’»")
_BEHIND = frozenset(",;:.—–-([“‘«")


def reported_content(doc: Doc, cue: Cue) -> tuple[TokenRange, ...]:
    """The parts of the sentence that a cue attributes; empty when there are none."""
    head = doc[cue.head]
    if cue.rule == "aside with as":
        return _around(doc, cue, _clause_of(doc[cue.head]))
    if cue.is_passive and cue.takes & (Takes.OBJECT | Takes.OBJECT_AND_MORE):
        return _trimmed(doc, _passive_content(head, cue))
    if cue.rule == "name before a colon":
        return _trimmed(doc, [(cue.tokens[1], len(doc))])
    if cue.rule in {"according to", "in the words of"}:
        return _around(doc, cue, _clause_of(doc[cue.tokens[0]]))
    before = _clause_before(doc, cue)
    if before is not None:
        return _around(doc, cue, before)
    after = _complements(head, cue)
    if after is None:
        return ()
    return _trimmed(doc, [*_ahead(doc, cue, after), *_outside(after, cue.tokens)])


def _passive_content(head: Token, cue: Cue) -> list[TokenRange]:
    """Who or what is spoken of, with what is said of it ("he was accused of fraud")."""
    behind = [
        c
        for c in head.rights
        if c.i >= cue.tokens[1] and (c.dep_ == "ccomp" or (c.dep_ == "advcl" and _marker(c)))
    ]
    if cue.source is not None:
        # Without "by" it is a name ("a town called Leeds") or an order of nobody's.
        behind += [c for c in head.rights if c.dep_ in {"xcomp", "oprd"}]
    charges = _CHARGES if cue.source is None else _CHARGES | {"as"}
    behind += [c for c in head.rights if c.dep_ == "prep" and c.lower_ in charges]
    if cue.takes & Takes.TOPIC:
        behind += [c for c in head.rights if c.dep_ == "prep" and c.lower_ == "about"]
    if cue.source is None and (not behind or head.dep_ == "acl"):
        return []  # "a man accused of fraud": said in passing, by nobody.
    parts: list[TokenRange] = []
    subject = next((c for c in head.lefts if c.dep_ == "nsubjpass"), None)
    if subject is not None and not cue.takes & Takes.INFINITIVE:
        parts.append((subject.left_edge.i, subject.right_edge.i + 1))
    for complement in behind:
        is_charge = complement.dep_ == "prep"
        first = complement.i + 1 if is_charge else complement.left_edge.i
        parts.append((first, complement.right_edge.i + 1))
    if cue.source is not None:
        source = cue.source
        parts = [p for p in parts if p[1] <= source.first or source.stop <= p[0]]
    return [(first, cut_end(head, first, stop)) for first, stop in parts if first < stop]


def _ahead(doc: Doc, cue: Cue, content: TokenRange) -> list[TokenRange]:
    """What of a clause stands before its cue: a relative pronoun or a condition.

    "which she said was a mistake"; "which she called a mistake"; "if it rained, she said the
    roof would leak".
    """
    first = cue.frame[0]
    if first == 0 or content[0] < cue.tokens[1]:
        return []
    before = doc[first - 1]
    is_relative = before.tag_ in {"WDT", "WP"}
    if is_relative and cue.takes & Takes.OBJECT_AND_MORE and before.dep_ in {"dobj", "pobj"}:
        return [(first - 1, first)]
    if not cue.takes & Takes.CLAUSE:
        return []
    clause = next((c for c in doc[cue.head].rights if c.dep_ == "ccomp"), None)
    if clause is None:
        return []
    if is_relative:
        has_subject = any(c.dep_ in _HOLDERS for c in clause.lefts if c.i > cue.head)
        return [] if has_subject else [(first - 1, first)]
    start = doc[cue.head].sent.start
    if before.text == "," and doc[start].lower_ in _CONDITIONS and doc[start].dep_ == "mark":
        return [(start, first - 1)]
    return []


def _outside(content: TokenRange, cue: TokenRange) -> list[TokenRange]:
    """A content without the words of its cue, where the parser put them into it."""
    first, stop = content
    if cue[1] <= first or stop <= cue[0]:
        return [content]
    return [part for part in ((first, cue[0]), (cue[1], stop)) if part[0] < part[1]]


def _clause_before(doc: Doc, cue: Cue) -> TokenRange | None:
    """The sentence a parenthetical cue interrupts or closes ("..., she said")."""
    if not cue.takes & Takes.CLAUSE or cue.source is None:
        return None
    head = doc[cue.head]
    sentence = head.sent
    first = cue.frame[0]
    if first <= sentence.start or doc[first - 1].text not in {",", "—", "–"}:
        return None
    if head.dep_ in {"relcl", "acl"} or any(
        c.dep_ in {"ccomp", "xcomp"} and c.i > head.i and _marker(c) for c in head.rights
    ):
        return None
    governed = any(c.dep_ in {"ccomp", "parataxis"} for c in head.lefts)
    hung = head.dep_ in {"parataxis", "ccomp"} and not _clause_after(head)
    return (sentence.start, sentence.end) if governed or hung or cue.is_inverted else None


def _clause_after(head: Token) -> bool:
    return any(c.dep_ in {"ccomp", "xcomp", "dobj"} and c.i > head.i for c in head.rights)


def _marker(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.tag_ in {"WDT", "WP", "WRB"} for c in clause.lefts)


def _clause_of(according: Token) -> TokenRange:
    """The clause an `according to` phrase speaks about."""
    sentence = according.sent
    if according.i == sentence.start:
        return sentence.start, sentence.end
    verb = according.head
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    # Clauses joined by "and" are attributed together; only a subordinate one stands apart.
    while verb.dep_ in {"conj", "xcomp", "advcl", "relcl", "acl", "pcomp"} and verb.head != verb:
        verb = verb.head
    if verb.dep_ == "ROOT":
        return sentence.start, sentence.end
    return verb.left_edge.i, verb.right_edge.i + 1


def _around(doc: Doc, cue: Cue, clause: TokenRange) -> tuple[TokenRange, ...]:
    """A clause without the frame of the cue that stands in or beside it."""
    first, stop = cue.frame
    parts = []
    if clause[0] < first:
        parts.append((clause[0], first))
    # What follows a closing attribution tells when and where it was said.
    resumes = stop + 1 < clause[1] and (clause[0] >= first or doc[stop].text in {",", "—", "–"})
    # A relative clause behind an inverted source tells about the source.
    is_about_source = resumes and cue.is_inverted and doc[stop + 1].tag_ in {"WP", "WDT", "VBN"}
    if resumes and not is_about_source and _holds_verb(doc, stop, clause[1]):
        # What "according to" opens is a sentence as it stands, its afterthoughts included.
        is_whole = cue.rule == "according to" and not parts
        end = clause[1] if is_whole else cut_end(doc[cue.head], stop, clause[1])
        parts.append((stop, end))
    return _trimmed(doc, parts)


def _holds_verb(doc: Doc, first: int, stop: int) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in doc[first:stop])


def _complements(head: Token, cue: Cue) -> TokenRange | None:
    """From the first to the last complement after the cue."""
    kept = [c for c in head.rights if c.i >= cue.tokens[1] and _is_complement(c, cue)]
    if cue.source is not None:
        source = cue.source
        kept = [c for c in kept if not source.first <= c.i < source.stop]
    clauses = [c for c in kept if c.dep_ in _CLAUSES]
    if clauses and (not cue.takes & Takes.OBJECT_AND_MORE or any(_marker(c) for c in clauses)):
        kept = [c for c in kept if c in clauses or c.i > clauses[0].i]
    that = _that_behind(head, cue.frame[1])
    if cue.takes & Takes.CLAUSE and _is_that(head.doc, that) and (not kept or not clauses):
        # The clause follows, whatever the parser makes of it.
        return that, cut_end(head, that, end_of_reach(head, that + 1))
    only_hearer = cue.takes & Takes.HEARER and all(c.dep_ == "dobj" for c in kept)
    if not kept or (not clauses and (only_hearer or not _is_deliberate(head, cue))):
        return None
    if kept[0].dep_ == "prep" and cue.takes & (Takes.TOPIC | Takes.AIM | Takes.GOAL):
        first = kept[0].i + 1
    elif kept[0].dep_ == "advcl":
        first = kept[0].left_edge.i + 1
    else:
        first = min(_opening(c) for c in kept)
    if first < cue.tokens[1]:
        first = cue.frame[1]
    if clauses and first == _opening(clauses[0]):
        first = _early_subject(clauses[0], cue, first)
    if clauses and that < first and cue.takes & Takes.CLAUSE and _is_that(head.doc, that):
        first = that
    stop = max(c.right_edge.i for c in kept) + 1
    return first, cut_end(head, first, max(stop, end_of_reach(head, stop)))


def _that_behind(head: Token, first: int) -> int:
    """Where "that" stands behind a cue: at once or after a phrase ("said for years that")."""
    doc = head.doc
    for position in range(first, min(first + _LONGEST_PHRASE, head.sent.end)):
        if _is_that(doc, position):
            return position
        if doc[position].pos_ in {"VERB", "AUX"} or doc[position].is_punct:
            break
    return first


def _is_that(doc: Doc, position: int) -> bool:
    """Whether a clause with "that" begins at a token."""
    return position < len(doc) and doc[position].lower_ == "that" and doc[position].tag_ == "IN"


def _early_subject(clause: Token, cue: Cue, first: int) -> int:
    """Where a clause begins whose subject the parser gave to the cue as its object."""
    if cue.takes & (Takes.HEARER | Takes.OBJECT_AND_MORE) or cue.is_inverted or _marker(clause):
        return first
    if any(c.dep_ in _HOLDERS for c in clause.lefts):
        return first
    for child in clause.head.rights:
        if child.dep_ == "dobj" and cue.frame[1] <= child.left_edge.i < child.right_edge.i < first:
            return child.left_edge.i
        if child.dep_ == "dobj" and cue.frame[1] == child.i < first:
            return child.i
    return first


def _opening(complement: Token) -> int:
    """Where a complement begins: at its "that" where it has one."""
    for child in complement.lefts:
        if child.dep_ == "mark" and child.lower_ == "that":
            return child.i
    return complement.left_edge.i


def _leading_for(clause: Token) -> Token | None:
    """The "for" that opens a clause with an infinitive ("for the talks to resume")."""
    first = clause.left_edge
    has_to = any(c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts)
    return first if has_to and first.lower_ == "for" else None


def _is_person(token: Token) -> bool:
    return token.dep_ == "pobj" and may_judge(token)


def _is_deliberate(head: Token, cue: Cue) -> bool:
    """Whether a bare object is something said: its source can speak, and does so here."""
    if cue.source is None:
        return False
    return may_judge(head.doc[cue.source.head])


def _is_complement(child: Token, cue: Cue) -> bool:
    takes = cue.takes
    more = bool(takes & Takes.OBJECT_AND_MORE)
    if child.dep_ in {"ccomp", "parataxis"}:
        # "Found him waiting": a participle with a subject is a clause too.
        is_finite = child.tag_ != "VBG" or any(
            c.dep_ == "aux" or c.dep_ in _HOLDERS for c in child.lefts
        )
        return more or (bool(takes & Takes.CLAUSE) and is_finite)
    if child.dep_ == "xcomp":
        if child.tag_ == "VBG":  # A gerund is a noun phrase: propose building a bridge.
            return more or bool(takes & (Takes.INFINITIVE | Takes.OBJECT))
        return more or bool(takes & Takes.INFINITIVE)
    if child.dep_ == "advcl":
        return bool(takes & Takes.AIM) and _leading_for(child) is not None
    if child.dep_ in {"dobj", "oprd", "attr"}:
        timed = child.ent_type_ in {"DATE", "TIME"}
        return not timed and (more or bool(takes & Takes.OBJECT))
    if child.dep_ in {"dative", "acomp"}:
        return more
    if child.dep_ in {"acl", "relcl"}:
        return cue.rule == "noun of speech"
    if child.dep_ == "prep":
        if takes & Takes.TOPIC and child.lower_ in TOPIC_PREPOSITIONS:
            return True
        if takes & Takes.AIM and child.lower_ in AIM_PREPOSITIONS:
            return True
        if takes & Takes.GOAL and child.lower_ == "to":
            return not takes & Takes.CLAUSE or not any(_is_person(c) for c in child.rights)
        return more and child.lower_ in {"of", "for", "as", "with"}
    return False


def _trimmed(doc: Doc, parts: list[TokenRange]) -> tuple[TokenRange, ...]:
    """The parts without the punctuation and blanks at their ends."""
    trimmed = []
    for first, stop in parts:
        while first < stop and (doc[first].text in _BEFORE or doc[first].is_space):
            first += 1
        while first < stop and _is_loose_end(doc[stop - 1]):
            stop -= 1
        if first < stop:
            trimmed.append((first, stop))
    return tuple(trimmed)


def _is_loose_end(token: Token) -> bool:
    return token.text in _BEHIND or token.is_space or token.dep_ == "cc"
