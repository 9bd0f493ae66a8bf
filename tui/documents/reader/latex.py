"""LaTeX: title, headings, quotations, lists, code; formulas stay as they were written.

Nothing is computed and no file is put in: what a document defines itself is left as the words
that it holds.
"""

from __future__ import annotations

import re

from tui.documents.dates import parse_date
from tui.documents.pattern import pattern
from tui.documents.reader.foreign_text import text_of
from tui.documents.reader.latex_words import latex_line
from tui.documents.reader.light_sheet import Sheet
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.sanitising import sanitise_line
from tui.documents.unread import Told

_EXTRACTOR = "latex/1"
_VERBATIM = r"verbatim\*?|Verbatim|lstlisting|minted|alltt"
_COMMENT = pattern(r"(?<!\\)%.*\n?")
_PARTS = pattern(
    rf"\\begin\{{(?P<code>{_VERBATIM})\}}(?:\[[^\]]*\])?(?P<lines>.*?)\\end\{{(?P=code)\}}"
    r"|\\begin\{(?P<begin>[A-Za-z]+)\*?\}|\\end\{(?P<end>[A-Za-z]+)\*?\}"
    r"|\\(?P<heading>part|chapter|(?:sub){0,2}section|(?:sub)?paragraph)\*?(?:\[[^\]]*\])?\s*(?=\{)"
    r"|\\(?P<caption>caption)\*?(?:\[[^\]]*\])?\s*(?=\{)"
    r"|\\(?P<item>item|bibitem)(?![a-z])(?:\[(?P<label>[^\]]*)\])?(?:\{[^{}]*\})?"
    r"|\\\[(?P<formula>.*?)\\\]|\$\$(?P<shown>.*?)\$\$|(?P<gap>\n[ \t]*\n\s*|\\par\b)",
    re.DOTALL,
)
_DEFINITION = pattern(
    r"\\(?:(?:re)?newcommand|def)\*?\s*\{?\\[A-Za-z]+\}?(?:\[[^\[\]]*\]){0,2}\s*"
    r"\{(?:[^{}]|\{[^{}]*\})*\}"
)
_LEVELS = {"part": 2, "chapter": 2, "section": 2, "subsection": 3, "subsubsection": 4,
           "paragraph": 5, "subparagraph": 6}  # fmt: skip
_QUOTATIONS = ("quote", "quotation", "verse", "displayquote")
_LISTS = {"itemize": "ul", "enumerate": "ol", "description": "ul", "thebibliography": "ul"}
_FORMULAS = (
    "equation",
    "align",
    "gather",
    "multline",
    "displaymath",
    "eqnarray",
    "math",
    "flalign",
)
_TABLES = ("tabular", "tabularx", "tabulary", "longtable", "array")
_UNSEEN = ("tikzpicture", "comment", "filecontents", "pgfpicture")
_ARGUMENTS = pattern(r"(?:\s*(?:\[[^\[\]]*\]|\{[^{}]*\})){0,3}")
_TAKES_ARGUMENTS = (
    *_TABLES, "figure", "table", "wrapfigure", "minipage", "multicols", "thebibliography",
    "adjustbox", "subfigure", "enumerate", "itemize", "tcolorbox", "algorithm",
)  # fmt: skip
_LONGEST_GROUP = 20_000
_SHORT = 200
"""Code points of a text that a document gives a name to."""
_LONGEST_BODY = 5_000_000


def read(foreign: Foreign, told: Told) -> Contents:
    """The text of a document of LaTeX."""
    text, notices = text_of(foreign)
    _head, begins, body = text.partition("\\begin{document}")
    body = body.partition("\\end{document}")[0] if begins else text
    facts = _COMMENT.sub("", text)
    document = _Document(_filled_in(body, facts))
    title = _argument(facts, "title")
    if title:
        document.sheet.heading(1, title)
    document.read(told)
    authors = re.split(r"\\and\b|\\\\|,", _argument(facts, "author"))
    names = [name for name in map(_plain, authors) if name and "@" not in name]
    return Contents(
        markup_pieces(document.sheet.html()),
        _EXTRACTOR,
        title=_plain(title) or None,
        byline=", ".join(names[:8]) or None,
        published=parse_date(_plain(_argument(facts, "date"))),
        notices=notices,
    )


