"""Who a source phrase is: how far it reaches, whether it is named, and by which name.

A name is given only when it is certain: from the entity index, from a name inside the
phrase, or for "he" and "she" from the nearest speaker before it. Everything else is an
anonymous source (its phrase stands for it) or stays without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.lexicons.reporting import (
    DOCUMENT_NOUNS,
    INSTITUTION_NOUNS,
    PEOPLE_NOUNS,
    PEOPLE_SUFFIXES,
    words,
)
from tui.analysis.parsed import EntityIndex, Paragraph
from tui.analysis.results import Entity, EntityType
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INDEFINITE = words(
    """
    a an one some several many most few two three four five six seven eight nine ten dozens
    hundreds thousands both other others another various certain numerous unnamed more
    at least
    """
)
_DEFINITE = words("the this that these those each every all")
_SPEAKING_TYPES = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP, EntityType.WORK}
)
_PERSONAL = frozenset({"he", "she"})
_CALLS_FOR = {
    **dict.fromkeys(("he", "mr", "sir", "lord", "king", "prince"), "he"),
    **dict.fromkeys(("she", "mrs", "ms", "miss", "lady", "dame", "queen", "princess"), "she"),
}
"""Words of a source phrase that settle its pronoun."""
_CLAUSES_ABOUT = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_LONGEST = 30
"""Tokens of a source phrase at most: beyond it the parse is wrong."""


@dataclass(frozen=True, slots=True)
class Source:
    """A source phrase as the parse shows it: half-open token numbers of one Doc."""

    first: int
    """Its first token."""
    stop: int
    """The token after its last one."""
    head: int
    """Its head, the word that says who it is."""
    relative: int | None = None
    """The "who" or "which" that stands for it beside the cue; `None` when nothing does."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source phrase with what is known about who it is."""

    span: Span
    """The phrase, in the article."""
    name: str | None
    """The resolved name, for an anonymous source its phrase; `None` when not certain."""
    anonymous: bool
    """Whether the text does not name the source."""
    is_person: bool
    """Whether a later "he" or "she" may mean it."""


def source_of(head: Token, *, after: int | None = None, before: int | None = None) -> Source:
    """The extent of the source phrase around its head.

    Args:
        head: The head of the noun phrase.
        after: The phrase begins at this token or later (a cue stands before it).
        before: The phrase ends before this token (a cue stands after it).
    """
    first, stop = head.left_edge.i, head.right_edge.i + 1
    for child in head.rights:
        # Relative clauses and coordinated clauses tell about the source, they do not name it.
        if (child.dep_ in _CLAUSES_ABOUT and (child.dep_ != "relcl" or _has_comma(child))) or (
            child.dep_ in {"acl", "conj"} and child.pos_ in {"VERB", "AUX"} and _has_comma(child)
        ):
            stop = min(stop, child.left_edge.i)
            break
    stop = _before_anonymity(head, stop)
    if after is not None:
        first = max(first, after)
    if before is not None:
        stop = min(stop, before)
    doc = head.doc
    while stop - 1 > head.i and (
        doc[stop - 1].is_punct or doc[stop - 1].is_space or doc[stop - 1].dep_ == "cc"
    ):
        if doc[stop - 1].text in {")", "]"} and any(t.text in {"(", "["} for t in doc[first:stop]):
            break
        stop -= 1
    while first < head.i and (
        doc[first].is_punct or doc[first].is_space or doc[first].dep_ == "cc"
    ):
        first += 1
    if after is not None and after <= first:
        stop = max(stop, _postnominal(doc, stop))
    if stop - first > _LONGEST:
        stop = head.i + 1
        first = max(first, stop - _LONGEST)
    stop = max(stop, head.i + 1)
    while stop - 1 > head.i and doc[stop - 1].is_space:
        stop -= 1
    return Source(first, stop, head.i)


def _before_anonymity(head: Token, stop: int) -> int:
    """The end of a source phrase before a clause that only says why it has no name.

    "a diplomat who spoke on condition of anonymity": the source is "a diplomat".
    """
    doc = head.doc
    for position in range(head.i + 1, stop):
        if doc[position].tag_ == "WP":
            told = any(t.lower_ == "anonymity" for t in doc[position:stop])
            return position if told else stop
    return stop


def _postnominal(doc: Doc, stop: int) -> int:
    """The end of an adjective phrase right behind a noun ("people close to the talks").

    Behind an inverted verb the parser often makes it a clause of the verb.
    """
    if stop < len(doc) and doc[stop].pos_ == "ADJ" and doc[stop].right_edge.i < doc[stop].sent.end:
        end = doc[stop].right_edge.i + 1
        inside = doc[stop:end]
        if not any(t.is_punct or t.pos_ in {"VERB", "AUX"} for t in inside):
            return end
    return stop


def _has_comma(token: Token) -> bool:
    left = token.left_edge.i
    return left > 0 and token.doc[left - 1].text == ","


