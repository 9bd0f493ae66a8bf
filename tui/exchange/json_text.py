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


def indented_json(value: object, levels: int = 0) -> str:
    """The same, indented by two blanks a level as `json.dumps` does it; much faster.

    Args:
        value: Objects, arrays, strings, whole numbers and null.
        levels: How deep it stands in what is around it; the first line has no blanks.
    """
    import msgspec

    # As the only value of so many arrays, it is indented as it is made.
    around = sum(len("[\n") + 2 * level for level in range(1, levels + 1))
    nested = b"[" * levels, b"]" * levels
    try:
        data = msgspec.json.format(msgspec.json.encode(value).join(nested), indent=2)
    except UnicodeEncodeError:
        # Lone surrogates, which only the slow encoder takes.
        # A newline inside a string is written as an escape.
        return json_text(value, indent=2).replace("\n", "\n" + "  " * levels)
    end = len(data) - sum(len("\n]") + 2 * level for level in range(levels))
    data = data[around:end]
    text = data.decode()
    # To look at the few characters that may be risky takes a tenth of looking at all.
    is_risky = _RISKY.search(data.translate(None, _HARMLESS).decode())
    return _RISKY.sub(_escape, text) if is_risky else text


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
