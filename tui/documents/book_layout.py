"""Books as plain texts: what stands around them, chapters, pages, places of pictures, emphasis."""

from __future__ import annotations

from tui.documents.article import Block, StyledSpan, TextStyle
from tui.documents.book_frame import around, captions, find_frame, inside
from tui.documents.chapter_headings import find_chapters
from tui.documents.emphasis_signs import find_emphasis, with_hidden_signs
from tui.documents.metadata import Header
from tui.documents.page_breaks import page_breaks, set_aside
from tui.documents.page_milestones import page_milestones
from tui.documents.page_numbers import counted_pages
from tui.documents.plain_text import Layout
from tui.documents.set_heads import find_head


def book_layout(text: str, blocks: tuple[Block, ...]) -> Layout:
    """What a sanitised text shows of a book; of another text, what it has of one."""
    frame = find_frame(text)
    body = inside(blocks, frame.books) if frame else blocks
    asides = tuple(around(text, blocks, frame.books)) if frame else ()
    counts = tuple(counted_pages(text, body))
    furniture = page_breaks(text, body, counts)
    asides += tuple(set_aside(text, body, furniture))
    pages = page_milestones(text, body, furniture, counts)
    aside = frozenset(furniture)
    body = tuple(block for number, block in enumerate(body) if number not in aside)
    pictures = tuple(captions(text, body))
    chapters, headings = find_chapters(text, body, is_book=frame is not None)
    set_apart = (StyledSpan(*span, TextStyle.CAPTION) for span in pictures)
    emphasis = find_emphasis(text)
    styles = (*headings, *set_apart, *emphasis)
    header = frame.header if frame else Header()
    head = find_head(text, blocks) if frame is None else None
    if head is not None:
        header = Header(head.title, byline=head.byline)
        asides += head.asides
        starts = [aside.start for aside in head.asides]
        body = tuple(
            each for each in body if not any(each.start <= start < each.end for start in starts)
        )
    return Layout(
        body,
        header,
        (*asides, *pictures),
        tuple(sorted(styles)),
        tuple(sorted((*chapters, *pages))),
        with_hidden_signs(text, emphasis),
    )
