"""The forms of verbs a question needs."""

from __future__ import annotations

import pytest

from tests.analysis.questions.conftest import Find
from tui.analysis.questions.wording.inflection import base_form, be_form, full_form, is_plural


@pytest.mark.parametrize(
    ("text", "verb", "base"),
    [
        ("The ship sank.", "sank", "sink"),
        ("The mills were old.", "were", "be"),
        ("The guards have left the gate.", "left", "leave"),
        ("They sell boats.", "sell", "sell"),
        ("The site was chosen.", "chosen", "choose"),
        ("The FBI paid.", "paid", "pay"),
    ],
)
def test_verb_behind_do_or_will_has_its_bare_form(
    find: Find, text: str, verb: str, base: str
) -> None:
    assert base_form(find(text, verb)) == base


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("They won't sell it.", "wo", "will"),
        ("They can't sell it.", "ca", "can"),
        ("They'd sold it.", "'d", "had"),
        ("They'd sell it.", "'d", "would"),
        ("We're late.", "'re", "are"),
        ("She's read the book.", "'s", "has"),
        ("She's reading a book.", "'s", "is"),
        ("She's late.", "'s", "is"),
        ("They’ve gone.", "’ve", "have"),
        ("He’ll go.", "’ll", "will"),
        ("They must go.", "must", "must"),
    ],
)
def test_short_auxiliary_is_written_out(find: Find, text: str, short: str, full: str) -> None:
    assert full_form(find(text, short)) == full


PLURAL = [
    ("The ships sank.", "ships"),
    ("Police left the bridge.", "Police"),
    ("The people left.", "people"),
    ("Her whereabouts are unknown.", "whereabouts"),
    ("The mayor and the bishop left.", "mayor"),
    ("There were survivors.", "There"),
    ("Some of the ships sank.", "Some"),
]
SINGULAR = [
    ("The ship sank.", "ship"),
    ("The news spread.", "news"),
    # A country that is written like a plural.
    ("The Netherlands voted.", "Netherlands"),
    ("There was a survivor.", "There"),
    ("Some of the water froze.", "Some"),
]


@pytest.mark.parametrize(("text", "subject"), PLURAL)
def test_several_are_asked_after_in_the_plural(find: Find, text: str, subject: str) -> None:
    assert is_plural(find(text, subject))
    assert be_form(find(text, subject), past=False) == "are"
    assert be_form(find(text, subject), past=True) == "were"


@pytest.mark.parametrize(("text", "subject"), SINGULAR)
def test_one_is_asked_after_in_the_singular(find: Find, text: str, subject: str) -> None:
    assert not is_plural(find(text, subject))
    assert be_form(find(text, subject), past=False) == "is"
    assert be_form(find(text, subject), past=True) == "was"
