"""The complements of a cue: what a verb or noun of saying takes behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import (
    AIM_PREPOSITIONS,
    ASKING_VERBS,
    DENIED_NOUNS,
    DOCUMENT_NOUNS,
    NAMING_VERBS,
    SPEECH_EVENTS,
    SPEECH_NOUNS,
    STATING_VERBS,
    TOPIC_PREPOSITIONS,
    Takes,
)
from tui.analysis.quotes.attribution_ends import cut_end, end_of_reach
from tui.analysis.quotes.cue import Cue
from tui.analysis.quotes.source_spans import is_person_noun, may_judge
from tui.analysis.rules import QuoteRule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

TokenRange = tuple[int, int]
"""Half-open token numbers of one Doc."""
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_SAYING_THINGS = DOCUMENT_NOUNS | SPEECH_EVENTS
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_WHETHER = frozenset({"if", "whether"})
_WITH_HEARER = Takes.HEARER | Takes.OBJECT_AND_MORE
_PREDICATES = frozenset({"ccomp", "xcomp", "oprd", "prep", "prt", "acomp", "parataxis"})
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_LOOSE = words("at on in")
_OF_EVENTS = words("of in on about to for against over between with from by at")
_MARKS = frozenset({'"', "“", "”", "``", "''", "‘"})
_SHOWING = words("point refer allude speak talk")
_EXPLAINED = SPEECH_NOUNS | words("belief fact fear idea news notion view")
"""Nouns whose clause with "that" is their own, not that of the verb before them."""
_LEADING = words("about of to")
"""What leads to such a noun; "in a statement that" tells where it was said."""
_DESCRIBED = 2
"""Words before a bare noun that describe it, its article among them."""
_QUANTIFIERS = words("all both many most some")
_SHORTEST_CLAUSE = 6
"""Tokens at least of a noun phrase that may be one."""
_LONGEST_PHRASE = 8
"""Tokens at most between a cue and the "that" of its clause."""
_LONGEST_INSERTION = 16
"""The same where they stand between commas."""
HOLDERS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})


def has_marker(clause: Token) -> bool:
    """Whether a clause begins with "that", another conjunction or a wh-word."""
    return any(c.dep_ == "mark" or c.tag_ in {"WDT", "WP", "WRB"} for c in clause.lefts)


def complements(head: Token, cue: Cue) -> TokenRange | None:
    """From the first to the last complement after the cue."""
    kept = [c for c in head.rights if c.i >= cue.tokens[1] and _is_complement(c, cue)]
    if cue.source is not None:
        source = cue.source
        kept = [c for c in kept if not source.first <= c.i < source.stop]
    if not kept:
        kept = _topic_of_hearer(head, cue)
    clauses = [c for c in kept if c.dep_ in _CLAUSES]
    if clauses and (not cue.takes & Takes.OBJECT_AND_MORE or any(has_marker(c) for c in clauses)):
        kept = [c for c in kept if c in clauses or c.i > clauses[0].i]
    that = _that_behind(head, cue.frame[1])
    opens_clause = cue.takes & Takes.CLAUSE and _is_that(head.doc, that)
    if opens_clause and not clauses and not _is_of_object(head.doc, that, cue, kept):
        # The clause follows, whatever the parser makes of it.
        return that, cut_end(head, that, end_of_reach(head, that + 1))
    only_hearer = cue.takes & Takes.HEARER and all(c.dep_ == "dobj" for c in kept)
    if not kept or (not clauses and (only_hearer or not _is_deliberate(head, cue))):
        return None
    if kept[0].dep_ in {"prep", "prt"} and cue.takes & (Takes.TOPIC | Takes.AIM | Takes.GOAL):
        first = kept[0].i + 1
    elif kept[0].dep_ == "advcl" and kept[0].left_edge.lower_ == "for":
        first = kept[0].left_edge.i + 1
    else:
        first = min(_opening(c) for c in kept)
    if first < cue.tokens[1]:
        first = cue.frame[1]
    first = _behind_weekday(head.doc, first)
    if clauses and first == _opening(clauses[0]):
        first = _early_subject(clauses[0], cue, first)
    if clauses and that < first and cue.takes & Takes.CLAUSE and _is_that(head.doc, that):
        first = that
    stop = max(c.right_edge.i for c in kept) + 1
    stop = cut_end(head, first, max(stop, end_of_reach(head, stop)))
    return (first, stop) if _tells(head, first, stop, kept) else None


def _behind_weekday(doc: Doc, first: int) -> int:
    """Where words begin behind the day they were said on ("said on Friday he would go")."""
    behind = doc[first : first + 2]
    is_day = len(behind) == 2 and behind[0].lower_ == "on" and behind[1].lower_ in _WEEKDAYS
    return first + 2 if is_day else first


def _tells(head: Token, first: int, stop: int, kept: list[Token]) -> bool:
    """Whether what stands behind a cue tells something, and is no mere thing or person.

    "Called it a lie", "warned of a war", "announced an end to the strike" do; "thanked the
    crew", "asked for a form" do not: such a row says nothing about what was said.
    """
    said = head.doc[first:stop]
    clauses = any(t.pos_ in {"VERB", "AUX"} for t in said)
    is_wish = head.lemma_.lower() in ASKING_VERBS and all(c.lower_ == "for" for c in kept)
    # "Called Lee at noon": behind an object such a phrase tells when or where.
    loose = _LOOSE if any(c.dep_ == "dobj" for c in kept) else frozenset[str]()
    if head.tag_ == "VBG" and head.lemma_.lower() in _SHOWING and not clauses:
        return False  # "Pointing to the hill", "talking about the fire": the writer explains.
    if not is_wish and any(c.dep_ in _PREDICATES and c.lower_ not in loose for c in kept):
        return True
    if any(t.text in _MARKS for t in said):
        return True
    return clauses or any(
        c.dep_ == "dobj" and (_is_event(c) or _is_taken_alone(head, c)) for c in kept
    )


def _is_event(noun: Token) -> bool:
    """Whether a noun with what belongs to it stands for a clause ("a rise in fees")."""
    if noun.pos_ != "NOUN" or noun.ent_type_ or is_person_noun(noun):
        return False
    return any(c.dep_ == "prep" and c.lower_ in _OF_EVENTS for c in noun.rights)


def _is_taken_alone(head: Token, noun: Token) -> bool:
    """Whether a verb with a bare noun reports a whole statement ("denied the charge")."""
    lemma = head.lemma_.lower()
    if noun.pos_ != "NOUN" or is_person_noun(noun):
        return False
    if lemma == "deny":
        return noun.lemma_.lower() in DENIED_NOUNS
    if lemma in STATING_VERBS:
        return True
    # "Outlined his plan for the mill" says a little, "outlined the plan" nothing.
    is_described = noun.i - noun.left_edge.i >= _DESCRIBED
    return is_described and not noun.ent_type_ and lemma not in NAMING_VERBS


def _topic_of_hearer(head: Token, cue: Cue) -> list[Token]:
    """What a hearer was told of, where the parser hung it on the hearer."""
    if not (cue.takes & Takes.HEARER and cue.takes & Takes.TOPIC):
        return []
    leading = {"about"} if cue.takes & Takes.INFINITIVE else {"about", "of"}
    hearer = next((c for c in head.rights if c.dep_ in {"dobj", "dative"}), None)
    topics = hearer.rights if hearer is not None else ()
    return [c for c in topics if c.dep_ == "prep" and c.lower_ in leading]


def _that_behind(head: Token, first: int) -> int:
    """Where "that" stands behind a cue: at once or after a phrase ("said for years that").

    The phrase may stand between commas ("insists, most recently in May, that").
    """
    doc = head.doc
    if first < len(doc) and doc[first].text == ",":
        inserted = doc[first + 1 : min(first + _LONGEST_INSERTION, head.sent.end)]
        comma = next((t.i for t in inserted if t.text == ","), None)
        if comma is not None and _is_that(doc, comma + 1):
            return comma + 1
    for position in range(first, min(first + _LONGEST_PHRASE, head.sent.end)):
        if _is_that(doc, position):
            # "Responded to a report that": there the report says it.
            before = doc[position - 1]
            is_others = before.lemma_.lower() in _EXPLAINED and before.head.lower_ in _LEADING
            return first if is_others else position
        if doc[position].pos_ in {"VERB", "AUX"} or doc[position].is_punct:
            break
    return first


def _is_that(doc: Doc, position: int) -> bool:
    """Whether a clause with "that" begins at a token."""
    if position >= len(doc) or doc[position].lower_ != "that":
        return False
    # Behind a phrase the tagger may take it for a relative one that has no verb of its own.
    return doc[position].tag_ == "IN" or doc[position].dep_ in {"mark", "advmod"}


def _is_of_object(doc: Doc, that: int, cue: Cue, kept: list[Token]) -> bool:
    """Whether a clause with "that" explains an object ("repeated his belief that ...")."""
    if cue.takes & (Takes.HEARER | Takes.OBJECT_AND_MORE) or not cue.takes & Takes.OBJECT:
        return False
    return any(c.dep_ == "dobj" and c.i < that <= c.right_edge.i for c in kept) and (
        doc[that - 1].pos_ == "NOUN"
    )


def _early_subject(clause: Token, cue: Cue, first: int) -> int:
    """Where a clause begins whose subject the parser gave to the cue as its object."""
    if cue.takes & (Takes.HEARER | Takes.OBJECT_AND_MORE) or cue.is_inverted or has_marker(clause):
        return first
    if any(c.dep_ in HOLDERS for c in clause.lefts):
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
    """Whether a bare object is something said: its source can speak, and does so here.

    What only speech does, a speech or a letter does too ("the letter condemned the plan"),
    while figures may suggest or reveal something.
    """
    if cue.source is None:
        return False
    source = head.doc[cue.source.head]
    if cue.takes & Takes.FINDING:
        return source.lemma_.lower() in DOCUMENT_NOUNS
    return may_judge(source) or (
        bool(cue.takes & Takes.OBJECT_AND_MORE)
        and (source.lemma_.lower() in _SAYING_THINGS or source.lower_ == "it")
    )


def _is_subject(gerund: Token, cue: Cue) -> bool:
    """Whether a gerund right behind a cue is the subject of what was said.

    "Said closing the mill was a mistake": the parser often takes it for the head.
    """
    return gerund.i == cue.frame[1] and any(t.tag_ in _FINITE for t in gerund.subtree)


def _is_complement(child: Token, cue: Cue) -> bool:
    takes = cue.takes
    more = bool(takes & Takes.OBJECT_AND_MORE)
    match child.dep_:
        case "ccomp" | "parataxis":
            return more or (bool(takes & Takes.CLAUSE) and _is_clause(child, cue))
        case "xcomp":
            return more or _is_infinitive(child, cue)
        case "advcl":
            if takes & Takes.AIM and _leading_for(child) is not None:
                return True
            if _is_bound(child, cue):
                return True
            # "Asked the guards if they had seen it": the question may hang on the verb.
            return more and bool(takes & Takes.CLAUSE) and child.left_edge.lower_ in _WHETHER
        case "dobj" | "oprd" | "attr":
            timed = _is_time(child)
            if child.dep_ == "dobj" and _is_clause_unseen(child, cue):
                return True
            return not timed and (more or bool(takes & (Takes.OBJECT | Takes.FINDING)))
        case "dative" | "acomp":
            return more
        case "acl" | "relcl":
            return cue.rule is QuoteRule.NOUN_OF_SPEECH
        case "prep" | "prt":
            return _is_led_to(child, takes)
    return False


def _is_clause(child: Token, cue: Cue) -> bool:
    """Whether the parser's clause is one, and no participle of the object."""
    if not cue.takes & Takes.OBJECT_AND_MORE and not _has_verb(child):
        return False  # "Found the door open": that is what was seen, not what was said.
    # "Found him waiting": a participle with a subject is a clause too.
    is_finite = child.tag_ != "VBG" or any(
        c.dep_ == "aux" or c.dep_ in HOLDERS for c in child.lefts
    )
    return is_finite or _is_subject(child, cue)


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} or noun.lower_ in _WEEKDAYS


