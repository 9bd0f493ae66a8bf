"""What an article is: its text, its parts, and what it says about itself.

All offsets are Python code points into `Article.text`, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

AUTO = "auto"
"""A language: what the words of the text say."""
ENGLISH = "en"
"""A language: English whatever the words say, because the reader insists."""
HIDDEN = "\u2060"
"""Stands for a sign of emphasis in `Article.readable`; sanitised texts never have it."""


class Span(NamedTuple):
    """A half-open range of code points in `Article.text`."""

    start: int
    """The first code point inside."""
    end: int
    """The first code point after; never less than `start`."""

    def contains(self, offset: int) -> bool:
        """Whether the code point at `offset` lies inside."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end


TOP_BLOCKS = 6
"""Title, standfirst, byline, place and date stand among the first blocks."""
LONGEST_HEADLINE = 400
"""Code points of a block that are looked at for the title."""


class BlockKind(StrEnum):
    """How a block is laid out."""

    PARAGRAPH = "paragraph"
    """Prose: a single newline inside it is soft, drawn as a blank and crossed by sentences."""
    LINES = "lines"
    """Verse, lists, tables, headings of several lines, code: every newline is kept."""


class Block(NamedTuple):
    """A paragraph or other unit between blank lines."""

    start: int
    """Its first code point."""
    end: int
    """Where it ends; without its closing newline."""
    kind: BlockKind
    """Prose or kept lines."""


class TextStyle(StrEnum):
    """How words of a text are set, where its form says so."""

    TITLE = "title"
    """A heading of the first level."""
    HEADING = "heading"
    """A heading of the second level."""
    SUBHEADING = "subheading"
    """A heading of any lower level."""
    QUOTATION = "quotation"
    """A block quotation."""
    STRONG = "strong"
    """Strong emphasis, usually bold."""
    FIELD = "field"
    """The name of a field, where a row of a table is set as a list of its fields."""
    EMPHASIS = "emphasis"
    """Emphasis, usually italic."""
    STRUCK = "struck"
    """Struck out."""
    CODE = "code"
    """Code, in a line or in a block."""
    LINK = "link"
    """The words of a link."""
    CAPTION = "caption"
    """What stands below a picture or a table, or in the place of a picture."""


class StyledSpan(NamedTuple):
    """A range of code points in `Article.text` that is set in a style."""

    start: int
    """The first code point inside."""
    end: int
    """The first code point after."""
    style: TextStyle
    """How it is set."""
    target: str = ""
    """Where a link leads; empty for every other style."""


class MilestoneKind(StrEnum):
    """What a place of a text is counted by, for citing it and for going to it."""

    PAGE = "page"
    """A page of a book or of a PDF, by the label that is printed on it."""
    CHAPTER = "chapter"
    """A chapter, by its title."""
    TIME = "time"
    """A moment of a recording, as hours, minutes and seconds."""
    SPEAKER = "speaker"
    """Whose turn begins, as the source itself names the speaker."""


class Milestone(NamedTuple):
    """A place where something begins that the source counts; never a part of the text."""

    offset: int
    """The first code point that belongs to it."""
    kind: MilestoneKind
    """What begins."""
    label: str
    """What it is called: "17", "The Wedding", "00:14:03", "Ann Smith"; one sanitised line. It is
    empty for a page whose number is not certain."""


class Origin(NamedTuple):
    """What an article was made from, and by what."""

    format: str
    """The name of the row of `LOADERS` that read it."""
    extractor: str
    """What made the text of the bytes, with versions: "trafilatura/2.3.1/1"; the last number is
    our own, which is raised when our part of it gives another text."""
    raw_hash: str
    """SHA-256 of the bytes, in hexadecimal."""
    fetched: str = ""
    """When they came over the network (UTC, ISO 8601); empty for a file."""
    etag: str = ""
    """The validator the server gave them (RFC 9110, section 8.8.3); may be empty."""
    modified: str = ""
    """The server's `Last-Modified`; may be empty."""


@dataclass(frozen=True)
class Article:
    """A sanitised text with what its loader found out about it.

    Not slotted, because sentences and hash are computed when first asked for: a text of
    a million words must be on screen before anybody needs its last sentence.
    """

    source: str
    """Where it came from: an absolute path, `seed:NAME` or `stdin:HASH`."""
    text: str
    """The sanitised text; every offset of the program points into it."""
    title: str
    """The title the text gives, else one derived from its first sentence."""
    blocks: tuple[Block, ...]
    """All blocks in text order; paragraph n of the desk is `blocks[n - 1]`."""
    published: date | None = None
    """The day the text gives for itself; `None` when it gives none."""
    place: str | None = None
    """The place of the dateline ("Brussels"); `None` when there is none."""
    byline: str | None = None
    """The agency or author credit; `None` when there is none."""
    asides: tuple[Span, ...] = ()
    """Dateline and credit lines: shown dim, never analysed, in text order."""
    notices: tuple[str, ...] = ()
    """Sentences the reader should see on opening ("decoded as Windows-1252")."""
    styles: tuple[StyledSpan, ...] = ()
    """How its words are set, in text order; empty for a plain text."""
    is_rendered: bool = False
    """Whether text and blocks were made from markup: the blocks cannot be found in the text."""
    milestones: tuple[Milestone, ...] = ()
    """Where pages, chapters, times and turns begin, in text order."""
    site: str | None = None
    """The publication it stands in; `None` when its source does not say."""
    address: str | None = None
    """Where it can be found on the web: the canonical address, without trackers."""
    origin: Origin | None = None
    """What it was made from; `None` for files that are what they show: plain text, Markdown."""
    original: bytes = field(default=b"", repr=False, compare=False)
    """The bytes it was made from, while they are at hand; empty for one from the library."""

    @cached_property
    def text_hash(self) -> str:
        """SHA-256 of the text as UTF-8, in hexadecimal: the identity of a revision."""
        from hashlib import sha256

        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def headline(self) -> Span | None:
        """The line at the top that is its title; `None` where that stands nowhere in the text."""
        for block in self.blocks[:TOP_BLOCKS] if len(self.blocks) > 1 else ():
            line = self.text[block.start : min(block.end, block.start + LONGEST_HEADLINE)]
            words = line.partition("\n")[0].strip()
            if words and words.rstrip(" ;,") == self.title:
                start = block.start + line.index(words)
                return Span(start, start + len(words))
        return None

    @cached_property
    def readable(self) -> str:
        """The text with `HIDDEN` for signs of emphasis (`_so_`), which are not shown out of it.

        All offsets are those of the text. Whoever shows words of it, leaves that character out.
        """
        signs = (TextStyle.EMPHASIS, TextStyle.STRONG)
        if self.is_rendered or not any(span.style in signs for span in self.styles):
            return self.text
        from tui.documents.emphasis_signs import with_hidden_signs

        return with_hidden_signs(self.text, self.styles)

    @cached_property
    def first_place(self) -> int:
        """Where reading begins: behind what is set aside at the front, which nobody came for.

        That is a dateline, the head of an e-book, the words in the place of a picture.
        """
        start = place = self.blocks[0].start if self.blocks else 0
        for aside in self.asides:
            if self.text[place : aside.start].strip():
                break
            place = aside.end
        rest = self.text[place:].lstrip() if place > start else ""
        return len(self.text) - len(rest) if rest else start

    @cached_property
    def word_count(self) -> int:
        """Words as a reader counts them: runs between white space."""
        return len(self.text.split())

    @cached_property
    def minutes(self) -> int:
        """Reading time at 230 words a minute (Brysbaert 2019: 238 for English non-fiction)."""
        return max(1, round(self.word_count / 230))
