"""How well articles are found in pages of the web, and what of their form is kept.

usage: web_pages.py

The pages lie in the folder `CLOSEREAD_PAGES` names, under the names of their repositories:
`article-extraction-benchmark` (scrapinghub, MIT), `web-content-extraction-benchmark`
(Murrough-Foley, CC-BY-4.0) and `readability` (mozilla, Apache-2.0). They are no part of the
project. Each benchmark is scored by its own measure; "unread" are the pages that nobody looked
at while the rules were written: every second one of a set.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple
from unicodedata import normalize

from lxml.html import HtmlElement, fromstring

from tui.documents.article import TextStyle
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.reading_messages import Contents
from tui.documents.reader.web_page import page_contents
from tui.documents.text_pieces import Piece, Rendered, assembled

Figures = dict[str, float]
_WORD = re.compile(r"\w+")
_FORMS = str.maketrans("‘’“”–—", "''\"\"--")
_MARKER = re.compile(r"^\s*(?:[•–·]|\d+\.)\s", re.M)
_FORM_OF = {
    "p": "paragraphs", "li": "list items", "blockquote": "quotations", "figcaption": "captions",
    "pre": "code", **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "headings"),
}  # fmt: skip
"""What the elements of an expected article are."""
_HOLDERS = {"li", "td", "th", "figcaption"}
"""Elements with paragraphs that count as something else."""
_SAYS_SOMETHING = 25
"""Letters of a paragraph; shorter ones are mostly not of the article."""
_HEADINGS = (TextStyle.TITLE, TextStyle.HEADING, TextStyle.SUBHEADING)


class Page(NamedTuple):
    """A page of a benchmark and what should be found in it."""

    name: str
    html: str
    address: str
    text: str = ""
    kind: str = ""
    title: str = ""
    author: str = ""
    day: str = ""
    form: HtmlElement | None = None
    """The article as HTML, where its form is what is asked for."""


class Read(NamedTuple):
    """A page and what was found in it."""

    page: Page
    contents: Contents
    rendered: Rendered
    text: str
    """The text without captions, and without a title at its head: as the benchmarks have it."""


def pages_folder() -> Path | None:
    """Where the pages are; `None` when nobody says so."""
    named = os.environ.get("CLOSEREAD_PAGES")
    return Path(named) if named else None


# -- the benchmarks ---------------------------------------------------------------------


def news_pages(folder: Path) -> Iterator[Page]:
    """The news pages of scrapinghub's benchmark."""
    folder /= "article-extraction-benchmark"
    truth = json.loads((folder / "ground-truth.json").read_bytes())
    for name in sorted(truth):
        data = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        yield Page(name, page_text(data)[0], truth[name]["url"], truth[name]["articleBody"])


def any_pages(folder: Path) -> Iterator[Page]:
    """The held-out pages of seven kinds of WCXB."""
    folder = folder / "web-content-extraction-benchmark" / "test"
    for path in sorted((folder / "ground-truth").glob("*.json")):
        row = json.loads(path.read_bytes())
        truth = row["ground_truth"]
        data = gzip.decompress((folder / "html" / f"{path.stem}.html.gz").read_bytes())
        yield Page(
            path.stem,
            page_text(data)[0],
            row["url"],
            truth["main_content"] or "",
            row["_internal"]["page_type"]["primary"],
            truth["title"] or "",
            truth["author"] or "",
            truth["publish_date"] or "",
        )


def formed_pages(folder: Path) -> Iterator[Page]:
    """The test pages of Readability.js, with what it is expected to make of them."""
    for path in sorted((folder / "readability" / "test" / "test-pages").iterdir()):
        html = page_text((path / "source.html").read_bytes(), "utf-8")[0]
        form = fromstring((path / "expected.html").read_bytes().decode())
        yield Page(path.name, html, "http://fakehost/test/page.html", form=form)


