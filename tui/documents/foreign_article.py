"""Articles out of foreign bytes: handed to the reading process, checked, described."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.documents.article import Article, Milestone
from tui.documents.metadata import Header, describe, disjoint
from tui.documents.plain_text import piped_identity
from tui.documents.reader.reading_messages import Foreign
from tui.documents.sanitising import sanitise, sanitise_line
from tui.documents.source import LONGEST_LABEL
from tui.documents.unread import Listing, Waiting
from tui.errors import SourceError

if TYPE_CHECKING:
    from tui.documents.fetched import Fetched
    from tui.documents.reader.reading_messages import Choice, Preview, Reading

_LONGEST_SUMMARY = 300


def read_foreign(fetched: Fetched, reader: str, form: str, waiting: Waiting) -> Article | Listing:
    """Have the reading process read a source.

    Args:
        fetched: The source.
        reader: The module of `tui.documents.reader` for it.
        form: The name of its format, as `Origin.format`.
        waiting: Who waits.

    Raises:
        SourceError: It cannot be read.
    """
    foreign = Foreign(
        reader, fetched.data, fetched.label, fetched.name, fetched.encoding, fetched.part
    )

    def shown(preview: Preview) -> None:
        if sanitise(preview.text) == preview.text:
            waiting.shown(_first_pages(fetched, preview))

    reading = waiting.child().read(foreign, waiting.told, shown)
    if sanitise(reading.text) != reading.text:
        # Nothing that comes from foreign bytes is believed, not even by way of our own process.
        raise SourceError(
            f"{fetched.label} cannot be read: what it holds is unsafe to show", "do not trust it"
        )
    if reading.choices:
        title = sanitise_line(reading.title or os.path.basename(fetched.name))
        choices = tuple(map(_safe_choice, reading.choices))
        return Listing(fetched.identity or "", title, choices, _safe_lines(reading.notices))
    return _article(fetched, reading, form)


def _article(fetched: Fetched, reading: Reading, form: str) -> Article:
    hint = Header(_line(reading.title), reading.published, _line(reading.byline))
    found = describe(reading.text, reading.blocks, hint)
    return Article(
        source=fetched.identity or piped_identity(reading.text),
        text=reading.text,
        title=found.title or sanitise_line(os.path.basename(fetched.name)),
        blocks=reading.blocks,
        published=found.published,
        place=found.place,
        byline=found.byline,
        asides=disjoint({*reading.asides, *found.asides}),
        notices=_safe_lines(reading.notices),
        styles=tuple(
            span._replace(target=sanitise_line(span.target)) if span.target else span
            for span in reading.styles
        ),
        is_rendered=True,
        milestones=tuple(map(_safe_milestone, reading.milestones)),
        site=_line(reading.site),
        address=_line(reading.address),
        origin=fetched.origin(form, sanitise_line(reading.extractor)),
        original=fetched.data,
    )


def _first_pages(fetched: Fetched, preview: Preview) -> Article:
    return Article(
        source=fetched.identity or "",
        text=preview.text,
        title=sanitise_line(os.path.basename(fetched.name)),
        blocks=preview.blocks,
        asides=preview.asides,
        styles=preview.styles,
        is_rendered=True,
    )


def _line(words: str | None) -> str | None:
    return (sanitise_line(words) or None) if words else None


def _safe_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(sanitise_line, lines))


def _safe_milestone(milestone: Milestone) -> Milestone:
    return milestone._replace(label=sanitise_line(milestone.label, LONGEST_LABEL))


def _safe_choice(choice: Choice) -> Choice:
    return choice._replace(
        title=sanitise_line(choice.title, LONGEST_LABEL),
        address=sanitise_line(choice.address),
        part="".join(letter for letter in choice.part if letter.isalnum()),
        byline=sanitise_line(choice.byline, LONGEST_LABEL),
        summary=sanitise_line(choice.summary, _LONGEST_SUMMARY),
    )
