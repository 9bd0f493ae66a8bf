"""An article with its highlights; apart from what reads it, so that a form of export is light."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store.documents import DocumentRecord
    from tui.store.highlight_rows import Highlight


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article with its highlights."""

    document: DocumentRecord
    """The article."""
    highlights: tuple[Highlight, ...]
    """Its highlights in text order."""
