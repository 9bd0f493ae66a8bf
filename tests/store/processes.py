"""Another process that has a library open, or has it for itself, until it is told to end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.processes import ROOT

_OPEN = """
import sys
from pathlib import Path
from tui.store.database import Database
with Database(Path(sys.argv[2])):
    print("open", flush=True)
    sys.stdin.read()
"""
_ALONE = """
import sys
from pathlib import Path
from tui.store.holders import exclusively
with exclusively(Path(sys.argv[2])):
    print("alone", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another_process(library: Path, *, alone: bool = False) -> Iterator[subprocess.Popen[bytes]]:
    """Have another process, as the command `search`, hold a library while a block runs."""
    script = _ALONE if alone else _OPEN
    process = subprocess.Popen(
        [sys.executable, "-c", script, "search", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == (b"alone" if alone else b"open")
        yield process
    finally:
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                stream.close()
