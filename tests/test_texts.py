"""Every sentence the program says: once each, in plain words, and errors with a way out.

The sentences are read from the source: what is given to `say`, `tell` and `report`, what
errors are raised with, what stands in empty panels, and the labels and hints of commands.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import tui
from tui.keys.commands import COMMANDS

ROOT = Path(tui.__file__).parent
SPOKEN = {"say", "tell", "report", "write_line", "fail", "UsageError", "show_trouble", "show_state"}
"""Functions whose first argument is read by the reader."""
SHOWN = {"state_text", "border_title", "border_subtitle", "TITLE_TEXT", "PLACEHOLDER", "FOOT"}
"""Names that hold what is read by the reader."""
JARGON = re.compile(
    r"\b(spans?|offsets?|widgets?|sessions?|threads?|workers?|exceptions?|tuples?|null|none"
    r"|sqlite|sql|database|commits?|transactions?|regexp?|utf-16|stdin|stdout|callbacks?|async"
    r"|boolean|integer|string|parse[rd]?|token\w*|index|query|cache|daemon|instance|mode"
    r"|invalid|traceback|errno|api|payload|registry|keymap)\b",
    re.IGNORECASE,
)
"""Words of the code; a reader knows none of them."""
BLANK = "◦"
"""Stands for what is filled in."""


@dataclass(frozen=True)
class Text:
    """Something the reader is told."""

    words: str
    """The words, with a sign for what is filled in."""
    place: str
    """The file and line."""
    error: bool = False
    """Whether an error is raised with it."""


def words_of(node: ast.expr) -> str | None:
    """The words of a literal, joined where it is in parts; `None` for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else BLANK
            for part in node.values
        )
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = words_of(node.left), words_of(node.right)
        return f"{left or BLANK}{right or BLANK}" if left or right else None
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "drawn":
        return words_of(node.args[0])
    return None


def literals_in(node: ast.expr) -> Iterator[str]:
    """The literals an expression may come out as."""
    if isinstance(node, ast.IfExp):
        yield from literals_in(node.body)
        yield from literals_in(node.orelse)
    elif (words := words_of(node)) is not None:
        yield words


def error_names() -> set[str]:
    """The errors that are shown to the reader."""
    pattern = re.compile(r"^class (\w+)\(ClosereadError\)", re.MULTILINE)
    files = [file.read_text(encoding="utf-8") for file in ROOT.rglob("*.py")]
    return {name for text in files for name in pattern.findall(text)}


ERRORS = error_names()


def texts() -> Iterator[Text]:
    """Everything that is said."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            place = f"{file.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Call) and node.args:
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in SPOKEN:
                    for words in literals_in(node.args[0]):
                        yield Text(words, place)
                elif name in ERRORS:
                    parts = [words_of(part) or BLANK for part in node.args]
                    yield Text("; ".join(parts), place, error=True)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = {getattr(t, "attr", getattr(t, "id", "")) for t in targets}
                if names & SHOWN:
                    for words in literals_in(node.value):
                        yield Text(words, place)
    for command in COMMANDS:
        yield Text(command.label, command.id)


TEXTS = tuple(text for text in texts() if text.words.strip(BLANK + " .;:") != "")


def test_there_are_texts_of_every_kind() -> None:
    """Else the checks below would have nothing to check."""
    said = {text.words for text in TEXTS}
    assert f"no command on this key; {BLANK} shows the keys" in said
    assert "the English language model is not installed; " + BLANK in said
    assert "reading…" in said
    assert "Commands" in said
    assert "next line" in said
    assert len(TEXTS) > 120


def test_nothing_is_said_in_two_places() -> None:
    """What is said twice is written once, or the two will come to differ."""
    places: dict[str, set[str]] = {}
    for text in TEXTS:
        if len(text.words.split()) > 3:
            places.setdefault(text.words, set()).add(text.place)
    assert {words: where for words, where in places.items() if len(where) > 1} == {}


def test_no_text_speaks_of_the_code() -> None:
    jargon = {(text.place, found[0]) for text in TEXTS if (found := JARGON.search(text.words))}
    assert jargon == set()


def test_every_error_says_what_is_wrong_and_what_to_do() -> None:
    # What ends in the thing itself (": an address") hands it over to be dealt with by hand.
    ends = (f": {BLANK}",)
    without = [
        (text.place, text.words)
        for text in TEXTS
        if text.error and ";" not in text.words and not text.words.endswith(ends)
    ]
    assert without == []


def test_labels_and_hints_are_short_and_differ() -> None:
    for command in COMMANDS:
        assert len(command.label) <= 44
        assert not command.label.endswith(".")
        assert len(command.hint) <= 12
    labels = Counter(command.label for command in COMMANDS)
    assert max(labels.values()) == 1


@pytest.mark.parametrize("text", [t for t in TEXTS if not t.error], ids=lambda text: text.place)
def test_texts_are_written_as_the_others_are(text: Text) -> None:
    assert "  " not in text.words.strip()
    assert "!" not in text.words
    assert "please" not in text.words.lower()
    assert '"' not in text.words or "“" not in text.words
