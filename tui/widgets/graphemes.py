"""What a reader takes for one letter: a grapheme cluster (UAX #29), of one or several code points.

Only needed where a letter is stepped over or deleted; `tui.page` has its own clusters, those a
terminal draws, which differ (a flag is two cells there that are drawn one by one).
"""

from __future__ import annotations

_NEAR = 128
"""Code points around the cursor that are looked at; no letter is nearly as long."""


def before(text: str, at: int) -> int:
    """Where the letter before a place begins; 0 at the beginning of the text."""
    start = max(0, at - _NEAR)
    near = text[start:at]
    return start + _starts(near)[-1] if near else 0


def after(text: str, at: int) -> int:
    """Where the letter at a place ends; the length of the text at its end."""
    near = text[at : at + _NEAR]
    return at + (*_starts(near), len(near))[1] if near else len(text)


def _starts(near: str) -> range | list[int]:
    if near.isascii():
        return range(len(near))
    # Most lines are ASCII, and many notes are never written: not before it is needed.
    import regex  # type: ignore[import-untyped]

    return [match.start() for match in regex.finditer(r"\X", near)]
