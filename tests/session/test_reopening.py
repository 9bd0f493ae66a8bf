from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, forget, forget_preview, kept_text, marked, read
from tests.store.articles import TEXT
from tui.library import Library
from tui.store import highlight_rows as highlights
from tui.store.anchors import State
from tui.store.database import Database
from tui.store.identity import common_share

OTHER = "Something else entirely stands here now. It was written today. Nobody expected it."


def test_the_same_file_shows_its_marks_without_a_word(database: Database) -> None:
    first = read(database)
    first.mark(OPEN)
    first.wait()
    again = read(database).session
    assert again.document_id == first.session.document_id
    assert (marked(again), again.notices) == ([OPEN], ())


def test_a_moved_or_copied_file_is_the_same_article_and_says_so(database: Database) -> None:
    first = read(database, source="/old/bridge.txt")
    first.mark(OPEN)
    first.wait()
    moved = read(database, source="/new/bridge.txt").session
    assert moved.document_id == first.session.document_id
    assert marked(moved) == [OPEN]
    assert len(moved.notices) == 1
    assert "/old/bridge.txt" in moved.notices[0]
    assert read(database, source="/new/bridge.txt").session.notices == ()


def test_a_file_whose_name_is_no_text_keeps_its_marks_like_any_other(
    database: Database, path: Path
) -> None:
    source = "/texts/caf\udce9.txt"
    library = Library(database)
    first = read(database, source=source)
    first.mark(OPEN)
    first.wait()
    assert marked(read(database, source=source).session) == [OPEN]
    last = library.last_opened()
    assert last is not None
    assert last.source == source
    assert library.document(source) == last
    assert kept_text(database, source) == TEXT
    assert "/texts/caf�.txt" in read(database, source="/new.txt").session.notices[0]
    preview = forget_preview(database, source)
    assert preview is not None
    assert set(preview.sources) == {source, "/new.txt"}
    forget(database, source)
    assert library.documents() == []


def test_an_edited_file_is_the_same_article_and_its_marks_move_along(database: Database) -> None:
    first = read(database)
    first.mark(OPEN)
    first.mark("The mayor declined to name a date.")
    first.wait()
    edited = "A correction was made.\n\n" + TEXT.replace("declined to name", "would not name")
    again = read(database, edited).session
    assert again.document_id == first.session.document_id
    assert marked(again) == [OPEN, "The mayor would not name a date."]
    assert [mark.state for mark in again.marks] == [State.EXACT, State.CHANGED]
    assert marked(read(database).session) == [OPEN, "The mayor declined to name a date."]


def test_a_mark_whose_words_are_gone_is_kept_and_listed(database: Database) -> None:
    first = read(database)
    first.mark(OPEN)
    first.wait()
    session = read(database, TEXT.replace(OPEN + " ", "")).session
    assert session.marks == ()
    assert [orphan.anchor.exact for orphan in session.orphans] == [OPEN]
    assert any("1 highlight has no certain place" in notice for notice in session.notices)


def test_an_orphan_is_given_its_place_by_hand(database: Database) -> None:
    first = read(database)
    first.mark(OPEN)
    first.wait()
    shorter = read(database, TEXT.replace(OPEN + " ", ""))
    place = shorter.mark(FIRST)
    shorter.session.set_span(shorter.session.orphans[0].id, place.span)
    assert shorter.session.orphans == ()
    assert marked(shorter.wait()) == [FIRST, FIRST]


def test_another_article_under_the_same_name_is_a_new_one_and_the_old_keeps_its_marks(
    database: Database,
) -> None:
    first = read(database)
    first.mark(OPEN)
    first.wait()
    other = read(database, OTHER).session
    assert other.document_id != first.session.document_id
    assert other.marks == ()
    assert len(other.notices) == 1
    assert "The closed bridge" in other.notices[0]
    kept = [record.highlight.anchor.exact for record in Library(database).all_highlights()]
    assert kept == [OPEN]
    back = read(database).session
    assert back.document_id == first.session.document_id
    assert marked(back) == [OPEN]


@pytest.mark.parametrize(
    ("new", "is_same"),
    [
        (TEXT + " More was added later. And more still. And again more than that. " * 9, True),
        (TEXT.replace("\n\n", " ").replace(" ", "\n"), True),
        (TEXT.upper(), True),
        (OTHER, False),
        (OTHER + " " + FIRST, False),
    ],
)
def test_an_article_is_known_by_a_third_of_its_sentences(new: str, is_same: bool) -> None:
    assert (common_share(TEXT, new) >= 1 / 3) is is_same


def test_a_list_without_sentences_is_known_by_its_lines() -> None:
    lines = [f"item number {i}" for i in range(9)]
    assert common_share("\n".join(lines), "\n".join(["new", *lines[2:]])) > 0.5


