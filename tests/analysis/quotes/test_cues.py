"""Words that attribute something: the cue, whose it is and what it attributes."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import ParseAll
from tui.analysis.parsed import ParsedText
from tui.analysis.quotes.attribution import reported_content
from tui.analysis.quotes.cues import find_cues

Found = tuple[str, str | None, list[str]]
"""The cue, its source and the parts of what it attributes."""

CUES: list[tuple[str, Found]] = [
    # What stands between the source and what was said: adverbs, hearers, places, days.
    (
        "Ann Lee later told reporters in Leeds on Monday that it rained.",
        ("told", "Ann Lee", ["that it rained"]),
    ),
    ("Ann Lee pointed out that it rained.", ("pointed out", "Ann Lee", ["that it rained"])),
    # Asides behind a name belong to the source.
    ("It rained, Ann Lee, 70, said.", ("said", "Ann Lee, 70", ["It rained"])),
    ("It rained, Ann Lee (D-Ohio) said.", ("said", "Ann Lee (D-Ohio)", ["It rained"])),
    (
        "It rained, Ann Lee, head of the port, said.",
        ("said", "Ann Lee, head of the port", ["It rained"]),
    ),
    ("It rained, said Ann Lee, who left.", ("said", "Ann Lee", ["It rained"])),
    # A source shared with another verb, or behind "by".
    ("Ann Lee gave in and said it rained.", ("said", "Ann Lee", ["it rained"])),
    ("It was said by Ann Lee that it rained.", ("said", "Ann Lee", ["that it rained"])),
    ("Asked whether it rained, Ann Lee smiled.", ("Asked", None, ["whether it rained"])),
    # Adverbials and nouns.
    ("As Ann Lee noted, it rained.", ("noted", "Ann Lee", ["it rained"])),
    (
        "According to Ann Lee, in May, it rained.",
        ("According to", "Ann Lee", ["in May, it rained"]),
    ),
    (
        "According to the town's mayor, Ann Lee, after the storm, the mill closed.",
        ("According to", "the town's mayor, Ann Lee", ["after the storm, the mill closed"]),
    ),
    (
        "It rained, according to the report of Ann Lee.",
        ("according to", "the report of Ann Lee", ["It rained"]),
    ),
    ("In the words of Ann Lee, it rained.", ("In the words of", "Ann Lee", ["it rained"])),
    ("Her claim that it rained is false.", ("claim", "Her", ["that it rained"])),
    ("The report said it rained.", ("said", "The report", ["it rained"])),
]
NO_CUES = [
    # Nothing was said: it is denied, possible, wanted, ordered or under a condition.
    "Ann Lee did not say it rained.",
    "Ann Lee never said it rained.",
    "Ann Lee may say it rained.",
    "Ann Lee wants to say it rained.",
    "If Ann Lee says it rains, stay.",
    "Tell us what you think.",
    # The words are the writer's, or there are none.
    "What they say is a lie.",
    "The reported loss is small.",
    "Ann Lee's claim of rain is false.",
    "The promise to resign is old.",
]
NO_CONTENT = [
    "As they say, it rained.",
    "As Ann Lee replied, it rained.",
    "Ann Lee pointed at the sky.",
]


@pytest.fixture(scope="module")
def parsed(parse_all: ParseAll) -> dict[str, ParsedText]:
    return parse_all([*(text for text, _ in CUES), *NO_CUES, *NO_CONTENT, WENT_ON])


def found_in(parsed: ParsedText) -> list[Found]:
    (paragraph,) = parsed.paragraphs
    doc = paragraph.doc
    return [
        (
            doc[slice(*cue.tokens)].text,
            doc[cue.source.first : cue.source.stop].text if cue.source is not None else None,
            [doc[first:stop].text for first, stop in reported_content(doc, cue)],
        )
        for cue in find_cues(paragraph, [False] * len(doc))
    ]


@pytest.mark.parametrize(("text", "expected"), CUES, ids=[row[0] for row in CUES])
def test_cue_has_its_source_and_its_words(
    parsed: dict[str, ParsedText], text: str, expected: Found
) -> None:
    assert found_in(parsed[text]) == [expected]


@pytest.mark.parametrize("text", NO_CUES)
def test_verb_of_saying_by_which_nothing_was_said_is_no_cue(
    parsed: dict[str, ParsedText], text: str
) -> None:
    assert found_in(parsed[text]) == []


@pytest.mark.parametrize("text", NO_CONTENT)
def test_cue_that_attributes_nothing_has_no_words(parsed: dict[str, ParsedText], text: str) -> None:
    assert [content for _, _, content in found_in(parsed[text])] == [[]]


WENT_ON = "Ann Lee went on to say that it rained."


def test_infinitive_of_what_happened_has_the_subject_above_it(
    parsed: dict[str, ParsedText],
) -> None:
    assert ("say", "Ann Lee", ["that it rained"]) in found_in(parsed[WENT_ON])


def test_words_in_quotation_marks_attribute_nothing(parsed: dict[str, ParsedText]) -> None:
    text = CUES[0][0]
    (paragraph,) = parsed[text].paragraphs
    assert find_cues(paragraph, [True] * len(paragraph.doc)) == []
