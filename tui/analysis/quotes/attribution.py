"""The words a cue attributes, outside quotation marks: the second half of an attribution.

Follows Pareti (2015): the content is the complement of the cue, whole, with its "that" and
its adjuncts, without the source, the hearer and the punctuation around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import REPORTING_VERBS, STATING_VERBS, Takes
from tui.analysis.quotes.attribution_ends import cut_end
from tui.analysis.quotes.complements import HOLDERS, TokenRange, complements, has_marker
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.source_spans import may_judge
from tui.analysis.rules import QuoteRule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHARGES = words("of with")
"""Prepositions behind a passive that lead to a charge: accused of, charged with."""
_SHORTEST_SUBJECT = 4
"""Tokens at least of a subject that is all that was said."""
_WITHIN = frozenset({"conj", "xcomp", "advcl", "relcl", "acl", "pcomp"})
"""What the verb of a clause is to the verb above it when both are attributed together."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONDITIONS = words("if unless")
_BEFORE = frozenset(",;:.—–-)]”’»")
_BEHIND = frozenset(",;:.—–-([“‘«")


def reported_content(doc: Doc, cue: Cue) -> tuple[TokenRange, ...]:
    """The parts of the sentence that a cue attributes; empty when there are none."""
    head = doc[cue.head]
    if cue.rule is QuoteRule.ASIDE_WITH_AS:
        behind = cue.frame[1]
        if head.lemma_ == "put" and behind + 2 < head.sent.end and doc[behind].text == ",":
            return _trimmed(doc, [(behind, head.sent.end)])  # "It is, as Ann put it, a wreck."
        return _around(doc, cue, _clause_of(doc[cue.head]))
    if cue.is_passive and cue.takes & (Takes.OBJECT | Takes.OBJECT_AND_MORE):
        return _trimmed(doc, _passive_content(head, cue))
    if cue.rule is QuoteRule.NAME_BEFORE_A_COLON:
        return _trimmed(doc, [(cue.tokens[1], len(doc))])
    if cue.rule in {QuoteRule.ACCORDING_TO, QuoteRule.IN_THE_WORDS_OF}:
        return _around(doc, cue, _clause_of(doc[cue.tokens[0]]))
    before = _clause_before(doc, cue)
    if before is not None:
        return _around(doc, cue, before)
    after = complements(head, cue)
    if after is None:
        return ()
    return _trimmed(doc, [*_ahead(doc, cue, after), *_outside(after, cue.tokens)])


def _passive_content(head: Token, cue: Cue) -> list[TokenRange]:
    """Who or what is spoken of, with what is said of it ("he was accused of fraud")."""
    behind = _said_of_subject(head, cue)
    if cue.source is None and (not behind or head.dep_ == "acl"):
        return []  # "a man accused of fraud": said in passing, by nobody.
    parts: list[TokenRange] = []
    subject = next((c for c in head.lefts if c.dep_ == "nsubjpass"), None)
    if subject is not None and not behind and not _is_whole(subject, cue):
        return []
    is_dummy = subject is not None and subject.lower_ == "it" and behind[0].dep_ == "ccomp"
    if subject is not None and not is_dummy and not cue.takes & Takes.INFINITIVE:
        parts.append((subject.left_edge.i, subject.right_edge.i + 1))
    for complement in behind:
        is_charge = complement.dep_ == "prep"
        first = complement.i + 1 if is_charge else complement.left_edge.i
        parts.append((first, complement.right_edge.i + 1))
    if cue.source is not None:
        # The parser may hang "by" on what stands before it ("called a ruin by Ann").
        source, by = cue.source, cue.source.first - 1
        parts = [(a, min(b, by) if a < by else b) for a, b in parts]
        parts = [p for p in parts if p[1] <= source.first or source.stop <= p[0]]
    return [(first, cut_end(head, first, stop)) for first, stop in parts if first < stop]


