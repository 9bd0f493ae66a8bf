from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.exchange.as_markdown import as_markdown
from tui.exchange.by_article import by_article
from tui.exchange.formats import format_named
from tui.exchange.markdown_signs import escape_markdown
from tui.settings.colours import Colour
from tui.store.anchors import describe
from tui.store.documents import DocumentRecord
from tui.store.highlight_records import HighlightRecord
from tui.store.highlight_rows import Highlight
from tui.store.ledger_questions import UNDECIDED, LedgerQuestion, QuestionState, Resolution

TEXT = "The mayor said: “We *will* pay.”\n\n1. Nobody knows [when].\n"


def article(ident: str, title: str, source: str, published: date | None = None) -> DocumentRecord:
    return DocumentRecord(ident, title, published, None, None, source, "", "")


BRIDGE = article("b", "# The _bridge_", "/texts/my_bridge.txt", date(2024, 3, 1))
RIVER = article("r", "The river", "seed:river")


def mark(document: DocumentRecord, words: str, **more: object) -> HighlightRecord:
    start = TEXT.index(words)
    anchor = describe(TEXT, start, start + len(words))
    made = Highlight(f"id of {words}", document.id, anchor, Colour.GREEN, **more)  # type: ignore[arg-type]
    return HighlightRecord(made, document)


RECORDS = [
    mark(BRIDGE, "1. Nobody knows [when].", created="2024-03-02T10:11:12Z", updated="2024-03-03T"),
    mark(RIVER, "pay", created="2024-01-01T"),
    mark(
        BRIDGE,
        "We *will* pay.",
        note="- really?\n\n<b>",
        speaker="Ada Obi",
        tags=("money", "to do"),
        created="2024-03-02T10:00:00Z",
    ),
]


def test_markdown_has_a_section_an_article_and_a_quotation_a_mark() -> None:
    assert format_named("md").text(RECORDS) == (
        "## \\# The \\_bridge\\_\n\n/texts/my\\_bridge.txt · 2024-03-01\n\n"
        "> We \\*will\\* pay.\n\n— Ada Obi, *\\# The \\_bridge\\_*\n\n"
        "**Note:** \\- really?\n\n\\<b\\>\n\n"
        "Highlighted in green on 2024-03-02 #money #to-do\n\n"
        "> 1\\. Nobody knows \\[when\\].\n\n— *\\# The \\_bridge\\_*\n\n"
        "Highlighted in green on 2024-03-02\n\n"
        "## The river\n\nseed:river\n\n> pay\n\n— *The river*\n\n"
        "Highlighted in green on 2024-01-01\n"
    )
    assert format_named("md").text([]) == ""


def test_one_article_is_a_note_with_front_matter_and_tags_that_programs_read() -> None:
    page = replace(
        article("m", 'The "mill" _sold_', "https://a.org/m", date(2024, 3, 1)), byline="By Ann Lee"
    )
    made = mark(page, "Nobody knows", tags=("to do", "mill_sale"), created="2024-03-02T10:00:00Z")
    assert format_named("md").text([made]) == (
        '---\ntitle: "The \\"mill\\" _sold_"\nauthor: "By Ann Lee"\npublished: 2024-03-01\n'
        'source: "https://a.org/m"\ntags: ["to-do", "mill_sale"]\n---\n\n'
        '# The "mill" \\_sold\\_\n\n'
        '> Nobody knows\n\n— [The "mill" \\_sold\\_](<https://a.org/m>)\n\n'
        "Highlighted in green on 2024-03-02 #to-do #mill_sale\n"
    )


def test_behind_the_highlights_come_the_readers_questions_with_their_answers() -> None:
    anchor = describe(TEXT, TEXT.index("Nobody"), TEXT.index(" [when"))
    answer = Resolution(QuestionState.ANSWERED, "In *May*.", "https://a.org/b")
    answered = LedgerQuestion(
        "q", "r", anchor, "unknown", "When will he pay?", "text", (), 3, resolution=answer
    )
    own = replace(answered, kind="yours", wording="Why?", resolution=UNDECIDED)
    (river,) = by_article([RECORDS[1]])
    text = "".join(as_markdown([replace(river, questions=(answered, own))]))
    assert text.partition("## Questions\n")[2] == (
        "\n**Question:** When will he pay?\n\n> Nobody knows\n\n"
        "**Answer:** In \\*May\\*. (<https://a.org/b>)\n\n"
        "**Question:** Why?\n\n> Nobody knows\n"
    )


@given(st.text(st.characters(min_codepoint=32, exclude_categories=("Cc", "Cs", "Zl", "Zp"))))
def test_markdown_shows_any_text_as_it_stands(text: str) -> None:
    shown = " ".join(text.split())
    tokens = MarkdownIt("commonmark").parse(escape_markdown(shown))
    if not shown:
        assert tokens == []
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == shown


@given(st.lists(st.sampled_from(["- a", "+ b", "# c", "---", "===", "1) d", "    e", "```", ""])))
def test_no_line_of_a_mark_becomes_a_list_a_heading_or_code(lines: list[str]) -> None:
    tokens = MarkdownIt("commonmark").parse(escape_markdown("\n".join(lines)))
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}


def divided() -> HighlightRecord:
    """A highlight on two parts of the text."""
    first, second = (mark(BRIDGE, words).highlight.anchor for words in ("The mayor", "“We *will*"))
    made = Highlight(
        "two", BRIDGE.id, first, Colour.GREEN, created="2024-03-02T", further=(second,)
    )
    return HighlightRecord(made, BRIDGE)


def test_a_highlight_of_two_parts_is_one_quotation_and_one_mark() -> None:
    assert "\n> The mayor … “We \\*will\\*\n\n— *" in format_named("md").text([divided()])
    (document,) = json.loads(format_named("json").text([divided()]))["documents"]
    (one,) = document["marks"]
    assert one["anchor"] == one["anchors"][0]
    assert [TEXT[each["start"] : each["end"]] for each in one["anchors"]] == [
        each["exact"] for each in one["anchors"]
    ]
    assert [each["exact"] for each in one["anchors"]] == ["The mayor", "“We *will*"]


def test_json_has_everything_a_mark_has() -> None:
    told = json.loads(format_named("json").text(RECORDS))
    bridge, river = told["documents"]
    assert told["schema"] == 1
    assert (bridge["source"], bridge["published"]) == ("/texts/my_bridge.txt", "2024-03-01")
    assert (river["title"], river["published"]) == ("The river", None)
    first, second = bridge["marks"]
    anchor = first["anchor"]
    assert TEXT[anchor["start"] : anchor["end"]] == anchor["exact"] == "We *will* pay."
    assert anchor["prefix"] + anchor["exact"] + anchor["suffix"] == TEXT
    assert len(anchor["revision"]) == 64
    assert first["anchors"] == [anchor]
    assert (first["note"], first["speaker"], first["colour"]) == (
        "- really?\n\n<b>",
        "Ada Obi",
        "green",
    )
    assert first["tags"] == ["money", "to do"]
    assert (second["note"], second["speaker"], second["tags"]) == (None, None, [])
    assert (second["created"], second["updated"]) == ("2024-03-02T10:11:12Z", "2024-03-03T")
