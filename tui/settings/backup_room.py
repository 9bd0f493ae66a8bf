"""How much room the backups may take: so many times the library, or so many bytes."""

from __future__ import annotations

import re

DEFAULT_ROOM = "2x"
"""Twice the library."""
_FORM = r"(\d{1,6}(?:\.\d+)?) ?(x|MB|GB)"
_BYTES = {"MB": 10**6, "GB": 10**9}


def is_room(value: object) -> bool:
    """Whether a setting says how much room there is: `2x`, `500 MB`, `1.5 GB`."""
    return isinstance(value, str) and re.fullmatch(_FORM, value.strip()) is not None


def room_in_bytes(room: str, library_size: int) -> int:
    """The room as bytes.

    Args:
        room: As `is_room` takes it; anything else counts as `DEFAULT_ROOM`.
        library_size: Bytes of the library.
    """
    found = re.fullmatch(_FORM, room.strip()) or re.fullmatch(_FORM, DEFAULT_ROOM)
    assert found is not None
    number, unit = float(found[1]), found[2]
    return int(number * _BYTES.get(unit, library_size))
