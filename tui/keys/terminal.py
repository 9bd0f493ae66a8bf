"""What the terminal sends, read as the keys that were pressed.

Esc and the key typed right after it are two keys.

A terminal sends the same bytes for Esc and a key as for alt and that key. No command has alt
and Esc must never be lost, so the bytes are read as two keys. Textual's parser keeps alt for
letters, drops it for signs (`Esc ?` becomes `?`) and turns digits into the signs a Mac types
with Option; asked for a sequence of two characters it answers here with two keys.

Bytes are letters in the terminal's own encoding. Textual reads UTF-8 only, and ends the program
with the first byte that is none: one `é` on a terminal of another locale would be enough.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver

_ESC = "\x1b"


class KeyParser(XTermParser):
    """Reads what the terminal sends."""

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) == 2 and sequence[0] == _ESC and sequence[1].isprintable():
            # `Esc [` and `Esc O` also begin longer sequences; they come here with `alt`, once
            # nothing has followed them for a moment.
            if sequence[1] in "[O]":
                return
            sequence, alt = sequence[1], True
        if alt:
            yield events.Key("escape", _ESC)
        yield from super()._sequence_to_key_events(sequence)


def read_keys_as_pressed() -> None:
    """Have the terminal's input read by our parser; called before the program runs."""
    linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]
    linux_driver.getincrementaldecoder = _decoder  # type: ignore[attr-defined, assignment]


def _decoder(_: str) -> Callable[[], codecs.IncrementalDecoder]:
    """What makes letters of bytes: a wrong one becomes a sign that says so."""
    encoding = getattr(sys.__stderr__, "encoding", None) or "utf-8"
    return lambda: codecs.getincrementaldecoder(encoding)("replace")