def read(page: Page) -> Read:
    """Have a page read as the reader does."""
    contents = page_contents(page.html, page.address, lambda _: None)
    pieces = list(contents.pieces)
    rendered = assembled(pieces)
    kept = [
        _without_head(piece)
        for number, piece in enumerate(pieces)
        if not any(
            span.style is TextStyle.CAPTION or (span.style is TextStyle.TITLE and number == 0)
            for span in piece.content.styles[:1]
        )
    ]
    return Read(page, contents, rendered, "\n".join(kept))


def _without_head(piece: Piece) -> str:
    """The words of a piece; a row of a wide table says before each cell what it is."""
    words = piece.content.text
    for span in piece.content.styles[:1]:
        if piece.keeps_lines and span.start == 0 and words[span.end - 1 : span.end] == ":":
            return words[span.end :]
    return words


# -- scores -----------------------------------------------------------------------------


def shingle_scores(found: str, true: str) -> tuple[float, float]:
    """Precision and recall of four words in a row, as scrapinghub counts; -1 for none."""
    ours, theirs = _shingles(found), _shingles(true)
    common = (ours & theirs).total()
    return (
        common / ours.total() if ours else -1.0,
        common / theirs.total() if theirs else -1.0,
    )


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def word_f1(found: str, true: str) -> float:
    """F1 of words, as WCXB counts."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, true))
    if not ours or not theirs:
        return float(not ours and not theirs)
    common = (ours & theirs).total()
    return 2 * common / (ours.total() + theirs.total())


def kept_forms(read: Read) -> Iterator[tuple[str, bool]]:
    """For everything of a form that is expected, what it is and whether it was kept as such.

    Paragraphs are those that stand in nothing else and say something: what Readability leaves in
    of buttons ("Reply", "Image", "Step 1") is shorter. Of quotations every paragraph counts.
    """
    assert read.page.form is not None
    rendered = read.rendered
    blocks = [_letters(rendered.text[b.start : b.end]) for b in rendered.blocks]
    styled = {
        style: "\n".join(
            _letters(rendered.text[s.start : s.end]) for s in rendered.styles if s.style is style
        )
        for style in TextStyle
    }
    items = "\n".join(_letters(part) for part in _MARKER.split(rendered.text)[1:])
    headings = "\n".join(styled[style] for style in _HEADINGS)
    places = {
        "paragraphs": "\n".join(blocks),
        "headings": headings,
        "list items": items,
        # One without paragraphs may hold a list or a table: blocks of their own in the text.
        "quotations": styled[TextStyle.QUOTATION].replace("\n", ""),
        "captions": styled[TextStyle.CAPTION],
        "code": styled[TextStyle.CODE],
    }
    for form, words in _wanted(read.page.form):
        # "[edit]" beside the headings of a wiki is nothing to keep.
        yield form, words in places[form] or words.removesuffix("edit") in places[form]


def _wanted(form: HtmlElement) -> Iterator[tuple[str, str]]:
    """What is to be kept of an article, and its letters."""
    for element in form.iter(*_FORM_OF):
        name, words = element.tag, _letters(element.text_content())
        around = {each.tag for each in element.iterancestors()}
        if name == "p" and "blockquote" in around:
            name = "blockquote"
        elif name == "p":
            words = "" if around & _HOLDERS or len(words) < _SAYS_SOMETHING else words
        elif name == "blockquote":
            words = "" if element.find(".//p") is not None else words
        elif name == "li":
            words = _letters_of_item(element)
        if words:
            yield _FORM_OF[name], words


def _letters_of_item(item: HtmlElement) -> str:
    """Those of an item; of one that holds blocks, those of the first one."""
    block = next(item.iterdescendants("p", "h2", "h3", "h4"), None)
    if block is None:
        return "" if item.find(".//li") is not None else _letters(item.text_content())
    return _letters(block.text_content())


def _letters(text: str) -> str:
    """The letters of some words: "10⁹" and "10<sup>9</sup>" are the same."""
    return "".join(_WORD.findall(normalize("NFKC", text).lower()))


def same(found: str | None, true: str) -> bool:
    """Whether two titles or names are the same but for blanks, case and the form of quotes."""
    return _plain(found or "") == _plain(true)


def _plain(words: str) -> str:
    return " ".join(words.translate(_FORMS).lower().split())


def has_names(found: str | None, true: str) -> bool:
    """Whether a byline has all words of the names, whatever stands around them."""
    return set(_WORD.findall(true.lower())) <= set(_WORD.findall((found or "").lower()))


# -- figures ----------------------------------------------------------------------------


def news_figures(pages: list[Read]) -> Figures:
    """The text of news articles."""
    scores = [shingle_scores(each.text, each.page.text) for each in pages]
    precision = fmean(p for p, _ in scores if p >= 0)
    recall = fmean(r for _, r in scores if r >= 0)
    return {
        "text F1": 200 * precision * recall / (precision + recall),
        "text P": 100 * precision,
        "text R": 100 * recall,
    }


def any_figures(pages: list[Read]) -> Figures:
    """The text of articles and of all pages; what articles say about themselves."""
    articles = [each for each in pages if each.page.kind == "article"]
    scores = {id(each): 100 * word_f1(each.text, each.page.text) for each in pages}
    return {
        "articles F1": fmean(scores[id(each)] for each in articles),
        "all F1": fmean(scores.values()),
        "title": _share(same(e.contents.title, e.page.title) for e in articles if e.page.title),
        "author": _share(
            has_names(e.contents.byline, e.page.author) for e in articles if e.page.author
        ),
        "author exact": _share(
            same(e.contents.byline, e.page.author) for e in articles if e.page.author
        ),
        "day": _share(str(e.contents.published) == e.page.day[:10] for e in articles if e.page.day),
    }


def formed_figures(pages: list[Read]) -> Figures:
    """What was kept of every form."""
    kept: dict[str, list[bool]] = {}
    for each in pages:
        for form, is_kept in kept_forms(each):
            kept.setdefault(form, []).append(is_kept)
    return {form: _share(values) for form, values in kept.items()}


def _share(values: Iterator[bool] | list[bool]) -> float:
    return 100 * fmean(values)


class PageSet(NamedTuple):
    """A benchmark and how it is scored."""

    name: str
    pages: Callable[[Path], Iterator[Page]]
    figures: Callable[[list[Read]], Figures]
    floors: Figures
    """The lowest acceptable percentages; raised after a real gain."""


SETS = (
    PageSet("news", news_pages, news_figures, {"text F1": 96.5}),
    PageSet(
        "any",
        any_pages,
        any_figures,
        {"articles F1": 95.3, "all F1": 87.5, "title": 83.5, "author": 77.0, "day": 91.5},
    ),
    PageSet(
        "formed",
        formed_pages,
        formed_figures,
        {
            "paragraphs": 96.0,
            "quotations": 97.0,
            "headings": 92.0,
            "list items": 86.5,
            "captions": 87.5,
        },
    ),
)


def main() -> int:
    """Print a row for each figure; 1 when one of a whole set is under its floor."""
    folder = pages_folder()
    if folder is None or not folder.is_dir():
        print("pages: not measured (CLOSEREAD_PAGES names the folder of pages)")
        return 0
    is_good = True
    for each in SETS:
        try:
            pages = [read(page) for page in each.pages(folder)]
        except OSError:
            pages = []
        if not pages:
            print(f"{'pages':10}{each.name:18}not measured (no data)", flush=True)
            continue
        for title, some in ((each.name, pages), (f"{each.name} unread", pages[1::2])):
            for name, value in each.figures(some).items():
                # A floor is that of the whole set.
                floor = each.floors.get(name) if some is pages else None
                is_short = floor is not None and value < floor
                is_good = is_good and not is_short
                verdict = "" if floor is None else "UNDER THE FLOOR" if is_short else "held"
                shown = "" if floor is None else str(floor)
                print(f"{'pages':10}{title:18}{name:19}{value:6.1f}{shown:>7}  {verdict}".rstrip())
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
