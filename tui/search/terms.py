"""The terms of a query: one thing each that a record must have, or must not have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

# The signs that mean something in the language, and blanks.
_SIGN = re.compile(r"""[\\\s"'!^$|:]""")


class Match(StrEnum):
    """How a term is looked for; the value is the signs around it."""

    WORD = ""
    """Each of its words, typos forgiven."""
    EXACT = "'"
    """As it stands, anywhere."""
    START = "^"
    """At the start of a field of the record."""
    END = "$"
    """At the end of one."""
    WHOLE = "^$"
    """All of one."""


class Field(StrEnum):
    """What of a record a term is about; the value is its name in the language."""

    TAG = "tag"
    COLOUR = "color"
    NOTE = "note"
    KIND = "kind"
    WHO = "who"
    ABOUT = "about"
    SOURCE = "src"
    SINCE = "since"
    UNTIL = "until"
    IS = "is"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for."""

    text: str
    """What, folded; of a plain word its words, parted by blanks. Never empty."""
    match: Match = Match.WORD
    """How; plain words are neither negated nor in a field."""
    field: Field | None = None
    """Where; `None` for anywhere."""
    is_negated: bool = False
    """Whether the record must lack it."""

    @property
    def at_start(self) -> bool:
        """Whether it must stand at the start of a field of the record."""
        return self.match in (Match.START, Match.WHOLE)

    @property
    def at_end(self) -> bool:
        """Whether it must stand at the end of one."""
        return self.match in (Match.END, Match.WHOLE)

    def __str__(self) -> str:
        """The term as it can be typed."""
        before = "^" if self.at_start else "'" if self.match is Match.EXACT else ""
        name = f"{self.field}:" if self.field else ""
        text = _SIGN.sub(r"\\\g<0>", self.text)
        return f"{'!' * self.is_negated}{name}{before}{text}{'$' * self.at_end}"
