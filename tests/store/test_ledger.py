"""Questions enter the ledger once and keep what the reader decided about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.session.reading import forget, forget_preview
from tests.store.articles import TEXT, article
from tui.analysis.results import SURE
from tui.documents.article import Article, Span
from tui.errors import StoreError
from tui.ledger import LESS_SURE, STATES, SURE_STATES, Ledger, LedgerCounts
from tui.search.ledger_search import LedgerSearch
from tui.store.database import Database
from tui.store.ledger_questions import FoundQuestion, LedgerQuestion, QuestionState, Resolution
from tui.store.migrations import MIGRATIONS
from tui.store.opened_document import open_document

END = "when the repairs will end"
DATE = "declined to name a date"
ANSWERED = Resolution(QuestionState.ANSWERED, "In May, after all.", "https://example.org/may")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "library.db") as opened:
        yield opened


def opened(database: Database, text: str = TEXT, keep: str = "all") -> tuple[Article, str]:
    """Open an article as the desk does."""
    read = article(text)
    return read, database.submit(lambda c: open_document(c, read, keep)).result().document_id


def found(
    text: str, words: str, kind: str = "unknown", wording: str = "", *others: str
) -> FoundQuestion:
    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    places = (span(words), *map(span, others))
    return FoundQuestion(places, kind, wording or f"{words}?", "the mayor", ("repairs",), 2)


def enter(
    database: Database, questions: Sequence[FoundQuestion], text: str = TEXT
) -> list[LedgerQuestion]:
    read, ident = opened(database, text)
    rows = Ledger(database).enter(read, ident, questions)
    assert rows is not None
    return rows


def decide(database: Database, row: LedgerQuestion, resolution: Resolution = ANSWERED) -> None:
    Ledger(database).decide(row.id, resolution)
    settle(database)


def settle(database: Database) -> None:
    database.submit(lambda c: None).result()


def listed(database: Database, **narrowed: Sequence[str]) -> list[LedgerQuestion]:
    states = narrowed.get("states", ())
    return [record.question for record in Ledger(database).listed(states=states)]


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


SENTENCES = [
    "Nobody knows how long the ferry will be away.",
    "The harbour master would not say who pays.",
    "It is unclear whether the old pier can be saved.",
    "The court has yet to rule on the fishing rights.",
    "Whether the market moves north is undecided.",
    "Officials declined to name the second bidder.",
]
KINDS = ("unknown", "undisclosed", "unknown", "undecided", "undecided", "undisclosed")
ADDED = ["A first correction was printed here.", "Gulls were counted at noon in the rain."]

Step = tuple[str, Any, Any]

steps = st.lists(
    st.one_of(
        st.tuples(st.just("decide"), st.integers(0, 5), st.sampled_from(list(QuestionState))),
        st.tuples(st.just("list"), st.permutations(range(6)), st.integers(1, 6)),
        st.tuples(st.just("add"), st.integers(0, 6), st.integers(0, 1)),
        st.tuples(st.just("remove"), st.integers(0, 5), st.just(0)),
    ),
    max_size=12,
)


@given(steps)
def test_no_course_of_analyses_and_edits_loses_a_decision(course: list[Step]) -> None:
    """A model of a line each: by sentence, what the reader decided."""
    with Database.in_memory() as database:
        extra: dict[int, str] = {}
        gone: set[int] = set()
        order: Sequence[int] = range(6)
        decided: dict[int, Resolution] = {}
        idents: dict[int, str] = {}

        def analyse() -> None:
            parts = []
            for number, sentence in enumerate(SENTENCES):
                parts += [extra[number]] if number in extra else []
                parts += [] if number in gone else [sentence]
            text = " ".join([*parts, extra.get(6, ""), "The end of the page is here."])
            there = [number for number in order if number not in gone]
            questions = [
                found(text, SENTENCES[n][:-1], KINDS[n], f"{n} as {len(text)}?") for n in there
            ]
            for number, row in zip(there, enter(database, questions, text), strict=True):
                assert idents.setdefault(number, row.id) == row.id
                assert row.is_found

        analyse()
        for what, first, second in course:
            if what == "decide" and first in idents:
                decided[first] = Resolution(QuestionState(second), f"answer {len(decided)}")
                Ledger(database).decide(idents[first], decided[first])
            elif what == "list":
                order = list(first)[:second]
            elif what == "add":
                extra[first] = ADDED[second]
            elif what == "remove" and len(gone) < 3:
                gone ^= {first}
            analyse()
        rows = {row.id: row for row in listed(database)}
        assert len(rows) == len(idents)
        for number, resolution in decided.items():
            assert rows[idents[number]].resolution == resolution


certainties = st.lists(st.sampled_from([0.1, 0.4, 0.7, 0.9, None]), min_size=1, max_size=6)


@given(certainties, st.integers(0, 6))
def test_what_was_sure_or_decided_once_is_listed_ever_after(
    course: list[float | None], decided_after: int
) -> None:
    """Each step is an analysis that is as sure as that of the question, or does not find it."""
    with Database.in_memory() as database:
        is_listed = False
        for number, certainty in enumerate(course):
            asked = [] if certainty is None else [guess(certainty)]
            enter(database, asked)
            is_listed |= bool(asked) and asked[0].is_sure
            known = listed(database)
            if number == decided_after and known:
                decide(database, known[0], Resolution(QuestionState.DROPPED))
                is_listed = True
            shown = listed(database, states=SURE_STATES)
            assert [row.id for row in shown] == [row.id for row in known if is_listed]
            assert all(row.is_sure and row.certainty >= SURE for row in shown)
            if shown and shown[0].state is QuestionState.OPEN:
                assert shown[0].is_found == (certainty is not None)


def guess(certainty: float) -> FoundQuestion:
    return found(TEXT, END)._replace(certainty=certainty, is_sure=certainty >= SURE)


def test_less_sure_questions_are_counted_and_listed_apart(database: Database) -> None:
    unsure = found(TEXT, DATE)._replace(certainty=0.4, is_sure=False)
    first, second = enter(database, [guess(0.9), unsure])
    assert Ledger(database).counts() == LedgerCounts(open=1, less_sure=1)
    assert Ledger(database).counts().total == 1
    assert [row.id for row in listed(database, states=SURE_STATES)] == [first.id]
    assert [row.id for row in listed(database, states=[LESS_SURE])] == [second.id]
    # a guess that was given up is in no list, and comes back with what is found again
    enter(database, [guess(0.9)])
    assert Ledger(database).counts() == LedgerCounts(open=1)
    assert [row.id for row in listed(database, states=STATES)] == [first.id]
    assert [row.id for row in enter(database, [guess(0.9), unsure])] == [first.id, second.id]


@pytest.mark.parametrize("act", ["decide", "write"])
def test_who_works_on_a_question_makes_it_sure_for_good(database: Database, act: str) -> None:
    (row,) = enter(database, [guess(0.2)])
    if act == "write":
        Ledger(database).save_draft(row.id, "In Ma")
    else:
        decide(database, row)
        undone: list[object] = []
        Ledger(database).undo(undone.append)
        settle(database)
    (row,) = enter(database, [guess(0.2)])
    assert row.state is QuestionState.OPEN
    assert listed(database, states=SURE_STATES) == [row]


def test_a_library_of_an_older_program_keeps_all_its_questions_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    with monkeypatch.context() as before:
        before.setattr("tui.store.migrations.MIGRATIONS", MIGRATIONS[:6])
        Database(path).close()
    with Database(path.with_name("new.db")) as new:
        enter(new, [found(TEXT, END), found(TEXT, DATE)])
        decide(new, listed(new)[0])
        settle(new)
    copy_rows(path.with_name("new.db"), path)
    with Database(path) as database:
        rows = listed(database, states=SURE_STATES)
        assert [(row.is_sure, row.certainty) for row in rows] == [(True, 1.0)] * 2
        assert Ledger(database).counts() == LedgerCounts(open=1, answered=1)
        # what the analysis is less sure of today stays listed all the same
        enter(database, [guess(0.1)])
        assert Ledger(database).counts().total == 2


def copy_rows(source: Path, target: Path) -> None:
    """Fill the library of an older program with the rows of today's, column by column."""
    with closing(sqlite3.connect(target)) as old:
        old.execute("ATTACH ? AS new", (str(source),))
        for table in ("documents", "sources", "revisions", "questions"):
            names = ", ".join(f'"{row[1]}"' for row in old.execute(f"PRAGMA table_info({table})"))
            old.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM new.{table}")
        old.commit()


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


