"""Finding a highlight again among all that were ever made, in a real library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import pytest

from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.library import HighlightRecord, Library
from tui.search.library_hits import PAGE, LibraryHit, preview
from tui.search.library_search import LibrarySearch
from tui.search.searchable import SearchableLibrary
from tui.session.reading import ReadingSession
from tui.settings.colours import Colour
from tui.store.anchors import Anchor
from tui.store.criteria import Criterion, Sought
from tui.store.database import Database
from tui.store.documents import DocumentRecord
from tui.store.highlight_records import Candidate
from tui.store.highlight_rows import Highlight
from tui.store.kept_words import KeptWords

BRIDGE = """The old bridge will be closed in winter.

"Nobody has told us who pays," said the mayor, “and we won’t wait.”

The harbour board refused to comment on the café."""
STRIKE = """Dock workers voted to strike on Friday.

The union demanded higher wages before the winter."""


class Desk:
    """A library with two articles, marked as a reader would."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.library = Library(database)
        self.search = LibrarySearch(self.library)
        self.bridge = self.open("bridge.txt", "Bridge to be closed", BRIDGE)
        self.strike = self.open("strike.txt", "Docks on strike", STRIKE)

    def open(self, source: str, title: str, text: str) -> ReadingSession:
        article = Article(source, text, title, split_blocks(text))
        return ReadingSession.open(self.database, article, lambda event: None)

    def mark(
        self, session: ReadingSession, words: str, note: str = "", speaker: str | None = None
    ) -> str:
        start = session.article.text.index(words)
        made = session.highlight(Span(start, start + len(words)), Colour.YELLOW, speaker)
        if note:
            session.set_note(made.highlight.id, note)
        session.close()
        return made.highlight.id

    def found(self, query: str) -> list[str]:
        return [hit.record.highlight.id for hit in self.search.search(query)]


@pytest.fixture
def desk() -> Iterator[Desk]:
    database = Database.in_memory()
    yield Desk(database)
    database.close()


@pytest.mark.parametrize(
    "query",
    [
        "bridge closed",
        "closed bridge",  # any order
        "brigde",  # swapped letters
        "clsoed wintr",  # a slip in each word
        "brid clo",  # beginnings
        "ask council",  # the note
        "keller",  # the speaker
        "bridge council keller",  # each word in another field
    ],
)
def test_a_highlight_is_found_again(desk: Desk, query: str) -> None:
    wanted = desk.mark(desk.bridge, "old bridge will be closed in winter", "ask Council", "Keller")
    desk.mark(desk.strike, "Dock workers voted", "wages")
    assert desk.found(query) == [wanted]


def test_a_word_of_the_title_finds_every_mark_of_the_article(desk: Desk) -> None:
    first = desk.mark(desk.strike, "Dock workers voted")
    second = desk.mark(desk.strike, "higher wages")
    desk.mark(desk.bridge, "The harbour board")
    assert set(desk.found("docks strike")) == {first, second}


def test_every_word_must_be_found(desk: Desk) -> None:
    desk.mark(desk.bridge, "The old bridge")
    assert desk.found("bridge zeppelin") == []
    assert desk.found("zeppelin") == []


def test_without_a_query_the_latest_comes_first(desk: Desk) -> None:
    marks = [desk.mark(desk.bridge, words) for words in ("old bridge", "the mayor", "café")]
    assert desk.found("") == marks[::-1]
    assert [hit.record.highlight.id for hit in desk.search.search("", limit=2)] == marks[:0:-1]


def test_a_mark_made_or_deleted_meanwhile_is_noticed(desk: Desk) -> None:
    assert desk.found("harbour") == []
    made = desk.mark(desk.bridge, "The harbour board")
    assert desk.found("harbuor") == [made]
    desk.bridge.delete(made)
    desk.bridge.close()
    assert desk.found("harbour") == []


def test_the_word_itself_comes_before_its_look_alikes(desk: Desk) -> None:
    near = desk.mark(desk.strike, "higher wages", note="waged, wager")
    exact = desk.mark(desk.bridge, "The old bridge", note="and wage at last")
    assert desk.found("wage") == [exact, near]


def test_matched_letters_are_marked_in_each_field(desk: Desk) -> None:
    desk.mark(desk.bridge, "“and we won’t wait.”", "really?", "the mayor")
    hit = desk.search.search("wont mayr realy closd")[0]
    mark, title = hit.record.highlight, hit.record.document.title
    assert letters(mark.anchor.exact, hit.quote_marks) == ["won’t"]
    assert letters(mark.note, hit.note_marks) == ["real", "y"]
    assert letters(mark.speaker or "", hit.speaker_marks) == ["may", "r"]
    assert letters(title, hit.title_marks) == ["clos", "d"]


def test_the_preview_shows_the_passage_in_its_context(desk: Desk) -> None:
    desk.mark(desk.bridge, "refused to comment on the café")
    shown = preview(desk.search.search("cafe comment")[0])
    assert shown.text[shown.quote.start : shown.quote.end] == "refused to comment on the café"
    assert "The harbour board " in shown.text[: shown.quote.start]
    assert letters(shown.text, shown.marks) == ["comment", "café"]


def test_odd_signs_harm_nothing(desk: Desk) -> None:
    desk.mark(desk.bridge, "The old bridge")
    for query in ('"bridge', "bridge*", "NOT bridge", "(old OR", "quote:bridge", "-", "'", "\0"):
        assert isinstance(desk.found(query), list)
    assert desk.found("old* (bridge") == desk.found("old bridge") != []


