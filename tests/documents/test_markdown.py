"""Markdown is read without its signs, in one text that every offset points into."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import Article, BlockKind, TextStyle
from tui.documents.loading import load
from tui.documents.markdown import LONGEST, MOST_LINES, render
from tui.documents.sanitising import sanitise
from tui.documents.text_pieces import Rendered

NOTES = """\
# The mill at Orrin

The [town council](http://orrin.example/council) said on *Friday* that the
**old mill** will be sold, but `mill-7` will not.

## What was left open

> "Nobody asked us," said Tam Brode, who lives there.

- the price
- the *date*
  - in spring
"""


def rendered(source: str) -> Rendered:
    made = render(sanitise(source))
    assert made is not None
    return made


def lines(source: str) -> list[str]:
    return rendered(source).text.split("\n")


def styled(made: Rendered | Article, style: TextStyle) -> list[str]:
    return [made.text[span.start : span.end] for span in made.styles if span.style is style]


@pytest.fixture
def notes(tmp_path: Path) -> Article:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, encoding="utf-8")
    return load(str(path))


def test_the_signs_are_gone_and_the_words_are_styled(notes: Article) -> None:
    assert notes.text.startswith(
        "The mill at Orrin\n\nThe town council said on Friday that the old mill will be sold, "
        "but mill-7 will not.\n\nWhat was left open\n\n"
    )
    assert styled(notes, TextStyle.TITLE) == ["The mill at Orrin"]
    assert styled(notes, TextStyle.HEADING) == ["What was left open"]
    assert styled(notes, TextStyle.EMPHASIS) == ["Friday", "date"]
    assert styled(notes, TextStyle.STRONG) == ["old mill"]
    assert styled(notes, TextStyle.CODE) == ["mill-7"]
    assert styled(notes, TextStyle.LINK) == ["town council"]
    (quotation,) = styled(notes, TextStyle.QUOTATION)
    assert quotation == '"Nobody asked us," said Tam Brode, who lives there.'


def test_a_link_keeps_where_it_leads(notes: Article) -> None:
    (link,) = [span for span in notes.styles if span.target]
    assert notes.text[link.start : link.end] == "town council"
    assert link.target == "http://orrin.example/council"


def test_a_list_keeps_its_bullets_and_its_lines() -> None:
    assert lines("- one\n- two\n  - inner\n    1. deep\n- three") == [
        "• one", "• two", "  – inner", "    1. deep", "• three",
    ]  # fmt: skip
    (block,) = rendered("- one\n- two").blocks
    assert block.kind is BlockKind.LINES


def test_the_paragraphs_of_an_item_stand_below_its_words() -> None:
    assert lines("8. one\n\n   more\n9. two") == ["8. one", "", "   more", "", "9. two"]


def test_a_word_deep_in_a_list_is_still_styled() -> None:
    made = rendered("- a\n- b\n  - c **d e** f\n\n    *g*\n")
    assert styled(made, TextStyle.STRONG) == ["d e"]
    assert styled(made, TextStyle.EMPHASIS) == ["g"]


def test_a_table_stands_in_columns() -> None:
    made = rendered("| Who | Sum |\n|---|---:|\n| Brode | 7 |\n| *Quill* | 120 |\n")
    assert made.text.split("\n") == [
        "Who     Sum",
        "─────   ───",
        "Brode     7",
        "Quill   120",
    ]
    assert styled(made, TextStyle.EMPHASIS) == ["Quill"]
    assert len(made.blocks) == 1


def test_a_table_wider_than_a_page_is_told_field_by_field() -> None:
    wide = "a word and another " * 3
    rows = f"| Brode | {wide} | |\n| Quill | x | {wide} |"
    assert lines(f"| Who | What | Why |\n|--|--|--|\n{rows}") == [
        "Who: Brode", f"What: {wide.strip()}", "", "Who: Quill", "What: x", f"Why: {wide.strip()}",
    ]  # fmt: skip


def test_code_keeps_every_blank_and_is_not_analysed() -> None:
    made = rendered("Text.\n\n```python\ndef f():\n    return 1\n\n\nf()\n```\n\n---\n\nMore.")
    assert made.text == "Text.\n\ndef f():\n    return 1\n\nf()\n\n* * *\n\nMore."
    asides = [made.text[start:end] for start, end in made.asides]
    assert asides == ["def f():\n    return 1", "f()", "* * *"]


def test_a_hard_break_keeps_its_line_and_a_soft_one_does_not() -> None:
    made = rendered("Rose  \nThorn\nLeaf\\\nEnd")
    assert made.text == "Rose\nThorn Leaf\nEnd"
    assert made.blocks[0].kind is BlockKind.LINES


def test_html_gives_its_words() -> None:
    block = '<p align="center">Tea &amp; <b>cake</b><br>for two</p>'
    assert lines(f"{block}\n\nA <i>b</i><br/>c <!-- d -->") == [
        "Tea & cake", "for two", "", "A b", "c",
    ]  # fmt: skip


def test_a_picture_is_named() -> None:
    made = rendered("![The *old* mill](mill.png)")
    assert made.text == "[image: The old mill]"
    assert made.styles[0].target == "mill.png"


def test_an_entity_cannot_smuggle_in_what_a_terminal_obeys() -> None:
    made = rendered("one&#27;[2J two&#x85;three&#x202e;four&NewLine;five")
    assert made.text == sanitise(made.text)
    assert "\x1b" not in made.text
    assert len(made.blocks) == 1
    assert "\n" not in made.text


def test_the_first_heading_is_the_title(notes: Article) -> None:
    assert notes.title == "The mill at Orrin"


def test_front_matter_gives_title_and_date(tmp_path: Path) -> None:
    path = tmp_path / "post.markdown"
    path.write_text(
        "---\nlayout: post\ntitle: \"A 'sale'\"\ndate: 2024-03-01T10:00:00Z\nauthors: [Ada Quill]\n"
        "tags:\n  - mills\n---\n\n# Another title\n\nThe mill is sold.\n",
        encoding="utf-8",
    )
    article = load(str(path))
    assert (article.title, article.published) == ("A 'sale'", date(2024, 3, 1))
    assert article.byline == "Ada Quill"
    assert article.text == "Another title\n\nThe mill is sold."


@pytest.mark.parametrize(
    "text", ["---\n\nA rule.\n\n---\n", "---\ntitle: only this\n---\n", "--- a"]
)
def test_what_is_no_front_matter_stays(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.md"
    path.write_text(text, encoding="utf-8")
    assert any(word in load(str(path)).text for word in ("A rule.", "only this", "--- a"))


def test_signs_in_a_plain_file_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    article = load(str(path))
    assert article.text == NOTES
    assert article.styles == ()


@pytest.mark.parametrize(
    "source",
    ["<!-- nothing -->", "[a]: http://b.example", "a" * (LONGEST + 1), "- a\n" * (MOST_LINES + 1)],
)
def test_what_cannot_be_rendered_is_shown_as_it_is(tmp_path: Path, source: str) -> None:
    path = tmp_path / "x.md"
    path.write_text(source, encoding="utf-8")
    article = load(str(path))
    assert article.text == source
    assert article.notices == ("The Markdown is shown as it is written; it could not be laid out.",)


@pytest.mark.parametrize("source", [">" * 300 + "word", "- " * 300 + "word", "*" * 4000 + "word"])
def test_signs_without_end_cost_no_word(source: str) -> None:
    source += "*" * source.count("*")
    made = render(source)
    assert "word" in (made.text if made else source)


PARTS = [
    "# ", "## ", "- ", "  - ", "1. ", "> ", "\n", "\n\n", "    ", "```", "`", "*", "**", "_", "~~",
    "[", "](", ")", "![", "|", "\n|--|--|\n", "---\n", "<b>", "<!--", "-->", "<br>", "&#27;",
    "&nbsp;", "\\", "  \n", "word", "Two words.", "é", "世界", "e\u0301", "\t", "[x]: y\n", "===\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text(max_size=80))
def test_any_markdown_gives_blocks_and_styles_inside_a_safe_text(source: str) -> None:
    made = render(sanitise(source))
    if made is None:
        return
    text = made.text
    assert sanitise(text) == text
    end = -2
    for block in made.blocks:
        assert block.start == end + 2
        words = text[block.start : block.end]
        assert words.strip()
        assert all(line.strip() for line in words.split("\n"))
        assert block.kind is BlockKind.LINES or "\n" not in words
        end = block.end
    assert end == len(text)
    for span in made.styles:
        assert 0 <= span.start < span.end <= len(text)
    assert all(0 <= start < stop <= len(text) for start, stop in made.asides)


@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join))
def test_no_word_is_lost(source: str) -> None:
    # Not in what has no words to show: comments, targets of links, tags, languages of code.
    plain = "".join(sign for sign in source if sign not in "<>[]()!&|`~")
    made = render(sanitise(plain))
    shown = made.text if made else plain
    for word in ("word", "世界"):
        assert shown.count(word) == plain.count(word)


def test_front_matter_values_lose_only_the_signs_around_them(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("---\ntitle: The [old] 'mill'\n---\nIt is sold.\n", encoding="utf-8")
    assert load(str(path)).title == "The [old] 'mill'"


NOTE = """\
Met [[Lena Ostrow|Ostrow]] and [[Ben Carver]], see ![[map.png]].

> [!quote] Ostrow
> "We were never told," she said. ^q1

She said ==the log is *gone*==.[^1] %% private: check this %%

%%
Nobody is to read
this either.
%%

[^1]: Phone call, 5 March.
"""


def test_notes_of_obsidian_are_read_without_their_signs() -> None:
    made = rendered(NOTE)
    assert made.text == (
        "Met Ostrow and Ben Carver, see [image: map.png].\n\nOstrow\n\n"
        '"We were never told," she said.\n\nShe said the log is gone.[1]\n\n'
        "[1] Phone call, 5 March."
    )
    assert styled(made, TextStyle.STRONG) == ["Ostrow", "the log is gone"]
    assert styled(made, TextStyle.QUOTATION) == ["Ostrow", '"We were never told," she said.']
    links = [span.target for span in made.styles if span.target]
    assert links == ["Lena Ostrow", "Ben Carver", "map.png"]


@pytest.mark.parametrize(
    "source",
    [
        "Whether a == b or c == d was asked.",
        "It rose by 5%% and fell by 3%.",
        "An array [[1, 2], [3, 4]] of numbers.",
        "[[]] and ==== and x^2 stay.",
    ],
)
def test_signs_that_mean_something_else_stay(source: str) -> None:
    assert rendered(source).text == source


def test_code_keeps_the_signs_of_notes() -> None:
    assert "[[x]] ==y== %%z%%" in rendered("```\n[[x]] ==y== %%z%%\n> [!note]\n```").text
    assert rendered("Write `[[x]]`.").text == "Write [[x]]."


def test_a_comment_that_never_ends_hides_nothing() -> None:
    assert "The rest." in rendered("%%\nA comment.\n\nThe rest.").text
