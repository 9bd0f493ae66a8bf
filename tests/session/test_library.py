from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, forget, forget_preview, kept_text, marked, read
from tests.store.articles import TEXT
from tui.documents.folding import fold_words
from tui.errors import SourceError
from tui.library import Library
from tui.settings.colours import Colour
from tui.store.criteria import Sought
from tui.store.database import Database

RIVER = 'The river rose again. Its “O\'Brien "gauge"” showed ten feet, said Zoë Çelik.'


@pytest.fixture
def library(database: Database) -> Library:
    """Two articles; the second was opened last."""
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.set_note(ident, "ask the Bürgermeister")
    reader.mark("said")
    reader.wait()
    other = read(database, RIVER, source="/texts/river.txt", title="The river")
    mark = other.mark("The river rose again.", Colour.BLUE)
    other.session.set_speakers({mark.highlight.id: "Zoë Çelik"})
    other.wait()
    return Library(database)


def quotes(library: Library, *groups: list[str]) -> list[str]:
    candidates = library.candidate_highlights([Sought(groups)], 10)
    found = library.highlights_by_key([each.key for each in candidates])
    return [record.highlight.anchor.exact for _, record in found]


def test_an_empty_library_has_nothing_to_show(database: Database) -> None:
    library = Library(database)
    assert library.last_opened() is None
    assert library.documents() == []
    assert library.all_highlights() == []
    assert library.highlight_vocabulary().words == []
    assert library.stored_article("/nowhere") is None
    assert forget_preview(database, "/nowhere") is None


def test_the_article_opened_last_comes_first(database: Database, library: Library) -> None:
    assert [record.title for record in library.documents()] == ["The river", "The closed bridge"]
    read(database)
    last = library.last_opened()
    assert last is not None
    assert (last.source, last.place) == ("/texts/bridge.txt", "Millbrook")


