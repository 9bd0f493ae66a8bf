"""The README tells the truth about keys and commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli.show_formats import format_table
from tui.keys.commands import COMMANDS, key_list, key_table, shown_keys

README = Path(__file__).parent.parent / "README.md"


def test_its_table_of_formats_is_that_of_the_loaders() -> None:
    text = README.read_text(encoding="utf-8")
    table = re.search(r"<!-- formats -->\n(.*?)\n<!-- /formats -->", text, re.DOTALL)
    assert table is not None
    assert table[1].strip() == format_table()


def test_its_key_table_is_the_registry() -> None:
    text = README.read_text(encoding="utf-8")
    table = re.search(r"<!-- keys -->\n(.*?)\n<!-- /keys -->", text, re.DOTALL)
    assert table is not None
    assert table[1].strip() == key_table()


def test_no_key_is_said_to_work_where_an_editor_or_a_list_takes_it() -> None:
    assert "everywhere" not in key_table() + key_list()
    suspend = next(row for row in key_table().splitlines() if "`ctrl+z`" in row)
    assert suspend.endswith("| text, select, panel |")


def test_its_pictures_exist() -> None:
    for picture in re.findall(r"\((screenshots/[^)]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / picture).is_file(), picture


def test_every_label_is_said_once() -> None:
    labels = [command.label for command in COMMANDS]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("keys", "shown"), [("] e", "] e"), ("pagedown", "PgDn"), ("ctrl+d", "ctrl+d"), ("g g", "g g")]
)
def test_keys_are_shown_as_they_stand_on_a_keyboard(keys: str, shown: str) -> None:
    assert shown_keys(keys) == shown


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "tui/README.md"])
def test_no_half_merged_part_is_left_in_what_is_read(name: str) -> None:
    text = (README.parent / name).read_text(encoding="utf-8")
    assert not re.search(r"^(<{7}|={7}|>{7})( |$)", text, re.MULTILINE)
