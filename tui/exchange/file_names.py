"""What a file with the highlights of an article is called."""

from __future__ import annotations

import os
import re

from tui.documents.folding import fold
from tui.exchange.formats import FORMATS

_LONGEST = 60
"""Letters of the title that are kept: whole words, far below what file systems take."""


def proposed_path(folder: str, title: str) -> str:
    """Where a file with the highlights of an article may go, as a reader types it.

    Args:
        folder: The folder of the settings, `~` and all; empty for the current one.
        title: The title of the article.
    """
    return os.path.join(folder, file_name(title))


def with_home_short(path: str | os.PathLike[str]) -> str:
    """A path, whole and as short as a reader would type it: "~/notes/bridge.md"."""
    home, whole = os.path.expanduser("~"), os.path.abspath(path)
    is_below = home != "~" and whole.startswith(home.rstrip("/") + "/")
    return f"~{whole[len(home.rstrip('/')) :]}" if is_below else whole


def file_name(title: str) -> str:
    """A name made of the words of a title, of the usual format; safe in every file system."""
    words = re.findall(r"[^\W_]+", fold(title))
    name = ""
    for word in words:
        if len(name) + len(word) >= _LONGEST:
            break
        name += f"-{word}" if name else word
    return f"{name or 'highlights'}{FORMATS[0].suffix}"
