"""What the pronouns of a question go back to, where the entities do not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.subjects import PUBLIC_ACTORS, SPOKESPEOPLE
from tui.analysis.lexicons.openness.withheld import VAGUE
from tui.analysis.lexicons.reporting import REPORTING_VERBS, VIEW_VERBS
from tui.analysis.parsed import Paragraph
from tui.analysis.questions.clauses import SUBJECTS, lemma
from tui.analysis.questions.frames.frame import acts
from tui.analysis.results import Entity, EntityType
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTING = frozenset({EntityType.ORG, EntityType.PLACE})


def spoken_for(head: Token) -> Token:
    """Who a spokesman speaks for; the head itself otherwise."""
    if lemma(head) not in SPOKESPEOPLE:
        return head
    for child in head.children:
        if child.dep_ in {"compound", "poss"} and child.pos_ == "PROPN":
            return child
        if child.dep_ == "prep" and child.lower_ in {"for", "of"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), head)
    return head


def antecedent(pronoun: Token, index: EntityIndex, paragraph: Paragraph) -> Token | None:
    """What "it" or "they" goes back to, when one subject before it in the sentence can act.

    Only a subject that names an organisation or a place, or a plural for "they"; a person or
    two such subjects in between settle nothing.
    """
    plural = pronoun.lower_ in {"they", "their", "them"}
    found: Token | None = None
    for token in pronoun.doc[pronoun.sent.start : pronoun.i]:
        if token.dep_ not in SUBJECTS or token.pos_ not in {"NOUN", "PROPN"}:
            continue
        if token.is_ancestor(pronoun) and pronoun.dep_ == "poss":
            continue
        entity = index.at(paragraph.start + token.idx)
        acts = (
            entity.type in _ACTING
            if entity is not None
            else token.lemma_ in PUBLIC_ACTORS and not (is_human(token) and not plural)
        )
        if (acts and not plural and token.tag_ not in {"NNS", "NNPS"}) or (
            plural and token.tag_ in {"NNS", "NNPS"}
        ):
            if found is not None and found.lower_ != token.lower_:
                return None
            found = token
    return found


_LONGEST_ANTECEDENT = 5
"""Words of a noun phrase that a relative clause surely belongs to."""


def is_antecedent(noun: Token, verb: Token) -> bool:
    """Whether a noun just before "that" or "which" is surely what the relative clause is about.

    "A strike that could close the port": not after a comma, where all that was said may be
    meant, and not in a noun phrase within another, where either may be.
    """
    relative = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.dep_ != "relcl" or verb.head != noun or relative is None or noun.pos_ != "NOUN":
        return False
    if is_human(noun) and relative.lower_ == "which":
        return False  # A person is one "who": it is something before that.
    within = noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}
    if within or noun.dep_ in {"appos", "conj", "attr"} or noun.lower_ in _SAYS_NOTHING:
        return False
    return relative.i == noun.i + 1 and noun.i - noun.left_edge.i < _LONGEST_ANTECEDENT


def is_within_deed(noun: Token) -> bool:
    """Whether a noun is the object of a deed that a clause behind it may be about.

    "Reopening the line, which could cost millions": the reopening costs them.
    """
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return noun.dep_ in {"dobj", "pobj"} and above.tag_ == "VBG" and above.dep_ in _DEEDS


_DEEDS = frozenset({"csubj", "csubjpass", "nsubj", "nsubjpass", "pcomp", "pobj", "dobj", "ccomp"})


def is_far(verb: Token) -> bool:
    """Whether a verb without a subject may share another one than that of the verb it is joined to.

    "He feared arrests make martyrs and could be a mistake", "they do not see how money is spent
    and may be late": another subject stands between, or the first clause is a part of a third.
    """
    above = verb.head
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    between = verb.doc[above.i + 1 : verb.i]
    told = any(c.dep_ == "ccomp" for c in above.lefts)
    return told or above.dep_ in {"pcomp", "advcl"} or any(t.dep_ in SUBJECTS for t in between)


def is_loose(pronoun: Token, name: str) -> bool:
    """Whether "it" or "they" may stand for something else than what has been found for it.

    It is not where who is meant says it ("the bank said it would close"), nor where no other
    noun of its number stands before "they". All that was told may be meant by any other "it".

    Args:
        pronoun: The pronoun; "he" and "she" are never loose.
        name: What it is taken to stand for.
    """
    word = pronoun.lower_
    if word not in _NEUTER | _PLURAL:
        return False
    named = set(name.split())
    for verb in pronoun.ancestors:
        subjects = {c.text for c in verb.lefts if c.dep_ in SUBJECTS and c.i < pronoun.i}
        owned = pronoun.dep_ == "poss" and lemma(verb) in VIEW_VERBS
        vague = any(lemma(c) in VAGUE for c in verb.rights)
        if subjects & named and (lemma(verb) in _TELLING or owned or vague):
            return False
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    others = (t for t in before if t.tag_ in {"NNS", "NNPS"} and t.dep_ != "compound")
    return word in _NEUTER or any(t.text not in named for t in others)


_NEUTER, _PLURAL = words("it its"), words("they them their")
_TELLING = frozenset(REPORTING_VERBS) - VIEW_VERBS
"""Verbs of saying: what is believed or feared is as often about what was told before."""


_SAYS_NOTHING = words(
    "thing things something anything one ones those kind sort way number other others"
)


_THINGS = words(
    """
    letter paper newspaper newsletter order poster water power weather sector factor border river
    computer number matter offer answer report court channel account agent document
    statement government parliament
    """
)
"""Nouns that end like those for persons."""


_PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "king", "queen", "ent", "lord")


_PERSONS = words("general colonel captain judge coach pope chief bishop nurse pilot suspect prince")


def is_human(noun: Token) -> bool:
    """Whether a noun is one for a person, by its ending or by name."""
    name = lemma(noun)
    return (name in _PERSONS or name.endswith(_PERSON_ENDINGS)) and name not in _THINGS


def person_above(pronoun: Token) -> Token | None:
    """Whom "he" or "she" is in "the minister was vague about whether he will run"."""
    found = None
    for verb in pronoun.ancestors:
        for token in verb.lefts:
            if token.dep_ not in SUBJECTS or token.tag_ != "NN" or token.i >= pronoun.i:
                continue
            if is_human(token) and not token.is_ancestor(pronoun):
                found = found or token
    return found


def fits(pronoun: Token, actor: Token) -> bool:
    """Whether a pronoun can stand for somebody who acts, by number and kind."""
    if actor.pos_ not in {"NOUN", "PROPN"}:
        return False
    plural = actor.tag_ in {"NNS", "NNPS"}
    if pronoun.lower_ == "they":
        return plural and acts(actor)
    if pronoun.lower_ == "it":
        return not plural and not is_human(actor) and actor.ent_type_ != "PERSON"
    return actor.ent_type_ == "PERSON" or (actor.tag_ == "NN" and not actor.ent_type_)


_LIKE = {
    "he": frozenset({EntityType.PERSON}),
    "it": frozenset({EntityType.ORG, EntityType.PLACE, EntityType.PRODUCT, EntityType.WORK}),
    "they": frozenset({EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP}),
}
"""What "he", "it" and "they" may be."""


def is_certain(
    pronoun: Token, entity: Entity, index: EntityIndex, before: tuple[Span, Span]
) -> bool:
    """Whether nothing but an entity can be what a pronoun stands for.

    It is so where the entity is the subject of a verb that the pronoun's clause completes, or
    the only one of its kind named so far in the sentence or, where there is none, in the one
    before.

    Args:
        pronoun: The pronoun.
        entity: What it is taken to stand for.
        index: All entities.
        before: The sentence before, and the pronoun's own sentence up to it.
    """
    above, own = before
    like = _like(pronoun)
    if _object_after_another(pronoun, entity, index, like, own) or _somebody_between(pronoun):
        return False
    near = [e for _, e in index.inside(own) if e.type in like]
    if entity in near:
        subjects = {t.text for v in pronoun.ancestors for t in v.lefts if t.dep_ in SUBJECTS}
        one = pronoun.lower_ not in {"they", "their", "them"}
        named = bool(subjects & set(entity.name.split()))
        return set(map(_key, near)) == {_key(entity)} or (one and named)
    far = {_key(e) for _, e in index.inside(above) if e.type in like}
    return not near and far == {_key(entity)}


def _object_after_another(
    pronoun: Token,
    entity: Entity,
    index: EntityIndex,
    like: frozenset[EntityType],
    own: Span,
) -> bool:
    """Whether an object follows another name of its kind in its own clause.

    "Ada asked whether Bo's past made him unfit": him is rather Bo.
    """
    if pronoun.lower_ not in {"him", "her", "them"} or pronoun.dep_ == "poss":
        return False
    verb = next(
        (v for v in pronoun.ancestors if any(_is_subject(c, pronoun) for c in v.lefts)), None
    )
    if verb is None:
        return False
    first = own.end - (pronoun.idx - verb.left_edge.idx)
    inside = index.inside(Span(max(own.start, min(first, own.end)), own.end))
    return any(e.type in like and _key(e) != _key(entity) for _, e in inside)


def _somebody_between(pronoun: Token) -> bool:
    """Whether somebody new comes before "he" or "she": "she jailed a clerk after he lied"."""
    if pronoun.lower_ not in {"he", "she"}:
        return False
    before = pronoun.doc[pronoun.sent.start : pronoun.i]
    return any(
        t.dep_ == "dobj" and t.tag_ == "NN" and is_human(t) and t.left_edge.lower_ in {"a", "an"}
        for t in before
    )


def _is_subject(token: Token, pronoun: Token) -> bool:
    """Whether a word is a subject other than the pronoun ("made him unfit")."""
    return token.dep_ in SUBJECTS and token != pronoun


def _like(pronoun: Token) -> frozenset[EntityType]:
    if pronoun.lower_ in {"he", "she", "him", "her", "his"}:
        return _LIKE["he"]
    return _LIKE["it" if pronoun.lower_ in {"it", "its"} else "they"]


def _key(entity: Entity) -> tuple[str, EntityType]:
    return entity.name, entity.type
