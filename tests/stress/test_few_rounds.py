"""Every count of `make stress`, with few rounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stress.__main__ import MEASURES

FEW = 20


@pytest.mark.parametrize("name", MEASURES)
def test_nothing_is_lost_in_a_few_rounds(name: str, tmp_path: Path) -> None:
    counts = list(MEASURES[name].run(FEW, 7, tmp_path))
    assert counts
    assert [count.row() for count in counts if not count.is_held] == []
