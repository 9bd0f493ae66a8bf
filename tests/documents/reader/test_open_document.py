"""Texts of OpenDocument: what a word processor sets is set here; and what is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.documents.reader.made_files import (
    OPEN_DOCUMENT,
    contents_of,
    open_document,
    rendered_of,
    zipped,
)
from tui.documents.article import TextStyle
from tui.documents.loading import load
from tui.errors import SourceError


def words(body: str) -> str:
    return rendered_of("open_document", open_document(body)).text


def styled(body: str) -> list[tuple[str, TextStyle]]:
    rendered = rendered_of("open_document", open_document(body))
    return [(rendered.text[span.start : span.end], span.style) for span in rendered.styles]


@pytest.mark.parametrize(
    ("body", "words", "style"),
    [
        ('<text:p text:style-name="P1">Tides</text:p>', "Tides", TextStyle.TITLE),
        ('<text:h text:outline-level="2">Ebb</text:h>', "Ebb", TextStyle.HEADING),
        ('<text:h text:outline-level="x">Ebb</text:h>', "Ebb", TextStyle.TITLE),
        ('<text:p text:style-name="Quotations">Go.</text:p>', "Go.", TextStyle.QUOTATION),
        ('<text:p text:style-name="Preformatted_20_Text">x</text:p>', "x", TextStyle.CODE),
        ('<text:p text:style-name="Illustration">A pier</text:p>', "A pier", TextStyle.CAPTION),
        ('<text:p>a <text:span text:style-name="T1">b</text:span></text:p>', "b", TextStyle.STRONG),
        ('<text:p><text:span text:style-name="Emphasis">b</text:span></text:p>', "b",
         TextStyle.EMPHASIS),
        ('<text:p><text:a xlink:href="https://a.example/">b</text:a></text:p>', "b",
         TextStyle.LINK),
    ],
)  # fmt: skip
def test_words_are_set_as_their_styles_say(body: str, words: str, style: TextStyle) -> None:
    assert styled(body) == [(words, style)]


@pytest.mark.parametrize(
    ("position", "shown"),
    [("super 58%", "x²"), ("33% 58%", "x²"), ("sub 58%", "x₂"), ("-33% 58%", "x₂"),
     ("0% 100%", "x2"), ("", "x2")],
)  # fmt: skip
def test_digits_off_the_line_are_signs_of_their_own(position: str, shown: str) -> None:
    style = (
        f'<office:styles {OPEN_DOCUMENT}><style:style style:name="Off"><style:text-properties '
        f'style:text-position="{position}"/></style:style></office:styles>'
    )
    body = '<text:p>x<text:span text:style-name="Off">2</text:span></text:p>'
    made = open_document(body, {"styles.xml": style})
    assert rendered_of("open_document", made).text == shown


def test_styles_that_stand_on_one_another_in_a_circle_set_nothing() -> None:
    assert styled('<text:p text:style-name="P2">Words.</text:p>') == []


ITEM = "<text:list-item><text:p>{}</text:p>{}</text:list-item>"


def test_lists_are_numbered_and_nested_as_their_style_says() -> None:
    inner = f"<text:list>{ITEM.format('within', '')}</text:list>"
    body = (
        f'<text:list text:style-name="L1">{ITEM.format("one", "")}{ITEM.format("two", inner)}'
        f"<text:list-item>{inner}</text:list-item></text:list>"
        f"<text:list>{ITEM.format('other', '')}</text:list>"
    )
    assert words(body) == "1. one\n2. two\n   – within\n   – within\n\n• other"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b c\nd"),
        ("<text:p>a<text:s text:c='99999999999'/>b</text:p>", "a b"),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>a</text:p>",
         "a"),
        ("<text:p>a<text:note><text:note-citation>7</text:note-citation><text:note-body>"
         "<text:p>A note.</text:p></text:note-body></text:note>, b.</text:p>",
         "a[1], b.\n\n1. A note."),
        ("<text:p>a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame>"
         "</text:p>", "a\n\nboxed"),
        ("<text:p>a</text:p><text:p><draw:frame><draw:image xlink:href='file:///etc/passwd'/>"
         "<svg:title>p</svg:title><svg:desc>The pier at noon</svg:desc></draw:frame></text:p>",
         "a\n\n[image: The pier at noon]"),
        ("<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Day"
         "</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell>"
         "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>"
         "Mon</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell>"
         "</table:table-row></table:table>", "Day   Ships\n───   ─────\nMon   1"),
    ],
    ids=["blanks", "many blanks", "deleted", "note", "box", "picture", "table"],
)  # fmt: skip
def test_a_text_is_read_as_its_reader_sees_it(body: str, shown: str) -> None:
    assert words(body) == shown


def test_a_comment_stands_at_the_end_and_is_not_analysed() -> None:
    body = (
        "<text:p>It is shut.<office:annotation><dc:creator>Ann Smith</dc:creator>"
        "<dc:date>2026-01-02</dc:date><text:p>Sure?</text:p></office:annotation></text:p>"
    )
    rendered = rendered_of("open_document", open_document(body))
    assert rendered.text == "It is shut.\n\nComment by Ann Smith\n\nSure?"
    assert [rendered.text[span.start : span.end] for span in rendered.asides] == [
        "Comment by Ann Smith",
        "Sure?",
    ]


def test_a_document_of_one_file_and_one_of_many_are_known_by_their_bytes(tmp_path: Path) -> None:
    body = "<office:body><office:text><text:p>It is shut.</text:p></office:text></office:body>"
    meta = "<office:meta><dc:title>Tides</dc:title></office:meta>"
    one = f"<?xml version='1.0'?><office:document {OPEN_DOCUMENT}>{meta}{body}</office:document>"
    many = open_document(
        "<text:p>It is shut.</text:p>",
        {"meta.xml": f"<office:document-meta {OPEN_DOCUMENT}>{meta}</office:document-meta>"},
    )
    for data in (one.encode(), many):
        path = tmp_path / "tides"
        path.write_bytes(data)
        article = load(str(path))
        assert (article.title, article.text) == ("Tides", "It is shut.")


DEEP = "<text:section>" * 300 + "<text:p>x</text:p>" + "</text:section>" * 300
OUTSIDE = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (open_document("", {"content.xml": "<office:document"}), "damaged or missing"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged or missing"),
        (open_document(DEEP), "damaged or missing"),
        (open_document("", {"META-INF/manifest.xml": "<m><encryption-data/></m>"}), "password"),
        (open_document("", {"content.xml": bytes(40_000_000)}), "more than 200 times"),
    ],
    ids=["cut", "no text", "deep", "locked", "bomb"],
)
def test_a_document_that_cannot_be_read_is_refused_in_a_sentence(made: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        contents_of("open_document", made)


def test_a_document_that_was_packed_again_is_known_by_its_name(tmp_path: Path) -> None:
    whole = ZipFile(BytesIO(open_document("<text:p>It is shut.</text:p>")))
    names = sorted(whole.namelist(), reverse=True)
    path = tmp_path / "harbour.odt"
    with ZipFile(path, "w", ZIP_DEFLATED) as packed:
        for name in names:
            packed.writestr(name, whole.read(name))
    assert load(str(path)).text == "It is shut."


def test_an_entity_never_brings_in_another_file() -> None:
    content = (
        f"{OUTSIDE}<office:document-content {OPEN_DOCUMENT}><office:body><office:text>"
        "<text:p>a&x;b</text:p></office:text></office:body></office:document-content>"
    )
    assert rendered_of("open_document", open_document("", {"content.xml": content})).text == "ab"