def _said_of_subject(head: Token, cue: Cue) -> list[Token]:
    """What stands behind a passive and is said of its subject."""
    behind = [
        c
        for c in head.rights
        if c.i >= cue.tokens[1] and (c.dep_ == "ccomp" or (c.dep_ == "advcl" and _is_bound(c)))
    ]
    if cue.source is not None:
        # Without "by" it is a name ("a town called Leeds") or an order of nobody's.
        named = {"dobj"} if cue.takes & Takes.OBJECT_AND_MORE else set[str]()
        behind += [c for c in head.rights if c.dep_ in {"xcomp", "oprd"} | named]
    # "Called into question with regard to", "credited with": only a charge has its "with".
    charges = _CHARGES if head.lemma_ == "charge" or cue.source is not None else {"of"}
    charges |= {"as"} if cue.source is not None else set()
    if cue.takes & Takes.OBJECT_AND_MORE:  # "Admitted with a fever" is none.
        behind += [c for c in head.rights if c.dep_ == "prep" and c.lower_ in charges]
    if cue.takes & Takes.TOPIC:
        behind += [c for c in head.rights if c.dep_ == "prep" and c.lower_ == "about"]
    if not behind and cue.takes & Takes.OBJECT_AND_MORE:
        # "Criticized for selling the mill"; a noun there is as often the writer's reason.
        behind = [
            c for c in head.rights if c.lower_ == "for" and any(k.dep_ == "pcomp" for k in c.rights)
        ]
    return behind


def _is_whole(subject: Token, cue: Cue) -> bool:
    """Whether the subject of a passive says enough alone ("a rise in fees was announced by")."""
    length = subject.right_edge.i + 1 - subject.left_edge.i
    states = subject.head.lemma_.lower() in STATING_VERBS
    return (
        cue.source is not None
        and length >= _SHORTEST_SUBJECT - states
        and may_judge(subject.doc[cue.source.head])
    )


def _is_bound(clause: Token) -> bool:
    """Whether a clause is what was said, no reason or time of saying it."""
    return any(c.dep_ == "mark" and c.lower_ in {"that", "if", "whether"} for c in clause.lefts)


def _ahead(doc: Doc, cue: Cue, content: TokenRange) -> list[TokenRange]:
    """What of a clause stands before its cue: a relative pronoun or a condition.

    "which she said was a mistake"; "which she called a mistake"; "if it rained, she said the
    roof would leak".
    """
    first = cue.frame[0]
    if first == 0 or content[0] < cue.tokens[1]:
        return []
    before = doc[first - 1]
    is_relative = before.tag_ in {"WDT", "WP"} and before.lower_ != "what"
    if is_relative and cue.takes & Takes.OBJECT_AND_MORE and before.dep_ in {"dobj", "pobj"}:
        return [(first - 1, first)]
    if not cue.takes & Takes.CLAUSE:
        return []
    clause = next((c for c in doc[cue.head].rights if c.dep_ == "ccomp"), None)
    if clause is None:
        return []
    has_subject = any(c.dep_ in HOLDERS for c in clause.lefts if c.i > cue.head)
    if is_relative:
        return [] if has_subject else [(first - 1, first)]
    noun = doc[cue.head].head
    lacks_object = not any(c.dep_ in {"dobj", "attr", "acomp"} for c in clause.rights)
    lacks = lacks_object if has_subject else True
    if doc[cue.head].dep_ == "relcl" and lacks and noun.i == first - 1:
        return [(noun.left_edge.i, first)]  # "a choice she said (the board) made"
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
    if _closes(doc, cue) or _is_inserted(doc, cue):
        return sentence.start, sentence.end
    if head.dep_ in {"relcl", "acl"} or any(
        c.dep_ in {"ccomp", "xcomp"} and (has_marker(c) or _is_order(c)) for c in head.rights
    ):
        return None
    if _has_own_clause(head, cue):
        return None
    governed = any(c.dep_ in {"ccomp", "parataxis"} for c in head.lefts)
    hung = head.dep_ in {"parataxis", "ccomp"} and not _clause_after(head, cue)
    return (sentence.start, sentence.end) if governed or hung or cue.is_inverted else None


def _is_order(clause: Token) -> bool:
    """Whether an infinitive says what is wanted ("... he urged them to go")."""
    return clause.dep_ == "xcomp" and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in clause.lefts
    )


