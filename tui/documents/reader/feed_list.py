"""Lists of feeds (OPML 2.0), as feed readers export them: a list to pick from."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from tui.documents.reader.feed_entries import web_address, words_of
from tui.documents.reader.reading_messages import Choice, Contents, Foreign
from tui.documents.unread import Told
from tui.errors import SourceError

MOST = 5000
"""Feeds that are listed."""


def read(foreign: Foreign, told: Told) -> Contents:
    """The feeds of a list, each with the groups it stands in.

    Raises:
        SourceError: There is none.
    """
    told("reading the list of feeds")
    # Nothing outside is looked at, and entities stay what they are.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        encoding=foreign.encoding or None,
    )
    root = etree.fromstring(foreign.data, parser)
    outlines = [] if root is None else list(root.iter("{*}outline"))
    choices: dict[str, Choice] = {}
    for choice in filter(None, map(_choice, outlines)):
        choices.setdefault(choice.address, choice)
    if not choices:
        reason = f"{foreign.label} is an outline in which no feed is named"
        raise SourceError(reason, "to read its words, export it as Markdown or as plain text")
    listed = tuple(choices.values())[:MOST]
    notice = f"only the first {MOST:,} of {len(choices):,} feeds are listed"
    title = root.findtext("{*}head/{*}title") if root is not None else None
    return Contents(
        extractor="feed_list/1",
        title=words_of(title or ""),
        choices=listed,
        notices=(notice,) if len(choices) > MOST else (),
    )


def _choice(outline: Element) -> Choice | None:
    """The feed or page of an outline; `None` for a group."""
    fields = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
    address = web_address(fields.get("xmlurl", "") or fields.get("url", ""))
    if not address:
        return None
    groups = [words_of(each.get("text") or "") for each in outline.iterancestors("{*}outline")]
    about = words_of(fields.get("description", ""))
    summary = " · ".join(filter(None, ("/".join(filter(None, reversed(groups))), about)))
    title = words_of(fields.get("text", "") or fields.get("title", ""))
    return Choice(title or address, address=address, summary=summary[:300])
