"""`closeread config` and `closeread keys`: what is in force, and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.processes import closeread
from tests.cli.test_names_and_help import run
from tui.keys.commands import COMMANDS, key_table
from tui.settings.config import Config, load_config
from tui.settings.config_text import default_text
from tui.settings.paths import paths
from tui.settings.picks import remember_pick


def settings(home: Path, text: str) -> Path:
    home.mkdir(parents=True, exist_ok=True)
    path = home / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_path_and_the_defaults_are_printed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("config") == 0
    printed = capsys.readouterr()
    assert f"{home / 'config.toml'} (not there yet)" in printed.out
    assert 'theme = "ink"' in printed.out
    assert printed.err == ""


def test_what_is_printed_can_be_used_as_the_file(
    home: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = settings(home, 'measure = 70\n[keys]\n"mark.make" = "F5"\n')
    assert run("config") == 0
    copy = tmp_path / "copy.toml"
    copy.write_text(capsys.readouterr().out, encoding="utf-8")
    assert load_config(copy) == (Config(measure=70, keys={"mark.make": ("f5",)}), ())
    assert load_config(path)[0].measure == 70


def test_the_commented_defaults_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("config", "--default") == 0
    assert capsys.readouterr().out == default_text()


def test_every_mistake_is_named_and_the_exit_code_tells(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(home, 'theme = "nrod"\nmesure = 3\n[keys]\n"mark.note" = "q"\n')
    assert run("config") == 1
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 3
    assert any("no theme “nrod”; did you mean nord?" in line for line in told)
    assert any("did you mean measure?" in line for line in told)
    assert any("keys.mark.note" in line for line in told)


def test_a_theme_that_there_is_not_is_named_and_what_is_used_instead_is_printed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(home, 'theme = "solarizd-dark"\n')
    assert run("config") == 1
    printed = capsys.readouterr()
    assert 'theme = "ink"' in printed.out.splitlines()
    assert "solarizd-dark" not in printed.out
    assert printed.err.splitlines() == [
        "closeread: theme: there is no theme “solarizd-dark”; did you mean solarized-dark? "
        "ink is used"
    ]


def test_what_was_picked_on_the_desk_is_in_force(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = settings(home, 'theme = "nrod"\n')
    remember_pick(paths().theme, "dracula", "nrod")
    remember_pick(paths().panels, "whole", "large")
    assert run("config") == 1
    printed = capsys.readouterr()
    assert {'theme = "dracula"', 'focused = "whole"'} <= set(printed.out.splitlines())
    assert '# theme: "dracula" was picked on the desk and stands over "nrod"' in printed.out
    assert printed.err.endswith("no theme “nrod”; did you mean nord? dracula is used\n")
    path.write_text('theme = "ink-light"\n[panels]\nfocused = "even"\n', encoding="utf-8")
    assert run("config") == 0
    printed = capsys.readouterr()
    assert 'theme = "ink-light"' in printed.out.splitlines(), "what is written since is newer"
    assert "picked on" not in printed.out


def test_what_is_written_in_the_file_reaches_the_terminal_harmless(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(home, 'theme = "\\u001b[2J"\n"\\u001b[3J" = 1\n[keys]\n"\\u001b[4J" = "x"\n')
    assert run("config") == 1
    printed = capsys.readouterr()
    assert "\x1b" not in printed.out + printed.err


def test_every_command_is_listed_with_its_keys(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(home, '[keys]\n"mark.make" = "f5"\n"change.undo" = []\n')
    assert run("keys") == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line}
    assert {command.id for command in COMMANDS} <= lines.keys()
    assert " F5 " in lines["mark.make"]
    assert "(no key)" in lines["change.undo"]


def test_the_key_table_can_be_had_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("keys", "--markdown") == 0
    assert capsys.readouterr().out == key_table() + "\n"


def test_neither_command_imports_textual(home: Path, tmp_path: Path) -> None:
    for command in ("config", "keys"):
        done = closeread(command, home=home, cwd=tmp_path, PYTHONPROFILEIMPORTTIME="1")
        assert done.returncode == 0
        assert "textual" not in done.stderr
