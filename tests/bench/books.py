"""How long until the first words of a book are there, against the same text as a plain one.

Its own books are in Latin letters: the emulator shows no others as a terminal does.
"""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from statistics import quantiles
from typing import TypeVar

from tests.bench.figures import Figure, milliseconds, ratio
from tests.bench.screens import Sight, Terminal, shows
from tests.bench.stalls import QUIET, probed
from tests.bench.starts import PROGRAMS
from tests.bench.texts import english
from tests.documents.reader.made_files import book
from tests.documents.reader.pdf_writer import LEADING, Page, Print, pdf
from tui.documents.loading import load

T = TypeVar("T")

FOLDER = "CLOSEREAD_BOOKS"
"""The variable that may name a folder with books of a reader's own, measured as well."""
PAGES, LINES = 300, 38
CHAPTERS = 100
"""Of a book of a million words."""
whole_is_shown = shows("¶ ")
"""The status row of the desk says in which paragraph the reader is."""


def measure_books(runs: int, folder: Path) -> Iterator[Figure]:
    """First words of a PDF and of an EPUB, and their whole, against the text of each."""
    made = {
        f"a PDF of {PAGES} pages": _written(folder / "harbour.pdf", _printed()),
        "an EPUB of 1,000,000 words": _written(folder / "harbour.epub", _bound()),
    }
    own = os.environ.get(FOLDER)
    found = sorted(each for each in Path(own).iterdir() if each.is_file()) if own else []
    for name, path in (made | {each.name: each for each in found}).items():
        yield from _against_plain(name, path, runs, folder / "books")


def _against_plain(name: str, path: Path, runs: int, folder: Path) -> Iterator[Figure]:
    text = load(str(path)).text
    folder.mkdir(exist_ok=True)
    plain = folder / f"{path.name}.txt"
    plain.write_text(text, encoding="utf-8")
    sights = (shows("closeread", text[:40].split("\n")[0]), whole_is_shown)
    first: list[float] = []
    whole: list[float] = []
    as_plain: list[float] = []
    stalls: list[float] = []
    for number in range(runs):
        home = folder / f"{path.name}-{number}"
        with Terminal("-m", "tui", str(path), home=home) as terminal:
            at_first, at_whole = terminal.seconds_until(*sights)
            first.append(at_first)
            whole.append(at_whole)
        with Terminal("-m", "tui", str(plain), home=home) as terminal:
            as_plain += terminal.seconds_until(*sights)[:1]
        stalls.append(_stall(path, home, *sights))
    yield ratio(f"first words of {name} : of the same text as plain text", first, as_plain, 3)
    yield ratio(f"the whole of {name} : the first words as plain text", whole, as_plain, None)
    yield milliseconds(
        f"99 % of the stalls from the first words of {name} to its whole", stalls, 16
    )


def _stall(path: Path, home: Path, first: Sight, whole: Sight) -> float:
    """What 99 % of the probe's steps stayed under while the first pages stood there, in seconds."""
    report = home / "probe.json"
    program = str(PROGRAMS / "probed_desk.py")
    with Terminal(program, str(path), str(report), home=home) as terminal:
        at_first, at_whole = terminal.seconds_until(first, whole, pause=QUIET)
        woke = probed(terminal, report)
    late = [late for at, late in woke if at_first < at < at_whole]
    return quantiles(late, n=100)[98] if len(late) > 1 else 0.0


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _printed() -> bytes:
    """A book as it is printed: heads, numbers of pages, first lines of paragraphs indented."""
    pages = _parts(list(_lines(english(140_000).split("\n\n"))), LINES)[:PAGES]
    return pdf([_page(number, lines) for number, lines in enumerate(pages, 1)])


def _parts(items: Sequence[T], size: int) -> list[Sequence[T]]:
    return [items[at : at + size] for at in range(0, len(items), size)]


def _lines(paragraphs: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Lines, and whether each is the first of its paragraph."""
    for paragraph in paragraphs:
        for number, line in enumerate(textwrap.wrap(paragraph, 70)):
            yield line, number == 0


def _page(number: int, lines: Iterable[tuple[str, bool]]) -> Page:
    text = [
        Print(90 if is_first else 72, 690 - at * LEADING, line)
        for at, (line, is_first) in enumerate(lines)
    ]
    return [Print(250, 740, "THE HARBOUR", 9), *text, Print(300, 60, str(number), 9)]


def _bound() -> bytes:
    """A book of the web."""
    paragraphs = english(1_000_000).split("\n\n")
    size = -(-len(paragraphs) // CHAPTERS)
    chapters = {
        f"{number}.xhtml": f"<h1>Chapter {number}</h1>" + "".join(f"<p>{p}</p>" for p in some)
        for number, some in enumerate(_parts(paragraphs, size), 1)
    }
    return book(chapters)
