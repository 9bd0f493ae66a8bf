"""Which quotations go together, over sentences and paragraphs, and who holds the turn."""

from __future__ import annotations

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words
from tui.analysis.results import QuoteKind

# (text, the parts of each quote, its speaker)
TURNS: list[tuple[str, list[tuple[list[str], str | None]]]] = [
    # A quotation left open goes on with the next paragraph that opens with a mark.
    (
        'Ann Lee said: "It rained.\n\n"It snowed.\n\nNobody left.',
        [(['"It rained.', '"It snowed.'], "Ann Lee")],
    ),
    # One that nobody introduces and nothing closes is a mark too many.
    ('"It rained all day long.\n\nIt snowed.', []),
    # A colon announces the next paragraph only where words follow at once, behind a verb of saying.
    (
        'Ann Lee wrote:\n\nNobody left. "It was very late by then."',
        [(['"It was very late by then."'], None)],
    ),
    (
        'Ann Lee smiled:\n\n"It was very late by then."',
        [(['"It was very late by then."'], None)],
    ),
    # The turn passes to who speaks next, and ends with a paragraph in which nobody speaks.
    (
        '"It was late," Ann Lee said.\n\n"It was very dark." Tom Baker said: "It was cold."\n\n'
        '"It was very late and cold."',
        [
            (['"It was late,"'], "Ann Lee"),
            (['"It was very dark."'], "Ann Lee"),
            (['"It was cold."'], "Tom Baker"),
            (['"It was very late and cold."'], "Tom Baker"),
        ],
    ),
    (
        '"It was late," Ann Lee said.\n\nTom Baker left.\n\n"It was very dark and cold."',
        [(['"It was late,"'], "Ann Lee"), (['"It was very dark and cold."'], None)],
    ),
    # Question and answer.
    (
        '"Is it late?" Ann Lee asked. "Yes," said Tom Baker.',
        [(['"Is it late?"'], "Ann Lee"), (['"Yes,"'], "Tom Baker")],
    ),
    ('Ann Lee told Tom Baker: "You are late."', [(['"You are late."'], "Ann Lee")]),
    (
        "“It was late,” Ann Lee said, adding: “It was cold.”",
        [(["“It was late,”"], "Ann Lee"), (["“It was cold.”"], "Ann Lee")],
    ),
    # What somebody reports of another is his.
    (
        "Ann Lee said it rained and that Tom Baker said it snowed.",
        [(["it rained and that Tom Baker said it snowed"], "Ann Lee")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TURNS, ids=[row[0][:50] for row in TURNS])
def test_quotations_are_joined_and_given_to_who_holds_the_turn(
    parse: Parse, text: str, expected: list[tuple[list[str], str | None]]
) -> None:
    found = [(words(text, q.content), q.speaker_name) for q in quotes_of(parse, text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('Ann Lee said: "It rained all day."', QuoteKind.DIRECT),
        ('Ann Lee said it rained "all day and all night".', QuoteKind.MIXED),
        ("Ann Lee said it rained all day.", QuoteKind.INDIRECT),
        # One word outside the marks in ten leaves it direct.
        (
            'Ann Lee said that "it rained all day and then it snowed until noon".',
            QuoteKind.DIRECT,
        ),
    ],
)
def test_kind_of_a_quote_is_told_by_the_share_of_quoted_words(
    parse: Parse, text: str, kind: QuoteKind
) -> None:
    (quote,) = quotes_of(parse, text)
    assert quote.kind is kind
