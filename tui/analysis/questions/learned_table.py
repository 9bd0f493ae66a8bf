"""The learned table: weights of features, and the probability that a sentence is open.

One logistic regression over sentences: the weights of the features that are there are added to
a bias, and the logistic function makes a probability of the sum. The table was fitted to
annotated news by `make model`; it holds no names, no numbers, and words only that occur in
several articles of more than one publisher. It is a file of the package, read with the
analysis and never by the desk.

How the features were scaled before fitting: S. Wang and C. D. Manning, "Baselines and Bigrams:
Simple, Good Sentiment and Topic Classification", ACL 2012.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp, fsum
from typing import NamedTuple

TABLE = "learned_table.tsv"
"""The file, beside this module: a comment, the bias, the curve of certainty, the weights."""
_UNIT = 1000
"""Weights stand in the file as thousandths: more digits change no result."""
_BIAS, _CURVE = "=bias", "=certainty"
_WHOLE = re.compile(r"-?[0-9]+")


class LearnedTable(NamedTuple):
    """Weights by feature, and what a probability has been worth."""

    bias: float
    """The sum where no feature is there."""
    weights: Mapping[str, float]
    """What each feature adds."""
    curve: tuple[tuple[float, float], ...]
    """Probabilities, rising, each with the share of rows of it that were right in articles the
    table had not been fitted to."""

    def probability(self, features: Iterable[str]) -> float:
        """How probable it is that a sentence with these features leaves something open."""
        weights = self.weights
        # Exact whatever the order: that of a set differs from run to run.
        total = fsum((self.bias, *(weights.get(feature, 0.0) for feature in features)))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

    def certainty(self, probability: float) -> float:
        """The share of rows of a probability that are right; between the points a line."""
        curve = self.curve
        i = bisect_right(curve, probability, key=lambda point: point[0])
        if i == 0 or i == len(curve):
            return curve[min(i, len(curve) - 1)][1]
        (low, least), (high, most) = curve[i - 1], curve[i]
        return least + (most - least) * (probability - low) / (high - low)


@cache
def learned_table() -> LearnedTable:
    """The table of this installation, read once."""
    return parse_table(files(__package__).joinpath(TABLE).read_text(encoding="utf-8"))


def parse_table(text: str) -> LearnedTable:
    """The table from its file.

    Raises:
        ValueError: A row is not a name, a tab and whole numbers, or the curve does not rise.
    """
    weights: dict[str, float] = {}
    curve: list[tuple[float, float]] = []
    bias = 0.0
    for number, row in enumerate(text.split("\n"), 1):
        if not row or row.startswith("#"):
            continue
        name, *values = row.split("\t")
        numbers = [int(value) / _UNIT for value in values if _WHOLE.fullmatch(value)]
        if not name or len(numbers) != len(values) or len(numbers) != 1 + (name == _CURVE):
            raise ValueError(f"row {number} of the learned table is damaged: {row[:40]!r}")
        if name == _CURVE:
            curve.append((numbers[0], numbers[1]))
        elif name == _BIAS:
            bias = numbers[0]
        else:
            weights[name] = numbers[0]
    if any(sorted(column) != list(column) for column in zip(*curve, strict=True)):
        raise ValueError("the curve of certainty in the learned table does not rise")
    return LearnedTable(bias, weights, tuple(curve))


def table_text(table: LearnedTable, comment: str) -> str:
    """The file of a table; the same table gives the same bytes."""
    rows = [f"# {comment}", f"{_BIAS}\t{_whole(table.bias)}"]
    rows += [f"{_CURVE}\t{_whole(low)}\t{_whole(share)}" for low, share in table.curve]
    rows += [f"{name}\t{_whole(weight)}" for name, weight in sorted(table.weights.items())]
    return "\n".join(rows) + "\n"


def _whole(value: float) -> int:
    return round(value * _UNIT)
