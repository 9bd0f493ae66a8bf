"""What the reader picked on the desk, a theme and how large panels are, beside the library.

The configuration file is the reader's and is never written. A pick is kept together with the
setting it stands over: when the reader later writes another value into the file, that is the
newer wish, and the pick is forgotten.
"""

from __future__ import annotations

from pathlib import Path

from tui.settings.paths import make_private_folder


def pick_in_force(path: Path, setting: str) -> str:
    """What was picked if it is newer than the setting, else the setting.

    Args:
        path: Where the pick is kept; a missing or damaged file is no pick.
        setting: The value of the configuration.
    """
    try:
        picked, over = path.read_text(encoding="utf-8").splitlines()[:2]
    except (OSError, UnicodeDecodeError, ValueError):
        return setting
    return picked if over == setting else setting


def remember_pick(path: Path, picked: str, setting: str) -> None:
    """Keep a pick.

    Args:
        path: Where it is kept.
        picked: What was picked.
        setting: The value of the configuration, which it stands over.

    Raises:
        WriteError: It cannot be written; it holds until the desk is closed.
        OSError: Its folder cannot be made.
    """
    from tui.outside.file_writing import write_file

    make_private_folder(path.parent)
    write_file(path, f"{picked}\n{setting}\n")
