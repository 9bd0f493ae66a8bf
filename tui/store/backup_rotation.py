"""Which backups stay: the newest of different days, weeks and months, as far as there is room."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

LEAST = 2
"""Copies that stay however large they are: one of them may prove to be damaged."""
_FORM = re.compile(r"library-(\w+)-(\d{14})\d*\.db")
_REASONS = {"daily": "daily", "forget": "before forgetting", "asked": "asked for"}
_SPANS: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (datetime.date, 7),
    (lambda made: made.isocalendar()[:2], 5),
    (lambda made: (made.year, made.month), 12),
)
"""What a copy is the newest of, and how many of these are kept: days, weeks, months (UTC)."""


class Backup(NamedTuple):
    """A copy of the library, as its name tells."""

    path: Path
    """The file."""
    made: datetime
    """The moment it is of, UTC."""
    why: str
    """Why it was made, in words."""
    size: int
    """Its bytes."""


def listed(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first; none where there is no such folder."""
    found = [_read(path) for path in folder.glob("library-*.db")]
    # The digits behind the seconds tell copies of one second apart.
    return sorted(
        (backup for backup in found if backup),
        key=lambda backup: backup.path.stem.rpartition("-")[2],
        reverse=True,
    )


def to_drop(backups: Iterable[Backup], room: int | None) -> list[Backup]:
    """The backups that need not stay.

    The newest comes first, then those of the day, week and month before, then those of the day,
    week and month before these: with little room there is still something old.

    Args:
        backups: All of them, newest first.
        room: Bytes they may take together; `None` for as many as there are days to keep.
    """
    every = list(backups)
    wanted = list(dict.fromkeys(_wanted(every)))
    kept: list[Backup] = []
    for backup in dict.fromkeys((*wanted, *every)):
        size = sum(each.size for each in kept) + backup.size
        if len(kept) < LEAST or (backup in wanted and (room is None or size <= room)):
            kept.append(backup)
    return [backup for backup in every if backup not in kept]


def _wanted(backups: list[Backup]) -> Iterator[Backup]:
    spans = (_newest_of(backups, span)[:most] for span, most in _SPANS)
    for together in zip_longest(*spans):
        yield from (backup for backup in together if backup)


def _newest_of(backups: list[Backup], span: Callable[[datetime], object]) -> list[Backup]:
    newest: dict[object, Backup] = {}
    for backup in backups:
        newest.setdefault(span(backup.made), backup)
    return list(newest.values())


def _read(path: Path) -> Backup | None:
    """A backup by its file; `None` for a file that is none, or is gone."""
    form = _FORM.fullmatch(path.name)
    if form is None:
        return None
    try:
        made = datetime.strptime(form[2], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        size = path.stat().st_size
    except (OSError, ValueError):
        return None
    return Backup(path, made, _REASONS.get(form[1], "before an upgrade"), size)
