"""Kill the program at random moments, and count what it had said to be saved and is not there."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.cli.processes import ROOT
from tests.stress.counts import Count, all_of, none_of
from tests.stress.killed_desk import kill_desk
from tests.stress.killed_program import report
from tests.stress.libraries import at_step, build
from tests.stress.words import held, is_whole
from tui.session.reading import ReadingSession
from tui.store.database import Database
from tui.store.library_files import COMMITS
from tui.store.migrations import MIGRATIONS

_WORKERS = 2
_SIGNALS = (signal.SIGKILL, signal.SIGHUP, signal.SIGTERM)
_AT_WORK = 0.25
"""Seconds within which a program is killed once it is ready."""
_CUTS = 5
"""Places at which the log of each killed reader is cut."""
_FRAME_HEADER, _LOG_HEADER = 24, 32
"""Bytes, from SQLite's file format."""
_MARKS = 120
"""Highlights of the library on which something is done as a whole."""


class Tools(NamedTuple):
    """What a round works with."""

    folder: Path
    """A folder that is the round's own; empty at first."""
    whole: Path
    """A library of today, to be copied."""
    random: Random
    """Decides."""
    seed: int
    """Another one for each round."""


def _killed(what: str, library: Path, tools: Tools) -> set[str]:
    """Run a program, kill it at a random moment; the words it said were saved."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.stress.killed_program", what, str(library), str(tools.seed)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        # Whoever counts out of reach of a terminal has its closing ignored, and so would this.
        preexec_fn=partial(signal.signal, signal.SIGHUP, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        # Now and then before it has even opened the library.
        if tools.random.random() < 0.9:
            assert process.stdout.readline() == "ready\n"
        time.sleep(tools.random.uniform(0, _AT_WORK))
        process.send_signal(tools.random.choice(_SIGNALS))
        # A line that the kill has cut in two was not said.
        said = process.stdout.read().splitlines(keepends=True)
    return {line.strip() for line in said if line.endswith("\n")} - {"ready"}


def _kill_reader(tools: Tools) -> Counter[str]:
    """A reader at work."""
    library = tools.folder / "library.db"
    said = _killed("read", library, tools)
    return _checked(library, said) if library.exists() else Counter()


def _checked(library: Path, said: set[str]) -> Counter[str]:
    """Count what a library has of what was said to be saved in it."""
    with Database(library) as database:
        words = held(database)
        ReadingSession.open(database, report(), lambda event: None)
        is_told = bool(database.loss)
    return Counter(
        said=len(said),
        lost=len(said - words),
        libraries=1,
        broken=not is_whole(library),
        told_of_nothing=is_told and said <= words,
    )


def _cut_log(tools: Tools) -> Counter[str]:
    """The log of a killed reader loses its end, as a power cut may leave it."""
    library = tools.folder / "library.db"
    said = _killed("read", library, tools)
    log = library.with_name("library.db-wal")
    if not log.exists() or log.stat().st_size <= _LOG_HEADER:
        return Counter()
    counts: Counter[str] = Counter()
    content = log.read_bytes()
    frame = int.from_bytes(content[8:12], "big") + _FRAME_HEADER
    for number in range(_CUTS):
        copy = tools.folder / str(number) / "library.db"
        copy.parent.mkdir()
        for suffix in ("", COMMITS):
            shutil.copyfile(f"{library}{suffix}", f"{copy}{suffix}")
        frames = tools.random.randrange((len(content) - _LOG_HEADER) // frame)
        middle = tools.random.choice((0, tools.random.randrange(frame)))
        end = _LOG_HEADER + frames * frame + middle
        copy.with_name("library.db-wal").write_bytes(content[:end])
        with Database(copy) as database:
            missing = said - held(database)
            counts += Counter(cut=bool(missing), told=bool(missing and database.loss))
    return counts + _checked(library, said)


def _older(tools: Tools, library: Path) -> None:
    at_step(tools.whole, library, tools.random.randrange(1, len(MIGRATIONS)))


def _copy(tools: Tools, library: Path) -> None:
    shutil.copyfile(tools.whole, library)


def _kill_whole(tools: Tools, prepare: Callable[[Tools, Path], None], program: str) -> Counter[str]:
    """Something that is done to a whole library: it and every copy of it must hold all."""
    library = tools.folder / "library.db"
    prepare(tools, library)
    _killed(program, library, tools)
    counts: Counter[str] = Counter()
    for path in (library, *tools.folder.glob("backups/*.db")):
        with Database(path) as database:
            marks = database.read(lambda c: c.execute("SELECT count(*) FROM highlights").fetchone())
        lost = _MARKS - int(marks[0])
        counts += Counter(libraries=1, said=_MARKS, lost=lost, broken=not is_whole(path))
    return counts


class Scenario(NamedTuple):
    """What is killed."""

    name: str
    """What it is called in the table."""
    run: Callable[[Tools], Counter[str]]
    """One round of it."""
    share: int
    """In how many of 20 rounds it is tried."""


SCENARIOS = (
    Scenario("a reader at work", _kill_reader, 12),
    Scenario("the desk, while words are typed", kill_desk, 1),
    Scenario("a migration", partial(_kill_whole, prepare=_older, program="open"), 2),
    Scenario("a backup", partial(_kill_whole, prepare=_copy, program="back up"), 2),
    Scenario("a reader whose log is cut", _cut_log, 3),
)
"""A further one needs a row here, and one of `killed_program.PROGRAMS` if it is done as a whole."""


def _one(number: int, scenario: Scenario, seed: int, folder: Path, whole: Path) -> Counter[str]:
    own = folder / f"round{number}"
    own.mkdir()
    try:
        return scenario.run(Tools(own, whole, Random(f"{seed} {number}"), number))
    finally:
        shutil.rmtree(own, ignore_errors=True)


def count_kills(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Kill what the scenarios name, each in its share of the rounds."""
    whole = folder / "whole.db"
    build(whole, _MARKS // 10, 10, seed)
    shares = [scenario for scenario in SCENARIOS for _ in range(scenario.share)]
    chosen = [shares[number % len(shares)] for number in range(rounds)]
    with ThreadPoolExecutor(_WORKERS) as workers:
        done = list(
            workers.map(lambda each: _one(each[0], each[1], seed, folder, whole), enumerate(chosen))
        )
    total: Counter[str] = Counter()
    for scenario in SCENARIOS:
        of_it = (each for each, of in zip(done, chosen, strict=True) if of is scenario)
        counts = sum(of_it, Counter[str]())
        total += counts
        killed = f"{scenario.name} ({chosen.count(scenario)} kills)"
        yield none_of(f"saved words lost by killing {killed}", counts["lost"], counts["said"])
    yield none_of("words lost that were typed a second before", total["old_lost"], total["old"])
    yield none_of("libraries and backups not whole after it", total["broken"], total["libraries"])
    yield all_of("logs cut before saved words, told on opening", total["told"], total["cut"])
    yield none_of(
        "libraries that tell of a loss without one", total["told_of_nothing"], total["libraries"]
    )
