"""Pages of the web: their article, what they say about themselves, how their bytes are read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.documents.reader.hostile_pages import hostile_pages, large_pages
from tui.documents.loading import load
from tui.documents.reader import article_choice
from tui.documents.reader.headline_lines import day_line
from tui.documents.reader.markup_pieces import markup_runs
from tui.documents.reader.markup_tree import parsed
from tui.documents.reader.page_decoding import page_text
from tui.documents.reader.page_details import day_found
from tui.documents.reader.reading_child import ReadingChild
from tui.documents.reader.reading_messages import Contents, Foreign
from tui.documents.reader.web_page import page_contents, read
from tui.documents.sanitising import sanitise
from tui.documents.text_pieces import Rendered, assembled

PROSE = [
    "The harbour of Orsk stays closed until May, the mayor said on Monday, and gave no reason for "
    "it. Ships that were on their way have been sent to the ports of the south.",
    "“Nobody has told us when we can go back to work,” said Mara Lind, who leads the pilots. She "
    "had asked for a meeting with the ministry, and had no answer by Tuesday evening.",
    "Whether the pier can be mended at all is an open question. Two engineers who saw the piles "
    "in winter doubt it, and want to have it measured again before the ice comes.",
    "The ministry has put aside four million crowns for the work, but has not said who will do it "
    "and when it will begin. A tender is expected in the first days of spring.",
]
PAGE = """<!doctype html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Harbour of Orsk closed until May | The Orsk Gazette</title>
<meta property="og:site_name" content="The Orsk Gazette">
<meta property="og:type" content="article">
<link rel="canonical" href="https://gazette.example/news/harbour?utm_source=mail&amp;id=7">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Harbour of Orsk closed until May","datePublished":"2026-03-09T08:00:00Z",
"author":[{{"@type":"Person","name":"By Ina Holt"}},{{"@type":"Person","name":"Per &amp; Sons"}}]}}
</script></head><body>
<header><a href="/">The Orsk Gazette</a><nav><ul><li><a href="/a">Home</a></li>
<li><a href="/b">Harbour of Orsk closed until May</a></li></ul></nav></header>
<main><article><h1>Harbour of Orsk closed until May</h1>
<figure><img src="a.jpg" alt="The pier"><figcaption>The pier in March</figcaption></figure>
<p>{0}</p><p>{1}</p>
<blockquote><p>{2}</p></blockquote>
<h2>What it costs</h2>
<p>{3} <a href="/money">More on the money</a>.</p>
<ul><li>The pier: three million crowns for wood and stone</li>
<li>The light: one million crowns for a new lamp</li></ul>
<p><a href="/other">Another article that is advertised here</a></p>
</article></main>
<footer><p>All rights reserved. The Orsk Gazette is a paper of the coast.</p></footer>
</body></html>"""


@pytest.fixture
def page() -> str:
    return PAGE.format(*PROSE)


def contents_of(html: str, address: str = "") -> Contents:
    return page_contents(html, address, lambda _: None)


def shown(html: str, address: str = "") -> Rendered:
    return assembled(contents_of(html, address).pieces)


def test_the_article_of_a_page_is_found_with_its_form(page: str) -> None:
    found = shown(page, "https://gazette.example/news/harbour")
    assert found.text.split("\n\n") == [
        "Harbour of Orsk closed until May",
        "The pier in March",
        *PROSE[:3],
        "What it costs",
        f"{PROSE[3]} More on the money.",
        "• The pier: three million crowns for wood and stone\n"
        "• The light: one million crowns for a new lamp",
    ]
    styles = {(found.text[s.start : s.end], s.style.value, s.target) for s in found.styles}
    assert ("Harbour of Orsk closed until May", "title", "") in styles
    assert ("The pier in March", "caption", "") in styles
    assert (PROSE[2], "quotation", "") in styles
    assert ("What it costs", "heading", "") in styles
    assert ("More on the money", "link", "https://gazette.example/money") in styles


def test_a_page_says_who_wrote_it_when_and_where(page: str) -> None:
    found = contents_of(page)
    assert found.title == "Harbour of Orsk closed until May"
    assert found.byline == "Ina Holt, Per & Sons"
    assert found.published == date(2026, 3, 9)
    assert found.site == "The Orsk Gazette"
    assert found.address == "https://gazette.example/news/harbour?id=7"
    assert found.notices == ()


def test_a_line_below_the_headline_says_who_wrote_it_where_nothing_else_does() -> None:
    html = f"<body><h1>Pier</h1><div>By Ina Holt</div><p>{PROSE[0]}</p><p>{PROSE[1]}</p></body>"
    assert contents_of(html).byline == "Ina Holt"


@pytest.mark.parametrize(
    ("above", "below", "day"),
    [
        ("", "Published: March 9, 2026", date(2026, 3, 9)),
        ("", "MAR 9 2026 - 8 MIN READ", date(2026, 3, 9)),
        ("", "9th March 2026. Updated: 12 March 2026", date(2026, 3, 9)),
        ("9 March 2026", "3 comments", date(2026, 3, 9)),
        ("8 March 2026", "9 March 2026", date(2026, 3, 9)),
        ("", "Updated March 12, 2026", None),
        ("", "March 12, 2026 will be a long day for the pilots", None),
        ("", "03/09/2026", None),
    ],
)
def test_a_line_near_the_headline_says_of_what_day_an_article_is(
    above: str, below: str, day: date | None
) -> None:
    body = parsed(f"<div>{above}</div><h1>Pier</h1><div>{below}</div><p>{PROSE[0]}</p>")
    assert day_line(markup_runs(body)) == day


def test_what_the_page_says_of_its_day_goes_before_the_line_near_the_headline(page: str) -> None:
    head, body = page.replace("<figure>", "<p>March 7, 2026</p><figure>").split("</head>")
    assert contents_of(f"{head}</head>{body}").published == date(2026, 3, 9)
    assert contents_of(body).published == date(2026, 3, 7)


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Mended - Gazette</title>", "<h1>Gazette</h1><h1>Mended</h1>", "Mended"),
        ("<title>Pier mended | Gazette</title>", "<h1>Gazette</h1>", "Pier mended"),
        ("<title>Gazette</title>", "<h1>The pier is mended</h1>", "The pier is mended"),
        ("<title>G</title><meta property=og:title content='Mended - G'>"
         "<meta property=og:site_name content=G>", "<h1>A</h1><h1>B</h1>", "Mended"),
        ("<title>News | The pier was mended | G</title>", "", "The pier was mended"),
        ("", "", None),
    ],
)  # fmt: skip
def test_the_title_is_the_heading_that_the_page_is_named_after(
    head: str, body: str, title: str | None
) -> None:
    html = f"<html><head>{head}</head><body>{body}<p>{PROSE[0]}</p></body></html>"
    assert contents_of(html).title == title


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("<link rel=canonical href='/a?fbclid=1'>", "https://x.example/a"),
        ("<link rel=canonical href='https://x.example/'>", "https://x.example/news/b"),
        ("<link rel=canonical href='javascript:x'>", "https://x.example/news/b"),
        ("<meta property=og:url content='https://y.example/c'>", "https://y.example/c"),
    ],
)
def test_an_address_is_that_of_the_article_without_trackers(link: str, address: str) -> None:
    html = f"<html><head>{link}</head><body><p>{PROSE[0]}</p></body></html>"
    assert contents_of(html, "https://x.example/news/b?utm_medium=x").address == address


def test_what_a_script_would_show_is_shown(page: str) -> None:
    hidden = page.replace("<main>", "<div hidden id=S:1><main>").replace("</main>", "</main></div>")
    assert shown(hidden).text == shown(page).text


def test_a_shadow_tree_that_was_saved_is_read(page: str) -> None:
    apart = page.replace("<main>", "<x-a><template shadowrootmode=open><main>")
    apart = apart.replace("</main>", "</main></template></x-a>")
    assert shown(apart).text == shown(page).text


def test_an_article_that_is_in_a_script_only_is_read_all_the_same() -> None:
    body = " ".join(PROSE).replace('"', "'")
    data = f'{{"@type":"NewsArticle","headline":"Pier","articleBody":"{body}"}}'
    html = (
        f"<html><head><script type='application/ld+json'>{data}</script></head>"
        "<body><div id=app></div></body></html>"
    )
    assert PROSE[3] in shown(html).text


def test_where_an_extractor_takes_too_long_the_page_is_read_without_it(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never_ends(*_: object, **__: object) -> None:
        while True:
            sum(range(1000))

    monkeypatch.setattr(article_choice, "bare_extraction", never_ends)
    monkeypatch.setattr(article_choice, "SECONDS", 0.0)
    monkeypatch.setattr(article_choice, "_LOOKS", 0.01)
    told: list[str] = []
    found = page_contents(page, "", told.append)
    text = assembled(found.pieces).text
    assert all(each in text for each in PROSE)
    assert "All rights reserved" not in text
    assert len(found.notices) == 1
    assert "looking for the article" in told


@pytest.mark.parametrize(
    ("data", "named", "text"),
    [
        ("<p>é".encode("utf-16"), "", "<p>é"),
        (b"\xef\xbb\xbf<p>\xc3\xa9", "latin-1", "<p>é"),
        (b"<p>\xe9\x80", "iso-8859-1", "<p>é€"),
        (b"<meta charset=windows-1251><p>\xef", "", "<meta charset=windows-1251><p>п"),
        (b"<meta charset=latin1><p>\xc3\xa9", "", "<meta charset=latin1><p>é"),
        ("<meta charset=iso-2022-jp>港".encode("iso-2022-jp"), "", "<meta charset=iso-2022-jp>港"),
        ("<p>weâ\x80\x99ll Â©".encode(), "", "<p>we’ll ©"),
        ("<p>Â© Ã©".encode(), "", "<p>Â© Ã©"),
        (b"<p>\xc3\xa9", "hex", "<p>é"),
    ],
)
def test_the_letters_of_a_page_are_read_as_it_means_them(
    data: bytes, named: str, text: str
) -> None:
    assert page_text(data, named) == (text, ())


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251"])
def test_a_guessed_encoding_is_said(encoding: str) -> None:
    written = {
        "cp1252": "Le café était fermé à midi. ",
        "cp1251": "Гавань закрыта до мая, и никто не знает, почему это случилось. " * 9,
    }[encoding]
    text, notices = page_text(f"<p>{written}".encode(encoding))
    assert text == f"<p>{written}"
    assert len(notices) == 1


@pytest.mark.parametrize(("name", "data"), hostile_pages(), ids=lambda each: str(each)[:40])
def test_a_page_that_means_harm_is_read(name: str, data: bytes) -> None:
    found = read(Foreign("web_page", data, name), lambda _: None)
    text = assembled(found.pieces).text
    assert sanitise(text) == text
    targets = {span.target for piece in found.pieces for span in piece.content.styles}
    assert all(target.startswith(("http://", "https://", "mailto:")) for target in targets - {""})


@pytest.mark.parametrize("name", ["200,000 links", "the same words 50,000 times"])
def test_a_page_of_many_megabytes_keeps_the_limits_of_the_reading_process(name: str) -> None:
    data = dict(large_pages())[name]
    reading = ReadingChild().read(Foreign("web_page", data, name), lambda _: None)
    assert len(reading.text) > 100_000


def test_a_file_is_known_as_a_page_by_its_bytes(tmp_path: Path, page: str) -> None:
    path = tmp_path / "harbour"
    path.write_text(page, encoding="utf-8")
    article = load(str(path))
    assert article.title == "Harbour of Orsk closed until May"
    assert article.byline == "Ina Holt, Per & Sons"
    assert article.origin is not None
    assert article.origin.format == "a web page"


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("© 2024 The Gazette. All rights reserved.", None),
        ("Published on January 1, 2024", date(2024, 1, 1)),
        ("Veröffentlicht am 1. Januar 2024", date(2024, 1, 1)),
        ("Stand: 01.01.2024", date(2024, 1, 1)),
    ],
)
def test_the_year_of_a_copyright_is_no_day(foot: str, day: date | None) -> None:
    assert day_found("2024-01-01", f"<footer><p>{foot}</p></footer>") == (
        day.isoformat() if day else None
    )


def test_a_page_that_names_only_a_year_has_no_day() -> None:
    prose = "".join(f"<p>The ferry ran {n} times, and the harbour was full.</p>" for n in range(20))
    page = f"<article><h1>The ferry</h1>{prose}</article><footer>© 2024 The Gazette</footer>"
    assert contents_of(f"<html><body>{page}</body></html>").published is None
