"""Libraries that a disk has damaged: what of their marks is still shown and exported, and how."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random
from sqlite3 import Connection
from typing import NamedTuple

from tests.stress.counts import Count, all_of, none_of
from tests.stress.libraries import build
from tui.documents.article import Article
from tui.errors import StoreError
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.store.database import Database
from tui.store.highlight_rows import Highlight
from tui.store.page_file import INDEX_LEAF, INNER, PageFile, cell_offsets, start_of
from tui.store.page_records import Text, pages_of
from tui.store.salvage_rows import FoundRows, find_rows, layouts

_ARTICLES, _MARKS = 8, 18
_OPENED = 3
"""Articles that are opened on each damaged library."""


class _Truth(NamedTuple):
    """A library before anything happened to it."""

    path: Path
    marks: Mapping[str, Highlight]
    """Its marks, by id."""
    pages: Mapping[str, frozenset[int]]
    """The pages each of them lies on, with its tags."""
    tags_on: Mapping[str, frozenset[int]]
    """The pages its tags lie on."""
    articles: Mapping[str, Article]
    """Its articles, by the id of the document."""
    known_by: Mapping[str, frozenset[int]]
    """The pages an article is known again by."""
    inner: tuple[int, ...]
    """The inner pages of tables."""
    indexes: tuple[int, ...]
    """The pages of indexes, which have no rows on them."""
    rows: Mapping[str, tuple[tuple[int, int], ...]]
    """Page and cell of every row, by table."""
    size: int
    """Bytes of a page."""
    pages_in_all: int
    """How many pages there are."""


def count_damage(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Damage so many copies of a library and look what is shown and exported of each."""
    random = Random(seed)
    truth = _truth(folder / "whole.db", seed)
    exported, shown, unnoticed, different, outside = _Tally(), _Tally(), _Tally(), 0, 0
    kinds = list(_DAMAGES)
    for number in range(rounds):
        copy = folder / f"{number}.db"
        shutil.copy(truth.path, copy)
        damage = _DAMAGES[kinds[number % len(kinds)]]
        hurt = damage(copy, truth, random)
        on_desk = unnoticed if damage is _bytes_in_indexes else shown
        whole = {i for i, pages in truth.pages.items() if not pages & hurt}
        marks = _exported(copy)
        exported.take(whole, marks)
        different += sum(not _is_same(mark, truth, hurt) for mark in marks.values())
        outside += len(marks.keys() - whole)
        shutil.copy(copy, copy.with_suffix(".desk"))
        known = [ident for ident, pages in truth.known_by.items() if not pages & hurt]
        for ident in random.sample(known, min(_OPENED, len(known))):
            article = truth.articles[ident]
            marks = _shown(copy.with_suffix(".desk"), article)
            on_desk.take({i for i in whole if truth.marks[i].document_id == ident}, marks)
            if on_desk is shown:
                different += sum(not _is_same(mark, truth, hurt) for mark in marks.values())
        for each in folder.glob(f"{number}.d*"):
            each.unlink()
    yield exported.count("marks on whole pages of damaged libraries that are exported")
    yield shown.count("marks on whole pages that the desk shows, of articles it knows again")
    yield none_of("marks that came out different from what was saved", different, exported.wanted)
    missing = f"{unnoticed.wanted - unnoticed.found:,} of {unnoticed.wanted:,}"
    # To notice it on opening, every highlight of the library would have to be read.
    yield Count("marks a desk lacks until the doctor, a byte of an index turned", missing, "", True)
    yield Count("marks exported although their page was hit", f"{outside:,}", "", True)


class _Tally:
    """Marks that were to be there, and those that were."""

    def __init__(self) -> None:
        self.wanted = 0
        self.found = 0

    def take(self, wanted: set[str], found: Mapping[str, Highlight]) -> None:
        self.wanted += len(wanted)
        self.found += len(wanted & found.keys())

    def count(self, what: str) -> Count:
        return all_of(what, self.found, self.wanted)


# -- a whole library -------------------------------------------------------------------


def _truth(path: Path, seed: int) -> _Truth:
    build(path, _ARTICLES, _MARKS, seed)
    with Database(path) as database:
        library = Library(database)
        marks = {r.highlight.id: r.highlight for r in library.all_highlights()}
        articles = {}
        for document in library.documents():
            article = library.stored_article(document.source)
            assert article is not None
            articles[document.id] = article
        belonging = database.read(_belonging)
        # What is in the write-ahead log would be left behind by a copy.
        database.wipe_traces()
    with closing(PageFile(path)) as file:
        found = find_rows(file, layouts())
        tags_on = {
            i: frozenset[int]().union(*(_pages(file, found, "tags", i, tag) for tag in m.tags))
            for i, m in marks.items()
        }
        pages = {i: _pages(file, found, "highlights", i) | tags_on[i] for i in marks}
        known_by = dict.fromkeys(articles, frozenset[int]())
        for table, ident, owner in belonging:
            known_by[owner] |= _pages(file, found, table, ident)
        numbers = range(2, file.count + 1)
        inner = tuple(n for n in numbers if file.kind(n) == INNER)
        indexes = tuple(n for n in numbers if file.kind(n) == INDEX_LEAF)
        rows = {
            table: tuple((place.page, place.cell) for place in places.values())
            for table, places in found.whole.items()
            if places
        }
        return _Truth(
            path,
            marks,
            pages,
            tags_on,
            articles,
            known_by,
            inner,
            indexes,
            rows,
            file.size,
            file.count,
        )


