"""Sentences as a reader sees them: over uneven, narrow and quoted lines, behind marks of notes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.article import BlockKind
from tui.documents.loading import from_text
from tui.documents.sentences import sentences


def read(text: str) -> list[str]:
    article = from_text(text, "/nowhere/a.txt")
    found = (span for block in article.blocks for span in sentences(article.text, block))
    return [article.text[slice(*span)] for span in found]


UNEVEN = (
    "please find below what we said on Monday.\nWe agreed to keep the pier shut.\n"
    "Nobody knows who signed the contract.\nBen said that he would call the insurer on\n"
    "Friday if nothing came."
)
RAGGED = (
    "the board met on Monday evening to\nhear from Lena and from her deputy Ida\n"
    "Brandt, who both said that\nthe log was gone and that nobody had been\n"
    "informed. Then Ben Carver\nasked who had signed the contract."
)
MAIL = (
    "On Mon, 11 Mar 2024 at 09:00, Olaf Krug wrote:\n> On Sun, 10 Mar 2024, Pia wrote:\n"
    ">> After the update all my marks were gone. I had about two hundred of\n"
    ">> them, some with notes.\n>\n> Did you move the file? Marks belong to a path in\n"
    "> our version."
)
COLUMN = (
    "The chairman, Ben Carver, would\nnot say when the next meeting\nwould be held. He would not\n"
    "say who had asked for it."
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (UNEVEN, "Ben said that he would call the insurer on\nFriday if nothing came."),
        (UNEVEN, "We agreed to keep the pier shut."),
        (RAGGED, "Then Ben Carver\nasked who had signed the contract."),
        (MAIL, "I had about two hundred of\n>> them, some with notes."),
        (MAIL, "Marks belong to a path in\n> our version."),
        (COLUMN, "The chairman, Ben Carver, would\nnot say when the next meeting\nwould be held."),
        (
            "A plan for the pier was made by\n    the board, which did not say what\n"
            "    it would cost.",
            "A plan for the pier was made by\n    the board, which did not say what\n"
            "    it would cost.",
        ),
    ],
)
def test_a_sentence_goes_on_over_the_end_of_a_line(text: str, whole: str) -> None:
    assert whole in read(text)


def test_ragged_prose_runs_on_before_names_too() -> None:
    first = read(RAGGED)[0]
    assert first.startswith("the board met")
    assert first.endswith("informed.")


@pytest.mark.parametrize(
    "text",
    [
        "Best regards from all of us,\nNora Feld",
        "Nora Feld\nEditor, The Fjord Post\n+47 000 00 000",
        "- a first item of the list\n- a second item of the list",
        "Name of the ship   Tons\nAda of the sea   120",
        "def read(a, b, c) = {\n    return a\n}",
        "> one line of theirs that ends\nand ours begins here",
        "From: Nora Feld and others\nTo: the list of them",
    ],
)
def test_lines_of_their_own_stay_their_own(text: str) -> None:
    assert read(text) == [line.strip() for line in text.split("\n")]


def test_a_narrow_column_is_prose() -> None:
    article = from_text(COLUMN, "/nowhere/a.txt")
    assert [block.kind for block in article.blocks] == [BlockKind.PARAGRAPH]
    verse = "Roses are red\nViolets are blue\nSugar is sweet\nAnd so are you"
    article = from_text(verse, "/nowhere/a.txt")
    assert [block.kind for block in article.blocks] == [BlockKind.LINES]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left.[2] She stayed.", ["He left.[2]", "She stayed."]),
        ("He left.[2][3] She stayed.", ["He left.[2][3]", "She stayed."]),
        ("He left.[a] She stayed.", ["He left.[a]", "She stayed."]),
        ("He left.[citation needed] She stayed.", ["He left.[citation needed]", "She stayed."]),
        ("He left.[5]: 23  She stayed.", ["He left.[5]: 23", "She stayed."]),
        ("He said “no.”[4] She stayed.", ["He said “no.”[4]", "She stayed."]),
        ("It broke in 2019.1 Harrow wrote so.", ["It broke in 2019.1", "Harrow wrote so."]),
        ("It was a dam.12 Marsh wrote so.", ["It was a dam.12", "Marsh wrote so."]),
        ("He said “no.”3 Marsh wrote so.", ["He said “no.”3", "Marsh wrote so."]),
        ("It was a dam.¹ Marsh wrote so.", ["It was a dam.¹", "Marsh wrote so."]),
        ("It was a dam.* Marsh wrote so.", ["It was a dam.*", "Marsh wrote so."]),
        ("See No.1 Harrow Road for it.", ["See No.1 Harrow Road for it."]),
        ("He runs Python 3.11 The Great now.", ["He runs Python 3.11 The Great now."]),
        ("It cost 1.5 Harrow marks.", ["It cost 1.5 Harrow marks."]),
        ("The file is a.2 files long.", ["The file is a.2 files long."]),
    ],
)
def test_marks_of_notes_belong_to_the_sentence_before_them(text: str, parts: list[str]) -> None:
    assert read(text) == parts


@given(st.text(st.sampled_from("aB on\n>.,[1]*’ "), max_size=60))
def test_every_visible_character_is_in_one_sentence(text: str) -> None:
    article = from_text(text, "/nowhere/a.txt")
    spans = [s for block in article.blocks for s in sentences(article.text, block)]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    inside = sum(len("".join(article.text[slice(*span)].split())) for span in spans)
    assert inside == len("".join(article.text.split()))
