"""Which words are commands and which are articles; decided without opening anything."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from tui import __version__
from tui.cli import desk
from tui.cli.command_line import command_line, usage_sentence
from tui.cli.desk import open_command


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str | None, bool]]:
    """What would be opened on the desk, in a folder with nothing in it."""
    calls: list[tuple[str | None, bool]] = []

    def open_desk(source: str | None, *, private: bool, **_: bool) -> int:
        calls.append((source, private))
        return 0

    monkeypatch.setattr(desk, "open_desk", open_desk)
    monkeypatch.setattr("tui.cli.command_line.open_desk", open_desk)
    monkeypatch.chdir(tmp_path)
    return calls


def run(*arguments: str) -> object:
    with command_line.make_context("closeread", list(arguments)) as context:
        return command_line.invoke(context)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(click.exceptions.Exit) as leaving:
        run(*arguments)
    assert leaving.value.exit_code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], (None, False)),
        (["report.txt"], ("report.txt", False)),
        (["open", "report.txt"], ("report.txt", False)),
        (["open"], (None, False)),
        (["-"], ("-", False)),
        (["seed:a-sample"], ("seed:a-sample", False)),
        (["--private"], (None, True)),
        (["--private", "report.txt"], ("report.txt", True)),
        (["report.txt", "--private"], ("report.txt", True)),
        (["--private", "open", "report.txt"], ("report.txt", True)),
        (["./search"], ("./search", False)),
        (["open", "search"], ("search", False)),
        (["--", "-dashed.txt"], ("-dashed.txt", False)),
        (["two words"], ("two words", False)),
    ],
)
def test_a_word_that_is_no_command_is_an_article(
    opened: list[tuple[str | None, bool]], arguments: list[str], expected: tuple[str | None, bool]
) -> None:
    assert run(*arguments) == 0
    assert opened == [expected]


def test_a_command_wins_over_a_file_of_the_same_name(
    opened: list[tuple[str | None, bool]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paths").write_text("An article about paths.")
    run("paths")
    assert opened == []
    assert "library" in capsys.readouterr().out


def test_a_file_wins_over_a_suggestion(
    opened: list[tuple[str | None, bool]], tmp_path: Path
) -> None:
    (tmp_path / "serach").write_text("An article.")
    run("serach")
    assert opened == [("serach", False)]


@pytest.mark.parametrize(
    ("word", "command"),
    [("serach", "search"), ("analyse", "analyze"), ("exprot", "export"), ("Forget", "forget")],
)
@pytest.mark.usefixtures("opened")
def test_an_unknown_word_suggests_the_nearest_command(word: str, command: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        run(word)
    assert f'did you mean "{command}"?' in usage_sentence(caught.value)


def test_a_word_like_no_command_is_tried_as_an_article(
    opened: list[tuple[str | None, bool]],
) -> None:
    run("ukraine")
    run("serach.txt")
    assert [source for source, _ in opened] == ["ukraine", "serach.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--private", "search", "words"],
        ["--jsn"],
        ["search"],
        ["export", "--format", "pdf"],
        ["search", "--limit", "0", "words"],
        ["open", "one.txt", "two.txt"],
        ["one.txt", "two.txt"],
    ],
)
def test_wrong_usage_is_one_sentence(
    opened: list[tuple[str | None, bool]], arguments: list[str]
) -> None:
    with pytest.raises(click.UsageError) as caught:
        run(*arguments)
    sentence = usage_sentence(caught.value)
    assert "\n" not in sentence
    assert "closeread" in sentence
    assert opened == []


def test_analyze_with_nothing_to_read_says_what_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.cli.analyze.is_stdin_piped", lambda: False)
    with pytest.raises(click.UsageError) as caught:
        run("analyze")
    sentence = usage_sentence(caught.value)
    assert "name a text file" in sentence
    assert '"-"' in sentence


def test_help_names_every_command_and_shows_examples(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "--help")
    for name in command_line.commands:
        assert f"\n  {name} " in text
    assert "\n    closeread report.txt  " in text
    assert "--private" in text
    assert all(len(line) <= 80 for line in text.splitlines())
    assert printed(capsys, "-h") == text


@pytest.mark.parametrize("name", sorted(command_line.commands))
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, name, "--help")
    assert text.startswith(f"Usage: closeread {name}")
    command = command_line.get_command(click.Context(command_line), name)
    assert command is not None
    assert command.short_help
    assert all(len(line) <= 80 for line in text.splitlines())


def test_version_is_the_program_and_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--version") == f"closeread {__version__}\n"


def test_open_is_the_command_behind_a_bare_article() -> None:
    context = click.Context(command_line)
    assert command_line.get_command(context, "open") is open_command


@pytest.mark.parametrize(
    ("arguments", "is_insisted"),
    [
        (["a.txt"], False),
        (["--language", "en", "a.txt"], True),
        (["--language", "auto", "a.txt"], False),
        (["open", "--language", "en", "a.txt"], True),
        (["--language", "en"], True),
    ],
)
def test_the_desk_is_told_to_read_as_english(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], is_insisted: bool
) -> None:
    told: list[bool] = []

    def open_desk(source: str | None, *, read_as_english: bool, **_: bool) -> int:
        told.append(read_as_english)
        return 0

    monkeypatch.setattr(desk, "open_desk", open_desk)
    monkeypatch.setattr("tui.cli.command_line.open_desk", open_desk)
    run(*arguments)
    assert told == [is_insisted]
