"""Each frame alone: what it shows for a sentence, and the near miss that it leaves alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from unittest.mock import patch

import pytest

from tests.analysis.conftest import ParseAll
from tests.analysis.questions.conftest import questions_of
from tests.analysis.questions.rows import (
    ahead,
    contradicted,
    demanded,
    feared,
    kept_back,
    not_confirmed,
    not_known,
    pending,
    undecided,
    unsettled,
)
from tests.analysis.questions.rows.row import Frames, Row
from tui.analysis.questions import question_extractor
from tui.analysis.questions.frames import asked
from tui.analysis.questions.frames.frame import Frame
from tui.analysis.questions.frames.frame_table import frames_by_word
from tui.analysis.results import Question

EVERYTHING = -1.0
"""A threshold below every score: what counts here is what a frame sees, not how sure it is."""
TABLES = (
    *not_known.TABLES,
    *not_confirmed.TABLES,
    *kept_back.TABLES,
    *contradicted.TABLES,
    *undecided.TABLES,
    *unsettled.TABLES,
    *demanded.TABLES,
    *ahead.TABLES,
    *feared.TABLES,
    *pending.TABLES,
)
ROWS = [pytest.param(frames, row, id=row.text[:50]) for frames, rows in TABLES for row in rows]
MISSES = [
    pytest.param(frames, row.miss, id=row.miss[:50])
    for frames, rows in TABLES
    for row in rows
    if row.miss
]
FRAMES = [
    pytest.param(frame, rows, id=f"{frame.rule.name} {number}")
    for frames, rows in TABLES
    for number, frame in enumerate(frames, 1)
]

Shown = Callable[[Iterable[Frame], str], tuple[Question, ...]]


@pytest.fixture(scope="module")
def shown(parse_all: ParseAll) -> Shown:
    """What some frames show of a sentence of the tables, all of which are parsed at once."""
    rows = [row for _, rows in TABLES for row in rows]
    parsed = parse_all([text for row in rows for text in (row.text, row.miss) if text])

    def shown(frames: Iterable[Frame], text: str) -> tuple[Question, ...]:
        by_word: dict[str, list[Frame]] = {}
        for frame in frames:
            for word in frame.words:
                by_word.setdefault(word, []).append(frame)
        with patch.object(question_extractor, "frames_by_word", lambda: by_word):
            return questions_of(parsed[text], EVERYTHING)

    return shown


@pytest.mark.parametrize(("frames", "row"), ROWS)
def test_sentence_is_shown_with_its_question_its_cues_and_whose_it_is(
    shown: Shown, frames: Frames, row: Row
) -> None:
    (found,) = shown(frames, row.text)
    assert (found.kind, found.holder) == (row.kind, row.holder)
    assert found.text == (row.asked or found.text)
    assert " ".join(row.text[slice(*cue)] for cue in found.cues) == row.cues
    assert row.text[slice(*found.evidence)] == (row.lit or row.text.rstrip("."))


@pytest.mark.parametrize(("frames", "text"), MISSES)
def test_sentence_with_the_same_words_that_leaves_nothing_open_has_no_row(
    shown: Shown, frames: Frames, text: str
) -> None:
    assert shown(frames, text) == ()


@pytest.mark.parametrize(("frame", "rows"), FRAMES)
def test_every_frame_has_a_sentence_in_the_tables(
    shown: Shown, frame: Frame, rows: tuple[Row, ...]
) -> None:
    assert any(shown([frame], row.text) for row in rows)


def test_every_frame_of_the_analysis_belongs_to_a_table() -> None:
    tested = {frame.test for frames, _ in TABLES for frame in frames}
    # What is asked outright has a mark and no words of its own; its tests stand apart.
    tested |= {frame.test for frame in asked.FRAMES}
    assert {frame.test for frames in frames_by_word().values() for frame in frames} == tested
