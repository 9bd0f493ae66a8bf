"""What cannot be read is refused with one sentence that says what would help."""

from __future__ import annotations

import plistlib
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
    "Pages": (zipped({"Index/Document.iwa": ""}), "is a document of Pages", "DOCX"),
    "Kindle": (bytes(60) + b"BOOKMOBI" + bytes(100), "is a Kindle book", "calibre"),
    "DjVu": (b"AT&TFORM" + bytes(10), "is a scanned book", "PDF"),
    "XPS": (zipped({"FixedDocSeq.fdseq": ""}), "is an XPS document", "PDF"),
    "PostScript": (b"%!PS-Adobe-3.0\n(It is shut) show\n", "is a PostScript file", "ps2pdf"),
    "help": (b"ITSF\3\0\0\0" + bytes(90), "is a book of a kind", "calibre"),
    "FictionBook": (b"<?xml version='1.0'?><FictionBook/>", "is a book of a kind", "calibre"),
    "TEI": (b"<?xml version='1.0'?>\n<TEI><p>It is shut.</p></TEI>", "is XML", "pandoc"),
    "drawing": (b"<svg><text>It is shut.</text></svg>", "is a drawing", "browser"),
    "photograph": (b"\0\0\0\x18ftypheic" + bytes(90), "is an image", "tesseract"),
    "small image": (b"RIFF\1\0\0\0WEBPVP8 " + bytes(90), "is an image", "tesseract"),
    "bitmap": (b"BM\x36\0\1\0" + bytes(90), "is an image", "tesseract"),
    "film": (b"\0\0\0\x18ftypmp42" + bytes(90), "is a sound or a film", "subtitles"),
    "song": (b"ID3\3\0\0" + bytes(90), "is a sound or a film", "subtitles"),
    "7z": (b"7z\xbc\xaf'\x1c" + bytes(90), "is a compressed file", "unpack it"),
    "tar": (b"a.txt" + bytes(252) + b"ustar\0" + bytes(90), "is a compressed file", "unpack it"),
    "link": (
        b"[InternetShortcut]\r\nURL=https://a.example/b?c=1\r\n",
        "is a shortcut",
        "open https://a.example/b?c=1",
    ),
    "entry": (b"[Desktop Entry]\nURL=file:///etc/passwd\n", "is a shortcut", "what it leads to"),
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


@pytest.mark.parametrize("form", list(plistlib.PlistFormat))
def test_a_shortcut_of_a_mac_says_where_it_leads(
    tmp_path: Path, form: plistlib.PlistFormat
) -> None:
    path = tmp_path / "harbour.webloc"
    path.write_bytes(plistlib.dumps({"URL": "https://a.example/b"}, fmt=form))
    with pytest.raises(SourceError, match=r"; open https://a\.example/b$"):
        load(str(path))


@pytest.mark.parametrize(
    "text",
    [
        "ID3 tags are read first.",
        "BM is short for it.",
        "BZh is no word.",
        "RIFF is loud.",
        "<Ann> the harbour is shut",
        "[Desktop] It is shut.",
    ],
)
def test_a_text_that_begins_like_a_format_is_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes"
    path.write_text(text)
    assert load(str(path)).text == text