def _is_clause_unseen(noun: Token, cue: Cue) -> bool:
    """Whether a long noun phrase right behind "said" is a clause whose verb the tagger missed.

    "Said owners of mills by the lake fear floods": people say no things.
    """
    if noun.pos_ != "NOUN" and noun.lower_ not in _QUANTIFIERS:
        return False
    is_say = cue.takes == Takes.QUOTE | Takes.CLAUSE and noun.head.lemma_ == "say"
    length = noun.right_edge.i + 1 - noun.left_edge.i
    return is_say and noun.left_edge.i == cue.frame[1] and length >= _SHORTEST_CLAUSE


def _is_bound(clause: Token, cue: Cue) -> bool:
    """Whether an infinitive behind a time or place is what was promised ("vowed on Monday to go").

    The parser takes it for a purpose there.
    """
    if not cue.takes & Takes.INFINITIVE or cue.takes & _WITH_HEARER or clause.tag_ != "VB":
        return False
    opens = clause.left_edge.lower_ == "to" and clause.left_edge.i > cue.tokens[1]
    return opens and not any(
        c.dep_ in _CLAUSES or (c.dep_ in {"dobj", "dative"} and not _is_time(c))
        for c in clause.head.rights
    )


def _has_verb(clause: Token) -> bool:
    # "It's all about him": where the tagger knows no verb, its subject shows it.
    return any(t.pos_ in {"VERB", "AUX"} for t in clause.subtree) or any(
        c.dep_ in HOLDERS and c.pos_ == "PRON" and clause.pos_ != "ADJ" for c in clause.lefts
    )


def _is_infinitive(child: Token, cue: Cue) -> bool:
    """Whether a cue takes a clause without a subject of its own."""
    if child.tag_ != "VBG":
        return bool(cue.takes & Takes.INFINITIVE)
    # A gerund is a noun phrase: propose building a bridge.
    return bool(cue.takes & (Takes.INFINITIVE | Takes.OBJECT)) or (
        bool(cue.takes & Takes.CLAUSE) and _is_subject(child, cue)
    )


def _is_led_to(preposition: Token, takes: Takes) -> bool:
    """Whether a preposition leads to what was said."""
    if any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.rights):
        return False  # "Agreed on Friday"
    if takes & Takes.TOPIC and preposition.lower_ in TOPIC_PREPOSITIONS:
        return True
    if takes & Takes.AIM and preposition.lower_ in AIM_PREPOSITIONS:
        return True
    if takes & Takes.GOAL and preposition.lower_ == "to":
        return not takes & Takes.CLAUSE or not any(_is_person(c) for c in preposition.rights)
    more = bool(takes & Takes.OBJECT_AND_MORE)
    return more and preposition.lower_ in {"of", "for", "as", "with"}
