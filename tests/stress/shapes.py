"""Texts of odd shapes: how fast each is analysed beside an ordinary article, and in how much room.

Each text is analysed in a process of its own. The speed is in processor time, in turn with an
ordinary article of 10,000 words in the same process, so that other programs change it little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from time import process_time

from tests.stress.counts import Count, all_of, at_least, at_most
from tests.stress.shape_texts import SHAPES, ordinary

ORDINARY = 10_000
"""Words of the article that every shape is compared with."""
FEWEST = 300
"""Words of a text where it is only asked whether it ends, and what comes of it."""
LEAST_SPEED = 50
"""Words a second in percent of the ordinary article's."""
MOST_MEMORY = 700
"""MiB of the process at its most."""
_MEASURED = 100
"""Rounds from which on speed and memory are measured."""
_AT_ONCE = 2
_LARGE = ("one paragraph", "a list of names", "transcript", "nested quotes", "short paragraphs")
"""Shapes measured with ten times as many words: those that take most room in their way."""


def count_shapes(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Analyse every shape; with few rounds only small ones, of which nothing is timed.

    Args:
        rounds: Words of each text in thousands, and of the large ones in ten thousands; under
            100 every text has a few hundred words.
        seed: Not needed: a shape is the same every time.
        folder: Not needed: nothing is kept.
    """
    if rounds < _MEASURED:
        yield all_of("small texts of odd shapes analysed", _small(), len(SHAPES))
        return
    texts = [(shape, rounds * 1_000) for shape in SHAPES]
    texts += [(shape, rounds * 10_000) for shape in _LARGE]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (shape, words), (speed, memory) in zip(texts, pool.map(_measured, texts), strict=True):
            what = f"{shape}, {words:,} words"
            yield at_least(f"{what}: words a second", 100 * speed, LEAST_SPEED)
            yield at_most(f"{what}: memory", memory, MOST_MEMORY, "MiB")


def _small() -> int:
    """How many shapes are analysed, each place inside the text and every list in its order."""
    from tui.analysis.pipeline import analyse, load_pipeline
    from tui.documents.article import ENGLISH
    from tui.documents.loading import from_text

    nlp = load_pipeline()
    good = 0
    for shape in SHAPES.values():
        article = from_text(shape(FEWEST), "/shape")
        found = analyse(article, nlp, language=ENGLISH)
        spans = [mention.span for entity in found.entities for mention in entity.mentions]
        spans += [part for quote in found.quotes for part in quote.content]
        starts = [quote.content[0].start for quote in found.quotes]
        is_inside = all(0 <= start < end <= len(article.text) for start, end in spans)
        good += is_inside and starts == sorted(starts)
    return good


def _measured(text: tuple[str, int]) -> tuple[float, float]:
    """The speed as a share of the ordinary article's, and the memory in MiB."""
    shape, words = text
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.stress.shapes", shape, str(words)],
        capture_output=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    speed, memory = json.loads(done.stdout)
    return speed, memory


def _measure(shape: str, words: int) -> tuple[float, float]:
    from resource import RUSAGE_SELF, getrusage

    from tui.analysis.messages import encode_analysis
    from tui.analysis.pipeline import analyse, load_pipeline
    from tui.documents.article import ENGLISH
    from tui.documents.loading import from_text

    nlp = load_pipeline()

    def rate(text: str, name: str) -> float:
        start = process_time()
        encode_analysis(analyse(from_text(text, name), nlp, language=ENGLISH))
        # A text without blanks counts by its letters.
        return max(len(text.split()), len(text) // 6) / (process_time() - start)

    usual = ordinary(ORDINARY)
    rates = [rate(usual, "/usual") for _ in range(3)]
    speed = rate(SHAPES[shape](words), "/shape.md" if shape == "links" else "/shape")
    rates.append(rate(usual, "/usual"))
    # Kibibytes on Linux, bytes on macOS.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return speed / median(rates[1:]), getrusage(RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1], int(sys.argv[2]))))
