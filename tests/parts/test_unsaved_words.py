"""The reader's words until they are known to be on the disk."""

from __future__ import annotations

import pytest

from tests.session.reading import read
from tui.corrections.corrected import CorrectionTarget
from tui.desk.refused_words import refused_clause, refused_sentence
from tui.desk.unsaved import Unsaved, UnsavedWords, Words
from tui.documents.article import Span
from tui.documents.loading import from_text
from tui.session.reading import Change, SaveFailed
from tui.store.correction_rows import Subject
from tui.store.database import Database
from tui.store.ledger_questions import QuestionState, Resolution

TEXT = "One two three. Four five six!\n\nSeven eight nine. Ten is a number."
PASSAGE = Span(0, 14)
ABOUT = CorrectionTarget(Subject.ENTITY, Span(4, 7), "two", "PERSON")


def note(text: str = "mine", ident: str = "a") -> Unsaved:
    return Unsaved(Words.NOTE, ident, text, (PASSAGE,))


def correction(text: str = "Two", ident: str = "c") -> Unsaved:
    return Unsaved(Words.CORRECTION, ident, text, (ABOUT.span,), ABOUT, (text, "PERSON"))


def key(command_id: str) -> str:
    return f"<{command_id}>"


def test_what_was_typed_last_is_opened_first() -> None:
    words = UnsavedWords()
    for each in (note("first", "a"), note("second", "b"), Unsaved(Words.TAGS, "a", "x y")):
        words.keep(each)
    assert [last.text for last in iter(lambda: words.take_last(Words.NOTE), None) if last] == [
        "second",
        "first",
    ]
    assert words.take_last(Words.NOTE) is None
    assert words.take_last(Words.TAGS) is not None


def test_a_later_note_of_a_highlight_takes_the_place_of_the_earlier_one() -> None:
    words = UnsavedWords()
    words.keep(note("first"))
    words.keep(note("second"))
    assert [each.text for each in words] == ["second"]


def test_a_correction_is_opened_where_it_was_typed() -> None:
    words = UnsavedWords()
    words.keep(correction())
    assert words.take_about(ABOUT._replace(name="six")) is None
    found = words.take_about(ABOUT)
    assert found is not None
    assert found.boxes == ("Two", "PERSON")
    assert words.take_about(ABOUT) is None


def test_words_are_forgotten_once_the_library_holds_them_and_not_before() -> None:
    with Database.in_memory() as database:
        reader = read(database, TEXT)
        mark = reader.mark("One two three.")
        reader.wait()
        words = UnsavedWords()
        words.keep(note("mine", mark.highlight.id))
        words.keep(Unsaved(Words.TAGS, mark.highlight.id, "war, harbour", (PASSAGE,)))
        words.settle(reader.session)
        assert len(words.of(Words.NOTE)) == 1
        reader.session.set_note(mark.highlight.id, "mine")
        reader.session.set_tags(mark.highlight.id, ("harbour", "war"))
        reader.wait()
        words.settle(reader.session)
        assert list(words) == []


def test_without_a_library_nothing_is_forgotten() -> None:
    words = UnsavedWords()
    words.keep(note())
    words.settle(None)
    assert words.has(Words.NOTE, "a")


def test_words_of_a_correction_that_was_taken_back_are_given_up() -> None:
    words = UnsavedWords()
    words.keep(correction())
    failed = Change("undo edit", "changed back", None, None, ok=False, reason="meanwhile")
    words.forget(failed)
    assert list(words)


def test_what_was_thrown_away_comes_back_once() -> None:
    words = UnsavedWords()
    words.discard("a", ("a thought",), 0, lambda: None)
    assert words.take_discarded("b") is None
    assert words.take_discarded("a") == ("a thought",)
    assert words.take_discarded("a") is None


def test_undo_takes_a_discarding_back_while_nothing_else_was_changed() -> None:
    words, opened = UnsavedWords(), list[str]()
    words.discard("a", ("a thought",), 3, lambda: opened.append("a"))
    assert words.undo_discarding(3)
    assert not words.undo_discarding(3)
    words.discard("a", ("a thought",), 3, lambda: opened.append("a"))
    assert not words.undo_discarding(4), "there is a later change to undo"
    assert opened == ["a"]


@pytest.mark.parametrize(
    ("unsaved", "said"),
    [
        (note(), "not saved: no room; your note is kept here, <mark.note> opens it again"),
        (
            Unsaved(Words.TAGS, "a", "x"),
            "not saved: no room; your tags are kept here, <mark.tags> opens them",
        ),
        (correction(), "not saved: no room; <row.edit> has your words"),
    ],
)
def test_a_refusal_names_the_reason_and_the_key_that_has_the_words(
    unsaved: Unsaved, said: str
) -> None:
    assert refused_sentence(unsaved, "no room", key) == said


def test_the_first_reason_counts_until_something_is_saved() -> None:
    words = UnsavedWords()
    words.keep(note())
    first = words.refuse(SaveFailed("a", "no room"))
    assert first.words == note()
    assert words.refuse(SaveFailed("a", "the mark is missing")).reason == "no room"


def test_what_belongs_to_nothing_is_told_once() -> None:
    words = UnsavedWords()
    assert words.refuse(SaveFailed(None, "no room")).is_told
    assert not words.refuse(SaveFailed(None, "no room")).is_told


@pytest.mark.parametrize(
    ("kept", "clause"),
    [
        ([], ""),
        ([note()], "1 note is not saved; <mark.note> opens it again"),
        ([note(), note("two", "b")], "2 notes are not saved; <mark.note> opens it again"),
        ([correction()], "a correction is not saved; <row.edit> opens it again"),
        ([Unsaved(Words.TAGS, "a", "x")], "your tags are not saved; <mark.tags> opens them again"),
    ],
)
def test_before_leaving_the_desk_says_what_is_not_saved(kept: list[Unsaved], clause: str) -> None:
    words = UnsavedWords()
    for each in kept:
        words.keep(each)
    assert refused_clause(words, key) == clause


def test_a_refused_answer_is_among_the_words_and_an_empty_one_is_not() -> None:
    words = UnsavedWords()
    words.answers = {
        "q": Resolution(QuestionState.ANSWERED, "In May."),
        "r": Resolution(QuestionState.DROPPED),
    }
    assert [each.printed for each in words] == ["In May."]
    assert (
        refused_clause(words, key) == "an answer is not saved; <ledger.library> lists its question"
    )


def test_words_go_along_with_their_passage_and_stay_where_it_is_gone() -> None:
    old = from_text(TEXT, "/nowhere/a.txt")
    new = from_text("Before it all.\n\n" + TEXT.replace("Ten is a number.", ""), "/nowhere/a.txt")
    words, later = UnsavedWords(), UnsavedWords()
    lost = TEXT.index("Ten is")
    words.keep(note())
    words.keep(correction())
    words.keep(note("lost", "b")._replace(parts=(PASSAGE, Span(lost, lost + 16))))
    words.answers = {"q": Resolution(QuestionState.ANSWERED, "In May.")}
    words.carry_over(later, old, new)
    moved = {each.ident: each for each in later}
    assert new.text[slice(*moved["a"].parts[0])] == "One two three."
    target = moved["c"].target
    assert target is not None
    assert new.text[slice(*target.span)] == "two"
    assert "q" in moved
    assert [each.printed for each in words] == ["lost"]
