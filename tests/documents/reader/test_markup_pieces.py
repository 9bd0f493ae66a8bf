"""HTML as pieces: what a reader of the page sees, and nothing else, in the form Markdown has."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from tui.documents.article import Milestone, MilestoneKind
from tui.documents.markdown import render
from tui.documents.reader.markup_pieces import markup_pieces
from tui.documents.reader.markup_tree import Element, parsed
from tui.documents.text_pieces import Rendered, assembled

MARKDOWN = """\
# The harbour

It *opens* in **May**, [they say](https://news.example/may).

## What is **known**

- one
- two
  - within
- three

1. first

   goes on
2. second

> She said no.
>
> - twice

```
def wait():
    pass

wait()
```

| Day | Ships |
|-----|------:|
| Mon | 1 |

***
"""


def shown(html: str, base: str = "") -> Rendered:
    """The text of some HTML."""
    return assembled(markup_pieces(html, base))


def text(html: str) -> str:
    return shown(html).text


def styled(rendered: Rendered) -> list[tuple[str, str]]:
    return [(rendered.text[span.start : span.end], span.style) for span in rendered.styles]


def test_html_gives_the_same_article_as_the_markdown_it_was_made_from() -> None:
    from_markdown = render(MARKDOWN)
    html = MarkdownIt("commonmark").enable("table").render(MARKDOWN)
    from_html = shown(html)
    assert from_markdown is not None
    assert from_html.text == from_markdown.text
    assert from_html.blocks == from_markdown.blocks
    assert from_html.styles == from_markdown.styles
    assert from_html.asides == from_markdown.asides


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p> a\n <b> b</b>&nbsp; c </p>", "a b c"),
        ("<p>a<br>b<br><br>c</p>", "a\nb\n\nc"),
        ("<div>a<p>b</p>c</div>", "a\n\nb\n\nc"),
        ("<p>a<script>x()</script><style>p{}</style> b<span hidden>c</span></p>", "a b"),
        ("<p>a <span style='display: none'>hidden</span>b</p>", "a b"),
        ("<h2>Title <a class=headerlink href='#t'>¶</a></h2>", "Title"),
        ("<p>10<sup>9</sup> H<sub>2</sub>O 1<sup>st</sup></p>", "10⁹ H₂O 1st"),
        ("<p><q>Yes</q></p>", "“Yes”"),
        ("<p>a&#27;[31m&#0;&#x202e;b</p>", "a␛[31m��b"),
        ("<ul><li></li><li>a</li></ul>", "• a"),
        ("<li>a</li>", "• a"),
        ("<ol start=7><li>a<li value=9>b<li>c</ol>", "7. a\n9. b\n10. c"),
        ("<dl><dt>Pier</dt><dd>Where ships lie</dd></dl>", "Pier\n  Where ships lie"),
        ("<p>x <math alttext='a^2'><mi>a</mi></math></p>", "x a^2"),
        ("<p>Good <img alt='🙂' src=x></p>", "Good 🙂"),
        ("<table><tr><td><p>a</p><p>b</p></td></tr></table>", "a\n\nb"),
        ("<pre>a\n  b\n</pre>", "a\n  b"),
    ],
)
def test_words_stand_as_the_page_shows_them(html: str, words: str) -> None:
    assert text(html) == words


def test_captions_and_alternative_texts_stand_where_their_pictures_do() -> None:
    found = shown(
        "<p>One.</p><figure><img alt='A crane'><figcaption>The new crane</figcaption></figure>"
        "<p>Two <img alt='A long pier' src=pier.jpg> and more.</p>"
        "<p><img alt='IMG_1234.jpg'><img alt='logo'><img alt='Pixel here' width=1></p>"
    )
    assert found.text == "One.\n\nThe new crane\n\nTwo and more.\n\n[image: A long pier]"
    assert [words for words, style in styled(found) if style == "caption"] == [
        "The new crane",
        "[image: A long pier]",
    ]
    assert [found.text[a.start : a.end] for a in found.asides] == [
        "The new crane",
        "[image: A long pier]",
    ]


def test_links_lead_to_whole_addresses_or_nowhere() -> None:
    found = shown(
        "<p><a href='../b?c=1#d'>one</a> <a href='#note'>two</a> <a href='javascript:x'>three</a>"
        " <a href='http://[bad'>four</a> <a href='mailto:ann@example.org'>five</a></p>",
        "https://news.example/a/x",
    )
    assert found.text == "one two three four five"
    assert [(found.text[s.start : s.end], s.target) for s in found.styles] == [
        ("one", "https://news.example/b?c=1#d"),
        ("five", "mailto:ann@example.org"),
    ]


def test_styles_go_on_over_the_blocks_they_hold_and_lie_on_words_only() -> None:
    found = shown("<ins><del> one <div>two</div></del></ins><p>three <i> </i>four</p>")
    assert styled(found) == [("one", "struck"), ("two", "struck")]


def test_a_table_keeps_its_columns_and_its_caption() -> None:
    found = shown(
        "<table><caption>Ships</caption><tr><th>Day<th>In<th>Out<tr><td rowspan=2>Mon<td>1<td>2"
        "<tr><td colspan=2>none</table>"
    )
    assert found.text.split("\n") == [
        "Ships", "", "Day   In     Out", "───   ────   ───", "Mon   1      2", "      none",
    ]  # fmt: skip


def test_a_head_that_is_written_twice_is_read_once() -> None:
    row = "<tr><th>Day</th><th>Ships</th></tr>"
    found = text(f"<table><thead>{row}</thead><tbody>{row}<tr><td>Mon<td>1</tbody></table>")
    assert found.split("\n") == ["Day   Ships", "───   ─────", "Mon   1"]


def test_what_begins_in_a_markup_is_placed_before_the_next_word() -> None:
    def begins(element: Element) -> tuple[Milestone, ...]:
        label = element.get("page")
        return (Milestone(0, MilestoneKind.PAGE, label),) if label else ()

    html = "<p>One <a page=2></a>two</p><hr page=3><p page=4></p><p>three</p>"
    found = assembled(markup_pieces(html, begins=begins))
    assert found.text == "One two\n\n* * *\n\nthree"
    assert [(m.label, found.text[m.offset :][:3]) for m in found.milestones] == [
        ("2", "two"), ("3", "* *"), ("4", "thr"),
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "table><tr><td", "figure"])
def test_words_survive_any_depth(tag: str) -> None:
    assert "deep" in text(f"<{tag}>" * 50_000 + "deep")


def test_a_tree_may_be_given_in_the_place_of_a_text() -> None:
    assert assembled(markup_pieces(parsed("<p>One</p>"))).text == "One"
