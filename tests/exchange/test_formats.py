"""The table of what marks can be written as."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.exchange.test_marks import RECORDS
from tui.exchange.by_article import by_article
from tui.exchange.formats import FORMATS, MarksFormat, format_named, format_of, write_marks


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("a.md", "Markdown"),
        ("a.JSON", "JSON with everything a highlight has"),
        ("a.txt", "Markdown"),
        ("json", "Markdown"),
    ],
)
def test_the_ending_of_a_file_asks_for_its_format(name: str, label: str) -> None:
    assert format_of(Path(name)).label == label


def test_every_format_has_a_name_of_its_own() -> None:
    assert [format_named(each.name) for each in FORMATS] == list(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_writes_whole_lines(form: MarksFormat, tmp_path: Path) -> None:
    path = tmp_path / f"marks{form.suffix}"
    write_marks(path, by_article(RECORDS))
    written = path.read_text(encoding="utf-8")
    assert written == form.text(RECORDS)
    assert written.endswith("\n")


def test_a_format_can_be_asked_for_whatever_the_file_is_called(tmp_path: Path) -> None:
    path = tmp_path / "marks.txt"
    write_marks(path, by_article(RECORDS), format_named("json"))
    assert len(json.loads(path.read_text(encoding="utf-8"))["documents"]) == 2
