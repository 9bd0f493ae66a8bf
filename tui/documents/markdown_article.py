"""Markdown: from its source to an article that is read without the signs."""

from __future__ import annotations

import os

from tui.documents import plain_text
from tui.documents.article import Article
from tui.documents.fetched import Fetched
from tui.documents.front_matter import take_front_matter
from tui.documents.markdown import render
from tui.documents.metadata import describe, disjoint
from tui.documents.sanitising import sanitise, sanitise_line

_AS_WRITTEN = "The Markdown is shown as it is written; it could not be laid out."


def load(fetched: Fetched) -> Article:
    """The article of a Markdown file; of its source where that cannot be laid out.

    Raises:
        SourceError: There is nothing to read in it.
    """
    decoded, notice = fetched.decoded
    header, body = take_front_matter(sanitise(decoded))
    rendered = render(body)
    if rendered is None:
        return plain_text.load(fetched, (_AS_WRITTEN,))
    hint = header._replace(title=header.title or rendered.title)
    found = describe(rendered.text, rendered.blocks, hint)
    source = fetched.identity or ""
    return Article(
        source=source,
        text=rendered.text,
        title=found.title or sanitise_line(os.path.basename(source)),
        blocks=rendered.blocks,
        published=found.published,
        place=found.place,
        byline=found.byline,
        asides=disjoint({*rendered.asides, *found.asides}),
        notices=(notice,) if notice else (),
        styles=rendered.styles,
        is_rendered=True,
    )
