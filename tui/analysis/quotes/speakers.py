"""Who a source phrase is: whether it is named, and by which name.

A name is given only when it is certain: from the entity index, from a name that stands in
apposition to the head of the phrase, or for a pronoun from who has spoken before. Everything
else is an anonymous source (its phrase stands for it) or stays without a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.title_words import HONORIFICS, MODIFIERS, OFFICES, PORTFOLIOS
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.quotes.anonymity import INDEFINITE, is_anonymous
from tui.analysis.quotes.source_spans import Source, is_body, is_person_noun
from tui.analysis.quotes.speaker_labels import fit_label, mended
from tui.analysis.quotes.speaker_memory import GENDERS, Kind, Known, SpeakerMemory, is_new
from tui.analysis.results import Entity, EntityType
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPEAKING_TYPES = frozenset(
    {EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP, EntityType.WORK}
)
_BODY_PRONOUNS = frozenset({"it", "they"})
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
_NOT_OFFICES = words("spokesman spokeswoman spokesperson aide lawyer solicitor adviser advisor")
"""Who speaks for the person behind "for" and is not that person."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source phrase with what is known about who it is."""

    span: Span | None
    """The phrase, in the article; `None` when nothing of it is fit to be shown."""
    name: str | None
    """The resolved name, for an anonymous source its phrase; `None` when not certain."""
    anonymous: bool
    """Whether the text does not name the source."""
    by_pronoun: bool = False
    """Whether it is "it" or "they", which were resolved: less surely than "he" and "she"."""
    known: Known | None = None
    """What a later pronoun, or a quotation of the same turn, may mean."""


NOBODY = Speaker(None, None, False)
"""A source that stays without a name and without a phrase."""


