"""Front matter: the YAML that a Markdown text can begin with, as far as it is about the text."""

from __future__ import annotations

import re

from tui.documents.dates import parse_date
from tui.documents.metadata import HEADER_KEYS, HEADER_LINE, Header
from tui.documents.pattern import pattern
from tui.documents.sanitising import sanitise_line

_FRONT_MATTER = pattern(
    r"---[ \t]*\n([A-Za-z_][\w .-]*:(?:[ \t].*)?\n(?:(?!---[ \t]*\n).*\n){0,200}?)"
    r"---[ \t]*(?:\n+|\Z)"
)
_WRAPPED = pattern(r"(?:([\"'])|\[)(.*)(?(1)\1|\])", re.DOTALL)


def take_front_matter(text: str) -> tuple[Header, str]:
    """The front matter of a Markdown text, and the text after it.

    It is YAML between lines of `---` at the very start; of it only simple `key: value` lines
    are understood, the rest is taken off with them. A text without one, or with nothing after
    it, is returned as it is.
    """
    match = _FRONT_MATTER.match(text)
    if match is None or not text[match.end() :].strip():
        return Header(), text
    values: dict[str, str] = {}
    for line in match[1].split("\n"):
        field = HEADER_LINE.fullmatch(line)
        key = HEADER_KEYS.get(field[1].lower()) if field else None
        if field and key:
            value = field[2].strip()
            wrapped = _WRAPPED.fullmatch(value)
            values.setdefault(key, sanitise_line(wrapped[2] if wrapped else value))
    published = parse_date(values.get("published", ""))
    header = Header(values.get("title") or None, published, values.get("byline") or None)
    return header, text[match.end() :]
