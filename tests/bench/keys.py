"""From a key to the screen, against the smallest pager; the finder; and the desk's memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from tests.bench.figures import MIB, Figure, milliseconds, ratio
from tests.bench.finder_rows import seconds_to_rows
from tests.bench.pages import PAGE_DOWN, everything, the_article
from tests.bench.screens import Look, Part, Terminal, shows
from tests.bench.starts import (
    PANEL_COLUMN,
    PROGRAMS,
    SAMPLE,
    TITLES,
    panels_are_filled,
    panels_are_shown,
)
from tests.bench.texts import english, invented

MOVES = 10
"""Times each key is pressed in one run."""
SETTLE = 0.1
"""Seconds without output after which a key has had its effect."""
BEHIND = 1.0
"""Seconds without output after which nothing more is going on behind the screen."""
TO_MARK = ("cursor move", "page down", "highlight", "panel move")


def _panel(title: str) -> Part:
    """The part of the screen below the title of a panel, down to the next title."""

    def part(look: Look) -> Look:
        texts = ["".join(cell.data for cell in line) for line in look]
        begins = [n for n, text in enumerate(texts) if any(name in text for name in TITLES)]
        first = next(n for n in begins if title in texts[n])
        after = next((n for n in begins if n > first), len(look) - 2)
        return [line[PANEL_COLUMN:] for line in look[first + 1 : after]]

    return part


@dataclass(slots=True)
class _Series:
    """Seconds from key to screen, by what the key does."""

    ours: dict[str, list[float]] = field(default_factory=lambda: {what: [] for what in TO_MARK})
    theirs: dict[str, list[float]] = field(default_factory=lambda: {what: [] for what in TO_MARK})


def measure_keys(runs: int, folder: Path) -> Iterator[Figure]:
    """Moving, turning, marking, and moving in a panel, at two sizes of text."""
    for words in (10_000, 1_000_000):
        is_small = words < 100_000
        text = folder / f"keys-{words}.txt"
        text.write_text(english(words) if is_small else invented(words), encoding="utf-8")
        series = _Series()
        for number in range(runs):
            _press_in_pager(text, folder / "pager", series.theirs)
            home = folder / "keys" / f"{words}-{number}"
            _press_in_desk(text, home, series.ours, panel=TITLES[0 if is_small else 3])
        for what in TO_MARK:
            ours, theirs = series.ours[what], series.theirs[what]
            name = f"{what}, {words:,} words"
            yield milliseconds(f"{name}: key to screen", ours, 16)
            yield ratio(f"{name} : the smallest pager", ours, theirs, 1.2)
            slow = [quantiles(each, n=20)[18] for each in (ours, theirs)]
            yield ratio(f"{name}, 95th percentile : the pager's", slow[:1], slow[1:], 1.3)


def _press_in_pager(text: Path, home: Path, series: dict[str, list[float]]) -> None:
    first_words = " ".join(text.read_text(encoding="utf-8")[:60].split()[1:5])
    with Terminal(str(PROGRAMS / "pager.py"), str(text), home=home) as terminal:
        terminal.seconds_until(shows(first_words))
        terminal.rest(BEHIND)
        for _ in range(MOVES):
            moved = _press(terminal, "j", everything)
            series["cursor move"].append(moved)
            series["page down"].append(_press(terminal, PAGE_DOWN, everything))
            series["highlight"].append(_press(terminal, "h", everything))
            # The pager has no panel: a row of its text stands for one.
            series["panel move"].append(_press(terminal, "j", everything))


def _press_in_desk(text: Path, home: Path, series: dict[str, list[float]], *, panel: str) -> None:
    is_analysed = panel == TITLES[0]
    with Terminal("-m", "tui", str(text), home=home) as terminal:
        terminal.seconds_until(panels_are_filled if is_analysed else panels_are_shown)
        terminal.rest(BEHIND)
        for _ in range(MOVES):
            series["cursor move"].append(_press(terminal, "j", the_article))
            series["page down"].append(_press(terminal, PAGE_DOWN, the_article))
            series["highlight"].append(_press(terminal, "h", the_article))
            terminal.rest(SETTLE)
        terminal.press(panel[0], everything, settle=BEHIND)
        terminal.press("g", everything, settle=SETTLE)
        terminal.press("g", everything, settle=SETTLE)
        for _ in range(MOVES - 1):
            series["panel move"].append(_press(terminal, "j", _panel(panel)))


def _press(terminal: Terminal, key: str, part: Part) -> float:
    return terminal.press(key, part, settle=SETTLE)[0]


def measure_finder(runs: int, folder: Path) -> Iterator[Figure]:
    """From a letter in the finder to its rows on the screen, in a long analysed text."""
    rows = seconds_to_rows(max(2, runs // 2))
    yield milliseconds("from a query to its rows, 10,000 words and 500 entities", rows, 16)
    text = folder / "finder.txt"
    text.write_text(english(10_000), encoding="utf-8")
    home = folder / "finder"
    seconds: list[float] = []
    for _ in range(max(2, runs // 2)):
        with Terminal("-m", "tui", str(text), home=home) as terminal:
            terminal.seconds_until(panels_are_filled)
            terminal.rest(BEHIND)
            terminal.press("\\", everything, settle=0.5)
            for word in ("reservoir", "almquist"):
                for letter in word:
                    seconds.append(_press(terminal, letter, everything))
                for _ in word:
                    terminal.press("\x7f", everything, settle=SETTLE)
    yield milliseconds("a letter in the finder to its rows on the screen", seconds, 40)


def measure_memory(runs: int, folder: Path) -> Iterator[Figure]:
    """The desk with the sample open against the smallest Textual program."""
    ours: list[float] = []
    hello: list[float] = []
    for number in range(max(2, runs // 2)):
        home = folder / "memory" / str(number)
        with Terminal(str(PROGRAMS / "hello.py"), home=home) as terminal:
            terminal.seconds_until(shows("Hello, world"))
            hello.append(terminal.memory)
        with Terminal("-m", "tui", SAMPLE, home=home) as terminal:
            terminal.seconds_until(panels_are_filled)
            terminal.rest(BEHIND)
            ours.append(terminal.memory)
    figure = ratio("memory of the desk with the sample : a Textual hello-world", ours, hello, 1.5)
    said = f"{min(ours) / MIB:.0f} : {min(hello) / MIB:.0f} MiB"
    yield Figure(figure.what, figure.value, "x", figure.goal, said)
