"""Which source phrases tell a reader anything when no name is known."""

from __future__ import annotations

from tui.analysis.lexicons import words
from tui.analysis.results import Quote
from tui.documents.article import Span

_PRONOUNS = words(
    "he she it they we i you him her them us me this that these those who which what whom there"
)
"""They point at a name; without one they point nowhere."""


def telling_source(quote: Quote, text: str) -> tuple[Span, ...]:
    """The words that name the source, none where they are a bare pronoun."""
    if len(quote.speaker) == 1:
        start, end = quote.speaker[0]
        if text[start:end].lower() in _PRONOUNS:
            return ()
    return quote.speaker