def answered(answer: str | None, words: str = END) -> FoundQuestion:
    """A found question with the answer that the desk has for it."""
    return found(TEXT, words)._replace(answer=answer)


def test_the_answer_of_the_desk_is_followed_and_taken_back(database: Database) -> None:
    (row,) = enter(database, [answered("")])
    assert row.state is QuestionState.OPEN
    for answer in ("In May.", "In June."):
        (again,) = enter(database, [answered(answer)])
        assert again.id == row.id
        assert listed(database)[0].resolution == Resolution(QuestionState.ANSWERED, answer)
    enter(database, [answered(None)])
    assert listed(database)[0].resolution.answer == "In June.", "nothing was said about it"
    enter(database, [answered("")])
    assert listed(database)[0].is_untouched
    ledger_undone: list[object] = []
    Ledger(database).undo(lambda future: ledger_undone.append(future.result()))
    settle(database)
    assert ledger_undone == [None], "the desk has an undo of its own"


def test_a_question_that_is_new_enters_with_its_answer(database: Database) -> None:
    enter(database, [answered("In May."), answered("", DATE)])
    assert {row.anchor.exact: row.resolution.answer for row in listed(database)} == {
        END: "In May.", DATE: "",
    }  # fmt: skip
    assert [row.state for row in listed(database, states=["answered"])] == ["answered"]


