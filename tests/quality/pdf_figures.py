"""How much of a printed text comes back whole out of its PDF.

A paragraph is whole when a block or a line of the article has its letters and no others, a
sentence when its letters stand in one block. The rules were written while the paragraphs with
even numbers were looked at; the others nobody has read, and they are counted apart.

The files lie in the folder `CLOSEREAD_PDFS` names (default: `pdfs` beside the gold sets). They
are no part of the project:

- `freeculture.pdf` and `freeculture.xml`: Lessig, Free Culture, as printed (mozilla/pdf.js,
  test/pdfs) and as DocBook (petterreinholdtsen/free-culture-lessig);
- `amt_handbook_sample` and `redp5110_sampled`, each `.pdf` and `.md`: two columns and a report
  (docling-project/docling, tests/data/pdf).
"""

from __future__ import annotations

import html
import os
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from tui.documents.article import Article
from tui.documents.loading import load

_SENTENCE = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
_SHORTEST = 12
"""Letters of a sentence that can only be found in its own place."""
_APART = {
    "footnote", "indexterm", "blockquote", "figure", "informalfigure", "itemizedlist",
    "orderedlist", "variablelist", "mediaobject", "table", "informaltable",
}  # fmt: skip
"""Elements in a paragraph of DocBook whose words are printed elsewhere."""


class Printed(NamedTuple):
    """A PDF and where its words come from."""

    title: str
    """What the table and the floors call it."""
    name: str
    """The file without its ending."""
    truth: str
    """The ending of the file with its paragraphs."""
    paragraphs: Callable[[str], Iterator[str]]
    """From what stands in that file to its paragraphs."""


def pdf_folder(gold: Path) -> Path:
    """Where the files are, or would be."""
    return Path(os.environ.get("CLOSEREAD_PDFS") or gold / "pdfs")


def figures_of(printed: Printed, folder: Path) -> dict[str, float] | None:
    """Percentages of what came back whole; `None` without the files."""
    path, truth = folder / f"{printed.name}.pdf", folder / f"{printed.name}.{printed.truth}"
    if not path.is_file() or not truth.is_file():
        return None
    paragraphs = list(printed.paragraphs(truth.read_text(encoding="utf-8")))
    units = [_letters(unit) for unit in _units(load(str(path)))]
    unread = _whole_paragraphs(paragraphs[1::2], units)
    return {
        "sentences": _whole_sentences(paragraphs, units),
        "paragraphs": _whole_paragraphs(paragraphs, units),
        "paragraphs unread": unread,
    }


def _whole_sentences(paragraphs: Sequence[str], units: Sequence[str]) -> float:
    together = "\n".join(units)
    sentences = [_letters(each) for words in paragraphs for each in _SENTENCE.split(words)]
    long = [each for each in sentences if len(each) >= _SHORTEST]
    return 100 * sum(each in together for each in long) / max(1, len(long))


def _whole_paragraphs(paragraphs: Sequence[str], units: Sequence[str]) -> float:
    known = set(units)
    return 100 * sum(_letters(each) in known for each in paragraphs) / max(1, len(paragraphs))


def _units(article: Article) -> Iterator[str]:
    """The blocks, and the items and lines of those whose lines are kept."""
    for block in article.blocks:
        words = article.text[block.start : block.end]
        yield words
        if "\n" in words:
            yield from re.split(r"\n(?!\s)", words)
            yield from words.split("\n")


def _letters(words: str) -> str:
    """The letters alone: signs and the numbers of notes are written otherwise in the truth."""
    plain = unicodedata.normalize("NFKC", re.sub(r"\[\d+\]", "", words)).casefold()
    return "".join(filter(str.isalpha, plain))


def docbook_paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a book in DocBook, without its notes."""
    text = re.sub(r"<!DOCTYPE.*?\]>", "", text, flags=re.DOTALL)
    text = re.sub(r"&(?!(?:amp|lt|gt|quot|apos);|#)\w+;", lambda each: html.unescape(each[0]), text)
    yield from _printed_paragraphs(ElementTree.fromstring(text))


def _printed_paragraphs(element: ElementTree.Element) -> Iterator[str]:
    if element.tag in ("bookinfo", "colophon", "footnote"):
        return
    if element.tag in ("para", "simpara") and _letters(words := _words(element)):
        yield " ".join(words.split())
    for child in element:
        if isinstance(child.tag, str):
            yield from _printed_paragraphs(child)


def _words(element: ElementTree.Element) -> str:
    words = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _APART:
            words += _words(child)
        words += child.tail or ""
    return words


def markdown_paragraphs(text: str) -> Iterator[str]:
    """The paragraphs and items of a Markdown text, without headings, tables and pictures."""
    for block in re.split(r"\n\s*\n", text):
        words = html.unescape(block).strip().replace("\\_", "_")
        if words.startswith(("#", "|", "<!--", "```")):
            continue
        for item in re.split(r"\n(?=\s*(?:- |\d+\. ))", words):
            # A bullet whose letter has no name is written as the name of its picture.
            plain = re.sub(r"^\s*(?:- |\d+\. )|\*\*|`|\bSM\d+\b", "", item)
            if len(_letters(plain)) >= 20:
                yield " ".join(plain.split())


PRINTED = (
    Printed("book", "freeculture", "xml", docbook_paragraphs),
    Printed("two columns", "amt_handbook_sample", "md", markdown_paragraphs),
    Printed("report", "redp5110_sampled", "md", markdown_paragraphs),
)
