"""How long until the reader sees the article, the panels, and what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, ratio
from tests.bench.screens import ROOT, Lines, Sight, Terminal, shows
from tui.analysis.model import model_folder

PROGRAMS = Path(__file__).parent / "programs"
SAMPLE = "seed:nato-russia-talks"
TITLES = ("1 Entities", "2 Quotes", "3 Open questions", "4 Highlights")
PANEL_COLUMN = 77
"""The first column of the panels in a terminal of 120 columns."""
_ENTITY = re.compile(r"[━─] +\d+ │")
"""The end of an entity's row: its bar and how often it is named."""

article_is_shown = shows("closeread", "13 Jan 2022", "There are significant differences between")
panels_are_shown = shows(*TITLES)


def panels_are_filled(lines: Lines) -> bool:
    """Whether an entity and a question stand in their panels."""
    entities = _panel(lines, *TITLES[:2])
    questions = _panel(lines, *TITLES[2:])
    return any(map(_ENTITY.search, entities)) and any("? " in line for line in questions)


def _panel(lines: Lines, title: str, next_title: str) -> Lines:
    """The lines between the title of a panel and the next title."""
    first = next((n for n, line in enumerate(lines) if title in line), len(lines))
    last = next((n for n, line in enumerate(lines) if next_title in line), 0)
    return [line[PANEL_COLUMN:] for line in lines[first + 1 : last]]


def measure_start(runs: int, folder: Path) -> Iterator[Figure]:
    """The first paint and the empty panels against the smallest Textual program."""
    hello: list[float] = []
    article: list[float] = []
    panels: list[float] = []
    for home in _homes(runs, folder / "start"):
        hello += _seconds(home, str(PROGRAMS / "hello.py"), sights=[shows("Hello, world")])
        at_article, at_panels = _seconds(
            home, "-m", "tui", SAMPLE, sights=[article_is_shown, panels_are_shown]
        )
        article.append(at_article)
        panels.append(at_panels)
    yield ratio("article and header on screen : a Textual hello-world", article, hello, 1.4)
    yield ratio("the four panels on screen : a Textual hello-world", panels, hello, 1.7)


def measure_panels(runs: int, folder: Path) -> Iterator[Figure]:
    """The filled panels against the bare language model, and from the cache."""
    bare: list[float] = []
    filled: list[float] = []
    first: list[float] = []
    again: list[float] = []
    text = str(ROOT / "seeds" / "nato-russia-talks.txt")
    desk = ("-m", "tui", SAMPLE)
    for home in _homes(runs, folder / "panels"):
        program = str(PROGRAMS / "bare_spacy.py")
        bare += _seconds(home, program, str(model_folder()), text, sights=[shows("entities")])
        with Terminal(*desk, home=home) as terminal:
            filled += terminal.seconds_until(panels_are_filled)
            # What was found is on its way into the cache.
            terminal.rest(0.5)
        at_article, at_filled = _seconds(home, *desk, sights=[article_is_shown, panels_are_filled])
        first.append(at_article)
        again.append(at_filled)
    yield ratio("panels of the sample filled : bare import, load, parse", filled, bare, 1.4)
    yield ratio("reopened, panels filled from the cache : its first paint", again, first, 1.1)


def _homes(runs: int, folder: Path) -> list[Path]:
    """An empty home for each run."""
    return [folder / str(number) for number in range(runs)]


def _seconds(home: Path, *arguments: str, sights: list[Sight]) -> list[float]:
    with Terminal(*arguments, home=home) as terminal:
        return terminal.seconds_until(*sights)
