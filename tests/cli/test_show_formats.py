"""`closeread formats`: what can be opened."""

from __future__ import annotations

from click.testing import CliRunner

from tui.cli.command_line import command_line
from tui.documents.loaders import LOADERS


def test_formats_are_listed_with_their_endings_and_what_is_refused() -> None:
    printed = CliRunner().invoke(command_line, ["formats"]).output
    for loader in LOADERS:
        assert all(ending in printed for ending in loader.endings.split())
        assert loader.name.removeprefix("not a text but ").split()[-1] in printed
    assert max(map(len, printed.splitlines())) <= 100


def test_the_table_has_a_row_for_every_format_that_is_read() -> None:
    printed = CliRunner().invoke(command_line, ["formats", "--markdown"]).output
    readable = [loader for loader in LOADERS if loader.endings]
    assert len(printed.splitlines()) == len(readable) + 2
    assert "| web page | `.html` `.htm` `.xhtml` |" in printed
    assert all(loader.keeps for loader in readable)
