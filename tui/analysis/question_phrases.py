"""Noun phrases and clause ends as a question shows them: short, with names for pronouns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import (
    APPROVED_NOUNS,
    CLAIM_NOUNS,
    EVENT_NOUNS,
)
from tui.analysis.parsed import EntityIndex, Paragraph
from tui.analysis.question_clauses import SUBJECTS, WH_TAGS
from tui.analysis.question_references import antecedent, person_above, told_of
from tui.analysis.results import Entity, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

LONGEST = 14
"""Words of the longest question."""

_SPEAKING = words("i me my mine we us our ours you your yours myself ourselves")
_THIRD = words("he him she her it they them this that these those himself herself")
_NOBODY = words("nobody none nothing few little noone")
_POSSESSIVES = words("his her its their")
_MEANT = _SPEAKING | _THIRD | _POSSESSIVES
_DEICTICS = words("this that these those")
_DROPPED = frozenset({"relcl", "appos", "parataxis", "advcl", "meta", "intj", "preconj"})
_DROPPED_LEAN = _DROPPED | {"acl"}
_ASKS = frozenset({"det", "advmod", "amod", "poss"})
_QUOTES = frozenset("\"'“”‘’«»`()[]") | {"``", "''", "--", "…", "—", "–"}
_COUNTS = frozenset({"", "CARDINAL", "ORDINAL", "QUANTITY"})
_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_SUFFIXES = re.compile(r"[js]r\.?|[ivx]+", re.IGNORECASE)
_ASKED_ABOUT = CLAIM_NOUNS | APPROVED_NOUNS | EVENT_NOUNS
_LONGEST_MATTER = 8
_PARTICLES = words("possible potential")
_WITH_ARTICLE = frozenset({"US", "UK", "EU", "UN", "UAE", "U.S.", "U.K.", "U.N."})
_NAMES = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP})


class NotClearError(Exception):
    """A phrase holds a word nobody can resolve, or grows too long; never leaves the wording."""


class Phrases:
    """The phrases of one text, with the short usual names of its entities."""

    def __init__(self, index: EntityIndex, paragraphs: Sequence[Paragraph] = ()) -> None:
        """Choose a short name for every entity."""
        self._paragraphs = list(paragraphs)
        self._index = index
        self._names = short_names(index.entities)

    def name(self, entity: Entity) -> str:
        """The short usual name of an entity, without a capital on its article."""
        name = self._names.get(entity.name, entity.name)
        return f"the {name[4:]}" if name.startswith("The ") else name

    def entity(self, token: Token, paragraph: Paragraph) -> Entity | None:
        """The entity a token names or stands for."""
        return self._index.at(paragraph.start + token.idx)

    def owned(self, owner: Token, paragraph: Paragraph) -> str:
        """Somebody's, as it stands before a noun."""
        return _possessive(self.noun(owner, paragraph, lean=True))

    def matter_before(self, token: Token, paragraph: Paragraph) -> str:
        """What was spoken of just before a word that does not say what it is about.

        The sentence before, the end of the block before, or the lead; empty where they name
        nothing.
        """
        sentences: list[tuple[TokenSpan, Paragraph]] = []
        if token.sent.start > 0:
            sentences.append((token.doc[token.sent.start - 1].sent, paragraph))
        place = next((n for n, p in enumerate(self._paragraphs) if p is paragraph), 0)
        if place > 0:
            before = self._paragraphs[place - 1]
            sentences.append((before.doc[-1].sent, before))
            lead = self._paragraphs[0]
            sentences.append((lead.doc[0].sent, lead))
        for sentence, home in sentences:
            for noun in _matters(sentence):
                try:
                    text = self.noun(noun, home, longest=7)
                except NotClearError:
                    continue
                if 1 < len(text.split()) <= _LONGEST_MATTER:
                    return text
        return ""

    def named_first(self, tokens: Iterable[Token], paragraph: Paragraph) -> list[Token]:
        """The nouns of some words that a clause is about: names, subjects, objects, others."""
        ranks = {"nsubj": 0, "nsubjpass": 0, "dobj": 1, "attr": 1, "pobj": 2}
        found = [t for t in tokens if t.dep_ in ranks and t.pos_ in {"NOUN", "PROPN"}]
        return sorted(found, key=lambda t: (self.entity(t, paragraph) is None, ranks[t.dep_], t.i))

    def noun(
        self,
        head: Token,
        paragraph: Paragraph,
        *,
        subject: str = "",
        lean: bool = False,
        longest: int | None = None,
    ) -> str:
        """A noun phrase, without what only explains it.

        Args:
            head: Its head.
            paragraph: Where it stands.
            subject: The subject already named, which "its" and "their" may go back to.
            lean: Leave out all that can be left out.
            longest: The words it may have; it is cut before a preposition to fit.

        Raises:
            NotClearError: It holds a pronoun that nothing resolves.
        """
        if head.tag_ in WH_TAGS or any(c.tag_ in WH_TAGS and c.dep_ in _ASKS for c in head.lefts):
            raise NotClearError("a question of its own")
        if head.lemma_ == "thing":
            raise NotClearError("nothing in particular")
        if not head.whitespace_ and head.i + 1 < len(head.doc) and head.nbor().text == "-":
            raise NotClearError("half a word")
        if head.lower_ in _NOBODY or any(c.lower_ in {"no", "neither"} for c in head.lefts):
            raise NotClearError("nobody")
        quantity = head.lower_ in {"any", "some", "many", "most", "all"} and head.n_rights
        if not quantity and (head.pos_ == "PRON" or head.tag_ in {"PRP", "PRP$"}):
            return self._pronoun(head, paragraph)
        entity = self.entity(head, paragraph)
        if entity is not None and entity.type is EntityType.PERSON and _names_it(head, entity):
            return self.name(entity)
        tokens = _kept(head, lean=lean)
        text = self.words(tokens, paragraph, subject=subject)
        if text in _WITH_ARTICLE:
            text = f"the {text}"  # Headlines leave it out.
        while longest is not None and len(text.split()) > longest:
            cut = max((n for n, t in enumerate(tokens) if t.dep_ == "prep"), default=0)
            if not cut:
                break
            tokens = tokens[:cut]
            text = self.words(tokens, paragraph, subject=subject)
        return text

    def words(self, tokens: Iterable[Token], paragraph: Paragraph, *, subject: str = "") -> str:
        """Some words of a text, persons by their short name, pronouns by a name.

        Raises:
            NotClearError: A pronoun among them is not resolved.
        """
        parts: list[str] = []
        shown: Entity | None = None
        depth = 0
        for token in tokens:
            depth += (token.text in _OPENING) - (token.text in _CLOSING)
            if token.text in _QUOTES or token.is_space or depth > 0:
                continue
            if token.lower_ == "no" and token.dep_ == "det":
                continue
            entity = self.entity(token, paragraph)
            is_person = entity is not None and entity.type is EntityType.PERSON
            if is_person and entity is not None and token.pos_ == "PROPN":
                if entity is not shown:
                    parts.append(self.name(entity))
                shown = entity
                continue
            shown = None
            if token.lower_ in {"there", "here"} and token.dep_ == "advmod":
                continue
            if token.lower_ in _PARTICLES and token.dep_ == "amod":
                continue
            if token.lower_ in {"mr", "mr.", "mrs", "mrs.", "ms", "ms."}:
                continue
            if token.lower_ in _POSSESSIVES and token.dep_ == "poss":
                if subject:
                    parts.append(token.lower_)
                    continue
                try:
                    parts.append(_possessive(self._pronoun(token, paragraph)))
                except NotClearError:
                    # Whose it is goes without saying where nothing tells.
                    if token.lower_ in _SPEAKING:
                        raise
                    parts.append("the")
            elif _is_pronoun(token):
                name = self._pronoun(token, paragraph)
                if name == subject:
                    raise NotClearError(f"{subject} to itself")
                parts.append(name)
            elif token.tag_ == "POS" or token.text in {",", "%"} or _is_glued(token):
                parts[-1:] = [(parts[-1] if parts else "") + token.text]
            elif token.lower_ == "the" or (
                token.dep_ == "det" and token.lower_ in {"this", "that", "these", "those"}
            ):
                parts.append("the")
            else:
                named = entity is not None and entity.type is not EntityType.NUMBER
                lone = token.pos_ == "NUM" and token.text.isalpha()
                kept = named and not lone
                parts.append(str(token.text) if kept else _uncapped(token))
        return " ".join(part for part in parts if part.strip()).strip(" ,;:-")

    def _pronoun(self, token: Token, paragraph: Paragraph) -> str:
        entity = self.entity(token, paragraph)
        if entity is not None and token.lower_ not in _SPEAKING:
            return self.name(entity)
        found: Token | None = None
        if token.lower_ in {"it", "its", "they", "their", "them"}:
            found = antecedent(token, self._index, paragraph) or self._before(token, paragraph)
        elif token.lower_ in {"he", "she", "his", "him"}:
            found = person_above(token)
        if found is not None:
            return self._short(found, paragraph)
        if token.lower_ in _MEANT:
            raise NotClearError(token.text)
        return str(token.text)

    def _before(self, token: Token, paragraph: Paragraph) -> Token | None:
        """What a pronoun goes back to in the sentence before, or the end of the block before."""
        if token.sent.start > 0:
            return told_of(token, token.doc[token.sent.start - 1].sent, self._index, paragraph)
        return None

    def _short(self, head: Token, paragraph: Paragraph) -> str:
        entity = self.entity(head, paragraph)
        if entity is not None:
            return self.name(entity)
        tokens = _kept(head, lean=True)
        if any(t.lower_ in _MEANT for t in tokens):
            # A pronoun for a phrase with pronouns may come back to itself.
            raise NotClearError(head.text)
        return self.words(tokens, paragraph)


