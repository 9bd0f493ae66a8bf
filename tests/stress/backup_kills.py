"""kill -9 at a random moment of a backup or a restore: the library stays whole, nothing is gone."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from tests.stress.counts import Count, none_of
from tests.stress.libraries import build
from tui.store.backup_rotation import listed
from tui.store.backups import make_backup
from tui.store.database import Database
from tui.store.library_files import put_aside_in
from tui.store.restoring import restore
from tui.store.verified_copy import verify

_ROOT = Path(__file__).parents[2]


def _places(folder: Path) -> tuple[Path, Path]:
    return folder / "data" / "library.db", folder / "backups"


class _Home:
    """A library with a mark that was saved last and lies in its log, and a backup without it."""

    def __init__(self, folder: Path) -> None:
        self.library, self.backups = _places(folder)
        self._start = folder / "start"
        build(self.library, 6, 10)
        make_backup(self.library, self.backups, "asked", "2x")
        database = Database(self.library)
        database.submit(lambda c: c.execute("UPDATE highlights SET note = 'newest'")).result()
        # As a killed desk leaves it: what was saved last stands in the log alone.
        shutil.copytree(self.library.parent, self._start)
        database.close()

    def begin_again(self) -> None:
        """Have the library as it was, and one backup of it."""
        shutil.rmtree(self.library.parent)
        shutil.copytree(self._start, self.library.parent)
        for backup in listed(self.backups)[:-1]:
            backup.path.unlink()


def _back_up(home: _Home) -> None:
    make_backup(home.library, home.backups, "asked", "9x")


def _restore(home: _Home) -> None:
    restore(home.library, listed(home.backups)[-1].path)


_WORKS: dict[str, Callable[[_Home], None]] = {"backup": _back_up, "restore": _restore}


class _Workers:
    """A process that does a work in a child of its own, and kills the child when told to.

    Only what is killed is made anew: to start Python for each would take longer than the rest.
    """

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from tests.stress.backup_kills import serve; serve()"],
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._say(str(folder))

    def _say(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def run(self, work: str, seconds: float) -> bool:
        """Do a work and kill it after a while; whether it was killed before its end."""
        return self._say(f"{work} {seconds}") == "killed"

    def close(self) -> None:
        self._process.communicate()


def serve() -> None:
    """What the process of `_Workers` does."""
    home = _Home.__new__(_Home)
    folder = Path(sys.stdin.readline().strip())
    home.library, home.backups = _places(folder)
    print("ready", flush=True)
    for line in sys.stdin:
        work, seconds = line.split()
        child = os.fork()
        if not child:
            with contextlib.suppress(BaseException):
                _WORKS[work](home)
            os._exit(0)
        end = time.monotonic() + float(seconds)
        while not (ended := os.waitpid(child, os.WNOHANG))[0] and time.monotonic() < end:
            time.sleep(0.0005)
        if not ended[0]:
            os.kill(child, signal.SIGKILL)
            ended = os.waitpid(child, 0)
        print("killed" if os.WIFSIGNALED(ended[1]) else "done", flush=True)


def _notes(library: Path) -> set[str]:
    with closing(sqlite3.connect(library)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {row[0] for row in connection.execute("SELECT note FROM highlights")}


def _is_whole(home: _Home) -> bool:
    """Whether the library opens, and is the old one or the backup; nothing between."""
    Database(home.library, home.backups).close()
    verify(home.library)
    notes = _notes(home.library)
    return notes == {"newest"} or "newest" not in notes


def _is_kept(home: _Home) -> bool:
    """Whether what was saved last is in the library or in the one put aside."""
    places = (home.library, *put_aside_in(home.library))
    return any(_notes(place) == {"newest"} for place in places)


def _leftovers(home: _Home) -> int:
    names = (*os.listdir(home.backups), *os.listdir(home.library.parent))
    return sum(".part" in name or name.endswith(("-new", "-replacement")) for name in names)


def count_backup_kills(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Kill backups and restores, each followed by the next opening of the library."""
    random = Random(seed)
    home = _Home(folder)
    workers = _Workers(folder)
    longest = _longest(home, workers)
    killed = torn = lost = left = 0
    for number in range(rounds):
        home.begin_again()
        work = list(_WORKS)[number % len(_WORKS)]
        killed += workers.run(work, random.random() * longest[work])
        torn += not _is_whole(home)
        lost += not _is_kept(home)
        for backup in listed(home.backups):
            verify(backup.path)
        left += _leftovers(home)
    workers.close()
    yield Count(
        "backups and restores killed before their end", f"{killed:,} of {rounds:,}", "", True
    )
    yield none_of("libraries that were not whole afterwards", torn, rounds)
    yield none_of("what was saved last, neither in the library nor put aside", lost, rounds)
    yield none_of("half copies that the next start left lying", left, rounds)


def _longest(home: _Home, workers: _Workers) -> dict[str, float]:
    """Seconds that each work takes here, and a little more."""
    times = {}
    for work in _WORKS:
        home.begin_again()
        begun = time.monotonic()
        workers.run(work, 60)
        times[work] = 1.2 * (time.monotonic() - begun)
    return times
