"""AsciiDoc: title, headings, quotations, lists, code; the rest as plain text.

Signs are those of the AsciiDoc Language (docs.asciidoctor.org/asciidoc); nothing is included,
computed or filled in.
"""

from __future__ import annotations

from html import escape

from tui.documents.dates import parse_date
from tui.documents.pattern import pattern
from tui.documents.reader.foreign_text import text_of
from tui.documents.reader.light_sheet import Sheet
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

_EXTRACTOR = "asciidoc/1"
_HEADING = pattern(r"(={1,6}|#{1,6})[ \t]+(\S.*?)(?:[ \t]+\1)?[ \t]*")
_ATTRIBUTE = pattern(r":!?([\w-]+)!?:(?:[ \t]+(.*))?")
_AUTHOR = pattern(r"([^\W\d_][^<>;:=]*?)[ \t]*(?:<[^<>]*>)?(?:;.*)?")
_REVISION = pattern(
    r"(?:v?[\d.]+,[ \t]*)?(\d{4}-\d\d-\d\d|\w+ \d{1,2},? \d{4}|\d{1,2} \w+ \d{4}).*"
)
_BLOCK_ATTRIBUTE = pattern(r"\[[^\]]*\][ \t]*|\[\[[^\]]*\]\][ \t]*")
_BLOCK_TITLE = pattern(r"\.([^\s.].*)")
_DIRECTIVE = pattern(r"(?:include|ifdef|ifndef|ifeval|endif|toc|video|audio)::.*")
_IMAGE = pattern(r"image::\S*\[([^\]]*)\][ \t]*")
_ITEM = pattern(r"[ \t]*(\*{1,5}|-|\.{1,5}|\d{1,4}\.)[ \t]+(\S.*)")
_BOX = pattern(r"\[[ xX*]\][ \t]+")
_CALLED = pattern(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+\S.*")
_FENCES = {"----": "pre", "....": "pre", "```": "pre", "____": "blockquote", "////": "",
           "++++": "pre", "====": "div", "****": "div", "--": "div"}  # fmt: skip
"""The lines that begin and end blocks, and what these are; comments are nothing."""
_CELLS = pattern(r"(?<!\\)(?:\d+[+*]|\.\d+\+|[<^>.]{0,2}[aehlmsdv]?)?\|")
_LINK = pattern(
    r"(?:link:|xref:)?(https?://[^\s\[\]<>]+|(?<=link:)[^\s\[\]]+|(?<=xref:)[^\s\[\]]+)"
    r"\[([^\[\]]{0,1000})\]"
)
_REFERENCE = pattern(r"<<([^<>,]{1,200})(?:,[ \t]*([^<>]{1,500}))?>>")
_NOTE = pattern(r"footnote:(?:[\w-]*)\[([^\[\]]{0,2000})\]")
_MARKED = pattern(r"(?<![\w*_`])([*_`]{1,2})(?=\S)([^\n]{0,400}?\S)\1(?![\w*_`])")
_ELEMENTS = {"*": "b", "_": "i", "`": "code"}


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a document of AsciiDoc."""
    text, notices = text_of(foreign)
    document = _Document()
    for line in text.split("\n"):
        document.take(line.rstrip())
    facts = document.facts
    return Contents(
        markup_pieces(document.html()),
        _EXTRACTOR,
        title=sanitise_line(facts.get("doctitle", "")) or None,
        byline=sanitise_line(facts.get("author", "")) or None,
        published=parse_date(facts.get("revdate", "")),
        notices=notices,
    )


class _Document:
    """A document that is read line by line."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self._sheet = Sheet(_inline)
        self._head = 0
        """How many lines of the head may still come: the author's, that of the revision."""
        self._fence = ""
        self._verbatim: list[str] = []
        self._open: list[str] = []
        self._rows: list[list[str]] | None = None

    def html(self) -> str:
        """What was read so far."""
        self._end_verbatim()
        self._end_table()
        return self._sheet.html()

    def take(self, line: str) -> None:
        """Take the next line."""
        if self._fence:
            if line == self._fence:
                self._end_verbatim()
            else:
                self._verbatim.append(line)
        elif self._rows is not None:
            self._cells(line)
        elif not (self._head_line(line) or self._fenced(line) or self._left_out(line)):
            self._words(line)

    def _head_line(self, line: str) -> bool:
        """Take a line of the head: who wrote it and when."""
        if not self._head or not line or line.startswith(":"):
            self._head = self._head if line.startswith(":") else 0
            return False
        author, revision = _AUTHOR.fullmatch(line), _REVISION.fullmatch(line)
        if self._head == 2 and author and len(line) < 200:
            self.facts["author"] = author[1]
        elif revision:
            self.facts["revdate"] = revision[1]
        self._head -= 1
        return True

    def _fenced(self, line: str) -> bool:
        """Take a line that begins or ends a block."""
        mark = line[:4] if len(set(line)) == 1 and len(line) >= 4 else line
        if line.startswith("```"):
            mark = "```"
        if line.startswith("|==="):
            self._sheet.end_list()
            self._rows = []
            return True
        if mark not in _FENCES:
            return False
        element = _FENCES[mark]
        if element in ("pre", ""):
            self._fence, self._verbatim = ("```" if mark == "```" else line), []
        elif self._open and self._open[-1] == line:
            self._open.pop()
            self._sheet.close(element)
        else:
            self._open.append(line)
            self._sheet.open(element)
        return True

    def _left_out(self, line: str) -> bool:
        """Take what is no text: attributes, comments, what would be included."""
        attribute = _ATTRIBUTE.fullmatch(line)
        if attribute:
            self.facts.setdefault(attribute[1], attribute[2] or "")
            return True
        if line.startswith("//") or line in ("+", "<<<", "'''"):
            return True
        return bool(_BLOCK_ATTRIBUTE.fullmatch(line) or _DIRECTIVE.fullmatch(line))

    def _words(self, line: str) -> None:
        heading, item = _HEADING.fullmatch(line), _ITEM.fullmatch(line)
        title, image = _BLOCK_TITLE.fullmatch(line), _IMAGE.fullmatch(line)
        if heading:
            self._sheet.heading(len(heading[1]), heading[2])
            if len(heading[1]) == 1 and "doctitle" not in self.facts:
                self.facts["doctitle"] = heading[2]
                self._head = 2
        elif image:
            words = image[1].partition(",")[0].strip('" ')
            if words:
                self._sheet.caption(f"[image: {words}]")
        elif item:
            sign = item[1]
            depth = len(sign) if sign[0] in "*." else 1
            is_numbered = sign[0] == "." or sign[0].isdigit()
            words = _BOX.sub("", item[2], count=1)
            self._sheet.item(depth, "ol" if is_numbered else "ul", words)
        elif title:
            self._sheet.caption(title[1])
        elif not line:
            self._sheet.end_list()
        elif not self._sheet.more_of_item(line):
            self._sheet.line(f"{line[:-2]}\n" if line.endswith(" +") else line)

    def _cells(self, line: str) -> None:
        assert self._rows is not None
        if line.startswith("|==="):
            self._end_table()
        elif line:
            first, *cells = _CELLS.split(line)
            if first.strip() and self._rows:
                self._rows[-1][-1] += f" {first}"
            if cells:
                self._rows.append(cells)

    def _end_table(self) -> None:
        rows, self._rows = self._rows, None
        if not rows:
            return
        width = max(map(len, rows))
        if len(rows[0]) > 1 and len(rows[0]) == width and any(len(row) == 1 for row in rows):
            # The cells of a row may each stand on a line.
            cells = [cell for row in rows[1:] for cell in row]
            rows = [rows[0], *(cells[n : n + width] for n in range(0, len(cells), width))]
        self._sheet.table(rows)

    def _end_verbatim(self) -> None:
        if self._fence and _FENCES.get(self._fence[:4], "pre"):
            self._sheet.code(self._verbatim)
        self._fence, self._verbatim = "", []


def _inline(words: str) -> str:
    """Words with links and emphasis as HTML."""
    parts: list[str] = []
    at = 0
    words = _REFERENCE.sub(lambda found: found[2] or found[1], words)
    for link in _LINK.finditer(words):
        parts.append(_emphasis(words[at : link.start()]))
        shown = _emphasis(link[2].rstrip("^") or link[1])
        is_web = link[1].startswith("http")
        parts.append(f'<a href="{escape(link[1])}">{shown}</a>' if is_web else shown)
        at = link.end()
    parts.append(_emphasis(words[at:]))
    return "".join(parts)


def _emphasis(words: str) -> str:
    # Escaped first: then no sign of the text can be taken for one of HTML.
    words = _NOTE.sub(r"[\1]", escape(words, quote=False))
    for _ in range(2):
        words = _MARKED.sub(
            lambda found: f"<{_ELEMENTS[found[1][0]]}>{found[2]}</{_ELEMENTS[found[1][0]]}>", words
        )
    return words
