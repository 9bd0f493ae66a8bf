"""What the index holds is what the folding made: else a mark could never be found again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.session.reading import read
from tui.documents.article import Span
from tui.documents.folding import fold, fold_words
from tui.library import Library
from tui.search.library_search import LibrarySearch
from tui.settings.colours import Colour
from tui.store.database import Database

ODD = st.sampled_from([*"⑴ﷺ℀㏂½ªİßﬁςΣ_’'éÅ한漢の٣𝔸", "e\u0301", "no", " ", "-", "\u0301", "\u200d"])
texts = st.lists(ODD | st.characters(codec="utf-8", categories=["L", "N", "Po"]), max_size=12).map(
    "".join
)


@given(texts)
def test_a_folded_word_is_one_word_to_whatever_divides_words(text: str) -> None:
    for word in fold_words(text):
        assert word.text
        assert [again.text for again in fold_words(word.text)] == [word.text]
        assert fold(word.text) == word.text
        assert 0 <= word.start < word.end <= len(text)


@given(st.lists(texts, min_size=1, max_size=4))
def test_every_word_of_a_note_finds_its_mark(notes: list[str]) -> None:
    with Database.in_memory() as database:
        reader = read(database)
        idents = []
        for number, note in enumerate(notes):
            mark = reader.session.highlight(Span(number, number + 1), Colour.PINK)
            reader.session.set_note(mark.highlight.id, f"note {note}")
            idents.append(mark.highlight.id)
        reader.wait()
        library = Library(database)
        search = LibrarySearch(library)
        vocabulary = set(library.highlight_vocabulary().words)
        for mark in reader.session.marks:
            for word in fold_words(mark.highlight.note):
                assert word.text in vocabulary
                shown = mark.highlight.note[word.start : word.end]
                hits = search.search(shown)
                assert mark.highlight.id in [hit.record.highlight.id for hit in hits]
        assert len(search.search("note")) == len(idents)
