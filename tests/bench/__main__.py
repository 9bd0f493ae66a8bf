"""Measure the figures and print one table: `make bench`.

`python -m tests.bench --only start --runs 15` measures a part of them, longer. The exit
code is 1 when something could not be measured, else 0: a figure over its goal on a busy
machine is for a reader to judge.
"""

from __future__ import annotations

import argparse
import compileall
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.figures import Figure, table
from tests.bench.keys import measure_finder, measure_keys, measure_memory
from tests.bench.pages import measure_pages, measure_sizes
from tests.bench.screens import ROOT, NotMeasuredError
from tests.bench.stalls import measure_stalls
from tests.bench.starts import measure_panels, measure_start

GROUPS: dict[str, Callable[[int, Path], Iterator[Figure]]] = {
    "start": measure_start,
    "panels": measure_panels,
    "stalls": measure_stalls,
    "pages": measure_pages,
    "sizes": measure_sizes,
    "keys": measure_keys,
    "finder": measure_finder,
    "memory": measure_memory,
}
HEAD = ("what", "figure", "goal", "", "from")


def main() -> int:
    """Run the groups asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=GROUPS, help="measure this group alone")
    parser.add_argument("--runs", type=int, default=7, help="runs of each program (7)")
    chosen = parser.parse_args()
    groups = [chosen.only] if chosen.only else list(GROUPS)
    # A collection between a key and what it draws would be counted as the program's time.
    gc.disable()
    compileall.compile_dir(ROOT / "tui", quiet=1)
    figures: list[Figure] = []
    failures: list[str] = []
    with tempfile.TemporaryDirectory(prefix="closeread-bench-") as folder:
        for group in groups:
            print(f"measuring {group} …", file=sys.stderr, flush=True)
            try:
                figures += GROUPS[group](chosen.runs, Path(folder))
            except NotMeasuredError as error:
                failures.append(f"{group} could not be measured: {error}")
    print(table([HEAD, *(figure.row() for figure in figures)]))
    print(f"\nMedians of {chosen.runs} interleaved runs; 120x40.")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
