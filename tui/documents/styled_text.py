"""Words with the styles that lie over them, whatever markup they came from.

Offsets are code points into the words, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.sanitising import sanitise


@dataclass(frozen=True, slots=True)
class StyledText:
    """Words with the styles that lie over them."""

    text: str
    """The words; no line of it is blank, none begins or ends with a blank."""
    styles: tuple[StyledSpan, ...] = ()
    """The styles, as they were opened; none is empty."""

    def shifted(self, by: int) -> Iterator[StyledSpan]:
        """The styles, so many code points further on."""
        for span in self.styles:
            yield span._replace(start=span.start + by, end=span.end + by)


def clean(text: str) -> str:
    """Words fit for a line: an entity can hide a newline or a control character."""
    # Most runs of words are plain, and a book has a hundred thousand of them.
    if text.isascii() and text.isprintable():
        return text
    return sanitise(text).replace("\n", " ").replace("\t", " ")


class Line:
    """Words being put together, and how they are set."""

    def __init__(self) -> None:
        """Begin without words."""
        self.text = ""
        self.styles: list[StyledSpan] = []
        self._open: list[tuple[TextStyle, int, str]] = []

    def add(self, words: str) -> None:
        """Go on with some words; a line never begins with a blank."""
        is_start = not self.text or self.text.endswith("\n")
        self.text += words.lstrip() if is_start else words

    def end_line(self) -> None:
        """Break the line where the text does."""
        stripped = self.text.rstrip()
        self.text = stripped + "\n" if stripped else ""

    def begin(self, style: TextStyle, target: str = "") -> None:
        """What follows is set in this style."""
        self._open.append((style, len(self.text), target))

    def end(self, style: TextStyle) -> None:
        """The style begun last ends here."""
        for position in range(len(self._open) - 1, -1, -1):
            if self._open[position][0] is style:
                _, start, target = self._open.pop(position)
                self.styles.append(StyledSpan(start, len(self.text), style, target))
                return

    def done(self) -> StyledText:
        """The words and styles, without blanks at the ends."""
        text = self.text.rstrip()
        cut = (span._replace(end=min(span.end, len(text))) for span in self.styles)
        return StyledText(text, tuple(span for span in cut if span.start < span.end))
