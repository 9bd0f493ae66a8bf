"""How much of an article has been read: what of its text has stood on the screen for a while.

A text has a hundred points, evenly spread; those that were in sight where the reader stayed are
kept with the place of the reading. So a look at the end makes no read article of one that was
begun, and going back to the top no unread one.
"""

from __future__ import annotations

from sqlite3 import Connection
from typing import TYPE_CHECKING

from tui.documents.article import Span

if TYPE_CHECKING:
    from tui.documents.article import Article

POINTS = 100
"""Points of a text; each that was in sight is a hundredth of it."""
_MOST_DIGITS = 25
_SHORTER = 0.98
"""A text that was so much shorter before has gained something nobody has read."""


def add_reading_share(connection: Connection) -> None:
    """How much of an article has been read; of those of before it is not known."""
    connection.execute("ALTER TABLE places ADD COLUMN seen TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE places ADD COLUMN seen_length INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE documents ADD COLUMN read_share INTEGER")
    for index in (
        "documents_unread ON documents(unread DESC, read_share IS NULL, read_share, "
        "opened_at DESC, id)",
        # What was done in the hours between the beginning of a month here and in UTC.
        "documents_created ON documents(created)",
        "answers_time ON answers(time)",
    ):
        connection.execute(f"CREATE INDEX {index}")


def points_in(article: Article, shown: Span) -> int:
    """The points of a text that lie in a part of it, a bit each.

    What is set aside around it is not counted: the head of an e-book, its licence.

    Args:
        article: The article.
        shown: What is in sight.
    """
    start, end = article.first_place, article.blocks[-1].end if article.blocks else 0
    for aside in reversed(article.asides):
        if article.text[aside.end : end].strip():
            break
        end = max(start, aside.start)
    length = end - start
    places = (start + (2 * number + 1) * length // (2 * POINTS) for number in range(POINTS))
    return sum(1 << number for number, place in enumerate(places) if shown.contains(place))


def write_seen(connection: Connection, document_id: str, seen: int, length: int) -> None:
    """Add points that were in sight to those that were before; the row of the place is there.

    Args:
        connection: Inside the transaction that writes the place.
        document_id: The document.
        seen: As of `points_in`.
        length: Code points of the text.
    """
    row = connection.execute(
        "SELECT seen, seen_length FROM places WHERE document_id = ?", (document_id,)
    ).fetchone()
    if row is None or not seen:
        return
    both = seen | _grown(_read(row[0]), row[1], length)
    connection.execute(
        "UPDATE places SET seen = ?, seen_length = ? WHERE document_id = ?",
        (f"{both:x}", length, document_id),
    )
    connection.execute(
        "UPDATE documents SET read_share = ?1 WHERE id = ?2 AND read_share IS NOT ?1",
        (both.bit_count() * 100 // POINTS, document_id),
    )


def _read(stored: object) -> int:
    """Points as they are stored; none where the disk has made something else of them."""
    try:
        seen = int(str(stored)[:_MOST_DIGITS] or "0", 16)
    except ValueError:
        return 0
    return seen & ((1 << POINTS) - 1)


def _grown(seen: int, before: int, length: int) -> int:
    """The points of a text that has grown since: as many more of it nobody has read."""
    if not 0 < before < length * _SHORTER:
        return seen
    kept = (number for number in range(POINTS) if number * length // before < POINTS)
    return sum(1 << number for number in kept if seen >> (number * length // before) & 1)
