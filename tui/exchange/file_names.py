"""What a file with the highlights of an article is called."""

from __future__ import annotations

import re

from tui.documents.folding import fold
from tui.exchange.formats import FORMATS

_LONGEST = 60
"""Letters of the title that are kept: whole words, far below what file systems take."""


def file_name(title: str) -> str:
    """A name made of the words of a title, of the usual format; safe in every file system."""
    words = re.findall(r"[^\W_]+", fold(title))
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST:
            break
        name += f"-{word}" if name else word
    return f"{name or 'highlights'}{FORMATS[0].suffix}"
