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

import click
import pytest
from click.testing import CliRunner

import tui
from tui.cli.command_line import command_line
from tui.keys.commands import COMMANDS
from tui.panels.table import PANELS

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


READ_BY_READERS = ("cli", "desk", "dialogs", "keys", "panels", "session", "settings", "widgets")
"""Rooms whose longer words are mostly read by readers."""
NOT_READ = {
    # What a command may be looked for by: other programs call a highlight so.
    "keys/other_words.py",
}
ODD = re.compile(
    r"answers? to “|in use continues|parted by|from the other end$|Esc drop|takes it ·|spoke for it"
    r"|^open for|speaker back|by latest first|also the next time|are off again|it stands in"
    r"|without a place",
)
"""Words that readers stumbled over."""
_MARK = re.compile(r"\b(?:un)?mark(?:s|ed|ing)?\b(?!\.)", re.IGNORECASE)
_QUOTED_NAMES = re.compile(
    r' mark \(as in |"(?:un)?mark\w*(?:\.\w+)?"|`[^`\n]*`|quotation marks?|question marks?'
)
"""Keys of JSON, ids and values of settings, which stay, and marks of another kind."""


def prose() -> Iterator[tuple[str, str]]:
    """Every literal of those rooms that is more than one word and no docstring, and its place."""
    files = [file for room in READ_BY_READERS for file in (ROOT / room).rglob("*.py")]
    for file in sorted([*files, *ROOT.glob("*.py")]):
        if str(file.relative_to(ROOT)) in NOT_READ:
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or id(node) in docstrings:
                continue
            if isinstance(node.value, str) and re.search(r"\s", node.value):
                yield f"{file.relative_to(ROOT)}:{node.lineno}", node.value


def test_what_is_highlighted_is_never_called_a_mark() -> None:
    found = [(where, said) for where, said in prose() if _MARK.search(_QUOTED_NAMES.sub("", said))]
    assert found == []
    for command in COMMANDS:
        assert not _MARK.search(f"{command.label} {command.hint} {command.group}"), command.id
    for panel in PANELS:
        shown = f"{panel.title} {panel.name or panel.id} {panel.shortest} {panel.empty}"
        assert not _MARK.search(shown), panel.id


def test_no_help_of_a_command_speaks_of_marks() -> None:
    names = command_line.list_commands(click.Context(command_line))
    for arguments in (["--help"], *([name, "--help"] for name in names)):
        shown = CliRunner().invoke(command_line, arguments).output
        assert "Usage:" in shown
        assert not _MARK.search(_QUOTED_NAMES.sub("", shown)), arguments


def test_the_readme_speaks_of_highlights() -> None:
    readme = (ROOT.parent / "README.md").read_text(encoding="utf-8")
    said = _QUOTED_NAMES.sub("", re.sub(r"```\n\{.*?```", "", readme, flags=re.DOTALL))
    assert [line for line in said.splitlines() if _MARK.search(line)] == []


def test_words_that_readers_stumbled_over_are_not_used() -> None:
    assert [(where, said) for where, said in prose() if ODD.search(said)] == []
