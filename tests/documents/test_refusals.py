"""What cannot be read is refused with one sentence that says what would help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.reader.made_files import zipped
from tui.documents.loading import load
from tui.errors import SourceError


def office(*streams: str) -> bytes:
    """The beginning of a file of an older Office program."""
    names = b"".join(f"{name}\0".encode("utf-16-le") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names + bytes(512)


REFUSED = {
    "old document": (office("WordDocument"), "Word document of the old kind", "DOCX"),
    "old sheet in a document": (office("WordDocument", "Workbook"), "Word document", "DOCX"),
    "old something": (office("Contents"), "older Office program", "newer form"),
    "old slides": (office("PowerPoint Document"), "is a presentation", "PDF"),
    "old sheet": (office("Workbook"), "is a spreadsheet", "copy"),
    "message": (office("__substg1.0_0037001F"), "is an Outlook message", "EML"),
    "locked": (office("EncryptedPackage"), "locked with a password", "without"),
    "slides": (zipped({"ppt/presentation.xml": ""}), "is a presentation", "PDF"),
    "sheet": (zipped({"xl/workbook.xml": ""}), "is a spreadsheet", "copy"),
    "open sheet": (
        zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "is a spreadsheet",
        "copy",
    ),
    "Pages": (zipped({"Index/Document.iwa": ""}), "is a Pages document", "DOCX"),
    "Kindle": (bytes(60) + b"BOOKMOBI" + bytes(100), "is a Kindle book", "calibre"),
    "DjVu": (b"AT&TFORM" + bytes(10), "is a scanned book", "PDF"),
    "archive": (zipped({"notes.txt": "word/ppt/xl"}), "is a zipped file", "unpack it"),
}


@pytest.mark.parametrize(("data", "reason", "help_given"), REFUSED.values(), ids=REFUSED)
def test_a_format_that_is_not_read_is_refused(
    tmp_path: Path, data: bytes, reason: str, help_given: str
) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(SourceError) as refused:
        load(str(path))
    assert reason in refused.value.message
    assert help_given in refused.value.hint
