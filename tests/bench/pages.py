"""How fast a page turns, and what a hundred times as much text costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.figures import MIB, Figure, milliseconds, ratio
from tests.bench.screens import Look, Terminal, shows
from tests.bench.starts import PANEL_COLUMN, panels_are_filled, panels_are_shown
from tests.bench.texts import english, invented

PAGE_DOWN = "\x1b[6~"
PAGES = 6
"""Pages turned in each opened text."""
SETTLE = 0.12
"""Seconds without output after which a page has turned."""
BEHIND = 1.0
"""Seconds without output after which the library is open and the analysis has answered."""


@dataclass(slots=True)
class _Series:
    """What was measured with one text."""

    opened: list[float] = field(default_factory=list)
    """Seconds until the article was on the screen."""
    turned: list[float] = field(default_factory=list)
    """Seconds until the text had turned."""
    settled: list[float] = field(default_factory=list)
    """Seconds until the whole screen, status row and panels included, had followed."""
    memory: list[float] = field(default_factory=list)
    """Bytes of the desk's process after that."""


def measure_pages(runs: int, folder: Path) -> Iterator[Figure]:
    """Turning the pages of an analysed text."""
    text = folder / "analysed.txt"
    text.write_text(english(10_000), encoding="utf-8")
    series = _Series()
    home = folder / "pages"
    for _ in range(max(1, runs // 3)):
        with Terminal("-m", "tui", str(text), home=home) as terminal:
            terminal.seconds_until(panels_are_filled)
            _turn(terminal, series, PAGES * 4)
    yield milliseconds("page down to the text repainted, 10,000 words", series.turned, 16)
    yield milliseconds("page down to the whole screen repainted", series.settled, None)


def measure_sizes(runs: int, folder: Path) -> Iterator[Figure]:
    """A million words against ten thousand; invented ones, so that neither is analysed."""
    small, large = _Series(), _Series()
    texts = ((10_000, small), (1_000_000, large))
    for words, _ in texts:
        (folder / f"{words}.txt").write_text(invented(words), encoding="utf-8")
    for number in range(runs):
        for words, series in texts:
            _open_and_turn(folder / f"{words}.txt", folder / "sizes" / str(number), series)
    yield ratio("page down at 1,000,000 words : at 10,000", large.turned, small.turned, 1.2)
    yield ratio("opening 1,000,000 words : 10,000", large.opened, small.opened, 2)
    more, less = median(large.memory) / MIB, median(small.memory) / MIB
    what = "memory at 1,000,000 words, above 10,000"
    yield Figure(what, more - less, "MiB", 60, f"{more:.0f} - {less:.0f} MiB")


def _open_and_turn(text: Path, home: Path, series: _Series) -> None:
    first_words = " ".join(text.read_text(encoding="utf-8")[:60].split()[1:5])
    with Terminal("-m", "tui", str(text), home=home) as terminal:
        opened, _ = terminal.seconds_until(shows("closeread", first_words), panels_are_shown)
        series.opened.append(opened)
        _turn(terminal, series, PAGES)
        series.memory.append(terminal.memory)


def _turn(terminal: Terminal, series: _Series, pages: int) -> None:
    terminal.rest(BEHIND)
    for _ in range(pages):
        turned, settled = terminal.press(PAGE_DOWN, the_article, everything, settle=SETTLE)
        series.turned.append(turned)
        series.settled.append(settled)


def the_article(look: Look) -> Look:
    """What of the screen is text: without header, status row, ribbon and panels."""
    return [line[: PANEL_COLUMN - 3] for line in look[2:-2]]


def everything(look: Look) -> Look:
    """The whole screen."""
    return look
