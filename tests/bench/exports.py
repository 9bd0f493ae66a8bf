"""What an export costs, beside reading the rows plainly, and whether its memory grows.

Processor time is compared, not the clock: a busy machine would decide otherwise.
"""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.figures import Figure, ratio
from tests.bench.screens import ROOT
from tests.stress.libraries import build
from tui.store.checksums import add_function
from tui.store.highlight_rows import select_highlights

SIZES = (1_000, 100_000)
"""Highlights of the libraries."""
_ARTICLES, _MARKS = 10, 100
_COPIED = ("documents", "sources", "highlights", "tags")
_ROWS = select_highlights("WHERE h.deleted IS NULL")
_UNCHECKED = (
    "SELECT h.id, h.exact, h.prefix, h.suffix, h.start, h.end, h.revision, h.colour, h.note, "
    "h.speaker, h.created, h.updated, d.title, d.published FROM documents d "
    "JOIN highlights h ON h.document_id = d.id WHERE h.deleted IS NULL"
)
_EXPORT = """
import resource, sys
from tui.cli.command_line import command_line
command_line(["export", "--format", sys.argv[1], "-o", sys.argv[2]], standalone_mode=False)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak if sys.platform == "linux" else peak // 1024)
"""


def measure_exports(runs: int, folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[Figure]:
    """Export per highlight against its row, and its memory at the largest size."""
    peaks: dict[str, list[int]] = {"md": [], "json": []}
    for size in sizes:
        goal = 3 if size == sizes[-1] else None
        home = folder / f"exports-{size}"
        make_library(home / "library.db", size)
        rows: list[float] = []
        unchecked: list[float] = []
        taken: dict[str, list[float]] = {"md": [], "json": []}
        for _ in range(runs):
            rows.append(_seconds_of_reading(home / "library.db", _ROWS))
            unchecked.append(_seconds_of_reading(home / "library.db", _UNCHECKED))
            for form, series in taken.items():
                seconds, peak = _seconds_of_export(home, form)
                series.append(seconds)
                peaks[form].append(peak)
        for form, series in taken.items():
            what = f"export of {size:,} highlights, {form} : reading their rows, checked"
            yield ratio(what, series, rows, goal)
        yield ratio(f"reading {size:,} rows, checked : unchecked", rows, unchecked, None)
    for form, series_of_peaks in peaks.items():
        low, high = min(series_of_peaks) / 1024, max(series_of_peaks) / 1024
        what = f"memory of an export, {form}: {sizes[-1]:,} : {sizes[0]:,} highlights"
        yield Figure(what, high / low, "x", 1.2, f"{high:.0f} : {low:.0f} MiB")


def make_library(path: Path, highlights: int) -> None:
    """A library of so many highlights: some real articles, and copies of their rows."""
    build(path, _ARTICLES, _MARKS)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        add_function(connection)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for number in range(1, highlights // (_ARTICLES * _MARKS)):
            for table in _COPIED:
                connection.execute(_copying(connection, table), {"more": f"+{number}"})
        connection.execute("COMMIT")


def _copying(connection: sqlite3.Connection, table: str) -> str:
    """The statement that copies a table's first rows under other ids."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names = [name for name in names if name not in ("key", "checksum")]
    others = ("id", "document_id", "highlight_id", "source")
    values = [f'"{name}" || :more' if name in others else f'"{name}"' for name in names]
    ident = "highlight_id" if table == "tags" else "id"
    listed = ", ".join(f'"{name}"' for name in names)
    return (
        f"INSERT INTO {table} ({listed}) SELECT {', '.join(values)} FROM {table} "
        f"WHERE instr({ident}, '+') = 0"
    )


def _seconds_of_reading(path: Path, query: str) -> float:
    """How long rows take, read one after the other and not kept."""
    start = time.process_time()
    with closing(sqlite3.connect(path)) as connection:
        add_function(connection)
        for _ in connection.execute(query):
            pass
    return time.process_time() - start


def _seconds_of_export(home: Path, form: str) -> tuple[float, int]:
    """How long an export takes in a program of its own, and the most memory it had, in KiB."""
    target = home / f"marks.{form}"
    target.unlink(missing_ok=True)
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-c", _EXPORT, form, str(target)],
        cwd=ROOT,
        env={"CLOSEREAD_HOME": str(home), "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(home)},
        capture_output=True,
        check=True,
    )
    after = os.times()
    seconds = after.children_user + after.children_system
    seconds -= before.children_user + before.children_system
    return seconds, int(json.loads(done.stdout))
