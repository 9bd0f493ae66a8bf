"""The last look at a question: its capital, its mark, and whether it is one at all."""

from __future__ import annotations

import re

from tui.analysis.lexicons import words
from tui.analysis.questions.wording.phrases import LONGEST, NotClearError

WH_OPENINGS = words("what who whom whose which when where why how in")
"""Words that a question of its own begins with."""
UNFINISHED = words(
    """
    to of for with in on at by from as the a an and or that which about into than be until during
    without between against while if because whether
    """
)
"""Words that nothing worded ends with."""
_BLANKS = re.compile(r"\s+")
_OTHER_WILL = re.compile(r"\b(the|his|her|their|own|good) will\b|\bthat (\S+ ){1,4}will\b")
"""A second "will" that is no misparse: a noun, or that of a clause."""
_EMPTY_ASIDE = re.compile(r",\s?,")
"""What is left of an age or a title between commas that is not shown."""


def finished(text: str) -> str:
    """A question with its capital and its mark.

    Raises:
        NotClearError: It is too short or too long to be one.
    """
    text = _EMPTY_ASIDE.sub("", _BLANKS.sub(" ", text)).strip(" ,;:-.!?")
    if text.count('"') == 1:
        text = text.replace('"', "")
    parts = text.lower().split()
    if not 3 <= len(parts) <= LONGEST:
        raise NotClearError(text)
    twice = parts.count("will") > 1 and not _OTHER_WILL.search(text)
    if parts[0] not in WH_OPENINGS and (parts[-1] in UNFINISHED or twice):
        raise NotClearError(text)
    return capitalised(text) + "?"


def capitalised(text: str) -> str:
    """A text with a capital and the rest as it is."""
    return text[:1].upper() + text[1:]


def definite(name: str) -> str:
    """A phrase with "the" for "a": what the text has brought up is asked about."""
    first, _, rest = name.partition(" ")
    return f"the {rest}" if first.lower() in {"a", "an"} else name
