"""Turns of interviews and hearings, and lines with a colon that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.analysis.conftest import Parse
from tests.analysis.quotes.conftest import quotes_of, words
from tui.analysis.entity_index import EntityIndex
from tui.analysis.quotes.transcripts import transcript_quotes
from tui.analysis.results import QuoteKind
from tui.documents.loading import load

HEAD = "An interview with the diver Ann Lee\n\n"


def turns(parse: Parse, text: str) -> list[tuple[str, str | None, bool]]:
    return [
        (" / ".join(words(text, q.content)), q.speaker_name, q.anonymous)
        for q in quotes_of(parse, text)
    ]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("sign", [":", "."])
def test_who_is_introduced_answers_with_or_without_blank_lines(
    parse: Parse, between: str, sign: str
) -> None:
    text = HEAD + between.join([f"Q{sign} Is it deep?", f"A{sign} It is. They said so."])
    assert turns(parse, text) == [
        ("Is it deep?", "interviewer", True),
        ("It is. They said so.", "Ann Lee", False),
    ]


def test_the_interviewer_is_named_where_the_text_does(parse: Parse) -> None:
    text = HEAD + "Ann Lee was interviewed by Tom Baker.\n\nQ: Is it deep?\n\nA: It is."
    assert [name for _, name, _ in turns(parse, text)] == ["Tom Baker", "Ann Lee"]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("MODERATOR: ", "LEE: "),
        ("Weekly: ", "Lee: "),
        ("**Weekly:** ", "**Lee:** "),
        ("[00:01:12] Weekly: ", "[00:01:20] Ann Lee: "),
        ("Weekly: ", "MS. LEE: "),
    ],
)
def test_labels_that_come_back_are_speakers(parse: Parse, asks: str, answers: str) -> None:
    text = (
        "Ann Lee met us.\n\n"
        f'{asks}Is it deep?\n\n{answers}It is. He said "no".\n\nSo it was.\n\n'
        f"(Applause)\n\n{asks}And cold?"
    )
    found = turns(parse, text)
    assert [said for said, _, _ in found] == [
        "Is it deep?",
        'It is. He said "no". / So it was.',
        "And cold?",
    ]
    assert found[1][1:] == ("Ann Lee", False)
    assert {quote.kind for quote in quotes_of(parse, text)} == {QuoteKind.DIRECT}


def test_a_name_in_capitals_is_the_person_named_before(parse: Parse) -> None:
    text = "The board heard Ann Lee on Friday.\n\nLEE: I never saw the mill."
    assert turns(parse, text) == [("I never saw the mill.", "Ann Lee", False)]


@pytest.mark.parametrize(
    "text",
    [
        "The mill is old.\n\nNote: It is shut on Monday.\n\nPhoto: The mill.\n\nNote: It is big.",
        "From: Ann Lee\nTo: Tom Baker\nSubject: The mill\n\nIt is old.",
        "ERROR: no file\nINFO: a file\nERROR: no file",
        "Leeds: 3\nYork: 4",
    ],
)
def test_lines_with_a_colon_are_no_transcript(parse: Parse, text: str) -> None:
    assert [q.rule for q in quotes_of(parse, text) if q.rule == "turn in a transcript"] == []


def test_fields_of_a_table_are_no_turns(tmp_path: Path) -> None:
    row = "| {0} | Club number {0} of the long league | it played {0} games and won none |"
    rows = "\n".join(row.format(number) for number in range(6))
    path = tmp_path / "table.md"
    path.write_text(f"| Pos | Team | Record |\n|---|---|---|\n{rows}\n", encoding="utf-8")
    article = load(str(path))
    assert "Pos: 1" in article.text
    assert transcript_quotes(article, EntityIndex(())) == []
