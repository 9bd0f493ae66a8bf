"""Who a source phrase is: whether it is named, and by which name.

A name is given only when it is certain: from the entity index, from a name inside the
phrase, or for "he" and "she" from the nearest speaker before it. Everything else is an
anonymous source (its phrase stands for it) or stays without a name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.reporting import DOCUMENT_NOUNS, INSTITUTION_NOUNS
from tui.analysis.parsed import Paragraph
from tui.analysis.quotes.source_spans import Source
from tui.analysis.results import Entity, EntityType
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
