"""What the reader puts right is kept, taken back and found again like a highlight."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.session.reading import (
    FIRST,
    OPEN,
    allow_writing,
    corrected,
    forget,
    forget_preview,
    kept_text,
    marked,
    read,
    refuse_writing,
    span_of,
)
from tests.store.articles import TEXT
from tui.corrections.corrected import CorrectionTarget
from tui.store.correction_rows import CorrectionKind, Subject
from tui.store.database import Database
from tui.store.migrations import MIGRATIONS

OTHER = "Another town. Mayor Ada Quill is not from there. The river is."


def test_a_question_of_ones_own_is_there_after_a_restart(path: Path) -> None:
    with Database(path) as database:
        made = read(database).asks("Who counts the guests?", OPEN)
    with Database(path) as database:
        session = read(database).session
        (placed,) = session.corrections.placed
        assert placed.correction == made
        assert placed.correction.value == "Who counts the guests?"
        assert placed.span == span_of(session.article, OPEN)


def test_highlights_and_corrections_are_taken_back_in_one_order(database: Database) -> None:
    reader = read(database)
    reader.mark(OPEN)
    reader.asks("Why?", FIRST)
    reader.mark(FIRST)
    reader.hides("Ada Quill")
    reader.wait()
    session = read(database).session
    said = []
    while change := session.undo():
        assert change.ok
        said.append(change.description)
    assert said == ["entity listed again", "highlight removed", "question removed",
                    "highlight removed"]  # fmt: skip
    assert not session.corrections.placed
    while change := session.redo():
        assert change.ok
    assert session.close() == 0
    assert [made.kind for made in corrected(read(database).session)] == ["question", "hide"]
    assert marked(read(database).session) == [FIRST, OPEN]


def test_undoing_a_correction_shows_where_it_was(database: Database) -> None:
    reader = read(database)
    reader.asks("Why?", OPEN)
    change = reader.session.undo()
    assert change is not None
    assert change.span == span_of(reader.session.article, OPEN)
    assert change.highlight_id is None


def test_a_name_and_a_type_given_together_are_one_change(database: Database) -> None:
    session = read(database).session
    target = CorrectionTarget(
        Subject.ENTITY, span_of(session.article, "Ada Quill"), "ada quill", "PERSON"
    )
    values = {CorrectionKind.RENAME: "Quill Ltd", CorrectionKind.RETYPE: "ORG"}
    assert session.corrections.make("edit", target, values).ok
    assert len(session.corrections.placed) == 2
    again = {CorrectionKind.RENAME: "Quill & Co", CorrectionKind.RETYPE: "ORG"}
    assert session.corrections.make("edit", target, again, corrected(session)).ok
    assert {made.value for made in corrected(session)} == {"Quill & Co", "ORG"}
    session.undo()
    assert {made.value for made in corrected(session)} == {"Quill Ltd", "ORG"}
    session.undo()
    assert not session.corrections.placed


def test_putting_in_the_same_again_changes_nothing(database: Database) -> None:
    reader = read(database)
    made = reader.asks("Why?", OPEN)
    target = CorrectionTarget(Subject.QUESTION, span_of(reader.session.article, OPEN))
    same = {CorrectionKind.QUESTION: "Why?"}
    assert not reader.session.corrections.make("edit", target, same, [made]).ok
    reader.session.undo()
    assert not reader.session.can_undo


def test_a_hidden_name_is_hidden_in_another_article_and_one_of_this_article_is_not(
    database: Database,
) -> None:
    reader = read(database)
    wide = reader.hides("Ada Quill")
    reader.hides("river", is_wide=False)
    reader.wait()
    (placed,) = read(database, OTHER, source="/other.txt").session.corrections.placed
    assert placed.correction == wide
    assert (placed.span, placed.is_here, placed.is_lost) == (None, False, False)


def test_what_is_brought_back_in_another_article_is_back_everywhere_and_undone_there(
    database: Database,
) -> None:
    wide = read(database).hides("Ada Quill")
    other = read(database, OTHER, source="/other.txt")
    assert other.session.corrections.take_back("show", [wide]).ok
    other.wait()
    first = read(database)
    assert not first.session.corrections.placed
    first.session.undo()
    first.wait()
    assert first.failures == []
    assert not first.session.corrections.placed
    other = read(database, OTHER, source="/other.txt")
    other.session.undo()
    other.wait()
    assert other.failures == []
    assert corrected(read(database).session) == [wide]


def test_a_correction_the_disk_refuses_is_drawn_back_and_its_words_are_told(
    database: Database,
) -> None:
    reader = read(database)
    refuse_writing(database, "corrections")
    reader.asks("Why?", OPEN)
    reader.wait()
    assert not reader.session.corrections.placed
    (event,) = reader.events
    assert [made.value for made in getattr(event, "corrections", ())] == ["Why?"]
    allow_writing(database)
    reader.asks("Why?", OPEN)
    assert len(reader.wait().corrections.placed) == 1


def test_undo_says_that_another_program_took_the_correction_back(database: Database) -> None:
    reader = read(database)
    made = reader.asks("Why?", OPEN)
    reader.wait()
    other = read(database)
    other.session.corrections.take_back("remove", [made])
    other.wait()
    reader.session.undo()
    reader.wait()
    assert reader.failures == ["meanwhile it was deleted"]


def test_in_an_edited_text_a_correction_stands_with_its_words_or_is_kept_without_a_place(
    database: Database,
) -> None:
    reader = read(database)
    reader.asks("Why?", OPEN)
    reader.asks("Which café?", "The café by the river has lost its guests.")
    reader.wait()
    edited = "A correction was made. " + TEXT.replace(
        "The café by the river has lost its guests.", "It rained."
    )
    session = read(database, edited).session
    places = {placed.correction.value: placed for placed in session.corrections.placed}
    assert places["Why?"].span == span_of(session.article, OPEN)
    assert places["Which café?"].is_lost
    assert any("1 correction has no certain place" in notice for notice in session.notices)


def test_with_only_marked_articles_kept_a_corrected_one_is_kept(database: Database) -> None:
    reader = read(database, keep="marked")
    reader.asks("Why?", OPEN)
    reader.wait()
    read(database, keep="marked")
    assert kept_text(database) == TEXT


def test_forgetting_an_article_takes_its_corrections_out_of_the_other_ones_history(
    database: Database, path: Path
) -> None:
    wide = read(database).hides("Ada Quill")
    other = read(database, OTHER, source="/other.txt")
    other.session.corrections.take_back("show", [wide])
    other.asks("Which town?", "Another town.")
    other.wait()
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    forget(database, "/texts/bridge.txt")
    other = read(database, OTHER, source="/other.txt")
    change = other.session.undo()
    assert change is not None
    assert change.description == "question removed"
    other.wait()
    assert other.failures == []
    assert not other.session.can_undo


def test_a_library_without_corrections_gets_their_table_and_keeps_its_history(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr("tui.store.migrations.MIGRATIONS", MIGRATIONS[:2])
        Database(path).close()
    with closing(sqlite3.connect(path)) as old:
        tables = {row[0] for row in old.execute("SELECT name FROM sqlite_master")}
    assert "corrections" not in tables
    with Database(path) as database:
        reader = read(database)
        reader.mark(OPEN)
        reader.asks("Why?", FIRST)
        reader.wait()
        (first, _) = database.read(
            lambda c: c.execute("SELECT after FROM operations ORDER BY number").fetchall()
        )
        # The first program's entries say nothing of what kind of record they hold.
        assert set(asdict(reader.session.marks[0].highlight)) - {"found", "further"} == set(
            database.read(
                lambda c: [
                    row[0]
                    for row in c.execute(
                        "SELECT key FROM json_each((SELECT value FROM json_each(?)))", first
                    )
                ]
            )
        )


def test_what_was_being_typed_when_the_program_died_is_offered_once(database: Database) -> None:
    reader = read(database)
    target = CorrectionTarget(Subject.QUESTION, span_of(reader.session.article, OPEN))
    reader.session.unfinished.save(target, ("Who w",))
    reader.session.unfinished.save(target, ("Who will \x1b",))
    reader.wait()
    edited = read(database, f"It rained for most of the night. {TEXT}").session
    (found,) = edited.unfinished.left
    assert found.span == span_of(edited.article, OPEN)
    assert edited.unfinished.left[found] == ("Who will ␛",)
    assert edited.corrections.make("ask", found, {CorrectionKind.QUESTION: "Who will?"}).ok
    assert edited.close() == 0
    assert not read(database).session.unfinished.left
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    assert (preview.corrections, preview.drafts) == (1, 0)


def test_what_was_given_up_is_not_offered_again(database: Database) -> None:
    reader = read(database)
    target = CorrectionTarget(Subject.QUESTION, span_of(reader.session.article, OPEN))
    reader.session.unfinished.save(target, ("Who w",))
    reader.session.unfinished.drop(target)
    reader.wait()
    assert reader.failures == []
    assert not read(database).session.unfinished.left


def test_a_refused_correction_leaves_what_was_typed_for_it(database: Database) -> None:
    reader = read(database)
    target = CorrectionTarget(Subject.QUESTION, span_of(reader.session.article, OPEN))
    reader.session.unfinished.save(target, ("Who w",))
    reader.wait()
    refuse_writing(database, "corrections")
    reader.session.corrections.make("ask", target, {CorrectionKind.QUESTION: "Who will?"})
    reader.wait()
    assert read(database).session.unfinished.left == {target: ("Who w",)}
