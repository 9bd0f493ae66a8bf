"""Books of the web: order, contents and pages are read, whatever else lies in the archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.documents.reader.made_files import (
    XHTML,
    Heard,
    book,
    contents_of,
    milestones_of,
    rendered_of,
    zipped,
)
from tui.documents.article import TextStyle
from tui.documents.loading import load
from tui.documents.reader.epub import read
from tui.documents.reader.reading_messages import FIRST_PAGES, Foreign
from tui.errors import SourceError

NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
FALLBACKS = (
    '<item id="p" href="p.jpg" media-type="image/jpeg" fallback="q"/>'
    '<item id="q" href="q.jpg" media-type="image/jpeg" fallback="p"/>'
    '<item id="r" href="r.svg" media-type="image/svg+xml" fallback="a.xhtml"/>'
)


def test_a_book_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tides"
    path.write_bytes(book({"a.xhtml": "<h1>Ebb</h1><p>It falls.</p>"}))
    article = load(str(path))
    assert (article.title, article.text) == ("Tides", "Ebb\n\nIt falls.")
    assert article.origin is not None
    assert article.origin.format == "a book (EPUB)"


def words(data: bytes) -> str:
    return rendered_of("epub", data).text


def test_chapters_come_in_the_order_of_the_spine_and_what_is_beside_it_last() -> None:
    made = book(
        {"z.xhtml": "<h1>One</h1>", "a.xhtml": "<p>A note.</p>", "b.xhtml": "<h1>Two</h1>"},
        spine='<itemref idref="z.xhtml"/><itemref idref="a.xhtml" linear="no"/>'
        '<itemref idref="b.xhtml"/><itemref idref="z.xhtml"/><itemref idref="gone"/>',
    )
    assert words(made) == "One\n\nTwo\n\nA note."


def test_a_book_says_who_wrote_it_and_when() -> None:
    contents = contents_of(
        "epub",
        book(
            {"a.xhtml": "<p>Words.</p>"},
            metadata='<dc:title id="s">A Study</dc:title><dc:title id="m">Tides</dc:title>'
            '<meta refines="#m" property="title-type">main</meta>'
            '<dc:creator id="c">Ann  Smith</dc:creator><dc:creator>Bo Li</dc:creator>'
            '<meta refines="#c" property="role" scheme="marc:relators">aut</meta>'
            "<dc:publisher>Harbour Press</dc:publisher><dc:date>2024-05-06T00:00:00Z</dc:date>",
        ),
    )
    assert (contents.title, contents.byline) == ("Tides", "Ann Smith")
    assert (contents.published, contents.site) == (date(2024, 5, 6), "Harbour Press")


@pytest.mark.parametrize("day", ["2024", "2024-13-45", "May 2024", ""])
def test_what_is_no_day_is_no_day(day: str) -> None:
    made = book({"a.xhtml": "<p>W.</p>"}, metadata=f"<dc:date>{day}</dc:date>")
    assert contents_of("epub", made).published is None


def test_contents_and_pages_of_the_navigation_document_are_milestones() -> None:
    nav = XHTML.format(
        '<nav epub:type="toc"><ol><li><a href="a.xhtml">Ebb</a><ol>'
        '<li><a href="a.xhtml#s">The  Sand</a></li></ol></li>'
        '<li><a href="b.xhtml#lost">Flood</a></li>'
        '<li><a href="https://else.example/">Else</a></li></ol></nav>'
        '<nav epub:type="page-list"><ol><li><a href="a.xhtml#p2">2</a></li></ol></nav>'
    )
    made = book(
        {
            "a.xhtml": '<p>It falls.</p><p>Ships <a id="p2"/>lie on <b id="s">the sand.</b></p>',
            "b.xhtml": "<p>It comes.</p>",
        },
        manifest=NAV,
        more={"EPUB/nav.xhtml": nav},
    )
    rendered = rendered_of("epub", made)
    assert rendered.text == "It falls.\n\nShips lie on the sand.\n\nIt comes."
    assert milestones_of(rendered) == [
        ("chapter", "Ebb", "It falls.\n"),
        ("page", "2", "lie on the"),
        ("chapter", "The Sand", "the sand.\n"),
        ("chapter", "Flood", "It comes."),
    ]


def test_contents_of_an_older_book_are_read_from_its_ncx() -> None:
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="n">'
        "<navLabel><text>Ebb</text></navLabel><content src='a.xhtml'/><navPoint>"
        "<navLabel><text>Sand</text></navLabel><content src='a.xhtml#s'/></navPoint></navPoint>"
        "</navMap><pageList><pageTarget><navLabel><text>iv</text></navLabel>"
        "<content src='a.xhtml#s'/></pageTarget></pageList></ncx>"
    )
    made = book(
        {"a.xhtml": '<p>It.</p><p id="s">Sand.</p>'}, manifest=NCX, more={"EPUB/toc.ncx": ncx}
    )
    assert milestones_of(rendered_of("epub", made)) == [
        ("chapter", "Ebb", "It.\n\nSand."),
        ("chapter", "Sand", "Sand."),
        ("page", "iv", "Sand."),
    ]


def test_page_breaks_are_counted_where_there_is_no_list_of_pages() -> None:
    made = book(
        {
            "a.xhtml": '<p>It <span epub:type="pagebreak" id="p" title="17">17</span>falls.</p>'
            '<div role="doc-pagebreak" aria-label=" 18. "/><p>Sand.</p>'
        }
    )
    rendered = rendered_of("epub", made)
    assert rendered.text == "It falls.\n\nSand."
    assert milestones_of(rendered) == [("page", "17", "falls.\n\nSa"), ("page", "18", "Sand.")]


def test_notes_follow_the_text_they_belong_to() -> None:
    made = book(
        {
            "a.xhtml": '<p>It fell<a epub:type="noteref" href="#n">1</a>, she said.</p>'
            '<aside epub:type="footnote" id="n"><p>In May.</p></aside>in a tail<p>It rose.</p>'
        }
    )
    assert words(made) == "It fell[1], she said.\n\nin a tail\n\nIt rose.\n\nIn May."


def test_links_within_the_book_are_words_and_links_out_of_it_are_kept() -> None:
    made = book(
        {
            "a.xhtml": '<p><a href="b.xhtml#x">Here</a> and <a href="https://a.example/">there</a></p>'
        }
    )
    links = [span for span in rendered_of("epub", made).styles if span.style is TextStyle.LINK]
    assert [span.target for span in links] == ["https://a.example/"]


def test_contents_that_are_a_page_of_the_book_are_shown_and_not_analysed() -> None:
    nav = XHTML.format('<nav epub:type="toc"><ol><li><a href="a.xhtml">Ebb</a></li></ol></nav>')
    made = book(
        {"a.xhtml": "<p>It falls.</p>"},
        manifest=NAV,
        spine='<itemref idref="nav"/><itemref idref="a.xhtml"/>',
        more={"EPUB/nav.xhtml": nav},
    )
    rendered = rendered_of("epub", made)
    assert [rendered.text[span.start : span.end] for span in rendered.asides] == ["1. Ebb"]


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>caf&eacute;&nbsp;&amp; bar</p>", "café & bar"),
        ("<p>unclosed <b>tag", "unclosed tag"),
        ("<object data='quiz.js'><p>Questions.</p></object>", "Questions."),
        ("<p>a <script>x()</script>b</p>", "a b"),
        ("<p>Line,<span class='lnum'>10</span></p>", "Line, 10"),
        ("<p>Words.</p><p><img src='t.png' alt='The tide at noon'/></p>",
         "Words.\n\n[image: The tide at noon]"),
        ("<p>é \x1b[31m red</p>", "é ␛[31m red"),
    ],
)  # fmt: skip
def test_a_chapter_is_read_as_a_reader_sees_it(markup: str, shown: str) -> None:
    assert words(book({"a.xhtml": markup})) == shown


def test_pictures_in_the_order_of_reading_are_passed_over_or_stand_for_a_text() -> None:
    made = book(
        {"a.xhtml": "<p>Words.</p>"},
        manifest=FALLBACKS,
        spine='<itemref idref="p"/><itemref idref="r"/>',
        more={"EPUB/p.jpg": b"\xff\xd8\xff words"},
    )
    assert words(made) == "Words."


def test_a_book_without_a_container_or_with_a_missing_part_is_read_as_far_as_it_goes() -> None:
    package = (
        "<package><metadata/><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    made = zipped({"book.opf": package, "a.xhtml": XHTML.format("<p>Words.</p>")})
    contents = contents_of("epub", made)
    assert contents.notices == ("Parts of the book are missing from its file: 1.",)
    assert words(made) == "Words."


ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_obfuscated_fonts_protect_nothing_and_an_encrypted_text_is_refused() -> None:
    chapters = {"a.xhtml": "<p>Words.</p>"}

    def with_locked(uri: str) -> bytes:
        return book(chapters, more={"META-INF/encryption.xml": ENCRYPTION.format(uri)})

    assert words(with_locked("EPUB/font.otf")) == "Words."
    with pytest.raises(SourceError, match="protected against copying"):
        words(with_locked("EPUB/a.xhtml"))


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (book({}), "only pictures"),
        (book({"a.xhtml": "<p><img src='a.png' alt=''/></p>"}), "only pictures"),
        (zipped({"mimetype": "application/epub+zip"}), "does not list its parts"),
        (zipped({"META-INF/container.xml": "<nothing/>"}), "does not list its parts"),
        (book({}, more={"EPUB/book.opf": "<package"}), "does not list its parts"),
        (book({}, more={"META-INF/container.xml":
                        '<r><rootfile full-path="../../etc/passwd"/></r>',
                        "EPUB/book.opf": "", "b.opf": ""}), "does not list its parts"),
    ],
    ids=["nothing", "pictures", "no container", "no root", "bad package", "path out"],
)  # fmt: skip
def test_what_holds_no_words_is_refused_in_a_sentence(made: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        words(made)


OUTSIDE = "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
BOMB = "<!DOCTYPE html [<!ENTITY x9 'words '>{}]>".format(
    "".join(f'<!ENTITY x{n or ""} "{f"&x{n + 1};" * 10}">' for n in reversed(range(9)))
)


def with_entity(doctype: str, where: str) -> bytes:
    """A book with an entity in one of its files."""
    members = {
        "a.xhtml": XHTML.format("<p>Words &x;stay.</p>"),
        "book.opf": "<package><metadata><title>&x;</title></metadata><manifest>"
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        f'{NAV}</manifest><spine><itemref idref="a"/></spine></package>',
        "nav.xhtml": XHTML.format('<nav epub:type="toc"><a href="a.xhtml">&x;</a></nav>'),
    }
    more = {
        f"EPUB/{name}": doctype + text if name == where else text.replace("&x;", "")
        for name, text in members.items()
    }
    return book({}, more=more)


@pytest.mark.parametrize("where", ["a.xhtml", "book.opf", "nav.xhtml"])
def test_an_entity_never_brings_in_another_file(where: str) -> None:
    made = with_entity(OUTSIDE, where)
    assert words(made) == "Words stay."
    assert contents_of("epub", made).title is None


@pytest.mark.parametrize("where", ["a.xhtml", "nav.xhtml"])
def test_entities_that_grow_are_not_filled_in(where: str) -> None:
    assert len(words(with_entity(BOMB, where))) < 20


def test_a_book_whose_list_of_parts_grows_is_refused() -> None:
    with pytest.raises(SourceError, match="does not list its parts"):
        words(with_entity(BOMB, "book.opf"))


def deep(count: int) -> str:
    return "<div>" * count + "<p>Deep words.</p>" + "</div>" * count


@pytest.mark.parametrize(
    "markup",
    [
        deep(250),
        deep(2000),
        deep(80_000),
        "<table><tr><td>" * 300 + "Deep words." + "</td></tr></table>" * 300,
        "<blockquote>" * 500 + "<p>Deep words.</p>" + "</blockquote>" * 500,
        "<ul><li>" * 500 + "Deep words." + "</li></ul>" * 500,
        "<p>Deep words.</p>" + "<p/>" * 20_000,
        "<p>Deep words.</p>" + "<p>x</p>" * 10_000,
    ],
    ids=["fits XML", "fits HTML", "fits nothing", "tables", "quotations", "lists", "empty", "many"],
)
def test_any_nesting_keeps_the_words(markup: str) -> None:
    assert "Deep words." in words(book({"a.xhtml": markup}))


def test_the_first_chapters_of_a_long_book_are_shown_before_the_others_are_read() -> None:
    chapters = {f"{n}.xhtml": f"<h1>Day {n}</h1>" + "<p>It falls.</p>" * 200 for n in range(9)}
    heard = Heard()
    read(Foreign("epub", book(chapters), "a book"), heard)
    [first] = heard.shown
    assert first.startswith("Day 0\n\nIt falls.")
    assert FIRST_PAGES <= len(first) < 2 * FIRST_PAGES


def test_of_a_book_that_is_soon_read_nothing_is_shown_before() -> None:
    heard = Heard()
    read(Foreign("epub", book({"a.xhtml": "<p>It falls.</p>" * 2000}), "a book"), heard)
    assert not heard.shown
