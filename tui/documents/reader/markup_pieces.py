"""HTML and XHTML as pieces of text: headings, quotations, lists, tables, code, links, captions.

Everything in the markup is taken, in its order; `web_page` chooses first what of a page is the
article. Nothing here calls itself for what lies in something: markup may be nested to any depth.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace
from typing import ClassVar, NamedTuple
from urllib.parse import urljoin

from lxml import etree

from tui.documents.article import Milestone, StyledSpan, TextStyle
from tui.documents.code_layout import code_pieces
from tui.documents.reader.markup_images import caption_of, letters_of
from tui.documents.reader.markup_lists import Lists
from tui.documents.reader.markup_names import (
    BLOCKS,
    CODE_BLOCKS,
    HEADINGS,
    INLINE,
    LISTS,
    is_hidden,
    is_unseen,
)
from tui.documents.reader.markup_signs import formula_of, raised_or_lowered
from tui.documents.reader.markup_tables import aligns_of, data_rows, grid
from tui.documents.reader.markup_tree import Element, name_of, parsed
from tui.documents.reader.markup_words import Words, on_one_line
from tui.documents.sanitising import sanitise
from tui.documents.styled_text import StyledText, clean
from tui.documents.table_layout import table_pieces
from tui.documents.text_pieces import Piece

Begins = Callable[[Element], tuple[Milestone, ...]]
"""What begins at an element, a page of a book or a chapter; the offsets are set here."""

_RULE = "* * *"
_KEPT_ADDRESSES = ("http://", "https://", "mailto:")
_FIGURES = 8
"""Figures in one another whose captions are looked for."""


class Run(NamedTuple):
    """Words of a page that are taken or left as one: a paragraph, a table, a caption."""

    words: str
    """The words, without what only sets them."""
    element: Element
    """The block they stand in; a caption that stands for a picture, in that of the picture."""
    is_caption: bool
    """Whether they stand below or for a picture or a table."""
    linked: float
    """The share of them that is linked elsewhere, from 0 to 1."""


def markup_pieces(
    content: Element | str,
    base: str = "",
    begins: Begins | None = None,
    chosen: Container[int] | None = None,
) -> list[Piece]:
    """The pieces of a markup that is content throughout.

    Args:
        content: An element, of HTML or XHTML and with entities resolved, or HTML as a text.
        base: The address that links are relative to; without it only absolute ones are kept.
        begins: Says what begins at an element.
        chosen: The numbers of the runs to take, as `markup_runs` counts them; `None` for all
            that is not hidden.
    """
    walk = _Walk(base, begins, chosen, chosen is not None)
    walk.read(parsed(content) if isinstance(content, str) else content)
    return walk.pieces


def markup_runs(content: Element) -> list[Run]:
    """What there is to choose from in a markup, in the order of `markup_pieces`.

    What is hidden is among it: scripts of the page show it, or the reader who opens a section.
    """
    walk = _Walk("http://host.invalid/", None, (), True)
    walk.read(content)
    return walk.runs


class _Walk:
    """The way through a markup, from tag to tag."""

    def __init__(
        self, base: str, begins: Begins | None, chosen: Container[int] | None, shows_hidden: bool
    ) -> None:
        """Begin without pieces; the arguments are those of `markup_pieces`."""
        self._shows_hidden = shows_hidden
        self.runs: list[Run] = []
        self._base = base
        self._begins = begins
        self._chosen = chosen
        self._words = Words()
        self._lists = Lists()
        self._blocks: list[Element] = []
        self._milestones: list[Milestone] = []
        self._alternatives: list[str] = []
        self._heading: TextStyle | None = None
        self._quotes: list[int] = []
        self._figures: list[bool] = []
        self._captions = 0
        self._tables = 0

    @property
    def pieces(self) -> list[Piece]:
        """The pieces so far."""
        return self._lists.pieces

    def read(self, root: Element) -> None:
        """Go through an element and all in it."""
        self._blocks = [root]
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        is_left_out = False
        for event, element in events:
            if event == "start":
                is_left_out = not self._enter(element, name_of(element))
                if is_left_out:
                    events.skip_subtree()
                elif element.text:
                    self._words.add(element.text)
                continue
            if event == "end" and not is_left_out:
                self._leave(element, name_of(element))
            is_left_out = False
            if element.tail and element is not root:
                self._words.add(element.tail)
        self._flush()

    # -- tags ---------------------------------------------------------------------------

    def _enter(self, element: Element, name: str) -> bool:
        """Take a tag that opens; whether what is in the element is to be read."""
        if self._begins is not None:
            found = self._begins(element)
            at = self._words.next_offset
            self._milestones += (each._replace(offset=at) for each in found)
        if is_unseen(element, name) or (not self._shows_hidden and is_hidden(element)):
            return False
        if name in self._whole:
            return self._whole[name](self, element)
        if name in BLOCKS:
            self._flush()
            self._blocks.append(element)
            self._enter_block(element, name)
        elif name in INLINE:
            self._words.begin(INLINE[name])
        elif name == "a":
            self._words.begin(TextStyle.LINK, self._target(element.get("href", "")))
        elif name == "q":
            self._words.add("“")
        return True

    def _leave(self, element: Element, name: str) -> None:
        """Take a tag that closes."""
        if name in BLOCKS:
            self._flush()
            self._leave_block(name)
            self._blocks.pop()
        elif name in INLINE:
            self._words.end(INLINE[name])
        elif name == "a":
            self._words.end(TextStyle.LINK)
        elif name == "q":
            self._words.add("”")

    def _enter_block(self, element: Element, name: str) -> None:
        if name in HEADINGS:
            self._heading = HEADINGS[name]
        elif name in LISTS:
            self._lists.begin_list(element)
        elif name == "li":
            self._lists.begin_item(element)
        elif name in ("dl", "dd"):
            self._lists.begin_definition()
        elif name == "dt":
            self._words.begin(TextStyle.STRONG)
        elif name == "blockquote":
            self._quotes.append(len(self.pieces))
        elif name in ("figcaption", "caption"):
            self._captions += 1
        elif name == "figure":
            self._figures.append(len(self._figures) < _FIGURES and _has_caption(element))
        elif name == "table":
            self._tables += 1

    def _leave_block(self, name: str) -> None:
        if name in HEADINGS:
            self._heading = None
        elif name in LISTS:
            self._lists.end_list()
        elif name == "li":
            self._lists.end_item()
        elif name in ("dl", "dd"):
            self._lists.end_definition(name)
        elif name == "dt":
            self._words.end(TextStyle.STRONG)
        elif name == "blockquote":
            self._end_quotation()
        elif name in ("figcaption", "caption"):
            self._captions -= 1
        elif name == "figure":
            self._figures.pop()
        elif name == "table":
            self._tables -= 1

    # -- elements that are taken whole ------------------------------------------------------

    def _break(self, element: Element) -> bool:
        """A line ends; two ends in a row part paragraphs."""
        if not self._words.end_line():
            self._flush()
        return False

    def _rule(self, element: Element) -> bool:
        self._flush()
        self._take([Piece(StyledText(_RULE), is_aside=True)], element)
        return False

    def _code(self, element: Element) -> bool:
        self._flush()
        self._take(list(code_pieces(_lines_of(element))), element)
        return False

    def _image(self, element: Element) -> bool:
        if letters := letters_of(element):
            self._words.add(letters)
        elif not (self._figures and self._figures[-1]):
            caption = caption_of(element)
            if caption and caption not in self._alternatives[-1:]:
                self._alternatives.append(caption)
        return False

    def _formula(self, element: Element) -> bool:
        self._words.add(formula_of(element))
        return False

    def _raised(self, element: Element) -> bool:
        """Digits above or below the line; whether there is more in it than these."""
        signs = raised_or_lowered(element)
        self._words.add(signs)
        return not signs

    def _table(self, element: Element) -> bool:
        """A table of data as a whole; one that places things is read as they stand."""
        rows = data_rows(element, self._tables)
        self._flush()
        if rows is None:
            self._blocks.append(element)
            self._enter_block(element, "table")
            return True
        for caption in element.iterchildren():
            if name_of(caption) == "caption":
                self._take([_caption(self._cell(caption))], caption)
        table = grid(rows, self._cell)
        words = "\n".join(" ".join(cell.text for cell in row) for row in table)
        self._take(list(table_pieces(table, aligns_of(rows[0]))), element, words)
        return False

    def _cell(self, cell: Element) -> StyledText:
        """The words of a cell as one line."""
        walk = _Walk(self._base, None, None, self._shows_hidden)
        walk.read(cell)
        parts, styles, at = list[str](), list[StyledSpan](), 0
        for piece in walk.pieces:
            parts.append(piece.content.text)
            styles += piece.content.shifted(at)
            at += len(piece.content.text) + 1
        return on_one_line(StyledText(" ".join(parts), tuple(styles)))

    _whole: ClassVar[dict[str, Callable[[_Walk, Element], bool]]] = {
        "br": _break,
        "hr": _rule,
        "img": _image,
        "math": _formula,
        "sub": _raised,
        "sup": _raised,
        "table": _table,
        **dict.fromkeys(CODE_BLOCKS, _code),
    }
    """What looks at an element as a whole, and says whether what is in it is to be read on."""

    # -- pieces -----------------------------------------------------------------------------

    def _flush(self) -> None:
        """End the block of words, if there are any, and show what stood for pictures in it."""
        content = self._words.take()
        if content.text:
            self._take([self._piece(content)], self._blocks[-1])
        alternatives, self._alternatives = self._alternatives, []
        for alternative in alternatives:
            self._take([_caption(StyledText(alternative))], self._blocks[-1])

    def _piece(self, content: StyledText) -> Piece:
        if self._captions:
            return _caption(content)
        if self._heading is not None:
            return Piece(_set_in(on_one_line(content), self._heading))
        return Piece(content)

    def _take(self, pieces: list[Piece], element: Element, words: str = "") -> None:
        """Add what is one run, if it is chosen; what began in it is kept in any case."""
        pieces = [piece for piece in pieces if piece.content.text]
        if not pieces:
            return
        # A book is taken whole: nobody asks for its runs, and it has ten thousand of them.
        if self._chosen is not None and not self._is_chosen(pieces, element, words):
            self._milestones = [each._replace(offset=0) for each in self._milestones]
            return
        if self._milestones:
            pieces[0] = replace(pieces[0], milestones=tuple(self._milestones))
            self._milestones = []
        self.pieces.extend(pieces)

    def _is_chosen(self, pieces: list[Piece], element: Element, words: str) -> bool:
        """Note a run down; whether it is to be taken."""
        number = len(self.runs)
        words = words or "\n".join(piece.content.text for piece in pieces)
        styles = pieces[0].content.styles[:1]
        is_caption = any(span.style is TextStyle.CAPTION for span in styles)
        self.runs.append(Run(words, element, is_caption, _linked(pieces)))
        return self._chosen is not None and number in self._chosen

    def _end_quotation(self) -> None:
        """Set what the outermost of quotations in one another held as quoted."""
        start = self._quotes.pop()
        if not self._quotes:
            self.pieces[start:] = [
                replace(piece, content=_set_in(piece.content, TextStyle.QUOTATION))
                for piece in self.pieces[start:]
            ]

    def _target(self, reference: str) -> str:
        """Where a link leads; empty for what lies in the same text or is no address."""
        reference = clean(reference).strip()
        if not reference or reference.startswith("#"):
            return ""
        try:
            target = urljoin(self._base, reference)
        except ValueError:
            return ""
        return target if target.lower().startswith(_KEPT_ADDRESSES) else ""


def _linked(pieces: list[Piece]) -> float:
    linked = sum(
        span.end - span.start
        for piece in pieces
        for span in piece.content.styles
        if span.style is TextStyle.LINK
    )
    return linked / sum(len(piece.content.text) for piece in pieces)


def _set_in(content: StyledText, style: TextStyle) -> StyledText:
    whole = StyledSpan(0, len(content.text), style)
    return StyledText(content.text, (whole, *content.styles))


def _caption(content: StyledText) -> Piece:
    return Piece(_set_in(content, TextStyle.CAPTION), is_aside=True)


def _has_caption(figure: Element) -> bool:
    """Whether words stand below a figure: then they are what its picture is described by."""
    return any(
        name_of(part) == "figcaption" and any(words.strip() for words in part.itertext())
        for part in figure.iterdescendants()
    )


def _lines_of(code: Element) -> str:
    parts = [code.text or ""]
    for part in code.iterdescendants():
        parts += ["\n" if name_of(part) == "br" else "", part.text or "", part.tail or ""]
    return sanitise("".join(parts))
