"""Count what many accidents lose, and print one table: `make stress`.

`python -m tests.stress --only kill --rounds 100` does a part of it. What is counted stands in
`MEASURES`, each in a file of its own, whose function the tests call with few rounds. The exit
code is 1 when a goal is not held.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.figures import table
from tests.stress.backup_kills import count_backup_kills
from tests.stress.counts import HEAD, Count
from tests.stress.damage import count_damage
from tests.stress.growth import count_growth
from tests.stress.kills import count_kills
from tests.stress.revisions import count_revisions
from tests.stress.shapes import count_shapes
from tests.stress.two_desks import count_two_desks


class Measure(NamedTuple):
    """Something that is counted over many trials."""

    run: Callable[[int, int, Path], Iterator[Count]]
    """Given rounds, a seed and an empty folder, counts what happened."""
    rounds: int
    """How many trials `make stress` makes; all of them together take less than an hour."""


MEASURES = {
    "backups": Measure(count_backup_kills, 500),
    "damage": Measure(count_damage, 100),
    "desks": Measure(count_two_desks, 500),
    "growth": Measure(count_growth, 100),
    "kills": Measure(count_kills, 1000),
    "shapes": Measure(count_shapes, 100),
    "revisions": Measure(count_revisions, 500),
}
"""By the name `--only` takes."""


def main() -> int:
    """Run what is asked for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.stress", description=__doc__)
    parser.add_argument("--only", choices=MEASURES, help="count this alone")
    parser.add_argument("--rounds", type=int, help="trials, instead of as many as usual")
    parser.add_argument("--seed", type=int, default=1, help="of the random accidents (1)")
    chosen = parser.parse_args()
    # What is refused on purpose would be told thousands of times.
    logging.disable()
    counts: list[Count] = []
    for name in [chosen.only] if chosen.only else MEASURES:
        measure = MEASURES[name]
        print(f"counting {name} …", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="closeread-stress-") as folder:
            counts += measure.run(chosen.rounds or measure.rounds, chosen.seed, Path(folder))
    print(table([HEAD, *(count.row() for count in counts)]))
    return 0 if all(count.is_held for count in counts) else 1


if __name__ == "__main__":
    sys.exit(main())
