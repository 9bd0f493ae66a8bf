"""Rich Text (RTF): its words, and the title it gives itself."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

from tui.documents.pattern import pattern
from tui.documents.reader.office_signs import with_signs
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.styled_text import StyledText, clean
from tui.documents.text_pieces import Piece
from tui.documents.unread import Told

_BYTES_WITHOUT_NUMBER = pattern(r"\\bin(?!\d)")
"""What announces raw bytes and does not say how many; programs write it before hexadecimal."""
_TITLE = pattern(r"\{\\info\b[^\\]{0,20}(?:\{[^{}]*\}\s*){0,20}?\{\\title\b([^{}]{0,2000})\}")
"""The title among what a document says of itself (RTF 1.9.1, "Information group")."""


def read(foreign: Foreign, told: Told) -> Contents:
    """The words of a Rich Text document, paragraph by paragraph."""
    # RTF is ASCII; what is not stands in escapes, which the parser decodes.
    source = _BYTES_WITHOUT_NUMBER.sub("", foreign.data.decode("latin-1"))
    words = with_signs(rtf_to_text(source, errors="replace"))
    extractor = f"striprtf/{version('striprtf')}/2"
    return Contents(_pieces(words), extractor, title=_title(source))


def _title(source: str) -> str | None:
    found = _TITLE.search(source)
    if found is None:
        return None
    # What stands before it says how its letters are encoded.
    title = rtf_to_text(f"{source[: found.start()]}{found[1]}}}", errors="replace")
    # Letters that a program could not write it left as question marks.
    return " ".join(clean(title).split()) if title.strip(" ?") else None


def _pieces(words: str) -> Iterator[Piece]:
    for line in words.split("\n"):
        content = " ".join(clean(line).split())
        if content:
            yield Piece(StyledText(content))
