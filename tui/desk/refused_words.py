"""What is said of words that the disk refused: why, and which key has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.desk.unsaved import Unsaved, UnsavedWords, Words

if TYPE_CHECKING:
    from tui.corrections.corrected import CorrectionTarget

KeyOf = Callable[[str], str]
"""The key that runs a command, as the reader sees it."""

_KEPT = {
    Words.NOTE: "your note is kept here, {} opens it again",
    Words.TAGS: "your tags are kept here, {} opens them",
    Words.CORRECTION: "{} has your words",
}
"""Where refused words are; `{}` is the key that opens them."""
_LEFT = {
    Words.TAGS: "your tags are not saved; {} opens them again",
    Words.CORRECTION: "a correction is not saved; {} opens it again",
    Words.ANSWER: "an answer is not saved; {} lists its question",
}
"""What is said before the desk is left."""


_COMMANDS = {
    "entity": ("row.edit", "row.split"),
    "quote": ("row.speaker", "quote.add"),
    "question": ("row.edit", "question.own"),
    "article": ("facts.edit", "facts.edit"),
}
"""What types something about a result, and about one that is not there yet."""


def command_about(target: CorrectionTarget) -> str:
    """The command that types something about a result."""
    about_one, about_new = _COMMANDS[target.subject.value]
    # An entity is known by its name; a quote may have none, and one of the reader's own no kind.
    is_there = target.name or (target.type and target.subject.value != "entity")
    return about_one if is_there else about_new


def command_of(unsaved: Unsaved) -> str:
    """The command that opens words again which are not saved."""
    if unsaved.target is not None:
        return command_about(unsaved.target)
    return {
        Words.NOTE: "mark.note", Words.TAGS: "mark.tags", Words.ANSWER: "ledger.library",
    }[unsaved.kind]  # fmt: skip


def refused_sentence(unsaved: Unsaved, reason: str, key: KeyOf) -> str:
    """Why words are not saved, and that they are still here."""
    return f"not saved: {reason}; {_KEPT[unsaved.kind].format(key(command_of(unsaved)))}"


def refused_clause(words: UnsavedWords, key: KeyOf) -> str:
    """What of the reader's words is not saved and which key has it; empty for nothing."""
    kinds = [each.kind for each in words]
    for kind in Words:
        unsaved = next((each for each in words if each.kind is kind), None)
        if unsaved is None:
            continue
        opens = key(command_of(unsaved))
        if kind is Words.NOTE:
            count = kinds.count(kind)
            notes = "1 note is" if count == 1 else f"{count} notes are"
            return f"{notes} not saved; {opens} opens it again"
        return _LEFT[kind].format(opens)
    return ""
