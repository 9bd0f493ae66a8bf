"""A text written with a light hand (Org, AsciiDoc, LaTeX) being put together as HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

Inline = Callable[[str], str]
"""Makes HTML of the words of a line."""


class Sheet:
    """HTML that grows block by block."""

    def __init__(self, inline: Inline) -> None:
        """Begin; `inline` makes HTML of words."""
        self.inline = inline
        self._parts: list[str] = []
        self._lines: list[str] = []
        self._lists: list[tuple[int, str]] = []

    def html(self) -> str:
        """The whole sheet as HTML; lists that are open are ended."""
        self.end_list()
        return "\n".join(self._parts)

    def line(self, line: str) -> None:
        """Go on with a line of a paragraph."""
        self._lines.append(line)

    def end_paragraph(self) -> None:
        """The lines so far are whole; a newline within one of them breaks it."""
        text, self._lines = " ".join(self._lines).strip(), []
        if text:
            rows = (" ".join(row.split()) for row in text.split("\n"))
            self._parts.append(f"<p>{'<br>'.join(map(self.inline, rows))}</p>")

    def heading(self, level: int, words: str) -> None:
        """A heading; the title is of level 1."""
        self.end_list()
        number = min(6, max(1, level))
        self._parts.append(f"<h{number}>{self.inline(words.strip())}</h{number}>")

    def open(self, element: str) -> None:
        """Begin an element that holds blocks."""
        self.end_list()
        self._parts.append(f"<{element}>")

    def close(self, element: str) -> None:
        """End it."""
        self.end_list()
        self._parts.append(f"</{element}>")

    def code(self, lines: list[str]) -> None:
        """Lines as they stand."""
        self.end_list()
        self._parts.append(f"<pre>\n{escape(chr(10).join(lines))}</pre>")

    def caption(self, words: str) -> None:
        """What stands below a picture or above a table."""
        self.end_list()
        self._parts.append(f"<figcaption>{self.inline(words)}</figcaption>")

    def table(self, rows: list[list[str]]) -> None:
        """Rows of cells, the head first."""
        self.end_list()
        cells = (
            "".join(f"<{name}>{self.inline(cell.strip())}</{name}>" for cell in row)
            for name, row in zip(["th", *["td"] * len(rows)], rows, strict=False)
        )
        self._parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")

    def item(self, depth: int, element: str, words: str) -> None:
        """An item of a list (`ul`, `ol`); a deeper one lies in the item before."""
        self.end_paragraph()
        while self._lists and self._lists[-1][0] > depth:
            self._end_inner_list()
        if self._lists and self._lists[-1] != (depth, element) and self._lists[-1][0] == depth:
            self._end_inner_list()
        if self._lists and self._lists[-1][0] == depth:
            self._parts.append("</li>")
        else:
            self._lists.append((depth, element))
            self._parts.append(f"<{element}>")
        self._parts.append(f"<li>{self.inline(words.strip())}")

    def more_of_item(self, words: str) -> bool:
        """Go on in an item; whether there is one."""
        if self._lists:
            self._parts.append(self.inline(words.strip()))
        return bool(self._lists)

    def end_list(self) -> None:
        """All lists end, and the paragraph before."""
        self.end_paragraph()
        self.end_lists()

    def end_lists(self) -> None:
        """All lists end; a paragraph goes on."""
        while self._lists:
            self._end_inner_list()

    def _end_inner_list(self) -> None:
        self._parts.append(f"</li></{self._lists.pop()[1]}>")
