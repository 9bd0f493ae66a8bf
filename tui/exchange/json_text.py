"""JSON as closeread prints it: UTF-8, and safe to show on a terminal."""

from __future__ import annotations

import json
import re

# Valid inside a JSON string, but obeyed by terminals (DEL, C1, bidi controls) or impossible
# in UTF-8 (lone surrogates). Line and paragraph separators would end a line for some readers.
_RISKY = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(value: object, *, indent: int | None = None) -> str:
    """A value as JSON, readable as it stands and free of anything a terminal would obey.

    Args:
        value: What `json.dumps` takes.
        indent: Spaces a level; `None` for one line.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    # Such characters occur in strings only, where the escape means the same.
    return _RISKY.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
