"""Tags as they are typed and completed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.tags import TagCompletion, completed, parse_tags, tags_line

IN_USE = ("budget", "follow-up", "climate policy", "Élysée", "bridge", "to do")


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("money bridge", ("money", "bridge")),
        ("money, bridge,,  money", ("money", "bridge")),
        ('#money "to do" #later', ("money", "to do", "later")),
        ('"never closed', ("never closed",)),
        (' , "" # ', ()),
        ("follow-up a_b", ("follow-up", "a_b")),
    ],
)
def test_blanks_and_commas_part_tags(typed: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(typed) == tags


@given(st.lists(st.text("ab ,é-", min_size=1).filter(lambda tag: tag.strip()), unique=True))
def test_a_line_of_tags_is_read_back_as_the_same_tags(tags: list[str]) -> None:
    clean = tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags))
    assert parse_tags(tags_line(clean)) == clean


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("bud", "budget"),
        ("money bri", "bridge"),
        ("pol", "climate policy"),
        ("elys", "Élysée"),
        ("brigde", "bridge"),
        ("#follow", "follow-up"),
        ('"clim', "climate policy"),
    ],
)
def test_the_word_being_typed_finds_its_tag(typed: str, first: str) -> None:
    assert TagCompletion(IN_USE).matching(typed)[0] == first


def test_with_nothing_typed_the_most_used_tags_come_first() -> None:
    assert TagCompletion(IN_USE).matching("") == list(IN_USE)
    assert TagCompletion(IN_USE).matching("budget ")[0] == "follow-up"


def test_a_tag_that_is_there_is_not_offered_again() -> None:
    assert TagCompletion(IN_USE).matching("budget bud") == []


def test_of_equally_good_tags_the_more_used_one_comes_first() -> None:
    assert TagCompletion(("bravo", "bread", "brim")).matching("br") == ["bravo", "bread", "brim"]


@pytest.mark.parametrize(
    ("typed", "tag", "line"),
    [
        ("bud", "budget", "budget "),
        ("money, bu", "budget", "money, budget "),
        ("", "to do", '"to do" '),
        ('x "to', "to do", 'x "to do" '),
    ],
)
def test_completing_replaces_the_word_being_typed(typed: str, tag: str, line: str) -> None:
    assert completed(typed, tag) == line


def test_a_tag_in_other_capitals_is_the_same_one() -> None:
    assert parse_tags("war,WAR #War peace") == ("war", "peace")
    assert parse_tags("WAR war") == ("WAR",)
