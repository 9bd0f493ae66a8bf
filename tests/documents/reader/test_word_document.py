"""Word documents: headings, lists, tables, notes, comments and formulas; and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.reader.made_files import (
    WORD,
    contents_of,
    rendered_of,
    word_document,
    word_paragraph,
    zipped,
)
from tui.documents.article import TextStyle
from tui.documents.loading import load
from tui.errors import SourceError


def words(body: str, **more: str) -> str:
    return rendered_of("word_document", word_document(body, more)).text


def test_headings_quotations_captions_and_code_are_set_by_their_styles() -> None:
    made = word_document(
        word_paragraph("The harbour", "Title")
        + word_paragraph("Ships", "H1")
        + word_paragraph("It is shut.")
        + word_paragraph("We wait.", "Q")
        + word_paragraph("The pier in May", "Cap")
        + word_paragraph("wait()", "Code")
    )
    rendered = rendered_of("word_document", made)
    assert rendered.text == (
        "The harbour\n\nShips\n\nIt is shut.\n\nWe wait.\n\nThe pier in May\n\nwait()"
    )
    styled = [(rendered.text[span.start : span.end], span.style) for span in rendered.styles]
    assert styled == [
        ("The harbour", TextStyle.TITLE),
        ("Ships", TextStyle.TITLE),
        ("We wait.", TextStyle.QUOTATION),
        ("The pier in May", TextStyle.CAPTION),
        ("wait()", TextStyle.CODE),
    ]


def test_what_was_deleted_is_not_read_and_what_was_inserted_is() -> None:
    body = (
        "<w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>opens.</w:t></w:r></w:ins></w:p>"
    )
    assert words(body) == "It opens."


def test_a_note_stands_at_the_end_and_a_comment_is_not_analysed() -> None:
    body = (
        '<w:p><w:r><w:t>It is shut</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:r><w:t>.</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    note = f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{word_paragraph("In May.")}'
    comment = (
        f'<w:comments xmlns:w="{WORD}"><w:comment w:id="0" w:author="Ann Smith" w:initials="AS">'
        f"{word_paragraph('Sure?')}</w:comment></w:comments>"
    )
    made = word_document(
        body,
        {
            "word/footnotes.xml": f"{note}</w:footnote></w:footnotes>",
            "word/comments.xml": comment,
        },
    )
    rendered = rendered_of("word_document", made)
    assert rendered.text.startswith("It is shut[1].[AS1]\n\n1. In May.\n\nComment [AS1]\n")
    aside = "".join(rendered.text[span.start : span.end] for span in rendered.asides)
    assert "Sure?" in aside
    assert "In May." not in aside


def sign(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (f"<m:sSup><m:e>{sign('a')}</m:e><m:sup>{sign('2')}</m:sup></m:sSup>", "a²"),
        (f"<m:sSub><m:e>{sign('x')}</m:e><m:sub>{sign('n')}</m:sub></m:sSub>", "x_n"),
        (f"<m:f><m:num>{sign('1')}</m:num><m:den>{sign('n+1')}</m:den></m:f>", "1/(n+1)"),
        (f"<m:rad><m:deg/><m:e>{sign('2')}</m:e></m:rad>", "√(2)"),
        (f"<m:d><m:dPr><m:begChr m:val='['/></m:dPr><m:e>{sign('x')}</m:e></m:d>", "[x)"),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>{sign('0')}</m:sub>"
            f"<m:sup>{sign('n')}</m:sup><m:e>{sign('k')}</m:e></m:nary>",
            "∑₀^n k",
        ),
        (f"<m:unheard>{sign('y')}</m:unheard>", "y"),
    ],
)
@pytest.mark.parametrize("form", ["{}", "<m:oMathPara>{}</m:oMathPara>"])
def test_formulas_are_signs_in_a_line(formula: str, shown: str, form: str) -> None:
    whole = form.format(f"<m:oMath>{formula}</m:oMath>")
    body = f"<w:p><w:r><w:t>It is </w:t></w:r>{whole}<w:r><w:t>.</w:t></w:r></w:p>"
    assert words(body) == f"It is {shown}."


def test_the_title_is_the_one_its_author_gave_it() -> None:
    core = "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title> Tides </dc:title>"
    made = word_document(
        word_paragraph("It is shut."), {"docProps/core.xml": f"{core}</cp:coreProperties>"}
    )
    assert contents_of("word_document", made).title == "Tides"


def test_a_document_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tides.bin"
    path.write_bytes(word_document(word_paragraph("The harbour is shut.") * 3))
    article = load(str(path))
    assert article.text == "\n\n".join(["The harbour is shut."] * 3)
    assert article.origin is not None
    assert article.origin.extractor.startswith("mammoth/")


OUTSIDE = "<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
BOMB = "<!DOCTYPE w:document [<!ENTITY x9 'words '>{}]>".format(
    "".join(f'<!ENTITY x{n or ""} "{f"&x{n + 1};" * 10}">' for n in reversed(range(9)))
)


def with_doctype(doctype: str, words: str) -> bytes:
    body = f'<w:document xmlns:w="{WORD}"><w:body>{word_paragraph(words)}</w:body></w:document>'
    return word_document("", {"word/document.xml": doctype + body})


def test_an_entity_never_brings_in_another_file() -> None:
    assert rendered_of("word_document", with_doctype(OUTSIDE, "a&x;b")).text == "ab"


DEEP = "<w:tbl><w:tr><w:tc>" * 2000 + word_paragraph("x") + "</w:tc></w:tr></w:tbl>" * 2000


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (with_doctype(BOMB, "&x;"), "damaged or missing"),
        (zipped({"word/document.xml": "<w:document"}), "damaged or missing"),
        (zipped({"word/document.xml": ""}), "damaged or missing"),
        (zipped({"[Content_Types].xml": "<Types/>", "word/_rels/a": ""}), "damaged or missing"),
        (word_document("", {"word/styles.xml": "<"}), "damaged or missing"),
        (word_document("", {"word/media/a.xml": bytes(40_000_000)}), "more than 200 times"),
    ],
    ids=["entities", "cut", "empty", "no text", "no styles", "bomb"],
)
def test_a_document_that_is_not_whole_is_refused_in_a_sentence(made: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        rendered_of("word_document", made)


def test_tables_in_tables_in_tables_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "deep.docx"
    path.write_bytes(word_document(DEEP))
    with pytest.raises(SourceError, match="nested too deep"):
        load(str(path))


def test_a_picture_outside_of_the_document_is_never_opened() -> None:
    drawing = (
        '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline>'
        '<wp:docPr descr="The pier at noon"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        '<a:blip r:link="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="p" Type="i" Target="file:///etc/passwd" TargetMode="External"/>'
        "</Relationships>"
    )
    made = word_document(
        f"<w:p><w:r><w:t>It is shut.</w:t></w:r><w:r>{drawing}</w:r></w:p>",
        {"word/_rels/document.xml.rels": relations},
    )
    assert rendered_of("word_document", made).text == ("It is shut.\n\n[image: The pier at noon]")


def numbering(*levels: tuple[str, str], start: int = 1) -> dict[str, str]:
    """A part that counts with one list, by the form and text of its levels."""
    made = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return {
        "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">'
        f'{made}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
        "</w:numbering>"
    }


def counted(words: str, depth: int, style: str = "H1") -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="{depth}"/>'
        f'<w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>'
    )


def test_headings_have_the_numbers_that_word_counts() -> None:
    body = "".join(
        [
            counted("Harbour", 0), counted("Ships", 1), counted("Piers", 1), counted("Town", 0),
            # A level that was passed over counts as begun.
            counted("Streets", 2), counted("", 1), counted("Parks", 1),
            word_paragraph("Ends", "H1"),
        ]
    )  # fmt: skip
    levels = (("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%1.%2 (%3)"))
    assert words(body, **numbering(*levels)).split("\n\n") == [
        "I. Harbour", "I.1 Ships", "I.2 Piers", "II. Town", "II.1 (a) Streets", "II.3 Parks",
        "Ends",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "level", [("bullet", "•"), ("ideographDigital", "%1"), ("decimal", ""), ("decimal", "%2")]
)
def test_a_number_that_is_not_known_is_left_out(level: tuple[str, str]) -> None:
    assert words(counted("Harbour", 0), **numbering(level)) == "Harbour"


def test_a_style_may_say_how_its_headings_are_counted() -> None:
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="A"><w:name '
        'w:val="heading 2"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" '
        'w:styleId="B"><w:name w:val="Counted"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl '
        'w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    more = {"word/styles.xml": styles, **numbering(("decimal", "§ %1"), start=4)}
    body = (
        word_paragraph("Ships", "A") + word_paragraph("Plain", "B") + word_paragraph("Piers", "A")
    )
    assert words(body, **more) == "§ 4 Ships\n\nPlain\n\n§ 6 Piers"


@pytest.mark.parametrize(
    "lists",
    [
        "",
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
        '<w:abstractNum w:abstractNumId="7"><w:lvl/><w:lvl w:ilvl="x"/></w:abstractNum>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
    ],
)
def test_a_heading_that_no_list_counts_has_no_number(lists: str) -> None:
    made = f'<w:numbering xmlns:w="{WORD}">{lists}</w:numbering>'
    assert words(counted("Harbour", 0), **{"word/numbering.xml": made}) == "Harbour"


def test_boxes_to_tick_show_whether_they_are_ticked() -> None:
    space = "http://schemas.microsoft.com/office/word/2010/wordml"
    boxes = "".join(
        f'<w:p><w:sdt><w:sdtPr><v:checkbox xmlns:v="{space}"><v:checked v:val="{ticked}"/>'
        "</v:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>"
        f"<w:r><w:t> {drink}</w:t></w:r></w:p>"
        for ticked, drink in ((1, "Tea"), (0, "Milk"))
    )
    assert words(boxes) == "[x] Tea\n\n[ ] Milk"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            '<w:p><w:fldSimple w:instr="DATE"><w:r><w:t>9 May</w:t></w:r></w:fldSimple></w:p>',
            "9 May",
        ),
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>minato</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港"
            "</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>は</w:t></w:r></w:p>",
            "港は",
        ),
        ('<w:p><w:bdo w:val="rtl"><w:r><w:t>הנמל</w:t></w:r></w:bdo></w:p>', "הנמל"),
        ("<w:p><w:r><w:t>It is</w:t><w:cr/><w:t>shut.</w:t></w:r></w:p>", "It is\nshut."),
        ("<w:p><w:r><w:t>\uf0d8 It is shut.</w:t></w:r></w:p>", "➢ It is shut."),
        (
            "<w:p><w:r><w:t>It is shut.</w:t></w:r><w:r><w:drawing><w:txbxContent><w:p><w:r><w:t>"
            "In a box.</w:t></w:r></w:p></w:txbxContent></w:drawing></w:r></w:p>",
            "It is shut.\n\nIn a box.",
        ),
    ],
    ids=["field", "ruby", "direction", "return", "sign", "box"],
)
def test_words_are_kept_that_the_converter_drops(body: str, shown: str) -> None:
    assert words(body) == shown


CHUNK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="p" Type="aFChunk" Target="page"/></Relationships>'
)
PAGE = "<html><body><h1>The harbour</h1><p>It is <em>shut</em>.</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        f"Content-Type: text/html\n\n{PAGE}\n--b--\n",
    ],
    ids=["page", "saved page"],
)
def test_a_part_that_is_a_page_is_read_in_its_place(page: str) -> None:
    more = {"word/_rels/document.xml.rels": CHUNK, "word/page": page}
    body = word_paragraph("Before.") + '<w:altChunk r:id="p"/>' + word_paragraph("After.")
    assert words(body, **more) == "Before.\n\nThe harbour\n\nIt is shut.\n\nAfter."


def test_a_part_in_another_format_is_said_not_to_be_read() -> None:
    more = {"word/_rels/document.xml.rels": CHUNK, "word/page": "{\\rtf1 It is shut.}"}
    made = word_document(word_paragraph("Before.") + '<w:altChunk r:id="p"/>', more)
    contents = contents_of("word_document", made)
    assert [piece.content.text for piece in contents.pieces] == ["Before."]
    assert "not read" in contents.notices[0]
