"""Feeds and lists of feeds: what there is to pick, and the entries that come whole."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.web_server import WebServer, answer, serving
from tui.documents import address_reading
from tui.documents.article import Article
from tui.documents.loading import load, open_source
from tui.documents.reader.reading_messages import Choice
from tui.documents.source import Source
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import SourceError

WORDS = "The harbour is closed and nobody has been asked about it. " * 12
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour &amp; River Gazette</title><link>https://gazette.example/</link>
<item><title>The harbour &lt;em&gt;closes&lt;/em&gt;</title>
 <link>https://gazette.example/harbour</link><guid isPermaLink="false">g-1</guid>
 <dc:creator>Ann Reed</dc:creator><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>
 <description>What the mayor said.</description>
 <content:encoded><![CDATA[<h2>Why</h2><p>{WORDS}<a href="/more">More</a></p>
 <blockquote><p>Nobody asked us.</p></blockquote><script>x</script>]]></content:encoded></item>
<item><title>The bridge</title><link>/bridge</link><guid>g-2</guid>
 <description>&lt;p&gt;It is &lt;b&gt;open&lt;/b&gt; again.&lt;/p&gt;</description></item>
<item><title>The river</title><link>https://gazette.example/river</link>
 <content:encoded>&lt;p&gt;It rises […]&lt;/p&gt;</content:encoded></item>
<item><title>A note</title><description>Of the paper itself.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/">
<title type="html">The &lt;i&gt;Gazette&lt;/i&gt;</title>
<entry><id>urn:1</id><title>The harbour closes</title><link href="https://gazette.example/1"/>
 <published>2026-11-02T10:00:00Z</published><author><name>Ann Reed</name></author>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></div></content>
</entry>
<entry><id>urn:2</id><title>The bridge</title><link href="https://gazette.example/2"/>
 <updated>2026-11-03T10:00:00Z</updated><summary type="text">Open again.</summary></entry>
</feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Gazette",
    "items": [
        {
            "id": 1,
            "url": "https://gazette.example/1",
            "title": "The harbour closes",
            "content_html": f"<p>{WORDS}</p>",
            "date_published": "2026-11-02T10:00:00Z",
            "authors": [{"name": "Ann Reed"}, {"name": "Tom Vale"}],
        },
        {"id": "2", "url": "https://gazette.example/2", "summary": "Open & dry again."},
        {"id": "3", "content_text": "One.\n\nTwo < three."},
        "nonsense",
    ],
}
OPML = """<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
<outline text="News"><outline text="Local">
<outline type="rss" text="The Gazette" xmlUrl="https://gazette.example/feed"/></outline>
<outline type="rss" title="Of this machine" xmlUrl="/etc/passwd"/>
<outline type="rss" text="The River" xmlurl="http://river.example/feed" description="Twice a week"/>
<outline type="rss" text="Again" xmlUrl="https://gazette.example/feed"/></outline></body></opml>"""


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hazard: a list that another test has fetched."""
    monkeypatch.setattr(address_reading, "_last", None)


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    return tmp_path / "feed"


def read(source: str) -> Article | Listing:
    opened = open_source(source)
    return opened.read(Waiting()) if isinstance(opened, Unread) else opened


def listing(path: Path, content: str | bytes) -> Listing:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = read(str(path))
    assert isinstance(found, Listing)
    assert found.source == str(path)
    return found


def part(path: Path, choice: Choice) -> Article:
    assert not choice.address
    found = read(Source.parse(str(path)).part_of(choice.part).identity)
    assert isinstance(found, Article)
    return found


def refusal(path: Path, content: str | bytes) -> str:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(SourceError) as refused:
        read(str(path))
    said = str(refused.value)
    assert said.startswith(str(path)) or str(path) in said
    assert said.isprintable()
    return said


# -- RSS and Atom -------------------------------------------------------------------------


def test_rss_is_a_list_of_its_entries(feed: Path) -> None:
    found = listing(feed, RSS)
    assert found.title == "The Harbour & River Gazette"
    harbour, bridge, river, note = found.choices
    assert harbour.title == "The harbour closes"
    assert harbour.published == date(2026, 11, 2)
    assert harbour.byline == "Ann Reed"
    assert harbour.summary == "What the mayor said."
    assert (bridge.address, bridge.summary) == (
        "https://gazette.example/bridge",
        "It is open again.",
    )
    assert (river.address, river.part) == ("https://gazette.example/river", "")
    assert river.summary == "It rises […]"
    assert (note.title, note.address) == ("A note", "")


def test_an_entry_that_comes_whole_is_read_where_it_is(feed: Path) -> None:
    article = part(feed, listing(feed, RSS).choices[0])
    assert article.text == f"Why\n\n{WORDS}More\n\nNobody asked us."
    assert article.title == "The harbour closes"
    assert article.published == date(2026, 11, 2)
    assert (article.byline, article.site) == ("Ann Reed", "The Harbour & River Gazette")
    assert article.address == "https://gazette.example/harbour"
    assert article.origin is not None
    assert article.origin.format == "a feed"
    assert article.source.startswith("part:")
    assert article.source.endswith(f"@{feed}")
    assert [span.target for span in article.styles if span.target] == [
        "https://gazette.example/more"
    ]


