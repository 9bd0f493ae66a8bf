"""PDF files that mean harm or are broken: an article or one sentence, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.reader.hostile_pdfs import hostile
from tui.documents.article import Article
from tui.documents.loading import load
from tui.documents.sanitising import sanitise, sanitise_line
from tui.errors import SourceError


def loaded(path: str) -> Article | SourceError:
    try:
        return load(path)
    except SourceError as refused:
        return refused


@pytest.mark.parametrize(("name", "data"), [pytest.param(*case, id=case[0]) for case in hostile()])
def test_a_hostile_file_is_read_or_refused_in_one_sentence(
    name: str, data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "walls.pdf"
    path.write_bytes(data)
    found = loaded(str(path))
    if isinstance(found, SourceError):
        assert str(path) in found.message
        assert sanitise_line(str(found)) == str(found)
        assert "takes too long" not in found.message
        return
    assert sanitise(found.text) == found.text
    lines = [found.title, found.byline or "", *(each.label for each in found.milestones)]
    lines += [span.target for span in found.styles]
    assert [sanitise_line(line) for line in lines] == lines
