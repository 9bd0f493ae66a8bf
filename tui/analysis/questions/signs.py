"""What spoke for an open question, in words: the reasons behind its probability.

Only what a reader can see is told: words in the form they have in the text, and in words of its
own what a family of features means. Masks, classes, dependencies and tags go without saying.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.analysis.lexicons import words

if TYPE_CHECKING:
    from tui.analysis.questions.learned_table import LearnedTable
    from tui.analysis.questions.sentence_features import Word

MOST = 4
"""Reasons a reader is told."""
_LEAST = 0.15
"""Weight below which a feature decides nothing."""
_FAMILIES = {
    "headline": "it shares words with the headline",
    "lead": "it takes up what the text begins with",
    "central": "it names whom the text is mainly about",
    "frequent": "it is about what the text repeats",
    "place": "it stands where texts often leave things open",
    "sentence": "it stands where texts often leave things open",
    "frame": "it is worded as open questions often are",
    "text": "the text leaves much open",
    "source": "a source of the text says it",
}
"""Families of features that are no words, each as a reason; others go without saying."""
_WORDS_AT = {"word": (0,), "pair": (0, 1), "under": (2, 0), "verb": (0,), "noun": (0,)}
"""Where the words of a feature stand behind its family: the lower one before the upper one."""
_EMPTY = words(
    """
    a an the this that these those it its he she they we you i his her their our my your who which
    there be have do to of in on at by for from with as and or
    """
)
"""Words that tell a reader nothing when they are given as a reason."""
_MODALS = {"ca": "can", "wo": "will"} | {
    modal: modal for modal in words("can could may might must shall should will would")
}
"""Modals as the state of a verb has them, whole."""
_ASKING = {"if": "“if” under {}", "whether": "“whether” under {}", "wh": "a question under {}"}
"""What is asked under a verb."""


def signs(
    table: LearnedTable, features: Collection[str], sentence: Collection[Word] = ()
) -> tuple[str, ...]:
    """The strongest reasons for an open sentence; empty where none is strong.

    Args:
        table: The weights.
        features: Those of the sentence.
        sentence: Its words; each lemma is told in the form it has there first.
    """
    as_written = {
        word.form: word.token.lower_ for word in reversed(tuple(sentence)) if word.token.is_alpha
    }
    told: dict[str, None] = {}
    used: set[str] = set()
    for weight, reason, lexical in sorted(
        (*_families(table, features), *_worded(table, features, as_written)),
        key=lambda row: (-row[0], row[1]),
    ):
        if weight < _LEAST or len(told) == MOST:
            break
        # The same word in another shape is the same reason.
        if used.isdisjoint(lexical):
            told[reason] = None
            used |= lexical
    return tuple(told)


Reason = tuple[float, str, frozenset[str]]
"""What it weighs, how it is told, and the lemmas it tells of."""


def _families(table: LearnedTable, features: Collection[str]) -> Iterator[Reason]:
    sums: dict[str, float] = {}
    for feature in sorted(features):
        reason = _FAMILIES.get(feature.partition(" ")[0])
        if reason:
            sums[reason] = sums.get(reason, 0.0) + table.weights.get(feature, 0.0)
    for reason, weight in sums.items():
        yield weight, reason, frozenset()


def _worded(
    table: LearnedTable, features: Collection[str], as_written: Mapping[str, str]
) -> Iterator[Reason]:
    for feature in features:
        family, *rest = feature.split(" ")
        lexical = _lexical(family, rest)
        if lexical:
            shown = [as_written.get(word, word) for word in lexical]
            yield table.weights.get(feature, 0.0), _put(family, rest, shown), frozenset(lexical)


def _lexical(family: str, rest: list[str]) -> list[str]:
    """The words of a feature that tell something; none where a mask or class is among them."""
    found = [rest[i] for i in _WORDS_AT.get(family, ()) if i < len(rest)]
    if any(not word.isalpha() or word.isupper() for word in found):
        return []
    return [word for word in found if word not in _EMPTY]


def _put(family: str, rest: list[str], shown: list[str]) -> str:
    """A feature in words: those to be shown, and how they stand to each other."""
    if family == "under":
        return " under ".join(f"“{word}”" for word in shown)
    told = f"“{' '.join(shown)}”"
    if family != "verb":
        return told
    *before, last = rest[1:]
    if last in _ASKING:
        return _ASKING[last].format(told)
    helpers = [*(word for word in before if word == "not"), *filter(None, [_MODALS.get(last)])]
    return f"{told} after “{' '.join(helpers)}”" if helpers else told
