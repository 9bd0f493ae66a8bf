"""What grows with the library that should not: a large one against a small one."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from tests.stress.counts import Count, at_least, at_most
from tests.stress.libraries import build, double
from tests.stress.mistyped import queries
from tests.stress.news_words import NewsWords
from tui.documents.folding import fold_words
from tui.ledger import Ledger
from tui.library import Library
from tui.search.library_hits import PAGE, LibraryHit
from tui.search.library_search import LibrarySearch
from tui.store.database import Database
from tui.store.document_list import Order

SMALL = 1000
"""Marks of the library that the large one is held against."""
_TIMED_FROM = 100
"""Rounds from which on times are held to goals: the libraries of fewer are too much alike."""
_LISTED = 200
_DRAWN = 0.05
"""Seconds from a key to a list on the screen when nothing has to be read for it."""
_SHAPES = (
    "'{rare} ^the", "^the", "'the ^the", "the | of", "^a | ^b", "ends$", "ing$", "'e", '"of the"',
    "!the", "'the 'of 'and", "{rare} | ^the", "tag:harbour tag:figure", "tag:harbour | crit",
    "src:report ^the", "is:noted ^the", "note:asked", "about:the", "since:2020 ing$", "'of the' x",
)  # fmt: skip
_RUNS = 7


def count_growth(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Hold a library of 1,000 marks a round against one of 1,000; see `_TIMED_FROM`."""
    is_timed = rounds >= _TIMED_FROM
    random = Random(seed)
    small, large = folder / "small.db", folder / "large.db"
    _build(small, SMALL if is_timed else SMALL // 5, seed)
    marks = _build(large, rounds * 1000 if is_timed else SMALL, seed + 1)
    for count in (*_ratios(small, large), *_shapes(large), *_finds(large, marks, random, rounds)):
        is_informative = not is_timed and "%" not in count.found
        yield count._replace(goal="", is_held=True) if is_informative else count


def _build(path: Path, marks: int, seed: int) -> int:
    """Make a library of at least so many marks, ten in each article; how many it has."""
    words = NewsWords(Random(seed))
    made = min(marks, 8 * SMALL)
    build(path, made // 10, 10, seed, text=lambda _: words.text(13), questions=5)
    while made < marks:
        double(path)
        made *= 2
    return made


def _ratios(small: Path, large: Path) -> Iterator[Count]:
    """How much longer what lists or counts takes in the large library."""
    with Database(small) as one, Database(large) as other:
        both = [(Library(each), Ledger(each)) for each in (one, other)]
        looks: dict[str, Callable[[Library, Ledger], object]] = {
            "statistics": lambda library, _: library.statistics(),
            "questions --open": lambda _, ledger: ledger.listed(states=("open",), limit=_LISTED),
            "g U": lambda _, ledger: (ledger.counts(), ledger.listed(limit=_LISTED)),
            **{f"L by {order.value}": _shelved(order) for order in Order},
        }
        for name, look in looks.items():
            times = [
                [_seconds(partial(look, *each)) + _DRAWN for each in both] for _ in range(_RUNS)
            ]
            figure = median(b for _, b in times) / median(a for a, _ in times)
            yield at_most(f"{name}: large library : small one, each with its drawing", figure, 1.5)


def _shelved(order: Order) -> Callable[[Library, Ledger], object]:
    return lambda library, _: library.shelved(order, _LISTED)


def _shapes(path: Path) -> Iterator[Count]:
    """The slowest shape of a query against a plain word that fills the list."""
    with Database(path) as database:
        search = LibrarySearch(Library(database))
        first = _seconds(lambda: search.search("harbour"))
        rare = search.search("")[0].record.highlight.anchor.exact.split()[0].lower()
        asked = [shape.format(rare=rare) for shape in _SHAPES]
        times = {query: _median(search, query) for query in ("the", *asked)}
        plain = times.pop("the")
        worst = max(times, key=times.__getitem__)
        yield at_most(f"slowest query ({worst}) : a plain word", times[worst] / plain, 4)
        yield at_most("the first query, which reads the vocabulary", first * 1000, 250, "ms")


def _finds(path: Path, marks: int, random: Random, rounds: int) -> Iterator[Count]:
    """What mistyped queries find, and how long each key takes against `fzf --filter`."""
    with Database(path) as database:
        library = Library(database)
        keys = sorted(random.sample(range(1, marks + 1), min(marks, 200 if rounds > 20 else 40)))
        texts = [each.highlight.anchor.exact for _, each in library.highlights_by_key(keys)]
        random.shuffle(texts)
        search = LibrarySearch(library)
        search.search("harbour")
        seconds, found, of = list[float](), Counter[str](), Counter[str]()
        typed: list[str] = []
        for manner, meant, query in queries(texts, random):
            for end in range(1, len(query) + 1):
                begun = perf_counter()
                hits = _first_page(search, query[:end])
                seconds.append(perf_counter() - begun)
            found[manner] += any(set(meant) <= _words(hit) for hit in hits[:10])
            of[manner] += 1
            typed.append(query)
        goal = 99.5 if marks <= 150_000 else 98.5
        share = 100 * found.total() / of.total()
        yield at_least(f"hit among the first ten, of {of.total()} in six classes", share, goal)
        for manner in of:
            yield Count(f"of these: {manner}", f"{found[manner]} of {of[manner]}", "", True)
        if shutil.which("fzf") and rounds >= _TIMED_FROM:
            ratio = _fzf_seconds(path.with_suffix(".txt"), library, typed[:6]) / _p95(seconds)
            yield at_least("fzf --filter : a key in the finder, p95", ratio, 80, "x")


def _words(hit: LibraryHit) -> set[str]:
    highlight, title = hit.record.highlight, hit.record.document.title
    texts = (highlight.anchor.exact, highlight.note, title)
    return {word.text for text in texts for word in fold_words(text)}


def _fzf_seconds(lines: Path, library: Library, typed: Sequence[str]) -> float:
    """The 95th percentile of fzf's times over the same texts, each passage a line."""
    with lines.open("w") as file:
        for record in library.all_highlights():
            words = f"{record.highlight.anchor.exact} {record.highlight.note}"
            file.write(" ".join(f"{words} {record.document.title}".split()) + "\n")
    return _p95([_seconds(partial(_filter, lines, query)) for query in typed])


def _filter(lines: Path, query: str) -> None:
    with lines.open() as file:
        subprocess.run(["fzf", "--filter", query], stdin=file, capture_output=True, check=False)


def _seconds(what: Callable[[], object]) -> float:
    begun = perf_counter()
    what()
    return perf_counter() - begun


def _median(search: LibrarySearch, query: str) -> float:
    return median(_seconds(lambda: _first_page(search, query)) for _ in range(_RUNS))


def _first_page(search: LibrarySearch, query: str) -> list[LibraryHit]:
    """The rows that a key brings to the screen; the others are read when nothing more is typed."""
    return [*islice(search.hits(query), PAGE)]


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(len(seconds) * 0.95)]
