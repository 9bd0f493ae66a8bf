"""Phrases of the text that begin with "the", end with a noun and belong to no name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import Key
from tui.analysis.entities.paragraph_names import Names
from tui.analysis.lexicons.countries import ADJECTIVES
from tui.analysis.results import Mention
from tui.analysis.rules import MentionRule

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_INDEFINITE = frozenset({"a", "an", "another", "each", "every", "other"})
"""What brings in somebody or something that has no name."""
_LONGEST_ROLE = 4
"""Words of the longest phrase between "the" and its noun."""


@dataclass(slots=True)
class RolePhrase:
    """One "the ... noun" of the text that belongs to no name."""

    names: Names
    number: int
    """Its paragraph."""
    start: int
    """The token of "the"."""
    end: int
    """The token behind its noun."""
    words: Key
    """Its words after "the", in lower case, a hyphenated office as one word."""

    @property
    def mention(self) -> Mention:
        """The phrase as a place of an entity."""
        return Mention(self.names.paragraph.run(self.start, self.end), MentionRule.ROLE_PHRASE)


def unnamed_nouns(paragraphs: Sequence[Names]) -> set[str]:
    """The nouns that the text uses for somebody or something it does not name."""
    found = set()
    for names in paragraphs:
        for token, word in zip(names.paragraph.tokens, names.words, strict=True):
            if word.lower() in _INDEFINITE and (
                token.head.pos_ == "NOUN" and token.dep_ in ("det", "amod")
            ):
                head = token.head
                # "He is a minister" and "Berg, a minister" say it of somebody named.
                if head.dep_ not in ("attr", "appos") and not _is_title(names, head):
                    found.add(head.lower_)
    return found


def _is_title(names: Names, noun: Token) -> bool:
    return noun.i + 1 < len(names.doc) and names.owner(noun.i + 1) is not None


def phrases(names: Names, number: int) -> Iterator[RolePhrase]:
    """The phrases of a paragraph that begin with "the" and end with a noun."""
    doc = names.doc
    for i, word in enumerate(names.words):
        if word not in ("the", "The", "THE") or names.owner(i) is not None:
            continue
        end = i + 1
        while end < len(doc) and end - i <= _LONGEST_ROLE and names.owner(end) is None:
            if not (doc[end].is_alpha or doc[end].text == "-") or doc[end].text in ADJECTIVES:
                break
            end += 1
        noun = doc[i].head.i
        if i < noun < end and names.is_free(noun, noun + 1):
            text = names.paragraph.run_text(i + 1, noun + 1).lower().replace(" - ", "-")
            yield RolePhrase(names, number, i, noun + 1, tuple(text.split()))


def is_complete(doc: Doc, end: int) -> bool:
    """Whether a phrase does not go on with a name, a noun or what tells its bearer apart."""
    noun = doc[end - 1]
    if noun.tag_ not in ("NN", "NNP"):
        return False
    if end < len(doc) and (doc[end].pos_ in ("PROPN", "NOUN", "NUM") or doc[end].text == "-"):
        return False
    return not any(
        child.dep_ in ("prep", "relcl", "acl", "appos", "conj", "cc") and child.i >= end
        for child in noun.children
    )
