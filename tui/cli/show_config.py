"""`closeread config`: where the settings are, what is in force, and what is wrong with them."""

from __future__ import annotations

import click

from tui.cli.output import report, write_line
from tui.documents.sanitising import sanitise, sanitise_line
from tui.settings.config import (
    FOCUSED_CHOICES,
    OUR_THEMES,
    Config,
    load_config,
    shown,
    unknown_theme,
)
from tui.settings.config_text import default_text, effective_text
from tui.settings.paths import Paths, is_there, paths
from tui.settings.picks import pick_in_force


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
    where = paths()
    config, problems = load_config(where.config)
    keymap = keymap_of(config)
    problems += keymap.problems
    picked = _with_picks(config, where)
    theme, unknown = _theme_in_force(config.theme, picked.theme)
    problems += unknown
    # Of the keys what is in force, in the notation of the key table.
    bound = {i: keymap.by_id[i].keys for i in config.keys if i in keymap.by_id}
    absence = "" if is_there(where.config) else " (not there yet)"
    write_line(f"# {sanitise(str(where.config))}{absence}")
    for note in (*keymap.notes, *_told_picks(config, picked)):
        write_line(f"# {sanitise_line(note)}")
    write_line(sanitise(effective_text(picked._replace(theme=theme, keys=bound))))
    for problem in problems:
        report(problem)
    return 1 if problems else 0


def _with_picks(config: Config, where: Paths) -> Config:
    """The settings with what was picked on the desk since they were written."""
    size = pick_in_force(where.panels, config.panels.focused)
    panels = config.panels._replace(focused=size) if size in FOCUSED_CHOICES else config.panels
    return config._replace(theme=pick_in_force(where.theme, config.theme), panels=panels)


def _theme_in_force(written: str, picked: str) -> tuple[str, tuple[str, ...]]:
    """The theme that the desk takes, and a sentence about each name that is none.

    Args:
        written: What the file names, or the default.
        picked: What was picked on the desk over it; the same where nothing was.
    """
    names = dict.fromkeys((written, picked))
    if set(names) <= set(OUR_THEMES):
        return picked, ()
    # Only a theme that is not ours is worth the import.
    from textual.theme import BUILTIN_THEMES

    known = (*OUR_THEMES, *BUILTIN_THEMES)
    used = picked if picked in known else OUR_THEMES[0]
    return used, tuple(unknown_theme(name, known, used) for name in names if name not in known)


def _told_picks(written: Config, picked: Config) -> list[str]:
    """Where something else is in force than what is written, because it was picked on the desk."""
    settings = [("theme", written.theme, picked.theme)]
    settings.append(("panels.focused", written.panels.focused, picked.panels.focused))
    return [
        f"{name}: {shown(now)} was picked on the desk and stands over {shown(before)} until that "
        "line of the file changes"
        for name, before, now in settings
        if now != before
    ]
