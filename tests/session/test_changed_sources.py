from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.session.reading import FIRST, OPEN, Reader, kept_text, marked, read, span_of
from tests.store.articles import TEXT
from tui.library import Library
from tui.session.reading import Mark
from tui.store import documents, highlight_rows
from tui.store.anchors import State
from tui.store.changed_words import Kind
from tui.store.copy_decisions import bring_over, keep_apart
from tui.store.database import Database
from tui.store.found_again import FoundAgain
from tui.trash import Trash

MANY = "".join(
    f"Sentence number {n} says what happened at the harbour on that day.\n\n" for n in range(20)
)
THIRD = "Sentence number 3 says what happened at the harbour on that day."
EDITED = MANY.replace("number 7 says", "number 7 denies")


def first_of(database: Database, source: str, text: str = MANY) -> Reader:
    first = read(database, text, source=source)
    ident = first.mark(THIRD).highlight.id
    first.session.set_note(ident, "to be asked again")
    first.session.set_tags(ident, ("harbour",))
    first.wait()
    return first


# -- which article it is --------------------------------------------------------------


def test_a_file_that_was_moved_and_edited_is_the_same_article(database: Database) -> None:
    first = first_of(database, "/gone/report.txt")
    moved = read(database, EDITED, source="/new/story.txt").session
    assert moved.document_id == first.session.document_id
    assert marked(moved) == [THIRD]
    assert moved.near is not None
    assert moved.near.is_same
    assert read(database, EDITED, source="/new/story.txt").session.near is None


def test_where_the_first_file_is_still_there_the_reader_is_asked(
    database: Database, tmp_path: Path
) -> None:
    original = tmp_path / "report.txt"
    original.write_text(MANY)
    first = first_of(database, str(original))
    copy = read(database, EDITED, source=str(tmp_path / "copy.txt")).session
    assert copy.document_id != first.session.document_id
    assert copy.marks == ()
    assert copy.near is not None
    assert (copy.near.is_same, copy.near.highlights) == (False, 1)
    assert copy.near.document_id == first.session.document_id


def test_where_much_is_different_the_reader_is_asked(database: Database) -> None:
    first_of(database, "/gone/report.txt")
    half = MANY.replace("0 says", "0 denies").replace("1 says", "1 denies").replace("2 says", "x")
    other = read(database, half, source="/new/story.txt").session
    assert other.near is not None
    assert not other.near.is_same


