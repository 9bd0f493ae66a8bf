"""The cues of subtitles (WebVTT, SubRip): when they are shown, who speaks, what is said.

WebVTT is read as W3C's WebVTT 1, section 6, reads it; SubRip, which nobody has written down, is
the same with a comma in its times. Programs write both with lines missing and lines too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = pattern(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_VOICE = pattern(r"<v(?:\.[^ \t<>]{0,99})?[ \t]+([^<>]{0,199})>")
_TAG = pattern(r"</?[a-zA-Z0-9][^<>]*>|\{\\[^{}]*\}|\{/?[biuBIU]\}")
_RUBY = pattern(r"<rt[^<>]*>[^<]*</rt>")
_IDENTIFIER = pattern(r"\s*\d+\s*")
_NO_CUES = ("NOTE", "STYLE", "REGION", "WEBVTT")


class Cue(NamedTuple):
    """Words that are shown together."""

    start: float
    """When they are shown, in seconds."""
    end: float
    """When no more."""
    lines: tuple[tuple[str, str], ...]
    """Who speaks, empty where nobody is named, and what is said; line by line."""


def read_cues(text: str) -> Iterator[Cue]:
    """The cues of a sanitised text, in its order; cues without words are left out."""
    timing: tuple[float, float] | None = None
    lines: list[str] = []
    is_comment = False
    for line in [*text.split("\n"), ""]:
        found = _TIMING.fullmatch(line)
        if found:
            # The line before is the cue's name, which may stand right below the cue before.
            if lines and _IDENTIFIER.fullmatch(lines[-1]):
                lines.pop()
            yield from _cue(timing, lines)
            timing, lines, is_comment = (_seconds(found, 0), _seconds(found, 4)), [], False
        elif not line.strip():
            yield from _cue(timing, lines)
            timing, lines, is_comment = None, [], False
        elif timing is None and not lines and line.startswith(_NO_CUES):
            is_comment = True
        elif not is_comment:
            lines.append(line)
    yield from _cue(timing, lines)


def _seconds(found: re.Match[str], first: int) -> float:
    hours, minutes, seconds, parts = (found[first + number] or "0" for number in range(1, 5))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{parts}")


def _cue(timing: tuple[float, float] | None, lines: list[str]) -> Iterator[Cue]:
    if timing is None:
        return
    spoken: list[tuple[str, str]] = []
    voice = ""
    for line in lines:
        # Each voice of a line goes on until the next one begins, in the lines below too.
        first, *more = _VOICE.split(line)
        parts = [(voice, first), *zip(more[::2], more[1::2], strict=True)]
        voice = parts[-1][0]
        for name, words in parts:
            said = sanitise_line(unescape(_TAG.sub("", _RUBY.sub("", words))))
            if said:
                spoken.append((sanitise_line(unescape(name)), said))
    if spoken:
        yield Cue(*timing, tuple(spoken))