def test_an_article_is_read_from_its_source_while_that_is_there(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "bridge.txt"
    file.write_text(TEXT, encoding="utf-8")
    read(database, source=str(file))
    file.write_text(TEXT + "An addition.", encoding="utf-8")
    assert Library(database).read_article(str(file)).text == TEXT + "An addition."
    file.unlink()
    kept = Library(database).read_article(str(file))
    assert kept.text == TEXT
    assert kept.notices[0].endswith("does not exist; this is the text as the library keeps it")


def test_a_piped_text_is_whole_in_the_library(database: Database) -> None:
    read(database, source="stdin:0123")
    kept = Library(database).read_article("stdin:0123")
    assert (kept.text, kept.notices) == (TEXT, ())


def test_what_is_neither_there_nor_kept_is_refused(library: Library) -> None:
    for source in ("/nowhere", "stdin:0123"):
        with pytest.raises(SourceError, match=source):
            library.read_article(source)


def test_a_text_can_be_read_when_its_file_is_gone(database: Database, library: Library) -> None:
    read(database, TEXT + "An addition.")
    assert kept_text(database) == TEXT + "An addition."
    read(database)
    stored = library.stored_article("/texts/bridge.txt")
    assert stored is not None
    assert (stored.text, stored.title) == (TEXT, "The closed bridge")
    assert str(stored.published) == "2022-01-13"
    assert stored.blocks


def test_highlights_come_with_their_articles_in_text_order(library: Library) -> None:
    records = library.all_highlights()
    assert [(r.document.title, r.highlight.anchor.exact) for r in records] == [
        ("The river", "The river rose again."),
        ("The closed bridge", "said"),
        ("The closed bridge", OPEN),
    ]
    bridge = records[1].document
    assert library.all_highlights(bridge.id) == records[1:]


def test_a_mark_is_found_by_its_words_note_title_and_speaker(library: Library) -> None:
    assert quotes(library, ["repairs"]) == [OPEN]
    assert quotes(library, ["burgermeister"]) == [OPEN]
    assert quotes(library, ["celik"]) == ["The river rose again."]
    assert quotes(library, ["bridge"]) == ["said", OPEN]


def test_every_typed_word_must_match_and_any_of_its_meanings_will_do(library: Library) -> None:
    assert quotes(library, ["repair", "repairs"], ["nobody"]) == [OPEN]
    assert quotes(library, ["repairs"], ["river"]) == []
    assert quotes(library, ["repairs"], []) == []


def test_without_words_the_newest_marks_are_candidates(library: Library) -> None:
    assert quotes(library) == ["The river rose again.", "said", OPEN]
    assert len(library.candidate_highlights([Sought([["the", "said"]])], 2)) == 2


@pytest.mark.parametrize("word", ['"', "a b", "NEAR(", "quote:x", "*", "AND", "", "x\0y", "'"])
def test_no_typed_word_is_taken_for_a_query(library: Library, word: str) -> None:
    assert quotes(library, [word, "repairs"]) == [OPEN]


def test_the_vocabulary_is_what_the_folding_makes_of_the_marks(
    database: Database, library: Library
) -> None:
    reader = read(database, RIVER, source="/texts/river.txt", title="The river")
    reader.mark(RIVER)
    reader.wait()
    words = library.highlight_vocabulary().words
    assert len(words) == len(set(words))
    assert {word.text for word in fold_words(RIVER)} <= set(words)
    assert "burgermeister" in words


def test_search_follows_every_change_of_a_mark(database: Database, library: Library) -> None:
    seen = library.data_version()
    reader = read(database)
    ident = reader.session.marks[1].highlight.id
    reader.session.set_note(ident, "done")
    reader.wait()
    assert library.data_version() != seen
    assert quotes(library, ["burgermeister"]) == []
    reader.session.delete(ident)
    reader.wait()
    assert quotes(library, ["repairs"]) == []
    reader.session.undo()
    reader.wait()
    assert quotes(library, ["repairs"]) == [OPEN]


def test_a_new_title_is_searched_at_once(database: Database, library: Library) -> None:
    read(database, title="The viaduct")
    assert quotes(library, ["viaduct"]) == ["said", OPEN]
    assert quotes(library, ["bridge"]) == []


def test_forgetting_shows_first_what_it_removes(database: Database, library: Library) -> None:
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    assert preview.titles == ("The closed bridge",)
    assert preview.sources == ("/texts/bridge.txt",)
    assert (preview.revisions, preview.highlights, preview.notes) == (1, 2, 1)
    assert (preview.operations, preview.drafts, preview.backups) == (3, 0, 0)
    assert preview.corrections == 0


def test_a_forgotten_article_leaves_no_word_in_any_file(
    database: Database, library: Library, path: Path
) -> None:
    reader = read(database)
    ident = reader.session.marks[1].highlight.id
    reader.session.set_note(ident, "confidentialsource")
    reader.session.set_tags(ident, ("quietlyfiled",))
    reader.session.drafts.save(ident, "unfinishedthought")
    reader.session.tag_drafts.save(ident, "halftyped")
    reader.session.places.save(30)
    reader.wait()
    forget(database, "/texts/bridge.txt")
    assert forget_preview(database, "/texts/bridge.txt") is None
    assert [record.title for record in library.documents()] == ["The river"]
    assert quotes(library) == ["The river rose again."]
    assert quotes(library, ["river"]) == ["The river rose again."]
    database.close()
    words = (b"confidentials", b"quietlyfiled", b"unfinishedth", b"halftyped", b"repairs",
             b"bridge.txt")  # fmt: skip
    for file in filter(Path.is_file, path.parent.rglob("*")):
        content = file.read_bytes()
        for word in words:
            assert word not in content, (file, word)


def test_forgetting_takes_an_earlier_article_of_the_same_name_along(
    database: Database, library: Library
) -> None:
    read(database, RIVER.replace("river", "stream") * 3, title="The stream")
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    assert preview.titles == ("The stream", "The closed bridge")
    forget(database, "/texts/bridge.txt")
    assert [record.title for record in library.documents()] == ["The river"]


def test_forgetting_what_is_not_known_harms_nothing(database: Database, library: Library) -> None:
    forget(database, "/nowhere")
    assert len(library.all_highlights()) == 3


def test_what_is_made_in_an_open_article_that_was_forgotten_meanwhile_is_saved(
    database: Database, library: Library
) -> None:
    reader = read(database)
    forget(database, "/texts/bridge.txt")
    reader.mark(FIRST)
    reader.asks("Why?", FIRST)
    reader.session.places.name("a", 0)
    reader.wait()
    assert reader.failures == []
    again = read(database).session
    assert marked(again) == [FIRST]
    assert len(again.corrections.placed) == 1
    assert again.places.named == {"a": 0}


def test_a_forgotten_article_can_be_read_anew(database: Database, library: Library) -> None:
    forget(database, "/texts/bridge.txt")
    reader = read(database)
    assert not reader.session.can_undo
    reader.mark(FIRST)
    assert marked(reader.wait()) == [FIRST]