@pytest.mark.parametrize(
    "text",
    [TEXT, MANY[: len(MANY) // 3], MANY.replace("what happened", "nothing of what came to pass")],
)
def test_what_shares_little_is_another_article(database: Database, text: str) -> None:
    first_of(database, "/gone/report.txt")
    other = read(database, text, source="/new/story.txt").session
    assert other.near is None
    assert other.marks == ()


def test_nothing_is_asked_about_an_article_without_highlights(
    database: Database, tmp_path: Path
) -> None:
    original = tmp_path / "report.txt"
    original.write_text(MANY)
    read(database, MANY, source=str(original))
    assert read(database, EDITED, source="/new/story.txt").session.near is None


def test_an_article_that_was_taken_for_another_is_kept_apart(database: Database) -> None:
    first = first_of(database, "/gone/report.txt")
    moved = read(database, EDITED, source="/new/story.txt", title="Another story").session
    old = moved.document_id
    ident = database.submit(lambda c: keep_apart(c, moved.article, old)).result()
    apart = read(database, EDITED, source="/new/story.txt", title="Another story").session
    assert apart.document_id == ident != old
    assert (apart.marks, apart.near) == ((), None)
    again = read(database, MANY, source="/gone/report.txt").session
    assert again.document_id == first.session.document_id
    assert marked(again) == [THIRD]
    assert kept_text(database, "/gone/report.txt") == MANY
    assert kept_text(database, "/new/story.txt") == EDITED
    titles = {each.id: each.title for each in Library(database).documents()}
    assert titles == {old: "The closed bridge", ident: "Another story"}


def test_highlights_are_brought_over_with_all_they_have_and_stay_where_they_were(
    database: Database, tmp_path: Path
) -> None:
    original = tmp_path / "report.txt"
    original.write_text(MANY)
    first = first_of(database, str(original))
    seventh = "Sentence number 7 says what happened at the harbour on that day."
    first.mark(seventh)
    gone = first.mark("number 19 says what happened at the harbour on that day.").highlight
    first.wait()
    new = EDITED.replace("Sentence " + gone.anchor.exact, "")
    copy = read(database, new, source=str(tmp_path / "copy.txt")).session
    counts = database.submit(
        lambda c: bring_over(c, copy.article, copy.document_id, first.session.document_id)
    ).result()
    assert counts == (2, 3)
    again = read(database, new, source=str(tmp_path / "copy.txt")).session
    assert marked(again) == [THIRD, seventh.replace("says", "denies")]
    assert [mark.state for mark in again.marks] == [State.EXACT, State.CHANGED]
    assert again.marks[0].highlight.note == "to be asked again"
    assert again.marks[0].highlight.tags == ("harbour",)
    assert len(marked(read(database, MANY, source=str(original)).session)) == 3
    change = again.undo()
    assert change is not None
    assert change.ok
    assert again.marks == ()
    again.close()
    assert len(marked(read(database, MANY, source=str(original)).session)) == 3


def test_an_article_whose_name_went_to_another_is_opened_from_the_library(
    database: Database,
) -> None:
    first = read(database)
    first.mark(OPEN)
    first.wait()
    read(database, MANY)
    library = Library(database)
    old = next(each for each in library.documents() if each.id == first.session.document_id)
    assert old.source == ""
    kept = library.read_article(old.address)
    assert kept.text == TEXT
    assert "its file now holds another article" in kept.notices[-1]
    session = read(database, TEXT, source=old.address).session
    assert session.document_id == first.session.document_id
    session.set_note(session.marks[0].highlight.id, "a note")
    session.close()
    assert [each.source for each in library.documents()] == ["", "/texts/bridge.txt"]


def test_a_clock_that_was_ahead_hides_no_later_text(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as ahead:
        ahead.setattr(documents, "now", lambda: "2031-01-01T00:00:00.000000+00:00")
        read(database)
    newer = TEXT.replace("Monday", "Friday")
    read(database, newer)
    assert kept_text(database) == newer
    read(database)
    assert kept_text(database) == TEXT


# -- what has changed in a highlight ---------------------------------------------------


def changed(database: Database) -> Reader:
    first = read(database)
    first.mark(OPEN)
    first.mark("The mayor declined to name a date.")
    first.wait()
    return read(database, TEXT.replace("declined", "never declined").replace(OPEN + " ", ""))


def found(database: Database) -> dict[str, FoundAgain | None]:
    """What search and export know of each highlight, by its words."""
    records = Library(database).all_highlights()
    return {each.highlight.anchor.exact: each.highlight.found for each in records}


def test_what_became_of_highlights_is_known_without_their_text(database: Database) -> None:
    changed(database).wait()
    assert found(database) == {
        OPEN: FoundAgain("orphan", ""),
        "The mayor declined to name a date.": FoundAgain(
            "changed", "The mayor never declined to name a date."
        ),
    }
    read(database).wait()
    assert [each.highlight.found for each in Library(database).all_highlights()] == [None, None]


def test_the_new_words_are_accepted_and_the_old_ones_come_back_with_undo(
    database: Database,
) -> None:
    reader = changed(database)
    session = reader.session
    mark = session.marks[0]
    assert mark.changed.kinds == (Kind.NEGATION,)
    assert session.accept(mark.highlight.id).ok
    reader.wait()
    assert [str(mark.state) for mark in session.marks] == ["exact"]
    assert found(database) == {
        OPEN: FoundAgain("orphan", ""),
        "The mayor never declined to name a date.": None,
    }
    change = session.undo()
    assert change is not None
    assert change.description == "the highlight has its old words again"
    reader.wait()
    assert [str(mark.state) for mark in session.marks] == ["changed"]
    told = found(database)["The mayor declined to name a date."]
    assert told is not None
    assert told.words == "The mayor never declined to name a date."


TREATY = (
    "PARIS, 3 March (Reuters) - The talks ended late at night. He did sign the treaty of 1999, "
    "the spokesman René said, and it holds for 12 years.\n\nThe harbour was closed.\n\n"
    "- sign the lease\n- close the bridge\n\nNobody spoke."
)
SIGNED = "sign the treaty"


def reread(database: Database, words: str, new: str, keep: str = "all") -> Mark:
    """A highlight as it is found in another text."""
    first = read(database, TREATY, keep)
    first.mark(words)
    first.wait()
    return read(database, new, keep).session.marks[0]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("did sign", "did not sign", Kind.NEGATION),
        ("12 years", "21 years", Kind.NUMBER),
        ("of 1999", "of 1989", Kind.NUMBER),
        ("He did", "Hans did", Kind.NAME),
        ("René said", "René denied", Kind.WORDING),
    ],
)
def test_what_changed_in_the_sentence_of_a_highlight_is_told(
    database: Database, old: str, new: str, kind: Kind
) -> None:
    mark = reread(database, SIGNED, TREATY.replace(old, new))
    assert mark.state is State.CHANGED
    assert mark.is_changed_around
    assert kind in mark.changed.kinds
    assert mark.wording is not None
    assert mark.wording.new.startswith("H")
    assert mark.wording.new.endswith(" years.")
    read(database, TREATY.replace(old, new)).wait()
    assert found(database) == {SIGNED: FoundAgain("changed", mark.wording.new)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("late at night", "not before noon"),
        ("harbour was", "harbour was not"),
        ("PARIS, 3 March", "PARIS, 4 March"),
        ("did sign the treaty", "did\nsign the\ntreaty"),
        ("The talks", "It rained. The talks"),
        ("é", unicodedata.normalize("NFD", "é")),
    ],
)
def test_what_changed_in_another_sentence_is_not(database: Database, old: str, new: str) -> None:
    mark = reread(database, SIGNED, TREATY.replace(old, new))
    assert (mark.state, mark.wording) == (State.EXACT, None)