class SpeakerResolver:
    """Resolves source phrases in text order, remembering who spoke before."""

    def __init__(self, parsed: ParsedText, entities: EntityIndex, reported: Sequence[Span]) -> None:
        """Resolve against the entities of the same text; `reported` are all reported words."""
        self._entities = entities
        self._memory = SpeakerMemory(parsed, entities, reported)

    def resolve(
        self, paragraph: Paragraph, source: Source, said: Sequence[Span], *, keeps: bool = False
    ) -> Speaker:
        """Who a source phrase is; call it in text order.

        Args:
            paragraph: Where the phrase stands.
            source: The phrase.
            said: The words it says: a name in them is not the speaker's.
            keeps: Whether its cue goes on with the speaker before ("he added").
        """
        word = paragraph.doc[source.head].lower_
        if word in GENDERS or word in _BODY_PRONOUNS:
            return self._of_pronoun(paragraph, source, said, keeps=keeps)
        return self._of_phrase(paragraph, source)

    def _of_phrase(self, paragraph: Paragraph, source: Source) -> Speaker:
        """Who a name or a description is."""
        doc = paragraph.doc
        source = mended(doc, source)
        head = doc[source.head]
        label = fit_label(doc, source)
        if label is None:
            return NOBODY
        span = _stripped(paragraph, source)
        whole = _in_one_line(doc[source.first : source.stop].text)
        relative = source.relative
        source = Source(*label, source.head)
        name, anonymous, entity = self._named(paragraph, source)
        shown = self._phrase(paragraph, source)
        if anonymous or (name is None and shown != whole):
            name = shown
        if relative is not None and name is not None:
            # As "he" would; without a name its noun says more than a "which".
            span = paragraph.between(doc[relative], doc[relative])
        # The text of a wrapped phrase has a newline in it, its name has none.
        name = _in_one_line(name) if name is not None else None
        known = replace(
            self._memory.known(paragraph, head, name or shown, entity),
            anonymous=anonymous,
            spoke=True,
            is_new=is_new(doc[source.first]),
        )
        self._memory.note(known)
        return Speaker(span, name, anonymous, known=known)

    def goes_on(self, paragraph: Paragraph, place: int, known: Known) -> bool:
        """Whether the text before a quotation in its paragraph is about the same speaker."""
        actor = self._memory.actor_before(paragraph, place)
        return actor is not None and actor is known.entity

    def remember(self, paragraph: Paragraph, place: int, known: Known) -> None:
        """Note that somebody speaks here without being named again."""
        self._memory.note(_moved(known, place, self._memory.number(paragraph)))

    def _of_pronoun(
        self, paragraph: Paragraph, source: Source, said: Sequence[Span], *, keeps: bool
    ) -> Speaker:
        """Who "he", "she", "it" or "they" are: who has spoken or acted before."""
        token = paragraph.doc[source.head]
        place = paragraph.start + token.idx
        pronoun = token.lower_
        barred = self._spoken_of(said)
        candidates = self._memory.before(paragraph, place, keeps=keeps)
        if pronoun in GENDERS:
            known = self._person(paragraph, token, candidates, barred, keeps=keeps)
        else:
            known = self._memory.body(pronoun, candidates, barred)
        span = _stripped(paragraph, source)
        if known is None:
            return Speaker(span, None, False)
        self.remember(paragraph, place, known)
        is_body = pronoun in _BODY_PRONOUNS
        return Speaker(span, known.label, known.anonymous, by_pronoun=is_body, known=known)

    def _spoken_of(self, said: Sequence[Span]) -> set[str]:
        """The names in the words said, but for those of speakers ("no, Ann said, he did")."""
        return {
            entity.name
            for span in said
            for place, entity in self._entities.named_inside(span)
            if not self._memory.speaks_in(place)
        }

    def _person(
        self,
        paragraph: Paragraph,
        token: Token,
        candidates: Sequence[Known],
        barred: set[str],
        *,
        keeps: bool,
    ) -> Known | None:
        """Who "he" or "she" is, by the speakers before, else by all mentions of the text."""
        guess = self._entities.at(paragraph.start + token.idx)
        if guess is not None and guess.name in barred:
            guess = None
        if guess is not None and self._is_named_in_sentence(paragraph, token, guess):
            return self._memory.known(paragraph, token, guess.name, guess)
        known = self._memory.person(token.lower_, candidates, barred, guess, keeps=keeps)
        is_certain = not any(k.kind is Kind.PERSON and k.is_new for k in candidates)
        if known is None and guess is not None and is_certain:
            return self._memory.known(paragraph, token, guess.name, guess)
        return known

    def _is_named_in_sentence(self, paragraph: Paragraph, token: Token, guess: Entity) -> bool:
        """Whether somebody is named before a pronoun in its sentence, outside what is said."""
        sentence = paragraph.between(token.sent[0], token)
        return any(
            entity is guess and not self._memory.is_reported(place.start)
            for place, entity in self._entities.named_inside(sentence)
        )

    def _named(
        self, paragraph: Paragraph, source: Source
    ) -> tuple[str | None, bool, Entity | None]:
        """The name of a phrase, whether it hides who it is, and the entity it means."""
        doc = paragraph.doc
        head = doc[source.head]
        entity = self._entity(paragraph, source, _stripped(paragraph, source))
        if entity is not None and entity.type is not EntityType.PERSON and _is_member(doc, source):
            is_hidden = doc[source.first].lower_ in INDEFINITE
            return (doc[source.first : source.stop].text if is_hidden else None), is_hidden, None
        if entity is not None:
            if entity.type is EntityType.GROUP and doc[source.first].lower_ in INDEFINITE:
                return doc[source.first : source.stop].text, True, None
            return self._with_others(paragraph, source, entity)
        if head.pos_ == "PROPN" and head.ent_type_ not in {"DATE", "TIME", "CARDINAL"}:
            return _name_of_holder(doc, source), False, None
        if is_anonymous(doc, source):
            return doc[source.first : source.stop].text, True, None
        return None, False, None

    def _with_others(
        self, paragraph: Paragraph, source: Source, entity: Entity
    ) -> tuple[str, bool, Entity | None]:
        """A name with the names joined to it ("Ann Lee and Tom Baker")."""
        names, verb = [entity.name], paragraph.doc[source.head]
        while (joined := _conjunct(verb, source.stop)) is not None:
            other = self._entities.at(paragraph.start + joined.idx)
            if other is None or other.type not in _SPEAKING_TYPES or other.name in names:
                break
            names.append(other.name)
            verb = joined
        if len(names) == 1:
            return entity.name, False, entity
        return f"{', '.join(names[:-1])} and {names[-1]}", False, None

    def _phrase(self, paragraph: Paragraph, source: Source) -> str:
        """A phrase as it is shown: with the owner's name for "his", "her", "its"."""
        doc = paragraph.doc
        first = doc[source.first]
        text = _in_one_line(doc[source.first : source.stop].text)
        if first.lower_ not in _POSSESSIVES or source.stop - source.first < 2:
            return text
        owner = self._entities.at(paragraph.start + first.idx)
        if owner is None:
            place = paragraph.start + first.idx
            candidates = self._memory.before(paragraph, place, keeps=True)
            pronoun = {"its": "it", "their": "they"}.get(first.lower_)
            found = self._memory.body(pronoun, candidates, set()) if pronoun else None
            owned = found.label if found is not None and found.entity is not None else None
        else:
            owned = owner.name
        if owned is None:
            return text
        rest = _in_one_line(doc[source.first + 1 : source.stop].text)
        return f"{owned}{_genitive(owned)} {rest}"

    def _entity(self, paragraph: Paragraph, source: Source, span: Span) -> Entity | None:
        doc = paragraph.doc
        head = doc[source.head]
        found = self._entities.at(paragraph.start + head.idx)
        is_named = head.pos_ == "PROPN" or head.pos_ == "PRON"
        if found is not None and found.type in _SPEAKING_TYPES and is_named:
            return found
        explained = None
        if head.pos_ in {"NOUN", "PROPN"} and _may_be_named(head):
            explained = self._explained(paragraph, source, span)
        # What is said right beside an office is surer than who held it before.
        meant = found if found is not None and found.type in _SPEAKING_TYPES else None
        return explained or meant

    def _explained(self, paragraph: Paragraph, source: Source, span: Span) -> Entity | None:
        """The person whose name explains a head: in apposition, or as what it is the title of."""
        doc = paragraph.doc
        # "the prosecutor, Ann Lee": the apposition names the head.
        for child in doc[source.head].rights:
            if child.dep_ == "appos" and source.first <= child.i < source.stop:
                found = self._entities.at(paragraph.start + child.idx)
                is_plain = not _names_somebody_else(doc, source.head, child.left_edge.i)
                if found is not None and found.type is EntityType.PERSON and is_plain:
                    return found
        return self._titled(paragraph, source, span)

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
            return entity if self._is_title(paragraph, source.head, first.start) else None
        return None

    def _is_title(self, paragraph: Paragraph, head: int, name: int) -> bool:
        """Whether what stands from a head to a name is nothing but the title of that name."""
        doc = paragraph.doc
        while name - 1 > head and doc[name - 1].lower_.rstrip(".") in HONORIFICS:
            name -= 1
        if doc[name - 1].text == ",":
            return not _names_somebody_else(doc, head, name - 1)
        between = doc[head + 1 : name]
        if all(_is_title_word(t) for t in between):
            return True
        # "Governor of Ohio Ann Lee", but no "aide to Ann Lee", "lawyer of Mr Lee".
        if doc[head].lemma_.lower() not in OFFICES - _NOT_OFFICES or between[0].lower_ != "of":
            return False
        last = self._entities.at(paragraph.start + doc[name - 1].idx)
        if last is not None and last.type is EntityType.PERSON:
            return False
        return name - head > 2 and all(t.pos_ in {"PROPN", "ADP", "DET"} for t in between)


