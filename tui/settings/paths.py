"""Where closeread keeps its files: the one place that decides it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple


class Paths(NamedTuple):
    """Every file and folder closeread may write, none of them created yet."""

    config: Path
    """The reader's `config.toml`; read, never written by the program."""
    library: Path
    """`library.db`: what the reader made. Never rebuilt."""
    backups: Path
    """Folder of verified copies of the library, one before each migration."""
    cache: Path
    """`analysis.db`: what can be computed again; safe to delete."""
    log: Path
    """The rotating log file."""
    theme: Path
    """The theme picked on the desk, in two lines of text."""
    panels: Path
    """How large the panel with the keys is, as picked on the desk, in two lines of text."""
    readings: Path
    """The encodings and languages that the reader named for sources."""


def paths() -> Paths:
    """The paths of this user, from `CLOSEREAD_HOME` or the platform's conventions.

    `CLOSEREAD_HOME` puts everything into one folder; without it platformdirs decides
    (on Linux the XDG folders, which their environment variables move).
    """
    home = os.environ.get("CLOSEREAD_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        config, data, cache, state = root, root, root / "cache", root / "log"
    else:
        import platformdirs

        dirs = platformdirs.PlatformDirs("closeread", appauthor=False)
        config, data = Path(dirs.user_config_dir), Path(dirs.user_data_dir)
        cache, state = Path(dirs.user_cache_dir), Path(dirs.user_log_dir)
    return Paths(
        config=config / "config.toml",
        library=data / "library.db",
        backups=data / "backups",
        cache=cache / "analysis.db",
        log=state / "closeread.log",
        theme=data / "theme",
        panels=data / "panels",
        readings=data / "readings",
    )


def known_libraries() -> Path:
    """The file that notes where there have been libraries.

    Also with `CLOSEREAD_HOME` it lies where the platform has the logs of programs: of a home
    on a drive that is not connected nothing else tells that there was one. It is found without
    platformdirs, which a command that only prints paths need not wait for.
    """
    state = os.environ.get("XDG_STATE_HOME")
    if sys.platform == "darwin" and not state:
        folder = Path(os.path.expanduser("~/Library/Logs/closeread"))
    else:
        folder = Path(state or os.path.expanduser("~/.local/state")) / "closeread" / "log"
    return folder / "known-libraries"


def resource(folder: str, name: str) -> Path:
    """A file that ships with the program (`styles`, `seeds`), wherever it is installed.

    In a wheel the folders lie in `tui/_data`, in a checkout or an editable install
    beside the package.

    Raises:
        FileNotFoundError: The installation is incomplete or there is no such file.
    """
    package = Path(__file__).parent.parent
    for root in (package / "_data", package.parent):
        candidate = root / folder / name
        if candidate.is_file():
            return candidate
    raise FileNotFoundError(f"{folder}/{name} is missing from this installation of closeread")


def is_there(path: Path) -> bool:
    """Whether there is something at a path; `False` also where one may not look.

    `Path.exists` raises there before Python 3.12, and a folder of another user would end a desk.
    """
    return os.path.exists(path)


def make_private_folder(folder: Path) -> None:
    """Create a folder that only its owner can enter (0700), and the missing ones above it.

    An existing folder keeps its mode: it may be one the reader chose to share.

    Raises:
        OSError: The folder cannot be created.
    """
    # `mkdir(parents=True)` gives the folders above it the usual mode, open to all.
    for missing in reversed([parent for parent in folder.parents if not parent.exists()]):
        missing.mkdir(mode=0o700, exist_ok=True)
    folder.mkdir(mode=0o700, exist_ok=True)
