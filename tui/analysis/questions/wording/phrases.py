"""Noun phrases as a question shows them: short, with names for pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness.asserting import CLAIM_NOUNS
from tui.analysis.lexicons.openness.deciding import APPROVED_NOUNS
from tui.analysis.lexicons.openness.foreseeing import EVENT_NOUNS
from tui.analysis.lexicons.openness.withheld import REQUEST_NOUNS
from tui.analysis.parsed import Paragraph
from tui.analysis.questions.clauses import WH_TAGS, lemma
from tui.analysis.questions.wording.naming import possessive, short_names
from tui.analysis.questions.wording.referents import antecedent, named_before, person_above
from tui.analysis.questions.wording.spelling import (
    MEANT,
    POSSESSIVES,
    REFLEXIVE,
    SPEAKING,
    WITH_ARTICLE,
    is_glued,
    is_pronoun,
    lacks_article,
    spelled,
)
from tui.analysis.questions.wording.trimming import (
    goes_unsaid,
    phrase_tokens,
    without_asides,
    without_last_phrase,
)
from tui.analysis.results import Entity, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

LONGEST = 14
"""Words of the longest question."""
_NOBODY = words("nobody none nothing few little noone")
_ASKS = frozenset({"det", "advmod", "amod", "poss"})
_ASKED_ABOUT = CLAIM_NOUNS | APPROVED_NOUNS | EVENT_NOUNS
_LONGEST_MATTER = 8
_NAMES = frozenset({EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP})


class NotClearError(Exception):
    """A phrase holds a word nobody can resolve, or grows too long; never leaves the wording."""


class TooLongError(NotClearError):
    """A question holds more words than it may."""


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
        if name in WITH_ARTICLE:
            return f"the {name}"
        return f"the {name[4:]}" if name.startswith("The ") else name

    def entity(self, token: Token, paragraph: Paragraph) -> Entity | None:
        """The entity a token names or stands for."""
        return self._index.at(paragraph.start + token.idx)

    def owned(self, owner: Token, paragraph: Paragraph) -> str:
        """Somebody's, as it stands before a noun."""
        return possessive(self.noun(owner, paragraph, lean=True))

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
        _check_names_something(head)
        quantity = head.lower_ in {"any", "some", "many", "most", "all"} and head.n_rights
        if not quantity and (head.pos_ == "PRON" or head.tag_ in {"PRP", "PRP$"}):
            return self._pronoun(head, paragraph)
        entity = self.entity(head, paragraph)
        if entity is not None and entity.type is EntityType.PERSON and _names_it(head, entity):
            return self.name(entity)
        tokens = phrase_tokens(head, lean=lean)
        if tokens and tokens[0].lower_ == "that" and head.tag_ == "NNS":
            tokens.pop(0)  # A conjunction taken for an article.
        text = self.words(tokens, paragraph, subject=subject)
        if text in WITH_ARTICLE:
            text = f"the {text}"
        while longest is not None and len(text.split()) > longest:
            tokens = without_last_phrase(tokens)
            if not tokens:
                break
            text = self.words(tokens, paragraph, subject=subject)
        return text

    def words(self, tokens: Iterable[Token], paragraph: Paragraph, *, subject: str = "") -> str:
        """Some words of a text, persons by their short name, pronouns by a name.

        Raises:
            NotClearError: A pronoun among them is not resolved.
        """
        parts: list[str] = []
        shown: Entity | None = None
        for token in without_asides(tokens):
            entity = self.entity(token, paragraph)
            is_person = entity is not None and entity.type is EntityType.PERSON
            if is_person and entity is not None and token.pos_ == "PROPN":
                if entity is not shown:
                    parts.append(self.name(entity))
                shown = entity
                continue
            shown = None
            if lacks_article(token):
                parts.append("the")
            if goes_unsaid(token):
                continue
            stand_in = self._stand_in(token, paragraph, parts, subject)
            if stand_in is not None:
                parts.append(stand_in)
            elif token.tag_ == "POS" or token.text in {",", "%"} or is_glued(token):
                parts[-1:] = [(parts[-1] if parts else "") + token.text]
            else:
                parts.append(spelled(token, entity))
        return " ".join(part for part in parts if part.strip()).strip(" ,;:-")

    def _stand_in(
        self, token: Token, paragraph: Paragraph, said: Sequence[str], subject: str
    ) -> str | None:
        """What is said for a pronoun; `None` for any other word.

        Raises:
            NotClearError: It is not resolved.
        """
        if token.lower_ in POSSESSIVES and token.dep_ == "poss":
            return token.lower_ if subject else self._owner(token, paragraph, said)
        if token.lower_ in REFLEXIVE:
            if not subject:
                raise NotClearError(token.text)
            return str(token.lower_)
        if not is_pronoun(token):
            return None
        name = self._pronoun(token, paragraph)
        if name == subject:
            raise NotClearError(f"{subject} to itself")
        return token.lower_ if name in said else name

    def _pronoun(self, token: Token, paragraph: Paragraph) -> str:
        entity = self.entity(token, paragraph)
        if entity is not None and token.lower_ not in SPEAKING:
            return self.name(entity)
        found: Token | None = None
        if token.lower_ in {"it", "its", "they", "their", "them"}:
            found = antecedent(token, self._index, paragraph) or self._named_before(
                token, paragraph
            )
        elif token.lower_ in {"he", "she", "his", "him"}:
            found = person_above(token)
        if found is not None:
            return self._short(found, paragraph)
        if token.lower_ in MEANT:
            raise NotClearError(token.text)
        return str(token.text)

    def _owner(self, token: Token, paragraph: Paragraph, said: Sequence[str]) -> str:
        """Whose something is, by name; "the" where nothing tells, for it goes without saying.

        The pronoun stays where the name was said just before.
        """
        try:
            owner = self._pronoun(token, paragraph)
        except NotClearError:
            return "the"
        return token.lower_ if owner in said else possessive(owner)

    def _named_before(self, token: Token, paragraph: Paragraph) -> Token | None:
        """What a pronoun goes back to in the sentence before, or the end of the block before."""
        if token.sent.start > 0:
            return named_before(token, token.doc[token.sent.start - 1].sent, self._index, paragraph)
        return None

    def _short(self, head: Token, paragraph: Paragraph) -> str:
        entity = self.entity(head, paragraph)
        if entity is not None:
            return self.name(entity)
        tokens = phrase_tokens(head, lean=True)
        if any(t.lower_ in MEANT for t in tokens):
            # A pronoun for a phrase with pronouns may come back to itself.
            raise NotClearError(head.text)
        return self.words(tokens, paragraph)


