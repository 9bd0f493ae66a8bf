"""The desk can import search before its first paint."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("module", ["find", "query", "article_search", "library_search"])
def test_importing_search_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, tui.search.{module}; print(*sys.modules)"
    output = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    heavy = {"rapidfuzz", "numpy", "spacy", "sqlite3", "textual"}
    assert f"tui.search.{module}" in output.split()
    assert not heavy & set(output.split())
