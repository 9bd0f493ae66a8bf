"""The entries of a feed, whatever form it has: a list to pick from, or one of them as a text."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.reading_messages import Choice, Contents, Foreign
from tui.documents.styled_text import clean
from tui.documents.unread import Told
from tui.errors import SourceError

MOST = 2000
"""Entries that are listed: the newest of a feed stand first."""
_WHOLE = 100
"""Words from which what a feed calls the content of an entry is more than its beginning."""
_CUT_OFF = ("…", "...", "[…]", "[...]", "…]")
"""How a beginning ends."""
_SUMMARY = 300
"""Code points of a summary, as `Choice` has them."""
_TOLD_EACH = 100


class Entry(NamedTuple):
    """An entry as its feed gives it; every field may be empty."""

    ident: str
    """What the feed knows it by."""
    title: str
    """Its title, as words."""
    address: str
    """Where it can be read; empty unless it is an address of the web."""
    published: date | None
    """Its day."""
    byline: str
    """Who wrote it."""
    summary: str
    """What it is about, as HTML."""
    content: str
    """Its text, as HTML: all of it, or how it begins."""


def contents_of(
    foreign: Foreign, told: Told, title: str, entries: Sequence[Entry], count: int, extractor: str
) -> Contents:
    """The list of some entries, or the one that is wanted.

    Args:
        foreign: What was asked for.
        told: Takes what is being done.
        title: What the feed calls itself, as words.
        entries: Those that are listed, in the order of the feed.
        count: How many there are in all.
        extractor: As in `Contents`.

    Raises:
        SourceError: There are none to read, or the wanted one is not among them.
    """
    if not entries:
        raise SourceError(f"{foreign.label} is a feed without entries", "look again later")
    name = _namer(entries)
    if foreign.part:
        return _article(_wanted(foreign, entries, name), title, extractor)
    notices = (f"only the first {len(entries):,} of {count:,} entries are listed",)
    choices: dict[str, Choice] = {}
    for number, entry in enumerate(entries):
        if number % _TOLD_EACH == 0:
            told(f"entry {number + 1} of {len(entries)}")
        choices.setdefault(name(entry), _choice(entry, name(entry)))
    listed = tuple(choice for choice in choices.values() if choice.address or choice.part)
    if not listed:
        reason = f"{foreign.label} is a feed whose entries have neither a text nor an address"
        raise SourceError(reason, "look again later")
    return Contents(
        extractor=extractor,
        title=title,
        choices=listed,
        notices=notices if count > len(entries) else (),
    )


def _wanted(foreign: Foreign, entries: Sequence[Entry], name: Callable[[Entry], str]) -> Entry:
    """The entry that is asked for.

    Raises:
        SourceError: It is not among them.
    """
    found = next((entry for entry in entries if name(entry) == foreign.part), None)
    if found is None:
        raise SourceError(
            f"{foreign.label} does not hold this entry any more",
            "open the feed to see what it holds",
        )
    return found


def words_of(markup: str) -> str:
    """What HTML says, as one line."""
    if "<" in markup or "&" in markup:
        # Where a block ends, a word does.
        markup = parsed(markup.replace("<", " <")).text_content()
    return " ".join(clean(markup).split())


def web_address(address: str) -> str:
    """An address of the web; empty for anything else, such as a path of this machine."""
    address = address.strip()
    return address if address.lower().startswith(("http://", "https://")) else ""


def as_markup(text: str) -> str:
    """Plain words as HTML: a blank line parts paragraphs."""
    paragraphs = (part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())
    return "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs)


def _article(entry: Entry, site: str, extractor: str) -> Contents:
    return Contents(
        pieces=markup_pieces(entry.content or entry.summary, entry.address),
        extractor=extractor,
        title=entry.title or None,
        published=entry.published,
        byline=entry.byline or None,
        site=site or None,
        address=entry.address or None,
    )


def _choice(entry: Entry, name: str) -> Choice:
    content = words_of(entry.content)
    summary = words_of(entry.summary) or content
    is_here = _is_whole(content) or (bool(summary) and not entry.address)
    return Choice(
        title=entry.title or summary[:80] or entry.address,
        address="" if is_here else entry.address,
        part=name if is_here else "",
        published=entry.published,
        byline=entry.byline,
        summary=summary if len(summary) <= _SUMMARY else f"{summary[: _SUMMARY - 1].rstrip()}…",
    )


def _is_whole(content: str) -> bool:
    """Whether this is the text of an entry and not only how it begins."""
    return len(content.split()) >= _WHOLE and not content.endswith(_CUT_OFF)


def _namer(entries: Iterable[Entry]) -> Callable[[Entry], str]:
    """What names an entry, the same at every reading: letters and digits.

    What should tell entries apart is the same for all of them in some feeds.
    """
    idents = Counter(entry.ident for entry in entries if entry.ident)
    addresses = Counter(entry.address for entry in entries if entry.address)

    def name(entry: Entry) -> str:
        if idents[entry.ident] == 1:
            told_apart = entry.ident
        elif addresses[entry.address] == 1:
            told_apart = entry.address
        else:
            told_apart = "\n".join((entry.ident, entry.address, entry.title))
        return sha256(told_apart.encode("utf-8", "surrogatepass")).hexdigest()[:20]

    return name