def test_the_reading_place_is_kept_and_found_in_a_changed_text(database: Database) -> None:
    first = read(database)
    assert first.session.places.last == 0
    for offset in range(TEXT.index(OPEN) + 1):
        first.session.places.save(offset)
    first.wait()
    assert read(database).session.places.last == TEXT.index(OPEN)
    changed = "An added line.\n\n" + TEXT
    assert read(database, changed).session.places.last == changed.index(OPEN)
    gone = TEXT[: TEXT.index("Nobody")] + TEXT[TEXT.index("“We") :]
    assert 0 <= read(database, gone).session.places.last < len(gone)


def test_a_place_at_the_very_end_is_kept(database: Database) -> None:
    first = read(database)
    first.session.places.save(len(TEXT) + 5)
    first.wait()
    assert read(database).session.places.last <= len(TEXT)


def test_a_draft_left_over_is_offered(database: Database) -> None:
    first = read(database)
    ident = first.mark(OPEN).highlight.id
    first.session.set_note(ident, "short")
    first.session.drafts.save(ident, "short, and then more")
    first.wait()
    again = read(database)
    assert again.session.drafts.left[ident] == "short, and then more"
    again.session.drafts.drop(ident)
    assert again.wait().drafts.left == {}
    assert read(database).session.drafts.left == {}


def test_a_draft_is_offered_although_the_clock_was_set_back(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read(database)
    ident = first.mark(OPEN).highlight.id
    first.session.set_note(ident, "short")
    first.wait()
    monkeypatch.setattr(highlights, "now", lambda: "2001-01-01T00:00:00.000000+00:00")
    first.session.drafts.save(ident, "short, and then more")
    first.wait()
    assert read(database).session.drafts.left[ident] == "short, and then more"


def test_a_draft_that_became_the_note_is_not_offered(database: Database) -> None:
    first = read(database)
    ident = first.mark(OPEN).highlight.id
    first.session.drafts.save(ident, "a thought")
    first.session.set_note(ident, "a thought, finished")
    first.wait()
    assert read(database).session.drafts.left == {}


def test_closing_an_unchanged_note_drops_its_draft(database: Database) -> None:
    first = read(database)
    ident = first.mark(OPEN).highlight.id
    first.session.drafts.save(ident, "typed and taken back")
    assert not first.session.set_note(ident, "").ok
    first.wait()
    assert read(database).session.drafts.left == {}


def test_a_draft_that_cannot_be_saved_is_told(database: Database) -> None:
    first = read(database)
    first.session.drafts.save("no such highlight", "text")
    first.wait()
    assert first.failures == ["what this belongs to is no longer in the library; make it again"]


def test_with_keep_marked_a_text_is_kept_only_with_its_first_mark(database: Database) -> None:
    library = Library(database)
    first = read(database, keep="marked")
    first.session.places.save(10)
    first.wait()
    assert library.documents() == []
    first.mark(OPEN)
    first.wait()
    assert [record.title for record in library.documents()] == ["The closed bridge"]
    assert kept_text(database) == TEXT
    assert marked(read(database, keep="marked").session) == [OPEN]


def test_with_keep_marked_an_edited_text_is_kept_once_a_mark_is_brought_back(
    database: Database,
) -> None:
    first = read(database, keep="marked")
    first.session.delete(first.mark(OPEN).highlight.id)
    first.wait()
    edited = f"It rained. {TEXT}"
    second = read(database, edited, keep="marked")
    assert second.session.undo()
    second.mark(FIRST)
    second.wait()
    assert kept_text(database) == edited


def test_with_keep_marked_a_mark_that_fails_leaves_no_text(database: Database) -> None:
    from tests.session.reading import allow_writing, refuse_writing

    first = read(database, keep="marked")
    refuse_writing(database)
    first.mark(OPEN)
    first.wait()
    assert Library(database).documents() == []
    allow_writing(database)
    first.mark(FIRST)
    assert marked(first.wait()) == marked(read(database).session) == [FIRST]


def test_a_private_session_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Database.in_memory() as private:
        reader = read(private)
        ident = reader.mark(OPEN).highlight.id
        reader.session.set_note(ident, "secret")
        reader.session.undo()
        assert marked(reader.wait()) == [OPEN]
    assert not list(tmp_path.iterdir())


def test_what_is_special_about_the_library_is_said_on_opening(database: Database) -> None:
    database.notices = ("the library is on a network folder",)
    assert read(database).session.notices == database.notices


def test_every_row_carries_its_times(database: Database, path: Path) -> None:
    reader = read(database)
    ident = reader.mark(OPEN).highlight.id
    reader.session.set_tags(ident, ("a",))
    reader.session.drafts.save(ident, "x")
    reader.session.places.save(3)
    reader.session.delete(ident)
    reader.wait()
    tables = "documents sources revisions highlights tags drafts places operations"
    with closing(sqlite3.connect(path)) as connection:
        for table in tables.split():
            (created, updated, deleted) = connection.execute(
                f"SELECT created, updated, deleted FROM {table}"
            ).fetchone()
            assert created.endswith("+00:00"), table
            assert updated >= created, table
            assert (deleted is not None) is (table == "highlights"), table
