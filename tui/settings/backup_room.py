"""How much room the backups may take: so many times the library, or so many bytes."""

from __future__ import annotations

import re

from tui.settings.config import ROOM, Config

_BYTES = {"MB": 10**6, "GB": 10**9}


def room_in_bytes(room: str, library_size: int) -> int:
    """The room as bytes.

    Args:
        room: As `ROOM` writes it; anything else counts as the default.
        library_size: Bytes of the library.
    """
    found = re.fullmatch(ROOM, room) or re.fullmatch(ROOM, Config().backup_room)
    assert found is not None
    number, unit = float(found[1]), found[2]
    return int(number * _BYTES.get(unit, library_size))
