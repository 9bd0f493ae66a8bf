"""Plain text: from its bytes to an article."""

from __future__ import annotations

import os
from typing import NamedTuple

from tui.documents.article import Article, Block, Milestone, Span, StyledSpan
from tui.documents.blocks import split_blocks
from tui.documents.fetched import Fetched
from tui.documents.metadata import Header, describe, disjoint, take_header
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import Source, SourceKind
from tui.errors import SourceError

_BOOK_SIGNS = (
    "START OF TH", "*END", "[Illustration", "Chapter ", "CHAPTER ", "Part ", "PART ", "Book ",
    "BOOK ", "Volume ", "VOLUME ", "ACT ", "Act ", "CANTO ", "Canto ", "LETTER ", "Letter ",
    "STAVE ", "Stave ", "ADVENTURE ", "Adventure ", "SECTION ", "Section ",
    "\N{SYMBOL FOR FORM FEED}", "\f", "[Page ", "[page ",
)  # fmt: skip
"""Without one of these a text has no head, chapters, ends of pages or places of pictures."""
_HEAD_SIGNS = ("release", "distribution", "embargoed", "request for comments", "internet-draft")
"""Without one of these in its first block a text has no head of a press release or a memo."""
_LONGEST_HEAD = 2000
_FEWEST_PAGES = 3
_LONGEST_NUMBER = 90
_FEWEST_SIGNS = 6
"""With fewer of them nothing is emphasised by signs: `_so_`, `*so*`, `=so=`."""


class Layout(NamedTuple):
    """What a text shows by how it is laid out."""

    blocks: tuple[Block, ...]
    """The blocks of the text itself, without its head and what stands around it."""
    header: Header = Header()
    """What these say of it."""
    asides: tuple[Span, ...] = ()
    """These, and what stands in the place of pictures."""
    styles: tuple[StyledSpan, ...] = ()
    """How headings, captions and emphasised words are set."""
    milestones: tuple[Milestone, ...] = ()
    """Where its chapters and pages begin."""
    readable: str = ""
    """As `Article.readable`, where that is another text."""


def _layout(text: str, blocks: tuple[Block, ...]) -> Layout:
    # News has none of this, and does not wait for what looks for it.
    is_bare = not any(sign in text for sign in _BOOK_SIGNS)
    is_bare = is_bare and not any(text.count(sign) >= _FEWEST_SIGNS for sign in "_*=")
    is_bare = is_bare and not _may_count_pages(text, blocks)
    if is_bare and not any(_may_have_head(text[b.start : b.end]) for b in blocks[:1]):
        return Layout(blocks)
    from tui.documents.book_layout import book_layout

    return book_layout(text, blocks)


def _may_count_pages(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a text has as many short lines with a digit as a count of pages takes."""
    left = _FEWEST_PAGES
    for start, end, _ in blocks:
        if end - start <= _LONGEST_NUMBER and any(map(str.isdigit, text[start:end])):
            left -= 1
            if left == 0:
                return True
    return False


def _may_have_head(first: str) -> bool:
    first = first.lower() if len(first) <= _LONGEST_HEAD else ""
    return any(sign in first for sign in _HEAD_SIGNS)


def load(fetched: Fetched, notices: tuple[str, ...] = ()) -> Article:
    """The article of a text without markup.

    Args:
        fetched: The source.
        notices: What the reader should know about it, beside its encoding.

    Raises:
        SourceError: There is nothing to read in it.
    """
    decoded, notice = fetched.decoded
    header, text = take_header(sanitise(decoded))
    if not text.strip():
        raise empty(fetched.label)
    identity = fetched.identity or piped_identity(text)
    return plain_article(text, identity, header, (*((notice,) if notice else ()), *notices))


def empty(label: str) -> SourceError:
    """The refusal of a source without words."""
    return SourceError(f"{label} is empty", "there is nothing to read")


def wordless(label: str) -> SourceError:
    """The refusal of a source that holds something, but no words."""
    return SourceError(f"there are no words in {label}", "it may hold only pictures, or be damaged")


def piped_identity(text: str) -> str:
    """How a text is named that came through a pipe."""
    # Loading hashlib costs more than reading a usual article; only a pipe needs it here.
    from hashlib import sha256

    return Source(SourceKind.PIPE, sha256(text.encode("utf-8")).hexdigest()).identity


def plain_article(text: str, source: str, header: Header, notices: tuple[str, ...] = ()) -> Article:
    """The article of a sanitised text."""
    blocks = split_blocks(text)
    layout = _layout(text, blocks)
    hint = Header(
        header.title or layout.header.title,
        header.published or layout.header.published,
        header.byline or layout.header.byline,
    )
    found = describe(layout.readable or text, layout.blocks, hint)
    return Article(
        source=source,
        text=text,
        title=found.title or sanitise_line(os.path.basename(source)),
        blocks=blocks,
        published=found.published,
        place=found.place,
        byline=found.byline,
        asides=disjoint({*layout.asides, *found.asides}),
        notices=notices,
        styles=layout.styles,
        milestones=layout.milestones,
    )
