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
_CUT_OFF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN")
connection.execute("CREATE TABLE half (words)")
connection.executemany("INSERT INTO half VALUES (zeroblob(4000))", [()] * 50)
os._exit(9)
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


def cut_off(library: Path) -> None:
    """Kill a process in a transaction of a file without a log: its journal is left behind."""
    subprocess.run([sys.executable, "-c", _CUT_OFF, str(library)], check=False)
