"""How many words of books and documents are kept.

The files lie in the folder `CLOSEREAD_BOOKS` names (default: `books` beside the gold sets). They
are no part of the project:

- `*.epub`: any books (IDPF/epub3-samples, packed); what stands in their files of text is the truth;
- `*.docx`, each with its text in `*.docx.md` (docling-project/docling, tests/data/docx).
"""

from __future__ import annotations

import html
import os
import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from unicodedata import normalize
from zipfile import ZipFile

from tui.documents.article import Article, Span, TextStyle
from tui.documents.loading import load
from tui.errors import SourceError

# A sign of Chinese or Japanese is a word: what reads stands between them, or not.
_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_UNSEEN = re.compile(r"<!--.*?-->|<(head|script|style|math|svg|video|audio)\b.*?</\1>", re.DOTALL)
# Words divided by a tag within a line are one.
_INLINE = re.compile(r"</?(?:a|abbr|b|big|bdo|cite|code|dfn|em|font|i|kbd|q|rb|ruby|s|samp|small|"
                     r"span|strong|sub|sup|u|var)\b[^>]*>")  # fmt: skip
_TAG = re.compile(r"<[^>]*>")
_SIMILAR = 5000
"""Words of a document up to which it is compared word by word."""


def books_folder(gold: Path) -> Path:
    """Where the files are, or would be."""
    return Path(os.environ.get("CLOSEREAD_BOOKS") or gold / "books")


def epub_figures(folder: Path) -> dict[str, float] | None:
    """Percentages of the books that are read and of their words; `None` without any."""
    books = sorted(folder.glob("*.epub"))
    truth: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    read = 0
    for path in books:
        words = Counter(_words_of(path))
        article = _opened(path)
        if article is None:
            # A book of pictures is refused; one with words would count as lost.
            read += not sum(words.values())
        else:
            read += 1
        truth += words
        lost += words - Counter(_WORDS.findall(article.text if article else ""))
    if not books:
        return None
    kept = 1 - lost.total() / max(1, truth.total())
    return {"opened": 100 * read / len(books), "words kept": 100 * kept}


def docx_figures(folder: Path) -> dict[str, float] | None:
    """How similar documents are to their truth, in percent; `None` without any."""
    found: list[float] = []
    for path in sorted(folder.glob("*.docx")):
        truth = path.with_suffix(".docx.md")
        if not truth.is_file():
            continue
        article = _opened(path)
        words = _signs(_said(article)) if article else []
        wanted = _signs(_bare(truth.read_text(encoding="utf-8")))[:_SIMILAR]
        found.append(SequenceMatcher(None, wanted, words[:_SIMILAR], autojunk=False).ratio())
    return {"similarity": 100 * sum(found) / len(found)} if found else None


def _opened(path: Path) -> Article | None:
    try:
        return load(str(path))
    except SourceError:
        return None


def _words_of(book: Path) -> Iterator[str]:
    """The words in the files of text that a book's package names as its course."""
    with ZipFile(book) as archive:
        package = next(name for name in archive.namelist() if name.endswith(".opf"))
        source = archive.read(package).decode("utf-8", "replace")
        items = {
            _value(item, "id"): (_value(item, "href"), _value(item, "media-type"))
            for item in re.findall(r"<(?:\w+:)?item\s[^>]*>", source)
        }
        folder = package.rpartition("/")[0]
        for reference in re.findall(r"<(?:\w+:)?itemref\s[^>]*>", source):
            href, kind = items.get(_value(reference, "idref"), ("", ""))
            name = f"{folder}/{href}".lstrip("/")
            if kind == "application/xhtml+xml" and name in archive.namelist():
                text = archive.read(name).decode("utf-8", "replace")
                shown = _INLINE.sub("", _UNSEEN.sub(" ", text))
                yield from _WORDS.findall(html.unescape(_TAG.sub(" ", shown)))


def _value(tag: str, name: str) -> str:
    found = re.search(rf"""\s{name}=["']([^"']*)["']""", tag)
    return found[1] if found else ""


def _said(article: Article) -> str:
    """The text without what stands beside it (captions, comments), the heads of a table once."""
    captions = {span.start for span in article.styles if span.style is TextStyle.CAPTION}
    left_out = [each for each in article.asides if each.start in captions]
    end = len(article.text)
    for aside in reversed(article.asides):
        # Comments stand at the end.
        if article.text[aside.end : end].strip():
            break
        left_out.append(aside)
        end = aside.start
    heads = set[str]()
    for span in article.styles:
        words = article.text[span.start : span.end]
        # A table too wide for a page is written row by row, its heads before each cell.
        if span.style is TextStyle.FIELD and words in heads:
            left_out.append(Span(span.start, span.end))
        heads.add(words)
    parts, at = [], 0
    for aside in sorted(set(left_out)):
        parts.append(article.text[at : aside.start])
        at = max(at, aside.end)
    return " ".join([*parts, article.text[at:]])


def _bare(markdown: str) -> str:
    """The words of some Markdown, without its signs, addresses and the commands of its formulas."""
    without = re.sub(r"\]\([^)\s]*\)|<!--.*?-->|\\[a-zA-Z]+", " ", markdown, flags=re.DOTALL)
    return html.unescape(re.sub(r"\\(.)", r"\1", without))


def _signs(text: str) -> list[str]:
    """The words and numbers of a text: "x²" and "x^{2}" are the same."""
    return re.findall(r"[^\W\d_]+|\d+", normalize("NFKC", text))
