"""This checkout against another one: is anything slower or larger than it was?

Both run as the reader runs them and are judged by what their terminals show, so that the
other may be of a time when modules had other names. A pair is one run of each, one right
after the other; ratios are taken within pairs, because a busy machine slows both halves of a
pair and not both halves of the figure.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.bench.figures import MIB, Figure
from tests.bench.pages import PAGE_DOWN, the_article
from tests.bench.screens import HERE, Checkout, NotMeasuredError, Terminal
from tests.bench.starts import SAMPLE, article_is_shown, panels_are_filled
from tests.bench.texts import english

PAIRS = 21
"""Pairs that are counted: an odd number has a median of its own. With a load of two on each
processor half of the pairs of a version and itself lay between 0.7 and 1.4, and the medians of
21 of them between 0.90 and 1.01; a limit of a twentieth wants an idle machine."""
LIMIT = 1.05
"""The most a figure may grow from one version to the next: a few such steps are noticed."""
MOST_FAILURES = 3
"""Pairs that may fail before the comparison is given up."""
WORDS = 10_000
"""Words of the text whose pages are turned."""
MOVES = 10
"""Times each key is pressed in one run; the run counts with their median."""
SETTLE = 0.1
"""Seconds without output after which a key has had its effect."""
BEHIND = 1.0
"""Seconds without output after which nothing more is going on behind the screen."""
ANALYSED = 3.0
"""The same for the first analysis of the long text, which is shown part by part."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one version did in one pair: seconds, and bytes for the memory."""

    first_paint: float
    panels: float
    reopening: float
    cursor_move: float
    page_down: float
    memory: float


WHAT = {
    "first_paint": "article and header on screen",
    "panels": "panels of the sample filled",
    "reopening": "reopened, panels filled from the cache",
    "cursor_move": f"j to screen, {WORDS:,} words",
    "page_down": f"page down to screen, {WORDS:,} words",
    "memory": "memory of the desk with the sample, peak",
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of two versions."""

    figures: tuple[Figure, ...]
    """The median of the ratios of the pairs; behind it, between what values half of the ratios
    lie, and the medians of both versions."""
    pairs: int
    """The pairs counted."""
    failed: tuple[str, ...]
    """Why other pairs were left out."""


def compare(folder: Path, pairs: int, scratch: Path) -> Comparison:
    """Run this checkout and the one in a folder in turns.

    Args:
        folder: The other checkout; with its own `.venv` or run with the packages of this one.
        pairs: How many pairs are counted.
        scratch: A folder for homes and texts.

    Raises:
        NotMeasuredError: The folder holds no version, or too many pairs failed.
    """
    versions = {"this": HERE, "other": Checkout.of(folder)}
    text = scratch / "keys.txt"
    text.write_text(english(WORDS), encoding="utf-8")
    for name, version in versions.items():
        version.compile()
        _prepare(version, text, scratch / name)
    done: list[tuple[Run, Run]] = []
    failed: list[str] = []
    while len(done) < pairs:
        print(f"pair {len(done) + 1} of {pairs} …", file=sys.stderr, flush=True)
        try:
            ours, theirs = (_run(version, text, scratch / n) for n, version in versions.items())
        except NotMeasuredError as error:
            failed.append(str(error).partition("\n")[0])
            if len(failed) > MOST_FAILURES:
                raise NotMeasuredError(f"{len(failed)} pairs failed; the last: {error}") from None
        else:
            done.append((ours, theirs))
    return Comparison(tuple(figures(done)), len(done), tuple(failed))


def figures(pairs: Sequence[tuple[Run, Run]]) -> Iterator[Figure]:
    """The figures of some pairs: what this checkout did, and what the other did after it."""
    for name, what in WHAT.items():
        series = [(getattr(ours, name), getattr(theirs, name)) for ours, theirs in pairs]
        values = [median(side) for side in zip(*series, strict=True)]
        unit, scale = ("MiB", 1 / MIB) if name == "memory" else ("ms", 1000)
        ours, theirs = (f"{value * scale:.1f}" for value in values)
        ratios = [ours / theirs for ours, theirs in series]
        low, middle, high = quantiles(ratios, n=4) if len(ratios) > 1 else ratios * 3
        behind = f"{low:.2f} to {high:.2f}  {ours} : {theirs} {unit}"
        yield Figure(what, middle, "x", LIMIT, behind)


def _prepare(version: Checkout, text: Path, folder: Path) -> None:
    """A run that does not count: the disk is read, and the long text is analysed.

    The keys are measured in copies of the home it leaves behind, so that every run begins at
    the top of the text and with a library of the same size.
    """
    with Terminal("-m", "tui", str(text), home=folder / "analysed", version=version) as terminal:
        terminal.seconds_until(panels_are_filled)
        terminal.rest(ANALYSED)
        terminal.press("q", settle=BEHIND)
        terminal.wait()


def _run(version: Checkout, text: Path, folder: Path) -> Run:
    """One version, once: a first start, a second one, and keys in a long text."""
    home = folder / "home"
    shutil.rmtree(home, ignore_errors=True)
    desk = ("-m", "tui", SAMPLE)
    with Terminal(*desk, home=home, version=version) as terminal:
        first_paint, panels = terminal.seconds_until(article_is_shown, panels_are_filled)
        terminal.rest(BEHIND)
        memory = terminal.peak_memory
    with Terminal(*desk, home=home, version=version) as terminal:
        (reopening,) = terminal.seconds_until(panels_are_filled)
    shutil.rmtree(home)
    shutil.copytree(folder / "analysed", home)
    with Terminal("-m", "tui", str(text), home=home, version=version) as terminal:
        terminal.seconds_until(panels_are_filled)
        terminal.rest(BEHIND)
        moves = _presses(terminal, "j")
        turns = _presses(terminal, PAGE_DOWN)
    return Run(first_paint, panels, reopening, median(moves), median(turns), memory)


def _presses(terminal: Terminal, key: str) -> list[float]:
    return [terminal.press(key, the_article, settle=SETTLE)[0] for _ in range(MOVES)]
