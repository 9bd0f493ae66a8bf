"""The map of the source names what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAP = (ROOT / "tui" / "README.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:tui|tests|styles|seeds)/[\w./-]*)`", MAP)))
ROOMS = sorted(
    path
    for path in (ROOT / "tui").iterdir()
    if (path.is_dir() and (path / "__init__.py").exists())
    or (path.suffix == ".py" and path.name != "__init__.py")
)


@pytest.mark.parametrize("named", [path for path in PATHS if "FORMAT_" not in path])
def test_a_path_of_the_map_exists(named: str) -> None:
    assert (ROOT / named).exists()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_room_is_on_the_map(room: Path) -> None:
    assert f"`tui/{room.name}{'/' if room.is_dir() else ''}`" in MAP


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(_?[A-Za-z]\w+)`", MAP))))
def test_a_name_of_the_map_is_one_of_the_source(name: str) -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tui").rglob("*.py"))
    known = re.search(rf"\b{name}\b", words) or name in ("noun_verb",)
    assert known
