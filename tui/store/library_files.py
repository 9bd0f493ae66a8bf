"""The files of a library: where it really lies, and what lies beside it by which name."""

from __future__ import annotations

import os
from pathlib import Path

COMMITS = "-commits"
"""How many changes were saved in it, see `tui.store.commit_count`."""
BESIDE = ("-wal", "-shm", "-journal", COMMITS)
"""What lies beside a library and belongs to it alone."""
LOCK = "-lock"
"""What tells which processes have the library open."""
NEW = "-new"
"""A library that is being written, to take the place of this one; nothing is decided yet."""
REPLACEMENT = "-replacement"
"""A whole library that takes the place of this one, whatever happens."""
PART = ".closeread.part"
"""A copy of a library until it is verified; a name that no file of the reader's has."""


def real_place(library: Path) -> Path:
    """Where a library lies or would lie: at the end of a link, unless there is no such folder."""
    real = Path(os.path.realpath(library))
    return real if os.path.isdir(real.parent) else library.absolute()


def beside(library: Path, ending: str) -> Path:
    """The file beside a library whose name goes on with an ending."""
    place = real_place(library)
    return place.with_name(f"{place.name}{ending}")


def put_aside_in(library: Path) -> list[Path]:
    """The libraries that were put aside here, oldest first."""
    place = real_place(library)
    return sorted(place.parent.glob(f"{place.stem}-put-aside-*{place.suffix}"))
