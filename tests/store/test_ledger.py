"""Questions enter the ledger once and keep what the reader decided about them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from sqlite3 import Connection

from tests.session.reading import forget, forget_preview
from tests.store.articles import TEXT, article
from tests.store.ledger import ANSWERED, DATE, END, decide, enter, found, listed, opened, settle
from tui.errors import StoreError
from tui.ledger import Ledger
from tui.search.ledger_search import LedgerSearch
from tui.store.database import Database
from tui.store.ledger_questions import QuestionState, Resolution
from tui.store.opened_document import open_document


def test_a_question_enters_with_its_evidence_when_its_article_is_analysed(
    database: Database,
) -> None:
    (row,) = enter(database, [found(TEXT, END, wording="When will the repairs end?")])
    (kept,) = listed(database)
    assert kept.id == row.id
    assert (kept.wording, kept.kind, kept.holder) == (
        "When will the repairs end?", "unknown", "the mayor",
    )  # fmt: skip
    assert kept.anchor.exact == END
    assert (kept.about, kept.salience, kept.state) == (("repairs",), 2, QuestionState.OPEN)


def test_the_same_analysis_again_writes_nothing(database: Database) -> None:
    questions = [found(TEXT, END), found(TEXT, DATE)]
    enter(database, questions)
    before = listed(database)
    enter(database, questions)
    assert listed(database) == before


def test_a_new_wording_replaces_that_of_an_open_question_only(database: Database) -> None:
    first, second = enter(database, [found(TEXT, END), found(TEXT, DATE)])
    decide(database, second)
    again = enter(database, [found(TEXT, DATE, wording="B?"), found(TEXT, END, wording="A?")])
    assert [row.id for row in again] == [second.id, first.id]
    assert [row.wording for row in listed(database)] == ["A?", second.wording]


def test_another_kind_in_the_same_place_is_another_question(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END, "unknown")])
    (other,) = enter(database, [found(TEXT, END, "undecided")])
    assert other.id != row.id
    assert [(r.kind, r.is_found) for r in listed(database)] == [
        ("unknown", False), ("undecided", True),
    ]  # fmt: skip


def test_evidence_that_was_widened_is_still_the_same_question(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    decide(database, row)
    (again,) = enter(database, [found(TEXT, f"Nobody knows {END}")])
    assert again.id == row.id
    assert again.resolution == ANSWERED


def test_a_question_shown_at_its_other_evidence_is_the_same(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    (again,) = enter(database, [found(TEXT, DATE, "unknown", "?", END)])
    assert again.id == row.id
    assert again.anchor.exact == DATE


def test_two_questions_of_one_clause_stay_two(database: Database) -> None:
    pair = [found(TEXT, END, wording="When?"), found(TEXT, END, wording="How?")]
    when, how = enter(database, pair)
    decide(database, how)
    again = enter(database, pair[::-1])
    assert [row.id for row in again] == [how.id, when.id]


def test_a_question_that_is_no_longer_found_is_kept_and_says_so(database: Database) -> None:
    enter(database, [found(TEXT, END), found(TEXT, DATE)])
    enter(database, [found(TEXT, DATE)])
    assert [(row.anchor.exact, row.is_found) for row in listed(database)] == [
        (END, False), (DATE, True),
    ]  # fmt: skip
    assert Ledger(database).counts().lost == 1
    enter(database, [found(TEXT, END), found(TEXT, DATE)])
    assert all(row.is_found for row in listed(database))


def test_a_decision_survives_an_edit_before_its_evidence(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    decide(database, row)
    edited = "The council corrected the record on Tuesday.\n\n" + TEXT
    (again,) = enter(database, [found(edited, END)], edited)
    assert (again.id, again.resolution) == (row.id, ANSWERED)


def test_an_article_without_its_text_in_the_library_leaves_no_question(
    database: Database,
) -> None:
    read, ident = opened(database, keep="marked")
    assert Ledger(database).enter(read, ident, [found(TEXT, END)]) is None
    assert listed(database) == []


def test_undo_and_redo_go_back_and_forth_also_after_a_restart(tmp_path: Path) -> None:
    told: list[object] = []
    with Database(tmp_path / "library.db") as database:
        (row,) = enter(database, [found(TEXT, END)])
        decide(database, row)
    with Database(tmp_path / "library.db") as database:
        ledger = Ledger(database)
        for swing, state in (
            (ledger.undo, QuestionState.OPEN),
            (ledger.redo, QuestionState.ANSWERED),
            (ledger.undo, QuestionState.OPEN),
        ):
            swing(lambda future: told.append(future.result()))
            settle(database)
            assert [question.state for question in listed(database)] == [state]
        ledger.undo(lambda future: told.append(future.result()))
        settle(database)
        assert told[-1] is None


def test_a_new_decision_ends_what_could_be_done_again(database: Database) -> None:
    first, second = enter(database, [found(TEXT, END), found(TEXT, DATE)])
    told: list[object] = []
    decide(database, first)
    Ledger(database).undo(lambda future: told.append(future.result()))
    decide(database, second, Resolution(QuestionState.DROPPED))
    Ledger(database).redo(lambda future: told.append(future.result()))
    settle(database)
    assert told[-1] is None
    assert [row.state for row in listed(database)] == [QuestionState.OPEN, QuestionState.DROPPED]


def test_undo_leaves_alone_what_another_program_decided_meanwhile(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db") as ours, Database(tmp_path / "library.db") as theirs:
        (row,) = enter(ours, [found(TEXT, END)])
        decide(ours, row)
        # As a merge of libraries would: the row changes and no log entry comes with it.
        theirs.submit(
            lambda c: c.execute("UPDATE questions SET answer = 'In June.' WHERE id = ?", (row.id,))
        ).result()
        told = []
        Ledger(ours).undo(lambda future: told.append(future.result()))
        settle(ours)
        assert told[0] is not None
        assert "otherwise" in told[0].reason
        assert listed(ours)[0].resolution.answer == "In June."


def test_two_programs_enter_the_same_article_once(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db") as ours, Database(tmp_path / "library.db") as theirs:
        read, ident = opened(ours)
        questions = [found(TEXT, END), found(TEXT, DATE)]
        first = Ledger(ours).enter(read, ident, questions)
        second = Ledger(theirs).enter(read, ident, questions)
        assert first is not None
        assert second is not None
        assert [row.id for row in first] == [row.id for row in second]
        assert len(listed(ours)) == 2


def test_undo_in_an_article_is_about_that_article(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    decide(database, row)
    told: list[object] = []
    Ledger(database, "another").undo(lambda future: told.append(future.result()))
    settle(database)
    assert told == [None]
    Ledger(database, row.document_id).undo(lambda future: told.append(future.result()))
    settle(database)
    assert listed(database)[0].state is QuestionState.OPEN


def test_a_draft_is_kept_until_the_answer_is(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    Ledger(database).save_draft(row.id, "In Ma")
    settle(database)
    assert listed(database)[0].draft == "In Ma"
    for state in (QuestionState.DROPPED, QuestionState.OPEN):
        decide(database, row, Resolution(state))
        assert listed(database)[0].draft == "In Ma"
    decide(database, row)
    assert listed(database)[0].draft == ""


def test_an_answer_brings_no_control_characters_into_the_library(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    decide(database, row, Resolution(QuestionState.ANSWERED, " \x1b[2Jyes \n", "a\x07\nb"))
    assert listed(database)[0].resolution == Resolution(QuestionState.ANSWERED, "␛[2Jyes", "a␇ b")


def test_states_narrow_the_list_and_are_counted(database: Database) -> None:
    rows = enter(database, [found(TEXT, END), found(TEXT, DATE)])
    decide(database, rows[0])
    assert [row.id for row in listed(database, states=["answered"])] == [rows[0].id]
    assert [row.id for row in listed(database, states=["open", "answered"])] == [
        row.id for row in rows
    ]
    counts = Ledger(database).counts()
    assert (counts.open, counts.answered, counts.dropped, counts.total) == (1, 1, 0, 2)


def test_a_forgotten_article_takes_its_questions_along(tmp_path: Path) -> None:
    with Database(tmp_path / "library.db") as database:
        (row,) = enter(database, [found(TEXT, END, wording="Whose secretladder is it?")])
        decide(database, row, Resolution(QuestionState.ANSWERED, "uncommonanswer"))
        preview = forget_preview(database, "/texts/bridge.txt")
        assert preview is not None
        assert (preview.questions, preview.answers) == (1, 1)
        forget(database, "/texts/bridge.txt")
        assert listed(database) == []
        assert Ledger(database).vocabulary().words == []
        database.close()
    for file in filter(Path.is_file, tmp_path.rglob("*")):
        for word in (b"secretladder", b"uncommonanswer"):
            assert word not in file.read_bytes(), file


def test_a_full_disk_is_told_and_loses_nothing_that_was_there(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    database.submit(
        lambda c: c.execute(
            "CREATE TRIGGER no BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'no room'); END"
        )
    ).result()
    told: list[BaseException | None] = []
    Ledger(database).decide(row.id, ANSWERED, then=lambda future: told.append(future.exception()))
    settle(database)
    assert isinstance(told[0], StoreError)
    assert listed(database)[0].state is QuestionState.OPEN


def test_an_index_of_the_questions_follows_title_and_answer(database: Database) -> None:
    (row,) = enter(database, [found(TEXT, END)])
    decide(database, row)

    def where(words: list[str]) -> int:
        return len(Ledger(database).listed(groups=[[word] for word in words]))

    assert where(["repairs", "bridge", "may"]) == 1
    assert where(["june"]) == 0

    def rename(connection: Connection) -> None:
        from tui.store.documents import register

        register(connection, row.document_id, article(title="The viaduct"))

    database.submit(rename).result()
    assert where(["viaduct"]) == 1
    assert where(["bridge"]) == 0


def test_the_article_that_is_called_as_was_typed_comes_first(database: Database) -> None:
    for title in ("Bridge closed", "The closed bridge", "The closed bridge, again"):
        text = f"{title.replace(' ', f' {len(title)} ')} {END} {DATE}"
        read = article(text, f"/{title}.txt", title)
        ident = database.submit(partial(open_document, article=read, keep="all")).result()
        Ledger(database).enter(read, ident.document_id, [found(text, END)])
    hits = LedgerSearch(Ledger(database)).search("the closed bridge", (), 10)
    titles = [hit.record.document.title for hit in hits]
    assert titles[:2] == ["The closed bridge", "The closed bridge, again"]
    assert LedgerSearch(Ledger(database)).search("★", (), 10) == []
