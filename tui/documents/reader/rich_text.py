"""Rich Text (RTF): its words."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.styled_text import StyledText, clean
from tui.documents.text_pieces import Piece
from tui.documents.unread import Told


def read(foreign: Foreign, told: Told) -> Contents:
    """The words of a Rich Text document, paragraph by paragraph."""
    # RTF is ASCII; what is not stands in escapes, which the parser decodes.
    words = rtf_to_text(foreign.data.decode("latin-1"), errors="replace")
    return Contents(_pieces(words), f"striprtf/{version('striprtf')}/1")


def _pieces(words: str) -> Iterator[Piece]:
    for line in words.split("\n"):
        content = " ".join(clean(line).split())
        if content:
            yield Piece(StyledText(content))
