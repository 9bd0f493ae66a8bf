"""Frames and the phrases that name them cannot drift apart."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tui.analysis.questions import frames
from tui.analysis.questions.frames.frame_table import FRAMES
from tui.analysis.rules import QuestionRule

NO_FRAMES = {"frame", "frame_table"}
"""The modules beside those of frames."""


def test_every_module_of_frames_is_a_row_of_the_table() -> None:
    names = {module.name for module in iter_modules(frames.__path__)} - NO_FRAMES
    found = [frame for name in names for frame in import_module(f"{frames.__name__}.{name}").FRAMES]
    assert len(found) == len(FRAMES)
    assert {frame.test for frame in found} == {frame.test for frame in FRAMES}


WITHOUT_A_FRAME = {QuestionRule.ASKED_BY_READER, QuestionRule.WORDS_OF_OPENNESS}


def test_every_rule_of_a_question_has_a_frame() -> None:
    assert {frame.rule for frame in FRAMES} == set(QuestionRule) - WITHOUT_A_FRAME