def _belonging(connection: Connection) -> list[tuple[str, str, str]]:
    """Table, id and document of every row that an article is known again by."""
    query = (
        "SELECT 'documents', id, id FROM documents UNION ALL "
        "SELECT 'sources', id, document_id FROM sources UNION ALL "
        "SELECT 'revisions', id, document_id FROM revisions"
    )
    return connection.execute(query).fetchall()


def _pages(file: PageFile, found: FoundRows, table: str, *key: str) -> frozenset[int]:
    place = found.whole[table][tuple(Text(each.encode()) for each in key)]
    return frozenset(pages_of(file, place.page, place.cell))


# -- what happens to it ----------------------------------------------------------------


def _overwrite(path: Path, truth: _Truth, random: Random, *numbers: int) -> set[int]:
    with path.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * truth.size)
            file.write(random.randbytes(truth.size))
    return set(numbers)


def _some_pages(path: Path, truth: _Truth, random: Random) -> set[int]:
    numbers = random.sample(range(1, truth.pages_in_all + 1), random.randint(1, 5))
    return _overwrite(path, truth, random, *numbers)


def _inner_page(path: Path, truth: _Truth, random: Random) -> set[int]:
    return _overwrite(path, truth, random, random.choice(truth.inner))


def _header(path: Path, truth: _Truth, random: Random) -> set[int]:
    with path.open("r+b") as file:
        file.write(random.randbytes(random.choice((16, 100, truth.size))))
    return {1}


def _cut(path: Path, truth: _Truth, random: Random) -> set[int]:
    length = random.randrange(truth.size, truth.size * truth.pages_in_all)
    with path.open("r+b") as file:
        file.truncate(length)
    return set(range(length // truth.size + 1, truth.pages_in_all + 1))


def _byte_in_each_table(path: Path, truth: _Truth, random: Random) -> set[int]:
    places = [random.choice(rows) for rows in truth.rows.values()]
    with path.open("r+b") as file:
        for number, cell in places:
            file.seek((number - 1) * truth.size)
            page = file.read(truth.size)
            offset = cell_offsets(page, start_of(number))[cell] + random.randrange(60)
            at = min(offset, truth.size - 1)
            file.seek((number - 1) * truth.size + at)
            file.write(bytes([page[at] ^ (1 << random.randrange(8))]))
    return {number for number, _ in places}


def _bytes_in_indexes(path: Path, truth: _Truth, random: Random) -> set[int]:
    numbers = random.sample(truth.indexes, min(5, len(truth.indexes)))
    with path.open("r+b") as file:
        for number in numbers:
            at = (number - 1) * truth.size + random.randrange(truth.size // 2, truth.size)
            file.seek(at)
            byte = file.read(1)[0]
            file.seek(at)
            file.write(bytes([byte ^ (1 << random.randrange(8))]))
    return set(numbers)


_DAMAGES: Mapping[str, Callable[[Path, _Truth, Random], set[int]]] = {
    "pages overwritten": _some_pages,
    "cut": _cut,
    "a byte in each table": _byte_in_each_table,
    "an inner page lost": _inner_page,
    "the header lost": _header,
    "a byte in some indexes": _bytes_in_indexes,
}


# -- what is shown of it ---------------------------------------------------------------


def _exported(path: Path) -> dict[str, Highlight]:
    try:
        with Database(path) as database:
            library = Library(database)
            return {m.id: m for each in library.marked_articles() for m in each.highlights}
    except StoreError:
        return {}


def _shown(path: Path, article: Article) -> dict[str, Highlight]:
    try:
        with Database(path) as database:
            session = ReadingSession.open(database, article, lambda _: None)
            session.close()
    except StoreError:
        return {}
    marks = [*(mark.highlight for mark in session.marks), *session.orphans]
    return {mark.id: mark for mark in marks}


def _is_same(mark: Highlight, truth: _Truth, hurt: set[int]) -> bool:
    """Whether a mark is as it was saved; a tag may be missing when its page was hit."""
    saved = truth.marks.get(mark.id)
    if saved is None or replace(mark, tags=saved.tags) != saved:
        return False
    return mark.tags == saved.tags or (not mark.tags and bool(truth.tags_on[mark.id] & hurt))
