"""Noun phrases as a question shows them: short, with names for pronouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.analysis.entity_index import EntityIndex
from tui.analysis.lexicons import words
from tui.analysis.parsed import Paragraph
from tui.analysis.questions.clauses import WH_TAGS
from tui.analysis.questions.wording.naming import possessive, short_names
from tui.analysis.questions.wording.referents import antecedent, is_certain, is_loose, person_above
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
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 16
"""Words of the longest question."""
_MENTIONS = 5
"""Mentions that are looked at for how a text calls somebody."""
_NOBODY = words("nobody none nothing few little noone")
_ASKS = frozenset({"det", "advmod", "amod", "poss"})
_GLUE = frozenset("-/'’_")
"""What half a word, or a possessive that was not read as one, is written onto."""


class NotClearError(Exception):
    """A phrase holds a word nobody can resolve, or grows too long; never leaves the wording."""


class TooLongError(NotClearError):
    """A question holds more words than it may."""


class Phrases:
    """The phrases of one text, with the short usual names of its entities."""

    def __init__(self, index: EntityIndex, paragraphs: Sequence[Paragraph] = ()) -> None:
        """Choose a short name for every entity."""
        self._paragraphs = paragraphs
        self._starts = [paragraph.start for paragraph in paragraphs]
        self._titles: set[str] | None = None
        self._index = index
        self._names = short_names(index.entities)

    def name(self, entity: Entity) -> str:
        """The short usual name of an entity, without a capital on its article."""
        name = self._names.get(entity.name, entity.name)
        if name.startswith("The "):
            return f"the {name[4:]}"
        is_named_so = name in WITH_ARTICLE or self._has_article(entity)
        return f"the {name}" if is_named_so and not name.startswith("the ") else name

    def _has_article(self, entity: Entity) -> bool:
        """Whether the text says "the" before the name of a body or group, most of the time."""
        if entity.type is EntityType.PERSON:
            return False
        places = [m.span.start for m in entity.mentions[:_MENTIONS]]
        said = [self._text_before(place).lower().endswith("the ") for place in places]
        return 2 * sum(said) > len(said)

    def _text_before(self, place: int) -> str:
        number = bisect_right(self._starts, place) - 1
        if number < 0:
            return ""
        paragraph = self._paragraphs[number]
        offset = place - paragraph.start
        return paragraph.text[max(0, offset - 4) : offset]

    def entity(self, token: Token, paragraph: Paragraph) -> Entity | None:
        """The entity a token names or stands for."""
        return self._index.at(paragraph.start + token.idx)

    def owned(self, owner: Token, paragraph: Paragraph) -> str:
        """Somebody's, as it stands before a noun."""
        return possessive(self.noun(owner, paragraph, lean=True))

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
        kept = list(without_asides(tokens))
        if kept and _is_half(kept[-1]):
            raise NotClearError("half a word")
        for token in kept:
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
                parts.append(spelled(token, entity, is_title=self._is_title(token)))
        return " ".join(part for part in parts if part.strip()).strip(" ,;:-")

    def _stand_in(
        self, token: Token, paragraph: Paragraph, said: Sequence[str], subject: str
    ) -> str | None:
        """What is said for a pronoun; `None` for any other word.

        Raises:
            NotClearError: It is not resolved.
        """
        if token.lower_ in POSSESSIVES and token.dep_ == "poss":
            if not subject:
                return self._owner(token, paragraph, said)
            owner = self.entity(token, paragraph) if token.lower_ == "its" else None
            named = {word for part in (subject, *said) for word in part.split()}
            if owner is not None and not named & set(owner.name.split()):
                raise NotClearError("its: of something else")
            return token.lower_
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
            if not is_certain(token, entity, self._index, self._before(token, paragraph)):
                raise NotClearError(f"{token.text}: somebody else may be meant")
            if is_loose(token, entity.name):
                raise NotClearError(f"{token.text}: something else may be meant")
            return self.name(entity)
        found: Token | None = None
        if token.lower_ in {"it", "its", "they", "their", "them"}:
            found = antecedent(token, self._index, paragraph)
        elif token.lower_ in {"he", "she", "his", "him"}:
            found = person_above(token)
        if found is not None and not is_loose(token, found.text):
            return self._short(found, paragraph)
        if token.lower_ in MEANT:
            raise NotClearError(token.text)
        return str(token.text)

    def _is_title(self, token: Token) -> bool:
        """Whether the text writes a word with a capital where no sentence begins."""
        if not token.text.istitle() or token.pos_ not in {"NOUN", "VERB", "ADJ"}:
            return False
        if self._titles is None:
            self._titles = {
                word
                for paragraph in self._paragraphs
                for before, word in pairwise(paragraph.words)
                if word.istitle() and before.isalpha() and before.islower()
            }
        return token.text in self._titles

    def _before(self, token: Token, paragraph: Paragraph) -> tuple[Span, Span]:
        """The sentence before a token, and its own sentence up to it."""
        start = paragraph.start + token.sent.start_char
        own = Span(start, paragraph.start + token.idx)
        if token.sent.start > 0:
            return paragraph.span(token.doc[token.sent.start - 1].sent), own
        place = next((n for n, p in enumerate(self._paragraphs) if p is paragraph), 0)
        if place == 0:
            return Span(start, start), own
        above = self._paragraphs[place - 1]
        return above.span(above.doc[-1].sent), own

    def _owner(self, token: Token, paragraph: Paragraph, said: Sequence[str]) -> str:
        """Whose something is, by name; "the" where nothing tells, for it goes without saying.

        The pronoun stays where the name was said just before.
        """
        try:
            owner = self._pronoun(token, paragraph)
        except NotClearError:
            return "the"
        return token.lower_ if owner in said else possessive(owner)

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
    if _is_half(head):
        raise NotClearError("half a word")
    if head.lower_ in _NOBODY or any(c.lower_ in {"no", "neither"} for c in head.lefts):
        raise NotClearError("nobody")


def _is_half(token: Token) -> bool:
    """Whether a word goes on behind a hyphen or an apostrophe."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is None or token.whitespace_ or after.tag_ == "POS":
        return False
    return after.text in _GLUE


def _names_it(head: Token, entity: Entity) -> bool:
    return head.pos_ == "PROPN" or head.lower_ in entity.name.lower()