def letters(text: str, marks: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in marks]


class PlainLibrary(SearchableLibrary):
    """Has nothing but words."""

    def candidate_words(self, keys: Sequence[int]) -> Sequence[Candidate]:
        raise NotImplementedError

    def filtered_keys(
        self, criteria: Sequence[Sequence[Criterion]], limit: int
    ) -> tuple[Sequence[int], bool]:
        raise NotImplementedError

    def highlights_matching(
        self, matches: Callable[[str], bool], goes_on: Callable[[], bool], limit: int
    ) -> Sequence[HighlightRecord]:
        raise NotImplementedError

    def highlight_tags(self) -> Sequence[str]:
        raise NotImplementedError

    def documents(self) -> Sequence[DocumentRecord]:
        raise NotImplementedError


class CountingLibrary(PlainLibrary):
    """Many highlights in memory, and how often they were asked for."""

    def __init__(self, quotes: Sequence[str]) -> None:
        self.records = [record(number, quote) for number, quote in enumerate(quotes)]
        self.vocabulary_reads = 0
        self.records_read = 0
        self.version = 1

    def data_version(self) -> int:
        return self.version

    def highlight_vocabulary(self, after: int = 0) -> KeptWords:
        self.vocabulary_reads += 1
        words = [word for r in self.records for word in r.highlight.anchor.exact.split()]
        return KeptWords(words[after:], len(words))

    def candidate_highlights(self, steps: Sequence[Sought], limit: int) -> list[Candidate]:
        found: dict[int, Candidate] = {}
        for sought in steps:
            found |= {each.key: each for each in self._having(sought)[: limit - len(found)]}
        return list(found.values())

    def _having(self, sought: Sought) -> list[Candidate]:
        candidates = [
            Candidate(number, each.highlight.anchor.exact, "", "", "untitled")
            for number, each in reversed([*enumerate(self.records)])
        ]
        return [each for each in candidates if _has(each.quote.split(), sought)]

    def highlights_by_key(self, keys: Sequence[int]) -> list[tuple[int, HighlightRecord]]:
        self.records_read += len(keys)
        return [(key, self.records[key]) for key in sorted(keys, reverse=True)]


def _has(words: Sequence[str], sought: Sought) -> bool:
    return all(set(group) & set(words) for group in sought.groups) and all(
        any(word.startswith(part) for word in words) for part in sought.beginnings
    )


def record(number: int, quote: str) -> HighlightRecord:
    anchor = Anchor(quote, "", "", 0, len(quote), "r")
    created = f"2024-01-01T00:00:{number:06}"
    highlight = Highlight(str(number), "d", anchor, Colour.BLUE, created=created)
    document = DocumentRecord("d", "untitled", date(2024, 1, 1), None, None, "s", "", "")
    return HighlightRecord(highlight, document)


def quotes(hits: Sequence[LibraryHit]) -> list[str]:
    return [hit.record.highlight.anchor.exact for hit in hits]


def test_the_vocabulary_is_read_again_only_after_a_change() -> None:
    library = CountingLibrary(["one", "two"])
    search = LibrarySearch(library)
    for query in ("o", "on", "one"):
        search.search(query)
    assert library.vocabulary_reads == 1
    library.version = 2
    search.search("one")
    assert library.vocabulary_reads == 2


def test_beside_other_words_a_slip_may_stand_where_alone_it_would_mean_too_much() -> None:
    laid, collected = "it admits that traps were laid in file 99035418", "the trash is collected"
    search = LibrarySearch(CountingLibrary([laid, collected]))
    assert quotes(search.search("tras")) == [collected]
    assert quotes(search.search("admits tras")) == [laid]
    assert quotes(search.search("9903548")) == []
    assert quotes(search.search("file 9903548")) == [laid]
    assert quotes(search.search("file 2021")) == []


def test_look_alikes_never_crowd_out_the_word_itself() -> None:
    library = CountingLibrary(["state of things", *["stage"] * 50, *["statement"] * 50])
    assert quotes(LibrarySearch(library).search("state", limit=5))[0] == "state of things"


def test_of_equals_the_latest_comes_first() -> None:
    hits = LibrarySearch(CountingLibrary(["the same words"] * 5)).search("same")
    assert [hit.record.highlight.id for hit in hits] == ["4", "3", "2", "1", "0"]


def test_only_what_is_shown_is_read() -> None:
    library = CountingLibrary([*["harbour words"] * 150, "harbour"])
    hits = LibrarySearch(library).hits("harbour")
    assert next(hits).record.highlight.anchor.exact == "harbour"
    assert library.records_read == PAGE
    assert len(list(hits)) == 150
    assert library.records_read == 151


def test_a_letter_beside_a_rare_word_is_found_among_many_newer_words_with_it() -> None:
    crowd = [f"s{number:03}" for number in range(400)]
    library = CountingLibrary(["harbour stoltenberg", *crowd, "harbour rose"])
    assert quotes(LibrarySearch(library).search("harbour s")) == ["harbour stoltenberg"]
    assert quotes(LibrarySearch(library).search("s harbuor")) == ["harbour stoltenberg"]


def test_a_single_letter_finds_words_beyond_what_it_was_expanded_to() -> None:
    crowd = [f"s{number:03}" for number in range(400)]
    library = CountingLibrary(["harbour stoltenberg", *crowd])
    assert quotes(LibrarySearch(library).search("harbour s")) == ["harbour stoltenberg"]
