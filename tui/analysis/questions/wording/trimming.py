"""Which words of a phrase, or of the end of a clause, a question keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.questions.clauses import SUBJECTS
from tui.analysis.questions.embedded import is_split_off
from tui.analysis.questions.wording.spelling import MARKS

if TYPE_CHECKING:
    from spacy.tokens import Token

_DROPPED = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "preconj"})
_DROPPED_LEAN = _DROPPED | {"acl"}
_KEPT_LEAN = frozenset({"of", "for", "to"})
"""Prepositions that a noun needs also where all is left out that can be."""
_NEEDED = frozenset(
    {"dobj", "attr", "acomp", "oprd", "prt", "xcomp", "ccomp", "agent", "dative", "neg"}
)
"""What a verb needs behind it."""
_APART = frozenset({"conj", "parataxis", "punct", "dep", "appos", "intj"})
"""What stands behind a verb and is none of its complements."""
_BEFORE_OR_AFTER = words("after before since despite while until than because amid according")
"""What is as often a conjunction that was read as a preposition, or only says when or who says
it; a question does without."""
_PARTED = words("together apart back away")
"""What a verb may need behind its object: "get the act together"."""
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_PARTICLES = words("possible potential")
_NAMED_BY_CLAUSE = words("way thing one someone somebody something anyone anything those")
"""Nouns that say nothing without the relative clause that tells which."""


def phrase_tokens(head: Token, *, lean: bool, alone: bool = False) -> list[Token]:
    """The tokens of a phrase without relative clauses, appositions and asides.

    Args:
        head: Its head.
        lean: Leave out what a noun can do without, too.
        alone: Leave out what is only joined to it.
    """
    skipped: set[int] = set()
    for token in head.subtree:
        if token.head.i in skipped:
            skipped.add(token.i)
        elif token != head and _is_left_out(token, head, lean=lean, alone=alone):
            skipped.update(t.i for t in token.subtree)
    kept = [t for t in head.subtree if t.i not in skipped]
    while kept and kept[0].dep_ == "advmod" and kept[0].head == head and head.pos_ == "NOUN":
        kept.pop(0)
    while kept and ((kept[-1].is_punct and kept[-1].text != "%") or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept


def _is_left_out(token: Token, head: Token, *, lean: bool, alone: bool) -> bool:
    """Whether a phrase does without one of its words and what hangs on it."""
    if token.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in token.lefts):
        return True
    # "For less than two weeks" is another time without "than".
    is_time = token.head.ent_type_ in {"DATE", "TIME"} and token.dep_ != "quantmod"
    if token.lower_ in _BEFORE_OR_AFTER and is_time:
        return True
    if token.head == head:
        if token.tag_ == "POS":
            return True
        needless = lean and token.lower_ not in _KEPT_LEAN
        if token.dep_ == "prep" and (needless or _after_comma(token)):
            return True
    if (lean or alone) and token.i > head.i and token.dep_ in {"conj", "cc"}:
        return True
    return _is_aside(token, lean=lean) or _lacks_its_clause(token)


def _is_aside(token: Token, *, lean: bool) -> bool:
    """Whether a word only says more about the one it hangs on."""
    if token.dep_ not in (_DROPPED_LEAN if lean else _DROPPED):
        return False
    # "The allies, particularly Norland": an example, not the name of what is meant.
    example = any(c.dep_ == "advmod" for c in token.lefts)
    named = token.dep_ == "appos" and token.ent_type_ and not token.like_num and not example
    if named and any(t.pos_ == "VERB" for t in token.doc[token.head.i : token.left_edge.i]):
        return True  # "The valley shown in the film, Low Tide": the name is the film's.
    tells_which = token.dep_ == "relcl" and not _after_comma(token.left_edge)
    is_needed = tells_which and _says_nothing_alone(token.head)
    return not named and not is_needed


def _says_nothing_alone(noun: Token) -> bool:
    """Whether only its relative clause says what a noun is about: "people who stay"."""
    of_a_verb = noun.dep_ in {"dobj", "attr"}
    of_a_verb = of_a_verb or (noun.dep_ == "pobj" and noun.head.head.pos_ == "VERB")
    bare = of_a_verb and noun.tag_ == "NNS" and noun.n_lefts == 0
    return bare or noun.lower_.rstrip("s") in _NAMED_BY_CLAUSE


def _lacks_its_clause(token: Token) -> bool:
    """Whether what "without somebody doing it" goes on with was parsed away from it."""
    if token.dep_ != "prep" or token.lower_ != "without":
        return False
    after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 3]
    return any(t.tag_ == "VBG" for t in after)


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def clause_end(verb: Token) -> tuple[list[Token], list[Token]]:
    """The complements of a verb, in text order: those it needs, and those it can do without."""
    needed: list[Token] = []
    free: list[Token] = []
    for child in verb.rights:
        if child.dep_ == "cc" or is_split_off(child):
            break
        if child.lower_ == "in" and any(c.lower_ == "order" and c.n_rights for c in child.rights):
            continue  # "In order to": the purpose goes with it.
        if child.is_punct or child.dep_ in _APART:
            continue
        if child.dep_ == "prep" and child.lower_ in _BEFORE_OR_AFTER:
            continue
        if child.lower_ == "with" and _after_comma(child):
            continue  # "With many expecting it": a clause of its own.
        has_object = any(c.dep_ == "dobj" for c in needed)
        near = child.dep_ == "prep" and not has_object and not free and not _after_comma(child)
        if child.dep_ in _NEEDED or near:
            needed.append(child)
        elif (
            child.dep_ in {"prep", "npadvmod"}
            or is_condition(child)
            or (child.dep_ == "advmod" and _is_manner(child, verb))
        ):
            free.append(child)
    # "If the rains fail, the dam could burst": the condition goes behind.
    free += [child for child in verb.lefts if is_condition(child)]
    return needed, free


def is_condition(clause: Token) -> bool:
    """Whether a clause says on what condition something will be: "if", "unless"."""
    return clause.dep_ == "advcl" and any(c.lower_ in {"if", "unless"} for c in clause.lefts)


def _is_manner(adverb: Token, verb: Token) -> bool:
    """Whether an adverb behind a verb tells how: "enter the country illegally"."""
    near = adverb.i == verb.i + 1 or adverb.lower_ in _PARTED
    return near or adverb.lower_.endswith("ly")


def without_asides(tokens: Iterable[Token]) -> Iterator[Token]:
    """The words of a phrase: no marks, nothing in brackets, no "no"."""
    depth = 0
    for token in tokens:
        depth += (token.text in _OPENING) - (token.text in _CLOSING)
        if (token.text in MARKS and not _owns(token)) or token.is_space or depth > 0:
            continue
        if token.lower_ != "no" or token.dep_ != "det":
            yield token


def _owns(mark: Token) -> bool:
    """Whether an apostrophe says whose the next thing is: "the clerks' bid"."""
    if mark.text not in {"'", "’"} or mark.i == 0 or mark.i + 1 >= len(mark.doc):
        return False
    before = mark.nbor(-1)
    glued = not before.whitespace_ and before.text[-1:] == "s" and bool(mark.whitespace_)
    return glued and mark.nbor().pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}


def without_last_phrase(tokens: list[Token]) -> list[Token]:
    """What stands before the last preposition; nothing where there is none.

    What goes with "of" stays with its noun, for "the length of the delay" is no length, and a
    participle does not stay without its end: "comments posted on the site" are "comments".
    """
    cuts = (n for n, t in enumerate(tokens) if t.dep_ == "prep" and t.lower_ != "of")
    cut = max(cuts, default=0)
    verb = tokens[cut].head if cut else None
    if verb is not None and verb in tokens and _needs_an_end(verb):
        cut = tokens.index(verb)
    if 1 < cut < len(tokens) and _is_half_a_preposition(tokens[cut - 1], tokens[cut]):
        return without_last_phrase(tokens[:cut])
    return tokens[:cut]


def _is_half_a_preposition(noun: Token, link: Token) -> bool:
    """Whether a bare noun joins two prepositions into one: "with regard to", "in terms of"."""
    is_bare = noun.dep_ == "pobj" and not noun.n_lefts and noun.pos_ == "NOUN"
    return is_bare and noun.head.lower_ != "of" and noun.i + 1 == link.i


def _needs_an_end(verb: Token) -> bool:
    """Whether a participle behind a noun says too little alone, no "by" that tells who did it."""
    if verb.dep_ != "acl" or verb.tag_ not in {"VBG", "VBN"}:
        return False
    return not any(c.dep_ == "agent" for c in verb.rights)


def goes_unsaid(token: Token) -> bool:
    """Whether a word says nothing in a question: pointing, "possible", honorifics."""
    if token.lower_ in {"there", "here"} and token.dep_ == "advmod":
        return True
    if token.lower_ in _PARTICLES and token.dep_ == "amod":
        return True
    return token.lower_ in {"mr", "mr.", "mrs", "mrs.", "ms", "ms."}
