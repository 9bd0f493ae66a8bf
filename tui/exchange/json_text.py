"""JSON as closeread prints it: UTF-8, and safe to show on a terminal."""

from __future__ import annotations

import json
import re

# Valid inside a JSON string, but obeyed by terminals (DEL, C1, bidi controls) or impossible
# in UTF-8 (lone surrogates). Line and paragraph separators would end a line for some readers.
_RISKY = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_HARMLESS = bytes(range(0x7F))


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON, readable as it stands and free of anything a terminal would obey.

    Args:
        value: What `json.dumps` takes.
        indent: Spaces a level; `None` for one line.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # Such characters occur in strings only, where the escape means the same.
    return _RISKY.sub(_escape, text)


def indented_json(value: object, within: int = 0) -> str:
    """The same, indented by two blanks a level as `json.dumps` does it; much faster.

    Args:
        value: Objects, arrays, strings, whole numbers and null.
        within: Blanks before every line but the first.
    """
    import msgspec

    try:
        data = msgspec.json.format(msgspec.json.encode(value), indent=2)
    except UnicodeEncodeError:
        # Lone surrogates, which only the slow encoder takes.
        text = json_text(value, indent=2)
    else:
        text = data.decode()
        # To look at the few characters that may be risky takes a tenth of looking at all.
        if _RISKY.search(data.translate(None, _HARMLESS).decode()):
            text = _RISKY.sub(_escape, text)
    # A newline inside a string is written as an escape.
    return text.replace("\n", "\n" + " " * within)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
