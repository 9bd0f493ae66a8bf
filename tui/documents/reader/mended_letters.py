"""Letters of a page that were encoded twice: "â€™" for "’"."""

from __future__ import annotations

import re

from tui.documents.pattern import pattern

# One letter of UTF-8, its bytes read as Latin-1.
_TWICE = pattern(r"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SIGN = pattern(r"[\xc2-\xf4][\x80-\x9f]")


def mended(text: str) -> str:
    """The text with its letters encoded once.

    Only where it holds what no text does, a letter and a control character of the range that
    Latin-1 leaves to old terminals: "Â©" may be meant.
    """
    return _TWICE.sub(_once, text) if _SIGN.search(text) else text


def _once(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