def short_names(entities: Iterable[Entity]) -> Mapping[str, str]:
    """The short usual name by the full one: the last name of a person who has it alone."""
    chosen: dict[str, str] = {}
    people = [e for e in entities if e.type is EntityType.PERSON]
    last = Counter(_last_name(e.name) for e in people)
    for entity in entities:
        if entity.type is EntityType.PERSON:
            name = _last_name(entity.name)
            chosen[entity.name] = name if last[name] == 1 else entity.name
    return chosen


def _last_name(name: str) -> str:
    parts = [p for p in name.split() if not _SUFFIXES.fullmatch(p)]
    return parts[-1] if parts else name


def _is_pronoun(token: Token) -> bool:
    """Whether a word stands for something else, and is no part of a name ("This Morning")."""
    if token.lower_ not in _MEANT or token.pos_ != "PRON" or token.dep_ == "det":
        return False
    if token.lower_ == "that" and token.tag_ != "DT":
        return False  # A relative clause.
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return not (token.text.istitle() and after.text.istitle() and token.lower_ in _DEICTICS)


def _names_it(head: Token, entity: Entity) -> bool:
    return head.pos_ == "PROPN" or head.lower_ in entity.name.lower()


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _uncapped(token: Token) -> str:
    """A token without the capital it has from beginning a sentence."""
    text = str(token.text)
    if token.pos_ == "NUM" and text.isalpha():
        return text.lower()
    begins = token.i == _first_word(token) and token.ent_type_ in _COUNTS
    if (token.dep_ == "det" or begins) and token.pos_ != "PROPN" and text.istitle():
        return text.lower()
    return text


