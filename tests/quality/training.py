"""Fits the learned table of open questions to annotated articles.

Features are scaled by their naive Bayes log-count ratio and weighed by an L2-regularised
logistic regression (Wang and Manning, ACL 2012); a scaled weight is a weight again, so the
result is one table. Sentences that only repeat a question (its other evidence) are left out
of fitting: as right ones they would teach doubles, as wrong ones that the words mean nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tests.quality.parts import publisher
from tui.analysis.questions.learned_table import LearnedTable

if TYPE_CHECKING:
    from tui.analysis.questions.question_extractor import ReadText

STRENGTH = 0.02
"""Of the regularisation, as its inverse; flat between .01 and .05 in cross-validation."""
FRAME_WEIGHT = 1.5
"""How much cheaper the regularisation makes the features of frames than those of words."""
ARTICLES, PUBLISHERS = 5, 2
"""Of how many articles and publishers a word must be known to get a weight."""
_FRAME, _WORDS = "frame ", ("word ", "pair ", "under ", "verb ", "noun ")
_POINTS = 12
"""Points of the curve of certainty."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated article, read by the analysis."""

    gold: dict[str, Any]
    """The article with its questions, as the collection has it."""
    text: ReadText
    """What decides its questions, but for the weights."""
    offset: int
    """Code points of the collection's text before that of the article."""
    is_main: tuple[bool, ...]
    """Of each sentence, whether it is where a question's own evidence stands."""
    is_other: tuple[bool, ...]
    """Of each sentence, whether it only states again what another one leaves open."""


def annotated(gold: dict[str, Any], text: ReadText, offset: int, scorer: ModuleType) -> Annotated:
    """Find the sentences of an article that its questions stand in."""
    whole, sentences = gold["text"], scorer.sentences(gold["text"])
    main, other = [], []
    for sentence in text.sentences:
        span = [sentence.span.start + offset, sentence.span.end + offset]

        def hits(evidence: list[int], span: list[int] = span) -> bool:
            return bool(scorer.hit(whole, sentences, span, evidence))

        main.append(any(hits(q["evidence"]) for q in gold["questions"]))
        is_repeat = any(hits(e) for q in gold["questions"] for e in q.get("alt_evidence", []))
        other.append(is_repeat and not main[-1])
    return Annotated(gold, text, offset, tuple(main), tuple(other))


def fitted(articles: Sequence[Annotated], largest: int) -> LearnedTable:
    """The table of some articles, without its curve.

    Args:
        articles: What is learned from.
        largest: Most weights that are kept, those that change most sums most.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    names = _known(articles)
    for _ in range(2):
        matrix, truth = _matrix(articles, names)
        ratio = _log_count_ratio(matrix, truth)
        ratio *= [FRAME_WEIGHT if name.startswith(_FRAME) else 1.0 for name in names]
        model = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
        model.fit(matrix * ratio, truth)
        weights = model.coef_[0] * ratio
        if len(names) <= largest:
            break
        reach = np.abs(weights) * np.sqrt(np.asarray(matrix.sum(0)).ravel())
        kept = sorted(np.argsort(-reach, kind="stable")[:largest])
        names = [names[i] for i in kept]
    by_name = dict(zip(names, map(float, weights), strict=True))
    return LearnedTable(float(model.intercept_[0]), by_name, ())


def _known(articles: Sequence[Annotated]) -> list[str]:
    """The features that occur often enough, of words in more than one publisher's texts."""
    counts: Counter[str] = Counter()
    publishers: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        for feature in frozenset().union(*article.text.features):
            counts[feature] += 1
            publishers[feature].add(publisher(article.gold))
    return sorted(
        feature
        for feature, count in counts.items()
        if count >= ARTICLES
        and (not feature.startswith(_WORDS) or len(publishers[feature]) >= PUBLISHERS)
    )


def _matrix(articles: Sequence[Annotated], names: Sequence[str]) -> tuple[Any, Any]:
    """Sentences by features as a sparse matrix of ones, and whether each is open."""
    import numpy as np
    from scipy import sparse

    number = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    truth = []
    for article in articles:
        rows = zip(article.text.features, article.is_main, article.is_other, strict=True)
        for features, is_main, is_other in rows:
            if is_other:
                continue
            columns += sorted(number[name] for name in features if name in number)
            ends.append(len(columns))
            truth.append(is_main)
    ones = np.ones(len(columns))
    shape = (len(ends) - 1, len(names))
    # The fitting takes indices of 32 bits only.
    places = np.array(columns, dtype=np.int32), np.array(ends, dtype=np.int32)
    return sparse.csr_array((ones, *places), shape=shape), np.array(truth)


def _log_count_ratio(matrix: Any, truth: Any) -> Any:
    """How much more often each feature stands in open sentences, as an absolute logarithm."""
    import numpy as np

    opened = (1 + matrix[truth].sum(0)) / (1 + truth.sum())
    closed = (1 + matrix[~truth].sum(0)) / (1 + (~truth).sum())
    return np.abs(np.log(np.asarray(opened / closed).ravel()))


def curve(
    probabilities: Sequence[float], rights: Sequence[bool]
) -> tuple[tuple[float, float], ...]:
    """What probabilities were worth: their mean in groups of equal size, with the share right.

    The groups are made rising by pooling (isotonic regression: Barlow and others, 1972).

    Args:
        probabilities: Of rows of articles the table had not been fitted to.
        rights: Whether each row was right.
    """
    from sklearn.isotonic import IsotonicRegression

    rising = IsotonicRegression(out_of_bounds="clip").fit(probabilities, rights)
    ordered = sorted(probabilities)
    size = len(ordered) / _POINTS
    groups = [ordered[round(i * size) : round((i + 1) * size)] for i in range(_POINTS)]
    middles = [sum(group) / len(group) for group in groups if group]
    shares = rising.predict(middles)
    return tuple(zip(map(float, middles), map(float, shares), strict=True))
