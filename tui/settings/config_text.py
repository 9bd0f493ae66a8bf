"""The settings as a file: the commented defaults, and those in force."""

from __future__ import annotations

from tui.settings.colours import COLOURS
from tui.settings.config import (
    NARROWEST_MEASURE,
    NARROWEST_PANELS,
    PANEL_CHOICES,
    WIDEST_MEASURE,
    WIDEST_PANELS,
    Config,
    quoted,
    shown,
)

_HEAD = """\
# closeread: your settings. Every line is optional; what is commented out is the default.
# A mistake is named when the desk opens, and the default used; reading goes on.
"""

_WORDS = {
    "theme": 'ink, ink-light, high-contrast, ansi or any theme that "T" lists; a theme chosen\n'
    "# there is remembered until this line changes",
    "measure": f"columns of the text, {NARROWEST_MEASURE} to {WIDEST_MEASURE}",
    "keep": '"marked": a text is stored only with its first highlight',
    "keep_originals": "of web pages, PDF files and the like the file itself is kept too, for\n"
    '# comparing: "marked" of articles with a highlight, "all", "none"',
    "refetch": "true: ask an address that you have read before again, whenever you open it",
    "allow_private": "true: open addresses of this machine and of private networks, too",
    "questions": '"strict": only the open questions that are surest',
    "views": "true: list what people believe, fear or hope among the quotes",
    "mouse": "false: the terminal selects as it always does",
    "glyphs": '"ascii": for terminals that draw signs and lines two columns wide, or not at all',
    "model": 'a spaCy model you installed, like "en_core_web_md"; empty: the one that comes along',
    "citation": 'what "y" copies: "plain" text with its source, or "markdown"',
    "exports": 'the folder that "e" proposes, like "~/notes"; empty: where closeread was started',
    "clipboard": '"osc52" asks the terminal; or a command that reads the text, like "wl-copy"',
    "backup_room": 'room for all backups: so many times the library, or "500 MB", "2 GB"; two\n'
    "# are kept in any case",
}


def default_text() -> str:
    """A file with every setting, commented, that loads back to the defaults."""
    config = Config()
    parts = [_HEAD]
    for name in Config._fields:
        if name in _WORDS:
            value = shown(getattr(config, name))
            parts.append(f"# {_WORDS[name]}\n{name} = {value}\n")
    names = "\n".join(f'{colour} = "{colour}"' for colour in COLOURS)
    parts.append(f"# your own names for the colours of highlights\n[colours]\n{names}\n")
    parts.append(
        f"[panels]\n# the panel that is open where not all have room: {', '.join(PANEL_CHOICES)}\n"
        f'open = "{config.panels.open}"\n'
        f"# columns of the side panels, {NARROWEST_PANELS} to {WIDEST_PANELS}\n# width = 42\n"
        '# the panel with the keys: "large" beside small ones, "whole" beside lines, "even" as it\n'
        "# is without them; what + and - choose there is remembered until this line changes\n"
        f'focused = "{config.panels.focused}"\n'
    )
    parts.append(
        '# keys by command, as "closeread keys" names and writes them; [] takes all keys away\n'
        '[keys]\n# "mark.make" = ["h", "H"]\n# "text.top" = "g g"\n'
    )
    return "\n".join(parts)


def effective_text(config: Config) -> str:
    """The settings in force as a file: every value, no comments."""
    lines = [f"{name} = {shown(getattr(config, name))}" for name in _WORDS]
    lines += ["", "[colours]"]
    lines += [f"{colour} = {shown(config.colours.of(colour))}" for colour in COLOURS]
    lines += ["", "[panels]", f"open = {shown(config.panels.open)}"]
    lines.append(f"focused = {shown(config.panels.focused)}")
    if config.panels.width is not None:
        lines.append(f"width = {config.panels.width}")
    if config.keys:
        lines += ["", "[keys]"]
        for command_id, keys in config.keys.items():
            lines.append(f'"{command_id}" = [{", ".join(quoted(key) for key in keys)}]')
    return "\n".join(lines)
