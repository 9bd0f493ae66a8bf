"""Operators and fields over all highlights, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.earlier_library import take_back
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.library import Library
from tui.search import library_search
from tui.search.find_regex import PatternError
from tui.search.library_hits import LibraryHit
from tui.search.library_search import LibrarySearch
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.store.database import Database
from tui.store.highlight_rows import Highlight
from tui.store.made_on import MadeOn, write_made
from tui.store.made_words import index_made_on, note_made

MILL = """The paper mill at Arden closes in May.

"Nobody asked the workers," said Tilda Voss, "and that won’t be forgotten."

A buyer from Lyon may still come. The mill’s café stays open."""
FLOOD = """Heavy rain flooded the lower town of Arden.

The mayor promised new walls. Who pays is open."""


class Shelf:
    """A library with two articles and six highlights."""

    def __init__(self) -> None:
        self.database = Database.in_memory()
        mill = self._open("/a/mill.txt", "Mill to close", MILL)
        flood = self._open("https://news.example/flood", "Rain over Arden", FLOOD)
        self._mark(mill, "The paper mill at Arden", Colour.YELLOW, "ask the union", ("work",))
        self._mark(mill, "Nobody asked the workers", Colour.PINK, speaker="Tilda Voss")
        self._mark(mill, "that won’t be forgotten", Colour.PINK, "quote this", ("work", "voices"))
        self._mark(mill, "The mill’s café stays open", Colour.BLUE)
        self._mark(flood, "the lower town of Arden", Colour.GREEN, day="2021-06-30")
        self._mark(flood, "The mayor promised new walls", Colour.YELLOW, tags=("to do",))
        self.search = LibrarySearch(Library(self.database))

    def _open(self, source: str, title: str, text: str) -> ReadingSession:
        article = Article(source, text, title, split_blocks(text))
        return ReadingSession.open(self.database, article, lambda event: None)

    def _mark(
        self,
        session: ReadingSession,
        words: str,
        colour: Colour,
        note: str = "",
        tags: tuple[str, ...] = (),
        speaker: str | None = None,
        day: str = "2024-02-03",
    ) -> None:
        start = session.article.text.index(words)
        made = session.highlight(Span(start, start + len(words)), colour, speaker)
        if note:
            session.set_note(made.highlight.id, note)
        if tags:
            session.set_tags(made.highlight.id, tags)
        session.close()
        self.database.submit(
            lambda c: c.execute(
                "UPDATE highlights SET created = ? WHERE id = ?",
                (f"{day}T09:00:00Z", made.highlight.id),
            )
        ).result()

    def found(self, query: str) -> set[str]:
        return {_first(hit.record.highlight) for hit in self.search.search(query)}


def _first(highlight: Highlight) -> str:
    """A highlight by its last word."""
    return highlight.anchor.exact.split()[-1]


@pytest.fixture(scope="module")
def shelf() -> Iterator[Shelf]:
    made = Shelf()
    yield made
    made.database.close()


EVERYTHING = {"Arden", "workers", "forgotten", "open", "walls"}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("color:pink", {"workers", "forgotten"}),
        ("tag:work", {"Arden", "forgotten"}),
        ("tag:voi", {"forgotten"}),
        ('tag:"to do"', {"walls"}),
        ("tag:ork", set()),
        ("note:union", {"Arden"}),
        ("who:voss", {"workers"}),
        ("who:^voss", set()),
        ("src:mill.txt color:blue", {"open"}),
        ("src:rain !color:green", {"walls"}),
        ("src:news.example promised", {"walls"}),
        ("until:2021", {"Arden"}),
        ("since:2024-02-03", EVERYTHING),
        ("since:2024-02-04", set()),
        ("is:noted is:tagged", {"Arden", "forgotten"}),
        ("is:open | color:blue", {"open"}),
        ("kind:quote", set()),
        ("kind:mark color:blue", {"open"}),
        ("kind:highlight color:blue", {"open"}),
        ("'aper", {"Arden"}),
        ('"won\'t be"', {"forgotten"}),
        ("'caf", {"open"}),
        ("^nobody", {"workers"}),
        ("open$", {"open"}),
        ("mayor | tag:voices", {"walls", "forgotten"}),
        ("myaor | wrokers", {"walls", "workers"}),
        ("arden !mill", {"Arden", "walls"}),
        ("arden !paper color:green | color:yellow", {"Arden", "walls"}),
        ("about:mayor", {"walls"}),
    ],
)
def test_a_query_finds_what_it_asks_for(shelf: Shelf, query: str, wanted: set[str]) -> None:
    assert shelf.found(query) == wanted


def test_matched_letters_are_marked_for_exact_terms_and_fields(shelf: Shelf) -> None:
    (hit,) = shelf.search.search("'aper note:union")
    exact, note = hit.record.highlight.anchor.exact, hit.record.highlight.note
    assert [exact[s.start : s.end] for s in hit.quote_marks] == ["aper"]
    assert [note[s.start : s.end] for s in hit.note_marks] == ["union"]


def test_a_regular_expression_finds_highlights(shelf: Shelf) -> None:
    (hit,) = shelf.search.search_regex(r"^the \w+ promised")
    assert [(s.start, s.end) for s in hit.quote_marks] == [(0, len("The mayor promised"))]
    with pytest.raises(PatternError):
        shelf.search.search_regex("*")


def test_rare_highlights_are_found_behind_many_newer_ones(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store import highlight_records

    monkeypatch.setattr(highlight_records, "_NEWEST", 1)
    assert shelf.found("color:pink") == {"workers", "forgotten"}
    assert shelf.found("tag:work mill") == {"Arden", "forgotten"}
    assert shelf.found("color:pink | until:2021") == {"workers", "forgotten", "Arden"}


def test_it_is_known_when_not_all_could_be_looked_at(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_search, "_MOST_CHECKED", 2)
    monkeypatch.setattr(library_search, "_SPARE", 0)
    shelf.search.search("!zeppelin", limit=2)
    assert not shelf.search.is_cut
    shelf.search.search("!e", limit=2)
    assert shelf.search.is_cut
    shelf.search.search("mayor")
    assert not shelf.search.is_cut


PLAIN = ["arden", "mlil", "open"]
EXACT = ["'ill", "^the", "open$", "'e", "'’", '"the paper"', "who:voss", "color:pink", "tag:work"]
EXACT += ["is:noted", "about:arden", "since:2024", "note:a", "src:mill", "kind:high", "is:open"]
terms = st.sampled_from([*PLAIN, *EXACT])


def ids(search: LibrarySearch, query: str) -> set[str]:
    return {hit.record.highlight.id for hit in search.search(query)}


@given(st.sampled_from(EXACT))
def test_what_lacks_a_term_is_everything_else(shelf: Shelf, term: str) -> None:
    search = shelf.search
    assert ids(search, f"!{term}") == ids(search, "") - ids(search, term)


@given(terms, terms)
def test_alternatives_find_what_either_finds(shelf: Shelf, one: str, other: str) -> None:
    search = shelf.search
    assert ids(search, f"{one} | {other}") == ids(search, one) | ids(search, other)


@given(terms, terms)
def test_two_terms_find_what_both_find(shelf: Shelf, one: str, other: str) -> None:
    search = shelf.search
    assert ids(search, f"{one} {other}") == ids(search, one) & ids(search, other)


DIVIDED = "The treaty is inter-\nnational, a long-\nterm promise. Nobody else signed."


def found_in(text: str, made: MadeOn | None, query: str) -> list[LibraryHit]:
    """What a query finds in a library with one highlight, its first sentence."""
    database = Database.in_memory()
    article = Article("/a/treaty.txt", text, "Treaty", split_blocks(text))
    session = ReadingSession.open(database, article, lambda event: None)
    mark = session.highlight(Span(0, text.index(".") + 1), Colour.YELLOW)
    if made:
        extent = mark.highlight.extent
        database.submit(lambda c: note_made(c, {mark.highlight.id: (extent, made)})).result()
    session.close()
    hits = LibrarySearch(Library(database)).search(query)
    database.close()
    return hits


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("international", "inter-\nnational"),
        ("intrnational", "int"),
        ("'international", "inter-\nnational"),
        ('"international, a"', "inter-\nnational, a"),
        ("'nation", "nation"),
        ("'inter promise", "inter"),
        ("about:international", "inter-\nnational"),
        ("long", "long"),
        ("term", "term"),
        ("promise", "promise"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_found(query: str, marked: str) -> None:
    (hit,) = found_in(DIVIDED, None, query)
    exact = hit.record.highlight.anchor.exact
    first = hit.quote_marks[0]
    last = next((s for s in hit.quote_marks[1:] if s.start == first.end), first)
    assert marked in exact[first.start : last.end] or exact[first.start : last.end] in marked


MADE = MadeOn(True, False, True, "a senior official", "", ("Nato", "Zoë O’Brien"))


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("who:official", True),
        ("who:^senior", False),
        ('who:^"a senior"', True),
        ("who:nato", False),
        ("about:nato", True),
        ("about:zoe", True),
        ("about:'o'brien", True),
        ("about:treaty", True),
        ("about:russia", False),
        ("nato treaty", True),
        ("ntao", True),
        ("!nato", False),
        ("!who:nato", True),
        ("!who:official", False),
        ("!about:zoe", False),
        ('!"nato zoe"', True),
    ],
)
def test_who_and_what_a_highlight_was_made_on_is_found(query: str, is_found: bool) -> None:
    assert len(found_in("The treaty is signed. It holds.", MADE, query)) == is_found


def test_an_earlier_library_is_indexed_by_what_its_highlights_were_made_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with monkeypatch.context() as earlier, Database(path) as database:
        earlier.setattr("tui.store.highlight_rows.whole_words", lambda exact: exact)
        article = Article("/a/treaty.txt", DIVIDED, "Treaty", split_blocks(DIVIDED))
        session = ReadingSession.open(database, article, lambda event: None)
        mark = session.highlight(Span(0, 30), Colour.YELLOW).highlight
        session.close()
        database.submit(lambda c: write_made(c, {mark.id: (mark.extent, MADE)})).result()
        assert not LibrarySearch(Library(database)).search("international")
    take_back(path, index_made_on)
    with Database(path) as database:
        for query in ("international", "who:official", "about:nato"):
            assert LibrarySearch(Library(database)).search(query), query
