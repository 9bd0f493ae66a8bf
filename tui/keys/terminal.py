"""What the terminal sends, read as the keys that were pressed.

Esc and the key typed right after it are two keys.

A terminal sends the same bytes for Esc and a key as for alt and that key. No command has alt
and Esc must never be lost, so the bytes are read as two keys. Textual's parser keeps alt for
letters, drops it for signs (`Esc ?` becomes `?`) and turns digits into the signs a Mac types
with Option; asked for a sequence of two characters it answers here with two keys.

Bytes are letters in the terminal's own encoding. Textual reads UTF-8 only, and ends the program
with the first byte that is none: one `é` on a terminal of another locale would be enough.

What is pasted is one text, whatever stands in it. Textual reads an Esc within it as the beginning
of a key, and gives that key and all that follow before the paste.
"""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.message import Message

_ESC = "\x1b"
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and behind a pasted text (bracketed paste, xterm)."""


class KeyParser(XTermParser):
    """Reads what the terminal sends."""

    def __init__(self, debug: bool = False) -> None:
        """Begin outside of a paste."""
        super().__init__(debug)
        self._pasting: list[str] = []
        """What has come of a paste that goes on, its last letters apart; empty outside of one."""
        self._before = ""
        """The last letters that came outside of a paste: its sign may come in two parts."""

    def feed(self, data: str) -> Iterable[Message]:
        """The keys, pastes and clicks that come of some letters; none are the end of all."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasting:
                text, is_end, data = (self._pasting.pop() + data).partition(_PASTED)
                self._pasting += (
                    [text] if is_end else [text[: -len(_PASTED)], text[-len(_PASTED) :]]
                )
                if is_end:
                    yield from self._end_paste()
                continue
            known = len(self._before)
            keys, is_paste, after = (self._before + data).partition(_PASTE)
            # Textual's parser is told of the paste, but not what is pasted.
            yield from super().feed((keys + is_paste)[known:])
            self._before = "" if is_paste else keys[1 - len(_PASTE) :]
            self._pasting = [""] if is_paste else []
            data = after

    def _end_paste(self) -> Iterable[Message]:
        text = "".join(self._pasting)
        self._pasting.clear()
        for event in super().feed(_PASTED):
            yield events.Paste(text) if isinstance(event, events.Paste) else event

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
