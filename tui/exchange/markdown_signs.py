"""Words as Markdown shows them, and what programs for notes read in it: links, tags, fields."""

from __future__ import annotations

import json
import re
from datetime import date

# Everything CommonMark and its common extensions (tables, strikethrough, math, footnotes)
# give a meaning inside a line; bare addresses stay readable and may become links.
_INLINE = re.compile(r"[\\`*_{}\[\]<>|~$^=]|&(?=#?\w+;)")
# What has a meaning at the start of a line only: headings, list items, underlines.
_LINE_START = re.compile(r"\d{1,9}(?=[.)])|(?=[#+-])")
# Inside of a word it has no meaning, and a tag would end at the sign before it.
_IN_TAG = re.compile(r"(?<=\w)\\_(?=\w)")
# What would end the address of a link, or begin something in it.
_IN_LINK = {ord(sign): f"%{ord(sign):02X}" for sign in "<>\\ "}
_ADDRESSES = ("http://", "https://")


def escape_markdown(text: str) -> str:
    """The text so that Markdown shows it as it stands.

    Line breaks stay line breaks of the source; blanks at their edges go, because four of
    them would begin a block of code.
    """
    return "\n".join([_escape_line(line.strip()) for line in text.splitlines()])


def escape_line(text: str) -> str:
    """The same as one line."""
    return escape_markdown(" ".join(text.split()))


def quotation(words: str) -> str:
    """A text as a block quotation."""
    return "\n".join([f"> {line}".rstrip() for line in escape_markdown(words).split("\n")])


def tag(name: str) -> str:
    """A tag as programs for notes read it: with the sign before it, without a blank."""
    return f"#{_IN_TAG.sub('_', '-'.join(escape_line(name).split()))}"


def title_link(title: str, source: str) -> str:
    """A title that leads to the article on the web; of any other one it is set as a title."""
    if is_address(source):
        return f"[{escape_line(title)}](<{source.translate(_IN_LINK)}>)"
    return f"*{escape_line(title)}*"


def is_address(source: str) -> bool:
    """Whether it is an address on the web."""
    return source.startswith(_ADDRESSES)


def field(name: str, value: str | list[str] | date) -> str:
    """A line of front matter; what JSON writes YAML reads, and a day it knows as such."""
    if isinstance(value, date):
        return f"{name}: {value.isoformat()}"
    return f"{name}: {json.dumps(value, ensure_ascii=False)}"


def _escape_line(line: str) -> str:
    # Most lines have none of it, and to look takes a third of replacing nothing.
    if _INLINE.search(line):
        line = _INLINE.sub(r"\\\g<0>", line)
    start = _LINE_START.match(line)
    return line if start is None else f"{start.group()}\\{line[start.end() :]}"
