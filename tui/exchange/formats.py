"""The formats in which marks leave closeread, and the file of one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.exchange.as_json import as_json
from tui.exchange.as_markdown import as_markdown
from tui.exchange.by_article import by_article
from tui.exchange.earlier_exports import refuse_to_lose
from tui.outside.file_writing import write_pieces

if TYPE_CHECKING:
    from tui.store.highlight_records import HighlightRecord
    from tui.store.marked_article import MarkedArticle


class MarksFormat(NamedTuple):
    """A form in which highlights leave the library."""

    name: str
    """What `--format` calls it; with a dot before it, how its files end."""
    label: str
    """What a reader calls it."""
    pieces: Callable[[Iterable[MarkedArticle]], Iterator[str]]
    """The file piece by piece, each piece whole lines but for JSON; of all
    articles at most two are held at a time. No piece when there is nothing to say about no
    marks. What a mark looks like in such a file stands in `tui/exchange/earlier_exports.py`."""
    is_for_programs: bool = False
    """Whether every code point counts: it is printed in UTF-8, whatever the terminal is set to."""

    @property
    def suffix(self) -> str:
        """How the names of its files end."""
        return f".{self.name}"

    def text(self, records: Sequence[HighlightRecord]) -> str:
        """The whole file."""
        return "".join(self.pieces(by_article(records)))


FORMATS = (
    MarksFormat("md", "Markdown", as_markdown),
    MarksFormat("json", "JSON with everything a highlight has", as_json, is_for_programs=True),
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
    path: Path,
    articles: Iterable[MarkedArticle],
    form: MarksFormat | None = None,
    *,
    may_lose: bool = False,
) -> None:
    """Write marks to a file, which is replaced as a whole.

    Args:
        path: The file.
        articles: The articles with their marks; asked for one after the other.
        form: The format; `None` for the one its name asks for.
        may_lose: Whether the file may be replaced whatever it holds.

    Raises:
        WriteError: It cannot be written, or holds more than would take its place; what stood
            there before is unchanged.
    """
    pieces = (form or format_of(path)).pieces(articles)
    write_pieces(path, pieces, None if may_lose else refuse_to_lose)
