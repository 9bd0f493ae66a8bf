"""The persons a pronoun could mean: what the text tells about them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import NameGroup
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.lexicons import words
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import GENDERED_NOUNS, OFFICES
from tui.analysis.results import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = words(
    """
    say tell add explain write note ask warn claim argue state announce declare insist admit
    reply answer recall remark comment suggest confirm continue conclude tweet joke
    """
)
PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
"""The pronouns resolved, in lower case, with the gender they tell."""
_MARKS = frozenset('"“”')
_PEOPLE = GENDERED_NOUNS.keys() | OFFICES
"""The nouns for persons."""


@dataclass(slots=True)
class PersonToken:
    """A token that names a person, stands for one, or describes an unnamed one."""

    sentence: int
    """Which sentence of the text it stands in, from 1."""
    token: Token
    """The pronoun, or the head of the name or noun."""
    group: NameGroup | None
    """Whom it names; `None` for a pronoun or an unnamed person."""
    gender: str | None
    """What the word itself tells."""
    is_quoted: bool = False
    """Whether it stands in quotation marks."""
    is_kin: bool = False
    """Whether it is a relative of somebody ("his father")."""

    @property
    def is_pronoun(self) -> bool:
        """Whether it is a pronoun to be resolved."""
        return self.group is None and self.token.lower_ in PRONOUNS


def certain_persons(groups: Sequence[NameGroup]) -> list[NameGroup]:
    """The persons that are so by more than one word taken for a name once."""
    return [
        group
        for group in groups
        if group.type is EntityType.PERSON
        and (
            len(group.members) > 1
            or any(c.is_sure or c.role or c.end - c.start > 1 for c, _ in group.members)
        )
    ]


class ToldGender:
    """The gender that the titles and the given name of a person tell."""

    def __init__(self, group: NameGroup) -> None:
        """Read all places that name a person."""
        self._titles: set[str] = set()
        self._names: set[str] = set()
        for candidate, _ in group.members:
            self.add(candidate)

    def add(self, candidate: NameCandidate) -> None:
        """Read a further place."""
        if candidate.gender:
            self._titles.add(candidate.gender)
        gender = GIVEN_NAMES.get(_given_name(candidate))
        if gender is not None:
            self._names.add(gender)

    @property
    def gender(self) -> str | None:
        """`m` or `f`; `None` if nothing tells or they disagree."""
        # A title may be read from the wrong apposition; a given name is the person's own.
        agreeing = self._names if len(self._names) == 1 else self._titles
        return next(iter(agreeing)) if len(agreeing) == 1 else None


def stated_gender(group: NameGroup) -> str | None:
    """The gender that the titles and the given name of a person tell; `None` if they disagree."""
    return ToldGender(group).gender


def _given_name(candidate: NameCandidate) -> str:
    """The first word of a name, without what a hyphen joins to it."""
    return candidate.paragraph.doc[candidate.start].text.title()


def speakers(persons: Sequence[NameGroup]) -> dict[Doc, set[int]]:
    """Who says something in each paragraph, by the identity of the group."""
    found: dict[Doc, set[int]] = {}
    for group in persons:
        for candidate, _ in group.members:
            doc = candidate.paragraph.doc
            root = doc[candidate.start : candidate.end].root
            if root.dep_ == "nsubj" and root.head.lemma_.lower() in _SAYING:
                found.setdefault(doc, set()).add(id(group))
    return found


def places(paragraphs: Sequence[Names], persons: Sequence[NameGroup]) -> Iterator[PersonToken]:
    """Everything a pronoun could mean, and the pronouns, in text order."""
    owners = {id(c): group for group in persons for c, _ in group.members}
    sentence = 0
    for names in paragraphs:
        is_quoted = False
        for sent in names.doc.sents:
            sentence += 1
            for i in range(sent.start, sent.end):
                word = names.words[i]
                if word in _MARKS:
                    is_quoted = not is_quoted if word == '"' else word == "“"
                owner = names.owner(i)
                if owner is not None:
                    group = owners.get(id(owner))
                    if group is not None and i == owner.end - 1:
                        head = names.doc[owner.start : owner.end].root
                        yield PersonToken(sentence, head, group, None, is_quoted)
                    continue
                word = word.lower()
                gender = PRONOUNS.get(word)
                token = names.paragraph.tokens[i]
                if gender is not None:
                    yield PersonToken(sentence, token, None, gender, is_quoted)
                elif word in _PEOPLE and _is_unnamed_person(token):
                    unnamed = GENDERED_NOUNS.get(word)
                    is_kin = any(child.dep_ == "poss" for child in token.children)
                    yield PersonToken(sentence, token, None, unnamed, is_quoted, is_kin)


def _is_unnamed_person(token: Token) -> bool:
    """Whether the noun brings in somebody without a name: "a spokesman", "the woman"."""
    if token.pos_ != "NOUN" or token.dep_ in ("compound", "appos", "attr", "nmod"):
        return False
    if token.lower_ in GENDERED_NOUNS:
        return True
    return token.lower_ in OFFICES and any(
        c.lower_ in ("a", "an", "another") for c in token.children
    )
