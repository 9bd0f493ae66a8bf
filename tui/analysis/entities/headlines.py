"""Headlines with a capital on every word, whose names the model cannot tell from the rest.

"Moody's Cuts the Rating of Isagra" reads like one long name to it. Of such a line only
those names are kept that stand elsewhere in the text, that everybody knows, or that are
a given name with one other word; `repeats` adds the places of those named elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from tui.analysis.entities.keys import key_of
from tui.analysis.entities.paragraph_names import NameCandidate, Names
from tui.analysis.entities.type_evidence import known_type
from tui.analysis.lexicons import words
from tui.analysis.lexicons.countries import PLACE_NAMES
from tui.analysis.lexicons.given_names import GIVEN_NAMES
from tui.analysis.lexicons.title_words import ORG_NOUNS, PLACE_NOUNS
from tui.analysis.results import AMOUNTS, EntityType

if TYPE_CHECKING:
    from spacy.tokens import Token

_FEWEST = 4
"""Words a headline has at least."""
_COMMAS = 2
"""Commas a headline has at most; what has more is a list."""
_COMMON = 2
"""Words of a line that are no names for sure from which on it is no list of names."""
_SHORT = 3
"""Letters up to which a headline may leave any word in lower case."""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
"""What no headline of this kind writes with a small letter."""
_NEVER_NAMES = words(
    """
    is are was were be been has have had do does did will would could should can may must not
    just says say said gets get got gives makes takes wants needs to his her their its our my
    your he she they we you it what how why who when where after before with from over about
    this that these those more most than into against by as at on in for if but so all only
    """
)
"""Small words that are capitalised only in headlines, in lower case."""
_DOINGS = words(
    """
    announces joins cuts launches unveils reports names appoints hires buys sells wins loses
    beats backs calls faces hits seeks plans warns urges tells asks vows slams blasts praises
    reveals shows finds opens closes raises drops rises falls adds ends begins starts returns
    signs agrees agreed completes acquires expands introduces presents receives releases
    responds rejects denies admits claims demands defends accuses sues charges arrests kills
    dies leads heads moves turns brings sends sets puts keeps holds meets visits leaves quits
    """
)
"""What headlines say that somebody does, in lower case: one of them makes a sentence."""
_GIVEN_AND_FAMILY = 2
"""Words of a name in a headline that only its given name speaks for."""


def drop_headline_names(paragraphs: Sequence[Names]) -> None:
    """Take out what only looks like a name because every word has a capital."""
    common = {word for names in paragraphs for word in names.words if word.islower()}
    lines = [
        (names, start, end) for names in paragraphs for start, end in _headlines(names, common)
    ]
    if not lines:
        return
    inside = {id(name) for line in lines for name in _names_of(*line)}
    known = {
        key_of(name.text)
        for names in paragraphs
        for name in names
        if id(name) not in inside and name.type not in AMOUNTS
    }
    known |= {key[-1:] for key in known}
    for names, start, end in lines:
        for name in _names_of(names, start, end):
            if not _is_kept(name, known, common):
                names.remove(name)


def _headlines(names: Names, common: Set[str]) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph whose longer words are all capitalised."""
    for sentence in names.doc.sents:
        tokens = names.paragraph.tokens[sentence.start : sentence.end]
        letters = [token for token in tokens if token.is_alpha]
        if len(letters) >= _FEWEST and letters[0].text[0].isupper() and _is_headline(letters):
            commas = sum(token.text == "," for token in tokens)
            if commas <= _COMMAS and _reads_as_sentence(letters, common):
                yield sentence.start, sentence.end


def _is_headline(tokens: Sequence[Token]) -> bool:
    return not any(
        token.is_lower and len(token) > _SHORT and token.pos_ in _CONTENT for token in tokens
    )


def _reads_as_sentence(tokens: Sequence[Token], common: Set[str]) -> bool:
    """Whether capitalised words of a line are ordinary words: no list of names has them."""
    ordinary = [t for t in tokens[1:] if t.text[:1].isupper() and _is_ordinary(t, common)]
    return len(ordinary) >= _COMMON or any(_is_verb(t) for t in ordinary)


def _is_ordinary(token: Token, common: Set[str]) -> bool:
    if token.text in ORG_NOUNS or token.text in PLACE_NOUNS:
        return False
    return _is_verb(token) or token.lower_ in _NEVER_NAMES or token.lower_ in common


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.lower_ in _DOINGS


def _names_of(names: Names, start: int, end: int) -> Iterable[NameCandidate]:
    return [name for name in names if start <= name.start < end and name.type not in AMOUNTS]


def _is_kept(name: NameCandidate, known: Set[tuple[str, ...]], common: Set[str]) -> bool:
    """Whether a name of a headline is one without the help of its capitals."""
    text = name.text
    if name.is_sure or text in PLACE_NAMES or known_type(text) or key_of(text) in known:
        return True
    parts = text.split()
    return (
        name.type is EntityType.PERSON
        and len(parts) == _GIVEN_AND_FAMILY
        and parts[0] in GIVEN_NAMES
        and parts[1].lower() not in common
    )
