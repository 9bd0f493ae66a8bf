"""What spoke for an open question, in words: the reasons behind its probability."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.analysis.questions.learned_table import LearnedTable

_MOST_WORDS = 3
_LEAST = 0.15
"""Weight below which a feature decides nothing."""
_PLACES = {
    "headline": "shares words with the headline",
    "lead": "takes up what the text begins with",
    "central": "names whom the text is mainly about",
    "frequent": "is about what the text repeats",
    "place": "stands where texts leave things open",
    "sentence": "stands where texts leave things open",
    "frame": "a known construction",
    "text": "a text that leaves much open",
    "source": "said by a source of the text",
}
"""Families of features that are no words, each as a reason; others go without saying."""
_TENSES = {
    "vbd": "in the past",
    "vbz": "in the present",
    "vbp": "in the present",
    "vbn": "as a participle",
    "vbg": "going on",
    "vb": "in its plain form",
}
"""How a verb stands whose form is told by its tag alone."""


def signs(table: LearnedTable, features: Collection[str]) -> tuple[str, ...]:
    """The strongest reasons for an open sentence, words first; empty where none is strong."""
    weighed = sorted(
        ((table.weights.get(feature, 0.0), feature) for feature in features),
        key=lambda pair: (-pair[0], pair[1]),
    )
    told: dict[str, None] = {}
    used: set[str] = set()
    for weight, feature in weighed:
        if weight < _LEAST or len(told) == _MOST_WORDS:
            break
        words = _words(feature)
        # The same word in another shape is the same reason.
        if words and used.isdisjoint(_lexical(feature)):
            told[words] = None
            used |= _lexical(feature)
    return (*told, *_places(weighed))


def _places(weighed: list[tuple[float, str]]) -> Iterator[str]:
    sums: dict[str, float] = {}
    for weight, feature in weighed:
        family = feature.partition(" ")[0]
        if family in _PLACES:
            reason = _PLACES[family]
            sums[reason] = sums.get(reason, 0.0) + weight
    for reason, total in sorted(sums.items(), key=lambda pair: -pair[1])[:2]:
        if total >= _LEAST:
            yield reason


def _words(feature: str) -> str:
    """A feature of words in words; empty for one that shows none."""
    family, *rest = feature.split(" ")
    if not _lexical(feature):
        return ""
    if family == "word":
        return f"“{rest[0]}”"
    if family == "pair" and "<" not in feature:
        return f"“{rest[0]} {rest[1]}”"
    if family == "under":
        return f"“{rest[2]}” under “{rest[0]}”"
    if family == "verb" and rest[1:] and rest[1] not in {":", "<"}:
        *denied, form = rest[1:]
        tense = _TENSES.get(form)
        before = "not " if denied else ""
        if tense:
            return f"{before}“{rest[0]}” {tense}"
        return f"“{rest[0]}” after “{before}{form}”" if form.isalpha() else ""
    return ""


def _lexical(feature: str) -> set[str]:
    """The words of a feature; masks, classes and dependencies are none."""
    family, *rest = feature.split(" ")
    places = {"word": (0,), "pair": (0, 1), "under": (0, 2), "verb": (0,)}.get(family, ())
    found = {rest[i] for i in places if i < len(rest)}
    if any(not word.isalpha() or word.isupper() for word in found):
        return set()
    return found
