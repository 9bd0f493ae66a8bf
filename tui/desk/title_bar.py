"""What the title bar says: the title, and of the facts as many as there is room for."""

from __future__ import annotations

from tui.documents.article import Article
from tui.documents.derived_title import TITLE_CELLS, derive_title
from tui.widgets.glyphs import drawn
from tui.widgets.rooms import first_that_fits, width_of
from tui.widgets.row_list import Run

COUNTED_AT_ONCE = 500_000
"""Code points of a text whose words are counted before the first paint: counting those of a
book takes longer than showing its first page."""
ROOM_FOR_BRAND = 60
"""Columns below which the title needs the room of the program's name."""


def title_runs(
    article: Article, width: int, *, is_complete: bool, cursor: int = 0
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """What stands on the left and on the right.

    Args:
        article: The article.
        width: Columns of the window.
        is_complete: Whether the desk is on the screen already.
        cursor: Where the reader is: in books the chapter stands behind the title.
    """
    brand: tuple[Run, ...] = ((" closeread ", "brand"), ("  ", ""))
    if width < ROOM_FOR_BRAND:
        brand = ((" ", ""),)
    facts = _facts(article, is_complete=is_complete)
    room = width - width_of(brand) - width_of((("   " + " · ".join(facts), ""),))
    left = (*brand, (_title(article, room), "title"))
    if article.milestones and (chapter := _chapter(article, cursor)):
        left += ((drawn(" › ") + chapter, "muted"),)
    # The title keeps half of the row; of the facts the last ones stay longest.
    room = width - min(width_of(left), width // 2)
    choices = [(("  " + " · ".join(facts[n:]) + " ", "muted"),) for n in range(len(facts))]
    return left, first_that_fits([*choices, ()], room)


def _facts(article: Article, *, is_complete: bool) -> list[str]:
    facts = [article.site] if article.site else []
    if article.published:
        facts.append(f"{article.published.day} {article.published:%b %Y}")
    if article.place:
        facts.append(article.place)
    if is_complete or len(article.text) < COUNTED_AT_ONCE:
        words = article.word_count
        facts += [f"{words:,} word{'s' * (words != 1)}", _reading_time(article.minutes)]
    return facts


def _title(article: Article, room: int) -> str:
    """The title; of one that was cut out of the first sentence as much as there is room for."""
    title = article.title
    if room <= TITLE_CELLS or not title.endswith("…"):
        return title
    first = (article.readable, article.blocks, article.asides)
    return derive_title(*first, room) if derive_title(*first) == title else title


def _reading_time(minutes: int) -> str:
    """How long reading takes, in words as short as there are."""
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min")]
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _chapter(article: Article, cursor: int) -> str:
    """The chapter the reader is in, unless the title says it."""
    from tui.documents.milestones import counted

    chapter = counted(article.milestones, cursor, cursor + 1).chapter
    return "" if chapter == article.title else chapter
