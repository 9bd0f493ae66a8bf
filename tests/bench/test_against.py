"""What the comparison of two checkouts counts, and what it runs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.bench.against import WHAT, Run, figures
from tests.bench.figures import MIB
from tests.bench.screens import HERE, Checkout, NotMeasuredError


def run(seconds: float) -> Run:
    return Run(seconds, seconds, seconds, seconds, seconds, memory=48 * MIB)


def test_ratios_are_taken_within_pairs_so_that_a_busy_minute_does_not_count() -> None:
    pairs = [(run(1.1), run(1.0)), (run(2.2), run(2.0)), (run(9.9), run(9.0))]
    paint, *_, memory = figures(pairs)
    behind = "1.10 to 1.10  2200.0 : 2000.0 ms"
    assert paint.row() == (WHAT["first_paint"], "1.10 x", "1.05 x", "over", behind)
    assert memory.row()[1:] == ("1.00 x", "1.05 x", "ok", "1.00 to 1.00  48.0 : 48.0 MiB")


def test_a_checkout_without_an_environment_runs_with_the_packages_of_this_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "tui").mkdir()
    (tmp_path / "tui" / "__main__.py").touch()
    assert Checkout.of(tmp_path) == Checkout(tmp_path, Path(sys.executable))
    own = tmp_path / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.touch()
    assert Checkout.of(tmp_path).python == own


def test_a_folder_that_is_no_checkout_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="no checkout"):
        Checkout.of(tmp_path)


def test_this_checkout_is_one() -> None:
    assert Checkout.of(HERE.root).root == HERE.root
