"""Org: headings, quotations, lists, tables, code, links; what plans and files is left out.

The syntax is that of "Org Syntax" (orgmode.org/worg/org-syntax.html), without what computes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from tui.documents.dates import parse_date
from tui.documents.pattern import pattern
from tui.documents.reader.foreign_text import text_of
from tui.documents.reader.light_sheet import Sheet
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

_EXTRACTOR = "org/1"
_HEADING = pattern(r"(\*+) +(.*?)(?:[ \t]+:[\w@#%:]+:)?[ \t]*")
_KEYWORD = pattern(r"[ \t]*#\+(\w+(?:\[[^\]]*\])?):[ \t]*(.*)")
_BEGIN = pattern(r"[ \t]*#\+begin_(\w+).*", re.IGNORECASE)
_END = pattern(r"[ \t]*#\+end_(\w+).*", re.IGNORECASE)
_DRAWER = pattern(r"[ \t]*:[\w-]+:[ \t]*")
_PLANNING = pattern(r"[ \t]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):.*")
_ITEM = pattern(r"([ \t]*)(?:([-+]|(?<=[ \t])\*)|(?:\d{1,4}|[A-Za-z])[.)])[ \t]+(.*)")
_BOX = pattern(r"\[[ xX-]\][ \t]+|\[@\d+\][ \t]*")
_ROW = pattern(r"[ \t]*\|.*")
_RULE = pattern(r"[ \t]*-{5,}[ \t]*")
_COMMENT = pattern(r"[ \t]*#(?: .*)?")
_NOTE = pattern(r"\[fn:([\w-]+)\][ \t]+")
_DAY = pattern(r"[<\[]?(\d{4}-\d\d-\d\d)[^>\]]*[>\]]?")
_STATES = ("TODO", "DONE", "NEXT", "WAITING", "WAIT", "HOLD", "CANCELLED", "CANCELED", "STARTED")
_VERBATIM = ("src", "example", "export", "comment")

_LINK = pattern(r"\[\[([^\[\]]{1,2000})\](?:\[([^\[\]]{1,2000})\])?\]")
_MARKED = pattern(r"(?<![^\s\-('\"{>])([*/_=~+])(?=\S)([^\n]{0,400}?\S)\1(?![^\s\-.,;:!?'\")}\[<])")
_ELEMENTS = {"*": "b", "/": "i", "_": "u", "=": "code", "~": "code", "+": "s"}
_WEB = ("http://", "https://", "mailto:")


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a document of Org."""
    text, notices = text_of(foreign)
    outline = _Outline()
    for line in text.split("\n"):
        outline.take(line)
    facts = outline.facts
    day = _DAY.fullmatch(facts.get("date", ""))
    title = sanitise_line(facts.get("title", ""))
    heading = f"<h1>{_inline(title)}</h1>" if title else ""
    return Contents(
        markup_pieces(heading + outline.html()),
        _EXTRACTOR,
        title=title or None,
        byline=sanitise_line(facts.get("author", "")) or None,
        published=parse_date(day[1] if day else facts.get("date", "")),
        notices=notices,
    )


class _Outline:
    """A document that is read line by line."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self._sheet = Sheet(_inline)
        self._states = set(_STATES)
        self._until: Callable[[str], bool] | None = None
        """What ends the lines that are taken as they stand, or left out."""
        self._kept: list[str] | None = None
        self._rows: list[list[str]] = []

    def html(self) -> str:
        """What was read so far."""
        self._end_verbatim()
        self._end_table()
        return self._sheet.html()

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._until is not None:
            if self._until(line):
                self._end_verbatim()
            elif self._kept is not None:
                self._kept.append(line)
            return
        if _ROW.fullmatch(line):
            self._rows.append(line.strip().strip("|").split("|"))
            return
        self._end_table()
        heading = _HEADING.fullmatch(line)
        if heading:
            self._heading(len(heading[1]), heading[2])
        elif not self._is_left_out(line):
            self._words(line)

    def _heading(self, level: int, words: str) -> None:
        state, _, rest = words.partition(" ")
        words = rest.strip() if state in self._states else words
        has_title = "title" in self.facts
        self._sheet.heading(level + has_title, re.sub(r"^\[#\w\][ \t]*", "", words))

    def _is_left_out(self, line: str) -> bool:
        """Take what is no text: keywords, drawers, plans, the marks of blocks."""
        keyword, begins, ends = (each.fullmatch(line) for each in (_KEYWORD, _BEGIN, _END))
        if begins:
            self._block(begins[1].lower())
        elif ends:
            if ends[1].lower() in ("quote", "verse"):
                self._sheet.close("blockquote")
        elif keyword:
            self._fact(keyword[1].lower(), keyword[2].strip())
        elif _DRAWER.fullmatch(line) and line.strip().lower() != ":end:":
            self._until = lambda each: each.strip().lower() == ":end:"
        elif _RULE.fullmatch(line):
            self._sheet.open("hr")
        else:
            return bool(_PLANNING.fullmatch(line) or _COMMENT.fullmatch(line))
        return True

    def _block(self, kind: str) -> None:
        if kind in ("quote", "verse"):
            self._sheet.open("blockquote")
        elif kind in _VERBATIM:
            self._kept = [] if kind in ("src", "example") else None
            self._until = lambda each: _END.fullmatch(each) is not None

    def _fact(self, name: str, words: str) -> None:
        if name in ("title", "author", "date"):
            self.facts[name] = f"{self.facts.get(name, '')} {words}".strip()
        elif name in ("todo", "seq_todo", "typ_todo"):
            self._states |= {word.partition("(")[0] for word in words.split() if word != "|"}
        elif name == "caption":
            self._sheet.caption(words)

    def _words(self, line: str) -> None:
        item = _ITEM.fullmatch(line)
        if item:
            words = _BOX.sub("", item[3], count=1) if item[3].startswith("[") else item[3]
            self._sheet.item(len(item[1].expandtabs()), "ul" if item[2] else "ol", words)
        elif not line.strip():
            self._sheet.end_paragraph()
        elif line[:1] not in " \t" or not self._sheet.more_of_item(line):
            if line[:1] not in " \t":
                self._sheet.end_lists()
            words = _NOTE.sub(r"[\1] ", line.strip(), count=1)
            self._sheet.line(f"{words[:-2]}\n" if words.endswith("\\\\") else words)

    def _end_verbatim(self) -> None:
        if self._kept:
            self._sheet.code(self._kept)
        self._until = self._kept = None

    def _end_table(self) -> None:
        rows = [row for row in self._rows if not set("".join(row).strip()) <= set("-+")]
        self._rows = []
        if rows:
            self._sheet.table(rows)


def _inline(words: str) -> str:
    """Words with links and emphasis as HTML."""
    parts: list[str] = []
    at = 0
    for link in _LINK.finditer(words):
        parts.append(_emphasis(words[at : link.start()]))
        target, shown = link[1], link[2] or link[1].removeprefix("file:")
        if target.startswith(_WEB):
            parts.append(f'<a href="{escape(target)}">{_emphasis(shown)}</a>')
        else:
            parts.append(_emphasis(shown))
        at = link.end()
    parts.append(_emphasis(words[at:]))
    return "".join(parts)


def _emphasis(words: str) -> str:
    # Escaped first: then no sign of the text can be taken for one of HTML.
    words = re.sub(r"\[fn:([\w-]+)\]", r"[\1]", escape(words, quote=False))
    for _ in range(2):
        words = _MARKED.sub(
            lambda found: f"<{_ELEMENTS[found[1]]}>{found[2]}</{_ELEMENTS[found[1]]}>", words
        )
    return words
