"""Where the words a cue attributes begin and end, when the sentence goes on around them."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tui.analysis.parsed import ParsedText
from tui.analysis.quotes.attribution import reported_content
from tui.analysis.quotes.cues import find_cues

# (text, what the first cue attributes)
ENDS = [
    # A contrast, a comparison or a comment behind a comma is the writer's.
    ("Ann Lee said the mill was safe, although it leaks.", "the mill was safe"),
    ("Ann Lee said the mill was safe, while the owners left.", "the mill was safe"),
    ("Ann Lee said the mill was safe, reflecting the mood.", "the mill was safe"),
    ("Ann Lee said the prize went to Tom Baker, who left.", "the prize went to Tom Baker"),
    ("Ann Lee said profits fell, compared to 8 percent in May.", "profits fell"),
    # So are the day and the occasion of saying, where an object was announced.
    ("Ann Lee announced the sale on Monday.", "the sale"),
    ("Ann Lee announced the sale in an interview.", "the sale"),
    ("Ann Lee announced a rise in rents.", "a rise in rents"),
    # A second cue of the same speaker attributes its own words.
    ("Ann Lee announced the sale, adding that it rained.", "the sale"),
    # Lists, joined clauses and days inside the clause belong to it.
    (
        "Ann Lee said the barn, the mill and the pier were old.",
        "the barn, the mill and the pier were old",
    ),
    ("Ann Lee said it rained on Monday.", "it rained on Monday"),
    (
        "Ann Lee said it was possible, but it would be hard.",
        "it was possible, but it would be hard",
    ),
    ("Ann Lee urged them to stay, fight and win.", "them to stay, fight and win"),
    # What is reported follows its cue although a clause stands before it.
    (
        "As it rained, Ann Lee said she was sure the mill was safe.",
        "she was sure the mill was safe",
    ),
    # A time, a place or an aside between commas parts "that" or "to" from the cue.
    ("Ann Lee tweeted in the early morning hours that it was hot.", "that it was hot"),
    ("Ann Lee insisted, most recently in a talk with guards, that it rained.", "that it rained"),
    ("Ann Lee promised on Sunday at a rally in Leeds to close the mill.", "to close the mill"),
    # A hearer is no part of what was said, somebody asked is.
    (
        "Ann Lee told a meeting of island leaders that few people knew the sea.",
        "that few people knew the sea",
    ),
    ("Ann Lee told reporters that it rained.", "that it rained"),
    ("Ann Lee asked the guards whether it rained.", "whether it rained"),
    ("Ann Lee asked the guards if they had seen it.", "the guards if they had seen it"),
    ("There was rain, said Ann Lee.", "There was rain"),
]
NOTHING = [
    "Ann Lee informed the guards.",
    "Ann Lee recalled Monday.",
    "It rained, hinting at snow.",
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([*(text for text, _ in ENDS), *NOTHING])


def attributed(parsed: ParsedText) -> list[str]:
    """The parts of what the first cue of a text attributes."""
    (paragraph,) = parsed.paragraphs
    cue = find_cues(paragraph, [False] * len(paragraph.doc))[0]
    parts = reported_content(paragraph.doc, cue)
    return [paragraph.run_text(first, stop) for first, stop in parts]


@pytest.mark.parametrize(("text", "content"), ENDS, ids=[row[0] for row in ENDS])
def test_words_end_where_the_writer_goes_on(
    parsed: dict[str, ParsedText], text: str, content: str
) -> None:
    assert attributed(parsed[text]) == [content]


@pytest.mark.parametrize("text", NOTHING)
def test_hearer_or_day_alone_is_nothing_said(parsed: dict[str, ParsedText], text: str) -> None:
    assert attributed(parsed[text]) == []
