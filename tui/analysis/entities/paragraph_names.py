"""A name at one place of the text, and the names of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.parsed import Paragraph
from tui.analysis.results import EntityType
from tui.documents.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Names are written with letters, digits and a few marks; other signs are markup or code.
_MARKS = re.escape("'’‘ʼ-‐‑–—.,:!?…&/·・®™")
_FOREIGN = re.compile(rf"[^\w\s\u0300-\u036f\u0900-\u0dff{_MARKS}]|_")
_ADDRESS = re.compile(r"://|\bwww\.|(?:^|\s)/|^&|/\S*/|&(?:#|\w+;|$)|[/&]$", re.IGNORECASE)


def may_be_name(text: str) -> bool:
    """Whether the text has only characters names are written with, and is no address."""
    return not (_FOREIGN.search(text) or _ADDRESS.search(text))


@dataclass(slots=True, eq=False)
class NameCandidate:
    """A name at one place, before it is grouped."""

    paragraph: Paragraph
    """Where it stands."""
    start: int
    """Its first token."""
    end: int
    """The token after its last one."""
    type: EntityType
    """Its type as far as known."""
    role: str | None = None
    """The title that stands with it."""
    gender: str | None = None
    """`m` or `f` when its title tells."""
    is_sure: bool = False
    """Whether the type follows from the construction and not from the model."""
    is_reference: bool = False
    """Whether it is an adjective that stands for a name."""
    votes: tuple[tuple[EntityType, float], ...] | None = None
    """What the words around it say about its type; `None` until they are read."""
    _read: tuple[int, int, EntityType | None, str] = (0, 0, None, "")
    """Its text with what it was read from: it is asked for twenty times."""

    @property
    def span(self) -> Span:
        """Its place in the article."""
        span = self.paragraph.run(self.start, self.end)
        return Span(span.start, span.end - self._has_stop)

    @property
    def text(self) -> str:
        """Its words, parted by single blanks."""
        start, end, kind, text = self._read
        if start != self.start or end != self.end or kind is not self.type:
            text = " ".join(self.paragraph.run_text(self.start, self.end).split())
            text = text[:-1] if self._has_stop else text
            self._read = (self.start, self.end, self.type, text)
        return text

    @property
    def _has_stop(self) -> bool:
        """Whether the stop behind a sum is part of its last token ("m." of "$40m.")."""
        last = self.paragraph.words[self.end - 1]
        return self.type is EntityType.MONEY and len(last) > 1 and last.endswith(".")


class Names:
    """The candidates of one paragraph; no two of them share a token."""

    def __init__(self, paragraph: Paragraph) -> None:
        """Nothing is found yet."""
        self.paragraph = paragraph
        self.doc: Doc = paragraph.doc
        self.words = paragraph.words
        self._owners: list[NameCandidate | None] = [None] * len(self.doc)

    def __iter__(self) -> Iterator[NameCandidate]:
        """The candidates in text order."""
        last = None
        for owner in self._owners:
            if owner is not None and owner is not last:
                yield owner
            last = owner

    def owner(self, token: int) -> NameCandidate | None:
        """The candidate a token belongs to."""
        return self._owners[token]

    def is_free(self, start: int, end: int) -> bool:
        """Whether none of the tokens belongs to a candidate."""
        return start < end and not any(self._owners[start:end])

    def add(self, candidate: NameCandidate) -> None:
        """Add a candidate whose tokens are free."""
        for token in range(candidate.start, candidate.end):
            self._owners[token] = candidate

    def remove(self, candidate: NameCandidate) -> None:
        """Free the tokens of a candidate."""
        owners, end = self._owners, candidate.end
        # It may have been made shorter since it was added; its tokens still are neighbours.
        start = candidate.start
        while start > 0 and owners[start - 1] is candidate:
            start -= 1
        while end < len(owners) and owners[end] is candidate:
            end += 1
        for token in range(start, end):
            if owners[token] is candidate:
                owners[token] = None
