"""The tables that hold the desk together name what there is."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import tui.desk
from tui.desk.part import Part
from tui.desk.parts import PART_OF, WORKS_AT_ONCE, named_parts, part_class, part_name
from tui.desk.reactions import (
    CANCELS,
    LAYERS,
    MADE_WITH_LIBRARY,
    MADE_WITH_PANELS,
    REACTIONS,
    READY_FOR_KEYS,
)
from tui.desk.surface import Occasion
from tui.keys.commands import BY_ID, COMMANDS, Group
from tui.widgets.hints import hinted

FOLDER = Path(tui.desk.__file__).parent
NAMES = sorted(
    path.stem
    for path in FOLDER.glob("*.py")
    if re.search(r"^class \w+\(Part\)", path.read_text(encoding="utf-8"), re.MULTILINE)
)
"""Every part of the desk."""
ROWS = [
    *(row for rows in REACTIONS.values() for row in rows),
    *LAYERS,
    *CANCELS,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_part_is_given_parts_that_there_are(name: str) -> None:
    kind = part_class(name)
    assert issubclass(kind, Part)
    for other in named_parts(kind):
        given = kind.__init__.__annotations__[other]
        assert given == part_class(other).__name__, f"{name} calls {given} {other}"


def test_no_part_needs_itself_to_be_made() -> None:
    needed = {name: set(named_parts(part_class(name))) for name in NAMES}
    while ready := {name for name, others in needed.items() if not others}:
        needed = {name: others - ready for name, others in needed.items() if name not in ready}
    assert needed == {}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ".".join(row))
def test_a_reaction_is_a_method_of_a_part_that_takes_nothing(row: tuple[str, str]) -> None:
    name, method = row
    code = getattr(part_class(name), method).__code__
    assert code.co_argcount == 1


def test_every_occasion_is_in_the_table() -> None:
    assert set(REACTIONS) == set(Occasion)


def test_parts_that_are_made_early_are_parts() -> None:
    assert {*MADE_WITH_PANELS, *MADE_WITH_LIBRARY, *READY_FOR_KEYS} <= set(NAMES)


@pytest.mark.parametrize(
    "command",
    [each for each in COMMANDS if each.group is not Group.LISTS],
    ids=lambda each: each.id,
)
def test_every_command_of_the_desk_is_known_to_its_part(command: object) -> None:
    known = BY_ID[getattr(command, "id")]  # noqa: B009
    assert part_class(part_name(known.id)).has(known)


def test_every_row_of_the_table_of_commands_is_used() -> None:
    ids = {command.id for command in COMMANDS if command.group is not Group.LISTS}
    nouns = {command_id.partition(".")[0] for command_id in ids}
    assert {row for row in PART_OF if row not in ids and row not in nouns} == set()


def test_hinted_commands_that_work_at_once_exist() -> None:
    modes = {mode for command in COMMANDS for mode in command.modes}
    assert {command_id for mode in modes for command_id in hinted(mode)} >= WORKS_AT_ONCE


@pytest.mark.parametrize("name", [*MADE_WITH_LIBRARY, *READY_FOR_KEYS])
def test_importing_a_part_early_imports_all_that_making_it_takes(name: str) -> None:
    code = (
        "import sys, tui.desk.parts as parts\n"
        f"parts.import_part({name!r})\n"
        "def needed(name):\n"
        "    others = parts.named_parts(parts.part_class(name))\n"
        "    return {name, *(each for other in others for each in needed(other))}\n"
        "before = set(sys.modules)\n"
        f"needed({name!r})\n"
        "assert set(sys.modules) == before\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=FOLDER.parents[1])