def test_a_dateline_and_the_next_item_of_a_list_are_no_part_of_a_sentence(
    database: Database,
) -> None:
    new = TREATY.replace("3 March", "4 March").replace("close the", "open no")
    first = read(database, TREATY)
    first.mark("The talks ended")
    first.mark("sign the lease")
    first.wait()
    assert [mark.state for mark in read(database, new).session.marks] == [State.EXACT] * 2


def test_a_sentence_that_changed_is_taken_as_it_is(database: Database) -> None:
    first = read(database, TREATY)
    ident = first.mark(SIGNED).highlight.id
    first.wait()
    reader = read(database, TREATY.replace("did sign", "did not sign"))
    assert reader.session.accept(ident).ok
    assert [mark.state for mark in reader.session.marks] == [State.EXACT]
    reader.wait()
    assert found(database) == {SIGNED: None}


def test_a_highlight_brought_to_a_copy_says_that_its_sentence_changed(
    database: Database, tmp_path: Path
) -> None:
    original = tmp_path / "report.txt"
    original.write_text(MANY + TREATY)
    first = read(database, MANY + TREATY, source=str(original))
    first.mark(SIGNED)
    first.wait()
    edited = MANY + TREATY.replace("did sign", "did not sign")
    copy = read(database, edited, source=str(tmp_path / "copy.txt"))
    article, ident = copy.session.article, copy.session.document_id
    copy.wait()
    database.submit(lambda c: bring_over(c, article, ident, first.session.document_id)).result()
    again = read(database, edited, source=str(tmp_path / "copy.txt")).session
    assert [mark.state for mark in again.marks] == [State.CHANGED]


def test_an_orphan_is_put_where_the_reader_says_and_taken_back(database: Database) -> None:
    reader = changed(database)
    session = reader.session
    orphan = session.orphans[0]
    assert session.old_text(orphan.anchor) == TEXT
    assert session.put(orphan.id, span_of(session.article, FIRST)).ok
    assert session.orphans == ()
    change = session.undo()
    assert change is not None
    assert change.description == "the highlight is an orphan again"
    assert list(session.orphans) == [orphan]


def test_a_damaged_finding_is_not_shown(database: Database) -> None:
    changed(database).wait()
    database.submit(lambda c: c.execute("UPDATE found_again SET words = 'invented'")).result()
    assert [each.highlight.found for each in Library(database).all_highlights()] == [None, None]
    assert highlight_rows.COLUMN_COUNT == 17


def test_forgetting_an_article_forgets_its_sentences_and_findings(database: Database) -> None:
    changed(database).wait()
    Trash(database).forget_now([each.id for each in Library(database).documents()])
    left = database.read(
        lambda c: [
            c.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("sketches", "sketch_hashes", "found_again")
        ]
    )
    assert left == [0, 0, 0]


def test_damaged_hashes_keep_no_article_from_being_opened(database: Database) -> None:
    first_of(database, "/gone/report.txt")
    database.submit(lambda c: c.execute("UPDATE sketches SET hashes = 'x'")).result()
    moved = read(database, EDITED, source="/new/story.txt")
    moved.mark(THIRD)
    assert marked(moved.wait()) == [THIRD, THIRD]
    assert moved.failures == []


def test_an_article_that_is_put_back_is_known_by_its_sentences_again(database: Database) -> None:
    first = first_of(database, "/gone/report.txt")
    trash = Trash(database)
    entry = trash.throw_away([first.session.document_id])[0]
    assert trash.put_back(entry.id) is not None
    moved = read(database, EDITED, source="/new/story.txt").session
    assert moved.document_id == first.session.document_id
