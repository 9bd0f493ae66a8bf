"""Shortcuts: files that hold nothing but an address (`.url`, `.webloc`, `.desktop`)."""

from __future__ import annotations

import re
from typing import NoReturn

from tui.documents.fetched import Fetched
from tui.errors import SourceError

_LONGEST = 300
# In a property list an address ends with its element, or with a byte that is no letter.
_ADDRESS = re.compile(rb"(?:^URL=|<string>|[^!-~])(https?://[!-;=?-~]{1,2000})", re.MULTILINE)


def load(fetched: Fetched) -> NoReturn:
    """Say where it leads: nothing is asked for on the network that the reader did not name.

    Raises:
        SourceError: Always.
    """
    found = _ADDRESS.search(fetched.data)
    if found is None or len(found[1]) > _LONGEST:
        raise SourceError(f"{fetched.label} is a shortcut", "open what it leads to")
    address = found[1].decode("ascii")
    raise SourceError(f"{fetched.label} is a shortcut to an address", f"open {address}")