def test_what_is_decided_after_the_desk_holds_until_the_desk_says_something_else(
    database: Database,
) -> None:
    (row,) = enter(database, [answered("In May.")])
    for state in (QuestionState.DROPPED, QuestionState.OPEN):
        decide(database, row, Resolution(state, "In May."))
        enter(database, [answered("In May.")])
        assert listed(database)[0].resolution == Resolution(state, "In May.")
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == Resolution(QuestionState.ANSWERED, "In June.")


def test_a_dropped_question_stays_dropped_when_its_answer_is_taken_back(
    database: Database,
) -> None:
    (row,) = enter(database, [answered("In May.")])
    decide(database, row, Resolution(QuestionState.DROPPED, "In May."))
    enter(database, [answered("")])
    assert listed(database)[0].resolution == Resolution(QuestionState.DROPPED)


def test_words_of_the_ledger_outlive_the_desk_and_come_back_with_undo(database: Database) -> None:
    (row,) = enter(database, [answered("In May.")])
    decide(database, row, ANSWERED)
    enter(database, [answered("")])
    assert listed(database)[0].resolution == ANSWERED, "not the desk's to take back"
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == ANSWERED._replace(answer="In June.")
    Ledger(database).undo(lambda _: None)
    settle(database)
    assert listed(database)[0].resolution == ANSWERED
    enter(database, [answered("In June.")])
    assert listed(database)[0].resolution == ANSWERED, "the desk has said nothing else since"


def test_a_question_of_the_reader_s_own_is_known_by_its_id(database: Database) -> None:
    def own(ident: str, wording: str) -> FoundQuestion:
        return found(TEXT, END, "yours", wording)._replace(id=ident, is_by_reader=True, answer="")

    enter(database, [own("a", "Why?"), own("b", "When?"), found(TEXT, END, "yours", "Found?")])
    enter(database, [own("b", "When now?")._replace(answer="In May."), own("c", "Why?")])
    rows = {row.id: (row.wording, row.is_found, row.resolution.answer) for row in listed(database)}
    assert len(rows) == 4
    assert (rows["a"], rows["b"], rows["c"]) == (
        ("Why?", False, ""), ("When now?", True, "In May."), ("Why?", True, ""),
    )  # fmt: skip


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
