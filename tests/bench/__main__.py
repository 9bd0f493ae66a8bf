"""Measure the figures and print one table: `make bench`.

`python -m tests.bench --only start --runs 15` measures a part of them, longer.
`python -m tests.bench --against CHECKOUT` (`make bench AGAINST=CHECKOUT`) compares this
checkout with another one, in pairs. The exit code is 1 when something could not be measured,
else 0: a figure over its goal on a busy machine is for a reader to judge.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.against import PAIRS, compare
from tests.bench.books import measure_books
from tests.bench.exports import measure_exports
from tests.bench.figures import Figure, table
from tests.bench.keys import measure_finder, measure_keys, measure_memory
from tests.bench.pages import measure_pages, measure_sizes
from tests.bench.screens import HERE, NotMeasuredError
from tests.bench.stalls import measure_stalls
from tests.bench.starts import measure_panels, measure_start

GROUPS: dict[str, Callable[[int, Path], Iterator[Figure]]] = {
    "start": measure_start,
    "panels": measure_panels,
    "stalls": measure_stalls,
    "pages": measure_pages,
    "sizes": measure_sizes,
    "books": measure_books,
    "keys": measure_keys,
    "finder": measure_finder,
    "memory": measure_memory,
    "exports": measure_exports,
}
HEAD = ("what", "figure", "goal", "", "from")
PAIRED_HEAD = ("what", "this : other", "at most", "", "half of the pairs, medians")


def main() -> int:
    """Run what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", choices=GROUPS, help="measure this group alone")
    parser.add_argument("--runs", type=int, default=7, help="runs of each program (7)")
    parser.add_argument(
        "--against", type=Path, metavar="CHECKOUT", help="compare with another checkout instead"
    )
    parser.add_argument("--pairs", type=int, default=PAIRS, help=f"pairs to compare ({PAIRS})")
    chosen = parser.parse_args()
    if chosen.against and chosen.only:
        parser.error("--only is for the figures of one checkout; --against measures its own")
    if min(chosen.runs, chosen.pairs) < 1:
        parser.error("at least one run of each is needed")
    # A collection between a key and what it draws would be counted as the program's time.
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="closeread-bench-") as folder:
        if chosen.against:
            return _compare(chosen.against, chosen.pairs, Path(folder))
        return _measure([chosen.only] if chosen.only else list(GROUPS), chosen.runs, Path(folder))


def _measure(groups: list[str], runs: int, folder: Path) -> int:
    """Print the figures of this checkout; returns the exit code."""
    HERE.compile()
    figures: list[Figure] = []
    failures: list[str] = []
    for group in groups:
        print(f"measuring {group} …", file=sys.stderr, flush=True)
        try:
            figures += GROUPS[group](runs, folder)
        except NotMeasuredError as error:
            failures.append(f"{group} could not be measured: {error}")
    print(table([HEAD, *(figure.row() for figure in figures)]))
    print(f"\nMedians of {runs} interleaved runs; 120x40.")
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _compare(checkout: Path, pairs: int, folder: Path) -> int:
    """Print this checkout against another one; returns the exit code."""
    try:
        found = compare(checkout, pairs, folder)
    except NotMeasuredError as error:
        print(f"nothing was compared: {error}", file=sys.stderr)
        return 1
    print(table([PAIRED_HEAD, *(figure.row() for figure in found.figures)]))
    left_out = f", {len(found.failed)} left out" if found.failed else ""
    print(
        f"\nThis checkout : {checkout}; {found.pairs} interleaved pairs counted{left_out}; 120x40."
    )
    print("A ratio is the median of the ratios of the pairs. Where half of them lie wide apart,")
    print("the machine was busy and so small a difference says nothing.")
    for failure in found.failed:
        print(f"left out: {failure}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
