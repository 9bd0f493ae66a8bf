"""The text of bytes that are a text, for the formats that are written by hand."""

from __future__ import annotations

from tui.documents.fetched import Fetched
from tui.documents.reader.reading_messages import Foreign
from tui.documents.sanitising import sanitise


def text_of(foreign: Foreign) -> tuple[str, tuple[str, ...]]:
    """The sanitised text, and a notice when its encoding was guessed."""
    fetched = Fetched(foreign.data, None, foreign.label, encoding=foreign.encoding)
    text, notice = fetched.decoded
    return sanitise(text), (notice,) if notice else ()
