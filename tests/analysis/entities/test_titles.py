"""Titles before, behind and around a name, and what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.analysis.conftest import Parse
from tui.analysis.entities.titles import (
    honorific,
    is_title_only,
    leading_title,
    title_after,
    title_around,
    title_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


def doc_of(parse: Parse, text: str) -> Doc:
    return parse(text).paragraphs[0].doc


@pytest.mark.parametrize(
    ("text", "role", "gender"),
    [
        ("US Deputy Secretary of State Ann Holm left.", "US Deputy Secretary of State", None),
        (
            "Former South African President Ann Holm left.",
            "Former South African President",
            None,
        ),
        (
            "Minister for Health and Education Ann Holm left.",
            "Minister for Health and Education",
            None,
        ),
        ("Chairwoman Ann Holm left.", "Chairwoman", "f"),
        ("Mrs Ann Holm left.", None, "f"),
        ("Sen. Ann Holm left.", "Sen.", None),
        ("They met former Gov. Ann Holm.", "former Gov.", None),
        ("They met chief operations officer Ann Holm.", "chief operations officer", None),
        ("They met Tory co-chairman Ann Holm.", "co-chairman", "m"),
        ("He was the aide of President Ann Holm.", "President", None),
        ("They met the comedian Ann Holm.", "comedian", None),
        ("The lovely Ann Holm left.", None, None),
        # The office of another sentence is nobody's here.
        ("He met the minister. Ann Holm left.", None, None),
    ],
)
def test_office_before_a_name_is_read_with_all_that_belongs_to_it(
    parse: Parse, text: str, role: str | None, gender: str | None
) -> None:
    doc = doc_of(parse, text)
    first = next(token.i for token in doc if token.text == "Ann")
    title = title_before(doc, first, frozenset())
    assert (title.role, title.gender) == (role, gender)
    assert title.is_honorific is any(word in text for word in ("Mrs", "Sen.", "Gov."))


def test_body_stands_in_a_title_where_it_is_known_as_one(parse: Parse) -> None:
    doc = doc_of(parse, "Tarvo chief executive Ann Holm left.")
    assert title_before(doc, 3, frozenset({0})).role == "Tarvo chief executive"
    assert title_before(doc, 3, frozenset()).role == "chief executive"


@pytest.mark.parametrize(
    ("text", "role", "gender"),
    [
        ("Ann Holm, the leader of the league, left.", "leader of the league", None),
        ("Ann Holm, its founder, left.", "founder", None),
        ("Ann Holm, widow of the mayor, left.", "widow of the mayor", "f"),
        (
            "Ann Holm, a consultant paediatric allergist, left.",
            "consultant paediatric allergist",
            None,
        ),
        (
            "Ann Holm, president and chief executive of the bank, left.",
            "president and chief executive of the bank",
            None,
        ),
        (
            "Ann Holm, the head of learning and research at the trust, left.",
            "head of learning and research at the trust",
            None,
        ),
        ("Ann Holm, director of the port who retired, left.", "director of the port", None),
        ("Ann Holm, Mayor Lund and others left.", None, None),
        ("Ann Holm, 70, left.", None, None),
        ("Ann Holm, in a hat, left.", None, None),
    ],
)
def test_office_behind_a_name_is_the_role(
    parse: Parse, text: str, role: str | None, gender: str | None
) -> None:
    title = title_after(doc_of(parse, text), 0, 2)
    assert (title.role, title.gender) == (role, gender)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The chair of the board, Ann Holm, left.", "chair of the board"),
        ("The port's director, Ann Holm, left.", "port's director"),
        ("The secretary-general of the league, Ann Holm, left.", "secretary-general of the league"),
        # "A chair" may be one of many, and a boat has no office.
        ("A chair of the board, Ann Holm, left.", None),
        ("The boat, Ann Holm, left.", None),
    ],
)
def test_office_that_a_name_explains_is_the_role(parse: Parse, text: str, role: str | None) -> None:
    doc = doc_of(parse, text)
    first = next(token.i for token in doc if token.text == "Ann")
    assert title_around(doc, first, first + 2).role == role


@pytest.mark.parametrize(
    ("name", "cut"),
    [("Prime Minister Ann Holm", 2), ("Dr Ann Holm", 1), ("Ann Holm", 0), ("Prime Minister", 2)],
)
def test_title_at_the_front_of_a_name_is_cut_off(parse: Parse, name: str, cut: int) -> None:
    assert leading_title(doc_of(parse, f"{name} left."), 0, len(name.split())) == cut


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Minister of Finance left.", (0, 3), True),
        ("The Minister of Finance left.", (3, 4), True),
        ("Home Secretary Ann left.", (0, 1), True),
        ("Finance is hard.", (0, 1), False),
        ("Home is far.", (0, 1), False),
    ],
)
def test_part_of_a_title_is_no_name(
    parse: Parse, text: str, words: tuple[int, int], expected: bool
) -> None:
    assert is_title_only(doc_of(parse, text), *words) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Mr.", "mr"), ("Mr", "mr"), ("Sen.", "sen"), ("mr", None), ("Ann", None)],
)
def test_honorific_has_a_capital_and_perhaps_a_dot(word: str, expected: str | None) -> None:
    assert honorific(word) == expected
