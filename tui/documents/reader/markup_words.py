"""The words of a block of markup, put together run by run; blanks are collapsed across the runs.

Offsets are code points into the words, half-open.
"""

from __future__ import annotations

from tui.documents.article import StyledSpan, TextStyle
from tui.documents.styled_text import StyledText, clean


class _OpenStyle:
    """A style that what follows is set in."""

    def __init__(self, target: str) -> None:
        self.depth = 1
        self.start = -1
        """Where its first word begins; -1 while there is none."""
        self.target = target


class Words:
    """A line of words that grows, and how they are set.

    `styled_text.Line` takes blanks as they come and copies its text at each run; a block of a
    page may have a hundred thousand runs.
    """

    def __init__(self) -> None:
        """Begin without words."""
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._spans: list[StyledSpan] = []
        self._open: dict[TextStyle, _OpenStyle] = {}

    def add(self, text: str) -> None:
        """Go on with a run of text; any white space in it is one blank."""
        text = clean(text)
        words = text.split()
        if not words:
            self._gap = self._gap or " " * bool(text)
            return
        if text[0].isspace():
            self._gap = self._gap or " "
        if self._gap and self._length:
            self._parts.append(self._gap)
            self._length += 1
        for style in self._open.values():
            if style.start < 0:
                style.start = self._length
        self._parts.append(" ".join(words))
        self._length += len(self._parts[-1])
        self._gap = " " if text[-1].isspace() else ""

    def end_line(self) -> bool:
        """Break the line where the text does; whether there was a line to break."""
        if not self._length or self._gap == "\n":
            return False
        self._gap = "\n"
        return True

    def begin(self, style: TextStyle, target: str = "") -> None:
        """What follows is set in this style; of styles in one another the outer one counts."""
        if style in self._open:
            self._open[style].depth += 1
        else:
            self._open[style] = _OpenStyle(target)

    def end(self, style: TextStyle) -> None:
        """The style begun last ends here."""
        if style not in self._open:
            return
        self._open[style].depth -= 1
        if not self._open[style].depth:
            self._keep(style)
            del self._open[style]

    def take(self) -> StyledText:
        """The words up to here; what follows is another block, set in the styles still open."""
        for style in self._open:
            self._keep(style)
            self._open[style].start = -1
        taken = StyledText("".join(self._parts), tuple(self._spans))
        self._parts, self._length, self._gap, self._spans = [], 0, "", []
        return taken

    @property
    def next_offset(self) -> int:
        """Where the next word begins."""
        return self._length + bool(self._gap and self._length)

    def _keep(self, style: TextStyle) -> None:
        start = self._open[style].start
        target = self._open[style].target
        if 0 <= start < self._length and (target or style is not TextStyle.LINK):
            self._spans.append(StyledSpan(start, self._length, style, target))


def on_one_line(content: StyledText) -> StyledText:
    """The words without breaks; their offsets stay."""
    return StyledText(content.text.replace("\n", " "), content.styles)