def _first_word(token: Token) -> int:
    """The number of the first token of a sentence that is not a mark."""
    return next((t.i for t in token.sent if t.is_alpha), token.i)


def _is_glued(token: Token) -> bool:
    """Whether a token is written onto the one before it."""
    before = token.nbor(-1) if token.i else None
    return (
        before is not None
        and not before.whitespace_
        and before.text not in {*_QUOTES, "$", "£", "€"}
    )


def _kept(head: Token, *, lean: bool) -> list[Token]:
    """The tokens of a phrase without relative clauses, appositions and asides."""
    dropped = _DROPPED_LEAN if lean else _DROPPED
    skipped: set[int] = set()
    for token in head.subtree:
        if token == head or token.head.i in skipped:
            if token.head.i in skipped:
                skipped.add(token.i)
            continue
        if token.dep_ == "conj" and any(c.dep_ in SUBJECTS for c in token.lefts):
            skipped.update(t.i for t in token.subtree)
            continue
        if token.tag_ == "POS" and token.head == head:
            skipped.add(token.i)
            continue
        named = token.dep_ == "appos" and token.ent_type_ and not token.like_num
        loose = token.dep_ in dropped and not named
        if (
            loose
            or (token.dep_ == "prep" and token.head == head and _after_comma(token))
            or (lean and token.i > head.i and token.dep_ in {"conj", "cc"})
            or (
                lean
                and token.dep_ == "prep"
                and token.head == head
                and token.lower_ not in {"of", "for", "to"}
            )
        ):
            skipped.update(t.i for t in token.subtree)
    kept = [t for t in head.subtree if t.i not in skipped]
    while kept and kept[0].dep_ == "advmod" and kept[0].head == head and head.pos_ == "NOUN":
        kept.pop(0)
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    return kept


def _after_comma(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text == ","


def _matters(sentence: TokenSpan) -> list[Token]:
    """The nouns of a sentence that one could be asked about, likeliest first."""
    nouns = [t for t in sentence if t.pos_ == "NOUN" and not t.ent_type_]
    asked = [t for t in nouns if str(t.lemma_).lower() in _ASKED_ABOUT]
    told = [t for t in nouns if t.dep_ in {"dobj", "nsubjpass"}]
    return [*asked, *told]


def clause_end(verb: Token) -> tuple[list[Token], list[Token]]:
    """The complements of a verb, in text order: those it needs, and those it can do without."""
    needed: list[Token] = []
    free: list[Token] = []
    for child in verb.rights:
        if child.dep_ == "cc":
            break
        if child.is_punct or child.dep_ in {
            "cc",
            "conj",
            "parataxis",
            "punct",
            "dep",
            "appos",
            "intj",
        }:
            continue
        if child.dep_ in {
            "dobj",
            "attr",
            "acomp",
            "oprd",
            "prt",
            "xcomp",
            "ccomp",
            "agent",
            "dative",
            "neg",
        } or (child.dep_ == "prep" and not any(c.dep_ == "dobj" for c in needed) and not free):
            needed.append(child)
        elif (
            child.dep_ in {"prep", "npadvmod"}
            or (child.dep_ == "advcl" and any(c.lower_ == "if" for c in child.lefts))
            or (child.dep_ == "advmod" and child.i == verb.i + 1)
        ):
            free.append(child)
    return needed, free


def phrase_tokens(child: Token, *, lean: bool) -> list[Token]:
    """The words of a complement."""
    return _kept(child, lean=lean)
