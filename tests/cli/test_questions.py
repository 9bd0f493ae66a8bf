"""`closeread questions` over a real library, in processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_processes import modules_after, only_sentence
from tui.documents.article import Span
from tui.documents.loading import from_text
from tui.ledger import FoundQuestion, Ledger, QuestionState, Resolution
from tui.store.database import Database
from tui.store.opened_document import open_document

TEXTS = {
    "bridge.txt": "The bridge will close.\n\nNobody said who will pay for the ceasefire.\n",
    "river.txt": "The river rose.\n\nNobody knows how long the flood will last.\n",
}
EVIDENCE = {"bridge.txt": "who will pay for the ceasefire", "river.txt": "how long the flood"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library knows a question of either article; the river's is answered."""
    with Database(tmp_path / "home" / "library.db") as database:
        ledger = Ledger(database)
        rows = None
        for name, text in TEXTS.items():
            article = from_text(text, str(tmp_path / name))
            opened = database.submit(lambda c, a=article: open_document(c, a, "all")).result()  # type: ignore[misc]
            start = text.index(EVIDENCE[name])
            span = Span(start, start + len(EVIDENCE[name]))
            found = FoundQuestion((span,), "unknown", f"What of {name}?", "the mayor", (), 2)
            rows = ledger.enter(article, opened.document_id, [found])
        assert rows is not None
        ledger.decide(
            rows[0].id, Resolution(QuestionState.ANSWERED, "a week\x1b[2J", "https://e.org")
        )
        database.submit(lambda c: None).result()
    return tmp_path / "home"


def test_questions_are_listed_under_their_articles(tmp_path: Path, home: Path) -> None:
    done = closeread("questions", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "The river rose",
        "  What of river.txt? (answered, unknown)",
        "      → a week␛[2J",
        "      https://e.org",
        "",
        "The bridge will close",
        "  What of bridge.txt? (open, unknown)",
        "      “who will pay for the ceasefire”",
    ]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["--open"], ["bridge.txt"]),
        (["--answered"], ["river.txt"]),
        (["--open", "--answered"], ["river.txt", "bridge.txt"]),
        (["bridge.txt"], ["bridge.txt"]),
        (["bridge.txt", "--answered"], []),
    ],
)
def test_states_and_a_source_narrow_the_list(
    tmp_path: Path, home: Path, arguments: list[str], names: list[str]
) -> None:
    done = closeread("questions", "--json", *arguments, home=home, cwd=tmp_path)
    objects = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["question"] for each in objects] == [f"What of {name}?" for name in names]
    assert all(each["evidence"] in TEXTS[Path(each["source"]).name] for each in objects)


def test_no_questions_and_no_article_are_told_in_a_sentence(tmp_path: Path, home: Path) -> None:
    done = closeread("questions", "--dropped", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert "there are no such questions" in only_sentence(done.stderr)
    done = closeread("questions", "nowhere.txt", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "nowhere.txt is not in the library" in only_sentence(done.stderr)
    empty = tmp_path / "empty"
    closeread("questions", home=empty, cwd=tmp_path)
    assert not empty.exists()


def test_listing_questions_never_imports_textual(tmp_path: Path, home: Path) -> None:
    loaded = modules_after("questions", home=home, cwd=tmp_path)
    assert "sqlite3" in loaded
    assert not loaded & {"textual", "rich", "spacy", "numpy"}


def test_less_sure_questions_are_counted_and_listed_when_asked_for(
    tmp_path: Path, home: Path
) -> None:
    text = TEXTS["bridge.txt"]
    with Database(home / "library.db") as database:
        article = from_text(text, str(tmp_path / "bridge.txt"))
        opened = database.submit(lambda c: open_document(c, article, "all")).result()
        start = text.index("who will pay")
        span = Span(start, start + len("who will pay"))
        clause = FoundQuestion((span,), "undecided", "who will pay", "text", (), 2)
        unsure = clause._replace(certainty=0.4, is_sure=False)
        Ledger(database).enter(article, opened.document_id, [unsure])
    done = closeread("questions", "--open", home=home, cwd=tmp_path)
    assert done.stdout == ""
    assert only_sentence(done.stderr) == "closeread: 1 more, less sure (--all)\n"
    done = closeread("questions", "bridge.txt", "--all", home=home, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[1:] == [
        "  What of bridge.txt? (no longer found, unknown)",
        "      “who will pay for the ceasefire”",
        "  Open: who will pay (less sure, undecided)",
        "      a decision is still to come",
    ]
    done = closeread("questions", "--answered", "--all", home=home, cwd=tmp_path)
    assert "Open:" not in done.stdout
    listed = closeread("questions", "--json", "--all", home=home, cwd=tmp_path).stdout.splitlines()
    objects = [json.loads(line) for line in listed]
    found = {each["question"]: (each["certainty"], each["sure"]) for each in objects}
    assert found["who will pay"] == (0.4, False)
    assert len(found) == 3
    assert len(closeread("questions", "--json", home=home, cwd=tmp_path).stdout.splitlines()) == 2


def test_no_more_are_listed_than_asked_for(tmp_path: Path, home: Path) -> None:
    done = closeread("questions", "--limit", "1", home=home, cwd=tmp_path)
    assert done.stdout.splitlines()[0] == "The river rose"
    assert "bridge" not in done.stdout
    assert "there are more (--limit 0)" in done.stderr
    for more in (("--limit", "0"), ("--limit", "2"), ("--json",)):
        done = closeread("questions", *more, home=home, cwd=tmp_path)
        assert "bridge.txt" in done.stdout
        assert done.stderr == ""