def _check_names_something(head: Token) -> None:
    """Refuse the head of a phrase that names nobody and nothing.

    Raises:
        NotClearError: The phrase asks or denies, or says nothing in particular.
    """
    if head.tag_ in WH_TAGS or any(c.tag_ in WH_TAGS and c.dep_ in _ASKS for c in head.lefts):
        raise NotClearError("a question of its own")
    if head.lemma_ in {"thing", "lot"} or (head.lower_ in {"any", "some"} and not head.n_rights):
        raise NotClearError("nothing in particular")
    if not head.whitespace_ and head.i + 1 < len(head.doc) and head.nbor().text == "-":
        raise NotClearError("half a word")
    if head.lower_ in _NOBODY or any(c.lower_ in {"no", "neither"} for c in head.lefts):
        raise NotClearError("nobody")


def _names_it(head: Token, entity: Entity) -> bool:
    return head.pos_ == "PROPN" or head.lower_ in entity.name.lower()


def _matters(sentence: TokenSpan) -> list[Token]:
    """The nouns of a sentence that one could be asked about, likeliest first."""
    nouns = [
        t
        for t in sentence
        if t.pos_ == "NOUN" and not t.ent_type_ and t.lemma_ not in REQUEST_NOUNS
    ]
    asked = [t for t in nouns if lemma(t) in _ASKED_ABOUT]
    affected = [t for t in nouns if t.dep_ in {"dobj", "nsubjpass"}]
    return [*asked, *affected]
