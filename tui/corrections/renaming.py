"""Questions in the names that the reader uses, after somebody was renamed, merged or retyped.

A question was worded with the names that the analysis had. Where such a name stands in it, the
reader's name takes its place, with the article and the possessive that belong to it. Where that
would be a guess (two are called so, nobody knows whether "the" belongs to the new name, "his"
would stand for a firm), the clause of the text is shown instead: it holds for any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.results import Entity, EntityType, Question
from tui.corrections.corrected import Corrected
from tui.documents.article import HIDDEN, Span
from tui.documents.pattern import pattern

LONGEST_CLAUSE = 140
"""Code points of a clause that is shown in the place of a question."""
_LOOKED_AT = 5
"""Places of a name that are looked at for its article."""
_SAME_LETTERS = 3
"""First letters in which two spellings of a word agree."""
_WORD = pattern(r"\w+")
_SUFFIX = pattern(r"[js]r\.?|[ivx]+", re.IGNORECASE)
_EDGES = " \t\n,;:.!?-–—…\"'“”‘’«»`()[]{}*_|<>="
_OF_A_PERSON = frozenset({"he", "she", "him", "his", "her", "himself", "herself", "who", "whom"})
_OF_A_THING = frozenset({"it", "its", "itself"})

_AUXILIARIES = frozenset(
    {
        "will", "would", "does", "do", "did", "has", "have", "had", "is", "are", "was", "were",
        "can", "could", "should", "must", "may", "might",
    }
)  # fmt: skip
"""What stands before the subject of a question."""


class _Named(NamedTuple):
    """Somebody or something named in a wording."""

    start: int
    """Where the name begins in it."""
    end: int
    """Where it ends, without a possessive."""
    owner: int
    """The number of the entity that is meant."""


class _NotSafeError(Exception):
    """Nobody can say how the wording reads with the new name; never leaves this module."""


class Renaming:
    """What the reader calls those who were found under another name or as something else."""

    def __init__(self, rows: Sequence[Corrected[Entity]], text: str) -> None:
        """Look for what is called otherwise now.

        Args:
            rows: The entities with their corrections.
            text: The article's text as it is shown (`Article.readable`).
        """
        self._rows, self._text = rows, text
        heads = {row.result.name: n for n, row in enumerate(rows) if row.part_of is None}
        self._heads = [heads.get(row.part_of or "", n) for n, row in enumerate(rows)]
        self._changed = frozenset(n for n in range(len(rows)) if self._is_changed(n))
        self._owners: dict[str, list[int]] = {}
        self._forms: dict[str, list[str]] = {}
        if self._changed:
            self._learn_forms()

    def _is_changed(self, number: int) -> bool:
        found, now = self._rows[number].found, self._now(number)
        return (found.name, found.type) != (now.name, now.type)

    def _now(self, number: int) -> Entity:
        """What an entity is now, or is a part of."""
        return self._rows[self._heads[number]].result

    def _learn_forms(self) -> None:
        """What everybody is called in the text, and the last names of persons."""
        for number, row in enumerate(self._rows):
            forms = {self._words_at(mention.span) for mention in row.found.mentions}
            forms |= {row.found.name, _called(row.found)}
            for form in forms - {""}:
                self._owners.setdefault(form, []).append(number)
        for form in sorted(self._owners, key=len, reverse=True):
            if first := _WORD.search(form):
                self._forms.setdefault(first[0], []).append(form)

    def question(self, question: Question) -> Question:
        """A question in today's names, or as its clause."""
        if not self._changed:
            return question
        places = (question.evidence, *question.other_places)
        text = question.text
        # The text's own words are not changed: a question it asks, or the clause itself.
        if question.is_worded and not self._is_in_text(text, places):
            try:
                text = self._worded(text, places)
            except _NotSafeError:
                text = _clause(self._words_at(question.evidence))
        try:
            holder = self._worded(question.holder, places)
        except _NotSafeError:
            holder = question.holder
        return replace(question, text=text, holder=holder)

    def _words_at(self, span: Span) -> str:
        """Some words of the text on one line, without signs of emphasis."""
        return " ".join(self._text[slice(*span)].replace(HIDDEN, "").split())

    def _is_in_text(self, wording: str, places: Sequence[Span]) -> bool:
        said = f" {' '.join(_words(wording))} "
        return any(said in f" {' '.join(_words(self._words_at(span)))} " for span in places)

    # -- a wording ---------------------------------------------------------------------

    def _worded(self, wording: str, places: Sequence[Span]) -> str:
        """A wording with the new names.

        Raises:
            _NotSafeError: One of them may be wrong.
        """
        named = list(self._named(wording, places))
        if not any(each.owner in self._changed for each in named):
            return wording
        self._check_apart(named)
        parts: list[str] = []
        at = 0
        for each in named:
            if each.owner in self._changed:
                before, name = self._in_place(wording, each, named)
                parts += (wording[at : each.start - before], name)
                at = each.end
                if wording[at : at + 1] in {"'", "’"} and not wording[at + 1 : at + 2].isalpha():
                    # "Williams' plan": another name may want an s.
                    parts.append("'" if name.endswith("s") else "'s")
                    at += 1
        return "".join((*parts, wording[at:]))

    def _check_apart(self, named: Sequence[_Named]) -> None:
        """Refuse a wording in which two have become one: "Will Nato leave Nato?"."""
        owners = {each.owner for each in named}
        if len({self._heads[owner] for owner in owners}) < len(owners):
            raise _NotSafeError

    def _named(self, wording: str, places: Sequence[Span]) -> Iterator[_Named]:
        """The names in a wording, the longest where one holds another.

        Raises:
            _NotSafeError: One of them may mean somebody who is called otherwise now.
        """
        end = 0
        for match in _WORD.finditer(wording):
            if match.start() < end:
                continue
            for form in self._forms.get(match[0], ()):
                end = match.start() + len(form)
                if wording.startswith(form, match.start()) and not wording[end : end + 1].isalnum():
                    yield _Named(match.start(), end, self._owner(form, places))
                    break
            else:
                end = match.end()

    def _owner(self, form: str, places: Sequence[Span]) -> int:
        called = self._owners[form]
        if not self._changed.intersection(called):
            return called[0]
        # Whoever is meant by it is named or meant there: "the bill" of a Bill is somebody else.
        owners = [n for n in called if self._is_at(n, places)]
        owners.sort(key=lambda n: n in self._changed)
        # If all of them are one by now, that one is.
        if len({self._heads[n] for n in owners}) != 1:
            raise _NotSafeError
        return owners[0]

    def _is_at(self, number: int, places: Sequence[Span]) -> bool:
        found = self._rows[number].found
        mentions = (*found.mentions, *found.references)
        return any(mention.span.overlaps(place) for mention in mentions for place in places)

    def _in_place(self, wording: str, named: _Named, others: Sequence[_Named]) -> tuple[int, str]:
        """The new name in the place of an old one, and how many letters before that one go.

        Raises:
            _NotSafeError: It may not fit there.
        """
        old, new = self._rows[named.owner].found, self._now(named.owner)
        form = wording[named.start : named.end]
        self._check_fits(wording, named, others, (old, new))
        if form in {new.name, _called(new)}:
            return 0, form
        article = "the " if wording[: named.start].lower().endswith("the ") else ""
        bare = new.name[4:] if new.name.lower().startswith("the ") else new.name
        if new.type is EntityType.PERSON:
            return len(article), bare
        wants = bare != new.name or self._wants_article(bare, form, has_one=bool(article))
        if wants == bool(article):
            return 0, bare
        if wants and not _stands_alone(wording, named):
            raise _NotSafeError  # "European Union tariffs": the article is that of "tariffs".
        return len(article), f"the {bare}" if wants else bare

    def _check_fits(
        self,
        wording: str,
        named: _Named,
        others: Sequence[_Named],
        kinds: tuple[Entity, Entity],
    ) -> None:
        """Refuse a place where the grammar or the words around hang on the old name."""
        old, new = (entity.type for entity in kinds)
        is_thing = wording[: named.start].lower().endswith("the ")
        if old is EntityType.PERSON and is_thing:
            raise _NotSafeError  # "The Bill" of a text that has a Bill, too.
        words = set(_words(wording))
        if (old is EntityType.GROUP) != (new is EntityType.GROUP):
            raise _NotSafeError  # "What do the Tories say", "what does Labour say".
        is_person = new is EntityType.PERSON
        if old is not new and words & (_OF_A_THING if is_person else _OF_A_PERSON):
            raise _NotSafeError
        behind = wording[named.end : named.end + 2]
        if behind[:1] == " " and behind[1:].isupper():
            raise _NotSafeError  # A part of a longer name that nobody has found.
        before = wording[: named.start].rstrip()
        first = before.rpartition(" ")[2]
        is_other = any(len(before) == other.end for other in others)
        if first[:1].isupper() and first != before and not is_other:
            raise _NotSafeError

    def _wants_article(self, name: str, form: str, *, has_one: bool) -> bool:
        """Whether "the" belongs before a name, as the text writes it or as the old one had it.

        Raises:
            _NotSafeError: Nobody can tell.
        """
        said = [
            self._text[max(0, match.start() - 4) : match.start()].lower() == "the "
            for match, _ in zip(
                re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self._text),
                range(_LOOKED_AT),
                strict=False,
            )
        ]
        if said:
            return 2 * sum(said) > len(said)
        old, new = _words(form), _words(name)
        if not has_one and any(word.islower() for word in name.split()):
            raise _NotSafeError  # "Bank of England", "Kingdom of Jordan".
        if _is_spelling(old, new) or old[-1:] == new[-1:] or (old[:1] == new[:1] and not has_one):
            return has_one
        if len(new) == 1 and not has_one:
            return False
        raise _NotSafeError


def _stands_alone(wording: str, named: _Named) -> bool:
    """Whether a name is the subject that a question begins with, or ends it."""
    before = wording[: named.start].split()[-1:]
    return bool(_AUXILIARIES.intersection(map(str.lower, before))) or wording[named.end :] == "?"


def _clause(words: str) -> str:
    """A clause of the text in the place of a question: without the marks around it, cut if long."""
    words = words.strip(_EDGES)
    if len(words) <= LONGEST_CLAUSE:
        return words
    return words[:LONGEST_CLAUSE].rpartition(" ")[0].strip(_EDGES) + "…"


def _is_spelling(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether a name is another one only in how it is spelled: "Organisation", "Organization"."""
    pairs = zip(old, new, strict=False)
    return len(old) == len(new) and all(
        one[:_SAME_LETTERS] == other[:_SAME_LETTERS] for one, other in pairs
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _called(entity: Entity) -> str:
    """What a wording calls an entity: a person by the last name."""
    if entity.type is not EntityType.PERSON:
        return entity.name
    parts = [part for part in entity.name.split() if not _SUFFIX.fullmatch(part)]
    return parts[-1] if parts else entity.name
