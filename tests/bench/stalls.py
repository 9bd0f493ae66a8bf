"""How long the desk does not listen while its analysis runs in the other process."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.bench.figures import Figure, milliseconds
from tests.bench.screens import NotMeasuredError, Terminal
from tests.bench.starts import PROGRAMS, SAMPLE, panels_are_filled, panels_are_shown
from tests.bench.texts import english

PAINTED = 0.3
"""Seconds after the last results in which all that they cause is done."""
IDLE_AFTER = 1.3
"""Seconds after the last results from which on the desk is idle."""
IDLE = 1.0
"""Seconds the idle desk is watched."""
QUIET = 2.5
"""Seconds without output that end the watching. Until then the screen is not looked at, which
would take a processor from the analysis; so this must be longer than the analysis is ever
silent, and longer than the idle desk is watched."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What one run of the probed desk reports, in seconds."""

    busy: float
    """The largest stall until the results were painted."""
    p99: float
    """What 99 % of the probe's steps stayed under."""
    idle: float
    """The largest stall of the idle desk."""


def measure_stalls(runs: int, folder: Path) -> Iterator[Figure]:
    """The largest stalls, less those of the idle loop."""
    sources = {"the sample is": SAMPLE}
    for words in (10_000, 20_000):
        path = folder / f"{words}-words.txt"
        path.write_text(english(words), encoding="utf-8")
        sources[f"{words:,} words are"] = str(path)
    watched: dict[str, list[_Run]] = {what: [] for what in sources}
    for number in range(runs):
        for what, source in sources.items():
            watched[what].append(_watch(source, folder / "stalls" / str(number)))
    for what, found in watched.items():
        goal = 16 if sources[what] == SAMPLE else 40
        yield _stall(f"largest stall while {what} analysed, above idle", found, goal)
    longest = [run.p99 for run in watched["20,000 words are"]]
    yield milliseconds("99 % of the stalls while 20,000 words are analysed", longest, 16)


def _stall(what: str, runs: list[_Run], goal: float) -> Figure:
    busy = median(run.busy for run in runs) * 1000
    idle = median(run.idle for run in runs) * 1000
    return milliseconds(
        what, [run.busy - run.idle for run in runs], goal, f"{busy:.1f} - {idle:.1f} ms"
    )


def _watch(source: str, home: Path) -> _Run:
    report = home / "probe.json"
    with Terminal(str(PROGRAMS / "probed_desk.py"), source, str(report), home=home) as terminal:
        shown, _ = terminal.seconds_until(panels_are_shown, panels_are_filled, pause=QUIET)
        end = terminal.last_drawn
        woke = probed(terminal, report)
    # The analysis is asked for as soon as there are panels.
    busy = [late for at, late in woke if shown < at <= end + PAINTED]
    idle = [late for at, late in woke if end + IDLE_AFTER < at <= end + IDLE_AFTER + IDLE]
    return _Run(max(busy), quantiles(busy, n=100)[98], max(idle))


def probed(terminal: Terminal, report: Path) -> list[tuple[float, float]]:
    """End a probed desk: when its probe woke, in seconds from the start, and how much too late.

    Raises:
        NotMeasuredError: It says nothing.
    """
    terminal.send(signal.SIGUSR1)
    terminal.wait()
    if not report.exists():
        terminal.rest(0.1)
        raise NotMeasuredError("\n".join(line.rstrip() for line in terminal.lines).strip())
    woke = json.loads(report.read_text(encoding="utf-8"))
    report.unlink()
    return [(at - terminal.start, late) for at, late in woke]
