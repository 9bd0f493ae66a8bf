"""What the pronouns of a question go back to, where the entities do not say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.subjects import PUBLIC_ACTORS, SPOKESPEOPLE
from tui.analysis.parsed import Paragraph
from tui.analysis.questions.clauses import SUBJECTS, lemma
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
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
            found = token
    return found


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


def named_before(
    pronoun: Token, sentence: TokenSpan, index: EntityIndex, paragraph: Paragraph
) -> Token | None:
    """What "it" or "they" goes back to in the sentence before: its subject, else its last noun.

    A thing for "it", a plural for "they"; not the time or the speaker of what is told.
    """
    tags = {"NNS", "NNPS"} if pronoun.lower_ in {"they", "their", "them"} else {"NN", "NNP"}
    root = sentence.root
    for _ in range(3):
        if root.lemma_ not in {"say", "tell", "add", "believe", "think", "report", "claim"}:
            break
        root = next((c for c in root.children if c.dep_ == "ccomp"), root)

    def fits(token: Token) -> bool:
        entity = index.at(paragraph.start + token.idx)
        person = token.ent_type_ == "PERSON" or (
            entity is not None and entity.type is EntityType.PERSON
        )
        human = str(token.lemma_).endswith(("man", "woman", "ist")) or token.lemma_ in _PERSONS
        timed = token.ent_type_ in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"}
        return token.tag_ in tags and not person and not timed and not (human and "NN" in tags)

    subject = next((c for c in root.lefts if c.dep_ in SUBJECTS), None)
    if subject is not None and fits(subject):
        return subject
    if subject is not None and subject.pos_ in {"NOUN", "PROPN"} and subject.ent_type_ != "PERSON":
        # A plural subject may be meant by nobody's "it": then the object may.
        return None
    nouns = [t for t in sentence if t.dep_ in {"dobj", "pobj"} and fits(t)]
    return nouns[-1] if nouns else None
