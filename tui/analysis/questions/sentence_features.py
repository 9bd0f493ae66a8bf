"""What a sentence shows of being open, as the features that the learned table weighs.

Words, pairs of neighbours and dependencies, each also with the openness classes of
`lexicons.openness` in place of the words: what a verb is, how it is denied, in which tense or
under which modal, who its subject is, and what stands under it. Names, numbers and dates are
masked by their type, so that a weight can be learned of constructions, never of people.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.lexicons import words
from tui.analysis.lexicons.openness import (
    asserting,
    deciding,
    demanding,
    foreseeing,
    knowing,
    subjects,
    withheld,
)
from tui.analysis.questions.clauses import NEGATORS, SUBJECTS, WH_TAGS, lemma

if TYPE_CHECKING:
    from spacy.tokens import Span as TokenSpan
    from spacy.tokens import Token

_LEXICONS = (asserting, deciding, demanding, foreseeing, knowing, subjects, withheld)
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "AUX"})
_PREDICATES = frozenset({"VERB", "AUX"})
_NOMINALS = frozenset({"NOUN", "ADJ", "ADV"})
_WHETHER = words("whether if")
_WEAK_LINKS = words("punct det aux auxpass case cc mark poss compound nummod")
"""Dependencies that say little about what is said of a word."""


class Word(NamedTuple):
    """What the features read of a token."""

    token: Token
    form: str
    """Its lemma; of a name, a number or a date the mask."""
    part: str
    """Its part of speech."""
    link: str
    """Its dependency."""
    classes: tuple[str, ...]
    """The openness classes it belongs to."""


@cache
def classes_by_word() -> Mapping[str, tuple[str, ...]]:
    """The names of the openness classes of each word that has any."""
    found: dict[str, list[str]] = {}
    for module in _LEXICONS:
        for name, members in _classes(module):
            for word in members:
                found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def _classes(module: ModuleType) -> Iterator[tuple[str, frozenset[str]]]:
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, frozenset) and value is not subjects.CONTENTLESS:
            yield name.lower(), value


def masked(token: Token) -> str:
    """The lemma of a token; of names, numbers and dates what they are."""
    if token.ent_type_:
        return f"<{token.ent_type_.lower()}>"
    if token.pos_ == "PROPN":
        return "<name>"
    if token.like_num:
        return "<number>"
    return lemma(token)


def words_of(sentence: TokenSpan) -> list[Word]:
    """The words and marks of a sentence, blanks left out."""
    classes = classes_by_word()
    found = []
    for token in sentence:
        if token.is_space:
            continue
        form = masked(token)
        found.append(Word(token, form, token.pos_, token.dep_, classes.get(form, ())))
    return found


def sentence_features(sentence: TokenSpan) -> set[str]:
    """The features of one sentence; each is there or not."""
    found = words_of(sentence)
    by_number = {word.token.i: word for word in found}
    features: set[str] = set()
    before = "<start>"
    for word in found:
        features.add(f"word {word.form}")
        features.add(f"pair {before} {word.form}")
        before = word.form
        for name in word.classes:
            features.add(f"class {name}")
        if word.part in _PREDICATES:
            features.update(_of_predicate(word, by_number))
        elif word.part in _NOMINALS:
            features.update(_of_nominal(word))
        above = by_number.get(word.token.head.i)
        if above is not None and above is not word and word.link not in _WEAK_LINKS:
            features.update(_of_link(word, above))
    features.add(f"pair {before} <end>")
    return features


def _of_predicate(word: Word, by_number: Mapping[int, Word]) -> Iterator[str]:
    """A verb with its denial, tense or modal, subject and what it is asked under."""
    state = _state(word.token)
    who = _kind_of_subject(word.token, by_number)
    asked = _asked_under(word.token)
    yield f"link {word.link} {state} {asked}"
    yield f"state {state} {who}"
    for shape in (word.form, *map(str.upper, word.classes)):
        yield f"verb {shape} {state}"
        yield f"verb {shape} : {who}"
        yield f"verb {shape} < {word.link}"
        if asked:
            yield f"verb {shape} {asked}"


def _of_nominal(word: Word) -> Iterator[str]:
    denied = _denial(word.token)
    for shape in (word.form, *map(str.upper, word.classes)):
        yield f"noun {shape} {denied}{word.link}"


def _of_link(word: Word, above: Word) -> Iterator[str]:
    uppers = (above.form, *map(str.upper, above.classes))
    lowers = (word.form, *map(str.upper, word.classes))
    for upper in uppers:
        for lower in lowers:
            yield f"under {upper} {word.link} {lower}"


def _denial(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "neg" or (child.lower_ in NEGATORS and child.dep_ in {"det", "advmod"}):
            return "not "
    return ""


def _state(verb: Token) -> str:
    """Denial, modal or tense: "not could", "past", "present", "to"."""
    denied = modal = helped = ""
    for child in verb.lefts:
        if child.dep_ == "neg" or child.lower_ in NEGATORS:
            denied = "not "
        elif child.dep_ in {"aux", "auxpass"}:
            if child.tag_ == "MD":
                modal = child.lower_
            elif child.tag_ == "TO":
                modal = modal or "to"
            else:
                helped += lemma(child)[:2] + ("d" if child.tag_ in {"VBD", "VBN"} else "")
    if modal:
        return f"{denied}{modal}"
    return f"{denied}{helped}{verb.tag_.lower()}"


def _kind_of_subject(verb: Token, by_number: Mapping[int, Word]) -> str:
    for child in verb.lefts:
        if child.dep_ in SUBJECTS:
            word = by_number.get(child.i)
            if word is None or child.pos_ == "PRON":
                return child.lower_
            return word.form if word.form.startswith("<") else "noun"
    return "none"


def _asked_under(verb: Token) -> str:
    """The kind of clause under a verb: "wh", "whether" or nothing."""
    for child in verb.rights:
        if child.dep_ in {"ccomp", "advcl", "pcomp", "xcomp"}:
            for token in child.lefts:
                if token.lower_ in _WHETHER:
                    return token.lower_
                if token.tag_ in WH_TAGS:
                    return "wh"
    return ""