class SpeakerResolver:
    """Resolves source phrases in text order, remembering who spoke before."""

    def __init__(self, entities: EntityIndex) -> None:
        """Resolve against the entities of the same text."""
        self._entities = entities
        self._last: tuple[int, str] | None = None
        self._pronouns: dict[str, str] = {}

    def resolve(self, paragraph: Paragraph, source: Source) -> Speaker:
        """Who a source phrase is; call it in text order."""
        doc = paragraph.doc
        span = _stripped(paragraph, source)
        head = doc[source.head]
        entity = self._entity(paragraph, source, span)
        name: str | None = None
        anonymous = False
        is_person = False
        if entity is not None:
            name, is_person = entity.name, entity.type is EntityType.PERSON
            if entity.type is EntityType.GROUP and doc[source.first].lower_ in _INDEFINITE:
                name, anonymous = doc[source.first : source.stop].text, True
        elif head.lower_ in _PERSONAL:
            name = self._last_person(paragraph, head.lower_)
            is_person = name is not None
        elif head.pos_ == "PROPN" and head.ent_type_ not in {"DATE", "TIME", "CARDINAL"}:
            name = _proper_name(doc, source)
            is_person = head.ent_type_ == "PERSON"
        elif is_anonymous(doc, source):
            name, anonymous = doc[source.first : source.stop].text, True
        if name is not None and is_person:
            self._last = (paragraph.number, name)
            pronoun = _pronoun_of(doc, source)
            if pronoun is not None:
                self._pronouns.setdefault(name, pronoun)
        elif head.pos_ != "PRON":
            # Somebody else has spoken since: "he" may be either of them.
            self._last = self._last if name is None else None
        if source.relative is not None and name is not None:
            # As "he" would; without a name its noun says more than a "which".
            span = paragraph.between(doc[source.relative], doc[source.relative])
        # The text of a wrapped phrase has a newline in it, its name has none.
        name = " ".join(name.split()) if name is not None else None
        return Speaker(span, name, anonymous, is_person)

    def remember(self, paragraph: Paragraph, name: str) -> None:
        """Note that a person speaks here without being named again."""
        self._last = (paragraph.number, name)

    def _entity(self, paragraph: Paragraph, source: Source, span: Span) -> Entity | None:
        doc = paragraph.doc
        head = doc[source.head]
        offset = paragraph.start + head.idx
        found = self._entities.at(offset)
        if found is not None and found.type in _SPEAKING_TYPES:
            return found
        # "the prosecutor, Ann Lee": the apposition names the head.
        for child in head.rights:
            if child.dep_ == "appos" and source.first <= child.i < source.stop:
                found = self._entities.at(paragraph.start + child.idx)
                if found is not None and found.type is EntityType.PERSON:
                    return found
        return self._titled(paragraph, source, span) if head.pos_ in {"NOUN", "PROPN"} else None

    def _titled(self, paragraph: Paragraph, source: Source, span: Span) -> Entity | None:
        """A person whose title the parser took for the head ("Governor of Ohio Ann Lee")."""
        doc = paragraph.doc
        for place, entity in self._entities.inside(span):
            if entity.type is not EntityType.PERSON:
                continue
            first = doc.char_span(
                place.start - paragraph.start,
                place.end - paragraph.start,
                alignment_mode="expand",
            )
            if first is None or first.start <= source.head:
                continue
            before = doc[first.start - 1]
            if before.i == source.head or before.pos_ == "PROPN" or before.text == ",":
                return entity
        return None

    def _last_person(self, paragraph: Paragraph, pronoun: str) -> str | None:
        """The speaker just before, unless the text calls that person otherwise."""
        if self._last is None or paragraph.number - self._last[0] > 1:
            return None
        name = self._last[1]
        return name if self._pronouns.get(name, pronoun) == pronoun else None


def _stripped(paragraph: Paragraph, source: Source) -> Span:
    """The span of a source phrase without blanks that the tokens at its ends hold."""
    doc = paragraph.doc
    span = paragraph.between(doc[source.first], doc[source.stop - 1])
    found = paragraph.text[span.start - paragraph.start : span.end - paragraph.start]
    start = span.start + len(found) - len(found.lstrip())
    return Span(start, max(start, span.end - len(found) + len(found.rstrip())))


def _pronoun_of(doc: Doc, source: Source) -> str | None:
    """The pronoun a source phrase itself calls for: by its honorific or as it stands."""
    for token in doc[source.first : source.stop]:
        pronoun = _CALLS_FOR.get(token.lower_.rstrip("."))
        if pronoun is not None:
            return pronoun
    return None


def may_judge(head: Token) -> bool:
    """Whether a source is one that can promise, deny or praise: a person or a body.

    Of nouns this is told by their ending and a list of classes; "the results" cannot.
    """
    if head.pos_ in {"PROPN", "PRON"} and head.tag_ not in {"WDT"} and head.lower_ != "it":
        return True
    lemma = head.lemma_.lower()
    if lemma in DOCUMENT_NOUNS:
        return False
    return lemma in INSTITUTION_NOUNS or lemma in PEOPLE_NOUNS or lemma.endswith(PEOPLE_SUFFIXES)


def is_anonymous(doc: Doc, source: Source) -> bool:
    """Whether a phrase without a name is an indefinite one for people.

    "a person familiar with the matter", "Western officials", "sources" are; "the
    spokesman" points at someone the text has introduced, "a study" is no person.
    """
    head = doc[source.head]
    lemma = head.lemma_.lower()
    if head.lower_ in {"some", "others", "many", "several", "one", "someone", "somebody"}:
        return True
    if (
        head.pos_ != "NOUN"
        or (head.is_title and head.i > source.first)
        or lemma in DOCUMENT_NOUNS
        or lemma in INSTITUTION_NOUNS
    ):
        return False
    openers = {t.lower_ for t in head.lefts if t.dep_ in {"det", "nummod", "amod", "poss"}}
    if any(t.dep_ == "poss" for t in head.lefts) or openers & _DEFINITE:
        return False
    if openers & _INDEFINITE or doc[source.first].lower_ in _INDEFINITE:
        return True
    return head.tag_ == "NNS" or lemma in {"source"}


def _proper_name(doc: Doc, source: Source) -> str:
    """The run of proper nouns that ends at the head, without honorific."""
    first = source.head
    while first > source.first and doc[first - 1].pos_ == "PROPN":
        first -= 1
    if first < source.head and doc[first].lower_.rstrip(".") in {"mr", "mrs", "ms", "miss", "dr"}:
        first += 1
    return doc[first : source.head + 1].text
