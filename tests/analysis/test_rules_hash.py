"""Results of older rules are never shown as today's: what decides them is in the fingerprint."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from compileall import compile_dir
from pathlib import Path

import pytest

import tui
from tui.analysis.rules_hash import ROOMS, hash_of, rules_hash

PACKAGE = Path(tui.__file__).parent

ANALYSE = """
import sys
from tui.analysis.pipeline import analyse, load_pipeline
from tui.documents.loading import from_text

TEXT = '''Mayor Ada Obi said on Monday: "Nobody knows who paid for the ferry." She declined
to say whether Port Ellis will sue. The court has yet to decide. "We may appeal," Obi added.'''
found = analyse(from_text(TEXT, "ferry.txt"), load_pipeline())
assert found.entities and found.quotes and found.questions
print(*sorted(module.__file__ for name, module in sys.modules.items() if name.startswith("tui.")))
"""

DECIDES_NOTHING = {"errors.py", "settings/__init__.py", "settings/paths.py"}
"""What an analysis loads beside its rules: the words for what went wrong, and the folders."""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program, to be changed."""
    copied = tmp_path / "tui"
    shutil.copytree(PACKAGE, copied, ignore=shutil.ignore_patterns("__pycache__"))
    return copied


def in_fresh_interpreter(code: str, path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(path)},
    )
    return done.stdout.strip()


def test_one_byte_in_any_module_of_an_analysis_makes_it_another_one(package: Path) -> None:
    loaded = in_fresh_interpreter(ANALYSE, PACKAGE.parent).split()
    modules = {Path(name).relative_to(PACKAGE) for name in loaded}
    assert len(modules) > 100
    unchanged = hash_of(package)
    missed = set()
    for module in modules:
        file = package / module
        data = file.read_bytes()
        file.write_bytes(data + b"\n")
        if hash_of(package) == unchanged:
            missed.add(module.as_posix())
        file.write_bytes(data)
    assert missed <= DECIDES_NOTHING
    assert hash_of(package) == unchanged == rules_hash()


def test_a_new_and_a_renamed_rule_make_it_another_one(package: Path) -> None:
    known = {hash_of(package)}
    for room in ROOMS:
        (package / room / "new.csv").write_text("")
        known.add(hash_of(package))
        (package / room / "new.csv").rename(package / room / "newer.csv")
        known.add(hash_of(package))
    assert len(known) == 1 + 2 * len(ROOMS)


def test_byte_code_beside_its_source_and_hidden_files_do_not_count(package: Path) -> None:
    unchanged = hash_of(package)
    (package / ROOMS[0] / "__pycache__").mkdir()
    (package / ROOMS[0] / "__pycache__" / "model.pyc").write_bytes(b"")
    (package / ROOMS[0] / ".model.py.swp").write_bytes(b"")
    assert hash_of(package) == unchanged


def test_an_archive_is_hashed_like_the_folder_it_was_made_of(package: Path) -> None:
    archive = shutil.make_archive(str(package.parent / "closeread"), "zip", package.parent, "tui")
    code = "import tui.analysis.rules_hash as r; assert '.zip' in r.__file__; print(r.rules_hash())"
    assert in_fresh_interpreter(code, Path(archive)) == rules_hash()


def test_without_sources_the_byte_code_is_hashed(package: Path) -> None:
    assert compile_dir(package, quiet=1, legacy=True)
    for source in package.rglob("*.py"):
        source.unlink()
    code = "import tui.analysis.rules_hash as r; print(r.__file__, r.rules_hash())"
    file, before = in_fresh_interpreter(code, package.parent).split()
    assert file.endswith(".pyc")
    (package / "analysis" / "language.pyc").write_bytes(b"")
    assert in_fresh_interpreter(code, package.parent).split() != [file, before]