def test_atom_is_a_list_of_its_entries(feed: Path) -> None:
    found = listing(feed, ATOM)
    assert found.title == "The Gazette"
    harbour, bridge = found.choices
    assert (harbour.byline, harbour.published) == ("Ann Reed", date(2026, 11, 2))
    assert (bridge.address, bridge.summary) == ("https://gazette.example/2", "Open again.")
    assert bridge.published == date(2026, 11, 3)
    assert part(feed, harbour).text == WORDS.strip()


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_feed_in_another_encoding(feed: Path, encoding: str) -> None:
    text = RSS.replace("utf-8", encoding).replace("[…]", "...").replace("closes", "schließt")
    assert listing(feed, text.encode(encoding)).choices[0].title == "The harbour schließt"


def test_old_rss_is_a_feed_and_other_rdf_is_none(feed: Path) -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel><title>G</title></channel>
    <item rdf:about="a"><title>The harbour</title><link>https://gazette.example/1</link></item>
    </rdf:RDF>"""
    assert listing(feed, rdf).choices[0].address == "https://gazette.example/1"
    feed.write_text(rdf.replace("purl.org/rss", "example.org/x"), encoding="utf-8")
    assert load(str(feed)).text.startswith("<rdf:RDF")


def test_a_feed_that_is_cut_off_gives_what_it_has(feed: Path) -> None:
    found = listing(feed, RSS[: RSS.index("<item><title>A note")])
    assert len(found.choices) == 3


def test_a_feed_without_entries_says_so(feed: Path) -> None:
    empty = "<rss version='2.0'><channel><title>G</title></channel></rss>"
    assert "is a feed without entries" in refusal(feed, empty)
    bare = empty.replace("</channel>", "<item><title>A</title></item></channel>")
    assert "neither a text nor an address" in refusal(feed, bare)


def test_an_entry_that_is_gone_says_so(feed: Path) -> None:
    choice = listing(feed, RSS).choices[0]
    feed.write_text(ATOM, encoding="utf-8")
    with pytest.raises(SourceError, match="does not hold this entry any more"):
        part(feed, choice)


def test_entries_of_one_name_are_told_apart_by_what_differs(feed: Path) -> None:
    items = "".join(
        f"<item><guid>same</guid><title>T{n}</title><link>https://g.example/{n % 2}</link></item>"
        for n in (1, 2, 3, 3)
    )
    found = listing(feed, f"<rss version='2.0'><channel>{items}</channel></rss>")
    assert [choice.title for choice in found.choices] == ["T1", "T2", "T3"]


@pytest.mark.parametrize(
    ("ident", "address"), [("17", ""), ("https://gazette.example/17", "https://gazette.example/17")]
)
def test_an_id_is_an_address_only_if_it_is_one(feed: Path, ident: str, address: str) -> None:
    entry = f"<title>T</title><guid>{ident}</guid><description>W</description>"
    text = one(entry).replace("</title>", "</title><link>https://gazette.example/</link>", 1)
    assert listing(feed, text).choices[0].address == address


# -- feeds that mean harm -----------------------------------------------------------------


def one(item: str) -> str:
    return f"<rss version='2.0'><channel><title>G</title><item>{item}</item></channel></rss>"


@pytest.mark.parametrize(
    "link",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "seed:nato-russia-talks",
        "part:1@/etc/passwd",
        "kept:1",
        "~/.ssh/id",
        "javascript:alert(1)",
        "\x1bhttp",
    ],
)
def test_no_entry_leads_to_a_file_of_this_machine(feed: Path, link: str) -> None:
    clean = link.replace("\x1b", "&#27;")
    found = listing(feed, one(f"<title>T</title><link>{clean}</link><description>W</description>"))
    assert [choice.address for choice in found.choices] == [""]
    assert part(feed, found.choices[0]).text == "W"


@pytest.mark.parametrize(
    "content", ["/etc/hostname", "http://127.0.0.1:9/", "file:///etc/hostname"]
)
def test_a_feed_that_looks_like_a_path_is_a_text(feed: Path, content: str) -> None:
    feed.write_text(content, encoding="utf-8")
    assert load(str(feed)).text == content


def test_entities_neither_grow_nor_reach_outside(feed: Path) -> None:
    names = "abcdefghij"
    levels = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    kinds = f'<!ENTITY a "aaaaaaaaaa">{levels}<!ENTITY x SYSTEM "file:///etc/passwd">'
    doctype = f"<!DOCTYPE rss [{kinds}]>"
    found = listing(
        feed,
        f"<?xml version='1.0'?>{doctype}"
        + one("<title>T &j; &x;</title><link>https://g.example/</link>"),
    )
    assert len(found.choices[0].title) < 1000
    assert "root:" not in found.choices[0].title


def test_very_many_entries_are_cut_and_said_to_be(feed: Path) -> None:
    item = "<item><title>T{0}</title><link>https://g.example/{0}</link></item>"
    items = "".join(map(item.format, range(100_000)))
    found = listing(feed, f"<rss version='2.0'><channel>{items}</channel></rss>")
    assert len(found.choices) == 2000
    assert found.choices[-1].title == "T1999"
    assert found.notices == ("only the first 2,000 of 100,000 entries are listed",)


def test_what_a_feed_says_is_shown_safely(feed: Path) -> None:
    found = listing(
        feed,
        one(
            "<title>A &lt;b&gt;title&lt;/b&gt; \u202e&#xd;\n of lines\u200b</title>"
            "<author>An\u009bn</author><description>&lt;script&gt;x&lt;/script&gt;"
            f"{'word ' * 200}</description>"
        ).replace("<title>G", "<title>G\u202e"),
    )
    choice = found.choices[0]
    for words in (found.title, choice.title, choice.byline, choice.summary):
        assert words.isprintable()
        assert "\u202e" not in words
    assert len(choice.summary) <= 300


@pytest.mark.parametrize(
    "content",
    [
        "<rss",
        "<rss>" + "<item>" * 50_000,
        "<feed>" + "<a>" * 200_000,
        "<rss><channel><item><title>" + "&lt;b&gt;" * 100_000,
        "<opml>" + "<outline text='a'>" * 10_000,
        '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1", "items": 7}',
        '{"version": "https://jsonfeed.org/version/1", "items": [7, null, {}]}',
        '{"version": "https://jsonfeed.org/version/1"',
    ],
    ids=lambda content: content[:12],
)
def test_a_broken_feed_is_refused_or_read_and_never_breaks(feed: Path, content: str) -> None:
    feed.write_text(content, encoding="utf-8")
    with suppress(SourceError):
        assert isinstance(read(str(feed)), Listing)


# -- JSON Feed and OPML -------------------------------------------------------------------


def test_a_json_feed_is_a_list_of_its_entries(feed: Path) -> None:
    found = listing(feed, json.dumps(JSON_FEED))
    assert found.title == "The Gazette"
    harbour, bridge, note = found.choices
    assert (harbour.byline, harbour.published) == ("Ann Reed, Tom Vale", date(2026, 11, 2))
    assert part(feed, harbour).text == WORDS.strip()
    assert (bridge.address, bridge.summary) == ("https://gazette.example/2", "Open & dry again.")
    assert part(feed, note).text == "One.\n\nTwo < three."


def test_a_json_feed_may_escape_its_slashes(feed: Path) -> None:
    assert listing(feed, "\ufeff" + json.dumps(JSON_FEED).replace("/", "\\/")).choices


def test_json_that_is_no_feed_is_a_text(feed: Path) -> None:
    feed.write_text('{"version": 1}', encoding="utf-8")
    assert load(str(feed)).text == '{"version": 1}'


def test_a_list_of_feeds_is_picked_from(feed: Path) -> None:
    found = listing(feed, OPML)
    assert found.title == "My feeds"
    assert [choice.address for choice in found.choices] == [
        "https://gazette.example/feed", "http://river.example/feed",
    ]  # fmt: skip
    assert [choice.summary for choice in found.choices] == ["News/Local", "News · Twice a week"]


def test_a_list_without_feeds_says_so(feed: Path) -> None:
    assert "an outline in which no feed is named" in refusal(feed, "<opml><body/></opml>")
    bomb = '<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml><body>'
    hostile = f"{bomb}<outline text='&a;' xmlUrl='https://g.example/&a;'/></body></opml>"
    feed.write_text(hostile, encoding="utf-8")
    with suppress(SourceError):
        assert "root:" not in repr(read(str(feed)))


# -- from an address ----------------------------------------------------------------------


@pytest.fixture
def web(own_web: None) -> Iterator[WebServer]:
    with serving() as server:
        yield server


def test_a_feed_is_asked_for_once_for_all_that_is_picked_from_it(web: WebServer) -> None:
    web.pages["/feed"] = answer(RSS.encode(), Content_Type="text/html; charset=iso-8859-1")
    found = read(web.address("/feed"))
    assert isinstance(found, Listing)
    assert found.choices[1].address == web.address("/bridge")
    source = Source.parse(found.source)
    for choice in (found.choices[0], found.choices[3]):
        article = read(source.part_of(choice.part).identity)
        assert isinstance(article, Article)
        assert article.source == f"part:{choice.part}@{web.address('/feed')}"
        assert article.origin is not None
        assert article.origin.fetched
    assert len(web.asked) == 1


def test_an_entry_of_another_day_asks_its_feed(web: WebServer) -> None:
    web.pages["/feed"] = answer(RSS.encode())
    found = read(web.address("/feed"))
    assert isinstance(found, Listing)
    address_reading._last = None
    assert load(Source.parse(found.source).part_of(found.choices[0].part).identity).text
    assert len(web.asked) == 2
