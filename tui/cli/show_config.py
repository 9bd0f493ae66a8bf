"""`closeread config`: where the settings are, what is in force, and what is wrong with them."""

from __future__ import annotations

import click

from tui.cli.output import report, write_line
from tui.documents.sanitising import sanitise, sanitise_line
from tui.settings.config import OUR_THEMES, load_config, unknown_theme
from tui.settings.config_text import default_text, effective_text
from tui.settings.paths import is_there, paths


@click.command("config", short_help="Print your settings, or the defaults with comments.")
@click.option("--default", "is_default", is_flag=True, help="The defaults, with comments.")
def show_config(is_default: bool) -> int:
    """Print the path of config.toml and the settings in force; check the file.

    "closeread config --default" prints a file with every setting and its default: send it
    to the path that "closeread config" names, and change what you like.
    """
    from tui.keys.keymap import keymap_of

    if is_default:
        write_line(default_text().rstrip())
        return 0
    path = paths().config
    config, problems = load_config(path)
    keymap = keymap_of(config)
    problems += keymap.problems
    if config.theme not in OUR_THEMES:
        # Only a theme that is not ours is worth the import.
        from textual.theme import BUILTIN_THEMES

        if config.theme not in BUILTIN_THEMES:
            problems += (unknown_theme(config.theme, (*OUR_THEMES, *BUILTIN_THEMES)),)
    # Of the keys what is in force, in the notation of the key table.
    bound = {i: keymap.by_id[i].keys for i in config.keys if i in keymap.by_id}
    absence = "" if is_there(path) else " (not there yet)"
    write_line(f"# {sanitise(str(path))}{absence}")
    for note in keymap.notes:
        write_line(f"# {sanitise_line(note)}")
    write_line(sanitise(effective_text(config._replace(keys=bound))))
    for problem in problems:
        report(problem)
    return 1 if problems else 0
