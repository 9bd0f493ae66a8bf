"""Which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui.settings.backup_room import room_in_bytes
from tui.store.backup_rotation import Backup, listed, to_drop

TODAY = datetime(2026, 11, 25, 12, tzinfo=UTC)


def backup(days_ago: float, size: int = 10) -> Backup:
    made = TODAY - timedelta(days=days_ago)
    return Backup(Path(f"library-daily-{made:%Y%m%d%H%M%S}000000.db"), made, "daily", size)


def kept(backups: list[Backup], room: int | None) -> list[float]:
    dropped = to_drop(backups, room)
    return [(TODAY - each.made) / timedelta(days=1) for each in backups if each not in dropped]


def lived_through(days: int, room: int | None) -> list[float]:
    """The ages of what is there after a copy was made every day."""
    there: list[Backup] = []
    for day in reversed(range(days)):
        there.insert(0, backup(day))
        there = [each for each in there if each not in to_drop(there, room)]
    return kept(there, room)


def test_without_a_limit_days_weeks_and_months_stay() -> None:
    ages = lived_through(400, None)
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len([age for age in ages if 6 < age <= 35]) == 4
    assert len([age for age in ages if age > 35]) == 10


def test_with_little_room_there_is_still_something_old() -> None:
    assert lived_through(400, 20) == [0, 1]
    assert lived_through(400, 30) == [0, 1, 3]
    assert lived_through(400, 40) == [0, 1, 3, 25]


def test_two_stay_however_little_room_there_is() -> None:
    assert kept([backup(0), backup(0.1), backup(0.2)], 1) == [0, pytest.approx(0.1)]


def test_of_one_day_the_newest_stays() -> None:
    assert kept([backup(0), backup(0.1), backup(0.2), backup(1), backup(1.1)], None) == [0, 1]


def test_what_is_no_backup_is_not_listed(tmp_path: Path) -> None:
    names = (
        "library-daily-20261125120000123456.db", "library-0007-20261124120000000000.db",
        "library-x.db", "library-daily-20261125120000123456.db.part", "library-daily-9999.db",
        "library-daily-20269925120000123456.db", "library-forget-20261125120000200000.db",
    )  # fmt: skip
    for name in names:
        (tmp_path / name).touch()
    assert [(each.path.name, each.why) for each in listed(tmp_path)] == [
        (names[6], "before forgetting"), (names[0], "daily"), (names[1], "before an upgrade"),
    ]  # fmt: skip
    assert listed(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("room", "expected"), [("2x", 20), ("0.5x", 5), ("500 MB", 500_000_000), ("1.5GB", 1.5e9)]
)
def test_room_is_said_in_libraries_or_bytes(room: str, expected: int) -> None:
    assert room_in_bytes(room, 10) == expected
