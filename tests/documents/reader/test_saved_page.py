"""Pages that a browser saved into one file."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from tests.documents.reader.test_web_page import PAGE, PROSE
from tui.documents.loading import load
from tui.errors import SourceError

HTML = (
    PAGE.format(*PROSE).replace("<link rel=canonical", "<link rel=x").replace('rel="canonical"', "")
)
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://gazette.example/news/harbour
Subject: Harbour of Orsk closed until May
Date: Mon, 9 Mar 2026 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----x"

------x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: binary
Content-Location: https://gazette.example/news/harbour

{html}
------x
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------x--
"""


def saved(folder: Path, name: str, data: bytes) -> str:
    path = folder / name
    path.write_bytes(data)
    return str(path)


def archive(html: str, form: plistlib.PlistFormat) -> bytes:
    main = {
        "WebResourceData": html.encode(),
        "WebResourceURL": "https://gazette.example/news/harbour",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceMIMEType": "text/html",
    }
    return plistlib.dumps({"WebMainResource": main}, fmt=form)


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.mhtml", MHTML.format(html=HTML).replace("\n", "\r\n").encode(), "a saved web page"),
        (
            "a",
            'From: "Saved by Windows Internet Explorer 9"\nSubject: Harbour\nMIME-Version: 1.0\n'
            "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
            f"Content-Location: https://gazette.example/news/harbour\n\n{HTML}".encode(),
            "a saved web page",
        ),
        (
            "a",
            MHTML.replace("Date", "X: =?a\nb\nDate").format(html=HTML).encode(),
            "a saved web page",
        ),
        ("a", MHTML.replace("Snap", "X-Snap").format(html=HTML).encode(), "a saved web page"),
        ("a", archive(HTML, plistlib.FMT_BINARY), "a saved web page"),
        ("a.webarchive", archive(HTML, plistlib.FMT_XML), "a saved web page"),
        (
            "a.html",
            f"<!--\n Page saved with SingleFile \n url: https://gazette.example/news/harbour "
            f"\n saved date: Mon Mar 09 2026\n-->{HTML}".encode(),
            "a web page",
        ),
    ],
)
def test_a_saved_page_is_its_article_and_knows_where_it_was(
    tmp_path: Path, name: str, data: bytes, form: str
) -> None:
    article = load(saved(tmp_path, name, data))
    assert article.title == "Harbour of Orsk closed until May"
    assert PROSE[3] in article.text
    assert "All rights reserved" not in article.text
    assert article.address == "https://gazette.example/news/harbour"
    assert "https://gazette.example/money" in {span.target for span in article.styles}
    assert article.origin is not None
    assert article.origin.format == form


@pytest.mark.parametrize(
    "data",
    [
        MHTML.format(html="").replace("text/html; charset", "text/plain; charset").encode(),
        b"bplist00WebMainResource" + b"\xff" * 40,
        b"<?xml version='1.0'?><plist><dict><key>WebMainResource</key><string/></dict></plist>",
        b"<?xml version='1.0'?><!DOCTYPE plist [<!ENTITY a 'x'>]><plist>&a;WebMainResource</plist>",
    ],
)
def test_a_file_without_a_page_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        load(saved(tmp_path, "a.mhtml", data))
    assert "no web page" in refused.value.message
