"""Signs of the fonts Symbol and Wingdings, which office programs write as letters of no script.

They are stored in the private use area, at F000 and the number of the sign in its font; without
the font nobody sees them.
"""

from __future__ import annotations

_SIGNS = str.maketrans(
    "\uf0b7\uf0a7\uf0a8\uf06e\uf076\uf0d8\uf0fc\uf0fe\uf0e0\uf0df\uf02d\uf04a",
    "•▪◦■❖➢✓☑→←–☺",
)


def with_signs(text: str) -> str:
    """The text with those that stand before items of lists, and in sentences, as they look."""
    return text.translate(_SIGNS) if max(text, default="") >= "\uf000" else text
