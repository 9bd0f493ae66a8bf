from __future__ import annotations

import unicodedata

import pytest

from tui.store.changed_words import Kind, changed_words

SAID = "“We had warned them,” Mr Orban said of the 12 people."


@pytest.mark.parametrize(
    ("new", "kinds"),
    [
        (SAID.replace("12", "21"), (Kind.NUMBER,)),
        (SAID.replace("12", "twelve"), (Kind.NUMBER,)),
        (SAID.replace("Orban", "Kallas"), (Kind.NAME,)),
        (SAID.replace("had warned", "had not warned"), (Kind.NEGATION,)),
        (SAID.replace("had", "hadn’t"), (Kind.NEGATION,)),
        (SAID.replace("“", "").replace("”", ""), (Kind.QUOTATION,)),
        (SAID.replace("warned", "thanked"), (Kind.WORDING,)),
        (SAID.replace("said of", "denied"), (Kind.WORDING,)),
        (SAID.replace(".", "?"), (Kind.WORDING,)),
        (SAID.replace("had warned", "had never told 3 of"), (Kind.NEGATION, Kind.NUMBER)),
    ],
)
def test_what_may_mean_something_else_is_told(new: str, kinds: tuple[Kind, ...]) -> None:
    assert changed_words(SAID, new).kinds == kinds
    assert changed_words(new, SAID).kinds == kinds


@pytest.mark.parametrize(
    "new",
    [
        SAID,
        SAID.replace(" ", "\n"),
        SAID.replace("“", '"').replace("”", '"'),
        unicodedata.normalize("NFD", SAID),
    ],
)
def test_what_changes_nothing_is_not_told(new: str) -> None:
    assert changed_words(SAID, new).kinds == ()


def test_the_shapes_of_dashes_dots_and_apostrophes_do_not_count() -> None:
    assert changed_words("It didn’t end – or…", "It didn't end -- or...").kinds == ()


def test_a_sign_of_a_number_counts() -> None:
    assert changed_words("It fell to -5 %", "It fell to 5 %").kinds == (Kind.WORDING,)
    assert changed_words("It cost $5", "It cost €5").kinds == (Kind.NUMBER,)


def test_the_words_that_differ_are_those_that_are_marked() -> None:
    new = SAID.replace("12 people", "21 men")
    found = changed_words(SAID, new)
    assert [SAID[span.start : span.end] for span in found.old] == ["12 people"]
    assert [new[span.start : span.end] for span in found.new] == ["21 men"]


def test_a_passage_as_long_as_a_book_is_compared_at_its_ends() -> None:
    old = "word " * 30_000
    new = old[:1000] + "other " + old[1000:]
    assert changed_words(old, new).kinds == (Kind.WORDING,)