def _is_member(doc: Doc, source: Source) -> bool:
    """Whether a phrase ends with somebody of the body it names ("a Board of Trade official")."""
    last = doc[source.stop - 1]
    if any(t.is_punct for t in doc[source.head : source.stop]):
        return False
    return last.i > source.head and last.tag_ == "NN" and is_person_noun(last)


def _may_be_named(head: Token) -> bool:
    """Whether one person's name may explain a head: no body, no document, no crowd."""
    return head.tag_ not in {"NNS", "NNPS"} and (head.pos_ == "PROPN" or not is_body(head))


def _names_somebody_else(doc: Doc, head: int, stop: int) -> bool:
    """Whether a phrase tells of a further person before a name in apposition to it.

    "The mother of the victim, Ann Lee": either of them may be Ann Lee.
    """
    behind = doc[head + 1 : stop]
    return any(t.dep_ == "pobj" and t.pos_ == "NOUN" and is_person_noun(t) for t in behind)


def _is_title_word(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    listed = word in HONORIFICS or word in OFFICES or word in MODIFIERS or token.text in PORTFOLIOS
    return listed or (token.pos_ == "PROPN" and token.dep_ in {"compound", "nmod", "appos"})


def _conjunct(token: Token, stop: int) -> Token | None:
    """The name joined to a name, inside their phrase."""
    return next(
        (c for c in token.rights if c.dep_ == "conj" and c.pos_ == "PROPN" and c.i < stop), None
    )


def _moved(known: Known, place: int, paragraph: int) -> Known:
    return replace(known, place=place, paragraph=paragraph, spoke=True)


def _genitive(name: str) -> str:
    return "'" if name.endswith("s") else "'s"


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _stripped(paragraph: Paragraph, source: Source) -> Span:
    """The span of a source phrase without blanks that the tokens at its ends hold."""
    doc = paragraph.doc
    span = paragraph.between(doc[source.first], doc[source.stop - 1])
    found = paragraph.text[span.start - paragraph.start : span.end - paragraph.start]
    start = span.start + len(found) - len(found.lstrip())
    return Span(start, max(start, span.end - len(found) + len(found.rstrip())))


def _name_of_holder(doc: Doc, source: Source) -> str | None:
    """The proper name in a phrase: of who holds an office, where an office is its head."""
    head = doc[source.head]
    if head.lower_ not in OFFICES and head.lower_ not in MODIFIERS and head.lower_ != "executive":
        return _proper_name(doc, source)
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i < source.stop:
            return _proper_name(doc, replace(source, head=child.i, first=child.left_edge.i))
    return None


def _proper_name(doc: Doc, source: Source) -> str:
    """The run of proper nouns that ends at the head, without honorific."""
    first = source.head
    while first > source.first and doc[first - 1].pos_ == "PROPN":
        first -= 1
    if first < source.head and doc[first].lower_.rstrip(".") in {"mr", "mrs", "ms", "miss", "dr"}:
        first += 1
    return doc[first : source.head + 1].text
