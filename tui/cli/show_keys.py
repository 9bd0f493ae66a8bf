"""`closeread keys`: every command with the keys in force."""

from __future__ import annotations

import click

from tui.cli.output import report, write_line
from tui.settings.config import load_config
from tui.settings.paths import paths


@click.command("keys", short_help="Print every command of the desk with its keys.")
@click.option("--markdown", is_flag=True, help="As a Markdown table.")
def show_keys(markdown: bool) -> int:
    """Print every command of the desk with its keys, yours where you set them.

    The first column is what [keys] in config.toml calls a command.
    """
    from tui.keys.commands import key_list, key_table
    from tui.keys.keymap import keymap_of

    keymap = keymap_of(load_config(paths().config)[0])
    for problem in keymap.problems:
        report(problem)
    write_line((key_table if markdown else key_list)(keymap.commands))
    return 1 if keymap.problems else 0
