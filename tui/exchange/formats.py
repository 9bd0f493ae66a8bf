"""The formats in which marks leave closeread, and the file of one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.exchange.as_json import marks_object
from tui.exchange.as_markdown import as_markdown
from tui.exchange.json_text import json_text
from tui.outside.file_writing import write_file

if TYPE_CHECKING:
    from tui.store.highlight_records import HighlightRecord


class MarksFormat(NamedTuple):
    """A format of marks."""

    name: str
    """What `--format` calls it; with a dot before it, how its files end."""
    label: str
    """What a reader calls it."""
    text: Callable[[Sequence[HighlightRecord]], str]
    """The whole file; empty when the format has nothing to say about no marks."""
    is_for_programs: bool = False
    """Whether every code point counts: it is printed in UTF-8, whatever the terminal is set to."""

    @property
    def suffix(self) -> str:
        """How the names of its files end."""
        return f".{self.name}"


def _json(records: Sequence[HighlightRecord]) -> str:
    return json_text(marks_object(records), indent=2) + "\n"


FORMATS = (
    MarksFormat("md", "Markdown", as_markdown),
    MarksFormat("json", "JSON with everything a highlight has", _json, is_for_programs=True),
)
"""Every format, the usual one first. A new format is a row here and a module beside this one."""


def format_named(name: str) -> MarksFormat:
    """The format that `--format` calls so.

    Raises:
        KeyError: There is none.
    """
    return {each.name: each for each in FORMATS}[name]


def format_of(path: Path) -> MarksFormat:
    """The format that the ending of a file asks for; the usual one where it asks for none."""
    ending = path.suffix.lower()
    return next((each for each in FORMATS if each.suffix == ending), FORMATS[0])


def write_marks(
    path: Path, records: Sequence[HighlightRecord], form: MarksFormat | None = None
) -> None:
    """Write marks to a file, which is replaced as a whole.

    Args:
        path: The file.
        records: The marks with their articles.
        form: The format; `None` for the one its name asks for.

    Raises:
        WriteError: It cannot be written; what stood there before is unchanged.
    """
    write_file(path, (form or format_of(path)).text(records))
