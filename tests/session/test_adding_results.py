"""What the reader added is kept, taken back, and found again where its very words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.reading import (
    FIRST,
    OPEN,
    Reader,
    corrected,
    forget,
    forget_preview,
    read,
    span_of,
)
from tests.store.articles import TEXT
from tui.analysis.results import Analysis, EntityType
from tui.corrections import corrected_results
from tui.corrections.corrected import CorrectionTarget
from tui.corrections.corrected_results import CorrectedResults
from tui.desk import addition_edits, triage_edits
from tui.documents.article import Span
from tui.store.correction_rows import CorrectionKind, Subject
from tui.store.database import Database

SAID = "the bridge would stay closed"


def results(reader: Reader) -> CorrectedResults:
    """What the panels list of a text in which nothing is found."""
    session = reader.session
    return corrected_results.corrected(
        Analysis("en"), session.corrections.placed, text=session.article.text
    )


def quotes(reader: Reader, words: str = SAID, by: str = "Ada Quill") -> None:
    target = CorrectionTarget(Subject.QUOTE, span_of(reader.session.article, words))
    assert addition_edits.add_quote(reader.session, target, by).change.ok


def names(reader: Reader, words: str, kind: EntityType = EntityType.PERSON) -> None:
    span = span_of(reader.session.article, words)
    done = addition_edits.add_name(reader.session, results(reader), span, kind, words)
    assert done.change.ok


def listed(reader: Reader) -> list[tuple[str, int]]:
    """The names with how many places each has."""
    return [(row.result.name, len(row.result.mentions)) for row in results(reader).entities]


def said(reader: Reader) -> list[str]:
    text = reader.session.article.text
    spans = [row.result.content[0] for row in results(reader).quotes]
    return [text[span.start : span.end] for span in spans]


def test_what_was_added_is_there_after_a_restart_and_taken_back_in_one_order(path: Path) -> None:
    with Database(path) as database:
        reader = read(database)
        quotes(reader)
        names(reader, "Ada Quill")
        reader.wait()
    with Database(path) as database:
        reader = read(database)
        assert (listed(reader), said(reader)) == ([("Ada Quill", 1)], [SAID])
        changes = [reader.session.undo(), reader.session.undo()]
        assert [change.description for change in changes if change] == [
            "entity removed", "quote removed",
        ]  # fmt: skip
        assert (listed(reader), said(reader)) == ([], [])
        while reader.session.redo():
            pass
        reader.wait()
        assert (listed(reader), said(reader)) == ([("Ada Quill", 1)], [SAID])


@pytest.mark.parametrize(
    "edited",
    [
        f"It rained for most of the night. {TEXT}",
        TEXT.replace("Nobody knows", "Nobody in town knows"),
        TEXT.replace("the bridge would stay", "the bridge\nwould stay"),
    ],
    ids=["moved", "edited elsewhere", "wrapped otherwise"],
)
def test_in_an_edited_text_it_stands_with_its_words(database: Database, edited: str) -> None:
    reader = read(database)
    quotes(reader)
    names(reader, "Ada Quill")
    reader.wait()
    again = read(database, edited)
    assert [" ".join(words.split()) for words in said(again)] == [SAID]
    assert listed(again) == [("Ada Quill", 1)]
    assert not any("certain place" in notice for notice in again.session.notices)


def test_other_words_in_its_place_are_nobody_s_quote(database: Database) -> None:
    reader = read(database)
    quotes(reader)
    reader.wait()
    again = read(database, TEXT.replace("would stay closed", "would not stay closed"))
    assert said(again) == []
    assert len(results(again).unfitting) == 1
    assert any("1 correction has no certain place" in notice for notice in again.session.notices)
    back = read(database)
    assert said(back) == [SAID]


def test_another_name_in_its_place_is_not_the_name_that_was_added(database: Database) -> None:
    reader = read(database)
    names(reader, "Ada Quill")
    reader.wait()
    again = read(database, TEXT.replace("Ada Quill", "Bea Quoll"))
    assert listed(again) == []
    assert any("1 correction has no certain place" in notice for notice in again.session.notices)


def test_a_name_whose_place_is_gone_stands_where_its_words_stand(database: Database) -> None:
    reader = read(database)
    names(reader, "mayor")
    assert listed(reader) == [("mayor", 2)]
    reader.wait()
    without = TEXT.replace("Mayor Ada Quill", "She").replace("The mayor declined", "It declined")
    again = read(database, without + "\nOnly the mayor knows, and the mayor is silent.\n")
    assert listed(again) == [("mayor", 2)]
    assert not any("certain place" in notice for notice in again.session.notices)


def test_a_place_taken_off_is_off_in_an_edited_text_and_nowhere_else(database: Database) -> None:
    reader = read(database)
    names(reader, "bridge", EntityType.WORK)
    article = reader.session.article
    place = span_of(article, "the bridge would")
    place = Span(place.start + 4, place.start + 10)
    done = addition_edits.take_off(reader.session, results(reader), [place])
    assert done.change.ok
    assert listed(reader) == []
    reader.wait()
    assert listed(read(database, f"Rain. {TEXT}")) == []


def test_a_name_split_off_is_one_operation(database: Database) -> None:
    reader = read(database)
    names(reader, "mayor")
    (row,) = results(reader).entities
    spans = [mention.span for mention in row.result.mentions]
    assert addition_edits.split_off(reader.session, row, spans[1:], "Bea Quoll").change.ok
    assert listed(reader) == [("mayor", 1), ("Bea Quoll", 1)]
    change = reader.session.undo()
    assert change
    assert change.description == "entity whole again"
    assert listed(reader) == [("mayor", 2)]


def test_removing_a_name_leaves_what_was_split_off_it(database: Database) -> None:
    reader = read(database)
    names(reader, "mayor")
    (row,) = results(reader).entities
    spans = [mention.span for mention in row.result.mentions]
    addition_edits.split_off(reader.session, row, spans[1:], "Bea Quoll")
    (row, _) = results(reader).entities
    assert triage_edits.hide(reader.session, row).change.ok
    assert listed(reader) == [("Bea Quoll", 1)]


def test_another_desk_lists_what_was_added_and_takes_it_back(path: Path) -> None:
    with Database(path) as one, Database(path) as other:
        here, there = read(one), read(other)
        quotes(here)
        names(here, "Ada Quill")
        here.wait()
        there.session.follow()
        there.wait()
        assert (listed(there), said(there)) == ([("Ada Quill", 1)], [SAID])
        there.session.corrections.take_back("remove", corrected(there.session))
        there.wait()
        here.session.follow()
        here.wait()
        assert (listed(here), said(here)) == ([], [])
        assert here.failures == there.failures == []


def test_what_was_added_is_forgotten_with_its_article(database: Database) -> None:
    reader = read(database)
    quotes(reader)
    names(reader, "Ada Quill")
    reader.wait()
    preview = forget_preview(database, "/texts/bridge.txt")
    assert preview is not None
    assert preview.corrections == 2
    forget(database, "/texts/bridge.txt")
    held = database.read(lambda c: c.execute("SELECT count(*) FROM corrections").fetchone())
    assert held == (0,)


def test_what_was_added_holds_for_no_other_article(database: Database) -> None:
    reader = read(database)
    names(reader, "Ada Quill")
    reader.wait()
    other = read(database, f"{FIRST} {OPEN} Ada Quill left.", source="/other.txt")
    assert listed(other) == []


def test_a_question_of_ones_own_keeps_its_place_in_reworded_words(database: Database) -> None:
    reader = read(database)
    reader.asks("Why?", OPEN)
    reader.wait()
    again = read(database, TEXT.replace("the repairs will end", "the long repairs will end"))
    (placed,) = again.session.corrections.placed
    assert placed.span is not None


def test_what_is_added_of_several_kinds_is_written_with_what_it_takes_away(
    database: Database,
) -> None:
    reader = read(database)
    names(reader, "Ada Quill")
    names(reader, "Ada Quill", EntityType.ORG)
    assert [made.value for made in corrected(reader.session)] == ["ORG Ada Quill"]
    reader.session.undo()
    assert [made.value for made in corrected(reader.session)] == ["PERSON Ada Quill"]
    nothing = reader.session.corrections.add("add", [])
    assert not nothing.ok
    assert corrected(reader.session)[0].kind is CorrectionKind.NAME
