"""Which open questions a passage may answer: those it shares rare names and words with.

A passage is compared with a question in two ways, and both must hold. They tell of one story: the
articles share names that few others have. And the passage speaks of what is asked: it has words
of the question that are no names, and the names that are in its wording. Words count by their
rarity, the inverse document frequency (K. Spärck Jones 1972, "A statistical interpretation of
term specificity and its application in retrieval") in the form of BM25 (S. Robertson and H.
Zaragoza 2009, "The probabilistic relevance framework"), scaled to 0 to 1 so that one floor holds
for a library of one article and of ten thousand. Of spelling alone rapidfuzz is asked.

Limits: it knows no synonyms and understands nothing. What a text itself leaves open answers
nothing, so the caller takes such words out of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from math import log
from typing import NamedTuple

from tui.documents.folding import fold_words
from tui.documents.lexicon import words
from tui.search.word_stems import COMMON, stem

Rarity = Callable[[str], float]
"""How rare a word is, 0 to 1."""

# Chosen on ten follow-ups written for news of 2004 and 2005, in a library of 700 articles, and
# measured on ten others: of 14 sentences with a row the first row was right for 13, of 17 answers
# 13 had one; the 700 themselves, which answer next to nothing, gave 24 rows.
# Below these names it was another story with the same ministers.
_MANY_NAMES, _FEWER_OF_MANY = 7.0, 0.3
_SOME_NAMES, _SHARE_OF_NAMES = 2.2, 0.42
# Of what is asked so much must be there: one word is enough where it is nearly all of it ("How
# many jobs will go?"), else two with what stands around the question.
_BY_ONE_WORD, _COVERED, _HALF_COVERED = 0.75, 0.58, 0.4
_LEAST, _MUCH = 0.4, 1.2
# A word that is so much rarer than all that are there is what the question is about ("leasing" in
# "Will there be a sale of the group's leasing business?").
_RARER = 0.04
# A wording that names somebody asks of nobody else.
_NAMED = 0.6
_AROUND, _IN_PARAGRAPH, _IN_ARTICLE = 0.5, 0.5, 0.5
_LETTERS_OF_A_SLIP = 7
"""So long must a name be for one wrong letter to be a slip and not another name."""
_PRIOR_ARTICLES, _PRIOR_QUESTIONS = 50, 500
"""Articles and questions that a library is taken to have beside its own: in a new one nothing
would be rare."""

_GENERIC = words(
    "bank banks council party union committee court office department minister ministry president "
    "university police house group company association society federal national international "
    "north south east west central news times chief head director secretary general state city"
)
"""Words of names that are those of any other, too."""
_AMOUNT = re.compile(
    r"\d|\b(?:no|none|all|half|third|quarter|two|three|four|five|six|seven|eight|nine|ten|dozens?|"
    r"hundreds?|thousands?|millions?|billions?)\b"
)
_TIME = re.compile(
    r"\d|\b(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|weeks?|months?|"
    r"years?|spring|summer|autumn|winter)\b"
)
_ASKS_FOR = (
    (re.compile(r"how (?:many|much|high|large|big|far)\b"), _AMOUNT),
    (re.compile(r"when\b|how (?:long|soon)\b"), _TIME),
)
"""What a question begins with, and what its answer must have (X. Li and D. Roth 2002, "Learning
question classifiers")."""


class Asked(NamedTuple):
    """An open question as it is compared."""

    id: str
    """What it is known by."""
    wording: str
    """The question as it is shown."""
    around: str = ""
    """Its evidence with what stands beside it."""
    names: tuple[str, ...] = ()
    """Who and what it is about."""


class Passage(NamedTuple):
    """Words that may answer something."""

    text: str
    """The words."""
    around: str = ""
    """The paragraph they stand in."""
    names: frozenset[str] = frozenset()
    """The folded names of their whole article, as of `name_words`."""


class Near(NamedTuple):
    """A question that a passage may answer."""

    id: str
    """The question."""
    score: float
    """More is nearer; comparable between passages and questions of one library."""
    shared: frozenset[str]
    """The folded words of its wording that the passage has, too, whatever their endings."""


def rarity(count: int, total: int, prior: int) -> float:
    """How rare a word is that so many of all have: 1 for never met, 0 for one that all have."""
    return max(0.0, log((total + prior) / (count + 1)) / log(total + prior))


def rarity_in_articles(count: int, total: int) -> float:
    """The same of articles."""
    return rarity(count, total, _PRIOR_ARTICLES)


def rarity_in_questions(count: int, total: int) -> float:
    """The same of questions."""
    return rarity(count, total, _PRIOR_QUESTIONS)


def name_words(names: Iterable[str]) -> frozenset[str]:
    """The folded words of names that tell one story from another."""
    return frozenset(
        word
        for name in names
        for word, _ in _plain(name)
        if len(word) > 2 and word not in COMMON and word not in _GENERIC
    )


def same_story(shared: Iterable[str], names: Iterable[str], rare: Rarity) -> bool:
    """Whether two articles tell of one story.

    Args:
        shared: The names that both have, as of `name_words`.
        names: All names of the one that is read.
        rare: How rare names are among articles.
    """
    weight = sum(map(rare, shared))
    share = weight / (sum(map(rare, names)) or 1.0)
    is_long = weight >= _MANY_NAMES and share >= _FEWER_OF_MANY
    return is_long or (weight >= _SOME_NAMES and share >= _SHARE_OF_NAMES)


class _Compared(NamedTuple):
    """A question with its words folded once for all passages."""

    asked: Asked
    core: frozenset[str]
    """The stems of its wording that are no names."""
    named: Mapping[str, float]
    """The names in its wording, and how rare they are."""
    others: frozenset[str]
    """The stems that stand around it."""
    wants: tuple[re.Pattern[str], ...]
    """What an answer must have."""


class OpenQuestions:
    """The open questions of one story, made ready to be compared with many passages."""

    def __init__(self, asked: Iterable[Asked], rare_name: Rarity, rare_word: Rarity) -> None:
        """Fold their words.

        Args:
            asked: The questions.
            rare_name: How rare names are among articles.
            rare_word: How rare stems are among questions.
        """
        self._rare_name, self._rare = rare_name, rare_word
        self._compared = [self._folded(one) for one in asked]
        self._with: dict[str, list[int]] = {}
        for number, one in enumerate(self._compared):
            for word in one.core:
                self._with.setdefault(word, []).append(number)

    def near(self, passage: Passage) -> list[Near]:
        """Those that a passage may answer, the nearest first."""
        stems = _content(passage.text)
        numbers = {number for word in stems for number in self._with.get(word, ())}
        if not numbers:
            return []
        here = _Words.of(passage, stems)
        compared = (self._compare(self._compared[number], here) for number in sorted(numbers))
        return sorted((hit for hit in compared if hit is not None), key=lambda hit: -hit.score)

    def _folded(self, asked: Asked) -> _Compared:
        named = {name: self._rare_name(name) for name in sorted(_names_in(asked))}
        core = _content(asked.wording) - {stem(name) for name in named}
        wording = asked.wording.lower()
        wants = tuple(kind for begins, kind in _ASKS_FOR if begins.match(wording))
        return _Compared(asked, core, named, _content(asked.around) - core, wants)

    def _compare(self, one: _Compared, here: _Words) -> Near | None:
        """How near a passage is to a question; `None` where it does not answer it."""
        hit = one.core & here.stems
        matter = self._weight(hit)
        if matter < _LEAST or not all(kind.search(here.folded) for kind in one.wants):
            return None
        near_names = {name: here.nearness(name) for name in one.named}
        if not _speaks_of(one.named, near_names):
            return None
        got = matter + _IN_PARAGRAPH * self._weight((one.core & here.stems_around) - hit)
        got += sum(weight * near_names[name] for name, weight in one.named.items())
        covered = got / (self._weight(one.core) + sum(one.named.values()))
        missing = max(map(self._rare, one.core - here.stems - here.stems_around), default=0.0)
        if missing > max(map(self._rare, hit)) + _RARER:
            return None
        context = self._weight(one.others & here.stems - here.name_stems)
        is_much = covered >= _HALF_COVERED and matter + _AROUND * context >= _MUCH
        if covered < (_COVERED if len(hit) > 1 else _BY_ONE_WORD) and not is_much:
            return None
        score = covered + _AROUND * (matter + _AROUND * context)
        return Near(one.asked.id, score, here.shared(one))

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(map(self._rare, stems))


class _Words(NamedTuple):
    """The words of a passage, folded once for all questions."""

    folded: str
    words: frozenset[str]
    stems: frozenset[str]
    words_around: frozenset[str]
    stems_around: frozenset[str]
    names: frozenset[str]
    name_stems: frozenset[str]

    @classmethod
    def of(cls, passage: Passage, stems: frozenset[str]) -> _Words:
        words_here, around = _all_words(passage.text), _all_words(passage.around)
        return cls(
            passage.text.lower(),
            words_here,
            stems,
            around,
            _content(passage.around),
            passage.names,
            frozenset(map(stem, passage.names)),
        )

    def nearness(self, name: str) -> float:
        """1 for a name that is in the passage, less for one further off, 0 for one that is not."""
        if _has_name(self.words, name):
            return 1.0
        if _has_name(self.words_around, name):
            return _IN_PARAGRAPH + _IN_ARTICLE / 2
        return _IN_ARTICLE if name in self.names else 0.0

    def shared(self, one: _Compared) -> frozenset[str]:
        """The words of a wording that are here, too."""
        return frozenset(
            word
            for word in _all_words(one.asked.wording)
            if word not in COMMON
            and (stem(word) in self.stems or (word in one.named and _has_name(self.words, word)))
        )


def _speaks_of(named: Mapping[str, float], nearness: Mapping[str, float]) -> bool:
    """Whether a passage speaks of whom a wording names: of one itself, of most in its paragraph."""
    if not named:
        return True
    there = sum(weight for name, weight in named.items() if nearness[name] > _IN_ARTICLE)
    return max(nearness.values()) == 1.0 and there >= _NAMED * sum(named.values())


def _plain(text: str) -> Iterator[tuple[str, int]]:
    """The folded words of a text without the 's of a genitive, and where each begins."""
    for word in fold_words(text):
        is_genitive = word.text.endswith("s") and text[word.end - 2] in "'’"
        yield word.text[:-1] if is_genitive else word.text, word.start


def _all_words(text: str) -> frozenset[str]:
    return frozenset(word for word, _ in _plain(text))


def _content(text: str) -> frozenset[str]:
    """The stems of the words of a text that say what it is about; figures are none of them."""
    return frozenset(
        stem(word)
        for word in _all_words(text)
        if len(word) > 2 and word not in COMMON and not word[0].isdigit()
    )


def _names_in(asked: Asked) -> set[str]:
    """The names in the wording of a question."""
    known = name_words(asked.names)
    folded = enumerate(fold_words(asked.wording))
    found = {
        w.text for n, w in folded if w.text in known or (n and asked.wording[w.start].isupper())
    }
    return {word for word in found if len(word) > 2 and word not in COMMON}


def _has_name(among: frozenset[str], name: str) -> bool:
    """Whether a name is there; a long one also with one letter wrong, missing, added, swapped."""
    if name in among:
        return True
    if len(name) < _LETTERS_OF_A_SLIP or not name.isalpha():
        return False
    near_ones = [word for word in among if word[:1] == name[0] and abs(len(word) - len(name)) <= 1]
    if not near_ones:
        return False
    # 46 modules and 4 MiB, which most names do without.
    from rapidfuzz.distance import OSA

    return any(OSA.distance(word, name, score_cutoff=1) <= 1 for word in near_ones)
