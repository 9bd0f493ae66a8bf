"""A file with highlights is not replaced by one with fewer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.exchange.test_marks import RECORDS
from tui.exchange.by_article import by_article
from tui.exchange.earlier_exports import marks_in
from tui.exchange.formats import FORMATS, MarksFormat, write_marks
from tui.outside.file_writing import WriteError


def written(path: Path, count: int) -> None:
    write_marks(path, by_article(RECORDS[:count]), may_lose=True)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("count", [0, 1, len(RECORDS)])
def test_every_format_is_counted_as_it_was_written(
    form: MarksFormat, count: int, tmp_path: Path
) -> None:
    path = tmp_path / f"marks{form.suffix}"
    written(path, count)
    assert marks_in(path) == count


@pytest.mark.parametrize("tags", ["\\#to do, \\#war", "#to-do, #war"])
def test_an_export_of_before_is_counted_by_its_line_in_brackets(tmp_path: Path, tags: str) -> None:
    path = tmp_path / "marks.md"
    path.write_text(f"> Words.\n\n(Ada Obi, green, {tags}, 2024-03-02)\n")
    assert marks_in(path) == 1


def test_an_export_that_was_changed_since_is_still_counted(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    written(path, 3)
    path.write_text(json.dumps(json.loads(path.read_text()), separators=(",", ":")))
    assert marks_in(path) == 3
    path = tmp_path / "marks.md"
    written(path, 3)
    path.write_text("# Mine\r\n\r\n" + path.read_text().replace("\n", "\r\n"), newline="")
    assert marks_in(path) == 3


def test_a_note_that_looks_like_json_is_no_mark(tmp_path: Path) -> None:
    path = tmp_path / "marks.json"
    path.write_text(json.dumps({"note": '"anchor": {', "documents": []}))
    assert marks_in(path) == 0


@pytest.mark.parametrize("form", FORMATS)
def test_fewer_do_not_take_the_place_of_more(form: MarksFormat, tmp_path: Path) -> None:
    path = tmp_path / f"marks{form.suffix}"
    written(path, 3)
    before = path.read_bytes()
    for fewer in (0, 2):
        with pytest.raises(WriteError, match=r"holds 3 highlights and this export (none|2)"):
            write_marks(path, by_article(RECORDS[:fewer]))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    write_marks(path, by_article(RECORDS))
    write_marks(path, by_article(RECORDS[:1]), may_lose=True)
    assert marks_in(path) == 1


def test_another_form_of_the_same_marks_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "marks.txt"
    for form in (*FORMATS, *FORMATS):
        write_marks(path, by_article(RECORDS), form)
        assert marks_in(path) == len(RECORDS)


def test_what_is_no_export_stays(tmp_path: Path) -> None:
    path = tmp_path / "thesis.md"
    path.write_text("# My thesis\n\nYears of work (green, 2024).\n")
    with pytest.raises(WriteError, match=r"thesis.md is no export of closeread; .* --force"):
        write_marks(path, by_article(RECORDS))
    assert "Years" in path.read_text()


def test_an_empty_file_holds_nothing_to_keep(tmp_path: Path) -> None:
    path = tmp_path / "marks.md"
    path.write_text("\n")
    write_marks(path, by_article(RECORDS))
    assert marks_in(path) == 3


def test_a_file_that_cannot_be_read_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marks.md"
    written(path, 3)

    def refuse(_: Path) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.exchange.earlier_exports.marks_in", refuse)
    with pytest.raises(WriteError, match=r"cannot be read \(permission denied\), so it is kept"):
        write_marks(path, by_article(RECORDS))