def _closes(doc: Doc, cue: Cue) -> bool:
    """Whether a source and its verb end a sentence as an afterthought (", she said.").

    Then they attribute what stands before them, wherever the parser hung them.
    """
    head = doc[cue.head]
    is_last = all(t.is_punct or t.is_space for t in doc[cue.frame[1] : head.sent.end])
    if not is_last or cue.source is None or cue.source.relative is not None:
        return False
    if cue.rule is QuoteRule.QUOTED_AS:
        return True
    if head.tag_ not in _FINITE or cue.source.stop > cue.head:
        return False
    return head.dep_ in {"relcl", "advcl", "conj"} and not any(
        c.dep_ in {"mark", "ccomp"} or c.tag_ in {"WDT", "WP", "WRB"} for c in head.lefts
    )


def _is_inserted(doc: Doc, cue: Cue) -> bool:
    """Whether a source and its verb stand between two commas inside what they attribute.

    "It was so bad, she said, that nobody came." What stands before is more than a time or an
    occasion ("On Monday, she said, ...").
    """
    first, stop = cue.frame
    head = doc[cue.head]
    if cue.source is None or cue.source.relative is not None or head.tag_ not in _FINITE:
        return False
    if cue.rule is not QuoteRule.VERB_OF_SAYING:
        return False
    if not doc[first - 1].text == "," == doc[min(stop, len(doc) - 1)].text or stop - first > 8:
        return False
    return _holds_verb(doc, head.sent.start, first - 1)


def _has_own_clause(head: Token, cue: Cue) -> bool:
    """Whether a clause follows right behind a cue ("As it rained, she said it was over")."""
    return any(
        c.dep_ == "ccomp"
        and c.left_edge.i == cue.frame[1]
        and any(k.dep_ in HOLDERS for k in c.lefts)
        for c in head.rights
    )


def _clause_after(head: Token, cue: Cue) -> bool:
    said = {"ccomp", "xcomp"} if cue.takes & Takes.HEARER else {"ccomp", "xcomp", "dobj"}
    return any(c.dep_ in said and c.i > head.i for c in head.rights)


def _clause_of(according: Token) -> TokenRange:
    """The clause an `according to` phrase speaks about."""
    sentence = according.sent
    if according.i == sentence.start:
        return sentence.start, sentence.end
    verb = according.head
    while verb.dep_ != "ROOT" and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    # Clauses joined by "and" are attributed together; only a subordinate one stands apart.
    while verb.dep_ in _WITHIN or (verb.dep_ == "ccomp" and not _reports(verb.head)):
        verb = verb.head
    if verb.dep_ == "ROOT":
        return sentence.start, sentence.end
    return verb.left_edge.i, verb.right_edge.i + 1


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in REPORTING_VERBS


def _around(doc: Doc, cue: Cue, clause: TokenRange) -> tuple[TokenRange, ...]:
    """A clause without the frame of the cue that stands in or beside it."""
    first, stop = cue.frame
    parts = []
    if clause[0] < first:
        # A headline may hold several sentences with semicolons between them.
        marks = [t.i for t in doc[clause[0] : first] if t.text == ";" and not _is_bracketed(t)]
        parts.append((marks[-1] + 1 if marks else clause[0], first))
    # What follows a closing attribution tells when and where it was said.
    resumes = stop + 1 < clause[1] and (clause[0] >= first or doc[stop].text in {",", "—", "–"})
    # A relative clause behind an inverted source tells about the source.
    is_about_source = resumes and cue.is_inverted and doc[stop + 1].tag_ in {"WP", "WDT", "VBN"}
    if resumes and not is_about_source and _holds_verb(doc, stop, clause[1]):
        # What "according to" opens is a sentence as it stands, its afterthoughts included.
        is_whole = cue.rule is QuoteRule.ACCORDING_TO and not parts
        end = clause[1] if is_whole else cut_end(doc[cue.head], stop, clause[1])
        parts.append((stop, end))
    return _trimmed(doc, parts)


def _is_bracketed(mark: Token) -> bool:
    """Whether a mark stands inside brackets ("£3m ($5m; 4m euros)")."""
    before = [t.text for t in mark.doc[mark.sent.start : mark.i]]
    return before.count("(") > before.count(")")


def _holds_verb(doc: Doc, first: int, stop: int) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBG" for t in doc[first:stop])


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
