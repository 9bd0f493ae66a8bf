"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import cast


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression for a module's top: compiled when it is first used.

    Compiling takes up to a millisecond, and the rules for every kind of article are many times
    those that one article needs: all of them at once would be a fortieth of the program's start.
    """
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """Stands for a compiled pattern, and has its methods once they are asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._source = expression, flags

    def __getattr__(self, name: str) -> object:
        method: object = getattr(re.compile(*self._source), name)
        # The next use finds it here, without a detour.
        setattr(self, name, method)
        return method
