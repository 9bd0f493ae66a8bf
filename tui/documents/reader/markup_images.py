"""What stands in the place of a picture: its alternative text, where that says something."""

from __future__ import annotations

import re

from tui.documents.pattern import pattern
from tui.documents.reader.markup_tree import Element
from tui.documents.sanitising import sanitise_line

_LONGEST = 1000
"""Code points of an alternative text: some hold the whole article."""
_ICON = 48
"""Pixels up to which a picture is an ornament."""
_FILE_NAME = pattern(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif|bmp)|[\w-]*\d[\w-]*", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    {
        "avatar", "banner", "close", "cover", "icon", "image", "img", "loading", "logo", "menu",
        "photo", "picture", "placeholder", "profile", "profile picture", "search", "share",
        "spacer", "thumbnail", "undefined", "null",
    }
)  # fmt: skip
_LETTERS_CLASS = pattern(r"emoji|smiley|latex|mwe-math|\btex\b", re.IGNORECASE)


def letters_of(image: Element) -> str:
    """What a picture says that stands for letters: an emoji, a formula; else nothing."""
    alternative = sanitise_line(image.get("alt", ""), _LONGEST)
    is_sign = len(alternative) <= 4 and not any(map(str.isalnum, alternative))
    return alternative if is_sign or _LETTERS_CLASS.search(image.get("class", "")) else ""


def caption_of(image: Element) -> str:
    """What is shown in the place of a picture, as one line; empty for an ornament."""
    alternative = sanitise_line(image.get("alt", ""), _LONGEST)
    if len(alternative) < 3 or alternative.lower() in _SAYS_NOTHING:
        return ""
    if _FILE_NAME.fullmatch(alternative) or image.get("role") in ("presentation", "none"):
        return ""
    if any(0 <= _pixels(image.get(side, "")) <= _ICON for side in ("width", "height")):
        return ""
    return f"[image: {alternative}]"


def _pixels(size: str) -> int:
    digits = size.strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else -1
