"""The sizes the code keeps, each held by a test of its own.

They are read from the source, without importing it: what counts is what there is to read.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]

LINES_OF_A_FILE = 400
"""A file is read at one sitting; one of this length wants splitting already."""
METHODS_OF_A_CLASS = 40
"""Over its bases of ours too, one that is defined twice counted once: splitting a class into
bases makes none of it smaller."""
LINES_OF_A_FUNCTION = 40
"""With its docstring: what fits on a screen."""
IMPORTS_IN_FUNCTIONS = 175
"""Each defers what not every start needs; more hide what a module depends on."""

LONG_FUNCTIONS = frozenset(
    {
        "tui/documents/blocks.py: _is_wrapped",
        "tui/panels/findings.py: prepare",
        "tui/store/changes.py: do",
        "tui/widgets/derived_theme.py: derived_variables",
    }
)
"""The functions that are longer: sequences of steps or cases that lose by being cut. The list
only ever becomes shorter."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class ClassKey(NamedTuple):
    """Where a class is defined."""

    module: str
    name: str


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module of `tui` by its path below the root."""
    paths = sorted((ROOT / "tui").rglob("*.py"))
    return {path.relative_to(ROOT): ast.parse(path.read_bytes()) for path in paths}


def dotted(path: Path) -> str:
    """The name a module is imported by."""
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


@cache
def classes() -> dict[ClassKey, tuple[list[str], list[ClassKey]]]:
    """The methods and the bases of ours of every class at the top of a module."""
    found: dict[ClassKey, tuple[list[str], list[ClassKey]]] = {}
    for path, tree in modules().items():
        module = dotted(path)
        names = {
            alias.asname or alias.name: ClassKey(node.module or "", alias.name)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        here = [node for node in tree.body if isinstance(node, ast.ClassDef)]
        names |= {node.name: ClassKey(module, node.name) for node in here}
        for node in here:
            # `Base[Item]` is the base; what is imported from elsewhere is not ours.
            bases = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
            ours = [
                names[base.id] for base in bases if isinstance(base, ast.Name) if base.id in names
            ]
            methods = [child.name for child in node.body if isinstance(child, Function)]
            found[names[node.name]] = (methods, ours)
    return found


def with_bases(key: ClassKey) -> set[ClassKey]:
    """A class and every class of ours it inherits from."""
    if key not in classes():
        return set()
    return {key}.union(*(with_bases(base) for base in classes()[key][1]))


def test_no_file_is_longer_than_one_sitting() -> None:
    lengths = {path: len((ROOT / path).read_bytes().splitlines()) for path in modules()}
    assert {str(p): n for p, n in lengths.items() if n > LINES_OF_A_FILE} == {}


def test_no_class_has_more_methods_than_one_can_know() -> None:
    counts = {
        f"{key.module}.{key.name}": len(
            {name for each in with_bases(key) for name in classes()[each][0]}
        )
        for key in classes()
    }
    assert {name: n for name, n in counts.items() if n > METHODS_OF_A_CLASS} == {}


def test_bases_are_found_across_modules() -> None:
    """Else the count of methods would hold whatever the classes were."""
    key = ClassKey("tui.errors", "SourceError")
    assert ClassKey("tui.errors", "ClosereadError") in with_bases(key)
    assert any(base.module != key.module for key in classes() for base in with_bases(key))


def test_no_function_is_longer_than_a_screen_but_the_ones_listed() -> None:
    long = {
        f"{path}: {function.name}"
        for path, tree in modules().items()
        for function in functions(tree)
        if (function.end_lineno or 0) - function.lineno >= LINES_OF_A_FUNCTION
    }
    assert long - LONG_FUNCTIONS == set(), "to be cut"
    assert LONG_FUNCTIONS - long == set(), "to be taken off the list"


def test_imports_stand_at_the_top_unless_a_start_is_faster_without_them() -> None:
    inside = Counter(
        {
            str(path): len(
                {
                    node.lineno
                    for function in functions(tree)
                    for node in ast.walk(function)
                    if isinstance(node, (ast.Import, ast.ImportFrom))
                }
            )
            for path, tree in modules().items()
        }
    )
    assert inside.total() <= IMPORTS_IN_FUNCTIONS, inside.most_common(10)


def test_every_file_of_sqlite_is_opened_by_what_knows_damage() -> None:
    opened = [
        (str(path), ast.unparse(node))
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "sqlite3.connect"
    ]
    assert len(opened) > 10
    assert [
        each
        for each in opened
        if "factory=CheckedConnection" not in each[1] and "connect(':memory:'" not in each[1]
    ] == []


def test_no_two_files_have_the_same_name() -> None:
    names = Counter(path.name for path in modules() if path.name != "__init__.py")
    assert [name for name, count in names.items() if count > 1] == []


def test_every_module_says_what_it_holds() -> None:
    assert [str(path) for path, tree in modules().items() if not ast.get_docstring(tree)] == []