class _Document:
    """The body of a document that is read part by part."""

    def __init__(self, body: str) -> None:
        self.sheet = Sheet(latex_line)
        self._body = body
        self._at = 0
        self._lists: list[str] = []

    def read(self, told: Told) -> None:
        """Read the body from here to its end into the sheet.

        Args:
            told: Called now and then with how far that is.
        """
        count = 0
        while (part := _PARTS.search(self._body, self._at)) is not None:
            count += 1
            if count % 2000 == 0:
                told(f"{100 * self._at // len(self._body)} percent of its text")
            self._words(self._body[self._at : part.start()])
            self._at = part.end()
            self._take(part)
        self._words(self._body[self._at :])

    def _words(self, words: str) -> None:
        words = _COMMENT.sub("", words).strip()
        if words.replace("\\maketitle", "").strip() and not self.sheet.more_of_item(words):
            # A line that ends in the source ends nowhere else.
            self.sheet.line(" ".join(words.split()).replace("\\\\", "\n"))

    def _take(self, part: re.Match[str]) -> None:
        """Take what parts the words."""
        kind = part.lastgroup if part.lastgroup != "label" else "item"
        if part["code"]:
            self.sheet.code(part["lines"].strip("\n").split("\n"))
        elif part["begin"]:
            self._begin(part["begin"])
        elif part["end"]:
            self._end(part["end"])
        elif part["heading"]:
            self.sheet.heading(_LEVELS[part["heading"]], self._group())
        elif part["caption"]:
            self.sheet.caption(self._group())
        elif part["item"]:
            label = f"\\textbf{{{part['label']}}} " if part["label"] else ""
            element = self._lists[-1] if self._lists else "ul"
            self.sheet.item(len(self._lists), element, label)
        elif kind in ("formula", "shown"):
            self._formula(part[kind] or "")
        else:
            self.sheet.end_paragraph()

    def _begin(self, name: str) -> None:
        if name in _TAKES_ARGUMENTS:
            arguments = _ARGUMENTS.match(self._body, self._at)
            self._at = arguments.end() if arguments else self._at
        if name in _QUOTATIONS:
            self.sheet.open("blockquote")
        elif name in _LISTS:
            self._lists.append(_LISTS[name])
        elif name in (*_FORMULAS, *_TABLES, *_UNSEEN):
            end = self._body.find(f"\\end{{{name}", self._at)
            inside = self._body[self._at : end if end >= 0 else len(self._body)]
            self._at += len(inside)
            if name in _FORMULAS:
                self._formula(inside)
            elif name in _TABLES:
                self._table(inside)

    def _end(self, name: str) -> None:
        if name in _QUOTATIONS:
            self.sheet.close("blockquote")
        elif name in _LISTS and self._lists:
            self._lists.pop()
            if not self._lists:
                self.sheet.end_list()
        else:
            self.sheet.end_paragraph()

    def _formula(self, formula: str) -> None:
        formula = re.sub(r"\\label\{[^{}]*\}|\\(?:non|no)number", "", _COMMENT.sub("", formula))
        words = " ".join(formula.replace("$", "").split())
        if words and not self.sheet.more_of_item(f"${words}$"):
            self.sheet.end_paragraph()
            self.sheet.line(f"${words}$")
            self.sheet.end_paragraph()

    def _table(self, inside: str) -> None:
        rows = re.split(r"\\\\(?:\[[^\]]*\])?|\\tabularnewline", _COMMENT.sub("", inside))
        cells = [re.split(r"(?<!\\)&", re.sub(r"\\[a-z]*(?:rule|line)\b(?:\{[^}]*\})?", "", row))
                 for row in rows]  # fmt: skip
        self.sheet.table([row for row in cells if "".join(row).strip()])

    def _group(self) -> str:
        """What stands in braces here; reading goes on behind it."""
        words = _braced(self._body, self._at)
        # A brace that nothing closes is passed over alone.
        self._at += len(words) + 2 if words else 1
        return _COMMENT.sub("", words)


def _filled_in(body: str, text: str) -> str:
    """The body with what the document itself gives short names to; once, not over and over."""
    names = {
        found[1]: _braced(text, found.end())
        for found in re.finditer(
            r"\\(?:(?:re)?newcommand|def)\*?\s*\{?\\([A-Za-z]+)\}?\s*(?=\{)", text
        )
    }
    body = _DEFINITION.sub("", body)
    short = {name: words for name, words in names.items() if len(words) <= _SHORT}
    if not short or len(body) > _LONGEST_BODY:
        return body
    return re.sub(
        r"\\([A-Za-z]+)(?![A-Za-z])(?:\{\})?", lambda found: short.get(found[1], found[0]), body
    )


def _braced(text: str, at: int) -> str:
    """What stands between the brace at a place and the one that closes it."""
    depth = 0
    for found in re.compile(r"\\.|[{}]", re.DOTALL).finditer(text, at, at + _LONGEST_GROUP):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return text[at + 1 : found.start()]
    return ""


def _argument(text: str, command: str) -> str:
    """What a command of the head is given; empty when it is not there."""
    found = re.search(rf"\\{command}\s*(?:\[[^\[\]]*\]\s*)?(?=\{{)", text)
    return " ".join(_braced(text, found.end()).split()) if found else ""


def _plain(words: str) -> str:
    """Words of LaTeX without any markup."""
    return sanitise_line(re.sub(r"<[^>]*>", "", latex_line(words)).replace("&amp;", "&"))
