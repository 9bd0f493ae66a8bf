"""Search, export and forget over a real library, in processes of their own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_processes import modules_after, only_sentence
from tui.cli.forget import preview_text
from tui.cli.open_library import open_existing_library
from tui.documents.loading import from_text
from tui.errors import StoreError
from tui.settings.colours import Colour
from tui.store.anchors import describe
from tui.store.database import Database
from tui.store.documents import register
from tui.store.highlight_rows import Highlight, write_highlight
from tui.trash import Forgettable

TEXTS = {
    "bridge.txt": "The bridge will close.\n\nNobody said who will pay for the ceasefire.\n",
    "river.txt": "The river rose.\n\n“We were *not* told,” the mayor said.\n",
}
MARKS = {
    "bridge.txt": ("who will pay for the ceasefire", "ask the\x1b[2J council", "Ada Obi"),
    "river.txt": ("“We were *not* told,”", "", "the mayor"),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose library knows two articles with a mark each; their files are gone."""
    with Database(tmp_path / "home" / "library.db") as database:
        for name, text in TEXTS.items():
            article = from_text(text, str(tmp_path / name))
            words, note, speaker = MARKS[name]
            start = text.index(words)
            anchor = describe(text, start, start + len(words), article.text_hash)
            mark = Highlight(f"m-{name}", name, anchor, Colour.PINK, note, speaker, ("todo",))
            database.submit(lambda c, n=name, a=article: register(c, n, a)).result()  # type: ignore[misc]
            database.submit(lambda c, m=mark: write_highlight(c, m)).result()  # type: ignore[misc]
    return tmp_path / "home"


def test_search_forgives_a_typing_error(tmp_path: Path, home: Path) -> None:
    done = closeread("search", "ceasfire", "pay", home=home, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "who will pay for the ceasefire",
        "    ask the␛[2J council",
        "    Ada Obi",
        "    The bridge will close",
    ]


def test_search_gives_other_programs_an_object_a_line(tmp_path: Path, home: Path) -> None:
    done = closeread("search", "mayor", "--json", home=home, cwd=tmp_path)
    (hit,) = map(json.loads, done.stdout.splitlines())
    assert hit["source"] == str(tmp_path / "river.txt")
    assert hit["mark"]["anchor"]["exact"] == MARKS["river.txt"][0]
    assert hit["matches"]["speaker"] == [[4, 9]]


def test_search_without_a_match_says_so_and_a_script_can_tell(tmp_path: Path, home: Path) -> None:
    done = closeread("search", "zebra\x1b[2J", home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "no highlight matches" in only_sentence(done.stderr)
    done = closeread("search", "zebra", "--json", home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert closeread("search", "mayor", "--json", home=home, cwd=tmp_path).returncode == 0
    assert "exit code is 1" in closeread("search", "--help", home=home, cwd=tmp_path).stdout


def test_export_prints_all_marks_or_those_of_one_article(tmp_path: Path, home: Path) -> None:
    everything = closeread("export", home=home, cwd=tmp_path).stdout
    assert everything.count("## ") == 2
    assert "> “We were \\*not\\* told,”" in everything
    one = closeread("export", "bridge.txt", "--format", "json", home=home, cwd=tmp_path)
    (document,) = json.loads(one.stdout)["documents"]
    assert document["source"] == str(tmp_path / "bridge.txt")
    assert [mark["tags"] for mark in document["marks"]] == [["todo"]]
    assert "\x1b" not in everything + one.stdout


def test_export_into_a_file_replaces_it(tmp_path: Path, home: Path) -> None:
    (tmp_path / "marks.json").write_text("")
    done = closeread("export", "--format", "json", "-o", "marks.json", home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(json.loads((tmp_path / "marks.json").read_text())["documents"]) == 2
    done = closeread("export", "-o", "no/folder.md", home=home, cwd=tmp_path)
    assert done.returncode == 1
    assert "no/folder.md" in only_sentence(done.stderr)


@pytest.mark.parametrize("command", ["export", "forget"])
def test_an_article_the_library_does_not_know_is_named(
    tmp_path: Path, home: Path, command: str
) -> None:
    done = closeread(command, "other.txt", home=home, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "other.txt is not in the library" in only_sentence(done.stderr)


def test_asking_an_empty_home_makes_no_library(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    for arguments in (["search", "words"], ["export"], ["forget", "a.txt", "--yes"]):
        closeread(*arguments, home=empty, cwd=tmp_path)
    assert not empty.exists()


@pytest.mark.parametrize("arguments", [["search", "words"], ["export"], ["export", "a.txt"]])
def test_a_home_that_cannot_be_entered_is_not_called_empty(
    tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "f").write_text("a file where a folder should be")
    done = closeread(*arguments, home=tmp_path / "f", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "cannot be read (not a directory)" in only_sentence(done.stderr)


def test_a_refusal_to_look_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setenv("CLOSEREAD_HOME", str(tmp_path))
    monkeypatch.setattr(Path, "stat", refuse)
    with (
        pytest.raises(StoreError, match=r"cannot be read \(permission denied\)"),
        open_existing_library(),
    ):
        pass


def test_a_piped_article_is_not_named_by_its_hash() -> None:
    preview = Forgettable(("A title",), (f"stdin:{'0' * 64}",), 1, 2, 1, 0, 0, 1, backups=1)
    lines = [line.strip() for line in preview_text(preview).splitlines()]
    assert lines[1:3] == [
        "stdin",
        "1 text, 2 highlights, 1 note, 0 drafts, 0 corrections, 0 questions, "
        "1 entry of the log of changes",
    ]
    assert lines[-1] == "1 backup of the library holds it, too"


@pytest.mark.parametrize("arguments", [["search", "mayor"], ["export"]])
def test_commands_without_a_desk_never_import_textual(
    tmp_path: Path, home: Path, arguments: list[str]
) -> None:
    loaded = modules_after(*arguments, home=home, cwd=tmp_path)
    assert "sqlite3" in loaded
    assert not loaded & {"textual", "rich", "spacy", "numpy"}
