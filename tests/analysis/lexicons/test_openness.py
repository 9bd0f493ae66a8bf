"""The classes of words that leave something open."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from tui.analysis.lexicons import openness
from tui.analysis.lexicons.openness import asserting, deciding, foreseeing, knowing, subjects
from tui.analysis.questions.frames.frame_table import frames_by_word
from tui.analysis.results import QuestionKind

CLASSES = {
    f"{module.name} {name}": value
    for module in pkgutil.iter_modules(openness.__path__)
    for name, value in vars(importlib.import_module(f"{openness.__name__}.{module.name}")).items()
    if name.isupper() and isinstance(value, frozenset)
}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_class_holds_lemmas_as_they_are_looked_up(name: str) -> None:
    assert CLASSES[name]
    assert all(word == word.lower() and " " not in word for word in CLASSES[name])


def test_every_word_of_a_frame_is_looked_up_in_small_letters() -> None:
    assert all(word == word.lower() for word in frames_by_word())


def test_state_that_lasts_says_which_kind_of_question_it_leaves() -> None:
    assert {QuestionKind(kind) for kind in deciding.STANDING.values()} == {
        QuestionKind.UNKNOWN,
        QuestionKind.UNDECIDED,
        QuestionKind.OUTCOME,
    }
    assert all(len(state.split()) == 2 for state in deciding.STANDING)


def test_what_is_certain_is_not_also_what_is_unclear() -> None:
    assert not knowing.CLEAR & knowing.UNCLEAR
    assert not foreseeing.CHANGING & foreseeing.STATIVE
    # One dismisses only what was asserted, but denies anything.
    assert not asserting.DENYING & asserting.DISMISSING
    assert not subjects.PUBLIC_ACTORS & subjects.GENERIC_SUBJECTS


def test_heirs_are_sought_and_investigators_search() -> None:
    assert deciding.HEIR_NOUNS < deciding.SOUGHT_NOUNS
    assert subjects.INVESTIGATORS < subjects.SEARCHERS
